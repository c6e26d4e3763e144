import { checkDrawn, forcesOf } from '../../ledger/correct.ts'
import { fieldsAsRead, fieldsOfPart, fieldsOfWhole, limitOf, placesOf } from '../../ledger/draw.ts'
import type { Drawn, DrawnFields } from '../../ledger/nouns.ts'
import { idOf } from '../../ledger/recast.ts'
import { kinds, type Span } from '../../model.ts'
import type { Store } from '../../store/store.ts'
import { fieldValue } from '../correct.ts'
import { CliError } from '../error.ts'
import { passageOf } from '../evidence/quote.ts'
import { given, some } from '../given.ts'
import { judge } from '../judge.ts'
import { judging } from '../open.ts'
import { day, usage, type Values, whole } from '../usage.ts'
import { verb } from '../verb.ts'
import { orphaned, statementOf } from './word.ts'

/** What a person says of a statement that he draws. */
const fields = {
  kind: { value: 'KIND', about: kinds.join(', '), oneOf: kinds },
  force: { value: 'FORCE', about: 'of a commitment: binding, agreed, intent, ready, should', oneOf: [...forcesOf('commitment'), 'none'] },
  party: { value: 'CODE', about: 'who is bound, stands or acted: CN, KZ; may be given more than once', many: true },
  act: { value: 'VERB', about: 'the verb of the act, base form: open, build' },
  deadline: { value: 'WORDS', about: 'its time limit, in its own words' },
  due: { value: 'DATE', about: 'the last day of the time limit', check: day },
  set: {
    value: 'FIELD=VALUE',
    about: 'any other field, as correct takes it: topics=trade,energy; may be given more than once',
    many: true,
  },
} as const

const at = {
  value: 'OFFSET',
  about: 'where the words begin, if they stand there more than once',
  check: whole(0, 999_999_999, 'offset'),
} as const

const addUsage = usage({
  verb: 'statement add',
  calls: [['statement add DOCUMENT --quote "…" --kind KIND', 'a statement that was not read: words of the text, and what they say']],
  options: {
    quote: { value: 'WORDS', about: 'the words of the statement as they stand in the document' },
    at,
    'as-read': { about: 'begin with what the reader makes of these words alone' },
    ...fields,
    ...judging,
  },
  after: 'What is not given is not known, and never guessed. withdraw takes it back.',
  words: [1, 1],
})

/** The verb `statement add`. */
export const add = verb(addUsage, ({ words: [id = ''], values }) =>
  judge(values, async (store) => {
    if (!values.quote) throw new CliError('statement add: --quote is missing; give the words of the statement')
    const { document, span, quote } = await passageOf(store, id, values.quote, values.at === undefined ? undefined : Number(values.at))
    const { hash, language } = (await store.document(document))?.document ?? {}
    const { read } = await import('../../index.ts')
    const start = values['as-read'] ? (fieldsAsRead(read({ text: quote, ...given({ language }) }).statements, quote, span.from) ?? {}) : {}
    const drawn = drawnAs('statement add', { span, quote, start }, values)
    return told(store, hash ?? '', [], [drawn])
  }),
)

const splitUsage = usage({
  verb: 'statement split',
  calls: [['statement split STATEMENT --part "…" --part "…"', 'one statement that is several: the words of each']],
  options: { part: { value: 'WORDS', about: 'words of a part; at least twice', many: true }, ...fields, ...judging },
  after:
    'Each part has who is bound, kind, force, aspect and negation of the statement, and those of its other fields whose words stand in the part.\n' +
    'Fields that are given here hold for every part; correct changes those of one. withdraw takes it back.',
  words: [1, 1],
})

/** The verb `statement split`. */
export const split = verb(splitUsage, ({ words: [id = ''], values }) =>
  judge(values, async (store) => {
    if (values.part.length < 2) throw new CliError('statement split: --part is wanted twice at least; one part alone is no split')
    const { statement, hash } = await statementOf(store, id)
    let from = 0
    const drawn = values.part.map((words): Drawn => {
      const places = placesOf(statement.quote, words)
      const place = places.find((one) => one.from >= from) ?? places[0]
      if (!place) throw new CliError(`--part "${words}": does not stand in ${statement.id}; give its words as they stand there`)
      from = place.to
      const span = { from: statement.span.from + place.from, to: statement.span.from + place.to }
      const quote = statement.quote.slice(place.from, place.to)
      return drawnAs('statement split', { span, quote, start: fieldsOfPart(statement, span) }, values)
    })
    return told(store, hash, [statement.id], drawn)
  }),
)

const joinUsage = usage({
  verb: 'statement join',
  calls: [['statement join STATEMENT STATEMENT...', 'several statements that are one: all words from the first to the last']],
  options: { ...fields, ...judging },
  after: 'It has what all have alike, and of lists what any has; where they differ in kind or force, say which. withdraw takes it back.',
  words: [2, 100],
})

/** The verb `statement join`. */
export const join = verb(joinUsage, ({ words, values }) =>
  judge(values, async (store) => {
    const all = []
    for (const word of words) all.push(await statementOf(store, word))
    const [first] = all
    const other = all.find(({ hash }) => hash !== first?.hash)
    if (!first || other)
      throw new CliError(
        `statement join: ${other?.statement.id} is of another text than ${first?.statement.id}; join statements of one text`,
      )
    const span = {
      from: Math.min(...all.map(({ statement }) => statement.span.from)),
      to: Math.max(...all.map(({ statement }) => statement.span.to)),
    }
    const quote = ((await store.text(first.hash)) ?? '').slice(span.from, span.to)
    const start = fieldsOfWhole(all.map(({ statement }) => statement))
    const drawn = drawnAs('statement join', { span, quote, start }, values)
    return told(
      store,
      first.hash,
      all.map(({ statement }) => statement.id),
      [drawn],
    )
  }),
)

interface Start {
  readonly span: Span
  readonly quote: string
  readonly start: Partial<DrawnFields>
}

/** A statement with what a call says of it, and else with what it starts from. Throws `CliError` where it cannot stand. */
function drawnAs(what: string, { span, quote, start }: Start, values: Values<typeof fields>): Drawn {
  const { kind, force, party, act, deadline, due } = values
  const set = values.set.map((one) => {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(one) ?? []
    if (name === '') throw new CliError(`${what}: --set ${one}: wants FIELD=VALUE`)
    return [name, fieldValue(name, value)] as const
  })
  const limit = deadline === undefined ? undefined : limitOf({ span, quote }, deadline, due)
  if (deadline !== undefined && !limit)
    throw new CliError(`${what}: --deadline ${deadline}: does not stand in “${quote}”; give the words as they stand there`)
  if (deadline === undefined && due !== undefined) throw new CliError(`${what}: --due: goes with --deadline, the words that set the limit`)
  const meant = {
    ...start,
    ...given({ kind, party: undefined, parties: some(party), act, deadline: limit }),
    ...Object.fromEntries(set),
  } as Partial<DrawnFields>
  const { kind: known } = meant
  if (known === undefined) throw new CliError(`${what}: --kind is missing; one of ${kinds.join(', ')}`)
  const forces = forcesOf(known)
  const chosen = force ?? (start.kind === known ? meant.force : undefined) ?? (forces.length === 1 ? forces[0] : undefined)
  if (chosen === undefined) throw new CliError(`${what}: --force is missing; one of ${forces.join(', ')}`)
  const drawn: Drawn = { span, quote, fields: { ...meant, kind: known, force: chosen as DrawnFields['force'] } }
  const wrong = checkDrawn(drawn)
  if (wrong) throw new CliError(`${what}: ${wrong}`)
  return drawn
}

/** One recast, and what to say of it. */
function told(store: Store, text: string, away: readonly string[], drawn: readonly Drawn[]) {
  const lines = drawn.map(({ span, quote, fields: { kind, force, parties = [], act = '' } }) =>
    [idOf(text, span), [kind, ...(force === 'none' ? [] : [force])].join(', '), parties.join(', '), act, `“${quote}”`]
      .filter(Boolean)
      .join(' · '),
  )
  return {
    bodies: [{ type: 'recast' as const, text, away, drawn }],
    say: async () => [...lines, ...(away.length ? await orphaned(store) : [])],
  }
}
