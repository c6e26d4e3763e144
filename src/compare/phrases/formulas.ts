import { linkWordsOf } from '../../ledger/link/words.ts'
import type { Span } from '../../model.ts'
import { placesOf } from './follow.ts'
import type { Cut } from './text.ts'

/** A set phrase of three words and more. */
export interface Formula {
  /** As the first text that has it writes it. */
  readonly phrase: string
  /** What its words are found by. */
  readonly key: readonly string[]
  /** How rare its words are, in tenths of a logarithm, by the fixed table of linking: their mean. */
  readonly rarity: number
  /** Texts that have it, among all that were looked at. */
  readonly texts: number
  /** Why it is held to be set: it comes again, or it is written as a name. */
  readonly as: 'again' | 'name'
}

/** A formula that one of two texts has and the other has not. */
export interface Shifted extends Formula {
  readonly change: 'appeared' | 'vanished'
  /** Where it stands in the text that has it. */
  readonly spans: readonly Span[]
}

const LEAST = 3
const MOST = 12
/** Words in a row inside a formula that only tie others together. */
const TIES = 2

/**
 * Set phrases of some texts: runs of three to twelve words that come again, in one text or in several, or are written as a name, that begin and
 * end with a word of sense and have two; of runs inside each other that stand in the same places only the longest.
 */
export function formulasOf(texts: readonly Cut[], language = 'en'): Formula[] {
  const runs = new Map<string, Run>()
  texts.forEach((text, at) => {
    for (let i = 0; i < text.key.length; i++) if (text.content[i]) collect(text, at, i, runs)
  })
  const set = [...runs].filter(([, run]) => run.times > 1 || run.named)
  const words = linkWordsOf(language)
  return apart(longest(set)).map(([name, { first, texts: having, named, times }]) => {
    const key = name.split(' ')
    const heavy = key.filter((word) => !words.isEmpty(word))
    const rarity = heavy.reduce((sum, word) => sum + words.weight(words.stem(word)), 0) / (heavy.length || 1)
    const [text, from, to] = first
    const phrase = (texts[text] as Cut).text.slice(from, to).replace(/\s+/g, ' ')
    return { phrase, key, rarity: Math.round(rarity), texts: having.size, as: times > 1 || !named ? 'again' : 'name' }
  })
}

interface Run {
  times: number
  named: boolean
  readonly texts: Set<number>
  readonly first: readonly [text: number, from: number, to: number]
}

/** Every run that begins at a word and could be a formula. */
function collect(text: Cut, at: number, start: number, runs: Map<string, Run>): void {
  const { key, content, capital, comma, ends, from, to } = text
  let name = ''
  let heavy = 0
  let ties = 0
  let named = true
  for (let n = 0; n < MOST && start + n < key.length; n++) {
    const i = start + n
    if (n > 0 && ends[i - 1]) return
    if (n > 0 && comma[i - 1]) named = false
    name = n ? `${name} ${key[i]}` : (key[i] as string)
    named &&= isOfName(text, i)
    const opens = content[i] || (named && capital[i] === true)
    if (content[i]) heavy++
    if (opens) ties = 0
    else if (++ties > TIES) return
    if (n + 1 < LEAST || heavy < 2 || !opens) continue
    // a name that ends in a word that no table knows is that of a person, but for what something is of, for, or to do
    const isName = named && capital[i] === true && (text.common[i] === true || text.within[i - 1] === true || text.within[i - 2] === true)
    const known = runs.get(name)
    if (known) {
      known.times++
      known.texts.add(at)
      known.named ||= isName
    } else runs.set(name, { times: 1, named: isName, texts: new Set([at]), first: [at, from[start] as number, to[i] as number] })
  }
}

/** A word of a name, or a small word behind a word that the tables know; "and" only between two of them, for between others it joins two persons. */
function isOfName({ capital, within, and, common, content }: Cut, i: number): boolean {
  if (capital[i]) return true
  const isKnown = (at: number): boolean => capital[at] === true && common[at] === true
  const isThing = (at: number): boolean => isKnown(at) && content[at] === true
  return within[i] === true && (and[i] ? isThing(i - 1) && isThing(i + 1) : isKnown(i - 1) || within[i - 1] === true)
}

/** Runs that no longer run contains as often in the same texts. */
function longest(set: readonly (readonly [string, Run])[]): (readonly [string, Run])[] {
  const covered = new Map<string, number>()
  for (const [name, { times }] of set) {
    const words = name.split(' ')
    for (let from = 0; from < words.length; from++)
      for (let to = from + LEAST; to <= words.length; to++) {
        if (to - from === words.length) continue
        const inner = words.slice(from, to).join(' ')
        covered.set(inner, Math.max(covered.get(inner) ?? 0, times))
      }
  }
  return set.filter(([name, { times, named }]) => (covered.get(name) ?? 0) < times && !(named && times === 1 && covered.has(name)))
}

/** Of runs that lie over each other in the text where they were first met, as windows of a passage longer than any run, the longest. */
function apart(set: readonly (readonly [string, Run])[]): (readonly [string, Run])[] {
  const size = ({ first: [, from, to] }: Run): number => to - from
  const order = [...set].sort(([x, a], [y, b]) => b.times - a.times || size(b) - size(a) || (x < y ? -1 : 1))
  const taken = new Map<number, Run[]>()
  const kept = order.filter(([, run]) => {
    const [text, from, to] = run.first
    const others = taken.get(text) ?? []
    const lies = others.some(
      ({ first: [, start, end], times }) => times <= run.times && Math.min(to, end) - Math.max(from, start) > size(run) / 2,
    )
    if (!lies) taken.set(text, [...others, run])
    return !lies
  })
  return kept
}

/**
 * Formulas that appeared or vanished from an earlier text to a later one, the rare ones first.
 * @param among other texts of the series, which show what is a set phrase
 */
export function shiftedFormulas(old: Cut, fresh: Cut, among: readonly Cut[] = [], language = 'en'): Shifted[] {
  const shifted: Shifted[] = []
  for (const formula of formulasOf([old, fresh, ...among], language)) {
    const [before, after] = [placesOf(formula.key, old), placesOf(formula.key, fresh)]
    if (before.length && !after.length) shifted.push({ ...formula, change: 'vanished', spans: before })
    if (after.length && !before.length) shifted.push({ ...formula, change: 'appeared', spans: after })
  }
  const order = (a: string, b: string) => (a < b ? -1 : 1)
  return shifted.sort((a, b) => b.rarity - a.rarity || a.texts - b.texts || order(a.key.join(' '), b.key.join(' ')))
}
