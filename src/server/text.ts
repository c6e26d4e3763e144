import type { Document, NodeId } from '../ledger/nouns.ts'
import type { Place, Reading, Segment, Statement } from '../model.ts'
import type { Note, TextPage } from '../web/text/props.ts'
import type { OriginalFound } from './received.ts'

/** The reading room of one text, as data. `undertakings`: by statement; `statements`: as the ledger has them, corrected. */
export function textPage(
  document: Document,
  text: string,
  reading: Reading,
  undertakings: ReadonlyMap<NodeId, { readonly id: NodeId; readonly label: string }>,
  statements: readonly Statement[] = reading.statements,
): TextPage {
  const ofRole = (...roles: Segment['role'][]) => reading.segments.filter(({ role }) => roles.includes(role)).map(({ span }) => span)
  return {
    document,
    text,
    notes: statements.map((statement) => noteOf(statement, undertakings.get(statement.id))),
    damage: reading.damage.map(({ span, what }) => ({ span, what })),
    furniture: ofRole('furniture'),
    headings: ofRole('title', 'heading'),
    wraps: reading.edits.filter(({ span, insert }) => insert === ' ' && /\n/.test(text.slice(span.from, span.to))).map(({ span }) => span),
    rejections: reading.rejections.filter(({ gate }) => gate !== 'furniture'),
    points: pointsOf(reading.segments),
    remarks: reading.notes,
    parties: reading.parties,
  }
}

/** The page with what is known of the document as received, and where each statement stands in it. */
export function withOriginal(page: TextPage, { receipt: { form, size, hash }, places }: OriginalFound): TextPage {
  const notes = page.notes.map((note, i) => {
    const place = places?.[i]
    return place ? { ...note, place: placeNote(place) } : note
  })
  return { ...page, notes, original: { form, hash, ...(size !== undefined && { size }) } }
}

function placeNote(place: Place): NonNullable<Note['place']> {
  if (place.form === 'pdf') return { page: place.page, ...(place.toPage !== undefined && { toPage: place.toPage }) }
  const { value, refinedBy } = place.selector
  return { path: value, from: refinedBy.start, to: refinedBy.end }
}

/** A statement as pages show it. */
export function noteOf(statement: Statement, undertaking: Note['undertaking']): Note {
  const {
    id,
    span,
    kind,
    force,
    parties,
    attribution,
    act,
    aspect,
    negated,
    deadline,
    condition,
    target,
    hedges,
    mechanisms,
    topics,
    doubt,
    point,
  } = statement
  return {
    id,
    span,
    kind,
    force,
    parties,
    act,
    aspect,
    negated: negated === true,
    hedges: hedges ?? [],
    mechanisms,
    topics,
    grounds: Object.entries(statement.grounds).map(([field, { basis, rule }]) => ({ field, basis, rule })),
    ...(attribution && { attribution }),
    ...(deadline && { deadline: deadline.phrase }),
    ...(condition && { condition }),
    ...(target && { target: target.phrase }),
    ...(doubt && { doubt }),
    ...(point && { point: { number: point.number, ...(point.of && { of: point.of }) } }),
    ...(undertaking && { undertaking }),
  }
}

/** The first place of each point, in order of the text. */
function pointsOf(segments: readonly Segment[]): TextPage['points'] {
  const points: TextPage['points'][number][] = []
  for (const { point, span, role } of segments) {
    if (!point || role === 'furniture' || points.some((one) => one.number === point.number && one.label === point.label)) continue
    points.push({ number: point.number, label: point.label, at: span.from, ...(point.of && { of: point.of }) })
  }
  return points
}
