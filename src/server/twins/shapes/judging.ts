import { z } from 'zod'
import { count, day, document, evidence, force, guideline, kind, list, part, refusal, scoreLine, searchLog, side, words } from './parts.ts'

/** Review and blind coding. */

export const review = z
  .strictObject({
    pairs: z.array(z.strictObject({ a: side, b: side, score: z.number(), parts: z.array(part), barriers: list })),
    total: count,
    next: words.optional(),
    author: words.optional(),
    done: words.optional(),
  })
  .meta({ id: 'ReviewPage' })

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

const codingItem = z.strictObject({
  id: words,
  party: words,
  guideline,
  undertaking: z.strictObject({ id: words, label: words, kind, force, parties: list }),
  wordings: z.array(z.strictObject({ id: words, quote: words, force, document })),
  evidence: z.array(evidence),
  searches: z.array(searchLog),
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
    item: codingItem.optional(),
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

const linkSide = side.extend({ around: z.strictObject({ before: z.string(), after: z.string() }) })

const linkPair = z.strictObject({ id: words, a: linkSide, b: linkSide })

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
    pair: linkPair.optional(),
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
    differences: z.array(linkPair.extend({ first: verdict, second: verdict })),
    done: words.optional(),
    refused: z.strictObject({ id: z.string(), why: words, reason: z.string() }).optional(),
  })
  .meta({ id: 'LinkDifferencesPage' })
