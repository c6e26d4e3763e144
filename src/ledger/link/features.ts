import type { ActClass, LinkWords } from '../../lexicon/linkwords.ts'
import type { Statement } from '../../model.ts'
import type { Document, Entry, NodeId, Programme } from '../nouns.ts'
import { actIn, saidIn } from './acts.ts'
import { type Content, contentOf, nameKey, numbersOf } from './content.ts'
import type { Formula, Touch } from './formulas.ts'
import { isEntry } from './ids.ts'
import { linkWordsOf, tableVersions } from './words.ts'

/** Version of linking: its code and its tables. What was computed under another version is computed anew. */
export const LINKER = `7.${tableVersions()}`

/** What linking sees of a statement or entry; plain data, so that a store can keep it as JSON. */
export interface Features {
  readonly id: NodeId
  /** Text of the statement; absent for an entry. */
  readonly hash?: string
  readonly date?: string
  readonly kind: Statement['kind']
  readonly force: Statement['force']
  readonly negated: boolean
  /** Whether it denies what its words say is not decided: "remains unchanged". */
  readonly open: boolean
  /** It points to something said before it, so that its words alone do not say what it is about. */
  readonly points: boolean
  /** It tells of the day of its text. */
  readonly today: boolean
  /** Somebody speaks for himself, or to a hearer, as no official text does. */
  readonly talk: boolean
  /** A word says how somebody stands to the matter ("importance"), or that it worries him. */
  readonly holds: boolean
  readonly worries: boolean
  /** It says that somebody stays in touch, and what about, or that alone; empty where it does not. */
  readonly touch: Touch
  /** The state that it supports as such: "support for R". */
  readonly backs: string
  /** The set phrase that it begins with, and whether it says little besides. */
  readonly matter?: Formula
  /** It tells of a meeting that was held to say this. */
  readonly met: boolean
  /** It allows somebody to do something. */
  readonly allows: boolean
  /** How many words say how much it is meant: "strongly". */
  readonly strength: number
  /** First and last day of what is told, or of the time set for it, where they are known. */
  readonly from?: string
  readonly to?: string
  readonly aspect: Statement['aspect']
  /** Whose statement it is: parties and proposers; empty where the text does not say. */
  readonly parties: readonly string[]
  /** It does not say whose it is at all, not even by a word that names nobody ("teams"). */
  readonly nobody: boolean
  /** Who is to act: the parties without those who only ask. */
  readonly bound: readonly string[]
  /** Who says it, where the text names somebody. */
  readonly speaker?: string
  /** Parties of the whole text: whom the statement is made between. */
  readonly between: readonly string[]
  /** How many statements its text has: the more there are, the more of them are alike by chance. An entry has none. */
  readonly size: number
  /** States that its words name and that are not whose statement it is. */
  readonly states: readonly string[]
  /** Class of the act, and whether it stands for (1) or against (-1) its object; 0 where it does neither. */
  readonly act: string
  readonly sign: number
  /** The verb only says that something is said or held. */
  readonly says: boolean
  /** The act answers a deed of another: "welcome". */
  readonly alone: boolean
  /** The act answers one deed of one day: "condemn". */
  readonly deed: boolean
  /** The act chooses a person: "appoint". */
  readonly appoints: boolean
  /** The act is done by saying so, on one occasion: "announce". */
  readonly once: boolean
  /** Content words, as stems, in order, each once; `weights` says how rare each is, in tenths. */
  readonly words: readonly string[]
  readonly weights: readonly number[]
  /** Capitalised words that are no common words: persons, firms, places. */
  readonly names: readonly string[]
  /** Named bodies and instruments, each as the stems of its name, sorted. */
  readonly mechanisms: readonly string[]
  readonly places: readonly string[]
  /** States and bodies that the statement names and that are no party of the text. */
  readonly others: readonly string[]
  /** Quantities, without years. */
  readonly numbers: readonly string[]
  readonly topics: readonly string[]
  /** Other wordings of an entry, each as the stems of its words; a statement has none. */
  readonly also: readonly string[]
  readonly hedged: boolean
  readonly precision: number
}

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort()

/** Parts of features that come from the words. */
function worded(
  content: Content,
): Pick<Features, 'words' | 'weights' | 'names' | 'open' | 'points' | 'today' | 'talk' | 'strength' | 'holds' | 'worries'> {
  const { words, weights, names, contrary, points, today, talk, strength, holds, worries } = content
  return { words, weights, names, open: contrary, points, today, talk, strength, holds, worries }
}

/** Parts of features that come from the class of the act. */
function acted({
  name,
  sign,
  says,
  alone,
  deed,
  appoints,
  once,
}: ActClass): Pick<Features, 'act' | 'sign' | 'says' | 'alone' | 'deed' | 'appoints' | 'once'> {
  return { act: name, sign, says, alone, deed, appoints, once }
}

/** Rules of reading by which one who speaks for himself is the party, and by which somebody is allowed something. */
const SPOKEN = new Set(['party/we-speaker', 'party/i-speaker', 'party/i'])
const ALLOWED = 'frame/permission'
/** By which the doer is only pointed to. */
const POINTED = 'party/it'

/** Class of the acts of those who meet. */
const MEET = 'consult'

/** A number that is no article of a treaty. */
const amount = /\d\d/

/** Parties that are states, bodies or persons; "teams" says nothing of whose. */
const isNamed = (party: string): boolean => /^\p{Lu}/u.test(party)

/** "our one Z policy has not changed": an instrument that stands where a doer does is nobody's name. */
function isInstrument(party: string, mechanisms: readonly string[], words: LinkWords): boolean {
  if (!party.includes('-')) return false
  const stems = new Set(mechanisms.flatMap((name) => name.split(' ')))
  return nameKey(party, words)
    .split(' ')
    .every((stem) => stems.has(stem))
}

/** A place or body that the statement names is among some of its words in lower case. */
function isNamedIn(forms: readonly string[], { places, mechanisms }: Statement): boolean {
  const said = new Set(forms)
  const isSaid = (name: string): boolean => (name.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).every((form) => said.has(form))
  return [...places, ...mechanisms].some(isSaid)
}

/** What linking sees of a statement of a text whose parties are `between`, and that has `size` statements. */
export function featuresOf(statement: Statement, hash: string, document: Document, between: readonly string[], size = 0): Features {
  const language = document.language ?? 'en'
  const words = linkWordsOf(language)
  const { id, force, aspect } = statement
  const places = sorted(statement.places.map((name) => nameKey(name, words)))
  const mechanisms = sorted(statement.mechanisms.map((name) => nameKey(name, words)))
  const done = actIn(statement.quote, statement.act, words)
  // who meets to say something holds what he says
  const said = statement.kind === 'report' && done.name === MEET ? saidIn(statement.quote, words) : undefined
  const kind = said ? 'position' : statement.kind
  const act = said?.act ?? done
  const content = contentOf(statement.quote.slice(said?.from), places, mechanisms, words, {
    act: statement.act,
    isMeeting: act.name === MEET,
    ...(statement.attribution === undefined ? {} : { speaker: statement.attribution }),
  })
  const isParty = (party: string): boolean => isNamed(party) && !isInstrument(party, mechanisms, words)
  const numbers = numbersOf(statement, words)
  const parties = sorted([...statement.parties, ...(statement.proposers ?? [])].filter(isParty))
  const others = sorted([...statement.addressees, ...content.states].filter((name) => !between.includes(name) && !parties.includes(name)))
  return {
    id,
    hash,
    ...(document.date === undefined ? {} : { date: document.date }),
    ...(statement.deadline?.from === undefined ? {} : { from: statement.deadline.from }),
    ...(statement.deadline?.to === undefined ? {} : { to: statement.deadline.to }),
    kind,
    force,
    negated: statement.negated === true,
    aspect,
    parties,
    nobody: statement.parties.length === 0 && !statement.proposers?.length,
    ...(statement.attribution === undefined ? {} : { speaker: statement.attribution }),
    between: words.circle(between),
    size,
    states: content.states.filter((state) => !parties.includes(state)).sort(),
    ...acted(act),
    ...worded(content),
    talk: content.talk || SPOKEN.has(statement.grounds['parties']?.rule ?? ''),
    touch: content.touch && (others.length > 0 || isNamedIn(content.touched, statement)) ? 'about' : content.touch,
    // an amount is of one deed
    backs: statement.negated === true || numbers.some((number) => amount.test(number)) ? '' : content.backs,
    ...(content.matter && { matter: content.matter }),
    met: said !== undefined,
    points: content.points || statement.grounds['parties']?.rule === POINTED,
    allows: statement.grounds['kind']?.rule?.startsWith(ALLOWED) === true,
    bound: sorted(statement.parties.filter(isParty)),
    mechanisms,
    places,
    others,
    numbers,
    topics: sorted(statement.topics),
    also: [],
    hedged: (statement.hedges?.length ?? 0) > 0,
    precision: statement.precision,
  }
}

/** An entry with other wordings under which texts speak of the same. */
type Worded = Entry & { readonly also?: readonly string[] }

/**
 * What linking sees of a declared entry.
 * @param programme its own: an id among the entry's mechanisms stands for the name and each alias, and all the programme's parties are
 * whom the entry is between, even where one alone is to act.
 */
export function featuresOfEntry(entry: Worded, programme?: Pick<Programme, 'mechanisms' | 'parties'>): Features {
  const words = linkWordsOf('en')
  const { id, kind, force, label } = entry
  const names = entry.mechanisms.flatMap((ref) => {
    const known = programme?.mechanisms.find((one) => one.id === ref || one.name === ref)
    return known ? [known.name, ...known.aliases] : [ref]
  })
  const also = sorted((entry.also ?? []).map((name) => nameKey(name, words)))
  const places = sorted(entry.places.map((name) => nameKey(name, words)))
  const content = contentOf(label, places, [], words, { isLabel: true })
  const act = words.act(content.words[0] ?? '')
  return {
    id,
    ...(entry.date === undefined ? {} : { date: entry.date }),
    kind,
    force,
    negated: false,
    aspect: 'new',
    parties: entry.actor === undefined ? sorted(entry.parties) : [entry.actor],
    nobody: false,
    between: sorted(programme?.parties ?? entry.parties),
    size: 0,
    states: [],
    ...acted(act),
    ...worded(content),
    touch: '',
    backs: '',
    met: false,
    allows: false,
    bound: entry.actor === undefined ? sorted(entry.parties) : [entry.actor],
    mechanisms: sorted([...names.map((name) => nameKey(name, words)), ...(names.length ? also : [])]),
    also,
    places,
    others: [],
    numbers: [],
    topics: [],
    hedged: false,
    precision: 0,
  }
}

/** How many of a node's rarest words are keys. */
const RARE = 8
/** An entry has more: there are few, and it shares few words with the texts that keep it. */
const OF_ENTRY = 40
/** How many of them are keys two by two, where one word alone would be too common. */
const PAIRED = 5

const named = ({ mechanisms, also }: Features): string[] => [...mechanisms, ...also].flatMap((name) => name.split(' '))

/** What says the same in words that vary is found by what it says. */
function formulaKeys({ touch, backs, matter }: Features, circle: string): string[] {
  return [
    ...(matter ? [`${circle}/matter:${matter.id}`] : []),
    ...(touch === '' ? [] : [`${circle}/touch:`]),
    ...(backs === '' ? [] : [`${circle}/backs:${backs}`]),
  ]
}

/**
 * Keys under which a node is filed: two nodes are compared when they share one. Each is the parties of the text with one of the node's
 * rarest words, or with the formula that it is; in a text of one party alone, which have no counterpart to tell them apart by, with two. Selective, for at a million
 * statements the nodes of one key are all looked at when a text is added; `npm run bench -- links` says how many that are, and how
 * many links are lost.
 */
export function keysOf(features: Features): readonly string[] {
  const { words, weights, between } = features
  const order = words.map((word, i) => ({ word, weight: weights[i] as number }))
  order.sort((x, y) => y.weight - x.weight || (x.word < y.word ? -1 : 1))
  const circle = between.join('+')
  if (isEntry(features.id)) order.push(...named(features).map((word) => ({ word, weight: 0 })))
  const most = isEntry(features.id) ? OF_ENTRY : RARE
  if (between.length > 1)
    return [...new Set([...order.slice(0, most).map(({ word }) => `${circle}/${word}`), ...formulaKeys(features, circle)])]
  const rare = order.slice(0, PAIRED).map(({ word }) => word)
  const keys = rare.length === 1 ? [`${circle}/${rare[0]}`] : []
  for (let i = 0; i < rare.length; i++)
    for (let j = i + 1; j < rare.length; j++) keys.push(`${circle}/${[rare[i] as string, rare[j] as string].sort().join(' ')}`)
  return keys
}
