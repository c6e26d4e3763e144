import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { boats, engines, ferry, hospital, on, pier, students, talked, unused } from './ledgers.ts'

const written = (printed: string): string => /[0-9a-f]{16}/.exec(printed)?.[0] ?? ''
const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, path, name }) => join(parentPath ?? path, name))
    .sort()
    .map((path) => `${path.slice(folder.length)}\n${readFileSync(path, 'utf8')}`)

for (const engine of engines) {
  const { name, fresh } = engine
  test(`${name}: statements are refused, accepted, added, split and joined, exported, imported, and taken back`, async () => {
    const { text, json } = await talked(engine)
    const before = text('export', '--format', 'json')
    const text2 = json('show', boats).documents[0].id
    const done: string[] = []
    const say = (...args: string[]): string => {
      const printed = text('statement', ...args, '--reason', 'so the text says')
      done.push(written(printed))
      return printed
    }
    assert.match(say('refuse', pier), /^[0-9a-f]{16} written by anna\n$/)
    assert.match(say('accept', students), /^[0-9a-f]{16} written by anna\n$/)
    const one = say('add', text2, '--quote', 'boats  to Mombasa', '--kind', 'report', '--party', 'FR', '--act', 'send')
    assert.match(one, /\n[0-9a-f]{12}-\d+-\d+ · report · FR · send · “boats to Mombasa”\n$/)
    const parts = say(
      'split',
      students,
      '--part',
      'The two sides agreed to send 200 students a year',
      '--part',
      "to each other's universities",
      '--set',
      'topics=education',
    )
    assert.match(
      parts,
      /· commitment, agreed · .* · send · “The two sides agreed to send 200 students a year”\n.*“to each other's universities”\n/,
    )
    assert.match(parts, /\n1 judgement without a statement: see stocktake ledger orphans\n$/)
    assert.match(
      say('join', ferry, hospital, '--force', 'agreed', '--act', 'open'),
      /\n[0-9a-f]{12}-0-\d+ · commitment, agreed · FR, KE · open · “France and Kenya .*Kisumu”\n/s,
    )
    assert.deepEqual(json('ledger', 'verify'), { differences: [] })
    const shown = text('show', text2)
    assert.match(shown, /drawn by anna/)
    const folder = unused('journal')
    text('export', '--journal', folder)
    const other = on(await fresh())
    other.text('import', folder)
    const back = unused('journal')
    other.text('export', '--journal', back)
    assert.deepEqual(files(back), files(folder))
    assert.equal(other.text('export', '--format', 'json'), text('export', '--format', 'json'))
    assert.deepEqual(other.json('ledger', 'verify'), { differences: [] })
    for (const judgement of done.reverse()) text('withdraw', judgement)
    assert.equal(text('export', '--format', 'json'), before)
  })

  test(`${name}: what cannot be said of statements is refused with one line`, async () => {
    const { text, json, refusal } = await talked(engine)
    const document = json('show', boats).documents[0].id
    const gone = written(text('statement', 'refuse', pier, '--reason', 'no promise'))
    const add = ['add', document, '--quote', 'fishing boats']
    for (const [args, message] of [
      [['refuse', pier], `${pier}: was taken away by anna on \\d{4}-\\d\\d-\\d\\d \\(judgement ${gone}: no promise\\)`],
      [['accept', pier], `${pier} was taken away by anna on .*`],
      [['refuse', 'ffffffffffff-0-9'], 'ffffffffffff-0-9: no statement of the ledger has this id; show DOCUMENT lists those of a text'],
      [['add', document, '--kind', 'report'], 'statement add: --quote is missing; give the words of the statement'],
      [add, 'statement add: --kind is missing; one of commitment, proposal, position, report'],
      [[...add, '--kind', 'commitment'], 'statement add: --force is missing; one of binding, agreed, intent, ready, should'],
      [[...add, '--kind', 'report', '--force', 'agreed'], 'statement add: \\d+-\\d+: the force of a report is none'],
      [[...add, '--kind', 'report', '--due', '2030-01-01'], 'statement add: --due: goes with --deadline, the words that set the limit'],
      [
        [...add, '--kind', 'report', '--deadline', 'soon'],
        'statement add: --deadline soon: does not stand in “fishing boats”; give the words as they stand there',
      ],
      [[...add, '--kind', 'report', '--set', 'topics'], 'statement add: --set topics: wants FIELD=VALUE'],
      [[...add, '--kind', 'report', '--set', 'quote=x'], 'statement add: .*field "quote" cannot be corrected.*'],
      [
        ['add', document, '--quote', 'France will send ten fishing boats', '--kind', 'report'],
        `${boats} stands there already: correct it, or name it to be taken away`,
      ],
      [['split', boats, '--part', 'France'], 'statement split: --part is wanted twice at least; one part alone is no split'],
      [
        ['split', boats, '--part', 'France', '--part', 'Spain'],
        `--part "Spain": does not stand in ${boats}; give its words as they stand there`,
      ],
      [['join', boats, hospital], `statement join: ${hospital} is of another text than ${boats}; join statements of one text`],
    ] as const)
      assert.match(refusal('statement', ...args), new RegExp(`^stocktake: ${message}\n$`))
    assert.equal(json('ledger', 'stats').judgements, 1)
  })
}
