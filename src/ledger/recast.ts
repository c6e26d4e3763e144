import type { Ground, Statement } from '../model.ts'
import { alike, carryOver, ENOUGH } from './carry.ts'
import { checkDrawn } from './correct.ts'
import type { Drawn, Judgement, NodeId, Of, TextHash } from './nouns.ts'

/** The statements of a text after people's word on which it has. */
export interface Recasting {
  /** By id, as read or as drawn; without corrections. */
  readonly statements: ReadonlyMap<NodeId, Statement>
  /** Statements, read or drawn, that were taken away, to the recast that did so. */
  readonly away: ReadonlyMap<NodeId, Of<'recast'>>
  /** Every statement that ever stood in the text. */
  readonly all: ReadonlyMap<NodeId, Statement>
  /** Places in the journal of the recasts that drew those that people drew. */
  readonly drawn: ReadonlyMap<NodeId, number>
  /** Recasts that count nowhere, since a statement that they take away is not there: their id, to that of the statement. */
  readonly lost: ReadonlyMap<string, NodeId>
}

/** The id of a statement at a place of a text. */
export const idOf = (text: TextHash, { from, to }: Statement['span']): NodeId => `${text.slice(0, 12)}-${from}-${to}`

/** The statement that a person drew; the ground `span` tells it from those that were read. */
function made(text: TextHash, { span, quote, fields }: Drawn, judgement: string): Statement {
  const ground = (spans: Ground['spans']): Ground => ({ basis: 'judged', rule: `judged/${judgement}`, spans })
  const grounds = Object.fromEntries(Object.keys(fields).map((field) => [field, ground([])]))
  const empty = { parties: [], addressees: [], act: '', aspect: 'new', mechanisms: [], places: [], topics: [], precision: 0 } as const
  return { id: idOf(text, span), span, quote, ...empty, ...fields, grounds: { span: ground([span]), ...grounds } }
}

/** Whether a person drew a statement: the reader does not say how it knows where one stands. */
export const isDrawn = (statement: Statement): boolean => statement.grounds['span']?.basis === 'judged'

/**
 * The statements of a text: those read, changed by each recast in force in the order of the journal. A statement that a recast names and that is no longer
 * read is the one that stands in its place (`carryOver`); where there is none, the recast is lost. A drawn statement takes the place of any that it overlaps
 * by one half or more, so that what a later reader finds does not stand beside what a person drew.
 * @param read by id, of two at one place the first
 * @param order place of a judgement in the journal
 */
export function recast(
  read: ReadonlyMap<NodeId, Statement>,
  recasts: readonly Of<'recast'>[],
  order: (judgement: string) => number,
): Recasting {
  if (recasts.length === 0) return { statements: read, all: read, away: new Map(), drawn: new Map(), lost: new Map() }
  const statements = new Map(read)
  const all = new Map(read)
  const away = new Map<NodeId, Of<'recast'>>()
  const drawn = new Map<NodeId, number>()
  const lost = new Map<string, NodeId>()
  for (const judgement of recasts) {
    const named = judgement.away.map((id) => (statements.has(id) ? id : away.has(id) ? undefined : carryOver(id, [...statements.values()])))
    const missing = judgement.away.find((_, i) => named[i] === undefined)
    if (missing !== undefined || judgement.drawn.some(checkDrawn)) {
      lost.set(judgement.id, missing ?? idOf(judgement.text, judgement.drawn[0]?.span ?? { from: 0, to: 0 }))
      continue
    }
    const covered = [...statements.values()].filter(({ span }) => judgement.drawn.some((one) => alike(span, one.span) >= ENOUGH))
    for (const id of [...named, ...covered.map((one) => one.id)]) {
      if (id === undefined) continue
      statements.delete(id)
      drawn.delete(id)
      away.set(id, judgement)
    }
    for (const one of judgement.drawn) {
      const statement = made(judgement.text, one, judgement.id)
      statements.set(statement.id, statement)
      all.set(statement.id, statement)
      away.delete(statement.id)
      drawn.set(statement.id, order(judgement.id))
    }
  }
  return { statements, all, away, drawn, lost }
}

/**
 * The statement that a judgement on `id` is about today: itself; the one that stands in its place in a newer reading; where people took it away, the one of
 * those drawn in the same recast that has most of its characters. Nothing where it was refused, or where none is near. What corrects or accepts a statement
 * does not go over to one that was drawn later: its author gave the fields.
 * @param type of the judgement, and `place`: where it stands in the journal
 */
export function meaning(
  { statements, all, away, drawn }: Recasting,
  id: NodeId,
  { type, place }: { readonly type?: Judgement['type']; readonly place?: number } = {},
): NodeId | undefined {
  let now = all.has(id) ? id : carryOver(id, [...all.values()])
  while (now !== undefined && !statements.has(now)) {
    const { span } = all.get(now) as Statement
    const by = away.get(now) as Of<'recast'>
    const shares = by.drawn.map((one) => ({ id: idOf(by.text, one.span), from: one.span.from, share: alike(one.span, span) }))
    now = shares.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share || a.from - b.from || (a.id < b.id ? -1 : 1))[0]?.id
  }
  if (now === undefined || (type !== 'correction' && type !== 'acceptance')) return now
  return (drawn.get(now) ?? -1) > (place ?? Number.POSITIVE_INFINITY) ? undefined : now
}
