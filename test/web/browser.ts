import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { type Browser, chromium, type Page } from 'playwright-core'
import { sourceOf } from '../../src/cli/intake.ts'
import { parseProgramme } from '../../src/programme/parse.ts'
import { createApp } from '../../src/server/app.tsx'
import type { House } from '../../src/server/house.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { newFolder } from '../folder.ts'

/** Where Debian and the usual distributions put Chromium; CHROMIUM says otherwise. */
const places = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Path of a browser on this machine; undefined where there is none, and tests say that they were skipped. */
export const browserPath = places.find((path) => path && existsSync(path))

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath as string, args: ['--no-sandbox', '--disable-dev-shm-usage'] })

/** A running server over a ledger of its own, with what ends it. */
export interface Running {
  readonly url: string
  readonly store: Store
  readonly close: () => Promise<void>
}

/** A server on loopback over a new ledger with the programme and the samples of the project, for the author given. */
export async function startDemo({ author = 'tester', today = '2031-06-01' } = {}): Promise<Running> {
  const store = await openStore(join(newFolder(), 'demo.db'), { create: true })
  const folder = 'programmes/china-kazakhstan'
  const parsed = parseProgramme(new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')])))
  await store.append(
    parsed.judgements.map((body) => ({ body, by: `programme:${parsed.name}` })),
    { at: `${parsed.compiled}T00:00:00.000Z` },
  )
  const samples = ['joint-statement.txt', 'damaged-news-copy.txt', 'readout.txt', 'multilateral-communique.txt']
  for (const file of samples) await store.add([{ source: await sourceOf(join('samples', file)), externalId: file }])
  return start(store, author, today)
}

/** A server on loopback over a ledger. `more`: what else it is told. */
export async function start(store: Store, author: string | undefined, today: string, more: Partial<House> = {}): Promise<Running> {
  const app = createApp({ store, today: () => today, hosts: ['127.0.0.1'], ...(author && { author }), ...more })
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    await new Promise((done) => server.close(done))
    await store.close()
  }
  return { url: `http://127.0.0.1:${port}`, store, close }
}

/** A server over a ledger in a process of its own, as people start it. */
export async function serveElsewhere(
  ledger: string,
  author: string,
): Promise<{ readonly url: string; readonly close: () => Promise<unknown> }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'src/cli/main.ts', 'serve', '--ledger', ledger, '--port', '0', '--by', author],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const url = await new Promise<string>((done, fail) => {
    let said = ''
    child.stdout.on('data', (bytes: Buffer) => {
      said += String(bytes)
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      if (found) done(found[0])
    })
    child.once('exit', (code) => fail(new Error(`serve ended with ${code} before it was ready`)))
  })
  const close = () => {
    const gone = once(child, 'exit')
    child.kill()
    return gone
  }
  return { url, close }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds against WCAG 2 A and AA on a page, a line each. Evaluated over the debugger, which the page's own policy does not bind. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html.slice(0, 200))))`)
}
