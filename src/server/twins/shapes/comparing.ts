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

const offers = z.strictObject({
  copies: z.array(z.strictObject({ first: document, copy: document })),
  series: z.array(z.strictObject({ parties: list, old: document, new: document, texts: count })),
})

export const compare = z
  .strictObject({
    choices: z.array(document),
    chosen: z.array(document),
    meaning: z.array(difference),
    quiet: z.array(difference),
    rows: z.array(z.array(z.array(z.strictObject({ text: words, class: words.optional() })).nullable())),
    notes: list,
    apart: z.array(z.tuple([count, count])).describe('places of texts that are no copies of one another'),
    offers: offers.optional().describe('where one may begin, while fewer than two texts are chosen'),
  })
  .meta({ id: 'ComparePage' })

const drifted = z.strictObject({ quote: words, force: words, id: words })

export const drift = z
  .strictObject({
    choices: z.array(document),
    offers: offers.optional(),
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
