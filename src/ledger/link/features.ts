import type { Statement } from '../../model.ts'
import type { Document, Entry, NodeId, Programme } from '../nouns.ts'
import { type Content, contentOf, nameKey, numbersOf } from './content.ts'
import { linkWordsOf, tableVersions } from './words.ts'

/** Version of linking: its code and its tables. What was computed under another version is computed anew. */
export const LINKER = `1.${tableVersions()}`

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
  /** Whose statement it is: parties and proposers; empty where the text does not say. */
  readonly parties: readonly string[]
  /** Parties of the whole text: whom the statement is made between. */
  readonly between: readonly string[]
  /** Class of the act, and whether it stands for (1) or against (-1) its object; 0 where it does neither. */
  readonly act: string
  readonly sign: number
  /** The verb only says that something is said or held. */
  readonly says: boolean
  /** Content words, as stems, in order, each once; `weights` says how rare each is, in tenths. */
  readonly words: readonly string[]
  readonly weights: readonly number[]
  /** Named bodies and instruments, each as the stems of its name, sorted. */
  readonly mechanisms: readonly string[]
  readonly places: readonly string[]
  /** States and bodies that the statement names and that are no party of the text. */
  readonly others: readonly string[]
  /** Quantities, without years. */
  readonly numbers: readonly string[]
  readonly topics: readonly string[]
  readonly hedged: boolean
  readonly precision: number
}

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort()

/** Parts of features that come from the words. */
function worded(content: Content): Pick<Features, 'words' | 'weights'> {
  return { words: content.words, weights: content.weights }
}

/** What linking sees of a statement of a text whose parties are `between`. */
export function featuresOf(statement: Statement, hash: string, document: Document, between: readonly string[]): Features {
  const language = document.language ?? 'en'
  const words = linkWordsOf(language)
  const { id, kind, force, aspect } = statement
  const content = contentOf(statement.quote, words)
  const act = words.act(statement.act)
  const parties = sorted([...statement.parties, ...(statement.proposers ?? [])])
  return {
    id,
    hash,
    ...(document.date === undefined ? {} : { date: document.date }),
    kind,
    force,
    negated: statement.negated === true,
    aspect,
    parties,
    between: sorted(between),
    act: act.name,
    sign: act.sign,
    says: act.says,
    ...worded(content),
    mechanisms: sorted(statement.mechanisms.map((name) => nameKey(name, words))),
    places: sorted(statement.places.map((name) => nameKey(name, words))),
    others: sorted([...statement.addressees, ...content.states].filter((name) => !between.includes(name) && !parties.includes(name))),
    numbers: numbersOf(statement),
    topics: sorted(statement.topics),
    hedged: (statement.hedges?.length ?? 0) > 0,
    precision: statement.precision,
  }
}

/**
 * What linking sees of a declared entry.
 * @param mechanisms those of its programme: an id among the entry's mechanisms stands for the name and each alias.
 */
export function featuresOfEntry(entry: Entry, mechanisms: Programme['mechanisms'] = []): Features {
  const words = linkWordsOf('en')
  const { id, kind, force, label } = entry
  const names = entry.mechanisms.flatMap((ref) => {
    const known = mechanisms.find((one) => one.id === ref || one.name === ref)
    return known ? [known.name, ...known.aliases] : [ref]
  })
  const content = contentOf(label, words)
  const act = words.act(content.words[0] ?? '')
  return {
    id,
    ...(entry.date === undefined ? {} : { date: entry.date }),
    kind,
    force,
    negated: false,
    aspect: 'new',
    parties: sorted(entry.parties),
    between: sorted(entry.parties),
    act: act.name,
    sign: act.sign,
    says: act.says,
    ...worded(content),
    mechanisms: sorted(names.map((name) => nameKey(name, words))),
    places: sorted(entry.places.map((name) => nameKey(name, words))),
    others: [],
    numbers: [],
    topics: [],
    hedged: false,
    precision: 0,
  }
}

/** How many of a node's rarest words are keys together with each other. */
const RARE = 4

/**
 * Keys under which a node is filed: two nodes are compared when they share one. Selective, for at a million statements the nodes of one
 * key are all looked at when a text is added: two rare words together, or a named body or instrument with one.
 */
export function keysOf(features: Features): readonly string[] {
  const { words, weights } = features
  const order = words.map((word, i) => ({ word, weight: weights[i] as number }))
  order.sort((x, y) => y.weight - x.weight || (x.word < y.word ? -1 : 1))
  const rare = order.slice(0, RARE).map(({ word }) => word)
  const keys: string[] = []
  for (let i = 0; i < rare.length; i++)
    for (let j = i + 1; j < rare.length; j++) keys.push([rare[i] as string, rare[j] as string].sort().join(' '))
  if (rare.length === 1) keys.push(rare[0] as string)
  for (const name of features.mechanisms.slice(0, 4)) keys.push(`@${name}`)
  return keys
}
