import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inForce } from '../../../src/ledger/journal.ts'
import { pairsOf, refuseVerdict, undecidedPairs, verdictAgreement } from '../../../src/ledger/link/coding.ts'
import type { LinkVerdict, Of } from '../../../src/ledger/nouns.ts'
import { waitingFor } from '../../../src/ledger/score/cells.ts'

/** "a b ana same", "b a ben different second": a pair, who, what, and the role where it is not the first. */
function verdict(line: string, place: number): Of<'link'> {
  const [a = '', b = '', by = '', said = '', role] = line.split(' ')
  const head = { id: `v${place}`, at: '2030-02-01T00:00:00.000Z', by, type: 'link', a, b } as const
  return { ...head, verdict: said as LinkVerdict['verdict'], ...(role && { role: role as 'second' | 'adjudication' }) }
}

const cases: readonly [what: string, lines: readonly string[], waitForBen: readonly string[], open: readonly string[]][] = [
  ['nothing judged', [], [], []],
  ['a first verdict waits for somebody else', ['a b ana same'], ['a b'], []],
  ['whichever end is named first', ['a b ana same', 'b a eva different second'], [], ['a b']],
  ['not for who gave it', ['a b ben same'], [], []],
  ['two who agree', ['a b ana unsure', 'a b eva unsure second'], [], []],
  ['decided', ['a b ana same', 'a b eva different second', 'a b ida same adjudication'], [], []],
  [
    'a verdict given again after the second settles nothing',
    ['a b ana same', 'a b eva different second', 'a b ana different'],
    [],
    ['a b'],
  ],
  ['one person is not two', ['a b ana same', 'a b ana different second'], ['a b'], []],
  ['a second without a first', ['a b eva same second'], [], []],
  ['each pair by itself', ['a b ana same', 'a c ana different'], ['a b', 'a c'], []],
]

for (const [what, lines, wait, open] of cases)
  test(what, () => {
    const pairs = pairsOf(lines.map(verdict))
    assert.deepEqual(
      waitingFor('ben', pairs).map(({ id }) => id),
      wait,
    )
    assert.deepEqual(
      undecidedPairs(pairs).map(({ id }) => id),
      open,
    )
  })

test('a second verdict binds nothing, a decision does', () => {
  const said = ['a b ana same', 'a b eva different second'].map(verdict)
  assert.equal(inForce(said).links.get('a b')?.verdict, 'same')
  assert.equal(inForce([...said, verdict('b a ida different adjudication', 2)]).links.get('a b')?.verdict, 'different')
  assert.equal(inForce(said.slice(1)).links.size, 0)
})

const refusals: readonly [line: string, on: readonly string[], why: RegExp | undefined][] = [
  ['a b ben same', [], undefined],
  ['a b ben same second', ['a b ana same'], undefined],
  ['a b ben same second', [], /no first verdict/],
  ['a b ana same second', ['a b ana same'], /ana has judged a and b already/],
  ['a b ben same second', ['a b ana same', 'a b eva same second'], /eva has given the second/],
  ['a b ida same adjudication', ['a b ana same', 'a b eva unsure second'], undefined],
  ['a b ida same adjudication', ['a b ana same'], /no second verdict/],
  ['a b ida same adjudication', [], /no first verdict/],
  ['a b eva same adjudication', ['a b ana same', 'a b eva unsure second'], /a third person decides/],
  [
    'a b ida same adjudication',
    ['a b ana same', 'a b eva unsure second', 'a b ivo different adjudication'],
    /ivo has decided meanwhile: different/,
  ],
]

for (const [line, on, why] of refusals)
  test(`${line}, beside ${on.join('; ') || 'nothing'}`, () => {
    const said = verdict(line, 99)
    const wrong = refuseVerdict(said, said.by, on.map(verdict))
    if (why) assert.match(wrong ?? '', why)
    else assert.equal(wrong, undefined)
  })

/** Two raters, 50 objects, 20 both yes, 15 both no, 5 and 10 apart: kappa .40 (the worked example of Cohen's kappa, 1960, as it is commonly taught). */
test('agreement: the worked example', () => {
  const told = (first: string, second: string, count: number, from: number) =>
    Array.from({ length: count }, (_, i) => [`x y${from + i} ana ${first}`, `x y${from + i} eva ${second} second`]).flat()
  const lines = [
    ...told('same', 'same', 20, 0),
    ...told('same', 'different', 5, 20),
    ...told('different', 'same', 10, 25),
    ...told('different', 'different', 15, 35),
  ]
  const { pairs, same, kappa, alpha } = verdictAgreement(pairsOf(lines.map(verdict)))
  assert.deepEqual([pairs, same, kappa?.toFixed(3)], [50, 35, '0.400'])
  assert.ok(alpha !== undefined && Math.abs(alpha - 0.4) < 0.02, 'close to kappa for two judges and many pairs')
  assert.deepEqual(verdictAgreement([]), { pairs: 0, same: 0 })
})
