import { nameOf } from '../../ledger/documents.ts'
import { count, dayName, partyNames } from '../parts/names.ts'
import { StandingMark } from '../parts/standing.tsx'
import { SeriesChart } from '../programme/series-chart.tsx'
import { addressOf, bibtex, csl } from './cite.ts'
import { EvidenceList } from './evidence.tsx'
import { LifeLineChart } from './life-line.tsx'
import type { UndertakingPage, Wording } from './props.ts'
import { RefusedWords } from './scores.tsx'
import { Scoring } from './scoring.tsx'

const relations: Readonly<Record<Wording['relation'], string>> = {
  new: 'first said',
  repeats: 'repeated',
  'firms-up': 'firmer',
  softens: 'softer',
  adds: 'with more',
  narrows: 'narrower',
  widens: 'wider',
  resumes: 'resumed',
  'reports-done': 'reported as done',
}

/** The life of one undertaking. */
export function UndertakingView({ page }: { readonly page: UndertakingPage }) {
  const entry = page.entries[0]
  return (
    <article class="undertaking">
      <header class="lede">
        <p class="over">
          {entry ? (
            <>
              <a href={`/programmes/${encodeURIComponent(entry.programme)}`}>{entry.title}</a> · {entry.directionLabel}
            </>
          ) : (
            'Undertaking'
          )}
        </p>
        <h1>{page.label}</h1>
        <p class="facts">
          <StandingMark standing={page.standing} />{' '}
          <span class="by">
            {page.since && `since ${dayName(page.since)}, `}as of {dayName(page.asOf)}
          </span>
        </p>
        <p class="measure">{page.why}</p>
        {page.blind && (
          <p class="done">
            You are coding blind: scores that others gave where you have not scored yet are left out, and the standing is computed without
            them. <a href="/coding">Coding</a>
          </p>
        )}
        <Facts page={page} />
      </header>
      {page.refused && <RefusedWords refused={page.refused} />}
      {page.steps.length > 0 && (
        <section aria-labelledby="life">
          <h2 id="life">Life</h2>
          <LifeLineChart steps={page.steps} asOf={page.asOf} due={page.due} width={920} />
          <LifeLineChart steps={page.steps} asOf={page.asOf} due={page.due} width={360} />
          <p class="key">
            Square: declared by the programme. Dots: wordings in texts, at the height of their force. Below: what evidence shows.
          </p>
        </section>
      )}
      <Wordings wordings={page.wordings} later={page.later} judging={page.author !== undefined} />
      {page.verdicts.length > 0 && <Verdicts page={page} />}
      <EvidenceList page={page} />
      <Scoring page={page} />
      {page.series.length > 0 && (
        <section aria-labelledby="series">
          <h2 id="series">What was measured</h2>
          <div class="charts">
            {page.series.map((card) => (
              <SeriesChart key={card.id} card={card} />
            ))}
          </div>
        </section>
      )}
      <Cite page={page} />
    </article>
  )
}

function Facts({ page }: { readonly page: UndertakingPage }) {
  const rows: [string, string][] = [
    ['Who', partyNames(page.parties)],
    ['Kind', page.kind],
    ['Force', page.force],
    ['Due', page.due ? dayName(page.due) : 'no day set'],
    ['Topics', page.topics.join(', ')],
    ['Mechanisms', page.mechanisms.join(', ')],
    ['Places', page.places.join(', ')],
  ]
  return (
    <dl class="facts">
      {rows
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

interface WordingsProps {
  readonly wordings: readonly Wording[]
  readonly later: number
  readonly judging: boolean
}

function Wordings({ wordings, later, judging }: WordingsProps) {
  return (
    <section aria-labelledby="wordings">
      <h2 id="wordings">Wordings</h2>
      {wordings.length === 0 ? (
        later > 0 ? null : (
          <p>
            No text that words it is in this ledger yet. Add one with <code>stocktake add</code>.
          </p>
        )
      ) : (
        <ol class="wordings">
          {wordings.map((wording) => (
            <li key={wording.id} id={`w-${wording.id}`}>
              <p class="by">
                <span class="date">{dayName(wording.document.date)}</span> · {relations[wording.relation]} · {wording.force} ·{' '}
                {partyNames(wording.parties)}
              </p>
              <blockquote>
                <a href={`/texts/${wording.document.id}#s-${wording.id}`}>{wording.quote}</a>
              </blockquote>
              <p class="by">
                {nameOf(wording.document)}
                {wording.document.publisher ? `, ${wording.document.publisher}` : ''}
                {wording.witnesses.length > 0 && `; ${count(wording.witnesses.length, 'copy', 'copies')} of this text`}
              </p>
              {limits(wording) && <p class="by">{limits(wording)}</p>}
              {wording.changes && <p class="changes">{wording.changes}</p>}
              {wording.doubt && <p class="doubt">To be looked at: {wording.doubt}</p>}
              {wording.link && <Reason link={wording.link} />}
              {judging && wording.linkedTo && <Part a={wording.linkedTo} b={wording.id} />}
            </li>
          ))}
        </ol>
      )}
      {later > 0 && (
        <p class="by">
          {wordings.length === 0 ? 'None by the day of this page; ' : ''}
          {count(later, 'wording')} dated later, not shown.
        </p>
      )}
    </section>
  )
}

/** What a wording depends on and what weakens it, in words; empty where it says nothing of either. */
const limits = ({ condition, hedges }: Wording): string =>
  [condition && `if: ${condition}`, hedges && `hedged: ${hedges.join(', ')}`].filter(Boolean).join(' · ')

/** Takes a wording out of the undertaking: a judgement, which can be taken back like any other. */
function Part({ a, b }: { readonly a: string; readonly b: string }) {
  return (
    <form method="post" action="/review" class="answers">
      <input type="hidden" name="a" value={a} />
      <input type="hidden" name="b" value={b} />
      <button type="submit" name="verdict" value="different">
        Not the same undertaking
      </button>
    </form>
  )
}

function Reason({ link }: { readonly link: NonNullable<Wording['link']> }) {
  return (
    <details>
      <summary>
        Linked by {link.by}
        {link.score !== undefined && `, score ${link.score.toFixed(2)}`}
      </summary>
      <table>
        <tbody>
          {link.parts.map((part) => (
            <tr key={part.name}>
              <th scope="row">{part.name}</th>
              <td class="number">{part.value.toFixed(2)}</td>
              <td>{part.on.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

const answered = { same: 'The same', different: 'Not the same', unsure: 'Unsure' } as const

/** What people answered on the links of an undertaking; one's own answers can be taken back. */
function Verdicts({ page }: { readonly page: UndertakingPage }) {
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">Answers on links</h2>
      <ul class="verdicts">
        {page.verdicts.map((one) => (
          <li key={one.id}>
            <b>{answered[one.verdict]}</b>: <q>{one.quotes[0]}</q> and <q>{one.quotes[1]}</q>.{' '}
            {one.elsewhere && <a href={`/undertakings/${encodeURIComponent(one.elsewhere)}`}>The other</a>}{' '}
            <span class="by">
              {one.by}, {dayName(one.at.slice(0, 10))}
              {one.reason && `: ${one.reason}`}
            </span>
            {(page.undoes || page.author === one.by) && (
              <form method="post" action="/evidence/undo" class="answers inline">
                <input type="hidden" name="on" value={page.id} />
                <input type="hidden" name="of" value={one.id} />
                <button type="submit">Take back</button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Cite({ page }: { readonly page: UndertakingPage }) {
  return (
    <section aria-labelledby="cite">
      <h2 id="cite">Cite</h2>
      <p>
        Permalink: <a href={`/undertakings/${encodeURIComponent(page.id)}`}>{addressOf(page) ?? page.id}</a>
      </p>
      <details>
        <summary>BibTeX</summary>
        <pre tabIndex={0}>{bibtex(page)}</pre>
      </details>
      <details>
        <summary>CSL-JSON</summary>
        <pre tabIndex={0}>{csl(page)}</pre>
      </details>
      <details>
        <summary>Card for another page</summary>
        <pre
          tabIndex={0}
        >{`<iframe src="${escaped(page.origin ?? '')}/embed/${encodeURIComponent(page.id)}" width="520" height="260" title="Stocktake: ${escaped(page.label)}"></iframe>`}</pre>
      </details>
    </section>
  )
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
}
