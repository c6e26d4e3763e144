import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import fc from 'fast-check'
import { Schema, Table } from 'tableschema'
import { cell } from '../../src/export/csv/cell.ts'
import { csvFiles } from '../../src/export/csv/tables.ts'
import { load, type Plain, whole } from './ledger.ts'
import { ledgers } from './ledgers.ts'

const guard = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u
/** What docs/exports.md tells a reader to do with a cell. */
const unguarded = (text: string): string => (guard.test(text) ? text.slice(1) : text)

/** As a file in UTF-8 keeps it: a lone surrogate has no form there. */
const utf8 = (text: string): string => Buffer.from(text).toString()

/** A reader of RFC 4180 of its own, for one line. */
function parsed(line: string): string[] {
  const cells: string[] = []
  for (const [, quoted, bare] of line.matchAll(/(?:"((?:[^"]|"")*)"|([^",]*))(?:,|\r\n)/g))
    cells.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
  return cells
}

test('every text comes back from its cell, and no cell begins as a formula', () => {
  const signs = fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', '\uff1d', 'a', '1')
  fc.assert(
    fc.property(fc.array(fc.string({ unit: signs }), { minLength: 1 }), (texts) => {
      const cells = parsed(`${texts.map(cell).join(',')}\r\n`)
      assert.deepEqual(cells.map(unguarded), texts)
      for (const text of cells) assert.doesNotMatch(text, /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/)
    }),
  )
})

for (const [value, text] of [
  [-1, '-1'],
  ['-1', "'-1"],
  ["'tis", "'tis"],
  ["'=a", "''=a"],
  [true, 'yes'],
  [false, 'no'],
  [undefined, ''],
  [['a', 'b'], 'a; b'],
  [['=a', 'b'], "'=a; b"],
  ['a,"b"', '"a,""b"""'],
] as const)
  test(`cell ${text}`, () => assert.equal(cell(value), text))

interface Resource {
  readonly name: string
  readonly path: string
  readonly schema: { readonly fields: { name: string }[]; readonly foreignKeys?: { reference: { resource: string } }[] }
}

/** The files of an export, and a table of it as a reader of the format sees it: cells cast, keys unique, references found. */
async function opened(dump: Plain) {
  const files = new Map<string, string>()
  for (const { name, pieces } of csvFiles(dump)) files.set(name, await whole(pieces))
  const about: { resources: Resource[] } = JSON.parse(files.get('datapackage.json') ?? '')
  const table = async ({ path, schema }: Resource) =>
    Table.load((() => Readable.from([files.get(path) ?? ''])) as never, { schema: schema as never, delimiter: ',' } as never)
  const rows = async (resource: Resource, relations: object | false = false) =>
    (await (await table(resource)).read({ keyed: true, relations } as never)) as Record<string, unknown>[]
  return { files, about, rows, find: (name: string) => about.resources.find((r) => r.name === name) as Resource }
}

for (const [name, dump] of ledgers) {
  test(`csv of ${name}: every table by its own schema, keys and references`, async () => {
    const { about, rows, find } = await opened(dump)
    assert.ok(about.resources.length >= 10)
    for (const resource of about.resources) {
      assert.ok((await Schema.load(resource.schema as never)).valid, resource.name)
      const relations: Record<string, unknown> = {}
      for (const { reference } of resource.schema.foreignKeys ?? []) relations[reference.resource] = await rows(find(reference.resource))
      await rows(resource, relations)
    }
  })

  test(`csv of ${name}: a row for each statement and undertaking, its words as they were`, async () => {
    const { rows, find } = await opened(dump)
    const members = dump.undertakings.flatMap(({ id, members }) =>
      members.map(({ statement: s }) => [id, s.id, utf8(s.quote), s.span.from]),
    )
    const written = await rows(find('statements'))
    assert.deepEqual(
      written.map((row) => [row['undertaking'], row['id'], unguarded(String(row['quote'])), row['from']]),
      members,
    )
    assert.deepEqual(
      (await rows(find('undertakings'))).map((row) => unguarded(String(row['label']))),
      dump.undertakings.map(({ label }) => label),
    )
    const count = (type: string) => dump.journal.filter(({ judgement }) => judgement.type === type).length
    const tables = {
      evidence: 'evidence',
      codings: 'score',
      guidelines: 'guideline',
      searches: 'search',
      observations: 'observation',
      targets: 'target',
    }
    for (const [table, type] of Object.entries(tables)) assert.equal((await rows(find(table))).length, count(type), table)
  })
}

const spoilt: readonly (readonly [name: string, table: string, from: string, to: string])[] = [
  ['a word for a number', 'observations', ',41,', ',many,'],
  ['a switch that is neither yes nor no', 'observations', ',yes,', ',maybe,'],
  ['a name twice', 'documents', '82635f57ec64ff8f', '5180fc91a1625996'],
  ['a document that is not there', 'statements', '82635f57ec64ff8f', '0000000000000000'],
]
for (const [name, table, from, to] of spoilt)
  test(`the reader refuses ${name}`, async () => {
    const { files, rows, find } = await opened(load('port-and-boats'))
    const text = files.get(`${table}.csv`) ?? ''
    assert.ok(text.includes(from))
    files.set(`${table}.csv`, text.replace(from, to))
    const relations = { documents: await rows(find('documents')).catch(() => []), undertakings: await rows(find('undertakings')) }
    await assert.rejects(rows(find(table), relations))
  })

test('the schema is by the profile of Table Schema', async () => {
  const { about } = await opened(load('hostile'))
  const require = createRequire(import.meta.url)
  assert.ok(require('tableschema/lib/profiles/table-schema.json'))
  for (const { schema } of about.resources) {
    assert.ok((await Schema.load(schema as never)).valid)
    assert.ok(!(await Schema.load({ ...schema, fields: [{ name: 'x', type: 'no such' }] } as never)).valid)
  }
})

const python = `import csv, io, json, sys
rows = list(csv.reader(io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', newline='')))
json.dump(rows, sys.stdout)`
const hasPython = spawnSync('python3', ['--version']).status === 0
test('csv as Python reads it', { skip: !hasPython && 'python3 is not here' }, async () => {
  const { files } = await opened(load('hostile'))
  const { stdout } = spawnSync('python3', ['-c', python], { input: files.get('statements.csv') ?? '', encoding: 'utf8' })
  const [names, ...rows]: string[][] = JSON.parse(stdout)
  const quotes = load('hostile').undertakings.flatMap((u) => u.members.map((m) => utf8(m.statement.quote)))
  assert.deepEqual(
    rows.map((row) => unguarded(row[names?.indexOf('quote') ?? -1] ?? '')),
    quotes,
  )
})
