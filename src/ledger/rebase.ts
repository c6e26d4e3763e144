import type { Span } from '../model.ts'
import { placeOf } from './carry.ts'
import type { Moves } from './moves.ts'
import type { Judgement, JudgementBody, NodeId, Of, TextHash } from './nouns.ts'
import { idOf } from './recast.ts'

/** A text that takes the place of another one. */
export interface Rebase {
  readonly from: TextHash
  readonly to: TextHash
  readonly moves: Moves
  /** Ids of the documents of the old text, to those of the new one. */
  readonly documents: ReadonlyMap<string, string>
  /** Judgements that were given again already, to the id that they have now. */
  readonly again: ReadonlyMap<string, string>
}

/**
 * What a judgement on one text says of another that takes its place: the same words, wherever they stand now. Undefined where they do not stand there: it is left as it is.
 * @param find the statement of the new text that stands at a place, or did before somebody took it away
 */
export function rebased(judgement: Judgement, rebase: Rebase, find: (id: NodeId) => NodeId | undefined): JudgementBody | undefined {
  const { id: _, at: __, by: ___, reason: ____, ...body } = judgement as Judgement & { reason?: string }
  const node = (id: NodeId) => nodeIn(id, rebase, find)
  switch (body.type) {
    case 'link': {
      const [a, b] = [node(body.a), node(body.b)]
      return a !== undefined && b !== undefined && a !== b ? { ...body, a, b } : undefined
    }
    case 'recast':
      return recastIn(body, rebase, node)
    case 'correction': {
      const on = node(body.on)
      const value = valueIn(body.value, rebase.moves)
      return on !== undefined && value !== undefined ? { ...body, on, value } : undefined
    }
    case 'evidence': {
      const on = node(body.on)
      if (on === undefined) return undefined
      const document = body.passage && rebase.documents.get(body.passage.document)
      if (!body.passage || document === undefined) return { ...body, on }
      const passage = rebase.moves.exact(body.passage.span)
      return passage && { ...body, on, passage: { document, ...passage } }
    }
    case 'score': {
      const on = node(body.on)
      const now = (name: string) => rebase.again.get(name) ?? name
      const evidence = body.evidence ? { evidence: body.evidence.map(now) } : {}
      return on === undefined ? undefined : { ...body, on, guideline: now(body.guideline), ...evidence }
    }
    default: {
      if (!('on' in body)) return undefined
      const on = node(body.on)
      return on === undefined ? undefined : { ...body, on }
    }
  }
}

function nodeIn(id: NodeId, { from, to, moves }: Rebase, find: (id: NodeId) => NodeId | undefined): NodeId | undefined {
  const place = placeOf(id)
  if (!place || place.text !== from.slice(0, 12)) return id
  const span = moves.span(place.span)
  return span && find(idOf(to, span))
}

function recastIn(
  body: Omit<Of<'recast'>, 'id' | 'at' | 'by'>,
  { from, to, moves }: Rebase,
  node: (id: NodeId) => NodeId | undefined,
): JudgementBody | undefined {
  if (body.text !== from) return undefined
  const away = body.away.map(node)
  const drawn = body.drawn.map((one) => {
    const place = moves.exact(one.span)
    const fields = Object.entries(one.fields).map(([name, value]) => [name, valueIn(value, moves)] as const)
    if (!place || fields.some(([, value]) => value === undefined)) return undefined
    return { ...place, fields: Object.fromEntries(fields) as typeof one.fields }
  })
  if (away.includes(undefined) || drawn.includes(undefined)) return undefined
  return { type: 'recast', text: to, away: away as NodeId[], drawn: drawn as typeof body.drawn }
}

/** The value of a field, with the place of its words where it has one. */
function valueIn(value: unknown, moves: Moves): unknown {
  if (typeof value !== 'object' || value === null || !('span' in value)) return value
  const place = moves.exact(value.span as Span)
  return place && { ...value, span: place.span }
}
