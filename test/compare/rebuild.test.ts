import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Collation } from '../../src/compare/collate/nouns.ts'
import { rebuild } from '../../src/compare/collate/table.ts'
import { teiOf } from '../../src/export/collation/tei.ts'
import { compare } from './witness.ts'

const sentence = fc.constantFrom(
  'Kenya and Indonesia agreed to open a port in Lamu by 2031.',
  'The two sides will not license 40 vessels.',
  'Both sides support “free” trade – and more.',
  'Mali sends tea.',
  'He said that Viet Nam’s ministry is ready to train 1,200 nurses, where possible.',
  'First, roads. Second, rail.',
  '\n\n',
  '– one item;\n– another item;\n',
  '双方同意恢复航班。',
)
const junk = fc.oneof(
  fc.constantFrom(
    ' ',
    '\n',
    '\n\n',
    ' not ',
    ' Malaysia ',
    'Ã£',
    '\u200b',
    '. ',
    'port port ',
    ' | Home | Share | Tweet',
    '—',
    '\ud800',
    '\u0301',
    '$5',
  ),
  fc.string({ maxLength: 12 }),
)
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: sentence }, { weight: 1, arbitrary: junk }), { maxLength: 12 })
  .map((parts) => parts.join(' '))

/** A copy of a text with stretches taken out, put in, doubled or moved. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.nat(60),
  how: fc.constantFrom('cut', 'double', 'move', 'put'),
  put: junk,
})
function edited(original: string, edits: readonly { at: number; size: number; how: string; put: string }[]): string {
  let out = original
  for (const { at, size, how, put } of edits) {
    const from = Math.floor(at * out.length)
    const piece = out.slice(from, from + size)
    const rest = out.slice(0, from) + out.slice(from + size)
    if (how === 'cut') out = rest
    else if (how === 'double') out = out.slice(0, from) + piece + out.slice(from)
    else if (how === 'put') out = out.slice(0, from) + put + out.slice(from)
    else out = piece + rest
  }
  return out
}
const copies = fc
  .tuple(text, fc.array(fc.array(edit, { maxLength: 5 }), { minLength: 1, maxLength: 3 }))
  .map(([original, lists]) => [original, ...lists.map((list) => edited(original, list))])

function isWhole(collation: Collation): void {
  collation.witnesses.forEach((witness, k) => {
    assert.equal(rebuild(collation, k), witness.text)
    // sentences tile the text, in some order
    const cells = collation.rows.flatMap(({ cells }) => cells[k] ?? []).sort((x, y) => x.from - y.from)
    let at = 0
    for (const { from, to } of cells) {
      assert.equal(from, at)
      at = to
    }
    assert.equal(at, collation.rows.length ? witness.text.length : 0)
  })
}

test('every witness can be rebuilt from the table, whatever was done to it', () => {
  fc.assert(
    fc.property(copies, (texts) => isWhole(compare(...texts))),
    { numRuns: 120 },
  )
})

test('every witness can be rebuilt from texts that have nothing to do with one another', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), (texts) => isWhole(compare(...texts))),
    { numRuns: 60 },
  )
})

test('a difference lies inside the text, and never twice at one place with one class', () => {
  fc.assert(
    fc.property(copies, (texts) => {
      const { differences, witnesses } = compare(...texts)
      const seen = new Set<string>()
      for (const { class: kind, spans, groups } of differences) {
        spans.forEach((span, k) => {
          if (span) assert.ok(span.from >= 0 && span.from < span.to && span.to <= (witnesses[k]?.text.length ?? 0), JSON.stringify(span))
        })
        assert.ok(
          spans.some((span) => span),
          'somewhere there is something',
        )
        assert.deepEqual(
          groups.flat().sort((x, y) => x - y),
          witnesses.map((_, k) => k),
        )
        const key = `${kind} ${JSON.stringify(spans)}`
        assert.ok(!seen.has(key), key)
        seen.add(key)
      }
    }),
    { numRuns: 100 },
  )
})

test('equal texts have no differences; two runs give the same bytes', () => {
  fc.assert(
    fc.property(text, (one) => assert.deepEqual(compare(one, one).differences, [])),
    { numRuns: 40 },
  )
  fc.assert(
    fc.property(copies, (texts) => assert.equal(JSON.stringify(compare(...texts)), JSON.stringify(compare(...texts)))),
    { numRuns: 25 },
  )
})

test('TEI: following one witness through the apparatus gives its text back', () => {
  const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#13;': '\r' }
  const plain = (xml: string): string => xml.replace(/&(?:amp|lt|gt|quot|#13);/g, (entity) => entities[entity] as string)
  // rows stand in the order of the base: a witness whose passages moved is followed in the order of its own
  fc.assert(
    fc.property(copies, (texts) => {
      const collation = compare(...texts)
      const body = [...teiOf(collation)].join('').replace(/^[\s\S]*<body>\n/, '')
      const paragraphs = body.split(/<\/(?:p|ab)>\n/).slice(0, -1)
      // a body without a paragraph is not valid
      assert.deepEqual(collation.rows.length ? paragraphs.length : paragraphs, collation.rows.length || ['<p>'])
      collation.witnesses.forEach((witness, k) => {
        const told = collation.rows.map(({ cells }, r) => {
          const inner = (paragraphs[r] as string).replace(/^<(?:p|ab)[^>]*>/, '')
          const read = cells[k]
            ? inner.replace(/<app[^>]*>([\s\S]*?)<\/app>/g, (_, app: string) => {
                const found = [...app.matchAll(/<rdg wit="([^"]*)">([\s\S]*?)<\/rdg>/g)].find(([, wit = '']) =>
                  wit.split(' ').includes(`#W${k + 1}`),
                )
                return found?.[2] ?? ''
              })
            : ''
          return { from: cells[k]?.from ?? -1, text: plain(read) }
        })
        const whole = told.sort((x, y) => x.from - y.from).map(({ text: part }) => part)
        const safe = witness.text.replace(
          /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
          '\ufffd',
        )
        assert.equal(whole.join(''), safe)
      })
    }),
    { numRuns: 60 },
  )
})
