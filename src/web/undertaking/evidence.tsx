import { dayName } from '../parts/names.ts'
import { StandingMark } from '../parts/standing.tsx'
import { markOf } from '../programme/evidence-strip.tsx'
import { Outside } from '../programme/series-chart.tsx'
import type { UndertakingPage } from './props.ts'
import { TakeBack } from './take-back.tsx'

/** What was found, and the forms that say more. */
export function EvidenceList({ page }: { readonly page: UndertakingPage }) {
  const { author } = page
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">Evidence</h2>
      {page.evidence.length === 0 && page.searches.length === 0 && <p>Nobody has looked yet. That says nothing about what was done.</p>}
      <ol class="evidence">
        {page.evidence.map((line) => (
          <li key={line.id} id={`e-${line.id}`}>
            <StandingMark standing={markOf[line.shows]} word={false} /> <b>{line.shows}</b> <span class="date">{dayName(line.date)}</span>{' '}
            {line.text}{' '}
            {line.url ? <Outside url={line.url} words={line.publisher ?? 'source'} /> : <span class="by">{line.publisher}</span>}
            {line.certainty !== 'high' && <span class="by"> (certainty {line.certainty})</span>}
            {(page.undoes || author === line.by) && <TakeBack on={page.id} of={line.id} />}
          </li>
        ))}
      </ol>
      {page.searches.map((search) => (
        <p key={search.id} class="by">
          Looked for until {dayName(search.until)} and not found: {search.query} ({search.where.join(', ')}; {search.by}){' '}
          {(page.undoes || author === search.by) && <TakeBack on={page.id} of={search.id} />}
        </p>
      ))}
      {author !== undefined && (
        <>
          <Found on={page.id} />
          <NotFound on={page.id} asOf={page.asOf} />
        </>
      )}
    </section>
  )
}

function Found({ on }: { readonly on: string }) {
  return (
    <details class="judging">
      <summary data-key="e">Say what you found</summary>
      <form method="post" action="/evidence" class="correcting">
        <input type="hidden" name="on" value={on} />
        <div class="filters">
          <p>
            <label for="found-shows">It shows</label>
            <select id="found-shows" name="shows">
              <option value="delivers">that it was done</option>
              <option value="progress">real steps</option>
              <option value="restates">only that it was said again</option>
              <option value="contradicts">that something was done against it</option>
            </select>
          </p>
          <p>
            <label for="found-certainty">Certainty</label>
            <select id="found-certainty" name="certainty">
              <option value="high">high</option>
              <option value="medium">medium</option>
              <option value="low">low</option>
            </select>
          </p>
          <Field name="date" label="Date of the deed" help="2022, 2022-07 or 2022-07-01" />
          <Field name="parties" label="Whose deed" help="names or codes, with commas; empty: all" />
          <Field name="url" label="Address of the source" />
          <Field name="publisher" label="Publisher" />
        </div>
        <p class="reason">
          <label for="found-paraphrase">What the source says, in your own words</label>
          <input id="found-paraphrase" name="paraphrase" type="text" maxLength={2000} required autocomplete="off" />
        </p>
        <p>
          <button type="submit">Put it into the journal</button>
        </p>
      </form>
    </details>
  )
}

function NotFound({ on, asOf }: { readonly on: string; readonly asOf: string }) {
  return (
    <details class="judging">
      <summary data-key="n">Say that you looked and found nothing</summary>
      <form method="post" action="/evidence/none" class="correcting">
        <input type="hidden" name="on" value={on} />
        <div class="filters">
          <Field name="query" label="Looked for" required />
          <Field name="where" label="Where" help="with commas" required />
          <p>
            <label for="found-until">Until</label>
            <input id="found-until" name="until" type="date" value={asOf} required />
          </p>
        </div>
        <p>
          <button type="submit">Put it into the journal</button>
        </p>
      </form>
    </details>
  )
}

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly help?: string
  readonly required?: boolean
}

function Field({ name, label, help, required = false }: FieldProps) {
  return (
    <p>
      <label for={`found-${name}`}>{label}</label>
      <input id={`found-${name}`} name={name} type="text" maxLength={1000} autocomplete="off" required={required} />
      {help && <span class="by">{help}</span>}
    </p>
  )
}
