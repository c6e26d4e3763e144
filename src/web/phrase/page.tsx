import { nameOf } from '../../ledger/documents.ts'
import type { Document } from '../../ledger/nouns.ts'
import type { Span } from '../../model.ts'
import { count, dayName, partyNames } from '../parts/names.ts'

/** A text that has the phrase, with the passage in which it first stands there. */
export interface PhraseText {
  readonly document: Document
  readonly parties: readonly string[]
  readonly times: number
  readonly before: string
  readonly quote: string
  readonly after: string
  readonly span: Span
}

export interface PhrasePage {
  readonly words: string
  /** Texts that have it, oldest first. */
  readonly texts: readonly PhraseText[]
  /** Texts of parties who have said it that have it not, oldest first. */
  readonly missing: readonly { readonly document: Document; readonly parties: readonly string[] }[]
  readonly since?: string
  readonly last?: string
  readonly parties: readonly { readonly parties: readonly string[]; readonly with: number; readonly of: number; readonly since?: string }[]
  /** How many texts were looked through, and whether the ledger has more, older ones. */
  readonly looked: number
  readonly more: boolean
}

/** A phrase followed through the texts of the ledger. */
export function PhraseView({ page }: { readonly page: PhrasePage }) {
  return (
    <article class="phrase">
      <header class="lede">
        <h1>A phrase through the years</h1>
        <form action="/phrase" class="filters">
          <p>
            <label for="phrase-words">Words, one after the other</label>
            <input id="phrase-words" name="words" type="text" value={page.words} maxLength={300} />
          </p>
          <p class="do">
            <button type="submit">Follow</button>
          </p>
        </form>
        {page.words !== '' && <Found page={page} />}
      </header>
      {page.texts.length > 0 && (
        <>
          <Parties page={page} />
          <section aria-labelledby="with">
            <h2 id="with">Where it stands</h2>
            <ol class="hits">
              {page.texts.map((text) => (
                <Text key={text.document.id} text={text} />
              ))}
            </ol>
          </section>
          <Missing page={page} />
        </>
      )}
    </article>
  )
}

function Found({ page }: { readonly page: PhrasePage }) {
  return (
    <p class="by" role="status">
      {page.texts.length === 0 ? 'In none' : `In ${page.texts.length}`} of {page.more && 'the latest '}
      {count(page.looked, 'text')}
      {page.since && `, from ${dayName(page.since)}`}
      {page.last && page.last !== page.since && ` to ${dayName(page.last)}`}. Letter case and endings do not matter.
    </p>
  )
}

function Parties({ page }: { readonly page: PhrasePage }) {
  return (
    <section aria-labelledby="whose">
      <h2 id="whose">Whose texts have it</h2>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">Between</th>
            <th scope="col">Texts with it</th>
            <th scope="col">Since</th>
          </tr>
        </thead>
        <tbody>
          {page.parties.map((one) => (
            <tr key={one.parties.join(' ')}>
              <th scope="row">{one.parties.length > 0 ? partyNames(one.parties) : 'not known whose'}</th>
              <td class="number">
                {one.with} of {one.of}
              </td>
              <td class="by number">{one.since ? dayName(one.since) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Text({ text }: { readonly text: PhraseText }) {
  return (
    <li data-stop={text.document.id}>
      <p class="by">
        {dayName(text.document.date)} · {partyNames(text.parties)}
        {text.times > 1 && ` · ${text.times} times`}
      </p>
      <blockquote>
        {text.before}
        <mark>{text.quote}</mark>
        {text.after}
      </blockquote>
      <p class="by">
        <a href={`/texts/${text.document.id}`}>{nameOf(text.document)}</a>
      </p>
    </li>
  )
}

function Missing({ page }: { readonly page: PhrasePage }) {
  if (page.missing.length === 0) return null
  return (
    <section aria-labelledby="missing">
      <h2 id="missing">Where it is missing</h2>
      <p class="by">Texts of the same parties that do not say it.</p>
      <ul>
        {page.missing.map(({ document }) => (
          <li key={document.id}>
            <span class="by">{dayName(document.date)}</span> <a href={`/texts/${document.id}`}>{nameOf(document)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
