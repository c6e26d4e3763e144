import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'

type Answer = (response: ServerResponse, request: IncomingMessage) => void

export const page =
  '<!doctype html><html lang="en"><head><title>On ports</title></head><body><p>France will open a port in the north of Z by the end of 2033.</p></body></html>'
const html = { 'content-type': 'text/html; charset=utf-8' }
const gone =
  (to: string): Answer =>
  (response) =>
    response.writeHead(302, { location: to }).end()
/** Zeros: 30 MB in 30 KB. */
const bomb = gzipSync(Buffer.alloc(30_000_000))

/** What a server can do to one who asks, by path. */
const answers: Readonly<Record<string, Answer>> = {
  '/page': (response) => response.writeHead(200, html).end(page),
  '/gzip': (response) => response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync(page)),
  '/br': (response) => response.writeHead(200, { ...html, 'content-encoding': 'br' }).end(brotliCompressSync(page)),
  '/moved': gone('/page'),
  '/metadata': gone('http://169.254.169.254/latest/meta-data/'),
  '/private': gone('http://10.0.0.1/'),
  '/mapped': gone('http://[::ffff:10.0.0.1]/'),
  '/file': gone('file:///etc/passwd'),
  '/nowhere': gone('http://['),
  '/password': gone('http://user:secret@127.0.0.1/'),
  '/loop': gone('/loop'),
  '/no-location': (response) => response.writeHead(302).end(),
  '/missing': (response) => response.writeHead(404, html).end(page),
  '/busy': (response) => response.writeHead(503, { 'retry-after': '120' }).end(),
  '/secret': (response) => response.writeHead(401).end(),
  '/picture': (response) => response.writeHead(200, { 'content-type': 'image/png' }).end(page),
  '/video-of-text': (response) => response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(page),
  '/page-as-text': (response) => response.writeHead(200, { 'content-type': 'text/plain' }).end(page),
  '/lying-charset': (response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-16le' }).end(page.replace('a port', 'a caf\u00e9')),
  '/lying-packing': (response) => response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(page),
  '/unknown-packing': (response) => response.writeHead(200, { ...html, 'content-encoding': 'x-own' }).end(page),
  '/bomb': (response) => response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(bomb),
  '/says-large': (response) => {
    response.writeHead(200, { ...html, 'content-length': '99999999999' })
    response.write('x')
  },
  '/endless': (response) => {
    response.writeHead(200, html)
    const write = () => {
      while (!response.destroyed && response.write('France will open a port. '.repeat(400)));
    }
    response.on('drain', write)
    write()
  },
  '/drip': (response) => {
    response.writeHead(200, html)
    const timer = setInterval(() => response.write('.'), 20)
    response.on('close', () => clearInterval(timer))
  },
  '/silent': () => {},
  '/broken-off': (response) => {
    response.writeHead(200, { ...html, 'content-length': '5000' })
    response.write(page)
    setTimeout(() => response.destroy(), 20)
  },
  '/no-http': (response) => response.socket?.end('220 mail.z.example ESMTP\r\n'),
  '/many-headers': (response) => response.socket?.end(`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(100_000)}\r\n`),
}

/** Starts the server on loopback. `seen`: the hosts that it was asked as. */
export async function startServer(): Promise<{ base: string; port: number; seen: string[]; paths: readonly string[]; stop: () => void }> {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(request.headers.host ?? '')
    response.on('error', () => {})
    const answer = answers[request.url ?? '']
    if (answer) answer(response, request)
    else response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { base: `http://127.0.0.1:${port}`, port, seen, paths: Object.keys(answers), stop }
}
