import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { read } from '../../src/index.ts'
import type { Reading, Statement } from '../../src/model.ts'

/** The founding text is a news copy that may not be passed on: it is read where it lies beside the project. */
const path = join(process.env['STOCKTAKE_SHARED'] ?? join(import.meta.dirname, '..', '..', '..', 'shared'), 'corpus', 'founding-text.txt')
const skip = existsSync(path) ? false : 'the founding text does not lie beside the project'
let memo: Reading | undefined
const reading = (): Reading => (memo ??= read({ text: readFileSync(path, 'utf8') }))
const under = (point: number | undefined): readonly Statement[] => reading().statements.filter((s) => s.point?.number === point)
const found = (act: string, word: string): Statement => {
  const one = reading().statements.find((s) => s.act === act && s.quote.includes(word))
  assert.ok(one, `no statement "${act}" about ${word}`)
  return one
}

test('founding text: its four points come out in order, each statement under its own', { skip }, () => {
  assert.deepEqual([...new Set(reading().statements.map((s) => s.point?.number))], [undefined, 1, 2, 3, 4])
  assert.ok(reading().statements.every((s) => s.point === undefined || s.point.of === 4))
  assert.deepEqual(
    under(1)
      .map((s) => s.act)
      .filter((act) => ['increase', 'deepen', 'support', 'expand', 'promote'].includes(act)),
    ['increase', 'deepen', 'support', 'expand', 'promote'],
  )
  assert.deepEqual(
    under(3).map((s) => `${s.act} ${s.kind}/${s.force} ${s.parties.join(' ')}`.trim()),
    [
      'pass proposal/should CN KZ',
      'set up commitment/agreed CN KZ',
      'establish commitment/agreed CN KZ',
      'establish commitment/intent',
      'deepen commitment/ready CN',
      'provide commitment/ready CN',
      'support commitment/ready CN',
      'join commitment/ready CN',
    ],
  )
})

test('founding text: rail, route, ports, flights and growth fields of the second point', { skip }, () => {
  assert.deepEqual(found('maintain', 'Rail Express').mechanisms, ['China-Europe Rail Express'])
  assert.deepEqual(found('utilize', 'Route').mechanisms, ['Trans-Caspian International Transport Route'])
  assert.equal(found('reopen', 'border ports').kind, 'report')
  assert.equal(found('resume', 'flights').force, 'agreed')
  assert.equal(found('start', 'flights').target?.phrase, 'twice a week')
  const growth = reading().statements.filter((s) => /5G|big data|e-commerce|green energy/.test(s.quote))
  assert.equal(growth.length, 1, 'the growth fields are one list')
})

test('founding text: mechanisms, places and deadlines', { skip }, () => {
  const mechanisms = reading()
    .statements.flatMap((s) => s.mechanisms)
    .join('; ')
  for (const name of [
    'Cooperation Committee',
    'Investment Cooperation Dialogue',
    'Local Cooperation Forum',
    'United Nations',
    'SCO',
    'CICA',
    'Global Development Initiative',
    'Global Security Initiative',
    'BRICS',
    'luban workshops',
  ]) {
    assert.ok(mechanisms.includes(name), `${name} is not among: ${mechanisms}`)
  }
  assert.deepEqual(found('set up', 'consulates').places, ["Xi'an", 'Aktobe'])
  assert.equal(found('establish', 'workshops').deadline?.phrase, 'as soon as possible')
})

test('founding text: Wang Yi speaks through all points', { skip }, () => {
  const silent = [1, 2, 3, 4].flatMap(under).filter((s) => s.attribution !== 'Wang Yi')
  assert.deepEqual(
    silent.map((s) => s.quote),
    [],
  )
})

test('founding text: every broken stretch is damage, and no splice binds a state', { skip }, () => {
  const damage = reading().damage.map((d) => d.quote)
  for (const broken of [
    'June 6',
    'KazakhstanHe',
    'Turkey',
    'Outcome.',
    'areas and areas',
    'justice and justice',
    'steps and steps',
    'Research.',
    'Xinhua / Current',
    'Leave a Comment',
  ]) {
    assert.ok(
      damage.some((quote) => quote.includes(broken)),
      `${broken} is not marked among: ${damage.join(' | ')}`,
    )
  }
  assert.ok(
    damage.some((quote) => quote.endsWith('Current News')),
    'the tag line is not marked',
  )
  assert.ok(
    reading().statements.every((s) => !s.parties.includes('TR')),
    'a statement binds TR',
  )
  const spoiled = reading().statements.find((s) => s.quote.startsWith('Turkey'))
  assert.deepEqual(spoiled?.parties, [])
  assert.match(spoiled?.doubt ?? '', /foreign name/)
})
