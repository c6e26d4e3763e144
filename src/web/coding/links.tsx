import { Keys } from '../parts/keys.tsx'
import { count } from '../parts/names.ts'
import { NoDefault } from '../parts/no-default.tsx'
import { NothingWritten, Written } from '../parts/written.tsx'
import { SideView } from '../review/side.tsx'
import { BlindMode } from './mode.tsx'
import type { LinkCodingPage, LinkPair } from './props.ts'

/** What can be answered on a pair, by word and key. */
export const answers = [
  { value: 'same', word: 'Same', key: 'a' },
  { value: 'different', word: 'Different', key: 'r' },
  { value: 'unsure', word: 'Unsure', key: 'u' },
] as const

const keys = [...answers.map(({ key, word }) => [key, word.toLowerCase()] as const), ['s', 'skip'], ['z', 'take back']] as const

/** Blind second verdicts on links, one pair after the other. */
export function LinkCodingView({ page }: { readonly page: LinkCodingPage }) {
  const { author, blind, waiting, pair, done, refused } = page
  return (
    <article class="coding review">
      <header class="lede">
        <h1>Second verdicts on links</h1>
        <p class="measure">
          Do these two promise or hold the same thing? Somebody has answered already, and you do not know what. Your answer binds nothing:
          it shows how well people agree, and what a third person should decide.
        </p>
        <p class="by" role="status">
          {count(waiting, 'pair waits', 'pairs wait')} for a second person{author ? ' other than those who judged already' : ''}.{' '}
          {blind && pair && <Keys of={keys} />}
        </p>
        <BlindMode blind={blind} what="links" />
        {done && <Written action="/coding/links/undo" of={done} />}
      </header>
      {refused && <NothingWritten why={refused} />}
      {pair && <Item pair={pair} page={page} />}
      {blind && !pair && <p>Nothing waits here.</p>}
      {!blind && (
        <>
          <p>
            <a href="/coding/links/differences">Where people differ on links, and how well they agree</a>
          </p>
          <p>
            <a href="/coding">Coding of scores</a>
          </p>
        </>
      )}
    </article>
  )
}

const none: ReadonlySet<string> = new Set()

/** The two sides of a pair. */
export function Sides({ pair }: { readonly pair: LinkPair }) {
  return (
    <div class="sides">
      <SideView side={pair.a} shared={none} />
      <SideView side={pair.b} shared={none} />
    </div>
  )
}

function Item({ pair, page }: { readonly pair: LinkPair; readonly page: LinkCodingPage }) {
  return (
    <section class="pair" aria-label="The pair">
      <Sides pair={pair} />
      {page.author ? (
        <form method="post" action="/coding/links" class="answers">
          <input type="hidden" name="a" value={pair.a.node} />
          <input type="hidden" name="b" value={pair.b.node} />
          <NoDefault />
          {answers.map(({ value, word, key }) => (
            <button key={value} type="submit" name="verdict" value={value} data-key={key}>
              {word}
            </button>
          ))}
          {page.next && (
            <a rel="next" href={`/coding/links?after=${encodeURIComponent(page.next)}`} data-key="s">
              Skip
            </a>
          )}
          <label class="reason">
            Why <input type="text" name="reason" maxLength={500} autocomplete="off" />
          </label>
        </form>
      ) : (
        <p>This server is for reading only.</p>
      )}
    </section>
  )
}
