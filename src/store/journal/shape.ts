import { z } from 'zod'
import { checkDrawn } from '../../ledger/correct.ts'
import type { Drawn, Judgement, JudgementBody } from '../../ledger/nouns.ts'
import { forces, kinds } from '../../model.ts'

/** The shape of what may stand in a journal: the types of `ledger/nouns.ts`, checked where a judgement comes from outside. */

const words = z.string().min(1).max(20_000)
const name = z.string().min(1).max(400)
const id = z
  .string()
  .min(1)
  .max(400)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'must be an id')
const optional = words.optional()
const day = z.string().regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/, 'must be a date like 2022-06-07')
const list = z.array(name).max(1000)
const kind = z.enum(kinds)
const force = z.enum(forces)
const relation = z.enum(['new', 'repeats', 'firms-up', 'softens', 'adds', 'narrows', 'widens', 'resumes', 'reports-done'])
const offset = z.number().int().nonnegative()
const page = z.strictObject({ url: optional, date: optional, publisher: optional, language: optional, paraphrase: words, via: optional })
const slug = z
  .string()
  .max(200)
  .regex(/^[^\s/\p{Cc}\p{Cs}]+$/u, 'must be a name without spaces and slashes')

const entry = z.strictObject({
  id: z
    .string()
    .max(400)
    .regex(/^[^\s/\p{Cc}\p{Cs}]+\/[^\s/\p{Cc}\p{Cs}]+$/u, 'must be PROGRAMME/NAME'),
  programme: slug,
  direction: id,
  label: words,
  kind,
  force,
  parties: list,
  actor: name.optional(),
  date: day.optional(),
  mechanisms: list,
  places: list,
  also: z.array(words).max(1000).optional(),
  target: optional,
  deadline: optional,
  due: optional,
  note: optional,
  assessment: optional,
})

const series = z.strictObject({
  id,
  label: words,
  unit: name,
  programme: name.optional(),
  note: optional,
  measure: z.enum(['flow', 'level']).optional(),
})

const mechanism = z.strictObject({ id: name, name: words, aliases: z.array(words), kind: optional, note: optional })
const source = z.strictObject({
  id: name,
  title: words,
  date: optional,
  kind: optional,
  publisher: optional,
  url: optional,
  language: optional,
  parties: list,
  via: optional,
  note: optional,
})
const programme = z.strictObject({
  name: slug,
  title: words,
  parties: list,
  date: day,
  compiled: day,
  directions: z.array(z.strictObject({ id: name, label: words })),
  mechanisms: z.array(mechanism),
  sources: z.array(source).optional(),
  method: optional,
  places: z.array(z.strictObject({ name, latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })).optional(),
})

const drawn = z
  .strictObject({
    span: z.strictObject({ from: offset, to: offset }),
    quote: z.string().min(1).max(100_000),
    fields: z.record(name, z.unknown()),
  })
  .superRefine((one, context) => {
    const wrong = checkDrawn(one as unknown as Drawn)
    if (wrong) context.addIssue({ code: 'custom', message: wrong })
  })

const bodies = {
  link: {
    a: id,
    b: id,
    verdict: z.enum(['same', 'different', 'unsure']),
    relation: relation.optional(),
    role: z.enum(['second', 'adjudication']).optional(),
  },
  correction: { on: id, field: name, value: z.unknown() },
  acceptance: { on: id },
  recast: {
    text: z.string().regex(/^[0-9a-f]{64}$/, 'must be the hash of a text'),
    away: z.array(id).max(1000),
    drawn: z.array(drawn).max(1000),
  },
  entry: { entry },
  evidence: {
    on: id,
    shows: z.enum(['delivers', 'progress', 'contradicts', 'restates']),
    certainty: z.enum(['high', 'medium', 'low']),
    date: day.optional(),
    parties: list.optional(),
    passage: z.strictObject({ document: name, span: z.strictObject({ from: offset, to: offset }), quote: z.string().min(1) }).optional(),
    page: page.optional(),
    observation: z.strictObject({ series: id, period: name }).optional(),
    note: optional,
    unverified: z.boolean().optional(),
  },
  search: { on: id, party: name.optional(), where: z.array(words).max(1000), query: words, until: day },
  guideline: {
    on: id,
    parties: list.optional(),
    window: z.strictObject({ from: day, to: day.optional() }),
    full: words,
    partial: words,
    none: words,
    contrary: optional,
  },
  score: {
    on: id,
    party: name,
    guideline: id,
    value: z.union([z.literal(1), z.literal(0), z.literal(-1), z.literal('not-applicable'), z.literal('unverifiable')]),
    stage: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).optional(),
    role: z.enum(['first', 'second', 'adjudication']),
    evidence: list.optional(),
  },
  series: { series },
  observation: {
    series: id,
    period: name,
    scope: name.optional(),
    value: z.number(),
    page: page.optional(),
    qualifier: z.enum(['rounded', 'at-least', 'at-most', 'estimate', 'forecast', 'derived', 'unverified']).optional(),
    rival: z.boolean().optional(),
    note: optional,
  },
  target: {
    on: id,
    series: id,
    value: z.number(),
    direction: z.enum(['at-least', 'at-most']),
    until: name.optional(),
    from: name.optional(),
    setBy: optional,
    page: page.optional(),
    note: optional,
  },
  programme: { programme },
  withdrawal: { of: id },
} as const satisfies Record<JudgementBody['type'], z.core.$ZodLooseShape>

const head = {
  id: z.string().regex(/^[0-9a-f]{16}$/),
  at: z.iso.datetime({ precision: 3 }),
  by: name,
  reason: optional,
}

const objects = (extra: z.core.$ZodLooseShape) =>
  new Map(Object.entries(bodies).map(([type, shape]) => [type, z.strictObject({ type: z.literal(type), ...extra, ...shape })]))
const alone = objects({})
const whole = objects(head)

function problem(given: unknown, shapes: ReturnType<typeof objects>): string | undefined {
  const type = typeof given === 'object' && given !== null && 'type' in given ? String(given.type) : ''
  const shape = shapes.get(type)
  if (!shape) return `"${type.slice(0, 40)}" is no type of judgement; these are: ${[...shapes.keys()].join(', ')}`
  const { error } = shape.safeParse(given)
  const issue = error?.issues[0]
  return issue && `${[type, ...issue.path].join('.')}: ${issue.message}`
}

/** What is wrong with the content of a judgement, as one line, or nothing. */
export const problemOfBody = (body: JudgementBody): string | undefined => problem(body, alone)

/** What is wrong with a line of a journal, as one line, or nothing. */
export const problemOfJudgement = (judgement: Judgement): string | undefined => problem(judgement, whole)
