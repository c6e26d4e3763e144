import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultModel, Model } from '@alephdata/followthemoney'
import fc from 'fast-check'
import { dated } from '../../src/export/dates.ts'
import { entity, entityId, fit } from '../../src/export/ftm/entity.ts'
import { entitiesOf } from '../../src/export/ftm/ftm.ts'
import { actorCode } from '../../src/export/states.ts'
import { stateName } from '../../src/lexicon/state-names.ts'
import { load, type Plain, whole } from './ledger.ts'
import { ledgers } from './ledgers.ts'

interface Line {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, string[]>>
}

const model = new Model(defaultModel)
const types = defaultModel.types as unknown as Record<string, { maxLength?: number; values?: Record<string, string> }>

/** What FollowTheMoney's types demand of a value; those that are not named here take any text. */
const shapes: Readonly<Record<string, (value: string) => boolean>> = {
  date: (value) => /^[12]\d{3}(-\d\d(-\d\d)?)?$/.test(value) && !Number.isNaN(Date.parse(value)),
  url: (value) => /^https?:$/.test(new URL(value).protocol),
  country: (value) => value in (types['country']?.values ?? {}),
  language: (value) => value in (types['language']?.values ?? {}),
  number: (value) => Number.isFinite(Number(value)),
  entity: (value) => /^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/.test(value),
}

/** What is wrong with an entity by the model of FollowTheMoney itself, beside the others of its file. */
function faults(line: Line, schemaOf: ReadonlyMap<string, string>): string[] {
  const schema = model.getSchema(line.schema)
  const out: string[] = []
  if (schema.abstract) out.push('abstract schema')
  for (const name of schema.required ?? []) if (!line.properties[name]?.length) out.push(`${name} is missing`)
  for (const [name, values] of Object.entries(line.properties)) {
    if (!schema.hasProperty(name)) out.push(`no property ${name}`)
    else {
      const property = schema.getProperty(name)
      if (property.stub) out.push(`${name} is the other side of a reference`)
      for (const value of values) {
        if (!(shapes[property.type.name]?.(value) ?? true)) out.push(`${name}: ${value} is no ${property.type.name}`)
        if (value.length > (types[property.type.name]?.maxLength ?? Number.POSITIVE_INFINITY)) out.push(`${name} is too long`)
        if (value !== value.trim() || value === '' || !Buffer.from(value).toString().includes(value)) out.push(`${name} is not clean`)
        if (property.type.name !== 'entity') continue
        const found = schemaOf.get(value)
        if (found === undefined) out.push(`${name} leads nowhere`)
        else if (!model.getSchema(found).isA(property.getRange())) out.push(`${name} leads to a ${found}`)
      }
    }
  }
  return out.map((fault) => `${line.schema} ${line.id}: ${fault}`)
}

async function linesOf(dump: Plain): Promise<Line[]> {
  const text = await whole(entitiesOf(dump))
  assert.ok(text.endsWith('\n'))
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}
const schemas = (lines: readonly Line[]): Map<string, string> => new Map(lines.map(({ id, schema }) => [id, schema]))

for (const [name, dump] of ledgers)
  test(`ftm of ${name}: every entity by the model of FollowTheMoney`, async () => {
    const lines = await linesOf(dump)
    const known = schemas(lines)
    assert.deepEqual(
      lines.flatMap((line) => faults(line, known)),
      [],
    )
    const count = (schema: string) => lines.filter((line) => line.schema === schema).length
    assert.equal(count('Document'), dump.documents.length)
    assert.equal(count('Similar'), dump.suggestions.length)
    assert.ok(count('Note') >= dump.undertakings.reduce((sum, { members }) => sum + members.length, 0))
    for (const line of lines) assert.equal(model.getEntity(line as never).getProperties().length, Object.keys(line.properties).length)
  })

test('the model refuses what it should', async () => {
  const lines = await linesOf(load('port-and-boats'))
  const known = schemas(lines)
  const spoil = (schema: string, change: object) => {
    const line = lines.find((one) => one.schema === schema) as Line
    return faults({ ...line, properties: { ...line.properties, ...change } }, known)
  }
  assert.deepEqual(spoil('Document', {}), [])
  for (const [schema, change] of [
    ['Document', { fileName: [] }],
    ['Document', { publishedAt: ['soon'] }],
    ['Document', { language: ['en'] }],
    ['Project', { goals: ['x'] }],
    ['Project', { participants: ['x'] }],
    ['Note', { entity: ['nobody'] }],
    ['ProjectParticipant', { project: [lines[0]?.id] }],
    ['LegalEntity', { country: ['r'] }],
  ] as const)
    assert.equal(spoil(schema, change).length > 0, true, JSON.stringify(change))
})

test('a position or a report is no project; what a programme declares is one', async () => {
  const lines = await linesOf(load('port-and-boats'))
  const named = lines.filter(({ schema }) => schema === 'Project').map(({ properties }) => properties['name']?.[0])
  assert.deepEqual(named, [
    'Z should lend R ten boats',
    'will not raise harbour fees',
    'A fleet of boats lent to R',
    'A port of R for ships of Z',
  ])
})

for (const [text, date] of [
  ['2031', '2031'],
  ['2031-02', '2031-02'],
  ['2031-02-28', '2031-02-28'],
  ['2031-02-30', undefined],
  ['2031-13', undefined],
  ['31-02-01', undefined],
  ['2031-2-1', undefined],
  ['2031-02-01x', undefined],
  ['', undefined],
  [undefined, undefined],
] as const)
  test(`date ${text}`, () => assert.equal(dated(text), date))

test('any text is a value or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('name', 'string', 'text'), (text, kind) => {
      const line: Line = JSON.parse(entity(entityId('x', text), 'Person', { name: fit(kind, text.repeat(50)) }))
      for (const value of line.properties['name'] ?? []) assert.ok(value.trim() === value && Buffer.from(value).toString() === value)
      assert.match(line.id, /^stocktake-[0-9a-f]{40}$/)
    }),
  )
})

test('a state has a name and a code of three letters, another party has none', () => {
  assert.deepEqual(
    ['KZ', 'SCO', 'Rebels'].map((party) => [stateName(party), actorCode(party)]),
    [
      ['Kazakhstan', 'KAZ'],
      [undefined, 'IGO'],
      [undefined, undefined],
    ],
  )
})
