import { count, dayName, partyNames } from '../parts/names.ts'
import { renderWhole } from '../parts/render.ts'
import { StandingMark } from '../parts/standing.tsx'
import type { UndertakingPage } from './props.ts'

/** A small page to stand in others: one undertaking, its standing, its latest wording. */
export function renderCard(page: UndertakingPage, styles: string): string {
  const latest = page.wordings.at(-1)
  return renderWhole(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{page.label}</title>
        <link rel="stylesheet" href={styles} />
        <base target="_blank" />
      </head>
      <body class="card">
        <main>
          <h1>
            <a href={`/undertakings/${encodeURIComponent(page.id)}`}>{page.label}</a>
          </h1>
          <p>
            <StandingMark standing={page.standing} />{' '}
            <span class="by">
              as of {dayName(page.asOf)} · {partyNames(page.parties)}
            </span>
          </p>
          {latest && (
            <blockquote>
              {latest.quote} <span class="by">{dayName(latest.document.date)}</span>
            </blockquote>
          )}
          <p class="by">{count(page.evidence.length, 'piece')} of evidence · Stocktake</p>
        </main>
      </body>
    </html>,
  )
}
