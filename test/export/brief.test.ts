import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { marked, type Token, type Tokens } from 'marked'
import { type BriefOptions, briefOf } from '../../src/export/brief/brief.ts'
import { inline, link } from '../../src/export/brief/markdown.ts'
import { harmless } from '../../src/export/harmless.ts'
import { load, type Plain, whole } from './ledger.ts'
import { ledgers } from './ledgers.ts'

/** Every token of a Markdown text, as a real reader of it with GitHub's extensions sees it. */
function tokens(text: string): Token[] {
  const out: Token[] = []
  marked.walkTokens(marked.lexer(text, { gfm: true }), (token) => void out.push(token))
  return out
}

const ours = ['heading', 'paragraph', 'text', 'escape', 'space', 'strong', 'blockquote', 'list', 'list_item', 'table', 'link', 'hr']

const decoded = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const pieces = fc.oneof(
  fc.constantFrom(
    ...'\\`*_[]()<>#+-=.!|~:/@&;"\'$^% \n\t1a'.split(''),
    ...[
      '\u202e',
      '\u0000',
      '\ud800',
      '\u200b',
      '🚢',
      'www.',
      'http://',
      'a@b.example',
      '](',
      '![',
      '<b>',
      '<!--',
      '&lt;',
      '&#60;',
      '1.',
      '1)',
      '---',
      '```',
      '    ',
    ],
    ...[
      'javascript:',
      '<http://x.example>',
      '[^1]',
      '[x]: /y',
      '\n\n',
      '\r\n',
      '# ',
      '> ',
      '- [ ] ',
      '|-|',
      'ftp://x.example',
      '\u2028',
      '\u0085',
    ],
  ),
  fc.string({ unit: 'binary' }),
)
const hostile = fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join(''))

test('any text becomes one paragraph of these words and nothing else', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const line = inline(text, Number.POSITIVE_INFINITY)
      const kinds = new Set(tokens(line).map(({ type }) => type))
      for (const kind of kinds) assert.ok(['paragraph', 'text', 'escape'].includes(kind), `${kind} in ${JSON.stringify(line)}`)
      assert.ok(!line.includes('\n'))
      const shown = decoded(marked.parse(line, { gfm: true, async: false }))
      assert.equal(shown.trim(), harmless(text).trim())
    }),
    { numRuns: 2000 },
  )
})

test('the same where a line of the brief goes on', () => {
  fc.assert(
    fc.property(hostile, hostile, (text, other) => {
      const found = tokens(
        `### ${inline(text)}\n\n> ${inline(text)}\n>\n> — ${inline(other)}\n\n- ${inline(text)} — ${inline(other)}\n\n| ${inline(text)} |\n| --- |\n| ${inline(other)} |\n`,
      )
      for (const { type } of found) assert.ok([...ours].includes(type) && type !== 'link', `${type} of ${JSON.stringify(text)}`)
      for (const type of ['heading', 'blockquote', 'list', 'table'])
        assert.equal(found.filter((token) => token.type === type).length, 1, JSON.stringify([text, other]))
    }),
    { numRuns: 1000 },
  )
})

test('any address becomes a link of the web or none', () => {
  const url = fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    hostile,
    hostile.map((tail) => `https://x.example/${tail}`),
  )
  fc.assert(
    fc.property(url, (address) => {
      const links = tokens(link('w', address)).filter((token): token is Tokens.Link => token.type === 'link')
      assert.ok(links.length <= 1)
      for (const { href, text } of links)
        assert.ok(/^https?:\/\//.test(href) && text === 'w' && new URL(href).host === new URL(address).host, href)
    }),
  )
})

for (const [text, line] of [
  ['_www.x.example', '\\_www\\.x.example'],
  ['a: b', 'a: b'],
  ['http://x', 'http\\://x'],
  ['1) one', '1\\) one'],
  ['- one', '\\- one'],
  ['a & b < c', 'a &amp; b &lt; c'],
  ['two\n\n  words\u202e', 'two words\ufffd'],
] as const)
  test(`inline ${JSON.stringify(text)}`, () => assert.equal(inline(text), line))
test('inline cuts what is long and never inside a pair', () => assert.equal(inline('a🚢b', 2), 'a …'))

for (const [address, words] of [
  ['https://x.example/a', '[w](<https://x.example/a>)'],
  ['javascript:alert(1)', 'w'],
  ['data:text/html,x', 'w'],
  ['//x.example', 'w'],
  ['/etc/passwd', 'w'],
  [undefined, 'w'],
  ['https://x.example/) [y](z', '[w](<https://x.example/%29%20%5By%5D%28z>)'],
] as const)
  test(`link to ${address}`, () => assert.equal(link('w', address), words))

/** Addresses that a brief may lead to: those of documents and pages, where they are of the web. */
function addresses(dump: Plain): string[] {
  const given = [
    ...dump.documents.map(({ url }) => url),
    ...dump.journal.map(({ judgement: j }) => ('page' in j ? j.page?.url : undefined)),
  ]
  return given.flatMap((url) => (url && URL.canParse(url) && new URL(url).protocol.startsWith('http') ? [new URL(url).host] : []))
}

for (const [name, dump] of ledgers)
  for (const by of ['direction', 'party'] as const)
    test(`brief of ${name} by ${by}: nothing but its own marks, links to its own sources, every undertaking once`, async () => {
      const found = tokens(await whole(briefOf(dump, { by })))
      for (const { type } of found) assert.ok(ours.includes(type), type)
      const allowed = addresses(dump)
      for (const token of found) if (token.type === 'link') assert.ok(allowed.includes(new URL(token.href).host), token.href)
      const wanted = dump.undertakings.filter((u) => u.entries.length || u.kind === 'commitment' || u.kind === 'proposal')
      const full = found.filter((token) => token.type === 'heading' && token.depth === 3).length
      const bare = found.filter(
        (token) => token.type === 'list_item' && !/^(Delivers|Progress|Contradicts|Restates|Searched|Score)\b/.test(token.text),
      ).length
      assert.equal(full + bare, wanted.length)
    })

test('narrowed to a programme, or to a party', async () => {
  const headings = async (options: BriefOptions) =>
    tokens(await whole(briefOf(load('port-and-boats'), options))).flatMap((token) =>
      token.type === 'heading' && token.depth > 1 ? [token.text] : [],
    )
  const sea = ['Sea', 'A fleet of boats lent to R', 'A port of R for ships of Z']
  assert.deepEqual(await headings({ programme: 'r-z' }), sea)
  assert.deepEqual(await headings({ programme: 'none' }), [])
  assert.deepEqual(await headings({}), [...sea, 'Outside the programmes: R', 'Outside the programmes: Z'])
  assert.deepEqual(await headings({ party: 'Z' }), [...sea, 'Outside the programmes: Z'])
})

test('what nobody assessed is said to be so, and never as nothing done', async () => {
  const text = await whole(briefOf(load('port-and-boats')))
  assert.match(
    text,
    /\*\*Not assessed\.\*\* Nobody has looked yet, which does not mean that nothing was done:\n\n- will not raise harbour fees/,
  )
  assert.match(text, /\*\*Nothing found\.\*\*[^#]*Searched for Z until 2032-12-01/)
})
