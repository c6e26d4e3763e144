import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { leave, open } from '../../src/cli/serve/listen.ts'
import { startWorld, type World } from './accounts/world.ts'

let world: World
let cookie: string
let port: number
let close: () => Promise<void>
before(async () => {
  world = await startWorld()
  cookie = await world.signIn('Edda')
  const opened = await open(world.app.fetch, '127.0.0.1', 0, 1200)
  port = opened.port
  close = () => new Promise((done) => leave(opened.server, done))
})
after(async () => {
  await close()
  await world.close()
})

/** Sends the beginning of a request, then a byte now and then, and gives what comes back until the connection ends. */
function drip(beginning: string, every = 100): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    const dripping = setInterval(() => socket.write('x'), every)
    socket.on('data', (piece) => {
      answer += piece
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      clearInterval(dripping)
      done(answer)
    })
    socket.write(beginning)
  })
}

test('a form that comes byte by byte, and a head that never ends, are cut off; others are answered meanwhile', async () => {
  const head = `POST /evidence HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nCookie: ${cookie}\r\n`
  const form = `${head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\ntext=`
  const chunked = `${head}Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\ntext=`
  const before = (await world.store.stats()).judgements
  const slow = Promise.all([drip(form), drip(`${head}X-Long: `), drip(chunked), ...Array.from({ length: 20 }, () => drip(form))])
  const answer = await fetch(`http://127.0.0.1:${port}/ledger`, { headers: { cookie } })
  assert.equal(answer.status, 200)
  for (const said of await slow) assert.match(said, /^(?:HTTP\/1\.1 408|$)/)
  assert.equal((await world.store.stats()).judgements, before)
})

test('what is no form is refused with a line, not taken for a fault of the server', async () => {
  const faults: unknown[] = []
  const { error } = console
  console.error = (fault) => faults.push(fault)
  for (const [type, body] of [
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="text"\r\n\r\nno end'],
    ['multipart/form-data; boundary=b', '\0\ufffd'],
  ] as const) {
    const headers = { cookie, origin: `http://127.0.0.1:${port}`, 'content-type': type }
    const answer = await fetch(`http://127.0.0.1:${port}/evidence`, { method: 'POST', headers, body })
    assert.equal(answer.status, 400)
    assert.match(await answer.text(), /did not arrive whole/)
  }
  console.error = error
  assert.deepEqual(faults, [])
})

test('more than a form may hold is refused, with and without its length said', async () => {
  const send = (path: string, size: number, chunked: boolean) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { cookie, origin: `http://127.0.0.1:${port}`, 'content-type': 'application/x-www-form-urlencoded' },
      ...(chunked ? { duplex: 'half', body: new Blob([`text=${'x'.repeat(size)}`]).stream() } : { body: `text=${'x'.repeat(size)}` }),
    } as RequestInit).then(
      ({ status }) => status,
      () => 'cut off',
    )
  for (const chunked of [false, true])
    for (const [path, size] of [
      // a file that /read takes comes there in Base64
      ['/texts', 6_000_000],
      ['/read', 5_000_000],
      ['/evidence', 100_000],
      ['/sign-in', 100_000],
    ] as const)
      assert.ok([413, 'cut off'].includes(await send(path, size, chunked)), `${path} ${chunked}`)
  assert.equal((await fetch(`http://127.0.0.1:${port}/${'x'.repeat(5000)}`, { headers: { cookie } })).status, 414)
})
