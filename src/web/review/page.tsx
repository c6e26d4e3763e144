import type { Part } from '../../ledger/nouns.ts'
import { Keys } from '../parts/keys.tsx'
import { NoDefault } from '../parts/no-default.tsx'
import { Written } from '../parts/written.tsx'
import { type Side, SideView } from './side.tsx'

export interface Pair {
  readonly a: Side
  readonly b: Side
  readonly score: number
  readonly parts: readonly Part[]
  readonly barriers: readonly string[]
}

export interface ReviewPage {
  readonly pairs: readonly Pair[]
  readonly total: number
  readonly next?: string
  /** Who judges on this page, where judging is allowed. */
  readonly author?: string
  /** Id of the judgement just made, which can be taken back. */
  readonly done?: string
}

const keys = [
  ['j k', 'next and back'],
  ['a', 'same'],
  ['r', 'different'],
  ['u', 'unsure'],
  ['s', 'skip these'],
  ['z', 'take back'],
] as const

/** The queue of links that wait for a person's word, most certain first. */
export function ReviewView({ page }: { readonly page: ReviewPage }) {
  return (
    <article class="review">
      <header class="lede">
        <h1>Review</h1>
        <p class="measure">
          Do these two promise or hold the same thing? Each answer goes into the journal
          {page.author ? ` under the name ${page.author}` : ''} and can be taken back.
        </p>
        <p class="by" role="status">
          {page.total.toLocaleString('en')} waiting. <Keys of={keys} />
          <a href="/review/evidence">Suggested evidence</a>
        </p>
        {page.done && <Written action="/review/undo" of={page.done} />}
      </header>
      {page.pairs.length === 0 && <p>Nothing waits.</p>}
      <ol class="pairs" data-queue>
        {page.pairs.map((pair) => (
          <PairView key={`${pair.a.node} ${pair.b.node}`} pair={pair} judging={page.author !== undefined} />
        ))}
      </ol>
      {page.next && (
        <nav class="pages">
          <a rel="next" href={`/review?after=${encodeURIComponent(page.next)}`} data-key="s">
            Skip these
          </a>
        </nav>
      )}
    </article>
  )
}

function PairView({ pair, judging }: { readonly pair: Pair; readonly judging: boolean }) {
  const shared = new Set(pair.parts.flatMap((part) => (part.name === 'words' ? (part.on ?? []) : [])))
  return (
    <li class="pair" data-stop={`${pair.a.node}+${pair.b.node}`}>
      <div class="sides">
        <SideView side={pair.a} shared={shared} />
        <SideView side={pair.b} shared={shared} />
      </div>
      {pair.barriers.length > 0 && (
        <p>
          <b class="doubt">Against: {pair.barriers.join('; ')}</b>
        </p>
      )}
      <details class="parts">
        <summary>Score {pair.score.toFixed(2)}: what it is made of</summary>
        <p class="by">
          {pair.parts
            .filter(({ value }) => value !== 0)
            .map((part, i) => (
              <span key={part.name}>
                {i > 0 && ' · '}
                {part.name} {part.value.toFixed(2)}
                {part.on && part.on.length > 0 && ` (${part.on.slice(0, 8).join(', ')})`}
              </span>
            ))}
        </p>
      </details>
      {judging && (
        <form method="post" action="/review" class="answers">
          <input type="hidden" name="a" value={pair.a.node} />
          <input type="hidden" name="b" value={pair.b.node} />
          <NoDefault />
          <button type="submit" name="verdict" value="same" data-key="a">
            Same
          </button>
          <button type="submit" name="verdict" value="different" data-key="r">
            Different
          </button>
          <button type="submit" name="verdict" value="unsure" data-key="u">
            Unsure
          </button>
          <label class="reason">
            Why <input type="text" name="reason" maxLength={500} autocomplete="off" />
          </label>
        </form>
      )}
    </li>
  )
}
