import type { Features } from './features.ts'
import { isEntry } from './ids.ts'
import { heldOf, indexOf, phrasesInCommon, weightInCommon } from './indexed.ts'
import { areOneFormula } from './nodes.ts'
import { BESIDES, EVIDENCE, MOST_PLACES, PHRASES, stanceOf, WEIGHTS } from './parts.ts'

/** More than all roundings of the parts' values come to. */
const ROUNDED = 0.01

/**
 * Whether the parts of two nodes may add up to `least` or more. Most pairs that are compared have a word in common and little else: they are told at a tenth of
 * the cost of their parts. Says yes wherever it is not certain.
 */
export function mayReach(a: Features, b: Features, least: number): boolean {
  const [one, other] = [indexOf(a), indexOf(b)]
  const lighter = Math.min(one.weight, other.weight)
  const weight = weightInCommon(a, b)
  const words =
    (WEIGHTS.words * weight) / Math.sqrt(one.weight * other.weight || 1) +
    (WEIGHTS.containment * weight) / (lighter || 1) +
    WEIGHTS.evidence * Math.min(1, weight / EVIDENCE) -
    WEIGHTS.besides * Math.min(1, (lighter - weight) / BESIDES)
  if (isEntry(a.id) || isEntry(b.id) || areOneFormula(a, b)) return true
  const sum = words + beside(a, b) + ROUNDED
  if (sum + WEIGHTS.core + WEIGHTS.phrases < least) return false
  const core = WEIGHTS.core * Math.min(heldOf(one.core, other), heldOf(other.core, one))
  if (sum + core + WEIGHTS.phrases < least) return false
  return sum + core + WEIGHTS.phrases * Math.min(1, phrasesInCommon(a, b) / PHRASES) >= least
}

function sharedOf(a: readonly string[], b: readonly string[]): number {
  let count = 0
  for (let i = 0; i < a.length; i++) if (b.includes(a[i] as string)) count++
  return count
}

/** Share of what either has that both have. */
function alike(a: readonly string[], b: readonly string[]): number {
  const count = sharedOf(a, b)
  return count / (a.length + b.length - count || 1)
}

/** What two lists of names add: for those that both have, against where each has others. */
function named(a: readonly string[], b: readonly string[], most: number, least: number): number {
  if (a.length === 0 || b.length === 0) return 0
  const count = sharedOf(a, b)
  return count ? (most * count) / Math.min(a.length, b.length) : -least
}

/** The most that the parts beside the words add up to between two statements of no formula. */
function beside(a: Features, b: Features): number {
  return (
    (a.between.length > 1 && b.between.length > 1 ? WEIGHTS.circle * (2 * alike(a.between, b.between) - 1) : -WEIGHTS.circle) +
    mostOfParties(a.parties, b.parties) +
    (a.speaker !== undefined && a.speaker === b.speaker ? WEIGHTS.speaker : 0) +
    (a.talk || b.talk ? -WEIGHTS.talk : 0) +
    (a.act === b.act || (a.says && b.says) ? WEIGHTS.act : 0) +
    mostOfStance(stanceOf(a), stanceOf(b)) +
    (a.kind === b.kind ? WEIGHTS.kind : 0) +
    named(a.mechanisms, b.mechanisms, WEIGHTS.sameMechanisms, WEIGHTS.mechanisms) +
    (a.places.length > 0 && b.places.length > 0 ? WEIGHTS.places * MOST_PLACES : 0) +
    named(a.others, b.others, WEIGHTS.others, WEIGHTS.others) +
    (a.topics.length > 0 && b.topics.length > 0 ? WEIGHTS.topics * alike(a.topics, b.topics) : 0) +
    named(a.numbers, b.numbers, WEIGHTS.numbers, WEIGHTS.numbers)
  )
}

function mostOfParties(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 && b.length === 0) return -WEIGHTS.nobody
  return a.length === 0 || b.length === 0 ? 0 : WEIGHTS.parties * (2 * alike(a, b) - 1)
}

const mostOfStance = (one: number, other: number): number => (one >= 0 && other >= 0 ? 0 : one === other ? WEIGHTS.stance : -WEIGHTS.stance)
