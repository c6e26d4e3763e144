import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boats, engines, ferry, ferryAgain, hospital, pier, students, talked } from './ledgers.ts'

type Listed = { id: string; label: string; standing: string; due?: string }

/** Filters, and the undertakings that fit, in their order. */
const lists: readonly (readonly [args: string, ids: readonly string[]])[] = [
  ['--sort first', [ferry, students, hospital, boats, pier]],
  ['--sort first --party KE', [ferry, students, pier]],
  ['--sort first --party KE --party FR', [ferry, students]],
  ['--party FR --counterpart KE --sort first', [ferry, students, boats]],
  ['--party France --counterpart Kenya --sort first', [ferry, students, boats]],
  ['--kind report', [pier]],
  ['--kind report --kind commitment --sort first --limit 2', [ferry, students]],
  ['--force intent --sort first', [hospital, boats]],
  ['--min-force agreed --sort first', [ferry, students]],
  ['--standing overdue', [ferry]],
  ['--standing overdue --as-of 2020-06-01', []],
  ['--standing not-yet-due --as-of 2020-06-01', [ferry]],
  ['--due-before 2020-12-31', [ferry]],
  ['--due-before 2020-12-30', []],
  ['--due-after 2020-12-31', [ferry]],
  ['--due-after 2021-01-01', []],
  ['--text hospital', [hospital]],
  ['--place Mombasa --sort first', [ferry, boats]],
  ['--text giraffe', []],
]

for (const engine of engines) {
  const { name } = engine
  test(`${name}: lists`, async (t) => {
    const { json, text } = await talked(engine)
    for (const [args, ids] of lists)
      await t.test(`ledger ${args}`, () => {
        const { undertakings, total } = json('ledger', ...args.split(' '))
        assert.deepEqual(
          undertakings.map(({ id }: Listed) => id),
          ids,
        )
        if (!args.includes('--limit')) assert.equal(total, ids.length)
      })

    await t.test('pages by --after are the whole list, each once', () => {
      const ids: string[] = []
      let after: string[] = []
      do {
        const page = json('ledger', '--limit', '2', '--sort', 'label', ...after)
        ids.push(...page.undertakings.map(({ id }: Listed) => id))
        after = page.next === undefined ? [] : ['--after', page.next]
      } while (after.length)
      const whole = json('ledger', '--sort', 'label', '--all').undertakings.map(({ id }: Listed) => id)
      assert.deepEqual(ids, whole)
      assert.equal(new Set(ids).size, 5)
    })

    await t.test('the view', () => {
      const printed = text('ledger', '--standing', 'overdue', '--width', '100')
      assert.equal(
        printed,
        `  ● agreed    France and Kenya agreed to open a ferry line for passengers and freight between Nice
              and Mombasa by the end of 2020
              FR, KE · ! overdue · 3 wordings in 3 texts · 2019-03-04 to 2022-07-04 · due 2020-12-31
              ${ferry}

1 undertaking, position or report
`,
      )
      assert.match(text('ledger', '--kind', 'commitment', '--limit', '1'), /^1 of \d+ commitments · more/m)
      // the ferry was last agreed on 4 July 2022: on the day asked for that has not been said yet
      const early = text('ledger', '--standing', 'not-yet-due', '--as-of', '2020-06-01', '--width', '200')
      assert.match(early, / · 2019-03-04 to 2022-07-04 · agreed from 2022-07-04 on, after 2020-06-01 · due/)
      assert.doesNotMatch(text('ledger', '--standing', 'overdue', '--as-of', '2022-07-04'), / on, after /)
      assert.equal(text('ledger', '--text', 'giraffe'), 'nothing fits\n')
      assert.match(text('ledger', '--limit', '2'), /^2 of 5 undertakings, positions and reports · more with --after \S+$/m)
    })

    await t.test('CSV', () => {
      const rows = text('ledger', '--csv', '--sort', 'first').split('\r\n')
      assert.equal(
        rows[0],
        'id,label,kind,force,parties,standing,first,last,due,statements,documents,evidence,scores,topics,mechanisms,programme,direction',
      )
      assert.equal(rows.length, 7)
      assert.match(
        rows[1] as string,
        new RegExp(`^${ferry},France and Kenya agreed .*,commitment,agreed,FR; KE,overdue,2019-03-04,2022-07-04,2020-12-31,3,3,0,0,`),
      )
    })

    await t.test('a row has the fields that the page describes, and no other', () => {
      const page = json('ledger', '--all')
      assert.deepEqual(Object.keys(page), ['undertakings', 'total', 'more'])
      const known =
        'id label kind force parties topics mechanisms places programme direction first last due standing statements documents evidence scores'.split(
          ' ',
        )
      for (const row of page.undertakings) for (const key of Object.keys(row)) assert.ok(known.includes(key), key)
    })

    await t.test('what is in it, and whether it is sound', () => {
      const { documents, texts, statements, undertakings, judgements } = json('ledger', 'stats')
      assert.deepEqual([documents, texts, statements, undertakings, judgements], [3, 3, 8, 5, 0])
      assert.match(text('ledger', 'stats'), /^ {9}3 {2}documents$/m)
      assert.deepEqual(json('ledger', 'verify'), { differences: [] })
      assert.deepEqual(json('ledger', 'reread').texts, 0)
      assert.equal(text('ledger', 'reread'), 'every text was read with the lexicon of today\n')
      assert.deepEqual(json('ledger', 'orphans'), { judgements: [] })
      assert.equal(text('ledger', 'orphans'), 'no judgement is orphaned\n')
    })

    await t.test('search', () => {
      const { hits } = json('search', 'fishing', 'boats')
      const statement = hits.find(({ kind }: { kind: string }) => kind === 'statement')
      assert.deepEqual(
        [statement.node, statement.quote, statement.document.date],
        [boats, 'France will send ten fishing boats to Mombasa', '2021-05-06'],
      )
      const printed = text('search', 'fishing boats', '--width', '100')
      assert.match(
        printed,
        /^ {2}Second joint statement of France and Kenya, Test Office, 2021-05-06\n {4}“France will send ten fishing boats to Mombasa”\n {4}FR · commitment, intent · [0-9a-f]{12}-\d+-\d+$/m,
      )
    })
  })

  test(`${name}: search that finds nothing says so and exits 1`, async () => {
    const { call } = await talked(engine)
    const { status, stdout, stderr } = call(['search', 'giraffe'])
    assert.deepEqual([status, stdout, stderr], [1, 'nothing found: all words must stand in one statement, text or note; try fewer\n', ''])
  })

  test(`${name}: show`, async () => {
    const { json, text, refusal } = await talked(engine)
    const file = json('show', ferry)
    assert.deepEqual(Object.keys(file).sort(), [
      'assessment',
      'documents',
      'evidence',
      'guidelines',
      'judgements',
      'life',
      'scores',
      'searches',
      'series',
      'undertaking',
    ])
    assert.deepEqual(
      file.undertaking.members.map(({ relation, date }: { relation: string; date: string }) => [date, relation]),
      [
        ['2019-03-04', 'new'],
        ['2021-05-06', 'repeats'],
        ['2022-07-04', 'reports-done'],
      ],
    )
    assert.equal(json('show', ferryAgain).undertaking.id, ferry, 'any statement leads to its undertaking')
    assert.equal(json('show', ferry.slice(0, 14)).undertaking.id, ferry, 'the beginning of an id is enough')
    const printed = text('show', ferry, '--width', '100')
    for (const part of [
      `${ferry} · FR, KE · commitment`,
      '! overdue: ',
      '  agreed   │●          ●\n           └2019-03-04 2021-05-06',
      'changed: when by the end of 2020 → by the end of 2022',
      '✓ reports done',
      'linked by stocktake at ',
    ])
      assert.ok(printed.includes(part), `${part}\nis not in\n${printed}`)
    const { id } = file.documents[0]
    assert.match(text('show', id), /^3 statements$/m)
    assert.deepEqual(Object.keys(json('show', id)), ['document', 'original', 'statements'])
    assert.equal(
      refusal('show', 'nonesuch'),
      'stocktake: nonesuch: nothing in the ledger has this id; stocktake ledger and stocktake search show ids\n',
    )
  })
}
