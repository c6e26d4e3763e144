import type { Standing } from '../../ledger/nouns.ts'

/** Every standing: its word, what it means, in the order in which pages count them. */
export const standings: Readonly<Record<Standing, { readonly word: string; readonly means: string }>> = {
  delivered: { word: 'delivered', means: 'Evidence or a score shows that it was done.' },
  progress: { word: 'in progress', means: 'Real steps are shown, but not all of it.' },
  restated: { word: 'restated only', means: 'It was promised again; nothing shows that it was done.' },
  contradicted: { word: 'contradicted', means: 'Something was done against it, or it was given up.' },
  overdue: { word: 'overdue', means: 'Its day has passed and nothing shows that it was done.' },
  'nothing-found': { word: 'nothing found', means: 'Somebody looked, and found nothing.' },
  'not-yet-due': { word: 'not yet due', means: 'Its day has not come.' },
  'not-assessed': { word: 'not assessed', means: 'Nobody has looked. It says nothing about what was done.' },
  'not-applicable': { word: 'not applicable', means: 'It no longer applies, or not to this party.' },
  unverifiable: { word: 'unverifiable', means: 'No public source could show whether it was done.' },
}

export const standingOrder = Object.keys(standings) as Standing[]

/** The shape alone, on a field of 16 by 16: told apart without colour. */
function Shape({ of }: { readonly of: Standing }) {
  const ring = <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.6" />
  switch (of) {
    case 'delivered':
      return <circle cx="8" cy="8" r="6.8" fill="currentColor" />
    case 'progress':
      return (
        <>
          {ring}
          <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
        </>
      )
    case 'restated':
      return (
        <>
          {ring}
          <circle cx="8" cy="8" r="2.2" fill="currentColor" />
        </>
      )
    case 'contradicted':
      return <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" />
    case 'overdue':
      return (
        <>
          <path d="M8 1.6L15 14H1z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round" />
          <path d="M8 6v4M8 11.4v1" stroke="currentColor" stroke-width="1.6" />
        </>
      )
    case 'nothing-found':
      return (
        <>
          {ring}
          <path d="M3.4 12.6l9.2-9.2" stroke="currentColor" stroke-width="1.6" />
        </>
      )
    case 'not-yet-due':
      return (
        <>
          {ring}
          <path d="M8 4.4V8l2.6 1.6" fill="none" stroke="currentColor" stroke-width="1.6" />
        </>
      )
    case 'not-assessed':
      return <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.4" stroke-dasharray="2 2.2" />
    case 'not-applicable':
      return <path d="M3 8h10" stroke="currentColor" stroke-width="2" />
    case 'unverifiable':
      return (
        <path
          d="M5 6a3 3 0 1 1 4.2 2.7C8.3 9.1 8 9.6 8 10.5M8 12.6v1.4"
          fill="none"
          stroke="currentColor"
          stroke-width="1.8"
          stroke-linecap="round"
        />
      )
  }
}

/** A standing's mark; `word` off where the word stands beside it anyway. */
export function StandingMark({ standing, word = true }: { readonly standing: Standing; readonly word?: boolean }) {
  const known = standings[standing]
  return (
    <span class={`standing is-${standing}`} title={known.means}>
      <svg
        class="mark"
        viewBox="0 0 16 16"
        width="16"
        height="16"
        role={word ? 'presentation' : 'img'}
        aria-label={word ? undefined : known.word}
      >
        <Shape of={standing} />
      </svg>
      {word && <span class="word">{known.word}</span>}
    </span>
  )
}

/** The same shape inside another drawing, `size` wide around x, y. */
export function StandingShape({
  standing,
  x,
  y,
  size,
}: {
  readonly standing: Standing
  readonly x: number
  readonly y: number
  readonly size: number
}) {
  const scale = size / 16
  return (
    <g class={`is-${standing}`} transform={`translate(${round(x - size / 2)} ${round(y - size / 2)}) scale(${round(scale)})`}>
      <Shape of={standing} />
    </g>
  )
}

function round(n: number): number {
  return Math.round(n * 100) / 100
}

/** How many stand how: marks with their numbers, those that do not occur left out. `to`: where those of one standing are listed. */
export function Tally({
  counts,
  to,
}: {
  readonly counts: Partial<Record<Standing, number>>
  readonly to?: (standing: Standing) => string
}) {
  return (
    <ul class="tally">
      {standingOrder
        .filter((standing) => counts[standing])
        .map((standing) => {
          const mark = (
            <>
              <b>{counts[standing]}</b> <StandingMark standing={standing} />
            </>
          )
          return <li key={standing}>{to ? <a href={to(standing)}>{mark}</a> : mark}</li>
        })}
    </ul>
  )
}
