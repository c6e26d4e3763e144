import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { differences, figure, freeze, readFrozen, rough } from '../../bench/figures.ts'
import { markdown } from '../../bench/markdown.ts'
import { newFolder } from '../folder.ts'

test('a frozen run comes back, and only what differs from it is told', () => {
  const folder = newFolder()
  const file = join(folder, 'frozen.tsv')
  assert.equal(readFrozen(file).size, 0)
  const first = [figure('accuracy.coded', 0.81249), figure('accuracy.force', 0.97), rough('speed.rate', 4)]
  freeze(first, ['accuracy', 'speed'], file)
  assert.deepEqual(
    [...readFrozen(file)],
    [
      ['accuracy.coded', 0.812],
      ['accuracy.force', 0.97],
      ['speed.rate', 4],
    ],
  )
  assert.deepEqual(differences(first, readFrozen(file), ['accuracy', 'speed']), [])
  const second = [figure('accuracy.coded', 0.82), figure('accuracy.act', 0.5), rough('speed.rate', 4.3)]
  assert.deepEqual(differences(second, readFrozen(file), ['accuracy', 'speed']), [
    '  accuracy.coded  0.812 -> 0.820  (+0.008)',
    '  accuracy.act  new  0.500',
    '  accuracy.force  gone',
  ])
  assert.deepEqual(differences([rough('speed.rate', 3)], readFrozen(file), ['speed']), ['  speed.rate  4.00 -> 3.00  (-1.00)'])
  freeze([figure('accuracy.coded', 0.9)], ['accuracy'], file)
  assert.deepEqual(
    [...readFrozen(file)],
    [
      ['accuracy.coded', 0.9],
      ['speed.rate', 4],
    ],
    'parts that did not run keep their figures',
  )
  assert.match(readFileSync(file, 'utf8'), /^speed\.rate\t4\.00$/m, 'as they were written')
})

test('every measure of the table is in the frozen run', () => {
  const frozen = [...readFrozen()].map(([id, value]) => figure(id, value))
  assert.ok(frozen.length > 50)
  assert.doesNotMatch(markdown(frozen), /(?:\| |, )-(?:,| \|)/)
  assert.match(markdown([]), /\| - \|/)
})
