import { nameOf } from '../../ledger/documents.ts'
import type { Document } from '../../ledger/nouns.ts'
import type { Span } from '../../model.ts'
import { dayName } from '../parts/names.ts'

/** What was found: a statement, an entry of a programme, a stretch of a text, or what somebody wrote in a judgement. */
export interface SearchHit {
  readonly kind: 'statement' | 'entry' | 'text' | 'note'
  readonly quote: string
  readonly node?: string
  readonly undertaking?: string
  readonly document?: Document
  readonly span?: Span
  readonly judgement?: { readonly id: string; readonly type: string; readonly by: string; readonly at: string }
}

export interface SearchPage {
  readonly text: string
  readonly hits: readonly SearchHit[]
  readonly more: boolean
}

export function SearchView({ page }: { readonly page: SearchPage }) {
  return (
    <article class="search">
      <header class="lede">
        <h1>Search</h1>
        {page.text === '' ? (
          <p>Ask for words as they stand in texts: all of them must occur.</p>
        ) : (
          <p class="by" role="status">
            {page.more ? 'more than ' : ''}
            {page.hits.length} found for “{page.text}” ·{' '}
            <a href={`/phrase?words=${encodeURIComponent(page.text)}`}>the phrase through the years</a>
          </p>
        )}
      </header>
      <ol class="hits">
        {page.hits.map((hit, i) => (
          <Hit key={`${hit.node ?? ''}${i}`} hit={hit} words={wordsOf(page.text)} />
        ))}
      </ol>
    </article>
  )
}

function Hit({ hit, words }: { readonly hit: SearchHit; readonly words: readonly string[] }) {
  const { document } = hit
  const title = document && nameOf(document)
  return (
    <li>
      <p class="by">
        {hit.kind === 'entry' ? 'undertaking of a programme' : hit.kind}
        {hit.judgement && ` · ${hit.judgement.type}, ${hit.judgement.by}, ${dayName(hit.judgement.at.slice(0, 10))}`}
        {document?.date && ` · ${dayName(document.date)}`}
        {document?.publisher && ` · ${document.publisher}`}
      </p>
      <blockquote>
        <a href={addressOf(hit)}>
          <Marked text={hit.quote} words={words} />
        </a>
      </blockquote>
      <p class="by">
        {title}
        {hit.undertaking && hit.kind !== 'entry' && (
          <>
            {' '}
            <a href={`/undertakings/${encodeURIComponent(hit.undertaking)}`}>its undertaking</a>
          </>
        )}
      </p>
    </li>
  )
}

function addressOf(hit: SearchHit): string {
  if (hit.judgement) {
    const anchor = { evidence: `#e-${hit.judgement.id}`, guideline: `#g-${hit.judgement.id}` }[hit.judgement.type] ?? ''
    return `/undertakings/${encodeURIComponent(hit.undertaking ?? '')}${anchor}`
  }
  if (hit.document) return `/texts/${hit.document.id}${hit.node ? `#s-${hit.node}` : ''}`
  return `/undertakings/${encodeURIComponent(hit.undertaking ?? hit.node ?? '')}`
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1)
}

/** The words of the search, marked where a word of the text begins with one. */
function Marked({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  const parts = text.split(/([\p{L}\p{N}]+)/u)
  return (
    <>
      {parts.map((part, i) =>
        i % 2 === 1 && words.some((word) => part.toLowerCase().startsWith(word)) ? <mark key={i}>{part}</mark> : part,
      )}
    </>
  )
}
