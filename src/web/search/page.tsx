import { nameOf } from '../../ledger/documents.ts'
import type { Document } from '../../ledger/nouns.ts'
import type { Span, Statement } from '../../model.ts'
import { dayName, partyNames } from '../parts/names.ts'

/** What was found: a statement, an entry of a programme, a stretch of a text, or what somebody wrote in a judgement. */
export interface SearchHit {
  readonly kind: 'statement' | 'entry' | 'text' | 'note'
  readonly quote: string
  readonly said?: Pick<Statement, 'kind' | 'force' | 'parties'>
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
      {page.text !== '' && page.hits.length === 0 && (
        <p>
          No statement, text or note has all these words. Try fewer of them, the beginning of one with a star (<code>trad*</code>), or look
          through the <a href="/ledger">ledger</a>.
        </p>
      )}
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
        {document?.date && `${dayName(document.date)} · `}
        <Who hit={hit} />
        {hit.judgement && ` · ${hit.judgement.type}, ${hit.judgement.by}, ${dayName(hit.judgement.at.slice(0, 10))}`}
      </p>
      <blockquote>
        <a href={addressOf(hit)}>
          <Marked text={hit.quote} words={words} />
        </a>
      </blockquote>
      <p class="by">
        {[title, document?.publisher].filter(Boolean).join(', ')}
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

/** Who says or owes what was found, and what it is. */
function Who({ hit: { kind, said } }: { readonly hit: SearchHit }) {
  if (!said) return <>{kind}</>
  const what = said.force === 'none' ? said.kind : `${said.kind}, ${said.force}`
  return (
    <>
      {said.parties.length > 0 && <b>{partyNames(said.parties)}</b>}
      {said.parties.length > 0 && ' · '}
      {what}
      {kind === 'entry' && ' of a programme'}
    </>
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
