import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request that a server got: its path, when, and what it said of itself and its conditions. */
export interface Asked {
  readonly path: string
  readonly at: number
  readonly headers: IncomingMessage['headers']
}

/** What a server answers at a path: a body as a page, or whatever a function does. */
export type Answer = string | ((response: ServerResponse, request: IncomingMessage) => void)

/** A real server on loopback whose answers a test changes while it runs. */
export interface FeedServer {
  readonly base: string
  readonly asked: Asked[]
  /** By path. Feeds are sent with an `ETag` of their content, and 304 where it is asked for. */
  readonly answers: Map<string, Answer>
  /** Paths asked for since the last call, robots.txt among them. */
  readonly paths: () => string[]
  readonly stop: () => void
}

export async function startFeedServer(): Promise<FeedServer> {
  const answers = new Map<string, Answer>()
  const asked: Asked[] = []
  let told = 0
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push({ path, at: Date.now(), headers: request.headers })
    response.on('error', () => {})
    const answer = answers.get(path)
    if (answer === undefined) response.writeHead(404).end()
    else if (typeof answer === 'function') answer(response, request)
    else sendWhole(response, request, answer)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answers,
    paths: () => {
      const since = asked.slice(told)
      told = asked.length
      return since.map(({ path }) => path)
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function sendWhole(response: ServerResponse, request: IncomingMessage, body: string): void {
  const isFeed = /<(?:rss|feed)\b/.test(body)
  const etag = `"${Buffer.from(body).length}-${body.split('').reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) >>> 0, 7)}"`
  if (isFeed && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end()
    return
  }
  const type = isFeed ? 'application/rss+xml; charset=utf-8' : /^user-agent/i.test(body) ? 'text/plain' : 'text/html; charset=utf-8'
  response.writeHead(200, { 'content-type': type, ...(isFeed ? { etag, 'last-modified': 'Tue, 07 Jun 2033 10:00:00 GMT' } : {}) }).end(body)
}

/** An item of RSS with its words in it. */
export interface Item {
  readonly id: string
  readonly title?: string
  readonly link?: string
  readonly words?: string
  readonly summary?: string
  readonly date?: string
}

/** A feed of RSS, the newest item first. */
export const rssOf = (items: readonly Item[], title = 'Ministry of Ruritania'): string => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title><language>en</language>
${items
  .map(
    ({
      id,
      title: name,
      link,
      words,
      summary,
      date,
    }) => `<item><guid isPermaLink="false">${id}</guid><title>${name ?? `Readout ${id}`}</title>
${link ? `<link>${link}</link>` : ''}${date ? `<pubDate>${date}</pubDate>` : ''}
${summary ? `<description>${summary}</description>` : ''}${words ? `<content:encoded><![CDATA[<p>${words}</p>]]></content:encoded>` : ''}</item>`,
  )
  .join('\n')}
</channel></rss>`

/** A page of its own with some words. */
export const pageOf = (words: string, title = 'A readout', more = ''): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${more}</head><body><p>${words}</p></body></html>`
