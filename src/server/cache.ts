import type { MiddlewareHandler } from 'hono'
import { twinAsked } from './answer.tsx'
import { isBlind } from './blind.ts'
import type { House } from './house.ts'

/** Characters of answers that are kept at most. */
const ROOM = 32 * 1024 * 1024

interface Kept {
  readonly body: string
  readonly type: string
}

/**
 * Keeps whole answers to GET as long as the ledger does not change and the day is the same: a page is a function of the two and of its
 * address. The oldest go first. Who asks for what is being made waits for it instead of making it again.
 */
export function keepAnswers({ store, today }: House): MiddlewareHandler {
  const kept = new Map<string, Kept>()
  const making = new Map<string, Promise<Kept | undefined>>()
  let stamp = ''
  let size = 0
  return async (c, next) => {
    const { host, pathname, search } = new URL(c.req.url)
    if (c.req.method !== 'GET' || pathname.startsWith('/assets/') || pathname.endsWith('.csv') || isBlind(c)) return next()
    const now = `${await store.version()} ${today()}`
    if (now !== stamp) {
      kept.clear()
      size = 0
      stamp = now
    }
    const key = `${twinAsked(c).json ? 'json' : 'html'} ${host}${pathname}${search}`
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
