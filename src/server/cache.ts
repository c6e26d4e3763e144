import type { MiddlewareHandler } from 'hono'
import { houseOf } from './accounts/who.ts'
import { twinAsked } from './answer.tsx'
import type { House } from './house.ts'

/** Characters of answers that are kept at most. */
const ROOM = 32 * 1024 * 1024

/** What changes without the ledger. */
const ALIVE = /^\/(?:audit|sign-in|account|users)/

interface Kept {
  readonly body: string
  readonly type: string
}

/**
 * Keeps whole answers to GET as long as the ledger does not change and the day is the same: a page is a function of the two, of its
 * address, and of who asks and what they may do. The oldest go first. Who asks for what is being made waits for it instead of making it again.
 */
export function keepAnswers({ store, today }: House): MiddlewareHandler {
  const kept = new Map<string, Kept>()
  const making = new Map<string, Promise<Kept | undefined>>()
  let stamp = ''
  let size = 0
  return async (c, next) => {
    const { pathname, search } = new URL(c.req.url)
    // what is kept is text
    const isFile = /\.(?:csv|xlsx)$|\/original$/.test(pathname)
    if (c.req.method !== 'GET' || pathname.startsWith('/assets/') || isFile || ALIVE.test(pathname)) return next()
    const now = `${await store.version()} ${today()}`
    if (now !== stamp) {
      kept.clear()
      size = 0
      stamp = now
    }
    // a page names the one who asks, and shows the forms that they may send
    const { person } = houseOf(c)
    const key = JSON.stringify([person?.name, person?.role, twinAsked(c).json, pathname + search])
    const known = kept.get(key) ?? (await making.get(`${now} ${key}`))
    if (known) {
      c.header('Vary', 'Accept')
      return c.body(known.body, 200, { 'Content-Type': known.type })
    }
    const made = (async (): Promise<Kept | undefined> => {
      await next()
      if (c.res.status !== 200) return undefined
      return { body: await c.res.clone().text(), type: c.res.headers.get('content-type') ?? 'text/html; charset=UTF-8' }
    })()
    making.set(`${now} ${key}`, made)
    const answer = await made.finally(() => making.delete(`${now} ${key}`))
    if (!answer || now !== stamp || answer.body.length > ROOM / 8) return
    for (const [old, { body }] of kept) {
      if (size + answer.body.length <= ROOM) break
      kept.delete(old)
      size -= body.length
    }
    kept.set(key, answer)
    size += answer.body.length
  }
}
