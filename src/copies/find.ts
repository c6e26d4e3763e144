import { nearCandidates, rareCandidates, translationCandidates } from './candidates.ts'
import type { Fingerprint } from './fingerprint.ts'
import { Bags, type CopyClass, mayBeCopies, sameText } from './same.ts'
import { translationOf } from './translated.ts'

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
  const texts = exactGroups(documents)
  const prints = texts.map(([first]) => (first as Known).fingerprint)
  const bags = new Bags(prints)
  const pairs: CopyPair[] = []
  for (const group of texts) {
    const firsts = group.length > NAMED ? 1 : group.length
    for (let i = 0; i < firsts; i++)
      for (let j = i + 1; j < group.length; j++) pairs.push(named(group[i] as Known, group[j] as Known, 'exact', 1))
  }
  // by the lower of the two: one set of all would reach a limit of the engine
  const done = new Map<number, Set<number>>()
  const compare = (i: number, j: number, may: boolean): readonly CopyPair[] => {
    const [low, high] = [Math.min(i, j), Math.max(i, j)]
    if (!may || done.get(low)?.has(high)) return []
    const found = compareGroups(texts[i] as Known[], texts[j] as Known[])
    const known = done.get(low)
    if (known) known.add(high)
    else done.set(low, new Set([high]))
    pairs.push(...found)
    return found
  }
  const mayBe = (i: number, j: number) => mayBeCopies(bags.of(i), bags.of(j))
  const near: (readonly [number, number])[] = []
  for (const [i, j] of nearCandidates(prints))
    if (compare(i, j, mayBe(i, j)).some(({ relation }) => relation === 'near-exact')) near.push([i, j])
  const families = unite(texts.length, near)
  // a family of near copies looks for others by one of them, and is then compared whole
  const heads = families.map((family) => family.reduce((x, y) => ((prints[x] as Fingerprint).all < (prints[y] as Fingerprint).all ? x : y)))
  const headPrints = heads.map((head) => prints[head] as Fingerprint)
  const members = (one: number, other: number): readonly number[] => {
    const family = families[one] as number[]
    return family.length * (families[other] as number[]).length > NAMED ? [heads[one] as number] : family
  }
  for (const [x, y] of rareCandidates(headPrints)) for (const i of members(x, y)) for (const j of members(y, x)) compare(i, j, mayBe(i, j))
  for (const [x, y] of translationCandidates(headPrints))
    for (const i of members(x, y))
      for (const j of members(y, x)) compare(i, j, translationOf(prints[i] as Fingerprint, prints[j] as Fingerprint) !== undefined)
  return withoutRivals(pairs).sort((x, y) => (x.a < y.a || (x.a === y.a && x.b < y.b) ? -1 : 1))
}

/** Documents of the same words, each group by name, the groups by the name of their first; documents without words are left out. */
function exactGroups(documents: readonly Known[]): Known[][] {
  const groups = new Map<string, Known[]>()
  for (const document of documents) {
    const { all, words } = document.fingerprint
    if (words === 0) continue
    const same = groups.get(all)
    if (same) same.push(document)
    else groups.set(all, [document])
  }
  const byName = (x: Known, y: Known) => (x.id < y.id ? -1 : 1)
  return [...groups.values()].map((group) => group.sort(byName)).sort((x, y) => byName(x[0] as Known, y[0] as Known))
}

const named = (x: Known, y: Known, relation: CopyPair['relation'], score: number): CopyPair =>
  x.id < y.id ? { a: x.id, b: y.id, relation, score } : { a: y.id, b: x.id, relation, score }

function compareGroups(one: readonly Known[], other: readonly Known[]): CopyPair[] {
  const pairs: CopyPair[] = []
  const all = one.length * other.length <= NAMED
  for (const x of all ? one : one.slice(0, 1))
    for (const y of all ? other : other.slice(0, 1)) {
      const { class: relation, score } = sameText(x.fingerprint, y.fingerprint)
      if (relation !== 'none') pairs.push(named(x, y, relation, score))
    }
  return pairs
}

/** Connected components of `size` things; each in ascending order. */
function unite(size: number, joined: readonly (readonly [number, number])[]): number[][] {
  const parent = Int32Array.from({ length: size }, (_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (parent[root] !== root) root = parent[root] as number
    for (let at = i; at !== root; ) {
      const next = parent[at] as number
      parent[at] = root
      at = next
    }
    return root
  }
  for (const [i, j] of joined) parent[Math.max(find(i), find(j))] = Math.min(find(i), find(j))
  const families = new Map<number, number[]>()
  for (let i = 0; i < size; i++) {
    const root = find(i)
    const family = families.get(root)
    if (family) family.push(i)
    else families.set(root, [i])
  }
  return [...families.values()]
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
