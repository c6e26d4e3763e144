import type { Source } from '../model.ts'
import { digest } from './judgement.ts'
import type { Document, TextHash } from './nouns.ts'

/** The document that a source is: same text and same fields of publication, same document. */
export function documentOf(source: Source, hash: TextHash, externalId?: string): Document {
  const { title, date, publisher, url, language } = source
  const given = Object.entries({ externalId, title, date, publisher, url, language }).filter(([, value]) => value !== undefined)
  const about = Object.fromEntries(given) as Omit<Document, 'id' | 'hash'>
  const opening = title === undefined && externalId === undefined ? openingOf(source.text) : undefined
  return { id: digest({ hash, ...about }, 16), hash, ...about, ...(opening && { opening }) }
}

/** Characters of an opening at most. */
const OPENING = 80

/** The first words of a text, on one line; nothing where it has none. */
function openingOf(text: string): string | undefined {
  const line = /\S[^\n\r]*/
    .exec(text.slice(0, 4000))?.[0]
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  if (!line || line.length <= OPENING) return line
  const end = line.lastIndexOf(' ', OPENING)
  return `${line.slice(0, end > OPENING / 2 ? end : OPENING).replace(/[\ud800-\udbff]$/, '')} …`
}

/** What a document is called: its title, else the name that it was added under, else its first words in quotation marks. */
export function nameOf({ title, externalId, opening, id }: Document): string {
  return title ?? externalId ?? (opening ? `“${opening}”` : id)
}

/** Orders by date, without one last, then by id. */
export function byDate(a: { readonly date?: string; readonly id: string }, b: { readonly date?: string; readonly id: string }): number {
  const [one, other] = [a.date ?? '\uffff', b.date ?? '\uffff']
  return one === other ? byId(a, b) : one < other ? -1 : 1
}

/** Orders by id, by the codes of its characters. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The document of a text that counts: the earliest, then the one of lowest id. */
export function counted(documents: readonly Document[]): Document {
  return documents.reduce((first, one) => (byDate(one, first) < 0 ? one : first))
}

/** The source as it was published with a document: what the text is read with. */
export function sourceOf(document: Document, text: string): Source {
  const { id: _, hash: __, externalId: ___, opening: ____, ...about } = document
  return { text, ...about }
}
