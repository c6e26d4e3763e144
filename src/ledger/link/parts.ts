import type { Part } from '../nouns.ts'
import type { Features } from './features.ts'

/** What two lists have in common. */
export interface Overlap {
  readonly shared: readonly string[]
  readonly only: boolean
}

/** Values of both, in the order of the first. */
export const shared = (a: readonly string[], b: readonly string[]): string[] => a.filter((value) => b.includes(value))

const round = (value: number): number => Math.round(value * 1000) / 1000

/** Whose statement: the parties it names, else those of its text. */
const whose = ({ parties, between }: Features): readonly string[] => (parties.length ? parties : between)

function jaccard(a: readonly string[], b: readonly string[]): number {
  const both = shared(a, b).length
  return both / (a.length + b.length - both || 1)
}

/** How much of the weight of the words of both, and of the lighter of the two, the other has too. */
function words(a: Features, b: Features): Part[] {
  let both = 0
  let all = 0
  let other = 0
  const on: string[] = []
  for (let i = 0; i < a.words.length; i++) {
    const weight = a.weights[i] as number
    all += weight
    if (b.words.includes(a.words[i] as string)) {
      both += weight
      on.push(a.words[i] as string)
    }
  }
  for (const weight of b.weights) other += weight
  const dice = (2 * both) / (all + other || 1)
  const inside = both / (Math.min(all, other) || 1)
  // a short text lies in a long one by chance
  const mass = Math.min(1, both / 120)
  return [
    { name: 'words', value: round(dice), weight: 5, on },
    { name: 'containment', value: round(inside * mass), weight: 3 },
    { name: 'shared weight', value: round(mass), weight: 1.5 },
  ]
}

function pairsOf({ words }: Features): Set<string> {
  const out = new Set<string>()
  for (let i = 1; i < words.length; i++) out.add(`${words[i - 1]} ${words[i]}`)
  return out
}

/** Two content words that follow each other in both. */
function phrases(a: Features, b: Features): Part | undefined {
  const other = pairsOf(b)
  const on = [...pairsOf(a)].filter((pair) => other.has(pair))
  const least = Math.min(a.words.length, b.words.length) - 1
  return least < 1 ? undefined : { name: 'phrases', value: round(Math.min(1, on.length / Math.min(least, 4))), weight: 1.5, on }
}

/** 1 where both name the same, -1 where each names another, between where they share some; nothing where one names none. */
function named(name: string, a: readonly string[], b: readonly string[], weight: number): Part | undefined {
  if (!a.length || !b.length) return undefined
  const on = shared(a, b)
  const value = on.length ? on.length / Math.min(a.length, b.length) : -1
  return { name, value: round(value), weight, on: on.length ? on : [...a, ...b] }
}

function act(a: Features, b: Features): Part | undefined {
  if (a.says || b.says || !a.act || !b.act) return undefined
  return { name: 'act', value: a.act === b.act ? 1 : -1, weight: a.act === b.act ? 1 : 0.5, on: a.act === b.act ? [a.act] : [a.act, b.act] }
}

function kinds(a: Features, b: Features): Part {
  const alike = a.kind === b.kind ? 1 : a.kind === 'report' || b.kind === 'report' ? -1 : 0
  return { name: 'kind', value: alike, weight: 0.5, on: a.kind === b.kind ? [a.kind] : [a.kind, b.kind] }
}

/** All that is compared between two nodes. */
export function partsOf(a: Features, b: Features): readonly Part[] {
  const [one, other] = [whose(a), whose(b)]
  const parties = jaccard(one, other)
  const between = jaccard(a.between, b.between)
  const parts: (Part | undefined)[] = [
    ...words(a, b),
    phrases(a, b),
    { name: 'parties', value: round(parties * 2 - 1), weight: 1, on: parties === 1 ? one : [...one, ...other] },
    a.between.length && b.between.length
      ? { name: 'between', value: round(between * 2 - 1), weight: 0.75, on: shared(a.between, b.between) }
      : undefined,
    act(a, b),
    kinds(a, b),
    named('mechanisms', a.mechanisms, b.mechanisms, 1.5),
    named('places', a.places, b.places, 1),
    named('others', a.others, b.others, 1),
    a.topics.length && b.topics.length
      ? { name: 'topics', value: round(jaccard(a.topics, b.topics)), weight: 0.5, on: shared(a.topics, b.topics) }
      : undefined,
    named('numbers', a.numbers, b.numbers, 0.5),
  ]
  return parts.filter((part) => part !== undefined)
}
