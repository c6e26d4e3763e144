import type { Context } from 'hono'
import type { VNode } from 'preact'
import { renderPage, type ShellProps } from '../web/shell.tsx'
import { accountOf } from './accounts/who.ts'

/** What a page is beside its data. */
export interface PageOf<T> {
  readonly title: (data: T) => string
  readonly view: (data: T) => VNode | Promise<VNode>
  readonly scripts?: readonly string[]
  readonly search?: (data: T) => string
  /** Where the page stands, where a form is answered with it from another address. */
  readonly path?: (data: T) => string
  /** Set on a page without data of its own. */
  readonly alone?: true
}

/** What every page of one server shares. */
export interface Setting {
  readonly styles: string
  readonly home?: NonNullable<ShellProps['home']>
}

/** A path without the ending of its twin, and whether the twin is asked for: by `.json`, or by an Accept header without HTML. */
export function twinAsked(c: Context): { readonly path: string; readonly json: boolean } {
  const { pathname } = new URL(c.req.url)
  if (pathname.endsWith('.json')) return { path: pathname.slice(0, -5), json: true }
  const accept = c.req.header('accept') ?? ''
  return { path: pathname, json: /\bapplication\/json\b/.test(accept) && !/\btext\/html\b/.test(accept) }
}

/** The rest of the path behind a prefix, decoded, without the ending of the twin. */
export function restOfPath(c: Context, prefix: string): string {
  const part = twinAsked(c).path.slice(prefix.length)
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** What stands around a page for the one who asks: who may not read learns nothing of what is there. */
function around(c: Context, { styles, home }: Setting): Pick<ShellProps, 'styles' | 'home' | 'account'> {
  const account = accountOf(c)
  return { styles, ...(home && !account?.outside && { home }), ...(account && { account }) }
}

/** The page, or its twin: the same data, from the same function. */
export async function answer<T extends object>(c: Context, setting: Setting, data: T, page: PageOf<T>): Promise<Response> {
  const asked = twinAsked(c)
  c.header('Vary', 'Accept')
  if (asked.json) return c.json(data)
  const path = page.path?.(data) ?? asked.path
  const { search: query } = new URL(c.req.url)
  const twin = `${path === '/' ? '/index' : path}.json${query}`
  const search = page.search?.(data)
  return c.html(
    renderPage({
      title: page.title(data),
      path,
      ...(!page.alone && { twin }),
      scripts: page.scripts ?? [],
      children: await page.view(data),
      ...around(c, setting),
      ...(search !== undefined && { search }),
    }),
  )
}

/** A refusal: one line that says what is wrong and what to do. */
export function refuse(
  c: Context,
  setting: Setting,
  status: 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500,
  line: string,
  back: { readonly path: string; readonly label: string } = { path: '/ledger', label: 'The ledger' },
): Response | Promise<Response> {
  if (twinAsked(c).json) return c.json({ error: line }, status)
  const children = (
    <article class="lede">
      <h1>{status === 404 ? 'Not here' : status === 500 ? 'A fault of Stocktake itself' : 'That cannot be done'}</h1>
      <p class="measure">{line}</p>
      <p>{status === 401 ? <a href="/sign-in">Sign in</a> : <a href={back.path}>{back.label}</a>}</p>
    </article>
  )
  return c.html(renderPage({ title: String(status), path: '', children, ...around(c, setting) }), status)
}
