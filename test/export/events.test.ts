import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { codesOf } from '../../src/export/events/codes.ts'
import { eventsOf } from '../../src/export/events/event.ts'
import { ploverOf } from '../../src/export/events/plover.ts'
import { read } from '../../src/index.ts'
import type { Row } from '../../src/lexicon/lexicon.ts'
import { parseTable } from '../../src/lexicon/parse.ts'
import type { Force, Kind, Statement } from '../../src/model.ts'
import { load, whole } from './ledger.ts'
import { ledgers } from './ledgers.ts'

const table = (name: string): Row[] => parseTable(name, readFileSync(`lexicon/en/${name}.tsv`, 'utf8'))
const cells = (row: Row, column: string): string[] => (row[column] ? row[column].split('|') : [])
const acts = table('eventacts')
const codes = table('eventcodes')
const klassOf = (row: Row): string => (row['id'] as string).replace(/-\d+$/, '')

/** Modes and contexts by the codebook of PLOVER 0.8. */
const modes: Readonly<Record<string, readonly string[]>> = {
  AGREE: [],
  CONSULT: ['visit', 'third-party', 'multilateral', 'phone'],
  SUPPORT: [],
  CONCEDE: [],
  COOPERATE: [],
  AID: [],
  RETREAT: ['withdraw', 'release', 'return', 'disarm', 'ceasefire', 'access', 'resign'],
  REQUEST: ['assist', 'change', 'yield', 'meet'],
  ACCUSE: ['disapprove', 'investigate', 'allege'],
  REJECT: ['assist', 'change', 'yield', 'meet'],
  THREATEN: ['restrict', 'ban', 'arrest', 'relations', 'expel', 'territory', 'violence'],
  SANCTION: ['convict', 'expel', 'withdraw', 'discontinue'],
  COERCE: ['confiscate', 'restrict', 'ban', 'censor', 'curfew', 'martial-law', 'arrest', 'deport', 'withhold'],
}
const contexts =
  'political military intelligence peacekeeping economic diplomatic resource culture disease enviro_disaster migration humanitarian legal human_rights rights_freedoms'.split(
    ' ',
  )
/** Leaves and roots of CAMEO that a statement can be given, as `first..last` of the last digit. */
const leaves =
  '010..9 020..8 0211..4 0231..4 0241..4 0251..6 030..9 0311..4 0331..4 0341..4 0351..6 040..6 050..7 060..4 070..5 080..4 0811..4 0831..4 0841..2 085..7 0861..3 0871..4 100..8 110..6 120..9 1211..4 1221..4 1231..4 1241..6 130..9 1311..3 1321..4 1381..5 160..6 170..5 190..6'
    .split(' ')
    .flatMap((range) => {
      const [first = '', last = ''] = range.split('..')
      return Array.from({ length: Number(last) - Number(first.at(-1)) + 1 }, (_, i) => first.slice(0, -1) + (Number(first.at(-1)) + i))
    })
/** The types of PLOVER that stand for a root of CAMEO, by the published conversion. */
const typesOf: Readonly<Record<string, readonly string[]>> = {
  '01': [''],
  '02': ['REQUEST'],
  '03': ['AGREE', 'CONCEDE'],
  '04': ['CONSULT'],
  '05': ['SUPPORT', 'CONCEDE'],
  '06': ['COOPERATE'],
  '07': ['AID'],
  '08': ['CONCEDE', 'RETREAT'],
  '10': ['REQUEST'],
  '11': ['ACCUSE'],
  '12': ['REJECT'],
  '13': ['THREATEN'],
  '16': ['SANCTION', 'COERCE'],
  '17': ['COERCE'],
  '19': ['COERCE'],
}

test('every code is one of the schemes, and the two agree', () => {
  for (const row of codes) {
    const { id, plover = '', mode = '', cameo = '' } = row
    assert.ok(cameo === '' || leaves.includes(cameo), `${id}: ${cameo}`)
    assert.ok((typesOf[cameo.slice(0, 2)] ?? []).includes(plover) || (plover === 'SUPPORT' && cameo === '056'), `${id}: ${plover} ${cameo}`)
    assert.ok(mode === '' || modes[plover]?.includes(mode), `${id}: ${plover} ${mode}`)
  }
  for (const { id, context = '' } of table('eventcontexts')) assert.ok(contexts.includes(context), id)
})

const statement = (kind: Kind, force: Force, act: string, quote: string, more: Partial<Statement> = {}): Statement => ({
  ...{ id: 'x', span: { from: 0, to: 1 }, quote, kind, force, parties: ['R'], addressees: [], act, aspect: 'new' },
  ...{ mechanisms: [], places: [], topics: [], precision: 0, grounds: { kind: { basis: 'stated', rule: 'frame/x', spans: [] } } },
  ...more,
})

for (const row of codes)
  test(`a statement can come to the row ${row['id']}`, () => {
    const klass = row['class'] as string
    const found = (
      klass === '*' ? [{ id: '', forms: 'fly' }] : acts.filter((act) => klassOf(act) === klass || klassOf(act).startsWith(`${klass}-`))
    ).some((act) => {
      const topics = cells(act as Row, 'topics')
      const kind = cells(row, 'kind')[0] as Kind
      const forces = { commitment: 'intent', proposal: 'should', position: 'none', report: 'none' } as const
      const force = (cells(row, 'force')[0] ?? forces[kind]) as Force
      const made = statement(kind, force, cells(act as Row, 'forms')[0] ?? '', cells(act as Row, 'with')[0] ?? '', {
        topics: topics.slice(0, 1),
        ...(row['negated'] === 'yes' ? { negated: true } : {}),
        grounds: { kind: { basis: 'stated', rule: `frame/${cells(row, 'rule')[0] ?? 'x'}`, spans: [] } },
      })
      const { plover, mode, cameo, note } = codesOf(made)
      return [plover, mode, cameo, note].join() === [row['plover'], row['mode'], row['cameo'], row['open']].join()
    })
    assert.ok(found, 'an earlier row takes all that would come to it, or its class has no act')
  })

for (const row of acts)
  test(`act ${row['id']}: ${row['example']}`, () => {
    const text = (row['example'] as string).replace(/\bR\b/g, 'France').replace(/\bZ\b/g, 'Japan').replace(/\bY\b/g, 'Chile')
    const classes = read({ text, language: 'en' }).statements.map((s) => codesOf(s).act)
    assert.ok(classes.includes(klassOf(row)), `read as ${classes.join(', ') || 'nothing'}`)
  })

const table12: readonly (readonly [text: string, plover: string, cameo: string])[] = [
  ['China provided vaccine assistance to Kazakhstan.', 'AID', '073'],
  ['China will provide vaccine assistance to Kazakhstan.', 'AGREE', '0333'],
  ['China is willing to continue providing vaccine assistance to Kazakhstan.', 'AGREE', '0333'],
  ['China agreed to provide vaccine assistance to Kazakhstan.', 'AGREE', '0333'],
  ['China and Kazakhstan will deepen cooperation.', 'AGREE', '031'],
  ['China and Kazakhstan agreed to set up consulates general in two cities.', 'AGREE', '032'],
  ['Both countries have agreed to resume flights.', 'AGREE', '0311'],
  ['Kazakhstan supports the Global Development Initiative.', 'SUPPORT', '051'],
  ["China welcomes Kazakhstan's participation in the fair.", 'SUPPORT', '051'],
  ['France will impose sanctions on Japan.', 'THREATEN', '1312'],
  ['France will not share intelligence with Japan.', 'REJECT', '1214'],
  ['France will not attack Japan.', 'CONCEDE', '035'],
  ['France condemned the attack.', 'ACCUSE', '111'],
  ['The ministers of France and Japan met in Nice.', 'CONSULT', '040'],
  ['France did not provide vaccines to Japan.', '', ''],
  ['France will glaze the bridge.', '', ''],
  ['France pledged to glaze the bridge.', 'AGREE', '030'],
  ['France urged Japan to release the crew.', 'REQUEST', '0253'],
]
for (const [text, plover, cameo] of table12)
  test(`codes of: ${text}`, () => {
    const all = read({ text, language: 'en' }).statements.map(codesOf)
    assert.ok(
      all.length ? all.some((found) => found.plover === plover && found.cameo === cameo) : plover === '',
      JSON.stringify(all.map((found) => [found.plover, found.cameo, found.act, found.note])),
    )
  })

test('who asks is the source, who is asked the target; one that hosts is the target of PLOVER', async () => {
  const dump = load('port-and-boats')
  const [undertaking] = dump.undertakings
  const [member] = undertaking?.members ?? []
  const made = async (fields: Partial<Statement>) => {
    const one = { ...member, statement: { ...member?.statement, proposers: [], ...fields } }
    const ledger = { ...dump, undertakings: [{ ...undertaking, members: [one] }] as never }
    const events = []
    for await (const event of eventsOf(ledger)) events.push([event.source.join(), event.target.join()])
    return { event: events[0], record: JSON.parse(await whole(ploverOf(ledger))) }
  }
  const proposal = { kind: 'proposal', parties: ['Z'], proposers: ['R'], addressees: ['Y'] } as const
  assert.deepEqual((await made(proposal)).event, ['R', 'Z'])
  assert.deepEqual((await made({ ...proposal, parties: ['R', 'Z'] })).event, ['R', 'Z'])
  assert.deepEqual((await made({ ...proposal, parties: ['R', 'Z'], proposers: ['R', 'Z'] })).event, ['R,Z', ''])
  assert.deepEqual((await made({ ...proposal, proposers: ['R', 'Z'] })).event, ['R', 'Z'])
  const hosted = { kind: 'report', force: 'none', act: 'host', parties: ['FR'], addressees: ['JP', 'SCO'] } as const
  const { record } = await made(hosted)
  assert.deepEqual([record.event, record.mode], [['CONSULT'], ['visit']])
  assert.deepEqual(record.source, [
    { code: 'JPN', text: 'JP' },
    { code: 'IGO', text: 'SCO' },
  ])
  assert.deepEqual(record.recipient, [{ code: 'FRA', text: 'FR' }])
  const nobody = (await made({ ...hosted, parties: [] })).record
  assert.deepEqual([nobody.has_event, nobody.event, nobody.not_coded], [false, [], ['the text does not say who acts']])
})

/** The names that PLOVER's table of JSON fields has, those that it proposes for what was not coded, and ours, under one name. */
const fields = 'id has_event not_coded date source recipient event mode context event_text text coder comment stocktake'.split(' ')
for (const [name, dump] of ledgers)
  test(`plover of ${name}: one record for each wording that is no copy, coded or with its reason`, async () => {
    const lines = (await whole(ploverOf(dump))).trimEnd().split('\n')
    const wordings = dump.undertakings.flatMap(({ members }) => members.filter(({ witnessOf }) => !witnessOf))
    assert.equal(lines.length, wordings.length)
    for (const line of lines) {
      const record = JSON.parse(line)
      for (const key of Object.keys(record)) assert.ok(fields.includes(key), key)
      assert.equal(record.has_event, record.event.length === 1)
      assert.ok(record.date === undefined || new Date(record.date).toISOString().startsWith(record.date), line)
      assert.equal(record.has_event, !record.not_coded)
      if (record.has_event) assert.ok(record.event[0] in modes && record.source.length > 0, line)
      for (const mode of record.mode) assert.ok(modes[record.event[0]]?.includes(mode), line)
      for (const context of record.context) assert.ok(contexts.includes(context), line)
    }
  })
