import { z } from 'zod'
import { count, day, document, list, span, words } from './parts.ts'

/** Texts beside each other. */

const difference = z.strictObject({
  class: words,
  readings: z.array(words.nullable()),
  around: z.array(z.strictObject({ before: words, after: words }).nullable()),
  effect: words,
  note: words,
  statement: z.boolean(),
  groups: z.array(z.array(count)),
  row: count.optional(),
  why: words.optional(),
})

export const compare = z
  .strictObject({
    choices: z.array(document),
    chosen: z.array(document),
    meaning: z.array(difference),
    quiet: z.array(difference),
    rows: z.array(z.array(z.array(z.strictObject({ text: words, class: words.optional() })).nullable())),
    notes: list,
  })
  .meta({ id: 'ComparePage' })

const drifted = z.strictObject({ quote: words, force: words, id: words })

export const drift = z
  .strictObject({
    choices: z.array(document),
    old: document.optional(),
    new: document.optional(),
    lines: z.array(
      z.strictObject({ change: words, also: list, kind: words, old: drifted.optional(), new: drifted.optional(), note: words }),
    ),
  })
  .meta({ id: 'DriftPage' })

export const phrase = z
  .strictObject({
    words,
    texts: z.array(z.strictObject({ document, parties: list, times: count, before: words, quote: words, after: words, span })),
    missing: z.array(z.strictObject({ document, parties: list })),
    since: day.optional(),
    last: day.optional(),
    parties: z.array(z.strictObject({ parties: list, with: count, of: count, since: day.optional() })),
    looked: count,
    more: z.boolean(),
  })
  .meta({ id: 'PhrasePage' })
