import { candidates } from './candidates.ts'
import type { Fingerprint } from './fingerprint.ts'
import { bagOf, type CopyClass, mayBeCopies, sameText } from './same.ts'

/** A document of a collection: the caller's name for it, unique, and what its text is known by. */
export interface Known {
  readonly id: string
  readonly fingerprint: Fingerprint
}

/** Two documents that are copies of one text; `a` is before `b` by name. */
export interface CopyPair {
  readonly a: string
  readonly b: string
  readonly relation: Exclude<CopyClass, 'none'>
  readonly score: number
}

/** Documents of one text up to which every two of them are named; of more, each is named with the first alone. */
const NAMED = 60

/** Which documents of a collection are copies of one text. Depends on the set of documents, not on their order; sorted by names. */
export function findCopies(documents: readonly Known[]): CopyPair[] {
  const groups = new Map<string, Known[]>()
  for (const document of documents) {
    const { all, words } = document.fingerprint
    if (words === 0) continue
    const same = groups.get(all)
    if (same) same.push(document)
    else groups.set(all, [document])
  }
  const byName = (x: Known, y: Known) => (x.id < y.id ? -1 : 1)
  const texts = [...groups.values()].map((group) => group.sort(byName)).sort((x, y) => byName(x[0] as Known, y[0] as Known))
  const pairs: CopyPair[] = []
  const name = (x: Known, y: Known, relation: CopyPair['relation'], score: number) => {
    const [a, b] = x.id < y.id ? [x.id, y.id] : [y.id, x.id]
    pairs.push({ a, b, relation, score })
  }
  for (const group of texts) {
    const firsts = group.length > NAMED ? 1 : group.length
    for (let i = 0; i < firsts; i++) for (let j = i + 1; j < group.length; j++) name(group[i] as Known, group[j] as Known, 'exact', 1)
  }
  const firsts = texts.map(([first]) => (first as Known).fingerprint)
  const bags = firsts.map(bagOf)
  for (const [i, j] of candidates(firsts)) {
    if (!mayBeCopies(bags[i] as Int32Array, bags[j] as Int32Array)) continue
    const [one, other] = [texts[i] as Known[], texts[j] as Known[]]
    const all = one.length * other.length <= NAMED
    for (const x of all ? one : one.slice(0, 1))
      for (const y of all ? other : other.slice(0, 1)) {
        const { class: relation, score } = sameText(x.fingerprint, y.fingerprint)
        if (relation !== 'none') name(x, y, relation, score)
      }
  }
  return withoutRivals(pairs).sort((x, y) => (x.a < y.a || (x.a === y.a && x.b < y.b) ? -1 : 1))
}

/**
 * A reworded copy has one original. Where a document is like two that are no copies of each other, as the texts of one template are,
 * only the likest stays.
 */
function withoutRivals(pairs: readonly CopyPair[]): CopyPair[] {
  const of = new Map<string, Map<string, CopyPair>>()
  for (const pair of pairs)
    for (const [from, to] of [
      [pair.a, pair.b],
      [pair.b, pair.a],
    ] as const) {
      if (!of.has(from)) of.set(from, new Map())
      of.get(from)?.set(to, pair)
    }
  const hasBetter = (pair: CopyPair, from: string, to: string): boolean => {
    for (const [third, other] of of.get(from) ?? [])
      if (third !== to && other.relation !== 'partial' && other.score > pair.score && !of.get(third)?.has(to)) return true
    return false
  }
  return pairs.filter((pair) => pair.relation !== 'reworded' || !(hasBetter(pair, pair.a, pair.b) || hasBetter(pair, pair.b, pair.a)))
}
