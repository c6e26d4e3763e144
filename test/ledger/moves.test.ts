import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Moves } from '../../src/ledger/moves.ts'

/** Where `<…>` of the first text comes out in the second; `-` where it has no place there, or (`exact`) not with all of its words. */
const cases: readonly (readonly [name: string, old: string, now: string, span: string, exact: string])[] = [
  ['as it is', 'one <two three> four', 'one two three four', 'two three', 'two three'],
  ['something goes before it', 'menu home one <two three> four', 'one two three four', 'two three', 'two three'],
  ['something comes before it', '<two three> four', 'zero one two three four', 'two three', 'two three'],
  ['other white space', 'one <two three> four', 'one\n\ntwo \t three four', 'two \t three', 'two \t three'],
  ['a word comes in', 'one <two three> four', 'one two and three four', 'two and three', '-'],
  ['a word of three goes', 'one <two three four> five', 'one two four five', 'two four', '-'],
  ['most of it goes', 'one <two three four> five', 'one three five', '-', '-'],
  ['within words', 'say “<two three>.” four', 'x say “two three.” four', 'two three', 'two three'],
  ['the same words twice, one of them gone', 'a b c x y <a b c> z', 'x y a b c z', 'a b c', 'a b c'],
  ['nothing alike', 'one <two> three', 'four five six', '-', '-'],
  ['an empty text', 'one <two> three', '', '-', '-'],
]

for (const [name, marked, now, wanted, exactly] of cases)
  test(`a stretch moves: ${name}`, () => {
    const span = { from: marked.indexOf('<'), to: marked.indexOf('>') - 1 }
    const moves = new Moves(marked.replace(/[<>]/g, ''), now)
    const place = moves.span(span)
    assert.equal(place ? now.slice(place.from, place.to) : '-', wanted)
    assert.equal(moves.exact(span)?.quote ?? '-', exactly)
  })

const words = fc.array(fc.constantFrom('port', 'will', 'open', 'a', 'the', 'Kenya', 'by', '2033', 'rice'), { maxLength: 60 })

test('whatever two texts are: what moves exactly has the same words, in order; what stands in both is found', () => {
  fc.assert(
    fc.property(words, words, words, fc.nat(60), fc.nat(10), (before, kept, after, at, length) => {
      const text = kept.map((word, i) => `${word}${i}`).join(' ')
      const [old, now] = [[...before, text].join(' '), [...after, text].join('\n')]
      const moves = new Moves(old, now)
      const from = Math.min(at, old.length)
      const span = { from, to: Math.min(old.length, from + length * 4) }
      const place = moves.exact(span)
      const said = (quote: string) => quote.trim().split(/\s+/u).join(' ')
      if (place)
        assert.ok(now.slice(place.span.from, place.span.to) === place.quote && said(old.slice(span.from, span.to)) === said(place.quote))
      if (text === '') return
      const whole = moves.exact({ from: old.length - text.length, to: old.length })
      assert.equal(whole?.quote, text)
    }),
  )
})

test('texts that are made to take long do not', () => {
  const old = 'a b '.repeat(50_000)
  const from = process.cpuUsage()
  new Moves(old, 'b a '.repeat(50_000))
  new Moves(
    Array.from({ length: 60_000 }, (_, i) => `w${i}`).join(' '),
    Array.from({ length: 60_000 }, (_, i) => `w${60_000 - i}`).join(' '),
  )
  const { user, system } = process.cpuUsage(from)
  // quadratic work would take minutes
  assert.ok((user + system) / 1e6 < 20)
})
