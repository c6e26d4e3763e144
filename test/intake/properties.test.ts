import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeHTML } from 'entities'
import fc from 'fast-check'
import { parse } from 'parse5'
import { IntakeError } from '../../src/intake/error.ts'
import { align } from '../../src/intake/html/align.ts'
import { placesOf, sourceOfBytes } from '../../src/intake/intake.ts'
import { textOfElement } from './xpath.ts'

/** Pieces of which broken pages are made. */
const pieces = [
  'France will open a port. ',
  'Germany ',
  '&amp;',
  '&notit;',
  '&eacute',
  '&#8211;',
  '&#x1F600;',
  '&bogus;',
  '&NotEqualTilde;',
  '\r\n',
  '  ',
  '\u00a0',
  '\u0000',
  '</>',
  '</b>',
  '<b>',
  '<p>',
  '</p>',
  '<div class="menu">',
  '</div>',
  '<table><tr><td>',
  '</table>',
  '<ul><li>',
  '<ol type="i" start="3"><li>',
  '</ul>',
  '<br>',
  '<pre>\n',
  '</pre>',
  '<!-- France will hide. -->',
  '<![CDATA[x]]>',
  '<script>France will run.</script>',
  '<svg><text>x</text></svg>',
  '<select><option>',
  '<a href="/x">',
  '</a>',
  '<article>',
  '<h1>',
  '<plaintext',
  '"\'<',
  '中',
]
const pages = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => `<!doctype html><body>${all.join('')}`)

test('every character of a text stands in the page where its place says', async () => {
  await fc.assert(
    fc.asyncProperty(pages, async (page) => {
      const taken = await sourceOfBytes(Buffer.from(page)).catch((error) => {
        assert.ok(error instanceof IntakeError)
        return undefined
      })
      if (taken?.original.form !== 'html') return
      const { text } = taken.source
      let [at, raw] = [0, 0]
      for (const run of taken.original.runs) {
        assert.ok(run.at >= at && run.length > 0)
        const shown: string = text.slice(run.at, run.at + run.length)
        const written: string = taken.original.page.slice(run.raw, run.raw + run.rawLength)
        if (run.length === run.rawLength && !written.startsWith('&')) assert.equal(blank(shown), blank(written))
        else assert.ok(decodeHTML(written) === shown || /^[\s\u0000]/.test(written), JSON.stringify([shown, written]))
        at = run.at + run.length
        raw = Math.max(raw, run.raw)
      }
    }),
    { numRuns: 600, seed: 6 },
  )
})

test('a selector finds the very words in the tree that a browser builds', async () => {
  await fc.assert(
    fc.asyncProperty(pages, fc.nat(), fc.nat(), async (page, a, b) => {
      const taken = await sourceOfBytes(Buffer.from(page)).catch(() => undefined)
      if (taken?.original.form !== 'html') return
      const { runs } = taken.original
      const [one, other] = [runs[a % runs.length], runs[b % runs.length]]
      if (!one || !other || one.raw > other.raw || one.at > other.at) return
      const span = { from: one.at, to: other.at + other.length }
      const [place] = (await placesOf(taken.original, [span])) ?? []
      if (place?.form !== 'html') return assert.fail()
      const content = textOfElement(parse(page, { scriptingEnabled: false }), place.selector.value)
      const { start, end } = place.selector.refinedBy
      const [first, last] = [taken.source.text[span.from], taken.source.text[span.to - 1]]
      assert.equal(blank(content[start] ?? ''), blank(first ?? ''))
      assert.equal(blank(content[end - 1] ?? ''), blank(last ?? ''))
    }),
    { numRuns: 600, seed: 7 },
  )
})

test('words that a browser moves out of a table lie between the ends of their place, and the selector finds them', async () => {
  const page = '<!doctype html><body><table><tr><td>Kenya will buy rice.</td></tr>France will open a port. </table>'
  const { source, original } = await sourceOfBytes(Buffer.from(page))
  const [place] = (await placesOf(original, [{ from: 0, to: source.text.length }])) ?? []
  if (place?.form !== 'html') return assert.fail()
  const { from, to } = place.raw
  assert.equal(page.slice(from, to), 'Kenya will buy rice.</td></tr>France will open a port.')
  const { value, refinedBy } = place.selector
  const content = textOfElement(parse(page, { scriptingEnabled: false }), value).slice(refinedBy.start, refinedBy.end)
  assert.equal(content, 'France will open a port. Kenya will buy rice.')
})

test('the number of an item stands nowhere in the page: its place is empty, before the item', async () => {
  const page = '<!doctype html><body><ol><li>Kenya will buy rice.</li></ol>'
  const { source, original } = await sourceOfBytes(Buffer.from(page))
  assert.equal(source.text.slice(0, 3), '1. ')
  const [place] = (await placesOf(original, [{ from: 0, to: 1 }])) ?? []
  const at = page.indexOf('Kenya')
  assert.deepEqual(place?.form === 'html' && place.raw, { from: at, to: at })
})

test('bytes of any kind give a text or say why not', async () => {
  const openings = ['', '%PDF-1.7\n', 'PK\u0003\u0004', '<html>', '\u00ff\u00fe'].map((one) => Buffer.from(one, 'latin1'))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...openings), fc.uint8Array({ maxLength: 300 }), async (opening, bytes) => {
      await sourceOfBytes(Buffer.concat([opening, bytes])).catch((error) => assert.ok(error instanceof IntakeError, String(error?.stack)))
    }),
    { numRuns: 300, seed: 8 },
  )
})

test('characters are aligned in order, whatever the page holds', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', '&', 'amp;', '\n', '<i>') }),
      fc.string({ unit: fc.constantFrom('a', 'b', '&amp;', '\r\n', '<i>') }),
      (value, page) => {
        const at = align(value, page)
        for (let i = 1; at && i < at.length; i++) assert.ok((at[i] as number) >= (at[i - 1] as number) && (at[i] as number) <= page.length)
      },
    ),
    { numRuns: 500, seed: 9 },
  )
})

const blank = (text: string): string => text.replace(/[\s\u0000\ufffd]/g, ' ')
