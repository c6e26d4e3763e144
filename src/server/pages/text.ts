import { digest } from '../../ledger/judgement.ts'
import type { Document, JudgementHead, NodeId } from '../../ledger/nouns.ts'
import { isDrawn } from '../../ledger/recast.ts'
import type { Basis, Place, Reading, Segment, Statement } from '../../model.ts'
import type { DocumentFound } from '../../store/types.ts'
import type { Away, Note, TextPage, Word } from '../../web/text/props.ts'
import type { OriginalFound } from './received.ts'

/** What is known of a text beside its reading. */
interface Known {
  readonly undertakings: ReadonlyMap<NodeId, { readonly id: NodeId; readonly label: string }>
  /** As the ledger has them, corrected; those of the reading where the text is in no ledger. */
  readonly statements?: readonly Statement[]
  readonly people?: People
}

/** What people said of which statements a text has. */
type People = Pick<DocumentFound, 'away' | 'recasts' | 'accepted'>

/** The reading room of one text, as data. */
export function textPage(document: Document, text: string, reading: Reading, { undertakings, statements, people }: Known): TextPage {
  const ofRole = (...roles: Segment['role'][]) => reading.segments.filter(({ role }) => roles.includes(role)).map(({ span }) => span)
  return {
    document,
    text,
    notes: (statements ?? reading.statements).map((one) => noteOf(one, text, undertakings.get(one.id), people)),
    damage: reading.damage.map(({ span, what }) => ({ span, what })),
    furniture: ofRole('furniture'),
    headings: ofRole('title', 'heading'),
    wraps: reading.edits.filter(({ span, insert }) => insert === ' ' && /\n/.test(text.slice(span.from, span.to))).map(({ span }) => span),
    rejections: reading.rejections.filter(({ gate }) => gate !== 'furniture'),
    points: pointsOf(reading.segments),
    remarks: reading.notes,
    parties: reading.parties,
    away: (people?.away ?? []).map(awayOf),
    rejected: false,
  }
}

/** A statement that was taken away, as pages show it. */
export function awayOf({ statement: { id, span, quote }, by }: DocumentFound['away'][number]): Away {
  const what = by.drawn.length === 0 ? 'refused' : by.away.length > 1 ? 'joined' : by.drawn.length > 1 ? 'split' : 'drawn otherwise'
  return { id, span, quote, what, word: wordOf(by) }
}

const wordOf = ({ id, by, at, reason }: JudgementHead): Word => ({ id, by, at, ...(reason && { reason }) })

/** What changes with everything that the ledger has of a statement. */
export const stateOf = (statement: Statement): string => digest(statement, 8)

/** Characters of the words by which a field is known that are shown. */
const WORDS = 80

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
export function noteOf(
  statement: Statement,
  text: string,
  undertaking: Note['undertaking'],
  people?: Pick<People, 'recasts' | 'accepted'>,
): Note {
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
  const drawn = people?.recasts.find((one) => statement.grounds['span']?.rule === `judged/${one.id}`)
  const accepted = people?.accepted.get(id)
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
    grounds: Object.entries(statement.grounds).map(([field, { basis, rule, spans }]) => {
      const words = spans.map(({ from, to }) => text.slice(from, to)).join(' … ')
      return { field, basis, rule, ...(words && { words: words.length > WORDS ? `${words.slice(0, WORDS - 1)}…` : words }) }
    }),
    basis: basisOf(statement),
    state: stateOf(statement),
    ...(attribution && { attribution }),
    ...(deadline && { deadline: deadline.phrase }),
    ...(condition && { condition }),
    ...(target && { target: target.phrase }),
    ...(doubt && { doubt }),
    ...(point && { point: { number: point.number, ...(point.of && { of: point.of }) } }),
    ...(undertaking && { undertaking }),
    ...(drawn && { drawn: wordOf(drawn) }),
    ...(accepted && { accepted: wordOf(accepted) }),
  }
}

/** How a statement is known as a whole. */
function basisOf(statement: Statement): Basis {
  if (isDrawn(statement)) return 'judged'
  const { kind, force } = statement.grounds
  return [kind, force].some((ground) => ground?.basis === 'stated') ? 'stated' : 'implied'
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
