import type { Span, Statement } from '../model.ts'
import { nodesOf } from './journal.ts'
import type { Judgement, NodeId } from './nouns.ts'

/** Least share of the characters of both stretches that they must have in common for a judgement to be carried over. */
export const ENOUGH = 0.5

const STATEMENT = /^([0-9a-f]{12})-(\d{1,15})-(\d{1,15})$/

/** Where a statement's id says that it stands, and the first 12 digits of its text's hash; nothing for an entry's id. */
export function placeOf(id: NodeId): { readonly text: string; readonly span: Span } | undefined {
  const [, text, from, to] = STATEMENT.exec(id) ?? []
  return text === undefined ? undefined : { text, span: { from: Number(from), to: Number(to) } }
}

/**
 * The statement that a judgement on `old` is now about: itself, where it is still there, else the statement of the same text that overlaps it best, by
 * intersection over union of their characters, from one half (ties: the earlier, then the lower id). Nothing where none does: the judgement is an orphan.
 */
export function carryOver(old: NodeId, statements: readonly Statement[]): NodeId | undefined {
  const place = placeOf(old)
  if (!place || statements.some(({ id }) => id === old)) return place && old
  const overlaps = statements
    .filter(({ id }) => placeOf(id)?.text === place.text)
    .map(({ id, span }) => ({ id, from: span.from, share: alike(span, place.span) }))
    .filter(({ share }) => share >= ENOUGH)
    .sort((a, b) => b.share - a.share || a.from - b.from || (a.id < b.id ? -1 : 1))
  return overlaps[0]?.id
}

/** Intersection over union of the characters of two spans, 0 to 1. */
export function alike(a: Span, b: Span): number {
  const both = Math.min(a.to, b.to) - Math.max(a.from, b.from)
  return both <= 0 ? 0 : both / (a.to - a.from + b.to - b.from - both)
}

/** Judgements on the nodes that there are now. */
export interface Settled {
  /** In the order given. One that was carried over keeps its id, which is the id of what was appended. */
  readonly judgements: readonly Judgement[]
  readonly moved: readonly { readonly judgement: string; readonly from: NodeId; readonly to: NodeId }[]
  /** Kept and shown, and counting nowhere until somebody says what they are about. */
  readonly orphans: readonly { readonly judgement: Judgement; readonly node: NodeId }[]
}

/** Puts every judgement on the node that it is now about. `find` gives a node itself, what `carryOver` says, or nothing. */
export function settle(judgements: readonly Judgement[], find: (id: NodeId, of: Judgement) => NodeId | undefined): Settled {
  const moved: Settled['moved'][number][] = []
  const orphans: Settled['orphans'][number][] = []
  const settled = judgements.flatMap((judgement): Judgement[] => {
    const lost = nodesOf(judgement).find((node) => find(node, judgement) === undefined)
    if (lost !== undefined) {
      orphans.push({ judgement, node: lost })
      return []
    }
    const to = (node: NodeId) => find(node, judgement) ?? node
    for (const node of nodesOf(judgement)) if (to(node) !== node) moved.push({ judgement: judgement.id, from: node, to: to(node) })
    if (judgement.type === 'link') return [{ ...judgement, a: to(judgement.a), b: to(judgement.b) }]
    return ['on' in judgement ? { ...judgement, on: to(judgement.on) } : judgement]
  })
  return { judgements: settled, moved, orphans }
}
