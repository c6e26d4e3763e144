import { count, dayName, partyNames } from '../parts/names.ts'
import { StandingMark, standingOrder, standings, Tally } from '../parts/standing.tsx'
import { EvidenceStrip, markOf } from './evidence-strip.tsx'
import { type Land, PlacesMap } from './places-map.tsx'
import type { DirectionBand, ProgrammePage, ProgrammeRow } from './props.ts'
import { Outside, SeriesChart } from './series-chart.tsx'

const address = (id: string): string => `/undertakings/${encodeURIComponent(id)}`

/** A programme at a glance, then by direction, then what was measured, where, and how it moved. */
export function ProgrammeView({ page, geography }: { readonly page: ProgrammePage; readonly geography?: { land: Land; borders: Land } }) {
  const { programme, asOf, directions } = page
  const total = directions.reduce((sum, direction) => sum + direction.rows.length, 0)
  const from = Number(programme.date.slice(0, 4))
  const to = Number(asOf.slice(0, 4)) + 1
  return (
    <article class="programme">
      <header class="lede">
        <p class="over">Programme · {partyNames(programme.parties)}</p>
        <h1>{programme.title}</h1>
        <p>
          {count(total, 'undertaking')} and positions of {dayName(programme.date)}, and what was found of them by{' '}
          {dayName(programme.compiled)}. <a href="#how">How it was compiled</a>
        </p>
        <Tally counts={page.counts} to={(standing) => `/ledger?programme=${encodeURIComponent(programme.name)}&standing=${standing}`} />
        <Glance directions={directions} />
      </header>
      {directions.map((direction) => (
        <Band key={direction.id} direction={direction} from={from} to={to} />
      ))}
      <section aria-labelledby="moved">
        <h2 id="moved">How the standing moved</h2>
        <Years years={page.years} total={total} />
      </section>
      {page.series.length > 0 && (
        <section aria-labelledby="measured">
          <h2 id="measured">What was measured</h2>
          <p class="key">
            Filled marks are exact values, open marks rounded or otherwise qualified ones, crosses what another source says.
          </p>
          <div class="charts">
            {page.series.map((card) => (
              <SeriesChart key={card.id} card={card} />
            ))}
          </div>
        </section>
      )}
      {geography && page.places.length > 0 && (
        <section aria-labelledby="where">
          <h2 id="where">Where</h2>
          <PlacesMap places={page.places} land={geography.land} borders={geography.borders} />
        </section>
      )}
      <Mechanisms programme={programme} />
      <section aria-labelledby="how">
        <h2 id="how">How it was compiled</h2>
        {programme.method && <p class="measure">{programme.method}</p>}
        <details>
          <summary>{count(programme.sources?.length ?? 0, 'document')} that it was compiled from</summary>
          <ol class="sources">
            {programme.sources?.map((source) => (
              <li key={source.id}>
                {source.title}. {source.publisher}
                {source.date ? `, ${dayName(source.date)}` : ''}. {source.url && <Outside url={source.url} />}
              </li>
            ))}
          </ol>
        </details>
      </section>
    </article>
  )
}

/** Every undertaking as one mark, direction by direction: the whole programme in a hand's breadth. */
function Glance({ directions }: { readonly directions: readonly DirectionBand[] }) {
  return (
    <ul class="glance">
      {directions.map((direction) => (
        <li key={direction.id}>
          <a href={`#${direction.id}`}>{direction.label}</a>
          <ul>
            {direction.rows.map((row) => (
              <li key={row.id}>
                <a
                  href={address(row.id)}
                  title={`${row.label}: ${standings[row.standing].word}`}
                  aria-label={`${row.label}: ${standings[row.standing].word}`}
                >
                  <StandingMark standing={row.standing} word={false} />
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function Band({ direction, from, to }: { readonly direction: DirectionBand; readonly from: number; readonly to: number }) {
  return (
    <section class="band" aria-labelledby={direction.id}>
      <h2 id={direction.id}>{direction.label}</h2>
      <Tally counts={direction.counts} />
      <ol class="rows">
        {direction.rows.map((row) => (
          <Row key={row.id} row={row} from={from} to={to} />
        ))}
      </ol>
    </section>
  )
}

function Row({ row, from, to }: { readonly row: ProgrammeRow; readonly from: number; readonly to: number }) {
  const telling = row.evidence.find(({ id }) => id === row.telling)
  return (
    <li class="row">
      <div>
        <StandingMark standing={row.standing} />
        {row.since && <p class="by">since {dayName(row.since)}</p>}
      </div>
      <div class="what">
        <a href={address(row.id)}>{row.label}</a>
        <p class="by">
          {row.kind === 'position' ? 'position of ' : ''}
          {partyNames(row.parties)}
          {row.force !== 'none' && ` · ${row.force}`}
          {row.statements > 0 && ` · ${count(row.statements, 'wording')}`}
        </p>
      </div>
      <div class="became">
        <EvidenceStrip evidence={row.evidence} from={from} to={to} />
        {telling ? (
          <p class="latest">
            <span class="date">{dayName(telling.date)}</span> {telling.text}{' '}
            {telling.url ? (
              <Outside url={telling.url} words={telling.publisher ?? 'source'} />
            ) : (
              telling.publisher && <span class="by">{telling.publisher}</span>
            )}
            <span class="hidden"> ({standings[markOf[telling.shows]].word})</span>
            <More row={row} />
          </p>
        ) : (
          <p class="latest">{row.why}</p>
        )}
      </div>
    </li>
  )
}

/** How much more evidence there is, and what of it speaks against. */
function More({ row }: { readonly row: ProgrammeRow }) {
  const others = row.evidence.filter(({ id }) => id !== row.telling)
  if (others.length === 0) return null
  const against = others.filter(({ shows }) => shows === 'contradicts').length
  return (
    <>
      {' '}
      <span class="by">
        · {others.length} more{against > 0 && `, ${against} against`}
      </span>
    </>
  )
}

function Years({ years, total }: { readonly years: ProgrammePage['years']; readonly total: number }) {
  const used = standingOrder.filter((standing) => years.some((year) => year.counts[standing]))
  return (
    <section class="scroll" tabIndex={0} aria-label="Standing by year">
      <table class="years">
        <thead>
          <tr>
            <th scope="col">Standing</th>
            {years.map((year) => (
              <th scope="col" key={year.day}>
                {dayName(year.day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {used.map((standing) => (
            <tr key={standing}>
              <th scope="row">
                <StandingMark standing={standing} />
              </th>
              {years.map((year) => (
                <td key={year.day}>
                  <Bar n={year.counts[standing] ?? 0} of={total} standing={standing} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Bar({ n, of, standing }: { readonly n: number; readonly of: number; readonly standing: string }) {
  return (
    <>
      <svg class={`bar is-${standing}`} viewBox="0 0 60 10" width="60" height="10" role="presentation">
        <rect x="0" y="1" width={Math.round((60 * n) / Math.max(of, 1))} height="8" fill="currentColor" />
      </svg>{' '}
      {n || ''}
    </>
  )
}

function Mechanisms({ programme }: { readonly programme: ProgrammePage['programme'] }) {
  if (programme.mechanisms.length === 0) return null
  return (
    <section aria-labelledby="mechanisms">
      <h2 id="mechanisms">Mechanisms</h2>
      <dl class="mechanisms">
        {programme.mechanisms.map((one) => (
          <div key={one.id}>
            <dt>
              <a href={`/ledger?mechanism=${encodeURIComponent(one.name)}`}>{one.name}</a>
            </dt>
            <dd>
              {one.kind}
              {one.note ? `. ${one.note}` : ''}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
