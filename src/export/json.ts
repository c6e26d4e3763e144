import type { Dump, InForce, Rows, Suggestion } from '../ledger/dump.ts'
import type { Member, Undertaking } from '../ledger/nouns.ts'
import { canonical } from './canonical.ts'
import { gather, ofType } from './rows.ts'

/** Version of `docs/ledger-export.schema.json`; goes up when a reader of the old form could no longer read the new one. */
export const version = 1

/** The keys under which judgements are written, in this order, and the type of the judgements under each. */
const judged = [
  ['evidence', 'evidence'],
  ['searches', 'search'],
  ['guidelines', 'guideline'],
  ['scores', 'score'],
  ['links', 'link'],
  ['corrections', 'correction'],
  ['acceptances', 'acceptance'],
  ['recasts', 'recast'],
] as const

/** The ledger as one JSON object, a row a line, in pieces: the whole of a large one is longer than a string may be. */
export async function* jsonOf(dump: Dump): AsyncGenerator<string> {
  const journal = await gather(dump.journal)
  yield `{"format":"stocktake-ledger","version":${version},"asOf":${canonical(dump.asOf)}`
  yield* list('documents', dump.documents, (document) => document)
  yield* list('texts', dump.texts, (text) => text)
  yield* list('programmes', programmes(journal), (programme) => programme)
  yield* list('undertakings', dump.undertakings, undertaking)
  yield* list('suggestions', dump.suggestions, suggestion)
  for (const [key, type] of judged) yield* list(key, ofType(journal, type), flat)
  yield* list('series', series(journal), (one) => one)
  yield '\n}\n'
}

async function* list<T>(key: string, rows: Rows<T>, shape: (row: T) => unknown): AsyncGenerator<string> {
  let mark = `,\n"${key}":[\n`
  let empty = true
  for await (const row of rows) {
    yield mark + canonical(shape(row))
    mark = ',\n'
    empty = false
  }
  yield empty ? `${mark}]` : '\n]'
}

function undertaking({ members, ...rest }: Undertaking): unknown {
  return { ...rest, statements: members.map(statement) }
}

/** A member with the fields of its statement beside its own. */
export const statement = ({ statement: fields, ...member }: Member): object => ({ ...fields, ...member })

const suggestion = ({ a, b, ...rest }: Suggestion): unknown => ({ ...rest, a, b })

const programmes = (journal: readonly InForce[]) => journal.flatMap(({ judgement: j }) => (j.type === 'programme' ? [j.programme] : []))

function flat({ judgement, undertaking, orphaned }: InForce): unknown {
  const { type, ...fields } = judgement
  return { ...fields, undertaking, orphaned }
}

/** Each series with its observations and the targets that undertakings set for it. One that is observed but not declared stands by its id. */
function series(journal: readonly InForce[]): readonly unknown[] {
  const observations = ofType(journal, 'observation')
  const targets = ofType(journal, 'target')
  const declared = ofType(journal, 'series').map(({ judgement }) => judgement.series)
  const known = new Set(declared.map(({ id }) => id))
  const bare = [...observations, ...targets].map(({ judgement }) => judgement.series).filter((id) => !known.has(id))
  return [...declared, ...[...new Set(bare)].map((id) => ({ id }))].map((one) => ({
    ...one,
    observations: observations.filter(({ judgement }) => judgement.series === one.id).map(flat),
    targets: targets.filter(({ judgement }) => judgement.series === one.id).map(flat),
  }))
}
