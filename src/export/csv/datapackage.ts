import type { CellType, Column, Table } from './table.ts'

const types: Readonly<Record<CellType, object>> = {
  string: { type: 'string' },
  list: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean', trueValues: ['yes'], falseValues: ['no'] },
}

const field = <R>(key: readonly string[], { name, about, type }: Column<R>) => ({
  name,
  ...types[type],
  description: type === 'list' ? `${about}. Several are parted by a semicolon and a space` : about,
  ...(key.includes(name) ? { constraints: { required: true } } : {}),
})

const foreignKey = ([column, table, key]: readonly [column: string, table: string, key: string]) => ({
  fields: column,
  reference: { resource: table, fields: key },
})

const dialect = { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true }

/** A table as a resource of a data package: where it is, what it is about, and what its columns hold. */
export const describe = <R>({ name, about, columns, key, links = [] }: Table<R>): object => ({
  name,
  path: `${name}.csv`,
  profile: 'tabular-data-resource',
  description: about,
  mediatype: 'text/csv',
  encoding: 'utf-8',
  dialect,
  schema: {
    fields: columns.map((column) => field(key, column)),
    ...(key.length ? { primaryKey: key } : {}),
    missingValues: [''],
    ...(links.length ? { foreignKeys: links.map(foreignKey) } : {}),
  },
})

const guard =
  "A cell of text that a spreadsheet would run as a formula has an apostrophe before it, and so has one that begins with apostrophes and then such a sign. To get the text back, take one apostrophe away from each cell that matches ^'+[=+\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20]."

/** `datapackage.json` of the tables, by Frictionless Data Package and Table Schema, version 1. */
export async function* packageOf(resources: readonly object[]): AsyncGenerator<string> {
  yield `${JSON.stringify({ profile: 'tabular-data-package', name: 'stocktake-ledger', description: guard, resources }, null, 2)}\n`
}
