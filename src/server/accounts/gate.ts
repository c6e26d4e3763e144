import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { matchedRoutes } from 'hono/route'
import { refuse, type Setting, twinAsked } from '../answer.tsx'
import { type House, may, type SigningIn } from '../house.ts'
import { addressOf, networkOf } from './address.ts'
import { Rate } from './limits.ts'
import { forms, isForm, pages, type Right, rightsOf } from './rights.ts'

/** The cookie that holds what a browser was given at sign-in. */
export const COOKIE = 'stocktake'

/** Behind HTTPS the name itself forbids other hosts and plain connections to set it. */
export const prefixOf = ({ behindProxy }: SigningIn): { readonly prefix?: 'host' } => (behindProxy ? { prefix: 'host' } : {})

/** What the browser holds, as it says. */
export const tokenOf = (c: Context, accounts: SigningIn): string | undefined => getCookie(c, COOKIE, prefixOf(accounts).prefix)

/** Forms of one person, or of one address: sixty at once, then two a second; texts: ten, then ten a minute. */
const WRITING = { burst: 60, every: 500 }
const READING = { burst: 10, every: 6000 }
const TEXTS = ['/read', '/texts']

/**
 * Finds out who asks, and lets pass what they may do: forms and pages are held against the tables of rights.
 * @param setting what the page of a refusal has around it
 */
export function gate(house: House, setting: () => Promise<Setting>): MiddlewareHandler {
  const rates = { short: new Rate(WRITING), long: new Rate(READING) }
  return async (c, next) => {
    const { accounts } = house
    const own = accounts ? await entering(c, house, accounts) : house
    c.set('house', own)
    const refused = reads(c) ? pageRefused(c, own) : (formRefused(c, own) ?? (accounts && tooOften(c, own, accounts, rates)))
    if (refused) return refused(await setting())
    await next()
    if (accounts && !c.req.path.startsWith('/assets/')) {
      // what is shown is for who asked: nobody on the way keeps it, the browser asks again
      if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'private, no-cache')
      c.res.headers.append('Vary', 'Cookie')
    }
    return undefined
  }
}

/** An answer that only waits for what stands around it. */
type Refusal = (setting: Setting) => Response | Promise<Response>

const reads = (c: Context): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)

/** The path of the route that answers, as it was registered; undefined where there is none. */
const routeOf = (c: Context): string | undefined => matchedRoutes(c).find(({ method }) => method !== 'ALL')?.path

function pageRefused(c: Context, house: House): Refusal | undefined {
  const route = routeOf(c) ?? ''
  const needed = Object.hasOwn(pages, route) ? pages[route] : 'read'
  if (needed === undefined || needed === 'nothing' || may(house, needed)) return undefined
  return signsIn(house) ? (setting) => signInFirst(c, setting) : (setting) => refuse(c, setting, 403, notYours(house))
}

function formRefused(c: Context, house: House): Refusal | undefined {
  const route = routeOf(c)
  if (route !== undefined && !Object.hasOwn(forms, route))
    return (setting) => refuse(c, setting, 403, 'Nobody may send this form: it is not written down what it asks for.')
  if (route !== undefined && !isForm(c.req.header('content-type')))
    return (setting) => refuse(c, setting, 400, 'Only forms are taken here, sent as forms are.')
  const needed = route === undefined ? 'read' : (forms[route] ?? 'nothing')
  if (needed === 'nothing' || !house.rights) return undefined
  if (signsIn(house))
    return (setting) =>
      refuse(
        c,
        setting,
        401,
        'You are not signed in, or no longer. Sign in in another window, then go back: your words are still in the form.',
      )
  return may(house, needed) ? undefined : (setting) => refuse(c, setting, 403, notYours(house))
}

/** Whether the one who asks could do more after signing in. */
const signsIn = ({ accounts, person }: House): boolean => accounts !== undefined && !accounts.closed && !person

const notYours = ({ person }: House): string =>
  person
    ? `The account ${person.name} (${person.role}) may not do this; who manages the users can change that.`
    : 'This server is for reading only; start it without --read-only for this.'

/** Counts a form. Texts take the server far longer to read than words take to be written down. */
function tooOften(
  c: Context,
  house: House,
  accounts: SigningIn,
  rates: { readonly short: Rate; readonly long: Rate },
): Refusal | undefined {
  const route = routeOf(c) ?? ''
  const needed = forms[route]
  if (needed === undefined || needed === 'nothing') return undefined
  const rate = TEXTS.includes(route) ? rates.long : rates.short
  const wait = rate.take(house.person?.name ?? networkOf(addressOf(c, accounts)), accounts.now())
  return wait > 0 ? (setting) => tooMany(c, setting, wait) : undefined
}

async function entering(c: Context, house: House, accounts: SigningIn): Promise<House> {
  const { author: _, ...rest } = house
  const token = accounts.closed || c.req.path.startsWith('/assets/') ? undefined : tokenOf(c, accounts)
  const person = token === undefined ? undefined : await house.store.accounts.signedIn(token, accounts.now())
  const rights = person ? rightsOf(person.role) : accounts.publicReading ? rightsOf('visitor') : new Set<Right>()
  return { ...rest, rights, ...(person && { person }), ...(person && rights.has('judge') && { author: person.name }) }
}

function signInFirst(c: Context, setting: Setting): Response | Promise<Response> {
  if (twinAsked(c).json) return c.json({ error: 'Sign in first.' }, 401)
  // a page elsewhere shows a card: no form belongs there
  if (c.req.path.startsWith('/embed/')) return refuse(c, setting, 401, 'Sign in first.')
  const { pathname, search } = new URL(c.req.url)
  return c.redirect(`/sign-in${pathname === '/' ? '' : `?${new URLSearchParams({ to: pathname + search })}`}`, 303)
}

/** Says that something was tried too often, and for how long to wait. */
export function tooMany(c: Context, setting: Setting, wait: number): Response | Promise<Response> {
  const seconds = Math.ceil(wait / 1000)
  c.header('Retry-After', String(seconds))
  return refuse(c, setting, 429, `That was too often. Wait ${seconds === 1 ? 'a second' : `${seconds} seconds`} and try again.`)
}
