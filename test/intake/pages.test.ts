import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'parse5'
import { read } from '../../src/index.ts'
import { placesOf, sourceOfBytes } from '../../src/intake/intake.ts'
import { textOfElement } from './xpath.ts'

const folder = join(import.meta.dirname, 'pages')
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.replace('.html', ''))

for (const name of names) {
  const bytes = readFileSync(join(folder, `${name}.html`))
  const wanted = readFileSync(join(folder, `${name}.txt`), 'utf8').trimEnd()

  test(`${name}: the text and nothing of the furniture`, async () => {
    const { source } = await sourceOfBytes(bytes, { name: `${name}.html` })
    assert.equal(source.text, wanted)
  })

  test(`${name}: the page and its plain text give the same statements, each with its place in the page`, async () => {
    const { source, original } = await sourceOfBytes(bytes, { name: `${name}.html` })
    const { text, ...about } = source
    const { statements } = read(source)
    assert.ok(statements.length > 0)
    assert.deepEqual(
      statements.map(({ quote, kind }) => [quote, kind]),
      read({ ...about, text: wanted }).statements.map(({ quote, kind }) => [quote, kind]),
    )
    const places =
      (await placesOf(
        original,
        statements.map(({ span }) => span),
      )) ?? []
    const page = bytes.toString('utf8')
    const tree = parse(page)
    for (const [at, { quote, span }] of statements.entries()) {
      const place = places[at]
      assert.equal(place?.form, 'html')
      if (place?.form !== 'html') continue
      assert.equal(text.slice(span.from, span.to), quote)
      const { start, end } = place.selector.refinedBy
      const content = textOfElement(tree, place.selector.value)
      assert.equal(words(content.slice(start, end)), words(quote), place.selector.value)
      // the stretch of the page as a browser shows it holds the words of the quote, first and last
      const raw = page.slice(place.raw.from, place.raw.to)
      assert.equal(raw.slice(0, 3), quote.slice(0, 3))
      assert.equal(raw.slice(-3), quote.slice(-3))
    }
  })
}

const words = (text: string): string => text.replace(/\s+/g, ' ').trim()
