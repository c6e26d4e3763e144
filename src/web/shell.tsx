import type { ComponentChildren } from 'preact'
import { renderWhole } from './parts/render.ts'

/** Who is signed in; `administers`: they manage the users and see what happened. Without a name nobody is. */
export interface Account {
  readonly name?: string
  readonly role?: string
  readonly administers?: true
  /** Pages are closed to them: there is nowhere to go but in. */
  readonly outside?: true
}

/** What every page has around it. */
export interface ShellProps {
  /** Title of the page, before the name of the house. */
  readonly title: string
  /** Path of the page, for the mark in the navigation and the address of its JSON twin. */
  readonly path: string
  /** Names of the islands that the page needs: addresses of scripts. */
  readonly scripts?: readonly string[]
  readonly styles: string
  /** The first programme, where there is one. */
  readonly home?: { readonly label: string; readonly path: string }
  readonly search?: string
  readonly twin?: string
  /** Where people sign in: who has, or that one can. */
  readonly account?: Account
  readonly children?: ComponentChildren
}

const places = [
  { path: '/ledger', label: 'Ledger' },
  { path: '/matrix/party-topic', label: 'Matrix' },
  { path: '/texts', label: 'Texts' },
  { path: '/compare', label: 'Compare' },
  { path: '/review', label: 'Review' },
  { path: '/coding', label: 'Coding' },
  { path: '/brief', label: 'Brief' },
  { path: '/read', label: 'Read a text' },
]

function Shell({ title, path, scripts = [], styles, search = '', twin, children, home, account }: ShellProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${title} · Stocktake`}</title>
        <link rel="stylesheet" href={styles} />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        {twin && <link rel="alternate" type="application/json" href={twin} />}
        {scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the page
        </a>
        <header class="house">
          <a class="name" href="/">
            Stocktake
          </a>
          {!account?.outside && <Ways home={home} path={path} search={search} administers={account?.administers === true} />}
          {account && <Signed account={account} path={path} />}
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer class="house">
          <p>
            Stocktake reads what governments tell each other and keeps account of what they undertook to do.{' '}
            {twin && (
              <a href={twin} class="twin">
                This page as JSON
              </a>
            )}
          </p>
        </footer>
      </body>
    </html>
  )
}

interface WaysProps {
  readonly home: ShellProps['home'] | undefined
  readonly path: string
  readonly search: string
  readonly administers: boolean
}

/** Where one can go from here. */
function Ways({ home, path: here, search, administers }: WaysProps) {
  return (
    <>
      <nav aria-label="Pages">
        {home && <Place path={home.path} label={home.label} here={here} />}
        {places.map((place) => (
          <Place key={place.path} {...place} here={here} />
        ))}
        {administers && (
          <>
            <Place path="/users" label="Users" here={here} />
            <Place path="/audit" label="Audit" here={here} />
          </>
        )}
      </nav>
      <search class="find">
        <form action="/search">
          <label class="hidden" for="q">
            Search statements and texts
          </label>
          <input id="q" name="q" type="search" value={search} placeholder="Search  /" autocomplete="off" data-key="/" />
        </form>
      </search>
    </>
  )
}

function Signed({ account: { name, role }, path }: { readonly account: Account; readonly path: string }) {
  if (name === undefined)
    return path === '/sign-in' ? null : (
      <p class="signed">
        <a href={path === '' || path === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ to: path })}`}>Sign in</a>
      </p>
    )
  return (
    <form method="post" action="/sign-out" class="signed">
      <span>
        <a href="/account">
          <bdi>{name}</bdi>
        </a>
        , {role}
      </span>
      <button type="submit">Sign out</button>
    </form>
  )
}

function Place({ path, label, here }: { readonly path: string; readonly label: string; readonly here: string }) {
  const room = path.startsWith('/matrix') ? '/matrix' : path
  const current = here === path || here.startsWith(`${room}/`) ? 'page' : undefined
  return (
    <a href={path} aria-current={current}>
      {label}
    </a>
  )
}

/** A whole page as HTML. Everything that stands in it is escaped by the renderer. */
export function renderPage(props: ShellProps): string {
  return renderWhole(<Shell {...props} />)
}
