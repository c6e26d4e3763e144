import { nameOf } from '../../ledger/documents.ts'
import { Keys } from '../parts/keys.tsx'
import { count, dayName, partyName, partyNames } from '../parts/names.ts'
import { NoDefault } from '../parts/no-default.tsx'
import { StandingMark } from '../parts/standing.tsx'
import { Written } from '../parts/written.tsx'
import { markOf } from '../programme/evidence-strip.tsx'
import { Outside } from '../programme/series-chart.tsx'
import { GuidelineWords, RefusedWords, scoreValues } from '../undertaking/scores.tsx'
import { RestsOn, Stage } from '../undertaking/scoring-forms.tsx'
import { BlindMode } from './mode.tsx'
import type { CodingItem, CodingPage } from './props.ts'

const keys = [...scoreValues.map(({ key, word, says }) => [key, says || word] as const), ['s', 'skip'], ['z', 'take back']] as const

/** Blind second coding: one party of one undertaking after the other. */
export function CodingView({ page }: { readonly page: CodingPage }) {
  const { author, blind, waiting, item, done, refused } = page
  return (
    <article class="coding">
      <header class="lede">
        <h1>Coding</h1>
        <p class="measure">
          A second coder scores without knowing what the first one gave. What either knows of the other would make their agreement say
          nothing.
        </p>
        <p class="by" role="status">
          {count(waiting, 'score waits', 'scores wait')} for a second coder{author ? ` other than those who scored already` : ''}.{' '}
          {blind && item && <Keys of={keys} />}
        </p>
        {waiting === 0 && !blind && (
          <p class="measure">
            First scores are given on the page of an undertaking, by a guideline that is written there before anybody looks. Choose one in
            the <a href="/ledger?kind=commitment">ledger</a>; each score then waits here for somebody else.
          </p>
        )}
        <BlindMode blind={blind} what="scores" />
        {done && <Written action="/coding/undo" of={done} />}
      </header>
      {refused && <RefusedWords refused={refused} />}
      {blind && <Window page={page} />}
      {item && <Item item={item} page={page} />}
      {blind && !item && <p>Nothing waits here{page.from || page.to ? ' in this window' : ''}.</p>}
      {!blind && (
        <>
          <p>
            <a href="/coding/differences">Where coders differ, and how well they agree</a>
          </p>
          <p>
            <a href="/coding/links">Second verdicts on links</a>: {count(page.links, 'pair waits', 'pairs wait')}
          </p>
          <p>
            <a href="/coding/links/differences">Where people differ on links, and how well they agree</a>
          </p>
        </>
      )}
    </article>
  )
}

function Window({ page }: { readonly page: CodingPage }) {
  return (
    <form class="filters" action="/coding">
      <p>
        <label for="coding-from">Windows from</label>
        <input id="coding-from" name="from" type="date" value={page.from ?? ''} />
      </p>
      <p>
        <label for="coding-to">to</label>
        <input id="coding-to" name="to" type="date" value={page.to ?? ''} />
      </p>
      <p>
        <button type="submit">Show</button>
      </p>
    </form>
  )
}

function Item({ item, page }: { readonly item: CodingItem; readonly page: CodingPage }) {
  const { undertaking, party, guideline } = item
  return (
    <section aria-labelledby="item">
      <h2 id="item">
        <a href={`/undertakings/${encodeURIComponent(undertaking.id)}`}>{undertaking.label}</a>
      </h2>
      <p>
        Score <b>{partyName(party)}</b>{' '}
        <span class="by">
          · {undertaking.kind} · {undertaking.force} · {partyNames(undertaking.parties)}
        </span>
      </p>
      <GuidelineWords guideline={guideline} />
      <Said item={item} />
      <Found item={item} />
      {page.author ? <Scoring item={item} page={page} /> : <p>This server is for reading only.</p>}
    </section>
  )
}

function Said({ item }: { readonly item: CodingItem }) {
  return (
    <>
      <h3>What was said</h3>
      {item.wordings.length === 0 && <p class="by">No text that words it is in this ledger.</p>}
      <ol class="wordings">
        {item.wordings.map(({ id, quote, force, document }) => (
          <li key={id}>
            <blockquote>{quote}</blockquote>
            <p class="by">
              {dayName(document.date)} · {force} · <a href={`/texts/${document.id}#s-${id}`}>{nameOf(document)}</a>
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}

function Found({ item }: { readonly item: CodingItem }) {
  const { guideline } = item
  return (
    <>
      <h3>What was found</h3>
      {item.evidence.length === 0 && item.searches.length === 0 && <p class="by">Nobody has looked yet.</p>}
      <ol class="evidence">
        {item.evidence.map((line) => (
          <li key={line.id}>
            <StandingMark standing={markOf[line.shows]} word={false} /> <b>{line.shows}</b> <span class="date">{dayName(line.date)}</span>{' '}
            {line.text}{' '}
            {line.url ? <Outside url={line.url} words={line.publisher ?? 'source'} /> : <span class="by">{line.publisher}</span>}
            {line.certainty !== 'high' && <span class="by"> (certainty {line.certainty})</span>}
            {guideline.to !== undefined && (line.date ?? '') > guideline.to && <span class="by"> after the window</span>}
          </li>
        ))}
      </ol>
      {item.searches.map((search) => (
        <p key={search.id} class="by">
          Looked for until {dayName(search.until)} and not found: {search.query} ({search.where.join(', ')}; {search.by})
        </p>
      ))}
    </>
  )
}

/** The form in which the second coder answers. */
function Scoring({ item, page }: { readonly item: CodingItem; readonly page: CodingPage }) {
  const { undertaking, party, guideline } = item
  const given = (name: string) => page.refused?.given[name] ?? []
  const skip = new URLSearchParams({ after: item.id, ...(page.from && { from: page.from }), ...(page.to && { to: page.to }) })
  return (
    <form method="post" action="/coding" class="correcting">
      <input type="hidden" name="on" value={undertaking.id} />
      <input type="hidden" name="party" value={party} />
      <input type="hidden" name="guideline" value={guideline.id} />
      <input type="hidden" name="seen" value={item.seen.join(' ')} />
      <NoDefault />
      <RestsOn evidence={item.evidence} given={given('evidence')} />
      <div class="filters">
        <Stage given={given('stage')[0]} />
      </div>
      <p class="reason">
        <label for="coding-reason">Why</label>
        <input id="coding-reason" name="reason" type="text" maxLength={4000} autocomplete="off" value={given('reason')[0] ?? ''} />
      </p>
      <p class="answers">
        {scoreValues.map(({ value, word, says, key }) => (
          <button key={value} type="submit" name="value" value={value} data-key={key}>
            {word}
            {says && ` ${says}`}
          </button>
        ))}
        {page.next && (
          <a rel="next" href={`/coding?${skip}`} data-key="s">
            Skip
          </a>
        )}
      </p>
    </form>
  )
}
