import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Judgement, JudgementBody } from '../../src/ledger/nouns.ts'
import { authorOf, planLoad } from '../../src/programme/plan.ts'

const name = 'r-z'
const evidence = (what: string): JudgementBody => ({
  type: 'evidence',
  on: 'r-z/fair',
  shows: 'progress',
  certainty: 'high',
  page: { paraphrase: what },
})
const written = (body: JudgementBody, by: string, at: string): Judgement =>
  ({
    id: createHash('sha256')
      .update(JSON.stringify([body, by, at]))
      .digest('hex')
      .slice(0, 16),
    at,
    by,
    ...body,
  }) as Judgement

/** The journal after loading `rows`: as a store does it, which writes no id twice. */
function load(journal: readonly Judgement[], rows: readonly string[], at: string): Judgement[] {
  const plan = planLoad(journal, { name, judgements: rows.map(evidence) })
  const bodies = [...plan.append, ...plan.withdraw.map((of): JudgementBody => ({ type: 'withdrawal', of }))]
  const added = bodies.map((body) => written(body, authorOf(name), at))
  const held = new Set(journal.map(({ id }) => id))
  return [...journal, ...added.filter(({ id }) => !held.has(id))]
}

/** What counts: the rows that no withdrawal in force takes back. */
function counts(journal: readonly Judgement[]): string[] {
  const gone = new Set<string>()
  for (const judgement of journal.toReversed()) if (judgement.type === 'withdrawal' && !gone.has(judgement.id)) gone.add(judgement.of)
  return journal.flatMap((j) => (j.type === 'evidence' && !gone.has(j.id) ? [j.page?.paraphrase ?? ''] : [])).sort()
}

test('loading twice appends nothing', () => {
  const once = load([], ['a', 'b'], '2030')
  assert.equal(once.length, 2)
  assert.deepEqual(load(once, ['a', 'b'], '2030'), once)
  assert.deepEqual(load(once, ['b', 'a'], '2031'), once, 'not even with another day of compiling')
})

test('a changed row is appended and its old form withdrawn; a row that comes back counts again', () => {
  const first = load([], ['a', 'b'], '2030')
  const second = load(first, ['a', 'c'], '2031')
  assert.deepEqual(counts(second), ['a', 'c'])
  assert.deepEqual(counts(load(second, ['a', 'b'], '2031')), ['a', 'b'])
})

test('what a person withdrew stays withdrawn, whatever is loaded later', () => {
  const first = load([], ['a', 'b'], '2030')
  const withdrawn = [...first, written({ type: 'withdrawal', of: (first[0] as Judgement).id }, 'anna', '2030')]
  assert.deepEqual(counts(load(withdrawn, ['a', 'b'], '2031')), ['b'])
})

test("what others wrote is left alone, though it says the same as the programme's row", () => {
  const journal = [written(evidence('a'), 'anna', '2030')]
  assert.deepEqual(counts(load(journal, ['b'], '2030')), ['a', 'b'])
  assert.deepEqual(counts(load(journal, ['a'], '2030')), ['a', 'a'])
})

test('after any history of loads the rows of the last one count, each once', () => {
  const rows = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
  fc.assert(
    fc.property(fc.array(rows, { minLength: 1, maxLength: 6 }), (history) => {
      let journal: Judgement[] = []
      for (const [i, state] of history.entries()) journal = load(journal, state, `20${30 + i}`)
      assert.deepEqual(counts(journal), [...(history.at(-1) as string[])].sort())
    }),
  )
})
