import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Of, Score } from '../../src/ledger/nouns.ts'
import { cellsOf, undecided, waitingFor } from '../../src/ledger/score/cells.ts'

const rule = (id: string, parties?: readonly string[]): Of<'guideline'> => ({
  id,
  at: '2030-01-01T00:00:00.000Z',
  by: 'ana',
  type: 'guideline',
  on: 'x',
  window: { from: '2029-01-01' },
  full: 'f',
  partial: 'p',
  none: 'n',
  ...(parties && { parties }),
})

/** "g1 PE ana first 1": guideline, party, coder, role, value. */
function scored(line: string, place: number): Of<'score'> {
  const [guideline = '', party = '', by = '', role, value = ''] = line.split(' ')
  const known = ({ '1': 1, '0': 0, '-1': -1 } as const)[value] ?? (value as 'unverifiable')
  return {
    id: `s${place}`,
    at: '2030-02-01T00:00:00.000Z',
    by,
    type: 'score',
    on: 'x',
    guideline,
    party,
    role: role as Score['role'],
    value: known,
  }
}

const cases: readonly [what: string, scores: readonly string[], waitForBen: readonly string[], open: readonly string[]][] = [
  ['nothing scored', [], [], []],
  ['a first score waits for somebody else', ['g1 PE ana first 1'], ['g1+PE'], []],
  ['not for who gave it, nor for who took back and gave another', ['g1 PE ben first 1', 'g1 PE ben first 0'], [], []],
  ['two who agree', ['g1 PE ana first 1', 'g1 PE eva second 1'], [], []],
  ['two who differ', ['g1 PE ana first 1', 'g1 PE eva second 0'], [], ['g1+PE']],
  ['decided', ['g1 PE ana first 1', 'g1 PE eva second 0', 'g1 PE ida adjudication 0'], [], []],
  ['scored again, they agree', ['g1 PE ana first 1', 'g1 PE eva second 0', 'g1 PE eva second 1'], [], []],
  ['one person in both roles is one coder', ['g1 PE ana first 1', 'g1 PE ana second 0'], ['g1+PE'], []],
  [
    'each party and each guideline is a cell',
    ['g1 PE ana first 1', 'g1 CL ana first 1', 'g2 PE ana first 1'],
    ['g1+PE', 'g1+CL', 'g2+PE'],
    [],
  ],
  ['a guideline that is not for the party', ['g2 CL ana first 1'], [], []],
  ['a guideline that is not there', ['g9 PE ana first 1'], [], []],
]

for (const [what, lines, wait, open] of cases)
  test(what, () => {
    const guidelines = [rule('g1'), rule('g2', ['PE'])]
    const scores = lines.map(scored)
    const order = new Map([...guidelines, ...scores].map(({ id }, place) => [id, place]))
    const cells = cellsOf(guidelines, scores, order)
    assert.deepEqual(
      waitingFor('ben', cells).map(({ id }) => id),
      wait,
    )
    assert.deepEqual(
      undecided(cells).map(({ id }) => id),
      open,
    )
  })

test('a score older than its guideline makes no cell', () => {
  const scores = ['g1 PE ana first 1'].map(scored)
  assert.deepEqual(
    cellsOf(
      [rule('g1')],
      scores,
      new Map([
        ['s0', 0],
        ['g1', 1],
      ]),
    ),
    [],
  )
})
