import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IntakeError } from '../../src/intake/error.ts'
import { sourceOfBytes } from '../../src/intake/intake.ts'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((one) => (typeof one === 'string' ? Buffer.from(one, 'latin1') : Buffer.from(one))))
/** "Россия откроет порт и построит дорогу к нему." by the table of windows-1251, koi8-r. */
const russian = 'Россия откроет порт и построит новую дорогу к нему до конца года.'
const cp1251 = Buffer.from([...russian].map((c) => (c >= 'А' && c <= 'я' ? c.charCodeAt(0) - 0x410 + 0xc0 : c.charCodeAt(0))))
const utf16le = Buffer.from('France will open a port.', 'utf16le')
const gb18030 = Buffer.from([0xd6, 0xd0, 0xb7, 0xbd, 0xbd, 0xab, 0xbf, 0xaa, 0xc9, 0xe8, 0xb8, 0xdb, 0xbf, 0xda, 0xa1, 0xa3])

const rows: readonly (readonly [
  name: string,
  bytes: Uint8Array,
  type: string | undefined,
  text: string,
  encoding: string,
  remark: RegExp | undefined,
])[] = [
  ['UTF-8', Buffer.from('café'), undefined, 'café', 'utf-8', undefined],
  ['UTF-8 with its mark', Buffer.from('\ufeffcafé'), undefined, 'café', 'utf-8', undefined],
  [
    'UTF-16 with its mark',
    Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le]),
    undefined,
    'France will open a port.',
    'utf-16le',
    undefined,
  ],
  ['UTF-16 without', utf16le, undefined, 'France will open a port.', 'utf-16le', /assumed: utf-16le/],
  ['UTF-16 big-endian without', Buffer.from(utf16le).swap16(), undefined, 'France will open a port.', 'utf-16be', /assumed: utf-16be/],
  ['windows-1251, detected', cp1251, undefined, russian, 'windows-1251', /assumed: windows-1251 \(detected/],
  ['windows-1251, declared', cp1251, 'text/plain; charset=windows-1251', russian, 'windows-1251', undefined],
  ['gb18030, declared', gb18030, 'text/plain; charset=gb2312', '中方将开设港口。', 'gbk', undefined],
  [
    'windows-1252, detected',
    bytes('The café of the ', [0xe9], 'lys', [0xe9], 'e will open.'),
    undefined,
    'The café of the élysée will open.',
    'windows-1252',
    /assumed/,
  ],
  [
    'a lie: UTF-8 declared as latin',
    Buffer.from('café'),
    'text/plain; charset=iso-8859-1',
    'café',
    'utf-8',
    /declared as windows-1252, but the bytes are utf-8/,
  ],
  [
    'a lie: windows-1251 declared as UTF-8',
    cp1251,
    'text/plain; charset=utf-8',
    russian,
    'windows-1251',
    /declared as utf-8, but the bytes are not/,
  ],
  [
    'an encoding that nobody knows',
    Buffer.from('abc'),
    'text/plain; charset=x-none',
    'abc',
    'utf-8',
    /declared encoding x-none is unknown/,
  ],
]
for (const [name, input, type, text, encoding, remark] of rows)
  test(`encoding: ${name}`, async () => {
    const { source, original, remarks } = await sourceOfBytes(input, type ? { type } : {})
    assert.equal(source.text, text)
    assert.equal('encoding' in original && original.encoding, encoding)
    if (remark) assert.match(remarks.join('\n'), remark)
    else
      assert.deepEqual(
        remarks.filter((one) => !one.startsWith('language recognised')),
        [],
      )
  })

test('a page in windows-1251 by its own word', async () => {
  const page = Buffer.concat([
    bytes('<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body><p>'),
    cp1251,
  ])
  const { source, original } = await sourceOfBytes(page)
  assert.equal(source.text, russian)
  assert.equal('encoding' in original && original.encoding, 'windows-1251')
})

const refused: readonly (readonly [name: string, input: Uint8Array, message: RegExp, given?: { name: string }])[] = [
  ['half a UTF-16 character', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le, Buffer.from([65])]), /UTF-16 with half a character/],
  ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0]), /is binary/],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /is a picture/],
  ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), /is compressed/],
  ['an old Word file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), /old office document/],
  ['RTF', Buffer.from('{\\rtf1 France}'), /rich text/],
  ['a page without text', Buffer.from('<!doctype html><html><body><script>x()</script></body></html>'), /page without text/],
  [
    'a page of one list of links',
    Buffer.from(`<!doctype html><body><ul>${'<li><a href="/x">Minister visits a town</a></li>'.repeat(9)}</ul>`),
    /^is a page of links without text; name the addresses of the texts$/,
  ],
  [
    'a page to log in, of controls alone',
    Buffer.from('<!doctype html><body><form><input name="user"><input type="password"></form>'),
    /^is a page to log in/,
  ],
  [
    'a page to log in',
    Buffer.from('<!doctype html><body><h1>Welcome</h1><form action="/in"><label>Name <input name=u></label><input type="password"></form>'),
    /is a page to log in/,
  ],
  [
    'a page that is not there',
    Buffer.from('<!doctype html><title>404 | Z</title><body><h1>Sorry</h1><p>Try the search.</p>'),
    /no such page/,
  ],
  [
    'a page of links',
    Buffer.from(`<!doctype html><title>News</title><body>${'<div><a href="/x">France will open a port of news</a></div>'.repeat(30)}`),
    /page of links/,
  ],
  ['a page nested to hang a parser', Buffer.from(`<!doctype html><body>${'<div>'.repeat(100_000)}`), /nest more than/],
]
for (const [name, input, message] of refused)
  test(`refused: ${name}`, async () => {
    await assert.rejects(sourceOfBytes(input), (error) => error instanceof IntakeError && message.test(error.message))
  })

test('a page in a .txt is read as a page, and that is said', async () => {
  const { source, remarks } = await sourceOfBytes(Buffer.from('<!DOCTYPE html>\n<p>France will open a port.'), { name: 'a.txt' })
  assert.equal(source.text, 'France will open a port.')
  assert.deepEqual(remarks, ['the name says plain text, but it is a page (HTML)'])
})
