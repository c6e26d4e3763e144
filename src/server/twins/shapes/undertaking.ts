import { z } from 'zod'
import {
  count,
  counts,
  day,
  document,
  evidence,
  force,
  guideline,
  kind,
  list,
  part,
  refusal,
  relation,
  scoreLine,
  searchLog,
  series,
  span,
  standing,
  terms,
  words,
} from './parts.ts'

/** An undertaking, and a brief of several. */

const wording = z.strictObject({
  id: words,
  document,
  span,
  quote: words,
  kind,
  force,
  parties: list,
  relation,
  condition: words.optional(),
  hedges: list.optional(),
  changes: words.optional().describe('what changed from the wording that it is related to'),
  linkedTo: words.optional(),
  link: z.strictObject({ by: words, score: z.number().optional(), parts: z.array(part) }).optional(),
  doubt: words.optional(),
  witnesses: z.array(document),
})

const score = z.strictObject({
  value: words,
  state: words,
  stage: count.optional(),
  coders: list,
  guideline,
  versions: count,
  given: z.array(scoreLine.extend({ counts: z.boolean() })),
})

export const undertaking = z
  .strictObject({
    author: words.optional(),
    undoes: z.literal(true).optional(),
    id: words,
    origin: words.optional().describe('address of this server'),
    ...terms,
    due: day.optional(),
    asOf: day,
    entries: z.array(z.looseObject({ id: words, programme: words, direction: words, label: words, title: words, directionLabel: words })),
    standing,
    since: day.optional(),
    why: words,
    byParty: z.array(z.strictObject({ party: words, standing, why: words, score: score.optional() })),
    steps: z.array(z.looseObject({ what: z.enum(['declared', 'wording', 'evidence', 'score']), id: words, date: day.optional() })),
    wordings: z.array(wording),
    later: count.describe('wordings dated after `asOf`, which are not shown'),
    evidence: z.array(evidence),
    searches: z.array(searchLog),
    series: z.array(series),
    verdicts: z.array(
      z.strictObject({
        id: words,
        verdict: z.enum(['same', 'different', 'unsure']),
        by: words,
        at: words,
        reason: words.optional(),
        quotes: z.tuple([words, words]),
        elsewhere: words.optional(),
      }),
    ),
    guidelines: z.array(guideline),
    seen: list.describe('judgements that the page was made from'),
    blind: z.literal(true).optional().describe('what others gave is left out where the reader has not scored'),
    refused: refusal.extend({ form: words }).optional(),
  })
  .meta({ id: 'UndertakingPage' })

export const brief = z
  .strictObject({ asked: list, asOf: day, counts, counted: count, undertakings: z.array(undertaking), total: count })
  .meta({ id: 'BriefPage' })
