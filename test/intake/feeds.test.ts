import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { IntakeError } from '../../src/intake/error.ts'
import { feedOf } from '../../src/intake/feed/feed.ts'
import { intakeOfEntry } from '../../src/intake/feed/take.ts'
import type { Fetched } from '../../src/intake/fetch/fetch.ts'
import { formOf } from '../../src/intake/form.ts'
import { pageOf, rssOf } from './feed-server.ts'

const url = 'https://mfa.example/feeds/all.xml'
const bytes = (text: string) => new TextEncoder().encode(text)
const feed = (text: string, type?: string) => feedOf(bytes(text), { url, ...(type ? { type } : {}) })
/** A page at any address. */
const page =
  (body: string) =>
  async (address: string): Promise<Fetched> => ({
    status: 200,
    bytes: bytes(body),
    type: 'text/html',
    url: address,
    headers: {},
  })
const noPage = undefined

const rss = (item: string, channel = '') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Ministry &amp; Sons</title><link>https://mfa.example/news/</link>${channel}<item>${item}</item></channel></rss>`
const atom = (entry: string, top = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${top}><title type="html">The &lt;b&gt;Ministry&lt;/b&gt;</title><entry>${entry}</entry></feed>`
const words = '<p>France will open a port.</p>'

/** A feed of one entry: what it is read as. */
const cases: readonly (readonly [name: string, text: string, fields: object, text: string | undefined])[] = [
  [
    'RSS with its text in CDATA',
    rss(
      `<title>Ports &amp; ships</title><link>a.html</link><pubDate>Tue, 07 Jun 2033 10:00:00 +0000</pubDate><content:encoded><![CDATA[<p>France &amp; Z will open a caf&eacute;.</p>]]></content:encoded>`,
    ),
    { title: 'Ports & ships', date: '2033-06-07', publisher: 'Ministry & Sons', url: 'https://mfa.example/news/a.html' },
    'France & Z will open a café.',
  ],
  [
    'RSS with its text as entities, and a title with markup',
    rss(
      `<title>On &lt;i&gt;ports&lt;/i&gt; &amp;amp; ships</title><link>/a</link><content:encoded>&lt;p&gt;France &amp;amp; Z will open a port.&lt;/p&gt;</content:encoded>`,
    ),
    { title: 'On ports & ships', publisher: 'Ministry & Sons', url: 'https://mfa.example/a' },
    'France & Z will open a port.',
  ],
  [
    'RSS whose description is all it has',
    rss('<title>A</title><description>France will open a port.</description>'),
    { title: 'A', publisher: 'Ministry & Sons' },
    undefined,
  ],
  [
    'RSS that takes an entry from elsewhere, with a date of Dublin Core and a language',
    rss(
      `<title>A</title><guid>https://z.example/1</guid><source url="https://z.example/feed">Agency Z</source><dc:date>2033-06-07T23:00:00Z</dc:date><content:encoded>${'<![CDATA['}${words}]]></content:encoded>`,
      '<language>en-GB</language>',
    ),
    { title: 'A', date: '2033-06-07', publisher: 'Agency Z', url: 'https://z.example/1', language: 'en-GB' },
    'France will open a port.',
  ],
  [
    'Atom with XHTML, addresses relative to xml:base',
    atom(
      `<id>urn:1</id><title>A</title><link rel="self" href="x"/><link href="b.html"/><published>2033-06-07T10:00:00Z</published><updated>2033-07-01T10:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>France will <b>open</b> a port.</p><p>2 &lt; 3</p></div></content>`,
      'xml:base="https://z.example/x/" xml:lang="en"',
    ),
    { title: 'A', date: '2033-06-07', publisher: 'The Ministry', url: 'https://z.example/x/b.html', language: 'en' },
    'France will open a port.\n\n2 < 3',
  ],
  [
    'Atom with plain text, dated by its change',
    atom(
      '<id>urn:1</id><title type="text">2 &lt; 3</title><updated>2033-07-01T10:00:00Z</updated><content>France will open &lt;a&gt; port.</content>',
    ),
    { title: '2 < 3', date: '2033-07-01', publisher: 'The Ministry' },
    'France will open <a> port.',
  ],
  [
    'RDF (RSS 1.0)',
    `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="x"><title>M</title></channel><item rdf:about="https://z.example/1"><title>A</title><link>https://z.example/1</link><dc:date>2033-06-07</dc:date><content:encoded><![CDATA[${words}]]></content:encoded></item></rdf:RDF>`,
    { title: 'A', date: '2033-06-07', publisher: 'M', url: 'https://z.example/1' },
    'France will open a port.',
  ],
  [
    'JSON Feed',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'M',
      language: 'en',
      items: [{ id: '1', url: '/one', title: 'A', date_published: '2033-06-07T00:00:00Z', content_html: words }],
    }),
    { title: 'A', date: '2033-06-07', publisher: 'M', url: 'https://mfa.example/one', language: 'en' },
    'France will open a port.',
  ],
  [
    'a document type of old',
    `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.example/rss-0.91.dtd"><rss version="0.91"><channel><title>M</title><item><title>A</title><link>https://z.example/1</link></item></channel></rss>`,
    { title: 'A', publisher: 'M', url: 'https://z.example/1' },
    undefined,
  ],
]

for (const [name, text, fields, content] of cases)
  test(`${name} is an entry with its fields, each with its ground`, async () => {
    assert.equal(formOf(bytes(text), {}), 'feed')
    const { entries } = await feed(text)
    assert.equal(entries.length, 1)
    const [entry] = entries
    assert.ok(entry)
    assert.deepEqual(entry.fields, fields)
    assert.deepEqual(Object.keys(entry.grounds).sort(), Object.keys(fields).sort())
    for (const ground of Object.values(entry.grounds)) assert.match(ground, /^feed /)
    assert.equal(entry.content === undefined, content === undefined)
    if (content === undefined) return
    const { source, remarks } = await intakeOfEntry(entry, { fetchPage: noPage })
    assert.equal(source.text.trim(), content)
    assert.deepEqual({ ...source, text: '' }, { ...fields, text: '' })
    assert.deepEqual(remarks, [])
  })

for (const [name, cut] of [
  ['an ellipsis', 'France will open a port and …'],
  ['dots in brackets', 'France will open a port and [...]'],
  ['an ellipsis as an entity, and a link after it', '<p>France will open a port and [&hellip;] <a href="/a">Read more</a></p>'],
] as const)
  test(`words that end in ${name} are the beginning of a text: its page is fetched`, async () => {
    const [entry] = (await feed(rss(`<title>A</title><link>/a</link><content:encoded><![CDATA[${cut}]]></content:encoded>`))).entries
    assert.ok(entry && !entry.content && entry.summary)
    const { source } = await intakeOfEntry(entry, { fetchPage: page(pageOf('France will open a port and a school.', 'A')) })
    assert.equal(source.text.trim(), 'France will open a port and a school.')
  })

test('without fetching, what the feed has is read, and that is said', async () => {
  const [entry] = (await feed(rss('<title>A</title><link>/a</link><description>France will open a port.</description>'))).entries
  assert.ok(entry)
  const { source, remarks } = await intakeOfEntry(entry, { fetchPage: noPage })
  assert.equal(source.text.trim(), 'France will open a port.')
  assert.deepEqual(remarks, ['only what the feed says of it was read, not its page'])
})

test('an entry that disagrees with its page: the feed counts, the page is told', async () => {
  const item = '<title>On ports</title><link>https://mfa.example/ports</link><pubDate>Tue, 07 Jun 2033 10:00:00 GMT</pubDate>'
  const [entry] = (await feed(rss(item))).entries
  assert.ok(entry)
  const own =
    '<meta property="article:published_time" content="2033-06-19"><meta property="og:title" content="On railways"><link rel="canonical" href="https://mfa.example/rail">'
  const { source, grounds, remarks } = await intakeOfEntry(entry, { fetchPage: page(pageOf('France will open a port.', 'x', own)) })
  assert.deepEqual(
    { title: source.title, date: source.date, url: source.url },
    { title: 'On ports', date: '2033-06-07', url: 'https://mfa.example/ports' },
  )
  assert.equal(grounds.date, 'feed pubDate')
  assert.deepEqual(remarks, [
    'dates disagree: 2033-06-07 (feed pubDate), 2033-06-19 (meta article:published_time)',
    'titles disagree: “On ports” (feed entry title), “On railways” (meta og:title)',
    'addresses disagree: https://mfa.example/ports (feed entry link), https://mfa.example/rail (link canonical)',
  ])
})

test('an entry that agrees with its page says nothing', async () => {
  const item =
    '<title>On ports</title><link>https://mfa.example/ports/?utm_source=rss</link><pubDate>Tue, 07 Jun 2033 23:00:00 GMT</pubDate>'
  const [entry] = (await feed(rss(item))).entries
  assert.ok(entry)
  const own =
    '<meta name="date" content="2033-06-08"><meta property="og:title" content="On Ports | Ministry"><link rel="canonical" href="https://www.mfa.example/ports">'
  const { remarks } = await intakeOfEntry(entry, { fetchPage: page(pageOf('France will open a port.', 'x', own)) })
  assert.deepEqual(remarks, [])
})

test('words of an entry in another language than the feed says count', async () => {
  const text = rss(
    '<title>A</title><content:encoded><![CDATA[<p>Стороны договорились открыть второй порт на реке до конца следующего года.</p>]]></content:encoded>',
    '<language>en</language>',
  )
  const [entry] = (await feed(text)).entries
  assert.ok(entry)
  const { source, remarks } = await intakeOfEntry(entry, { fetchPage: noPage })
  assert.equal(source.language, 'ru')
  assert.deepEqual(remarks, ['declared as en, but the words are ru'])
})

const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa">${[...'bcdefghij'].map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`
test('entities that expand a billion times are not expanded', async () => {
  const text = `${bomb}<rss version="2.0"><channel><title>&j;</title><item><title>&j;&j;</title><link>https://z.example/1</link><description>&j;</description></item></channel></rss>`
  assert.equal(formOf(bytes(text), {}), 'feed')
  const { entries } = await feed(text)
  assert.ok(JSON.stringify(entries).length < 1000)
})

test('a long entity that is named often is not expanded either', async () => {
  const text = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "${'a'.repeat(9000)}">]><rss version="2.0"><channel><title>M</title><item><title>A</title><description>${'&a;'.repeat(20_000)}</description></item></channel></rss>`
  const found = await feed(text).catch((error: unknown) => error)
  if (found instanceof Error) assert.ok(found instanceof IntakeError)
  else assert.ok(JSON.stringify(found).length < 1_000_000)
})

for (const [name, text, message] of [
  [
    'one that asks for files',
    `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss version="2.0"><channel><title>&a;</title></channel></rss>`,
    /asks for other files \(external entities\)/,
  ],
  ['one broken off', rssOf([{ id: '1', words: 'France will open a port.' }]).slice(0, -60), /^is a broken feed \(.+\); fetch it again/],
  ['one whose elements cross', rss('<title>A</description>'), /^is a broken feed/],
  [
    'a list of feeds',
    '<?xml version="1.0"?><opml version="2.0"><body><outline text="x"><outline xmlUrl="https://z.example/a"/></outline><outline xmlUrl="https://z.example/b"/></body></opml>',
    /^is a list of feeds \(OPML\), not a feed; name the feeds themselves: https:\/\/z.example\/a, https:\/\/z.example\/b$/,
  ],
  ['an empty list of feeds', '<opml version="2.0"><body></body></opml>', /^is a list \(OPML\) in which no feed is named|^is a broken list/],
  ['XML of another kind', '<?xml version="1.0"?><tei><p>France will open a port.</p></tei>', /^is neither a page nor a feed/],
  ['JSON broken off', '{"version":"https://jsonfeed.org/version/1.1","items":[', /^is neither a page nor a feed|^is a broken feed/],
  [
    'a page',
    '<!doctype html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head><p>x',
    /^is a page, not a feed; it names https:\/\/mfa.example\/rss$/,
  ],
  ['elements deep in one another', `<rss version="2.0"><channel>${'<a>'.repeat(100_000)}`, /^is a broken feed/],
  ['a feed of many entries', rssOf(Array.from({ length: 5001 }, (_, i) => ({ id: `${i}` }))), /more than 5000 entries/],
  ['a feed of many characters', `${rssOf([])}${' '.repeat(20_000_000)}`, /more than 20 million characters/],
] as const)
  test(`${name} is refused in a line`, async () => {
    await assert.rejects(
      feed(text),
      (error) => error instanceof IntakeError && message.test(error.message) && !error.message.includes('\n'),
    )
  })

test('an entry that leads to another feed is refused, as is one without anything', async () => {
  const { entries } = await feed(rssOf([{ id: '1', link: 'https://z.example/feed' }, { id: '2' }]))
  const [first, second] = entries
  assert.ok(first && second)
  await assert.rejects(intakeOfEntry(first, { fetchPage: page(rssOf([])) }), /leads to another feed \(https:\/\/z.example\/feed\)/)
  await assert.rejects(intakeOfEntry(second, { fetchPage: page('') }), /has neither a text nor an address/)
})

test('a feed in windows-1251 is decoded as it declares', async () => {
  const text =
    '<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>M</title><item><title>Порт</title><link>https://z.example/1</link></item></channel></rss>'
  const coded = Uint8Array.from(text, (char) => {
    const code = char.charCodeAt(0)
    return code < 128 ? code : code - 0x410 + 0xc0
  })
  assert.equal((await feedOf(coded, {})).entries[0]?.fields.title, 'Порт')
})

test('addresses of other schemes are none', async () => {
  const { entries } = await feed(
    rssOf([
      { id: 'x', link: 'file:///etc/passwd' },
      { id: 'y', link: 'javascript:alert(1)' },
    ]),
  )
  assert.deepEqual(
    entries.map(({ link, fields }) => [link, fields.url]),
    [
      [undefined, undefined],
      [undefined, undefined],
    ],
  )
})

test('whatever stands in a feed, it gives entries or one line', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<![CDATA[',
      ']]>',
      '&amp;',
      '&x;',
      '<content:encoded>',
      '</content:encoded>',
      '<link>',
      '</link>',
      '<guid>',
      '<!--',
      '-->',
      '<?a?>',
      'https://z.example/1',
      '\u0000',
      '<p>France',
    ),
    fc.string({ maxLength: 12 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      try {
        const { entries } = await feed(`<rss version="2.0"><channel>${pieces.join('')}</channel></rss>`)
        for (const entry of entries) await intakeOfEntry(entry, { fetchPage: noPage })
      } catch (error) {
        assert.ok(error instanceof IntakeError, String(error))
        assert.ok(!error.message.includes('\n'))
      }
    }),
    { numRuns: 300 },
  )
})
