import { nameOf } from '../../ledger/documents.ts'
import type { Document, Part } from '../../ledger/nouns.ts'
import { Keys } from '../parts/keys.tsx'
import { dayName, partyNames } from '../parts/names.ts'
import { NoDefault } from '../parts/no-default.tsx'
import { Written } from '../parts/written.tsx'

/** A wording that may be evidence of what became of an earlier one. */
export interface ReportedItem {
  readonly statement: string
  readonly undertaking: { readonly id: string; readonly label: string }
  /** What it seems to show. */
  readonly shows: 'delivers' | 'progress'
  readonly quote: string
  readonly parties: readonly string[]
  readonly document: Document
  /** The wording that it seems to report on; absent where that is an entry of a programme. */
  readonly before?: { readonly id: string; readonly quote: string; readonly force: string; readonly document: Document }
  /** Why the two are held to be of one undertaking. */
  readonly link?: { readonly by: string; readonly score?: number; readonly parts: readonly Part[] }
}

export interface ReportedPage {
  /** Who judges on this page, where judging is allowed. */
  readonly author?: string
  readonly items: readonly ReportedItem[]
  readonly next?: string
  /** Id of the judgement just made, which can be taken back. */
  readonly done?: string
}

const buttons = [
  { answer: 'delivers', key: 'a', words: 'It was done' },
  { answer: 'progress', key: 'p', words: 'Real steps' },
  { answer: 'restates', key: 'e', words: 'Only said again' },
  { answer: 'different', key: 'r', words: 'Not this undertaking' },
  { answer: 'unsure', key: 'u', words: 'Unsure' },
] as const

const keys = [
  ['j k', 'next and back'],
  ['a', 'done'],
  ['p', 'steps'],
  ['e', 'only said again'],
  ['r', 'not this undertaking'],
  ['u', 'unsure'],
  ['s', 'skip these'],
  ['z', 'take back'],
] as const

/** The queue of later wordings that report something done, as evidence that waits for a person's word. */
export function ReportedView({ page }: { readonly page: ReportedPage }) {
  return (
    <article class="review">
      <header class="lede">
        <h1>Suggested evidence</h1>
        <p class="measure">
          A later text says that something was done, or is under way. Does it show what became of the promise? It is evidence only once
          somebody says so.
          {page.author ? ` Each answer goes into the journal under the name ${page.author} and can be taken back.` : ''}
        </p>
        <p class="by" role="status">
          <Keys of={keys} />
          <a href="/review">Suggested links</a>
        </p>
        {page.done && <Written action="/review/evidence/undo" of={page.done} />}
      </header>
      {page.items.length === 0 && <p>Nothing waits{page.next ? ' among these' : ''}.</p>}
      <ol class="pairs" data-queue>
        {page.items.map((item) => (
          <Item key={item.statement} item={item} judging={page.author !== undefined} />
        ))}
      </ol>
      {page.next && (
        <nav class="pages">
          <a rel="next" href={`/review/evidence?after=${encodeURIComponent(page.next)}`} data-key="s">
            Skip these
          </a>
        </nav>
      )}
    </article>
  )
}

function Item({ item, judging }: { readonly item: ReportedItem; readonly judging: boolean }) {
  const { undertaking, before, document, link } = item
  const at = `/undertakings/${encodeURIComponent(undertaking.id)}`
  return (
    <li class="pair" data-stop={item.statement}>
      <div class="sides">
        <div class="side">
          <p class="by">
            {before ? `${dayName(before.document.date)} · ${before.force}` : 'programme'} · <a href={at}>the undertaking</a>
          </p>
          <blockquote>{before?.quote ?? undertaking.label}</blockquote>
          {before && (
            <p class="by">
              <a href={`/texts/${before.document.id}#s-${before.id}`}>{nameOf(before.document)}</a>
            </p>
          )}
        </div>
        <div class="side">
          <p class="by">
            {dayName(document.date)} · {item.shows === 'delivers' ? 'reports it done, or on the way' : 'reports it under way'} ·{' '}
            {partyNames(item.parties)}
          </p>
          <blockquote>{item.quote}</blockquote>
          <p class="by">
            <a href={`/texts/${document.id}#s-${item.statement}`}>{nameOf(document)}</a>
          </p>
        </div>
      </div>
      {link && (
        <p class="by">
          linked by {link.by}
          {link.score !== undefined && `, score ${link.score.toFixed(2)}`}
          {link.parts
            .filter(({ value }) => value !== 0)
            .map((part) => ` · ${part.name} ${part.value.toFixed(2)}${part.on?.length ? ` (${part.on.slice(0, 8).join(', ')})` : ''}`)}
        </p>
      )}
      {judging && (
        <form method="post" action="/review/evidence" class="answers">
          <input type="hidden" name="statement" value={item.statement} />
          <NoDefault />
          {buttons.map(({ answer, key, words }) => (
            <button key={key} type="submit" name="answer" value={answer} data-key={key}>
              {words}
            </button>
          ))}
          <label class="reason">
            Why <input type="text" name="reason" maxLength={500} autocomplete="off" />
          </label>
        </form>
      )}
    </li>
  )
}
