import { dayName } from '../parts/names.ts'

/** Something that happened to an account, or that somebody judged. */
export interface AuditRow {
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly by: string
  readonly what: keyof typeof words
  readonly about: string
  readonly address?: string
  readonly note?: string
  readonly judgement?: string
}

/** What happened, newest first. */
export interface AuditPage {
  readonly rows: readonly AuditRow[]
  readonly kind?: 'accounts' | 'judgements'
  readonly next?: string
}

const words = {
  'signed-in': 'signed in',
  'sign-in-failed': 'failed to sign in',
  'signed-out': 'signed out',
  'user-added': 'user added',
  'user-role': 'role changed',
  'user-password': 'password changed',
  'user-removed': 'user removed',
  judgement: 'judged',
} as const

const kinds = [
  [undefined, 'Everything'],
  ['accounts', 'Accounts'],
  ['judgements', 'Judgements'],
] as const

/** Who signed in, who did not, who was made or changed, and who judged what. */
export function AuditView({ page }: { readonly page: AuditPage }) {
  return (
    <article class="audit">
      <header class="lede">
        <h1>Audit</h1>
        <p class="measure">
          What happened to accounts, and who wrote which judgement, newest first. Times are of UTC. Nothing here can be changed; of failed
          attempts to sign in the latest ten thousand are kept.
        </p>
        <nav aria-label="What is shown" class="legend by">
          {kinds.map(([kind, label]) => (
            <a key={label} href={kind ? `/audit?kind=${kind}` : '/audit'} aria-current={page.kind === kind ? 'page' : undefined}>
              {label}
            </a>
          ))}
        </nav>
      </header>
      {page.rows.length === 0 ? (
        <p>Nothing has happened.</p>
      ) : (
        <section class="scroll" aria-label="What happened" tabIndex={0}>
          <table class="plain">
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">What</th>
                <th scope="col">About</th>
                <th scope="col">From</th>
              </tr>
            </thead>
            <tbody>
              {page.rows.map((row, i) => (
                <Row key={`${i} ${row.at}`} row={row} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {page.next && (
        <nav class="pages">
          <a rel="next" href={`/audit?${new URLSearchParams({ ...(page.kind && { kind: page.kind }), after: page.next })}`}>
            Earlier
          </a>
        </nav>
      )}
    </article>
  )
}

function Row({ row }: { readonly row: AuditRow }) {
  return (
    <tr>
      <td class="number">
        <time dateTime={row.at}>
          {dayName(row.at.slice(0, 10))} {row.at.slice(11, 19)}
        </time>
      </td>
      <td>
        <bdi>{row.by || 'somebody'}</bdi>
      </td>
      <td>
        {words[row.what]}
        {row.note && `: ${row.note}`}
      </td>
      <td>
        <About row={row} />
      </td>
      <td class="by">{row.address}</td>
    </tr>
  )
}

function About({ row: { what, about, judgement, note } }: { readonly row: AuditRow }) {
  if (what === 'sign-in-failed') return about ? <bdi>{about}</bdi> : <span class="by">a name that is not known</span>
  if (what !== 'judgement') return <bdi>{about}</bdi>
  return (
    <>
      {about && note !== 'withdrawal' ? <a href={`/undertakings/${encodeURIComponent(about)}`}>{about}</a> : about}{' '}
      <span class="by">{judgement}</span>
    </>
  )
}
