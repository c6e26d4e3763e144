import type { Leaf, Sentence, Unit } from './leaf.ts'

/** A sentence that is met: where it first stood, and its only place in either witness; -1 for none yet, -2 for several. */
interface Group {
  readonly leaf: Leaf
  readonly sentence: Sentence
  a: number
  b: number
}

/** Sentences made so that their hashes meet cost a bounded number of steps each, and are no twins. */
const PROBES = 32

/** For each sentence of `a`, the one of `b` that has the same words, where each stands once in either; else -1. Linear. */
export function twinsOf(a: Leaf, b: Leaf): Int32Array {
  const groups = new Map<number, Group>()
  for (const [side, leaf] of [
    ['a', a],
    ['b', b],
  ] as const)
    leaf.sentences.forEach((sentence, i) => {
      const group = sentence.first < sentence.last ? groupOf(groups, leaf, sentence) : undefined
      if (group) group[side] = group[side] === -1 ? i : -2
    })
  const twins = new Int32Array(a.sentences.length).fill(-1)
  for (const group of groups.values()) if (group.a >= 0 && group.b >= 0) twins[group.a] = group.b
  return twins
}

function groupOf(groups: Map<number, Group>, leaf: Leaf, sentence: Sentence): Group | undefined {
  let hash = 0
  for (let i = sentence.first; i < sentence.last; i++) hash = Math.imul(hash ^ (leaf.units[i] as Unit).id, 0x9e3779b1) ^ (hash >>> 15)
  for (let probe = 0; probe < PROBES; probe++) {
    const known = groups.get(hash + probe)
    if (!known) {
      const made = { leaf, sentence, a: -1, b: -1 }
      groups.set(hash + probe, made)
      return made
    }
    if (sameWords(leaf.units, sentence, known.leaf.units, known.sentence)) return known
  }
  return undefined
}

function sameWords(a: readonly Unit[], one: Sentence, b: readonly Unit[], other: Sentence): boolean {
  const size = one.last - one.first
  if (size !== other.last - other.first) return false
  for (let k = 0; k < size; k++) if ((a[one.first + k] as Unit).id !== (b[other.first + k] as Unit).id) return false
  return true
}
