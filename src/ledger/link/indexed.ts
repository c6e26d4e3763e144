import type { Features } from './features.ts'

/** What is asked of a node's words for every pair that it is in. */
export interface Indexed {
  /** Where each word stands among the words. */
  readonly places: ReadonlyMap<string, number>
  /** Weight of all. */
  readonly weight: number
  /** The rarest words. */
  readonly core: readonly string[]
  /** Where it stands in its text; an entry, and an id of another form, stands nowhere. */
  readonly place: { readonly from: number; readonly to: number } | undefined
}

/** How many words are a node's core. */
const CORE = 4

/** Text and stretch of a statement, by its id. */
const stretch = /^[0-9a-f]{12}-(\d+)-(\d+)$/

/** Only saves time: what it holds is a function of its key. */
const memo = new WeakMap<Features, Indexed>()

/** The words of a node as they are asked for. */
export function indexOf(features: Features): Indexed {
  const known = memo.get(features)
  if (known) return known
  const { words, weights } = features
  const order = words.map((_, i) => i).sort((x, y) => (weights[y] as number) - (weights[x] as number) || x - y)
  const made: Indexed = {
    places: new Map(words.map((word, i) => [word, i])),
    weight: weights.reduce((sum, weight) => sum + weight, 0),
    core: order.slice(0, CORE).map((i) => words[i] as string),
    place: placeOf(features.id),
  }
  memo.set(features, made)
  return made
}

function placeOf(id: Features['id']): Indexed['place'] {
  const found = stretch.exec(id)
  return found ? { from: Number(found[1]), to: Number(found[2]) } : undefined
}

/** Weight of the words that both have, as `common` gives it. */
export function weightInCommon(a: Features, b: Features): number {
  const { places } = indexOf(b)
  const { words, weights } = a
  let weight = 0
  for (let i = 0; i < words.length; i++) {
    const place = places.get(words[i] as string)
    if (place !== undefined) weight += Math.min(b.weights[place] as number, weights[i] as number)
  }
  return weight
}

/** The words of one that the other has too, in order, and their weight: the less where the two differ in it. */
export function common(a: Features, b: Features): { on: string[]; weight: number } {
  const { places } = indexOf(b)
  const on: string[] = []
  let weight = 0
  for (let i = 0; i < a.words.length; i++) {
    const word = a.words[i] as string
    const place = places.get(word)
    if (place === undefined) continue
    on.push(word)
    weight += Math.min(b.weights[place] as number, a.weights[i] as number)
  }
  return { on, weight }
}

/** Words that follow each other in both, two by two. */
export function phrasesOf({ words }: Features, b: Features): string[] {
  const { places } = indexOf(b)
  const at = words.map((word) => places.get(word))
  return words.slice(1).flatMap((word, i) => (follows(at[i], at[i + 1]) ? [`${words[i]} ${word}`] : []))
}

/** How many words follow each other in both. */
export function phrasesInCommon({ words }: Features, b: Features): number {
  const { places } = indexOf(b)
  let count = 0
  let before: number | undefined
  for (let i = 0; i < words.length; i++) {
    const place = places.get(words[i] as string)
    if (follows(before, place)) count++
    before = place
  }
  return count
}

const follows = (before: number | undefined, place: number | undefined): boolean =>
  before !== undefined && place !== undefined && place === before + 1

/** Share of the number of `words` that a node has. */
export function heldOf(words: readonly string[], { places }: Indexed): number {
  let held = 0
  for (const word of words) if (places.has(word)) held++
  return held / (words.length || 1)
}
