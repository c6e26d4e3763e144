import { z } from 'zod'
import { count, day, document, evidence, force, guideline, kind, list, part, refusal, scoreLine, words } from './schemas.ts'

/** The shape of the data of the pages of coding and of suggested evidence. */

const search = z.strictObject({ id: words, query: words, where: list, until: day, by: words })

const item = z.strictObject({
  id: words,
  party: words,
  guideline,
  undertaking: z.strictObject({ id: words, label: words, kind, force, parties: list }),
  wordings: z.array(z.strictObject({ id: words, quote: words, force, document })),
  evidence: z.array(evidence),
  searches: z.array(search),
  seen: list,
})

export const coding = z
  .strictObject({
    author: words.optional(),
    blind: z.boolean(),
    waiting: count,
    links: count,
    from: day.optional(),
    to: day.optional(),
    item: item.optional(),
    next: words.optional(),
    done: words.optional(),
    refused: refusal.optional(),
  })
  .meta({ id: 'CodingPage', description: 'The item is shown in blind mode alone, and never with what others gave.' })

const agreement = z.strictObject({
  pairs: count,
  same: count,
  numbers: count,
  kappaLinear: z.number().optional(),
  kappaQuadratic: z.number().optional(),
  alphaOrdinal: z.number().optional(),
  alphaNominal: z.number().optional(),
})

export const differences = z
  .strictObject({
    author: words.optional(),
    agreement,
    total: count,
    differences: z.array(
      z.strictObject({
        id: words,
        party: words,
        guideline,
        undertaking: z.strictObject({ id: words, label: words }),
        first: scoreLine,
        second: scoreLine,
        evidence: z.array(evidence),
      }),
    ),
    done: words.optional(),
    refused: z.strictObject({ id: words, why: words, reason: words }).optional(),
  })
  .meta({ id: 'DifferencesPage' })

const side = z.strictObject({
  node: words,
  undertaking: words,
  quote: words,
  kind: z.string(),
  force: z.string(),
  parties: list,
  document: document.optional(),
  around: z.strictObject({ before: z.string(), after: z.string() }),
})

const pair = z.strictObject({ id: words, a: side, b: side })

const verdict = z.strictObject({
  id: words,
  verdict: z.enum(['same', 'different', 'unsure']),
  by: words,
  at: words,
  reason: words.optional(),
})

export const linkCoding = z
  .strictObject({
    author: words.optional(),
    blind: z.boolean(),
    waiting: count,
    pair: pair.optional(),
    next: words.optional(),
    done: words.optional(),
    refused: words.optional(),
  })
  .meta({ id: 'LinkCodingPage', description: 'The pair is shown in blind mode alone, and never with what others said of it.' })

export const linkDifferences = z
  .strictObject({
    author: words.optional(),
    agreement: z.strictObject({ pairs: count, same: count, kappa: z.number().optional(), alpha: z.number().optional() }),
    total: count,
    differences: z.array(pair.extend({ first: verdict, second: verdict })),
    done: words.optional(),
    refused: z.strictObject({ id: z.string(), why: words, reason: z.string() }).optional(),
  })
  .meta({ id: 'LinkDifferencesPage' })

export const reported = z
  .strictObject({
    author: words.optional(),
    items: z.array(
      z.strictObject({
        statement: words,
        undertaking: z.strictObject({ id: words, label: words }),
        shows: z.enum(['delivers', 'progress']),
        quote: words,
        parties: list,
        document,
        before: z.strictObject({ id: words, quote: words, force, document }).optional(),
        link: z.strictObject({ by: words, score: z.number().optional(), parts: z.array(part) }).optional(),
      }),
    ),
    next: words.optional(),
    done: words.optional(),
  })
  .meta({ id: 'ReportedPage', description: 'Later wordings that report something done: no evidence until somebody says so.' })
