import { byPlace, nodeOfStatement } from '../../ledger/nodes.ts'
import type { NodeId } from '../../ledger/nouns.ts'
import type { Reading, Source, Statement } from '../../model.ts'
import { searched } from '../words.ts'

/** What is stored of a statement as it was read, on which nobody has said anything: made without the database, in whatever thread. */
export interface ReadyStatement {
  /** JSON of the statement, and of what linking sees of it. */
  readonly body: string
  readonly features: string
  /** The words by which it is found, one space between two. */
  readonly words: string
}

/** A reading, and what is stored of its statements where that was made with it. */
export interface ReadAhead {
  readonly reading: Reading
  /** Undefined of what is no statement of the reading. Fast where they are asked for in their order. */
  readonly ready?: (id: NodeId) => ReadyStatement | undefined
}

/** What is stored of each statement of a reading, in order. @param source what was read, with its fields of publication */
export function* readyOf(reading: Reading, { date, language }: Pick<Source, 'date' | 'language'>): Generator<ReadyStatement> {
  const { hash, parties: between, statements } = reading
  const document = { id: '', hash, ...(date === undefined ? {} : { date }), ...(language === undefined ? {} : { language }) }
  const text = { hash, document, between, size: byPlace(statements).size }
  for (const statement of statements) yield readyStatement(statement, JSON.stringify(nodeOfStatement(statement, text, []).features))
}

/** What is stored of a statement. @param features JSON of what linking sees of it */
export const readyStatement = (statement: Statement, features: string): ReadyStatement => ({
  body: JSON.stringify(statement),
  features,
  words: searched(statement.quote),
})
