import { read } from '../../src/index.ts'
import { claims, cluster, type Edge } from '../../src/ledger/link/cluster.ts'
import { type Features, featuresOf, featuresOfEntry, keysOf } from '../../src/ledger/link/features.ts'
import { relate } from '../../src/ledger/link/relate.ts'
import { scoreLink } from '../../src/ledger/link/score.ts'
import type { Relation } from '../../src/ledger/nouns.ts'
import type { Source, Span } from '../../src/model.ts'
import type { ParsedProgramme } from '../../src/programme/parse.ts'

/** A statement of a text where linking put it: under an entry, with its relation to the wording before it. */
export interface Placed {
  /** Id of the entry without the programme's name. */
  readonly entry: string
  readonly date: string
  readonly quote: string
  readonly span: Span
  readonly relation: Relation
}

/** Links the statements of some texts with the entries of a programme, as adding the texts to a ledger does; no person has judged anything. */
export function placed(parsed: ParsedProgramme, sources: readonly Source[]): Placed[] {
  const programme = parsed.judgements.find((one) => one.type === 'programme')?.programme
  const nodes = parsed.judgements.flatMap((one) => (one.type === 'entry' ? [featuresOfEntry(one.entry, programme)] : []))
  const from = new Map<string, { date: string; quote: string; span: Span }>()
  for (const source of sources) {
    const { hash, parties, statements } = read(source)
    for (const statement of statements) {
      const date = source.date ?? ''
      nodes.push(featuresOf(statement, hash, { id: hash.slice(0, 16), hash, ...(date ? { date } : {}) }, parties, statements.length))
      from.set(statement.id, { date, quote: statement.quote, span: statement.span })
    }
  }
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const edges = edgesOf(nodes)
  const groups = cluster([...byId.keys()], edges, [])
  const extra = claims(groups, edges)
  return groups.flatMap((group) => {
    const entry = group.find((id) => id.includes('/'))
    if (!entry) return []
    const members = [...group.filter((id) => id !== entry), ...extra.filter((one) => one.entry === entry).map(({ statement }) => statement)]
    const inOrder = members.map((id) => byId.get(id) as Features).sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))
    return inOrder.map((node, i) => ({
      entry: entry.slice(entry.indexOf('/') + 1),
      ...(from.get(node.id) as { date: string; quote: string; span: Span }),
      relation: relate(inOrder[i - 1] ?? (byId.get(entry) as Features), node),
    }))
  })
}

function edgesOf(nodes: readonly Features[]): Edge[] {
  const edges: Edge[] = []
  const keys = nodes.map((node) => new Set(keysOf(node)))
  for (const [i, a] of nodes.entries())
    for (const [k, b] of nodes.entries()) {
      if (k <= i || ![...(keys[i] as Set<string>)].some((key) => keys[k]?.has(key))) continue
      const { score, verdict } = scoreLink(a, b)
      if (verdict === 'same') edges.push({ a: a.id, b: b.id, weight: score })
    }
  return edges
}
