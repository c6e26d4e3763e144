import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { read } from '../../src/index.ts'
import { file, run } from '../cli/run.ts'
import { pdfOf } from '../intake/pdf-file.ts'

const schema = JSON.parse(readFileSync('docs/reading-format.schema.json', 'utf8'))
const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true })
ajv.addSchema(schema)
const validator = (form: string) => ajv.compile({ $ref: `${schema.$id}#/$defs/${form}` })
const forms = { Reading: validator('Reading'), Compact: validator('Compact'), Broken: validator('Broken') }

function fits(form: keyof typeof forms, value: unknown): void {
  const check = forms[form]
  assert.ok(check(value), `${form}: ${ajv.errorsText(check.errors, { separator: '\n' })}`)
}

const texts = [
  ...readdirSync('samples')
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(`samples/${name}`, 'utf8')),
  '',
  '双方同意恢复航班。',
  'First, France will open a port twice a week by 2032. Second, France will strive to, where possible, send 10,000 teachers. \ud800',
]
for (const text of texts)
  test(`schema: ${JSON.stringify(text.slice(0, 40))}`, () => {
    fits('Reading', JSON.parse(JSON.stringify(read({ text, id: 'x', date: '2031-01-02' }))))
    const line = JSON.stringify({ text, title: 'T', language: 'en' })
    fits('Compact', JSON.parse(run(['read', '--jsonl'], line).stdout))
    fits('Reading', JSON.parse(run(['read', '--jsonl', '--full'], line).stdout))
  })

test('schema: the answer to a broken line', () => fits('Broken', JSON.parse(run(['read', '--jsonl'], '{').stdout)))

test('schema: places in a page and in a PDF, and the document as received', () => {
  const page = file('page.html', '<!doctype html><meta charset="utf-8"><title>Z</title><body><p>France will open a port.')
  const pdf = file('page.pdf', pdfOf([['France will open a port in the north of Z.']]))
  for (const [path, form] of [
    [page, 'html'],
    [pdf, 'pdf'],
  ] as const) {
    const reading = JSON.parse(run(['read', '--json', path]).stdout)
    fits('Reading', reading)
    assert.equal(reading.received.form, form)
    assert.equal(reading.statements[0].place.form, form)
  }
})

const good = JSON.parse(JSON.stringify(read({ text: 'France will open a port.' })))
const wrong: readonly (readonly [name: string, change: (reading: typeof good) => unknown])[] = [
  ['a field too many', (r) => Object.assign(r, { extra: 1 })],
  ['no hash', (r) => delete r.hash],
  ['a position with a force', (r) => Object.assign(r.statements[0], { kind: 'position' })],
  ['an unknown force', (r) => Object.assign(r.statements[0], { force: 'firm' })],
  ['a negative offset', (r) => Object.assign(r.statements[0].span, { from: -1 })],
  ['null for absent', (r) => Object.assign(r.statements[0], { doubt: null })],
]
for (const [name, change] of wrong)
  test(`schema refuses ${name}`, () => {
    const copy = structuredClone(good)
    change(copy)
    assert.equal(forms.Reading(copy), false)
  })

const model = readFileSync('src/model.ts', 'utf8')
const page = readFileSync('docs/reading-format.md', 'utf8')
for (const [, name = '', body = ''] of model.matchAll(/export interface (\w+) \{\n([^}]*)\}/g)) {
  if (name === 'Source') continue
  test(`type ${name}, its schema and its description have the same fields`, () => {
    const fields = [...body.matchAll(/^ {2}readonly (\w+)(\??):/gm)]
    const { properties, required } = schema.$defs[name]
    assert.deepEqual(Object.keys(properties).sort(), fields.map(([, field]) => field).sort())
    assert.deepEqual([...required].sort(), fields.flatMap(([, field, optional]) => (optional ? [] : [field])).sort())
    for (const [, field] of fields) assert.match(page, new RegExp(`\\b${field}\\b`))
  })
}
for (const [, name = '', body = ''] of model.matchAll(/export type (\w+) =((?:\s*\|? ?'[\w-]+')+)/g))
  test(`type ${name} and its schema have the same values`, () => {
    assert.deepEqual([...schema.$defs[name].enum].sort(), [...body.matchAll(/'([\w-]+)'/g)].map(([, value]) => value).sort())
  })
