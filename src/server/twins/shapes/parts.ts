import { z } from 'zod'
import { forces, kinds } from '../../../model.ts'

/** What the shapes of several pages share. */

export const words = z.string()

export const list = z.array(words)

export const count = z.int().nonnegative()

export const day = words.describe('ISO 8601 date, as precise as it is known')

export const span = z.strictObject({ from: count, to: count }).describe('offsets into the text as received, in UTF-16 units')

export const kind = z.enum(kinds)

export const force = z.enum(forces)

export const standing = z.enum([
  ...(['delivered', 'progress', 'restated', 'contradicted', 'nothing-found', 'not-assessed', 'not-yet-due', 'overdue'] as const),
  ...(['not-applicable', 'unverifiable'] as const),
])

export const relation = z.enum(['new', 'repeats', 'firms-up', 'softens', 'adds', 'narrows', 'widens', 'resumes', 'reports-done'])

export const counts = z.partialRecord(standing, count)

export const document = z
  .strictObject({
    id: words,
    hash: words,
    externalId: words.optional(),
    title: words.optional(),
    date: day.optional(),
    publisher: words.optional(),
    url: words.optional(),
    language: words.optional(),
    opening: words.optional().describe('first words of a text that has neither title nor name'),
  })
  .meta({ id: 'Document', description: 'A published copy of a text.' })

/** What an undertaking undertakes. */
export const terms = { label: words, kind, force, parties: list, topics: list, mechanisms: list, places: list }

export const part = z.strictObject({ name: words, value: z.number(), weight: z.number(), on: list.optional() })

export const evidence = z
  .strictObject({
    id: words,
    date: day.optional(),
    shows: z.enum(['delivers', 'progress', 'contradicts', 'restates']),
    certainty: words,
    by: words,
    text: words,
    publisher: words.optional(),
    url: words.optional(),
  })
  .meta({ id: 'Evidence' })

export const series = z
  .strictObject({
    id: words,
    label: words,
    unit: words,
    note: words.optional(),
    lines: z.array(
      z.strictObject({
        scope: words,
        points: z.array(
          z.strictObject({
            period: words,
            value: z.number(),
            qualifier: words.optional(),
            rivals: z.array(z.number()),
            url: words.optional(),
          }),
        ),
      }),
    ),
    targets: z.array(
      z.strictObject({
        on: words,
        label: words,
        value: z.number(),
        direction: z.enum(['at-least', 'at-most']),
        until: words.optional(),
        track: z.enum(['reached', 'on-track', 'off-track', 'too-few-values', 'past-due', 'open']),
        why: words,
      }),
    ),
  })
  .meta({ id: 'Series' })

export const guideline = z
  .strictObject({
    id: words,
    full: words,
    partial: words,
    none: words,
    contrary: words.optional(),
    from: day,
    to: day.optional(),
    parties: list.describe('empty: all'),
    by: words,
    at: words,
  })
  .meta({ id: 'Guideline', description: 'What counts as what, in which window.' })

export const scoreLine = z.strictObject({
  id: words,
  value: words,
  stage: count.optional(),
  role: words,
  by: words,
  at: words,
  reason: words.optional(),
  evidence: list.describe('ids of the pieces of evidence that it rests on'),
})

export const searchLog = z.strictObject({ id: words, query: words, where: list, until: day, by: words })

export const refusal = z.strictObject({
  given: z.record(words, list),
  why: words,
  meanwhile: z.array(z.strictObject({ id: words, what: words, by: words, at: words, reason: words.optional() })),
})

export const said = z.strictObject({ id: words, by: words, at: words, reason: words.optional() })

export const side = z.strictObject({
  node: words,
  undertaking: words,
  quote: words,
  kind: words,
  force: words,
  parties: list,
  document: document.optional(),
})

export const problem = z.strictObject({ error: words }).meta({ id: 'Problem', description: 'What is wrong, and what to do.' })
