import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { canonical } from '../../src/export/canonical.ts'
import { jsonOf } from '../../src/export/json.ts'
import { newFolder } from '../folder.ts'
import { asStored, load, whole } from './ledger.ts'
import { ledgers, settled, withStore } from './ledgers.ts'

const schema = (name: string) => JSON.parse(readFileSync(`docs/${name}.schema.json`, 'utf8'))
const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true })
ajv.addSchema(schema('reading-format'))
const check = ajv.compile(schema('ledger-export'))
const fits = (value: unknown) => assert.ok(check(value), ajv.errorsText(check.errors, { separator: '\n' }))

for (const [name, dump] of ledgers) {
  test(`json of ${name} is what the schema says`, async () => fits(JSON.parse(await whole(jsonOf(dump)))))
  test(`json of ${name}: the same bytes from arrays, from a store, and from JSON with its keys turned round`, async () => {
    const text = await whole(jsonOf(dump))
    assert.equal(await whole(jsonOf(asStored(dump))), text)
    assert.equal(await whole(jsonOf({ ...turned(dump), text: dump.text })), text)
  })
  test(`json of ${name}: nothing of the dump is missing`, async () => {
    const out = JSON.parse(await whole(jsonOf(dump)))
    const members = dump.undertakings.flatMap((u) => u.members.map((m) => `${u.id} ${m.statement.id} ${m.document}`))
    type Written = { id: string; document: string }
    const written = out.undertakings.flatMap((u: { id: string; statements: Written[] }) =>
      u.statements.map((s) => `${u.id} ${s.id} ${s.document}`),
    )
    assert.deepEqual(written, members)
    assert.deepEqual(
      [out.documents.length, out.texts.length, out.suggestions.length],
      [dump.documents.length, dump.texts.length, dump.suggestions.length],
    )
    const names = ['evidence', 'searches', 'guidelines', 'scores', 'links', 'corrections', 'acceptances', 'recasts']
    const judgements = names.flatMap((key) => out[key])
    const series = out.series.flatMap((s: { observations: unknown[]; targets: unknown[] }) => [...s.observations, ...s.targets])
    const ids = new Set([...judgements, ...series].map(({ id }) => id))
    const declared = ['programme', 'entry', 'series']
    assert.deepEqual(
      dump.journal.filter(({ judgement: j }) => !declared.includes(j.type) && !ids.has(j.id)),
      [],
    )
  })
}

test('json of a store as it is walked, page by page', async () => {
  const [streamed, held] = await withStore(async (store) => {
    const dump = store.dump({ asOf: '2026-06-30' })
    return [await whole(jsonOf(dump)), await whole(jsonOf(await settled(dump)))]
  })
  assert.equal(streamed, held)
})

/** A deep copy with the keys of every object in the opposite order. */
function turned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turned) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, v]) => [key, turned(v)]),
  ) as T
}

const good = JSON.parse(await whole(jsonOf(load('port-and-boats'))))
const wrong: readonly (readonly [name: string, change: (ledger: typeof good) => unknown])[] = [
  ['a field too many', (l) => Object.assign(l.undertakings[0], { extra: 1 })],
  ['no standing', (l) => delete l.undertakings[0].standing],
  ['a standing that is none', (l) => Object.assign(l.undertakings[0], { standing: 'done' })],
  ['a statement without its document', (l) => delete l.undertakings.at(-1).statements[0].document],
  ['a span of one end', (l) => delete l.undertakings.at(-1).statements[0].span.to],
  ['a suggestion with a document and no span', (l) => delete l.suggestions[0].a.span],
  ['evidence that shows nothing', (l) => delete l.evidence[0].shows],
  ['evidence of two kinds', (l) => Object.assign(l.evidence[0], { page: { paraphrase: 'x' } })],
  ['a score of 2', (l) => Object.assign(l.scores[0], { value: 2 })],
  ['an acceptance of nothing', (l) => delete l.acceptances[0].on],
  ['a recast of no text', (l) => delete l.recasts[0].text],
  ['null for nothing', (l) => Object.assign(l.documents[0], { title: null })],
]
for (const [name, change] of wrong)
  test(`json schema refuses ${name}`, () => {
    const ledger = structuredClone(good)
    change(ledger)
    assert.equal(check(ledger), false)
  })

test('an empty ledger', async () => {
  const empty = { asOf: '2031-01-01', documents: [], texts: [], undertakings: [], suggestions: [], journal: [], text: () => undefined }
  fits(JSON.parse(await whole(jsonOf(empty))))
})

for (const [value, text] of [
  [{ z: 1, id: 2, a: undefined }, '{"id":2,"z":1}'],
  [{ to: 1, from: [{ y: 1, x: 2 }, null] }, '{"from":[{"x":2,"y":1},null],"to":1}'],
  ['\ud800', '"\\ud800"'],
] as const)
  test(`canonical ${text}`, () => assert.equal(canonical(value), text))

test('canonical says what JSON says, whatever the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonical(value)
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)))
      assert.equal(canonical(turned(value)), text)
    }),
  )
})
test('keys that look like others together are their own', () => {
  canonical({ 'a\nb': 1, c: 2 })
  assert.equal(canonical({ a: 1, 'b\nc': 2 }), '{"a":1,"b\\nc":2}')
})

const scorer = '../shared/tools/score-links.mjs'
test('json is what the score of links reads', { skip: !existsSync(scorer) && 'the shared tools are not here' }, async () => {
  const folder = newFolder()
  const [gold, out] = [join(folder, 'gold.json'), join(folder, 'out.json')]
  const at = (key: string, doc: string, from: number, to: number) => ({ key, doc, from, to })
  const [one, other] = good.undertakings.find((u: { id: string }) => u.id === 'r-z/port').statements
  const items = [at('a', 'note-1', one.span.from, one.span.to), at('b', 'visit-2', other.span.from, other.span.to)]
  writeFileSync(gold, JSON.stringify({ items, groups: [{ members: ['a', 'b'] }] }))
  writeFileSync(out, await whole(jsonOf(load('port-and-boats'))))
  const said = execFileSync('node', [scorer, gold, out], { encoding: 'utf8' })
  assert.match(said, /items read 2 of 2\nautomatic precision 1.000 recall 1.000 \(pairs 1\)/)
})
