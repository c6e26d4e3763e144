import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { sourceOfBytes } from '../../src/intake/intake.ts'

const page = (name: string, given = {}) => sourceOfBytes(readFileSync(`test/intake/pages/${name}.html`), { name: `${name}.html`, ...given })
const html = (head: string, body = 'France will open a port.') =>
  sourceOfBytes(Buffer.from(`<!doctype html><head>${head}</head><body><p>${body}</p></body>`), {})

test('a page of a ministry: every field with its ground', async () => {
  const { source, grounds, remarks } = await page('ministry-statement')
  const { text: _, ...about } = source
  assert.deepEqual(about, {
    title: 'Joint statement on river transport',
    date: '2031-06-07',
    publisher: 'Ministry of Foreign Affairs of the Republic of Z',
    language: 'en-GB',
    url: 'https://mfa.z.example/en/news/2031/06/07/river-transport',
  })
  assert.deepEqual(grounds, {
    title: 'meta og:title',
    date: 'meta article:published_time',
    publisher: 'meta og:site_name',
    language: 'html lang',
    url: 'link canonical',
  })
  assert.deepEqual(remarks, [])
})

test('a newspaper: JSON-LD, of which one script is broken, and a date that the address contradicts', async () => {
  const { source, remarks } = await page('newspaper')
  assert.equal(source.date, '2031-06-09')
  assert.equal(source.publisher, 'The River Post')
  assert.equal(source.url, 'https://post.example/2031/06/01/port-deal')
  assert.deepEqual(remarks, ['dates disagree: 2031-06-09 (JSON-LD), 2031-06-01 (address)'])
})

test('a page that goes on says where', async () => {
  const { remarks } = await page('first-of-two')
  assert.deepEqual(remarks, ['the page says that the text goes on at https://mfa.z.example/talks?page=2'])
})

test('nothing is guessed: a page that states nothing has no fields', async () => {
  const { source, grounds } = await html('')
  assert.deepEqual(source, { text: 'France will open a port.' })
  assert.deepEqual(grounds, {})
})

for (const [written, day] of [
  ['2031-06-07', '2031-06-07'],
  ['2031-06-07T23:30:00-05:00', '2031-06-07'],
  ['2031/6/7', '2031-06-07'],
  ['20310607', '2031-06-07'],
  ['20310607093000', '2031-06-07'],
  ['2031年6月7日 09:30', '2031-06-07'],
  ['Sat, 07 Jun 2031 09:30:00 GMT', '2031-06-07'],
  ['June 7, 2031', '2031-06-07'],
  ['2031-02-30', undefined],
  ['2031-13-01', undefined],
  ['last week', undefined],
  ['07.06.2031', undefined],
] as const)
  test(`date written ${written}`, async () => assert.equal((await html(`<meta name="date" content="${written}">`)).source.date, day))

for (const [name, head, url, wanted] of [
  ['a script for an address', '<link rel="canonical" href="javascript:alert(1)">', undefined, undefined],
  ['a relative canonical address', '<link rel="canonical" href="/b">', 'https://z.example/a', 'https://z.example/b'],
  ['none: where it was fetched', '', 'https://z.example/a', 'https://z.example/a'],
  ['a broken one', '<link rel="canonical" href="https://[">', 'https://z.example/a', 'https://z.example/a'],
] as const)
  test(`address: ${name}`, async () => {
    const bytes = Buffer.from(`<!doctype html><head>${head}</head><body><p>France will open a port.</p></body>`)
    assert.equal((await sourceOfBytes(bytes, url ? { url } : {})).source.url, wanted)
  })

test('the name of the site is no part of the title', async () => {
  const { source } = await html('<meta property="og:site_name" content="Z"><title>On ports | Z</title>')
  assert.equal(source.title, 'On ports')
})
