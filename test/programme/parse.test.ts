import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseProgramme } from '../../src/programme/parse.ts'
import { tables } from '../../src/programme/tables.ts'
import { templateOf } from '../../src/programme/template.ts'

/** A small programme of two invented promises, every table in it. */
const base: Readonly<Record<string, string>> = {
  programme: 'id\tvalue\nname\tr-z\ntitle\tR and Z\nparties\tCN|KZ\ndate\t2030-01-31\ncompiled\t2031-12-31\n',
  directions: 'id\tlabel\ntrade\tTrade\n',
  mechanisms: 'id\tname\taliases\tnative\nbridge\tBlue Bridge\tThe Bridge\tru:Мост|zh:桥\n',
  entries:
    'id\tdirection\tkind\tforce\tparties\tlabel\talso\tmechanisms\tplaces\tdate\tdue\n' +
    'fair\ttrade\tcommitment\tagreed\tCN|KZ\tHold a fair\tyearly fair\t\tOsh\t\t2031-06-30\n' +
    'open\ttrade\tcommitment\tintent\tKZ\tOpen the bridge\tcrossing\tbridge\t\t2030-02\t\n',
  evidence:
    'on\tdate\tshows\tcertainty\tparaphrase\turl\tunverified\nfair\t2030-05\tdelivers\thigh\tA fair was held.\thttps://example.org/fair\t\nopen\t2031\tprogress\tlow\tPiers stand.\thttps://example.org/piers\tyes\n',
  searches: 'on\tparty\tquery\twhere\tuntil\nopen\tKZ\tan opening\tarchive A|archive B\t2031-12-31\n',
  series: 'id\tlabel\tunit\tmeasure\nvisitors\tVisitors\tpersons\tflow\n',
  observations:
    'series\tperiod\tvalue\tqualifier\trival\turl\tnote\nvisitors\t2030\t1200.5\trounded\t\thttps://example.org/v\t\nvisitors\t2030\t900\t\tyes\thttps://example.org/w\tOther count.\n',
  targets: 'on\tseries\tdirection\tvalue\tuntil\tfrom\tset-by\nfair\tvisitors\tat-least\t2000\t2032\t2030\tthe fair itself\n',
  sources: 'id\tdate\ttitle\turl\tparties\nnote\t2030-01-31\tA note\thttps://example.org/note\tCN|KZ\n',
}
const filesWith = (changed: Readonly<Record<string, string | undefined>>): Map<string, string> =>
  new Map(Object.entries({ ...base, ...changed }).flatMap(([name, text]) => (text === undefined ? [] : [[`${name}.tsv`, text]])))

test('every table becomes judgements, in an order that does not depend on that of the files', () => {
  const files = filesWith({})
  const parsed = parseProgramme(files)
  assert.deepEqual(parsed.problems, [])
  assert.deepEqual([parsed.name, parsed.compiled], ['r-z', '2031-12-31'])
  assert.deepEqual(parsed.judgements, [
    {
      type: 'programme',
      programme: {
        name: 'r-z',
        title: 'R and Z',
        parties: ['CN', 'KZ'],
        date: '2030-01-31',
        compiled: '2031-12-31',
        directions: [{ id: 'trade', label: 'Trade' }],
        mechanisms: [{ id: 'bridge', name: 'Blue Bridge', aliases: ['The Bridge', 'Мост', '桥'] }],
        sources: [{ id: 'note', title: 'A note', date: '2030-01-31', url: 'https://example.org/note', parties: ['CN', 'KZ'] }],
      },
    },
    {
      type: 'entry',
      entry: {
        id: 'r-z/fair',
        programme: 'r-z',
        direction: 'trade',
        label: 'Hold a fair',
        kind: 'commitment',
        force: 'agreed',
        parties: ['CN', 'KZ'],
        date: '2030-01-31',
        mechanisms: [],
        places: ['Osh'],
        also: ['yearly fair'],
        due: '2031-06-30',
      },
    },
    {
      type: 'entry',
      entry: {
        id: 'r-z/open',
        programme: 'r-z',
        direction: 'trade',
        label: 'Open the bridge',
        kind: 'commitment',
        force: 'intent',
        parties: ['KZ'],
        date: '2030-02',
        mechanisms: ['Blue Bridge'],
        places: [],
        also: ['crossing', 'The Bridge', 'Мост', '桥'],
      },
    },
    {
      type: 'series',
      series: { id: 'r-z/visitors', label: 'Visitors', unit: 'persons', programme: 'r-z', measure: 'flow' },
    },
    {
      type: 'observation',
      series: 'r-z/visitors',
      period: '2030',
      value: 1200.5,
      page: { url: 'https://example.org/v', paraphrase: '1200.5 persons for 2030' },
      qualifier: 'rounded',
    },
    {
      type: 'observation',
      series: 'r-z/visitors',
      period: '2030',
      value: 900,
      page: { url: 'https://example.org/w', paraphrase: '900 persons for 2030' },
      rival: true,
      note: 'Other count.',
    },
    {
      type: 'target',
      on: 'r-z/fair',
      series: 'r-z/visitors',
      value: 2000,
      direction: 'at-least',
      until: '2032',
      from: '2030',
      setBy: 'the fair itself',
    },
    {
      type: 'evidence',
      on: 'r-z/fair',
      shows: 'delivers',
      certainty: 'high',
      date: '2030-05',
      page: { url: 'https://example.org/fair', paraphrase: 'A fair was held.' },
    },
    {
      type: 'evidence',
      on: 'r-z/open',
      shows: 'progress',
      certainty: 'low',
      date: '2031',
      page: { url: 'https://example.org/piers', paraphrase: 'Piers stand.' },
      unverified: true,
    },
    {
      type: 'search',
      on: 'r-z/open',
      party: 'KZ',
      where: ['archive A', 'archive B'],
      query: 'an opening',
      until: '2031-12-31',
    },
  ])
  assert.deepEqual(parseProgramme(new Map([...files].reverse())).judgements, parsed.judgements)
})

test('what a spreadsheet does to a table changes nothing: a byte order mark, CR LF, tabs at the end left out, empty rows', () => {
  const saved = new Map(
    [...filesWith({})].map(([name, text]) => [name, `\ufeff${text.replaceAll('\n', '\r\n').replaceAll(/\t+\r/g, '\r')}\t\t\r\n\r\n`]),
  )
  assert.deepEqual(parseProgramme(saved), parseProgramme(filesWith({})))
})

/** A table, what stands in it in place of something else, and the one line that it must give. */
const mistakes: [what: string, table: string, from: string, to: string, problem: string][] = [
  [
    'a direction',
    'entries',
    'fair\ttrade',
    'fair\ttrdae',
    'entries.tsv line 2 (fair): unknown direction trdae; give it a row in directions.tsv',
  ],
  [
    'a near direction',
    'entries',
    'fair\ttrade',
    'fair\ttrades',
    'entries.tsv line 2 (fair): unknown direction trades; did you mean trade?',
  ],
  [
    'a mechanism',
    'entries',
    'crossing\tbridge',
    'crossing\ttunnel',
    'entries.tsv line 3 (open): unknown mechanism tunnel; give it a row in mechanisms.tsv',
  ],
  [
    'an entry of evidence',
    'evidence',
    'fair\t2030',
    'fear\t2030',
    'evidence.tsv line 2 (fear): unknown entry fear; give it a row in entries.tsv',
  ],
  [
    'an entry of a search',
    'searches',
    'open\tKZ',
    'opne\tKZ',
    'searches.tsv line 2 (opne): unknown entry opne; give it a row in entries.tsv',
  ],
  [
    'a series',
    'observations',
    'visitors\t2030\t900',
    'visits\t2030\t900',
    'observations.tsv line 3 (visits): unknown series visits; did you mean visitors?',
  ],
  [
    'a party',
    'entries',
    'agreed\tCN|KZ',
    'agreed\tCN|QQ',
    'entries.tsv line 2 (fair): parties: QQ is no party; use the two letters of ISO 3166 or the acronym of a body in lexicon/en/bodies.tsv',
  ],
  ['a party twice', 'entries', 'agreed\tCN|KZ', 'agreed\tCN|CN', 'entries.tsv line 2 (fair): parties: CN stands there twice; take one out'],
  [
    'an empty value',
    'entries',
    'agreed\tCN|KZ',
    'agreed\tCN||KZ',
    'entries.tsv line 2 (fair): parties: empty value or stray space in a list; write a|b|c',
  ],
  [
    'a kind',
    'entries',
    'commitment\tagreed',
    'promise\tagreed',
    'entries.tsv line 2 (fair): kind: unknown value promise; use one of commitment, proposal, position, report',
  ],
  [
    'a date',
    'evidence',
    '2030-05\t',
    '2030-13\t',
    'evidence.tsv line 2 (fair): date: 2030-13 is no date; write 2022, 2022-06 or 2022-06-07',
  ],
  ['a day', 'entries', '2031-06-30', '2031-06-31', 'entries.tsv line 2 (fair): due: 2031-06-31 is no day; write it as 2022-06-07'],
  [
    'evidence from after the compiling',
    'evidence',
    '2031\tprogress',
    '2032\tprogress',
    'evidence.tsv line 3 (open): is after 2031-12-31, the day of compiling; move that day in programme.tsv',
  ],
  [
    'a period',
    'observations',
    '2030\t900',
    '2030-Q5\t900',
    'observations.tsv line 3 (visitors): period: 2030-Q5 is no period; write 2022, 2022-H1, 2022-Q1, 2022-06, 2022-06-07 or 2022-01..2022-07',
  ],
  [
    'a number',
    'observations',
    '1200.5',
    '1,200',
    'observations.tsv line 2 (visitors): value: 1,200 is no number; write digits with a point before decimals and nothing else',
  ],
  [
    'a second value',
    'observations',
    '900\t\tyes',
    '900\t\t',
    'observations.tsv line 3 (visitors): another value of that period stands in line 2 too; take one out',
  ],
  [
    'a value without a source',
    'observations',
    'https://example.org/v',
    '',
    'observations.tsv line 2 (visitors): neither url nor publisher; say where it was found, or put unverified under qualifier',
  ],
  [
    'evidence without a source',
    'evidence',
    'https://example.org/fair',
    '',
    'evidence.tsv line 2 (fair): neither url nor publisher; say where it was found',
  ],
  [
    'an address',
    'evidence',
    'https://example.org/fair',
    'javascript:alert(1)',
    'evidence.tsv line 2 (fair): url: javascript:alert(1) is no address; it begins with http:// or https://',
  ],
  [
    'where the pace counts from',
    'targets',
    '\t2030\tthe',
    '\t2029\tthe',
    'targets.tsv line 2 (fair): from: visitors has no observation of 2029; name a period of observations.tsv',
  ],
  [
    'a name without language',
    'mechanisms',
    'ru:Мост',
    'Мост',
    'mechanisms.tsv line 2 (bridge): native: Мост has no language; write it as zh:名 or ru:Имя',
  ],
  ['an id twice', 'entries', 'open\ttrade', 'fair\ttrade', 'entries.tsv line 3 (fair): fair stands in line 2 too; give each row its own'],
  [
    'an id',
    'entries',
    'fair\ttrade',
    'The Fair\ttrade',
    'entries.tsv line 2 (The Fair): id: The Fair is no id; use small letters and digits with hyphens between',
  ],
  ['an empty cell', 'entries', 'Hold a fair', '', 'entries.tsv line 2 (fair): label is empty; fill it in'],
  ['a stray space', 'entries', 'Hold a fair', 'Hold a fair ', 'entries.tsv line 2 (fair): stray space in column label; take it out'],
  [
    'a control character',
    'entries',
    'Hold a fair',
    'Hold \u001b[31ma fair',
    'entries.tsv line 2 (fair): character that cannot be shown in column label; write plain text',
  ],
  [
    'quoting',
    'entries',
    'Hold a fair',
    '"Hold a fair"',
    'entries.tsv line 2 (fair): column label begins with a quotation mark, as spreadsheets add them; save without quoting',
  ],
  [
    'a column',
    'entries',
    'label',
    'labl',
    'entries.tsv line 1: unknown column labl; use id, direction, kind, force, parties, actor, label, also, mechanisms, places, date, target, deadline, due, note, assessment',
  ],
  ['a missing column', 'evidence', 'certainty', 'note', 'evidence.tsv line 1: the column certainty is missing; add it'],
  [
    'a field of the programme',
    'programme',
    'compiled',
    'complied',
    'programme.tsv line 6 (complied): id: unknown value complied; use one of name, title, parties, date, compiled, method',
  ],
  [
    'a name that the command line needs',
    'programme',
    'r-z',
    'list',
    'programme.tsv line 2 (name): list is a word of the command line; take another',
  ],
  [
    'the day of compiling',
    'programme',
    '2031-12-31',
    'last year',
    'programme.tsv line 6 (compiled): last year is no day; write it as 2022-06-07',
  ],
]
for (const [what, table, from, to, problem] of mistakes)
  test(`a mistake is one line: ${what}`, () => {
    const text = base[table] as string
    assert.ok(text.includes(from), 'the case must change something')
    const { problems, judgements } = parseProgramme(filesWith({ [table]: text.replace(from, to) }))
    assert.ok(problems.includes(problem), `got: ${problems.join('\n')}`)
    assert.ok(problems.every((line) => /^[a-z]+\.tsv[^\n]*; [^\n]+$/.test(line) || /^[a-z]+\.tsv[^\n]* (?:is missing)/.test(line)))
    assert.deepEqual(judgements, [], 'nothing of a programme with a mistake reaches a ledger')
  })

test('a missing table, an unknown table and an empty one are said', () => {
  assert.match(parseProgramme(filesWith({ entries: undefined })).problems[0] ?? '', /^entries\.tsv: is missing; /)
  assert.match(parseProgramme(filesWith({ entrys: 'x' })).problems[0] ?? '', /^entrys\.tsv: unknown table; use programme\.tsv, /)
  assert.match(parseProgramme(filesWith({ sources: '# nothing\n' })).problems[0] ?? '', /^sources\.tsv: no header line; /)
  assert.deepEqual(parseProgramme(filesWith({ sources: undefined, targets: undefined, evidence: undefined })).problems, [])
})

test('a new programme starts with tables that parse once it has a name', () => {
  const files = templateOf('r-z')
  assert.deepEqual(
    [...files.keys()],
    Object.keys(tables).map((name) => `${name}.tsv`),
  )
  const parsed = parseProgramme(files)
  assert.deepEqual(parsed.problems, [])
  assert.deepEqual(
    parsed.judgements.map(({ type }) => type),
    ['programme', 'entry'],
  )
})

test('no text makes the parser throw, and a broken programme always says so', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('', '\t', '\n', '"', '|', '__proto__', 'constructor', '2030', 'fair', '\ud800'))
  const table = fc.constantFrom(...Object.keys(base))
  fc.assert(
    fc.property(table, fc.array(cell, { maxLength: 12 }), fc.nat(400), (name, cells, at) => {
      const text = base[name] as string
      const cut = at % (text.length + 1)
      const { judgements, problems } = parseProgramme(filesWith({ [name]: text.slice(0, cut) + cells.join('\t') + text.slice(cut) }))
      assert.equal(judgements.length === 0, problems.length > 0)
      assert.ok(problems.every((line) => /^\S+\.tsv/.test(line)))
    }),
    { numRuns: 300 },
  )
})
