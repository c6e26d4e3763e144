import { z } from 'zod'
import { aspects } from '../../../model.ts'
import { count, document, force, kind, list, said, span, words } from './parts.ts'

/** The reading room: texts, their statements, and what people make of them. */

const away = z.strictObject({ id: words, span, quote: words, what: z.enum(['refused', 'split', 'joined', 'drawn otherwise']), word: said })

export const note = z
  .strictObject({
    id: words,
    span,
    kind,
    force,
    parties: list,
    attribution: words.optional(),
    act: words,
    aspect: z.enum(aspects),
    negated: z.boolean(),
    deadline: words.optional(),
    condition: words.optional(),
    target: words.optional(),
    hedges: list,
    mechanisms: list,
    topics: list,
    doubt: words.optional(),
    point: z.strictObject({ number: count, of: count.optional() }).optional(),
    grounds: z.array(z.strictObject({ field: words, basis: words, rule: words, words: words.optional() })),
    basis: z.enum(['stated', 'implied', 'judged']),
    state: words.describe('changes with everything that the ledger has of the statement'),
    drawn: said.optional(),
    accepted: said.optional(),
    place: z
      .union([z.strictObject({ page: count, toPage: count.optional() }), z.strictObject({ path: words, from: count, to: count })])
      .optional(),
    undertaking: z.strictObject({ id: words, label: words, unsure: z.literal(true).optional() }).optional(),
  })
  .meta({ id: 'Note', description: 'A statement as the reading room shows it.' })

export const text = z
  .strictObject({
    document,
    unsaved: words.optional(),
    received: z.strictObject({ name: words, bytes: words, url: words.optional(), type: words.optional() }).optional(),
    storing: z.literal(true).optional(),
    text: words,
    notes: z.array(note),
    damage: z.array(z.strictObject({ span, what: words })),
    furniture: z.array(span),
    headings: z.array(span),
    wraps: z.array(span),
    rejections: z.array(z.strictObject({ span, gate: words, rule: words })),
    points: z.array(z.strictObject({ number: count, of: count.optional(), label: words, at: count })),
    copies: z.array(document).optional(),
    remarks: list,
    parties: list,
    away: z.array(away),
    rejected: z.boolean(),
    author: words.optional(),
    undoes: z.literal(true).optional(),
    done: words.optional(),
    original: z.strictObject({ form: z.enum(['text', 'html', 'pdf', 'docx']), hash: words, size: count.optional() }).optional(),
  })
  .meta({ id: 'TextPage' })

const given = z.strictObject({
  kind: words,
  force: words,
  aspect: words,
  negated: words,
  parties: words,
  attribution: words,
  act: words,
  deadline: words,
  deadlineDay: words,
  condition: words,
  doubt: words,
})

const correction = z.strictObject({ id: words, field: words, value: words, by: words, at: words, reason: words.optional() })

export const statement = z
  .strictObject({
    author: words.optional(),
    undoes: z.literal(true).optional(),
    document,
    quote: words,
    note,
    given,
    corrections: z.array(correction),
    gone: away.extend({ now: words.optional() }).optional(),
    before: words,
    after: words,
    refused: z.strictObject({ given, reason: words, why: words, meanwhile: z.array(correction) }).optional(),
  })
  .meta({ id: 'StatementPage' })

const drawGiven = z.strictObject({
  ...given.omit({ doubt: true }).shape,
  mechanisms: words,
  places: words,
  topics: words,
})

export const draw = z
  .strictObject({
    author: words.optional(),
    document,
    what: z.enum(['add', 'split', 'join']),
    away: z.array(z.strictObject({ id: words, state: words, quote: words })),
    words,
    near: count,
    quote: words,
    before: words,
    after: words,
    given: drawGiven,
    also: z.array(z.strictObject({ field: words, value: words })),
    reason: words,
    refused: words.optional(),
  })
  .meta({ id: 'DrawPage', description: 'The form that draws statements, filled with what it begins with.' })

export const texts = z
  .strictObject({ rows: z.array(z.strictObject({ document, statements: count, damage: count })), total: count, next: words.optional() })
  .meta({ id: 'TextsPage' })
