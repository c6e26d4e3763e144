import { fingerprint } from '../src/copies/copies.ts'
import { read } from '../src/index.ts'
import { cluster, type Edge } from '../src/ledger/link/cluster.ts'
import { type Features, featuresOf, keysOf } from '../src/ledger/link/features.ts'
import { scoreLink } from '../src/ledger/link/score.ts'
import { hash52, type Place, pairsWithin, placeInLists } from '../src/ledger/link/windows.ts'
import { type Witness, witnessesOf } from '../src/ledger/witnesses.ts'
import type { Statement } from '../src/model.ts'
import { bulkSample } from './diff.ts'

/** Every how many documents of the bulk corpus are read. */
const STEP = 3

interface Known {
  readonly features: Features
  readonly statement: Statement
  readonly of: string
}

/** Numbers from 0 to 1 by a seed (mulberry32 over FNV-1a). */
function seeded(seed: string): () => number {
  let state = 2166136261
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 16777619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The first `n` of a shuffle by the seed. */
function draw<T>(list: readonly T[], n: number, seed: string): T[] {
  const [random, all] = [seeded(seed), [...list]]
  for (let i = 0; i < Math.min(n, all.length); i++) {
    const j = i + Math.floor(random() * (all.length - i))
    const one = all[i] as T
    all[i] = all[j] as T
    all[j] = one
  }
  return all.slice(0, n)
}

function readAll(shared: string, first: number): { nodes: Map<string, Known>; original: Map<string, string> } {
  const nodes = new Map<string, Known>()
  const texts: Witness[] = []
  for (const source of bulkSample(shared, STEP, first)) {
    const { hash, parties, statements } = read({ ...source, language: 'en' })
    const date = source.date === undefined ? {} : { date: source.date }
    texts.push({ hash, ...date, fingerprint: fingerprint(source) })
    for (const statement of statements) {
      if (nodes.has(statement.id)) continue
      const features = featuresOf(statement, hash, { id: hash, hash, ...date }, parties, statements.length)
      nodes.set(statement.id, { features, statement, of: source.id ?? '' })
    }
  }
  return { nodes, original: witnessesOf(texts) }
}

/** Automatic links within one undertaking, of two texts that are not copies of one. */
function linksOf(nodes: ReadonlyMap<string, Known>, original: ReadonlyMap<string, string>): { drawn: Edge[]; same: number; open: number } {
  const lists = new Map<number, Place[]>()
  for (const [id, { features }] of nodes)
    for (const key of new Set(keysOf(features).map(hash52))) {
      const place = { at: placeInLists(features), id }
      const list = lists.get(key)
      if (list) list.push(place)
      else lists.set(key, [place])
    }
  const edges: Edge[] = []
  let open = 0
  const of = (id: string): Features => (nodes.get(id) as Known).features
  for (const [a, row] of pairsWithin(lists).pairs)
    for (const b of row.keys()) {
      const { verdict, score } = scoreLink(of(a), of(b))
      if (verdict === 'same') edges.push({ a, b, weight: score })
      else if (verdict === 'suggest') open++
    }
  const group = new Map(cluster([...nodes.keys()], edges, []).flatMap((members, i) => members.map((id) => [id, i] as const)))
  const text = (id: string): string | undefined => original.get(of(id).hash ?? '')
  const drawn = edges.filter(({ a, b }) => group.get(a) === group.get(b) && text(a) !== text(b))
  drawn.sort((x, y) => (x.a + x.b < y.a + y.b ? -1 : 1))
  return { drawn, same: edges.length, open }
}

/** What is drawn, and of what. */
export interface Drawing {
  readonly n: number
  readonly seed: string
  /** Which third of the corpus is read: from its first document (0), its second or its third. */
  readonly first: number
  /** Only links of texts of several parties whose score is lower. */
  readonly below?: number
}

/**
 * Prints automatic links of the bulk corpus (every third document, none that is held back), drawn at random, to be read by a person: `n` of
 * them by a seed, two lines each after the score.
 */
export function linkSample(shared: string, { n, seed, first, below }: Drawing): void {
  const { nodes, original } = readAll(shared, first)
  const { drawn, same, open } = linksOf(nodes, original)
  const several = ({ a, b }: Edge): boolean => [a, b].every((id) => (nodes.get(id) as Known).features.between.length > 1)
  const from = below === undefined ? drawn : drawn.filter((edge) => edge.weight < below && several(edge))
  console.log(`${nodes.size} statements: ${same} links made, ${open} proposed; ${drawn.length} links within one undertaking, not of copies`)
  if (below !== undefined) console.log(`drawn from ${from.length} of several parties below ${below}`)
  for (const [i, { a, b, weight }] of draw(from, n, seed).entries()) {
    console.log(`${i + 1} ${weight} ${nodes.get(a)?.features.between.join('+')}`)
    for (const { statement, of } of [nodes.get(a) as Known, nodes.get(b) as Known])
      console.log(`   [${of} ${statement.kind}/${statement.force} ${statement.parties.join('+')}] ${statement.quote.replace(/\s+/g, ' ')}`)
  }
}
