import { z } from 'zod'
import { aspects, forces, kinds } from '../model.ts'

/** The shape of the data of every page: what its twin answers with. Loaded only where the description of the twins is asked for. */

const words = z.string()
const list = z.array(words)
const count = z.int().nonnegative()
const day = words.describe('ISO 8601 date, as precise as it is known')
const span = z.strictObject({ from: count, to: count }).describe('offsets into the text as received, in UTF-16 units')
const kind = z.enum(kinds)
const force = z.enum(forces)
const standing = z.enum([
  ...(['delivered', 'progress', 'restated', 'contradicted', 'nothing-found', 'not-assessed', 'not-yet-due', 'overdue'] as const),
  ...(['not-applicable', 'unverifiable'] as const),
])
const relation = z.enum(['new', 'repeats', 'firms-up', 'softens', 'adds', 'narrows', 'widens', 'resumes', 'reports-done'])
const counts = z.partialRecord(standing, count)

const document = z
  .strictObject({
    id: words,
    hash: words,
    externalId: words.optional(),
    title: words.optional(),
    date: day.optional(),
    publisher: words.optional(),
    url: words.optional(),
    language: words.optional(),
  })
  .meta({ id: 'Document', description: 'A published copy of a text.' })

const part = z.strictObject({ name: words, value: z.number(), weight: z.number(), on: list.optional() })
const evidence = z
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

const series = z
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

const row = z
  .strictObject({
    id: words,
    label: words,
    kind,
    force,
    parties: list,
    topics: list,
    mechanisms: list,
    places: list,
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
  })
  .meta({
    id: 'LedgerPage',
    description:
      '`total` is a floor where `more` is true; `next` is the `after` of the next page; rows have the fields of the columns asked for, all without.',
  })

const programmeRow = z.strictObject({
  id: words,
  label: words,
  kind,
  force,
  parties: list,
  standing,
  why: words,
  statements: count,
  evidence: z.array(evidence),
})

export const programme = z
  .strictObject({
    programme: z.looseObject({ name: words, title: words, parties: list, date: day, compiled: day }),
    asOf: day,
    counts,
    directions: z.array(z.strictObject({ id: words, label: words, counts, rows: z.array(programmeRow) })),
    years: z.array(z.strictObject({ day, counts })),
    series: z.array(series),
    places: z.array(
      z.strictObject({
        name: words,
        latitude: z.number(),
        longitude: z.number(),
        undertakings: z.array(z.strictObject({ id: words, label: words, standing })),
      }),
    ),
  })
  .meta({ id: 'ProgrammePage' })

const wording = z.strictObject({
  id: words,
  document,
  span,
  quote: words,
  kind,
  force,
  parties: list,
  relation,
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
  guideline: z.strictObject({ full: words, partial: words, none: words, from: day, to: day.optional(), by: words }),
  versions: count,
})

export const undertaking = z
  .strictObject({
    author: words.optional(),
    undoes: z.literal(true).optional(),
    id: words,
    label: words,
    kind,
    force,
    parties: list,
    topics: list,
    mechanisms: list,
    places: list,
    due: day.optional(),
    asOf: day,
    entries: z.array(z.looseObject({ id: words, programme: words, direction: words, label: words, title: words, directionLabel: words })),
    standing,
    why: words,
    byParty: z.array(z.strictObject({ party: words, standing, why: words, score: score.optional() })),
    steps: z.array(z.looseObject({ what: z.enum(['declared', 'wording', 'evidence', 'score']), id: words, date: day.optional() })),
    wordings: z.array(wording),
    later: count.describe('wordings dated after `asOf`, which are not shown'),
    evidence: z.array(evidence),
    searches: z.array(z.strictObject({ id: words, query: words, where: list, until: day, by: words })),
    series: z.array(series),
  })
  .meta({ id: 'UndertakingPage' })

export const brief = z
  .strictObject({ asked: list, asOf: day, counts, undertakings: z.array(undertaking), total: count })
  .meta({ id: 'BriefPage' })

const said = z.strictObject({ id: words, by: words, at: words, reason: words.optional() })
const away = z.strictObject({ id: words, span, quote: words, what: z.enum(['refused', 'split', 'joined', 'drawn otherwise']), word: said })

const note = z
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
    storing: z.literal(true).optional(),
    text: words,
    notes: z.array(note),
    damage: z.array(z.strictObject({ span, what: words })),
    furniture: z.array(span),
    headings: z.array(span),
    wraps: z.array(span),
    rejections: z.array(z.strictObject({ span, gate: words, rule: words })),
    points: z.array(z.strictObject({ number: count, of: count.optional(), label: words, at: count })),
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

const side = z.strictObject({
  node: words,
  undertaking: words,
  quote: words,
  kind: words,
  force: words,
  parties: list,
  document: document.optional(),
})

export const review = z
  .strictObject({
    pairs: z.array(z.strictObject({ a: side, b: side, score: z.number(), parts: z.array(part), barriers: list })),
    total: count,
    next: words.optional(),
    author: words.optional(),
    done: words.optional(),
  })
  .meta({ id: 'ReviewPage' })

export const search = z
  .strictObject({
    text: words,
    hits: z.array(
      z.strictObject({
        kind: z.enum(['statement', 'entry', 'text']),
        quote: words,
        node: words.optional(),
        undertaking: words.optional(),
        document: document.optional(),
        span: span.optional(),
      }),
    ),
    more: z.boolean(),
  })
  .meta({ id: 'SearchPage' })

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

const difference = z.strictObject({
  class: words,
  readings: z.array(words.nullable()),
  effect: words,
  note: words,
  statement: z.boolean(),
  groups: z.array(z.array(count)),
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

export const audit = z
  .strictObject({
    rows: z.array(
      z.strictObject({
        at: words.describe('ISO 8601 in UTC'),
        by: words,
        what: z.enum([
          ...(['signed-in', 'sign-in-failed', 'signed-out', 'user-added', 'user-role', 'user-password', 'user-removed'] as const),
          'judgement',
        ]),
        about: words,
        address: words.optional(),
        note: words.optional(),
        judgement: words.optional(),
      }),
    ),
    kind: z.enum(['accounts', 'judgements']).optional(),
    next: words.optional(),
  })
  .meta({ id: 'AuditPage' })

export const problem = z.strictObject({ error: words }).meta({ id: 'Problem', description: 'What is wrong, and what to do.' })

/** Shapes that several pages share. */
export const parts = [document, evidence, series, row, note]
