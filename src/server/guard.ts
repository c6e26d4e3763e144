import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import type { House } from './house.ts'

/** Longest address that is answered, in characters; largest form, in bytes. */
const ADDRESS = 4000
const FORM = 64 * 1024
/** Largest form that brings a text, and largest document that is fetched for one, in bytes. */
export const TEXT = 4 * 1024 * 1024

/** What is asked of every request before it is looked at, and said with every answer. */
export function guard(app: Hono, { hosts, accounts }: House): void {
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      // without a proxy that speaks HTTPS a browser must not be told to come back by HTTPS only
      strictTransportSecurity: accounts?.behindProxy ? 'max-age=15552000' : false,
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
    }),
  )
  // A card is made to stand in other pages; nothing can be done on it.
  app.use('/embed/*', async (c, next) => {
    await next()
    c.res.headers.delete('X-Frame-Options')
    c.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
    c.res.headers.set('Content-Security-Policy', "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'")
  })
  app.use(async (c, next) => {
    if (c.req.url.length > ADDRESS) return c.text('This address is too long.', 414)
    const { host, hostname } = new URL(c.req.url)
    if (hosts && !hosts.includes(host) && !hosts.includes(hostname)) return c.text('This server does not answer under that name.', 421)
    return next()
  })
  app.use(csrf({ origin: (origin, c) => origin === originOf(c, accounts?.behindProxy === true) }))
}

/**
 * Takes in the form of a request that was let pass: no larger than it may be, and whole.
 * @param broken what is answered to one that is cut off, or is no form
 */
export function takeForms(app: Hono, broken: (c: Context) => Promise<Response>): void {
  const limit = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => c.text('That is more than this form takes.', 413) })
  // what was read comes back as Base64 from the page that shows it
  const [small, large, again] = [limit(FORM), limit(TEXT), limit(Math.ceil(TEXT * 1.4))]
  app.use((c, next) => (c.req.path === '/read' ? large : c.req.path === '/texts' ? again : small)(c, next))
  app.use(async (c, next) => {
    if (c.req.method !== 'POST') return next()
    try {
      // kept by the request: whoever answers finds it there
      await c.req.formData()
    } catch {
      return broken(c)
    }
    return next()
  })
}

/** A connection that its other end has cut is nobody's fault here. */
export const isCutOff = (error: Error): boolean => 'code' in error && error.code === 'ECONNRESET'

/** Where forms of this server come from. A proxy that speaks HTTPS passes the name on, not the scheme. */
const originOf = (c: Context, behindProxy: boolean): string => {
  const { origin, host } = new URL(c.req.url)
  return behindProxy ? `https://${host}` : origin
}
