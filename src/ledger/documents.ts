import type { Source } from '../model.ts'
import { digest } from './judgement.ts'
import type { Document, TextHash } from './nouns.ts'

/** The document that a source is: same text and same fields of publication, same document. */
export function documentOf(source: Source, hash: TextHash, externalId?: string): Document {
  const { title, date, publisher, url, language } = source
  const given = Object.entries({ externalId, title, date, publisher, url, language }).filter(([, value]) => value !== undefined)
  const about = Object.fromEntries(given) as Omit<Document, 'id' | 'hash'>
  return { id: digest({ hash, ...about }, 16), hash, ...about }
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
  const { id: _, hash: __, externalId: ___, ...about } = document
  return { text, ...about }
}
