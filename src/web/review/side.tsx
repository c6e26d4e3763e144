import { nameOf } from '../../ledger/documents.ts'
import type { Document } from '../../ledger/nouns.ts'
import { dayName, partyNames } from '../parts/names.ts'

/** One side of a link. */
export interface Side {
  readonly node: string
  readonly undertaking: string
  readonly quote: string
  readonly kind: string
  readonly force: string
  readonly parties: readonly string[]
  /** Absent for an entry of a programme. */
  readonly document?: Document
  /** The words of the text around it, where they are shown. */
  readonly around?: { readonly before: string; readonly after: string }
}

/** A statement or entry, its shared words marked. Where the words around it are shown, nothing leads to a page on which others' verdicts stand. */
export function SideView({ side, shared }: { readonly side: Side; readonly shared: ReadonlySet<string> }) {
  const { document, around } = side
  return (
    <div class="side">
      <p class="by">
        {document ? dayName(document.date) : 'programme'} · {side.kind}
        {side.force !== 'none' && ` · ${side.force}`} · {partyNames(side.parties)}
      </p>
      <blockquote>
        {around && <span class="around">{around.before}</span>}
        {side.quote
          .split(/([\p{L}\p{N}]+)/u)
          .map((part, i) => (i % 2 === 1 && shared.has(part.toLowerCase()) ? <mark key={i}>{part}</mark> : part))}
        {around && <span class="around">{around.after}</span>}
      </blockquote>
      <p class="by">
        {around ? (
          document && nameOf(document)
        ) : document ? (
          <a href={`/texts/${document.id}#s-${side.node}`}>{nameOf(document)}</a>
        ) : (
          <a href={`/undertakings/${encodeURIComponent(side.undertaking)}`}>{side.undertaking}</a>
        )}
      </p>
    </div>
  )
}
