import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parseProgramme } from '../../src/programme/parse.ts'
import { filesOf } from './folder.ts'
import { placed } from './linked.ts'

const text = '../shared/corpus/founding-text.txt'
const draft = '../shared/programme/china-kazakhstan.json'
const skip = existsSync(text) && existsSync(draft) ? false : `${text} is not there`

test('the founding text: at least 40 of its 45 items link to the right entry, and nothing links to a wrong one', { skip }, (t) => {
  const items: { id: string; seed_start: number; seed_end: number }[] = JSON.parse(readFileSync(draft, 'utf8')).commitments
  const source = { text: readFileSync(text, 'utf8'), date: '2022-06-08' }
  const links = placed(parseProgramme(filesOf('programmes/china-kazakhstan')), [source])
  const name = ({ id }: { id: string }): string => id.replace(/^[a-z]-/, '')
  const over = (link: (typeof links)[number], item: (typeof items)[number]): boolean =>
    Math.min(link.span.to, item.seed_end) > Math.max(link.span.from, item.seed_start)
  const missed = items.filter((item) => !links.some((link) => link.entry === name(item) && over(link, item)))
  const wrong = links.filter((link) => {
    const here = items.filter((item) => over(link, item))
    return here.length > 0 && !here.some((item) => name(item) === link.entry)
  })
  t.diagnostic(`${items.length - missed.length} of ${items.length}; not: ${missed.map(name).join(', ')}`)
  assert.ok(items.length - missed.length >= 40, `missed: ${missed.map(name).join(', ')}`)
  assert.deepEqual(wrong, [])
})
