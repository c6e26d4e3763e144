import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { refuse, type Setting } from '../answer.tsx'
import type { House } from '../house.ts'
import type { Reader } from '../pages/loaders.ts'

/** Said in a browser that codes blind. It can only hide: nobody gains by setting it by hand. */
const COOKIE = 'stocktake-blind'

/**
 * Pages that stay open in blind mode: those that show no scores, and those that leave out what others gave. All others are closed, whatever they show
 * or will show one day: a standing, a list or a journal may rest on a score that the coder must not know.
 */
const OPEN =
  /^\/(?:coding(?:\.json)?$|coding\/(?:blind|undo)$|(?:undertakings|texts|statements|assets)\/|(?:texts|search|compare|drift|phrase|read|sign-in|account|review|review\/evidence)(?:\.json)?$|openapi\.json$)/

/** Pages that stay open to who judges links blind: those that show neither what belongs together nor what anybody said of it. */
const OPEN_TO_LINKS = /^\/(?:coding(?:\.json)?$|coding\/links(?:\.json)?$|assets\/|(?:sign-in|account)(?:\.json)?$|openapi\.json$)/

/** What can be coded blind. */
export const blindnesses = ['scores', 'links'] as const

/** What somebody codes blind. */
type Blindness = (typeof blindnesses)[number]

/** What a browser in blind mode codes; undefined: it sees everything. */
export function blindTo(c: Context): Blindness | undefined {
  const said = getCookie(c, COOKIE)
  return said === undefined ? undefined : said === 'links' ? 'links' : 'scores'
}

/** Whether a request comes from a browser in blind mode. */
export const isBlind = (c: Context): boolean => blindTo(c) !== undefined

/** Turns blind mode on or off for a browser. */
export function setBlind(c: Context, to: Blindness | undefined): void {
  if (to) setCookie(c, COOKIE, to, { httpOnly: true, sameSite: 'Strict', path: '/' })
  else deleteCookie(c, COOKIE, { path: '/' })
}

/** Who looks at a page. */
export function readerOf(c: Context, { author, rights }: House): Reader {
  return {
    ...(author && { author }),
    ...(rights?.has('undo') && { undoes: true }),
    ...(isBlind(c) && { blind: true }),
    origin: new URL(c.req.url).origin,
  }
}

/** Closes in blind mode what could show other people's scores, or verdicts. */
export function closeBlind(setting: () => Promise<Setting>): MiddlewareHandler {
  return async (c, next) => {
    const blind = blindTo(c)
    if (c.req.method !== 'GET' || !blind || (blind === 'links' ? OPEN_TO_LINKS : OPEN).test(c.req.path)) return next()
    return refuse(
      c,
      await setting(),
      403,
      'You are coding blind, and this page may rest on what others gave. Leave blind coding on the page Coding first.',
    )
  }
}
