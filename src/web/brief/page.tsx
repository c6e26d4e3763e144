import { nameOf } from '../../ledger/documents.ts'
import type { Standing } from '../../ledger/nouns.ts'
import { dayName, partyNames } from '../parts/names.ts'
import { StandingMark, Tally } from '../parts/standing.tsx'
import { Outside } from '../programme/series-chart.tsx'
import type { UndertakingPage } from '../undertaking/props.ts'

export interface BriefPage {
  /** What the brief is of, in words: the filters of its address. */
  readonly asked: readonly string[]
  readonly asOf: string
  /** How those stand that were counted: the first `counted` of all that the filters give. */
  readonly counts: Partial<Record<Standing, number>>
  readonly counted: number
  readonly undertakings: readonly UndertakingPage[]
  /** How many the filters give in all; where that is more than are here, the page says so. */
  readonly total: number
}

interface Source {
  readonly number: number
  readonly words: string
  readonly url?: string
}

/** A page for print: what was undertaken, what became of it, with numbered sources. */
export function BriefView({ page }: { readonly page: BriefPage }) {
  const sources = new Map<string, Source>()
  const cite = (words: string, url: string | undefined): number => {
    const key = url ?? words
    const there = sources.get(key)
    if (there) return there.number
    const source = { number: sources.size + 1, words, ...(url && { url }) }
    sources.set(key, source)
    return source.number
  }
  const items = page.undertakings.map((one) => <Item key={one.id} one={one} cite={cite} />)
  // The items are rendered before the list of sources that they fill.
  const numbered = page.undertakings.flatMap((one) => sourcesOf(one)).map(({ words, url }) => cite(words, url))
  return (
    <article class="brief">
      <header class="lede">
        <p class="over">Brief, {dayName(page.asOf)}</p>
        <h1>What was undertaken, and what became of it</h1>
        {page.asked.length > 0 && <p>{page.asked.join('; ')}</p>}
        <Tally counts={page.counts} />
        {page.total > page.undertakings.length && (
          <p class="doubt">
            Below, the first {page.undertakings.length} of {page.total.toLocaleString('en')}; narrow the filter of the ledger for the rest.
            {page.counted < page.total && ` The first ${page.counted.toLocaleString('en')} are counted.`}
          </p>
        )}
      </header>
      <ol class="briefs">{items}</ol>
      {numbered.length > 0 && (
        <section aria-labelledby="sources">
          <h2 id="sources">Sources</h2>
          <ol class="sources">
            {[...sources.values()].map(({ number, words, url }) => (
              <li key={number} id={`source-${number}`}>
                {words} {url && <Outside url={url} words={url} />}
              </li>
            ))}
          </ol>
        </section>
      )}
    </article>
  )
}

function sourcesOf(one: UndertakingPage): { words: string; url?: string | undefined }[] {
  const latest = one.wordings.at(-1)
  return [
    ...(latest ? [{ words: sourceOf(latest), url: latest.document.url }] : []),
    ...one.evidence.map((line) => ({ words: [line.publisher, dayName(line.date)].filter(Boolean).join(', '), url: line.url })),
  ]
}

function sourceOf({ document }: UndertakingPage['wordings'][number]): string {
  return [nameOf(document), document.publisher, dayName(document.date)].filter(Boolean).join(', ')
}

function Item({ one, cite }: { readonly one: UndertakingPage; readonly cite: (words: string, url: string | undefined) => number }) {
  const latest = one.wordings.at(-1)
  const [first, ...rest] = sourcesOf(one).map(({ words, url }) => cite(words, url))
  const numbers = latest ? rest : [first, ...rest]
  return (
    <li>
      <h2>
        <a href={`/undertakings/${encodeURIComponent(one.id)}`}>{one.label}</a>
      </h2>
      <p class="by">
        <StandingMark standing={one.standing} /> · {partyNames(one.parties)} · {one.kind}
        {one.force !== 'none' && `, ${one.force}`}
        {one.due && ` · due ${dayName(one.due)}`}
      </p>
      {latest && (
        <blockquote>
          {latest.quote}{' '}
          <a class="cite" href={`#source-${first}`}>
            [{first}]
          </a>
        </blockquote>
      )}
      {one.evidence.length === 0 ? (
        <p>{one.why}</p>
      ) : (
        <ul class="became">
          {one.evidence.map((line, i) => (
            <li key={line.id}>
              <span class="date">{dayName(line.date)}</span> {line.shows}: {line.text}{' '}
              <a class="cite" href={`#source-${numbers[i]}`}>
                [{numbers[i]}]
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
