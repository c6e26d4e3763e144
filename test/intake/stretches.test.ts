import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parse, serialize } from 'parse5'
import { ATTRIBUTES } from '../../src/intake/html/stretches.ts'
import { treeOf } from '../../src/intake/html/tree.ts'
import { sourceOfBytes } from '../../src/intake/intake.ts'

/** What makes the tokenizer leave the way of plain characters, in every state that has one. */
const pieces =
  '<p>|</p>|<b>|</b>|</bogus>|<|<<|&|&amp;|&nbsp|&#13;|&#0;|\r|\r\n|\n| |  |\t|\f|\0|\ud800|😀|\u00a0|中文|a b|word|-|--|>|"|\'|=|<!-- a-b <c -- d -->|<!--|-->|<a href="x&amp;y z\r\n">|<a title="|<a b=c&lt>|<script>if (a < b) "x";</script>|<script>|<!--<script>|</script>|<style>a > b</style>|<style>|</style>|<title>a &lt; b|</title>|<textarea>\n|</textarea>|<pre>\n\n|</pre>|<table>|<tr>|<td>|</td>|</table>|<caption>|<select>|<option>|<svg>|<title>|</svg>|<math>|<![CDATA[ a b ]]>|<template>|</template>|<plaintext>|<frameset>|<noscript>|<head>|</head>|<body>|</body>|</html>'.split(
    '|',
  )
const pages = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join(''))

test('the tree is that of the parser as it comes, whatever the page holds', () => {
  fc.assert(
    fc.property(pages, (page) => {
      assert.equal(serialize(treeOf(page)), serialize(parse(page, { scriptingEnabled: false })))
    }),
    { numRuns: 3000, seed: 12 },
  )
})

test('words in a list that stand in no item keep the blanks between them', async () => {
  const { source } = await sourceOfBytes(Buffer.from('<!doctype html><body><ul>France will open a port.<li>Kenya will buy rice.</ul>'))
  assert.equal(source.text, 'France will open a port.\n- Kenya will buy rice.')
})

for (const [over, noted] of [
  [0, []],
  [3, [`3 attributes left out: an element has more than ${ATTRIBUTES}`]],
  [200_000, [`200000 attributes left out: an element has more than ${ATTRIBUTES}`]],
] as const)
  test(`an element with ${over} attributes too many is read, and they are counted`, async () => {
    const attributes = Array.from({ length: ATTRIBUTES + over }, (_, i) => `a${i}="x"`).join(' ')
    const page = `<!doctype html><body><p ${attributes}>France will open a port.</p><p hidden>Kenya will buy rice.</p>`
    const { source, remarks } = await sourceOfBytes(Buffer.from(page))
    assert.equal(source.text, 'France will open a port.')
    assert.deepEqual(remarks, noted)
  })

test('elements that nest deeper than any page of people are refused in one line', async () => {
  const page = (deep: number) => Buffer.from(`<!doctype html><body>${'<div>'.repeat(deep)}France will open a port.`)
  assert.equal((await sourceOfBytes(page(700))).source.text, 'France will open a port.')
  await assert.rejects(sourceOfBytes(page(200_000)), { message: 'is a page whose elements nest more than 800 deep; this is no text' })
})
