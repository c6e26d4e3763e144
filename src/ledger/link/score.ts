import type { LinkScore, Part } from '../nouns.ts'
import { barriersOf, goesOn, NAMED, WITHIN } from './barriers.ts'
import type { Features } from './features.ts'
import { isEntry } from './ids.ts'
import { common, indexOf } from './indexed.ts'
import { isAlone, neededFor, SAME } from './needed.ts'
import { areOneFormula, withinText } from './nodes.ts'
import { alikePlaces, partsOf, shared } from './parts.ts'
import { mayReach } from './reach.ts'

/** Score from which a link is proposed for review. */
export const SUGGEST = 0.03

/** Barriers that name what only one of the two can mean: such a pair is proposed from `DOUBTFUL` on. */
const contradicting = new Set(['two events', 'another act', 'other names', 'another number', 'another date', 'another circle', 'a meeting'])
const DOUBTFUL = 0.5
/** Below this score a link rests on words that weigh as much as these, places and states that both name included. */
const CLEAR = 0.82
const HEAVY = 95
/** The least score of a proposal where a government speaks alone. */
const ALONE = 0.15

/** Where the scale begins: two nodes with nothing in common, in log-odds. */
const START = -7.1

/**
 * How alike two nodes are: symmetric, and a function of the two alone. The parts add up (value times weight) to log-odds, so that each
 * can be shown beside what it did; the score is their logistic, between 0 and 1.
 */
export function scoreLink(one: Features, other: Features): LinkScore {
  const [a, b] = one.id < other.id ? [one, other] : [other, one]
  const parts = partsOf(a, b)
  const score = scoreOf(parts)
  const barriers = barriersOf(a, b)
  return { score, parts, barriers, verdict: verdictOf(a, b, score, barriers) }
}

/** As `scoreLink`, but undefined for two that are apart, which is most pairs and soon told. */
export function linkBetween(one: Features, other: Features): (LinkScore & { readonly verdict: 'same' | 'suggest' }) | undefined {
  const [a, b] = one.id < other.id ? [one, other] : [other, one]
  const least = leastOf(a, b)
  if (!mayReach(a, b, REACHED.get(least) as number)) return undefined
  const parts = partsOf(a, b)
  const score = scoreOf(parts)
  if (score < least) return undefined
  const barriers = barriersOf(a, b)
  const verdict = verdictOf(a, b, score, barriers)
  return verdict === 'apart' ? undefined : { score, parts, barriers, verdict }
}

function scoreOf(parts: readonly Part[]): number {
  let sum = START
  for (const { value, weight } of parts) sum += value * weight
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000
}

/** What rounding may add to a score. */
const ROUNDED = 0.001

/** What the parts must add up to for these scores. */
const REACHED = new Map(
  [SAME, DOUBTFUL, ALONE, SUGGEST].map((score) => [score, Math.log((score - ROUNDED) / (1 - score + ROUNDED)) - START]),
)

/** Below this score two are apart, whatever else is to be said of them: what `verdictOf` asks for in each case. */
function leastOf(a: Features, b: Features): number {
  if (withinText(a, b) !== undefined) return SAME
  if (a.talk || b.talk) return DOUBTFUL
  return isAlone(a, b) ? ALONE : SUGGEST
}

/** Share of the lighter that one word must be to be no chance. */
const MOST_OF = 0.4

/** One word in common that is not most of what one says, and no name, is no reason to ask anybody. An entry is in other words than its text. */
function isChance(a: Features, b: Features): boolean {
  if (isEntry(a.id) || isEntry(b.id) || (a.touch && b.touch)) return false
  const named = (['mechanisms', 'places', 'others', 'states'] as const).some((field) => shared(a[field], b[field]).length > 0)
  const { on, weight } = common(a, b)
  if (named || on.length > 1) return false
  return !areOfOne(a, b) || isAlone(a, b) || weight < MOST_OF * Math.min(indexOf(a).weight, indexOf(b).weight)
}

/** Both are of one kind and go on, and somebody holds both. */
const areOfOne = (a: Features, b: Features): boolean =>
  goesOn(a) && goesOn(b) && a.kind === b.kind && shared(a.parties, b.parties).length > 0

/** Of two stances of the same parties one says next to nothing but what the other says, and no deed. */
const holdsOther = (a: Features, b: Features, on: readonly string[], weight: number): boolean =>
  on.length > 1 &&
  areOfOne(a, b) &&
  a.parties.join() === b.parties.join() &&
  a.others.join() === b.others.join() &&
  weight >= WITHIN * Math.min(indexOf(a).weight, indexOf(b).weight)

/** A score that is not clear, and little that both say; unless one says it of a place, state or body that the other names, and says no more. */
function isLight(a: Features, b: Features, score: number): boolean {
  if (score >= CLEAR || areOneFormula(a, b) || isEntry(a.id) || isEntry(b.id)) return false
  const { on, weight } = common(a, b)
  const named = alikePlaces(a.places, b.places) + shared(a.states, b.states).length
  const says = Math.min(a.words.length, b.words.length)
  if (holdsOther(a, b, on, weight)) return false
  if (on.length === says && named + shared(a.mechanisms, b.mechanisms).length > 0) return false
  return weight + NAMED * named < HEAVY
}

/** Two statements of one text are the same or are two: their author had both before him, and nobody is asked. */
function verdictOf(a: Features, b: Features, score: number, barriers: readonly string[]): LinkScore['verdict'] {
  if (barriers.includes('one programme') || score < SUGGEST) return 'apart'
  const alone = isAlone(a, b)
  if (score >= neededFor(a, b) && barriers.length === 0 && !isLight(a, b, score)) return 'same'
  if (withinText(a, b) !== undefined || isChance(a, b)) return 'apart'
  if (a.talk || b.talk || barriers.some((barrier) => contradicting.has(barrier))) return score < DOUBTFUL ? 'apart' : 'suggest'
  return alone && score < ALONE ? 'apart' : 'suggest'
}
