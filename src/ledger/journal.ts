import type { Judgement, NodeId, Of, TextHash } from './nouns.ts'

/** A person's word on a field of a statement. */
export type Corrected = Of<'correction'> | Of<'acceptance'>

/** What of a journal is in force, ordered and looked up. Nothing here depends on clocks: order is the order of appending. */
export interface Journal {
  /** In force, in order of appending: no withdrawn ones, no withdrawals, no second copy of an id. */
  readonly judgements: readonly Judgement[]
  /** Id of a judgement that is taken back, to the id of the withdrawal in force that does so. */
  readonly withdrawn: ReadonlyMap<string, string>
  /** Latest declaration of each entry. */
  readonly entries: ReadonlyMap<NodeId, Of<'entry'>>
  /** Latest verdict on each pair that binds, whoever gave it; key: `pairKey`. A blind second one binds nothing. */
  readonly links: ReadonlyMap<string, Of<'link'>>
  /** Latest correction of each field of a statement; an acceptance is one of its doubt. */
  readonly corrections: ReadonlyMap<NodeId, readonly Corrected[]>
  /** What people made of the statements of each text, in order. */
  readonly recasts: ReadonlyMap<TextHash, readonly Of<'recast'>[]>
  readonly evidence: ReadonlyMap<NodeId, readonly Of<'evidence'>[]>
  readonly searches: ReadonlyMap<NodeId, readonly Of<'search'>[]>
  readonly guidelines: ReadonlyMap<NodeId, readonly Of<'guideline'>[]>
  readonly scores: ReadonlyMap<NodeId, readonly Of<'score'>[]>
  readonly targets: ReadonlyMap<NodeId, readonly Of<'target'>[]>
  /** Latest declaration of each series. */
  readonly series: ReadonlyMap<string, Of<'series'>>
  /** All values of each series: conflicting ones stand side by side. */
  readonly observations: ReadonlyMap<string, readonly Of<'observation'>[]>
  /** Latest declaration of each programme, by name. */
  readonly programmes: ReadonlyMap<string, Of<'programme'>>
  /** Place of each judgement in the journal as appended, by id: what "older than" means. */
  readonly order: ReadonlyMap<string, number>
}

/** What a journal holds about one undertaking, in order of appending. */
export interface Dossier {
  readonly evidence: readonly Of<'evidence'>[]
  readonly searches: readonly Of<'search'>[]
  readonly guidelines: readonly Of<'guideline'>[]
  readonly scores: readonly Of<'score'>[]
  readonly targets: readonly Of<'target'>[]
}

/** The name of a pair of nodes, whichever comes first. */
export function pairKey(a: NodeId, b: NodeId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** The place by which a recast is known: the first statement that it takes away, else the first that it draws, in its text. */
export function anchorOf({ text, away, drawn }: Of<'recast'>): NodeId {
  const [, from, to] = /-(\d{1,15})-(\d{1,15})$/.exec(away[0] ?? '') ?? [undefined, drawn[0]?.span.from, drawn[0]?.span.to]
  return `${text.slice(0, 12)}-${from ?? 0}-${to ?? 0}`
}

/** The nodes that a judgement is about; none where it is about a series, a programme or another judgement. */
export function nodesOf(judgement: Judgement): readonly NodeId[] {
  if (judgement.type === 'link') return [judgement.a, judgement.b]
  if (judgement.type === 'recast') return [anchorOf(judgement)]
  return 'on' in judgement ? [judgement.on] : []
}

/**
 * What of a journal is in force. A withdrawal takes back one earlier judgement, and can itself be taken back by a later one; one that
 * names a later or unknown judgement does nothing. The same id twice is the same judgement.
 */
export function inForce(appended: readonly Judgement[]): Journal {
  const order = new Map<string, number>()
  const once = appended.filter(({ id }, place) => !order.has(id) && order.set(id, place))
  const withdrawn = new Map<string, string>()
  for (const judgement of [...once].reverse())
    if (judgement.type === 'withdrawal' && !withdrawn.has(judgement.id)) {
      const earlier = (order.get(judgement.of) ?? Number.POSITIVE_INFINITY) < (order.get(judgement.id) ?? 0)
      if (earlier) withdrawn.set(judgement.of, judgement.id)
    }
  const judgements = once.filter((judgement) => judgement.type !== 'withdrawal' && !withdrawn.has(judgement.id))
  return { judgements, withdrawn, order, ...indexed(judgements) }
}

/** What the journal holds about the nodes of one undertaking together. */
export function about(journal: Journal, nodes: Iterable<NodeId>): Dossier {
  const ids = [...new Set(nodes)]
  const place = ({ id }: Judgement) => journal.order.get(id) ?? 0
  const gather = <T extends Judgement>(of: ReadonlyMap<NodeId, readonly T[]>): T[] =>
    ids.flatMap((id) => of.get(id) ?? []).sort((a, b) => place(a) - place(b))
  return {
    evidence: gather(journal.evidence),
    searches: gather(journal.searches),
    guidelines: gather(journal.guidelines),
    scores: gather(journal.scores),
    targets: gather(journal.targets),
  }
}

type Indexes = Omit<Journal, 'judgements' | 'withdrawn' | 'order'>

function indexed(judgements: readonly Judgement[]): Indexes {
  const entries = new Map<NodeId, Of<'entry'>>()
  const links = new Map<string, Of<'link'>>()
  const fields = new Map<NodeId, Map<string, Corrected>>()
  const series = new Map<string, Of<'series'>>()
  const programmes = new Map<string, Of<'programme'>>()
  const lists = {
    evidence: new Map<NodeId, Of<'evidence'>[]>(),
    searches: new Map<NodeId, Of<'search'>[]>(),
    guidelines: new Map<NodeId, Of<'guideline'>[]>(),
    scores: new Map<NodeId, Of<'score'>[]>(),
    targets: new Map<NodeId, Of<'target'>[]>(),
    observations: new Map<string, Of<'observation'>[]>(),
    recasts: new Map<TextHash, Of<'recast'>[]>(),
  }
  for (const judgement of judgements)
    switch (judgement.type) {
      case 'entry':
        entries.set(judgement.entry.id, judgement)
        break
      case 'link':
        if (judgement.role !== 'second') links.set(pairKey(judgement.a, judgement.b), judgement)
        break
      case 'correction':
        fields.set(judgement.on, (fields.get(judgement.on) ?? new Map()).set(judgement.field, judgement))
        break
      case 'acceptance':
        fields.set(judgement.on, (fields.get(judgement.on) ?? new Map()).set('doubt', judgement))
        break
      case 'recast':
        push(lists.recasts, judgement.text, judgement)
        break
      case 'series':
        series.set(judgement.series.id, judgement)
        break
      case 'programme':
        programmes.set(judgement.programme.name, judgement)
        break
      case 'evidence':
        push(lists.evidence, judgement.on, judgement)
        break
      case 'search':
        push(lists.searches, judgement.on, judgement)
        break
      case 'guideline':
        push(lists.guidelines, judgement.on, judgement)
        break
      case 'score':
        push(lists.scores, judgement.on, judgement)
        break
      case 'target':
        push(lists.targets, judgement.on, judgement)
        break
      case 'observation':
        push(lists.observations, judgement.series, judgement)
        break
    }
  const corrections = new Map([...fields].map(([on, latest]) => [on, [...latest.values()]]))
  return { entries, links, corrections, series, programmes, ...lists }
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
