import assert from 'node:assert/strict'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { run } from '../run.ts'
import { engines, ferry, ferryAgain, folderOf, on, talked, unused } from './ledgers.ts'

/** Calls that are wrong whatever the ledger holds, and the line that says so. */
const wrong: readonly (readonly [args: readonly string[], message: string])[] = [
  [['add'], 'add: nothing named; name text files or folders, or - for standard input'],
  [['add', '--date', 'today', 'x'], 'add: --date today: is no date; write it like 2022-06-07'],
  [['ledger', '--sort', 'size'], 'ledger: --sort size: is unknown; use one of last, first, due, label, statements, force'],
  [['ledger', '--limit', '0'], 'ledger: --limit 0: is no count; give a whole number from 1 to 100000'],
  [
    ['ledger', '--force', 'should', '--min-force', 'agreed'],
    'ledger: --force should and --min-force agreed: nothing can be both; give one',
  ],
  [['ledger', 'verfiy'], 'ledger: verfiy: is one word too many; see stocktake ledger --help'],
  [['show'], 'show: something is missing; write: stocktake show ID'],
  [['search', ' '], 'search: no word given; say what to look for'],
  [['link', 'a', 'b'], 'link: wants one of --same, --different, --unsure'],
  [['link', 'a', 'b', '--same', '--unsure'], 'link: wants one of --same, --different, --unsure'],
  [['link', 'a', 'b', '--unsure', '--relation', 'adds'], 'link: --relation: goes with --same'],
  [['link', 'a', '--same'], 'link: something is missing; write: stocktake link A B --same | --different | --unsure'],
  [['evidence'], 'evidence: wants one of add, none, list; see stocktake evidence --help'],
  [['evidence', 'drop'], 'evidence: drop: is unknown; use one of add, none, list'],
  [['evidence', 'add', 'a'], 'evidence add: --shows is missing; one of delivers, progress, restates, contradicts'],
  [['evidence', 'none', 'a'], 'evidence none: --query is missing; say where was looked for what'],
  [['score', 'guideline', 'a', '--full', 'x'], 'score guideline: --partial is missing; say what counts as full, partial and none'],
  [['series', 'new', 'a', '--label', 'x'], 'series new: --unit is missing; see stocktake series new --help'],
  [['series', 'add', 'a', '--period', '2022'], 'series add: --value is missing; see stocktake series add --help'],
  [['series', 'add', 'a', '--period', '2022', '--value', 'ten'], 'series add: --value ten: is no number; write it like 1250 or 31.2'],
  [['series', 'target', 'a', 'b'], 'series target: --value is missing; see stocktake series target --help'],
  [['export'], 'export: wants one of --format and --journal'],
  [['import', '/nonesuch'], '/nonesuch: is no folder; name one that stocktake export --journal wrote'],
]
for (const [args, message] of wrong)
  test(`refused: ${args.join(' ')}`, () => {
    const { status, stdout, stderr } = run(args, '', { STOCKTAKE_LEDGER: '/nonesuch/stocktake.db' })
    assert.deepEqual([status, stdout, stderr], [2, '', `stocktake: ${message}\n`])
  })

const groups = ['ledger', 'link', 'evidence', 'score', 'series']
test('--help of every verb, of every verb under it, and of the whole', () => {
  const overview = run(['--help']).stdout
  const verbs = [...overview.matchAll(/^ {2}stocktake ([a-z]+)/gm)].map(([, verb]) => verb as string)
  assert.ok(verbs.length >= 13)
  for (const verb of verbs) {
    const { status, stdout } = run([verb, '--help'])
    assert.equal(status, 0, verb)
    assert.match(stdout, new RegExp(`^stocktake ${verb}`))
    const under = groups.includes(verb)
      ? [...stdout.matchAll(new RegExp(`^stocktake ${verb} ([a-z]+) `, 'gm'))].map(([, name]) => name as string)
      : []
    for (const name of under) assert.match(run([verb, name, '--help']).stdout, new RegExp(`^stocktake ${verb} ${name}\\b`))
    if (groups.includes(verb)) assert.ok(under.length >= 2, verb)
  }
})

/** Verbs that open a ledger and must say that there is none. */
const opening: readonly (readonly string[])[] = [
  ['ledger'],
  ['ledger', 'verify'],
  ['show', 'a'],
  ['search', 'a'],
  ['review'],
  ['link', 'a', 'b', '--same'],
  ['evidence', 'list', 'a'],
  ['score', 'summary'],
  ['series', 'list'],
  ['withdraw', 'abcdef'],
  ['export', '--format', 'json'],
]
test('a ledger that is not there', () => {
  const place = unused('none.db')
  for (const args of opening) {
    const { status, stdout, stderr } = on(place).call(args)
    assert.deepEqual([status, stdout], [2, ''], args.join(' '))
    assert.match(stderr, /^stocktake: .*none\.db does not exist; .*\n$/)
  }
})

test('a file that is no ledger is left as it is', async () => {
  const folder = folderOf({
    'notes.txt': 'Not a ledger, but long enough to look like some file of somebody.'.repeat(20),
    'a.txt': 'France will open a port.',
  })
  const { call } = on(join(folder, 'notes.txt'))
  for (const args of [...opening, ['add', join(folder, 'a.txt')]]) {
    const { status, stderr } = call(args)
    assert.equal(status, 2, args.join(' '))
    assert.match(stderr, /^stocktake: .*notes\.txt is not a ledger; name another file with --ledger\n$/)
  }
})

test('an address where no server is', () => {
  const { status, stderr } = on('postgres://nobody:secret@127.0.0.1:1/none').call(['ledger'])
  assert.equal(status, 2)
  assert.match(stderr, /^stocktake: postgres:\/\/nobody@127\.0\.0\.1:1\/none cannot be reached; .*\n$/)
})

test('a ledger that may only be read is shown, and judged in vain', {
  skip: process.getuid?.() === 0 ? 'root may write everything' : false,
}, async () => {
  const { ledger, text, refusal } = await talked(engines[0] as (typeof engines)[0])
  chmodSync(ledger, 0o444)
  assert.match(text('ledger'), /5 undertakings/)
  assert.match(refusal('link', ferry, ferryAgain, '--different'), /can only be read; check its permissions\n$/)
})

for (const engine of engines)
  test(`${engine.name}: ids that lead nowhere, or to several`, async () => {
    const { refusal } = await talked(engine)
    assert.match(refusal('link', ferry, 'nonesuch', '--same'), /^stocktake: nonesuch is neither a statement nor an entry of this ledger\n$/)
    assert.match(refusal('link', 'explain', ferry, ferry), /: are the same, .*; name two\n$/)
    assert.match(refusal('withdraw', 'abcdef0123'), /^stocktake: there is no judgement abcdef0123 in the journal\n$/)
    assert.match(refusal('show', ferry.slice(0, 12)), /^stocktake: [0-9a-f]{12} .*several.*\n$/)
    assert.match(refusal('evidence', 'list', 'nonesuch'), /^stocktake: nonesuch: nothing in the ledger has this id; /)
  })

test('STOCKTAKE_LEDGER, --ledger wins over it', async () => {
  const folder = folderOf({ 'a.txt': 'France will open a port.' })
  const [one, other] = [join(folder, 'one.db'), join(folder, 'other.db')]
  writeFileSync(join(folder, 'b.txt'), 'Kenya agreed to buy rice.')
  assert.equal(run(['add', join(folder, 'a.txt'), '--brief'], '', { STOCKTAKE_LEDGER: one }).status, 0)
  assert.equal(run(['add', join(folder, 'b.txt'), '--brief', '--ledger', other], '', { STOCKTAKE_LEDGER: one }).status, 0)
  assert.match(run(['ledger', '--ledger', one]).stdout, /^1 undertaking, position or report$/m)
  assert.match(run(['search', 'rice'], '', { STOCKTAKE_LEDGER: other }).stdout, /rice/)
})
