import type { Features } from './features.ts'
import { isEntry } from './ids.ts'
import { heldOf, indexOf, phrasesInCommon, weightInCommon } from './indexed.ts'
import { areOneFormula } from './nodes.ts'
import { BESIDES, EVIDENCE, MOST_PLACES, PHRASES, stanceOf, WEIGHTS } from './parts.ts'

/** More than all roundings of the parts' values come to. */
const ROUNDED = 0.01

/**
 * Whether the parts of two nodes may add up to `least` or more. Most pairs that are compared have a word in common and nothing else: they are told at a tenth of
 * the cost of their parts. Says yes wherever it is not certain.
 */
export function mayReach(a: Features, b: Features, least: number): boolean {
  if (isEntry(a.id) || isEntry(b.id) || areOneFormula(a, b)) return true
  const [one, other] = [indexOf(a), indexOf(b)]
  const lighter = Math.min(one.weight, other.weight)
  const weight = weightInCommon(a, b)
  const words =
    (WEIGHTS.words * weight) / Math.sqrt(one.weight * other.weight || 1) +
    (WEIGHTS.containment * weight) / (lighter || 1) +
    WEIGHTS.evidence * Math.min(1, weight / EVIDENCE) -
    WEIGHTS.besides * Math.min(1, (lighter - weight) / BESIDES)
  const sum = words + mostBeside(a, b) + ROUNDED
  if (sum + WEIGHTS.core + WEIGHTS.phrases < least) return false
  const core = WEIGHTS.core * Math.min(heldOf(one.core, other), heldOf(other.core, one))
  if (sum + core + WEIGHTS.phrases < least) return false
  return sum + core + WEIGHTS.phrases * Math.min(1, phrasesInCommon(a, b).length / PHRASES) >= least
}

const both = (a: readonly string[], b: readonly string[], most: number): number => (a.length > 0 && b.length > 0 ? most : 0)

/** The most that the parts beside the words add up to between two statements of no formula: at a glance, which is what it is for. */
function mostBeside(a: Features, b: Features): number {
  return (
    (a.between.length > 1 && b.between.length > 1 ? WEIGHTS.circle : -WEIGHTS.circle) +
    (a.parties.length > 0 || b.parties.length > 0 ? both(a.parties, b.parties, WEIGHTS.parties) : -WEIGHTS.nobody) +
    (a.speaker !== undefined && a.speaker === b.speaker ? WEIGHTS.speaker : 0) +
    (a.talk || b.talk ? -WEIGHTS.talk : 0) +
    (a.act === b.act || (a.says && b.says) ? WEIGHTS.act : 0) +
    mostOfStance(stanceOf(a), stanceOf(b)) +
    (a.kind === b.kind ? WEIGHTS.kind : 0) +
    both(a.mechanisms, b.mechanisms, WEIGHTS.mechanisms) +
    both(a.places, b.places, WEIGHTS.places * MOST_PLACES) +
    both(a.others, b.others, WEIGHTS.others) +
    both(a.topics, b.topics, WEIGHTS.topics) +
    both(a.numbers, b.numbers, WEIGHTS.numbers)
  )
}

const mostOfStance = (one: number, other: number): number => (one >= 0 && other >= 0 ? 0 : one === other ? WEIGHTS.stance : -WEIGHTS.stance)
