import type { Statement } from '../../model.ts'
import type { Document, Entry, NodeId } from '../nouns.ts'

/** What linking sees of a statement or entry; plain data, so that a store can keep it as JSON. */
export interface Features {
  readonly id: NodeId
  /** Text of the statement; absent for an entry. */
  readonly hash?: string
  readonly date?: string
  readonly kind: Statement['kind']
  readonly force: Statement['force']
  readonly negated: boolean
  readonly aspect: Statement['aspect']
  readonly parties: readonly string[]
  /** Parties of the whole text: whom the statement is made between. */
  readonly between: readonly string[]
  readonly act: string
  /** Content words, as stems, in order. */
  readonly words: readonly string[]
  readonly mechanisms: readonly string[]
  readonly places: readonly string[]
  readonly numbers: readonly string[]
  readonly topics: readonly string[]
}

const stems = (text: string): string[] => (text.toLowerCase().match(/[\p{L}]{4,60}/gu) ?? []).map((w) => w.replace(/(?:s|ed|ing)$/, ''))

/** What linking sees of a statement of a text whose parties are `between`. */
export function featuresOf(statement: Statement, hash: string, document: Document, between: readonly string[]): Features {
  const { id, kind, force, aspect, parties, act, mechanisms, places, topics, quote } = statement
  const numbers = quote.match(/\d[\d.,]*/g) ?? []
  const date = document.date === undefined ? {} : { date: document.date }
  return {
    id,
    hash,
    ...date,
    kind,
    force,
    negated: statement.negated === true,
    aspect,
    parties,
    between,
    act,
    words: stems(quote),
    mechanisms,
    places,
    numbers,
    topics,
  }
}

/** What linking sees of a declared entry. */
export function featuresOfEntry(entry: Entry): Features {
  const { id, kind, force, parties, mechanisms, places, label } = entry
  const date = entry.date === undefined ? {} : { date: entry.date }
  return {
    id,
    ...date,
    kind,
    force,
    negated: false,
    aspect: 'new',
    parties,
    between: parties,
    act: '',
    words: stems(label),
    mechanisms,
    places,
    numbers: [],
    topics: [],
  }
}

/**
 * Keys under which a node is filed: two nodes are compared when they share one. Selective, for at a million statements the nodes of one
 * key are all looked at when a text is added.
 */
export function keysOf(features: Features): readonly string[] {
  return [...new Set(features.words)].map((word) => `${[...features.between].sort().join('+')}/${word}`)
}
