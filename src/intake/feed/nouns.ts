import type { Grounds, Said } from '../nouns.ts'

/** A feed: RSS, RDF, Atom or JSON Feed. */
export interface Feed {
  readonly format: 'rss' | 'rdf' | 'atom' | 'json'
  readonly title?: string
  /** In the order of the feed. */
  readonly entries: readonly Entry[]
}

/** Words of an entry as a feed gives them. */
export interface Words {
  readonly text: string
  readonly form: 'html' | 'text'
}

/** One entry of a feed: a document, or the way to one. */
export interface Entry {
  /** What the feed calls it: its id, else its address. Absent where it has neither. */
  readonly key?: string
  /** Where the whole of it is. */
  readonly link?: string
  /** The document itself, where the feed has it whole. */
  readonly content?: Words
  /** What the feed says in its place. */
  readonly summary?: Words
  /** When the feed says that it was changed last, as it stands there. */
  readonly updated?: string
  readonly fields: Said['fields']
  readonly grounds: Grounds
}
