import type { Dump } from '../../ledger/dump.ts'
import type { File } from '../rows.ts'
import { describe, packageOf } from './datapackage.ts'
import { codings, evidence, guidelines, observations, searches, targets } from './judged.ts'
import { documents, statements, suggestions, undertakings } from './ledger.ts'
import { scores } from './scores.ts'
import { csvOf, type Table } from './table.ts'

/** A table, whatever its rows are. */
const sheet = <R>(table: Table<R>) => ({ name: `${table.name}.csv`, described: describe(table), of: (dump: Dump) => csvOf(table, dump) })

const sheets = [
  sheet(undertakings),
  sheet(statements),
  sheet(documents),
  sheet(suggestions),
  sheet(evidence),
  sheet(scores),
  sheet(codings),
  sheet(guidelines),
  sheet(searches),
  sheet(observations),
  sheet(targets),
]

/** Every table as a CSV file, and `datapackage.json`, which says what the columns hold. */
export const csvFiles = (dump: Dump): readonly File[] => [
  ...sheets.map(({ name, of }) => ({ name, pieces: of(dump) })),
  { name: 'datapackage.json', pieces: packageOf(sheets.map(({ described }) => described)) },
]
