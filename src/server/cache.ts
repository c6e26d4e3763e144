import type { MiddlewareHandler } from 'hono'
import { houseOf } from './accounts/who.ts'
import { twinAsked } from './answer.tsx'
import { isBlind } from './coding/blind.ts'
import type { House } from './house.ts'

/** Characters of answers that are kept at most. */
const ROOM = 32 * 1024 * 1024

/** Pages that show nothing of what is judged of undertakings: they stay as they are while people code. */
const WORDS = /^\/(?:texts|statements|compare|drift|phrase|read|matrix\/(?:party-topic|party-mechanism|year-force))(?:[/.]|$)/
/** What changes without the ledger. */
const ALIVE = /^\/(?:audit|sign-in|account|users)/

interface Kept {
  readonly body: string
  readonly type: string
  /** Under which words of the ledger and on which day it was made. */
  readonly stamp: string
}

/**
 * Keeps whole answers to GET as long as what they show of the ledger does not change and the day is the same: a page is a function of the two, of its
 * address, and of who asks and what they may do. The oldest go first. Who asks for what is being made waits for it instead of making it again.
 */
export function keepAnswers({ store, today }: House): MiddlewareHandler {
  const kept = new Map<string, Kept>()
  const making = new Map<string, Promise<Kept | undefined>>()
  let size = 0
  const forget = (key: string): void => {
    size -= kept.get(key)?.body.length ?? 0
    kept.delete(key)
  }
  return async (c, next) => {
    const { host, pathname, search } = new URL(c.req.url)
    // what is kept is text
    const isFile = /\.(?:csv|xlsx)$|\/original$/.test(pathname)
    const passes = c.req.method !== 'GET' || pathname.startsWith('/assets/') || isFile || ALIVE.test(pathname)
    if (passes || isBlind(c)) return next()
    const version = await store.version()
    const stamp = `${WORDS.test(pathname) ? `words ${version.words}` : version.all} ${today()}`
    // a page names the one who asks, and shows the forms that they may send
    const { person } = houseOf(c)
    const key = JSON.stringify([person?.name, person?.role, twinAsked(c).json, host + pathname + search])
    const there = kept.get(key)
    const known = there?.stamp === stamp ? there : await making.get(`${stamp} ${key}`)
    if (known) {
      c.header('Vary', 'Accept')
      return c.body(known.body, 200, { 'Content-Type': known.type })
    }
    const made = (async (): Promise<Kept | undefined> => {
      await next()
      if (c.res.status !== 200) return undefined
      return { body: await c.res.clone().text(), type: c.res.headers.get('content-type') ?? 'text/html; charset=UTF-8', stamp }
    })()
    making.set(`${stamp} ${key}`, made)
    const answer = await made.finally(() => making.delete(`${stamp} ${key}`))
    forget(key)
    if (!answer || answer.body.length > ROOM / 8) return
    for (const old of kept.keys()) {
      if (size + answer.body.length <= ROOM) break
      forget(old)
    }
    kept.set(key, answer)
    size += answer.body.length
  }
}
