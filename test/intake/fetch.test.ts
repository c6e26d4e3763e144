import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { IntakeError } from '../../src/intake/error.ts'
import { isPublic } from '../../src/intake/fetch/address.ts'
import { fetchBytes } from '../../src/intake/fetch/fetch.ts'
import { sourceOfBytes } from '../../src/intake/intake.ts'
import { page, startServer } from './hostile-server.ts'

const { base, port, seen, paths, stop } = await startServer()
after(stop)
const allowed = { loopback: true, limits: { bytes: 1_000_000, time: 1500 } }
const tried = new Set<string>()
const get = (path: string) => {
  tried.add(path)
  return fetchBytes(base + path, allowed)
}

for (const path of ['/page', '/gzip', '/br', '/moved', '/video-of-text'])
  test(`${path} gives the page`, async () => {
    const { bytes, url } = await get(path)
    assert.equal(Buffer.from(bytes).toString(), page)
    assert.equal(url, `${base}${path === '/moved' ? '/page' : path}`)
  })

for (const [path, message] of [
  ['/metadata', /^is an address inside of a network/],
  ['/private', /^is an address inside of a network/],
  ['/mapped', /^is an address inside of a network/],
  ['/file', /^leads to an address that is not of the web \(file:\)/],
  ['/nowhere', /^leads to what is no address/],
  ['/password', /^leads to an address that holds a name or password/],
  ['/loop', /^leads on more than 5 times/],
  ['/no-location', /^answers 302 and says not where/],
  ['/missing', /^answers 404: there is no such page/],
  ['/busy', /^answers 503: too busy; try again after 120/],
  ['/secret', /^answers 401: it may not be read/],
  ['/picture', /^is no text \(image\/png\)/],
  ['/lying-packing', /^sends what cannot be unpacked|^cannot be fetched|unpacked/],
  ['/unknown-packing', /^comes packed in a way that is not known here \(x-own\)/],
  ['/bomb', /^is larger than 1 MB/],
  ['/says-large', /^is larger than 1 MB/],
  ['/endless', /^is larger than 1 MB/],
  ['/drip', /^took longer than 1.5 seconds/],
  ['/silent', /^took longer than 1.5 seconds/],
  ['/broken-off', /^broke off/],
  ['/no-http', /cannot be unpacked or understood|cannot be fetched/],
  ['/many-headers', /cannot be unpacked or understood|cannot be fetched/],
] as const)
  test(`${path} is refused`, async () => {
    await assert.rejects(get(path), (error) => error instanceof IntakeError && message.test(error.message))
  })

test('a page that lies about its encoding is decoded by its bytes, and that is said', async () => {
  const { bytes, type, url } = await get('/lying-charset')
  const { source, remarks } = await sourceOfBytes(bytes, { url, ...(type ? { type } : {}) })
  assert.match(source.text, /^France will open a café in the north/)
  assert.match(remarks[0] ?? '', /declared as utf-16le, but the bytes are utf-8/)
})

test('a page under the name of plain text is read as a page', async () => {
  const { bytes, type, url } = await get('/page-as-text')
  const { source } = await sourceOfBytes(bytes, { url, ...(type ? { type } : {}) })
  assert.equal(source.title, 'On ports')
  assert.equal(source.url, `${base}/page-as-text`)
})

for (const address of [
  `http://127.0.0.1:${port}/page`,
  `http://localhost:${port}/page`,
  `http://2130706433:${port}/page`,
  `http://0x7f.1:${port}/page`,
  `http://[::1]:${port}/page`,
  `http://[::ffff:127.0.0.1]:${port}/page`,
  'http://169.254.169.254/',
  'http://192.168.1.1/',
  'http://[fd00::1]/',
])
  test(`${address.replace(String(port), 'PORT')} is not fetched without the flag of tests`, async () => {
    await assert.rejects(fetchBytes(address), (error) => error instanceof IntakeError && /inside of a network/.test(error.message))
  })

for (const [address, message] of [
  ['ftp://z.example/', /is not of the web \(ftp:\)/],
  ['https://user:secret@z.example/', /holds a name or password/],
  ['https://[', /is no address/],
] as const)
  test(`${address} is refused`, async () => {
    await assert.rejects(fetchBytes(address), (error) => error instanceof IntakeError && message.test(error.message))
  })

test('a name is resolved once, and the connection goes to the address that was checked', async () => {
  const asked: string[] = []
  // a name that changes its mind: public first, inside afterwards
  const resolve = async (host: string) => {
    asked.push(host)
    return asked.length === 1 ? ['127.0.0.1'] : ['10.0.0.1']
  }
  seen.length = 0
  const { bytes } = await fetchBytes(`http://z.example:${port}/page`, { ...allowed, resolve })
  assert.equal(Buffer.from(bytes).toString(), page)
  assert.deepEqual(asked, ['z.example'])
  assert.deepEqual(seen, [`z.example:${port}`])
})

test('a name of which one address is inside is refused whole', async () => {
  const resolve = async () => ['93.184.216.34', '10.0.0.1']
  await assert.rejects(fetchBytes('http://z.example/', { resolve }), /inside of a network/)
})

for (const [address, is] of [
  ['93.184.216.34', true],
  ['2606:2800:220:1::1', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['192.168.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['fe80::1', false],
  ['fe80::1%eth0', false],
  ['fc00::1', false],
  ['::ffff:93.184.216.34', false],
  ['64:ff9b::a00:1', false],
  ['2002:a00:1::', false],
  ['2001:db8::1', false],
  ['ff02::1', false],
  ['z.example', false],
] as const)
  test(`${address} is ${is ? 'public' : 'not public'}`, () => assert.equal(isPublic(address), is))

test('everything that the server can do was tried', () =>
  assert.deepEqual(
    paths.filter((path) => !tried.has(path)),
    [],
  ))
