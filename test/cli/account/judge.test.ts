import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boats, engines, ferry, ferryAgain, hospital, talked } from './ledgers.ts'

const id = /[0-9a-f]{16}/
const written = (printed: string): string => id.exec(printed)?.[0] ?? ''

for (const engine of engines) {
  const { name } = engine
  test(`${name}: link, explain, undo`, async () => {
    const { text, json, refusal } = await talked(engine)
    const printed = text('link', hospital, boats, '--same', '--reason', 'one visit')
    assert.match(
      printed,
      new RegExp(`^[0-9a-f]{16} written by anna\none undertaking now: ${hospital} · France will build a children's hospital .*\n$`),
    )
    const file = json('show', boats)
    assert.equal(file.undertaking.id, hospital)
    const member = file.undertaking.members.find((one: { statement: { id: string } }) => one.statement.id === boats)
    assert.equal(member.link.by, 'anna')
    assert.equal(file.judgements[0].reason, 'one visit')
    assert.match(
      text('show', hospital, '--journal'),
      new RegExp(`${written(printed)} \\d{4}-\\d\\d-\\d\\d anna: .*: same \\(one\n? *visit\\)`),
    )
    text('link', 'undo', written(printed))
    assert.equal(json('show', boats).undertaking.id, boats)
    assert.equal(refusal('link', 'undo', written(printed)), `stocktake: judgement ${written(printed)} is withdrawn already\n`)
    assert.match(text('link', ferry, ferryAgain, '--different'), /^[0-9a-f]{16} written by anna\napart: /)
    assert.equal(
      json('show', ferry).undertaking.members.some((one: { statement: { id: string } }) => one.statement.id === ferryAgain),
      false,
    )
    const why = json('link', 'explain', ferry, ferryAgain)
    assert.deepEqual(Object.keys(why).sort(), ['a', 'b', 'barriers', 'judgements', 'parts', 'score', 'verdict'])
    assert.ok(why.score > 0.7 && why.parts.length > 1)
    const explained = text('link', 'explain', ferry, ferryAgain, '--width', '100')
    for (const part of [
      '● agreed · 2019-03-04 · FR, KE',
      'by the end of 2022”',
      ': linked without asking',
      'people said:\n  ',
      ': different',
    ])
      assert.ok(explained.includes(part), `${part}\nis not in\n${explained}`)
    assert.deepEqual(json('ledger', 'verify'), { differences: [] })
  })

  test(`${name}: a field that was read wrongly is corrected, and the correction taken back`, async () => {
    const { text, json, refusal } = await talked(engine)
    const standing = () => {
      const { force, parties, grounds } = json('show', boats).undertaking.members[0].statement
      return [force, parties, grounds.parties?.basis]
    }
    text('correct', boats, '--field', 'force', '--value', 'agreed')
    const printed = text('correct', boats, '--field', 'parties', '--value', 'FR, KE', '--reason', 'both signed')
    assert.deepEqual(standing(), ['agreed', ['FR', 'KE'], 'judged'])
    text('withdraw', written(printed))
    assert.deepEqual(standing().slice(0, 2), ['agreed', ['FR']])
    for (const [args, message] of [
      [['--field', 'force', '--value', 'firm'], 'correct: force must be one of binding, agreed, intent, ready, should, none'],
      [['--field', 'quote', '--value', 'x'], 'correct: field "quote" cannot be corrected; these can: kind, force,'],
      [['--field', 'act', '--none'], 'correct: act cannot be taken away'],
      [['--field', 'act'], 'correct: wants one of --value and --none; see stocktake correct --help'],
      [['--value', 'x'], 'correct: --field is missing; see stocktake correct --help'],
    ] as const)
      assert.ok(refusal('correct', boats, ...args).startsWith(`stocktake: ${message}`), message)
    assert.deepEqual(json('ledger', 'verify'), { differences: [] })
  })

  test(`${name}: evidence of three kinds, and a search that found nothing`, async () => {
    const { text, json, refusal } = await talked(engine)
    const { documents } = json('show', ferry)
    const gazette = documents.find(({ publisher }: { publisher: string }) => publisher === 'Harbour Gazette').id
    const quote = 'opened a ferry line for   passengers'
    const printed = text(
      'evidence',
      'add',
      ferry,
      '--shows',
      'delivers',
      '--certainty',
      'high',
      '--when',
      '2022-07-03',
      '--document',
      gazette,
      '--quote',
      quote,
    )
    assert.match(printed, new RegExp(`^[0-9a-f]{16} written by anna\n${ferry} · France .*: ✔ delivered\n$`))
    const page = ['--url', 'https://x.example/a', '--date', '2023-01', '--publisher', 'Gazette', '--paraphrase', 'It did not run in winter']
    text('evidence', 'add', ferryAgain, '--shows', 'contradicts', '--certainty', 'low', '--party', 'KE', ...page)
    text('series', 'new', 'trips', '--label', 'Trips of the ferry', '--unit', 'a year')
    text('series', 'add', 'trips', '--period', '2022', '--value', '12')
    text('evidence', 'add', ferry, '--shows', 'progress', '--series', 'trips', '--period', '2022')
    text(
      'evidence',
      'none',
      hospital,
      '--where',
      'gazette of Kenya',
      '--where',
      'site of the ministry',
      '--query',
      'hospital Kisumu',
      '--until',
      '2023-05-01',
    )
    const { evidence } = json('evidence', 'list', ferry)
    assert.deepEqual(
      evidence.map((one: { passage?: { quote: string; span: object }; page?: object; observation?: object; parties?: string[] }) => [
        one.passage?.quote,
        one.passage?.span,
        one.page,
        one.observation,
        one.parties,
      ]),
      [
        ['opened a ferry line for passengers', { from: 22, to: 56 }, undefined, undefined, undefined],
        [
          undefined,
          undefined,
          { date: '2023-01', paraphrase: 'It did not run in winter', publisher: 'Gazette', url: 'https://x.example/a' },
          undefined,
          ['KE'],
        ],
        [undefined, undefined, undefined, { series: 'trips', period: '2022' }, undefined],
      ],
    )
    const [search] = json('evidence', 'list', hospital).searches
    assert.deepEqual(
      [search.where, search.query, search.until],
      [['gazette of Kenya', 'site of the ministry'], 'hospital Kisumu', '2023-05-01'],
    )
    assert.equal(json('show', hospital).undertaking.standing, 'nothing-found')
    assert.match(
      text('evidence', 'list', ferry, '--width', '100'),
      /^ {2}✔ delivers {5}2022-07-03 · certainty high\n {17}“opened a ferry line for passengers”$/m,
    )
    assert.equal(text('evidence', 'list', boats), 'no evidence, and no search for any\n')
    const [first] = evidence
    text('withdraw', first.id, '--reason', 'another ferry')
    assert.equal(json('evidence', 'list', ferry).evidence.length, 2)
    const add = ['evidence', 'add', ferry, '--shows', 'delivers']
    for (const [args, message] of [
      [
        ['--document', gazette, '--quote', 'the moon'],
        `--quote: does not stand in document ${gazette}; give the words as they stand there`,
      ],
      [['--document', gazette, '--quote', 'opened'], `--quote: stands 2 times in document ${gazette}; say which with --at 22, 101`],
      [
        ['--document', 'ffffffffffffffff', '--quote', 'opened'],
        'ffffffffffffffff: no document of the ledger has this id; add its text first',
      ],
      [['--document', gazette], 'evidence add: --quote: is missing; it goes with --document'],
      [['--url', 'https://x.example'], 'evidence add: --paraphrase: is missing; say what the page says'],
      [['--series', 'moon', '--period', '2022'], 'there is no series moon; declare it first'],
      [[], 'evidence add: give one of --document with --quote, --paraphrase with --url, or --series with --period'],
      [
        ['--paraphrase', 'x', '--series', 's', '--period', '2022'],
        'evidence add: give one of --document with --quote, --paraphrase with --url, or --series with --period',
      ],
    ] as const)
      assert.equal(refusal(...add, ...args), `stocktake: ${message}\n`)
    assert.match(text(...add, '--document', gazette, '--quote', 'opened', '--at', '101'), /written by anna/)
    assert.deepEqual(json('ledger', 'verify'), { differences: [] })
  })

  test(`${name}: scores: guideline first, blind, decided; agreement and sums`, async () => {
    const { text, json, refusal, call } = await talked(engine)
    assert.equal(
      refusal('score', 'give', ferry, '--party', 'FR', '--value', '+1'),
      `stocktake: ${ferry}: no guideline for FR; write first what counts: stocktake score guideline ${ferry}\n`,
    )
    const guideline = text('score', 'guideline', ferry, '--full', 'runs weekly', '--partial', 'opened', '--none', 'not opened')
    assert.match(guideline, /^[0-9a-f]{16} written by anna\nwindow: 2019-03-05 to 2020-12-31\n$/)
    const seen = ['evidence', 'add', ferry, '--shows', 'delivers', '--paraphrase', 'It runs.', '--url', 'https://x.example']
    const piece = text(...seen).slice(0, 16)
    const first = ['score', 'give', ferry, '--party', 'FR', '--value', '+1']
    assert.match(refusal(...first, '--evidence', 'abcdef01'), /^stocktake: abcdef01 is no piece of evidence of this undertaking/)
    assert.match(text(...first, '--evidence', piece.slice(0, 8)), /: \+1, one coder\n$/)
    assert.deepEqual(json('show', ferry).scores.parties[0].first.evidence, [piece])
    assert.match(
      refusal('score', 'give', ferry, '--party', 'FR', '--value', '0', '--second'),
      /^stocktake: score give: anna is the first coder of FR under/,
    )
    assert.match(
      refusal('score', 'adjudicate', ferry, '--party', 'FR', '--value', '0'),
      /^stocktake: score adjudicate: nothing to decide for FR .* no second score\n$/,
    )
    const blind = json('show', ferry, '--blind')
    assert.deepEqual([blind.scores.parties, blind.judgements.map(({ type }: { type: string }) => type)], [[], ['guideline', 'evidence']])
    assert.doesNotMatch(call(['show', ferry, '--blind', '--journal']).stdout, /\+1 by|one coder|score of/)
    const second = text('score', 'give', ferry, '--party', 'FR', '--value', '-1', '--second', '--by', 'bert')
    assert.match(second, /^[0-9a-f]{16} written by bert\n.* · FR: the two coders differ; decide with stocktake score adjudicate\n$/)
    assert.deepEqual(json('score', 'agreement'), {
      pairs: 1,
      same: 0,
      numbers: 1,
      kappaLinear: 0,
      kappaQuadratic: 0,
      alphaOrdinal: 0,
      alphaNominal: 0,
    })
    assert.match(
      text('score', 'agreement'),
      /^1 scored by two coders, 0 alike, 1 of them with numbers on both sides\n {2}weighted kappa, linear \(Cohen\) +0\.000$/m,
    )
    text('score', 'adjudicate', ferry, '--party', 'FR', '--value', '0', '--stage', '2', '--by', 'carla', '--reason', 'it ran twice')
    const [party] = json('show', ferry).scores.parties
    assert.deepEqual(
      [party.party, party.state, party.value, party.stage, party.first.value, party.second.value, party.adjudication.by],
      ['FR', 'adjudicated', 0, 2, 1, -1, 'carla'],
    )
    const { groups } = json('score', 'summary', '--by', 'party')
    assert.deepEqual(
      groups.map(({ key, lines, n, mean, percent }: { key: string; lines: number; n: number; mean?: number; percent?: number }) => [
        key,
        lines,
        n,
        mean,
        percent,
      ]),
      [
        ['FR', 4, 1, 0, 50],
        ['KE', 2, 0, undefined, undefined],
      ],
    )
    assert.match(text('score', 'summary'), /^all {18}mean 0\.00 \(50 %\) · n = 1, 17 % of 6 that apply\n {21}6 in all: /)
    const table = text('score', 'summary', '--csv').trimEnd().split('\r\n')
    assert.equal(table[0], 'undertaking,label,direction,year,party,score,stage,state,basis,guideline,from,to,coders')
    assert.equal(table.length, 7)
    for (const [args, message] of [
      [['--value', '+1'], 'score give: --party is missing; see stocktake score give --help'],
      [['--party', 'FR', '--value', '2'], 'score give: --value 2: is unknown; use one of +1, 0, -1, not-applicable, unverifiable'],
      [
        ['--party', 'FR', '--value', '0', '--guideline', 'abcdef0123456789'],
        'score give: no guideline abcdef0123456789 in the journal: write what counts before you look',
      ],
    ] as const)
      assert.equal(refusal('score', 'give', ferry, ...args), `stocktake: ${message}\n`)
    assert.deepEqual(json('ledger', 'verify'), { differences: [] })
  })

  test(`${name}: series: values side by side, target and pace`, async () => {
    const { text, json, refusal } = await talked(engine)
    text('series', 'new', 'trips', '--label', 'Trips of the ferry', '--unit', 'trips')
    for (const [period, value, ...more] of [
      ['2019', '10'],
      ['2020', '20'],
      ['2020', '25', '--rival', '--publisher', 'Gazette'],
      ['2021', '-3', '--qualifier', 'estimate'],
    ] as const)
      text('series', 'add', 'trips', '--period', period, '--value', value, ...more)
    text('series', 'target', 'trips', ferry, '--value', '60', '--until', '2025', '--from', '2019')
    const { series, observations, targets } = json('series', 'show', 'trips', '--as-of', '2022-06-01')
    assert.deepEqual(
      [series.label, observations.length, targets[0].target.until, targets[0].progress.track],
      ['Trips of the ferry', 4, '2025', 'off-track'],
    )
    assert.equal(json('series', 'list').series.length, 1)
    assert.match(text('series', 'list', '--as-of', '2022-06-01'), /^ {2}\S{3} +2019 10 → 2021 -3 trips · Trips of the ferry · trips$/m)
    const shown = text('series', 'show', 'trips', '--as-of', '2022-06-01', '--width', '100')
    assert.match(shown, /^ {2}2020 █+ 20 disputed$/m)
    assert.match(shown, /^ {9}25: Gazette \(rival value\)$/m)
    assert.match(shown, /^ {2}▹ off track at least 60 trips by 2025/m)
    assert.match(text('show', ferry), /── series\n {2}\S/)
    assert.equal(refusal('series', 'show', 'moon'), 'stocktake: moon: no series has this id; stocktake series list shows them\n')
    assert.equal(
      refusal('series', 'add', 'trips', '--period', '2022-13', '--value', '1'),
      'stocktake: series add: --period 2022-13: is no period; write it like 2022, 2022-H1, 2022-Q1, 2022-03, 2022-03-31 or 2022-01..2022-07\n',
    )
    assert.equal(
      refusal('series', 'add', 'moon', '--period', '2022', '--value', '1'),
      'stocktake: there is no series moon; declare it first\n',
    )
    assert.deepEqual(json('ledger', 'verify'), { differences: [] })
  })

  test(`${name}: whoever judges is named, and where the name was found`, async () => {
    const { call, env, ledger } = await talked(engine)
    const link = ['link', hospital, boats, '--unsure']
    assert.match(call([...link, '--by', 'Ada L.']).stdout, /written by Ada L\.\n/)
    assert.equal(
      call([...link, '--by', 'stocktake']).stderr,
      "stocktake: --by stocktake: is kept for what the program itself decides; give a person's name\n",
    )
    assert.match(call([...link, '--by', 'a\u001b[31mb']).stdout, /written by a\ufffd\[31mb\n/)
    const { run } = await import('../run.ts')
    const bare = run(link, '', { ...env, STOCKTAKE_LEDGER: ledger, STOCKTAKE_AUTHOR: '' })
    assert.match(
      bare.stdout,
      /written by .+ \((?:git's user\.name|the name of the account); --by NAME or STOCKTAKE_AUTHOR says otherwise\)\n/,
    )
  })
}
