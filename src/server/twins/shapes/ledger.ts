import { z } from 'zod'
import { count, day, document, force, kind, list, span, standing, terms, words } from './parts.ts'

/** Lists: the ledger, tables of two respects, search. */

export const row = z
  .strictObject({
    id: words,
    ...terms,
    programme: words.optional(),
    direction: words.optional(),
    first: day.optional(),
    last: day.optional(),
    due: day.optional(),
    standing,
    statements: count,
    documents: count,
    evidence: count,
    scores: count,
  })
  .meta({ id: 'Row', description: 'An undertaking as lists show it.' })

const query = z.strictObject({
  party: list,
  counterpart: list,
  topic: list,
  mechanism: list,
  kind: list,
  force: list,
  standing: list,
  programme: words.optional(),
  direction: words.optional(),
  dueBefore: words.optional(),
  text: words.optional(),
  sort: words,
  columns: list,
  after: words.optional(),
  limit: count,
})

export const ledger = z
  .strictObject({
    query,
    asOf: day,
    rows: z.array(row.partial().required({ id: true })),
    total: count,
    more: z.boolean(),
    next: words.optional(),
    programmes: z.array(z.strictObject({ name: words, title: words, directions: z.array(z.strictObject({ id: words, label: words })) })),
  })
  .meta({
    id: 'LedgerPage',
    description:
      '`total` is a floor where `more` is true; `next` is the `after` of the next page; rows have the fields of the columns asked for, all without.',
  })

const header = z.strictObject({ value: words, total: count })

export const matrix = z
  .strictObject({
    matrix: words,
    rows: z.array(header),
    columns: z.array(header),
    counts: z.array(z.array(count)),
    left: z.strictObject({ rows: count, columns: count }),
  })
  .meta({ id: 'MatrixPage' })

export const search = z
  .strictObject({
    text: words,
    hits: z.array(
      z.strictObject({
        kind: z.enum(['statement', 'entry', 'text', 'note']),
        quote: words,
        said: z.strictObject({ kind, force, parties: list }).optional(),
        node: words.optional(),
        undertaking: words.optional(),
        document: document.optional(),
        span: span.optional(),
        judgement: z.strictObject({ id: words, type: words, by: words, at: words }).optional().describe('of a note: where it was written'),
      }),
    ),
    more: z.boolean(),
  })
  .meta({ id: 'SearchPage' })
