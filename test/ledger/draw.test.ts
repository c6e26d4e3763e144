import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'
import { fieldsAsRead, fieldsOfPart, fieldsOfWhole, limitOf } from '../../src/ledger/draw.ts'

const text =
  'Joint statement of Kenya and France\n\nThe two sides will open a port in Mombasa by 2032.\n\nThe two sides will build 20 bridges near Kisumu and Nairobi by May 2033.\n'
const [port, bridges] = read({ text, language: 'en' }).statements
assert.ok(port && bridges)
const span = (words: string) => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length })

const parts: readonly (readonly [words: string, fields: readonly string[]])[] = [
  ['The two sides will open', ['kind', 'force', 'parties', 'act']],
  ['a port in Mombasa', ['kind', 'force', 'parties', 'places', 'topics']],
  ['by 2032', ['kind', 'force', 'parties', 'deadline']],
]
for (const [words, fields] of parts)
  test(`a part has what holds for all, and what its own words say: ${words}`, () =>
    assert.deepEqual(Object.keys(fieldsOfPart(port, span(words))), fields))

test('the whole has what all have alike, of lists what any has, and nothing in which they differ', () => {
  const { kind, parties, places, act, deadline } = fieldsOfWhole([port, bridges])
  assert.deepEqual([kind, parties, places], ['commitment', port.parties, [...port.places, ...bridges.places]])
  assert.deepEqual([act, deadline], [undefined, undefined])
  assert.equal(fieldsOfWhole([port, { ...bridges, kind: 'proposal' }]).kind, undefined)
})

test('what a reader makes of the words alone stands where the words stand', () => {
  const words = 'Kenya will build 20 bridges by May 2033'
  const fields = fieldsAsRead(read({ text: words, language: 'en' }).statements, words, 1000)
  assert.deepEqual([fields?.kind, fields?.act, fields?.parties], ['commitment', 'build', ['KE']])
  const { deadline } = fields ?? {}
  assert.equal(words.slice((deadline?.span.from ?? 0) - 1000, (deadline?.span.to ?? 0) - 1000), deadline?.phrase)
  assert.equal(fieldsAsRead([], words, 0), undefined)
  const [most] = read({ text: words, language: 'en' }).statements
  assert.equal(fieldsAsRead(most ? [most] : [], words.repeat(3), 0), undefined, 'a third of the words is not what they say')
})

test('a time limit is words of the statement, with its last day where that is known', () => {
  assert.deepEqual(limitOf(port, 'by 2032', '2032-12-31'), { phrase: 'by 2032', bound: 'by', span: span('by 2032'), to: '2032-12-31' })
  assert.equal(limitOf(port, 'by 2032', undefined)?.bound, 'vague')
  assert.equal(limitOf(port, 'soon', undefined), undefined)
  assert.equal(limitOf(port, '', '2032-12-31'), undefined)
})
