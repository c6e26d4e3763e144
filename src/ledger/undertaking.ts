import { byDate } from './documents.ts'
import { pairKey } from './journal.ts'
import type { Edge } from './link/cluster.ts'
import { relate } from './link/relate.ts'
import { scoreLink } from './link/score.ts'
import type { LedgerNode } from './nodes.ts'
import type { Entry, Member, NodeId, Of, Relation, TextHash, Undertaking } from './nouns.ts'

/** What an undertaking is put together from. */
export interface Bundle {
  readonly nodes: readonly LedgerNode[]
  /** The links that count among them, and maybe others. */
  readonly edges: readonly Edge[]
  /** Latest verdict of each pair, by `pairKey`. */
  readonly verdicts: ReadonlyMap<string, Of<'link'>>
  /** Copy to original. */
  readonly witnesses: ReadonlyMap<TextHash, TextHash>
}

/** Characters of a label that is taken from a text. */
const LABEL = 120

/** An undertaking without its standing, which depends on a day. */
export type Unjudged = Omit<Undertaking, 'standing'>

type Said = LedgerNode & Required<Pick<LedgerNode, 'statement' | 'hash' | 'document'>>

const isSaid = (node: LedgerNode): node is Said => node.statement !== undefined
const union = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())].sort()
const least = (values: readonly (string | undefined)[]): string | undefined => values.filter((v) => v !== undefined).sort()[0]
const most = (values: readonly (string | undefined)[]): string | undefined =>
  values
    .filter((v) => v !== undefined)
    .sort()
    .at(-1)

/** Puts the nodes of one undertaking together: its history in order, and what is said of it as a whole. */
export function assemble(bundle: Bundle): Unjudged {
  const entries = bundle.nodes.flatMap(({ entry }) => entry ?? []).sort((a, b) => (a.id < b.id ? -1 : 1))
  const said = bundle.nodes.filter(isSaid).sort(byDate)
  const members = membersOf(said, entries, bundle)
  const own = said.filter(({ hash }) => !bundle.witnesses.has(hash))
  const counting = own.length ? own : said
  const wordings = counting.filter(({ statement }) => statement.kind !== 'report')
  const whole = (wordings.length ? wordings : counting).map(({ statement }) => statement)
  const [entry] = entries
  const first = least([...counting.map(({ date }) => date), ...entries.map(({ date }) => date)])
  const last = most([...counting.map(({ date }) => date), ...entries.map(({ date }) => date)])
  const bound = whole.filter(({ kind }) => kind === 'commitment' || kind === 'proposal')
  const due = least([...bound.map(({ deadline }) => deadline?.to), ...entries.map((one) => one.due)])
  const sides = [...entries, ...whole]
  return {
    id: entry?.id ?? (said[0] as Said).id,
    label: entry?.label ?? labelOf(said[0] as Said),
    kind: entry?.kind ?? (whole[0] as Said['statement']).kind,
    force: latest(wordings)?.statement.force ?? entry?.force ?? 'none',
    parties: union(sides.map(({ parties }) => parties)),
    topics: union(whole.map(({ topics }) => topics)),
    mechanisms: union(sides.map(({ mechanisms }) => mechanisms)),
    places: union(sides.map(({ places }) => places)),
    entries,
    members,
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
    ...(due === undefined ? {} : { due }),
  }
}

/** The words of a statement on one line, cut between words. */
function labelOf({ statement }: Said): string {
  const words = statement.quote.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (words.length <= LABEL) return words
  const end = words.lastIndexOf(' ', LABEL)
  return `${words.slice(0, end > LABEL / 2 ? end : LABEL).replace(/[\ud800-\udbff]$/, '')}…`
}

/** The last of those with a date, else the last. */
function latest(wordings: readonly Said[]): Said | undefined {
  return wordings.filter(({ date }) => date !== undefined).at(-1) ?? wordings.at(-1)
}

function membersOf(said: readonly Said[], entries: readonly Entry[], { nodes, edges, verdicts, witnesses }: Bundle): Member[] {
  const node = new Map(nodes.map((one) => [one.id, one]))
  const place = new Map<NodeId, number>([...entries.map(({ id }) => [id, -1] as const), ...said.map(({ id }, i) => [id, i] as const)])
  const touching = new Map<NodeId, Edge[]>()
  for (const edge of edges)
    if (place.has(edge.a) && place.has(edge.b))
      for (const end of [edge.a, edge.b]) {
        const list = touching.get(end)
        if (list) list.push(edge)
        else touching.set(end, [edge])
      }
  let before: Pick<Said, 'id' | 'date' | 'features'> | undefined = declaredOf(entries, node)
  const inText = new Map<TextHash, Said>()
  return said.map((one, i) => {
    const { statement, hash, document, date } = one
    const original = witnesses.get(hash)
    const earlier = original === undefined ? before : (inText.get(original) ?? before)
    // what a programme declared on a later day is no earlier wording
    const to = earlier && place.get(earlier.id) === -1 && !isBefore(earlier.date, date) ? undefined : earlier
    if (original === undefined) before = one
    inText.set(hash, one)
    const judged = to && verdicts.get(pairKey(one.id, to.id))?.relation
    const relation: Relation = to ? (judged ?? relate(to.features, one.features)) : 'new'
    const edge = i > 0 || entries.length ? strongest(touching.get(one.id) ?? [], one.id, place) : undefined
    return {
      statement,
      document,
      hash,
      ...(date === undefined ? {} : { date }),
      relation,
      ...(to ? { to: to.id } : {}),
      ...(edge ? { link: linkOf(edge, node, verdicts) } : {}),
      ...(original === undefined ? {} : { witnessOf: original }),
    }
  })
}

/** The first entry by its day, as the wording that the first statement is compared with. */
function declaredOf(entries: readonly Entry[], node: ReadonlyMap<NodeId, LedgerNode>): Pick<Said, 'id' | 'date' | 'features'> | undefined {
  const [first] = [...entries].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))
  const found = first && node.get(first.id)
  return found && { id: found.id, features: found.features, ...(found.date === undefined ? {} : { date: found.date }) }
}

/** Whether an entry was declared before a text or on its day; a text without a date is taken to be later. */
const isBefore = (declared: string | undefined, date: string | undefined): boolean =>
  declared === undefined || date === undefined || declared.slice(0, date.length) <= date

/** The heaviest link to an entry or an earlier member, else to any (ties by the id of the other end). */
function strongest(edges: readonly Edge[], id: NodeId, place: ReadonlyMap<NodeId, number>): Edge | undefined {
  const other = ({ a, b }: Edge) => (a === id ? b : a)
  const at = (edge: Edge) => ((place.get(other(edge)) as number) < (place.get(id) as number) ? 0 : 1)
  return [...edges].sort((x, y) => at(x) - at(y) || y.weight - x.weight || (other(x) < other(y) ? -1 : 1))[0]
}

function linkOf({ a, b }: Edge, node: ReadonlyMap<NodeId, LedgerNode>, verdicts: Bundle['verdicts']): NonNullable<Member['link']> {
  const verdict = verdicts.get(pairKey(a, b))
  if (verdict) return { by: verdict.by }
  const [one, other] = (a < b ? [a, b] : [b, a]).map((id) => (node.get(id) as LedgerNode).features)
  const { score, parts } = scoreLink(one as LedgerNode['features'], other as LedgerNode['features'])
  return { by: 'stocktake', score, parts }
}
