import assert from 'node:assert/strict'
import fc from 'fast-check'
import { read } from '../../src/index.ts'
import { withId } from '../../src/ledger/judgement.ts'
import type { Drawn, JudgementBody } from '../../src/ledger/nouns.ts'
import type { Reading, Source, Statement } from '../../src/model.ts'
import type { Store } from '../../src/store/store.ts'
import { again } from './again.ts'
import { onBoth, type Place } from './places.ts'
import { life, picture, recastOf, take } from './world.ts'

const text =
  'Canada will build a solar park near Tamale by 2033.\n\nGhana will train 200 soil experts.\n\nA canal is for both sides a matter of honour.\n'
const fields = { kind: 'commitment', force: 'intent', parties: ['CA'], act: 'build' } as const

interface Scene {
  readonly store: Store
  readonly hash: string
  readonly ids: readonly string[]
  /** A statement to draw, by its words. */
  readonly draw: (quote: string) => Drawn
  readonly say: (body: JudgementBody, by?: string) => Promise<string>
  readonly now: () => Promise<readonly Statement[]>
}

async function scene(place: Place): Promise<Scene> {
  const store = await place.open()
  await store.add([{ source: { text, date: '2030-01-01', language: 'en' }, externalId: 'a' }])
  await store.add([{ source: { text: text.replace('A canal', 'The canal'), date: '2031-01-01', language: 'en' }, externalId: 'b' }])
  const now = async () => ((await store.document('a'))?.statements ?? []).map(({ statement }) => statement)
  const ids = (await now()).map(({ id }) => id)
  assert.equal(ids.length, 2)
  const draw = (quote: string) => ({ span: { from: text.indexOf(quote), to: text.indexOf(quote) + quote.length }, quote, fields })
  const say = async (body: JudgementBody, by = 'anna') => (await store.append([{ body, by, reason: 'so it is' }]))[0]?.id ?? ''
  return { store, hash: (await store.document('a'))?.document.hash ?? '', ids, draw, say, now }
}

onBoth('refused, added, split and joined: the ledger follows, and each taken back leaves it as it was', async (place) => {
  const { store, hash, ids, draw, say, now } = await scene(place)
  const [park = '', experts = ''] = ids
  const start = await picture(store)
  const cases: readonly (readonly [away: readonly string[], drawn: readonly string[], statements: readonly string[]])[] = [
    [[park], [], ['Ghana will train 200 soil experts']],
    [
      [],
      ['A canal is for both sides'],
      ['Canada will build a solar park near Tamale by 2033', 'Ghana will train 200 soil experts', 'A canal is for both sides'],
    ],
    [
      [experts],
      ['Ghana will train', '200 soil experts'],
      ['Canada will build a solar park near Tamale by 2033', 'Ghana will train', '200 soil experts'],
    ],
    [[park, experts], [text.slice(0, text.indexOf('.\n\nA canal'))], [text.slice(0, text.indexOf('.\n\nA canal'))]],
  ]
  for (const [away, drawn, statements] of cases) {
    const judgement = await say({ type: 'recast', text: hash, away, drawn: drawn.map(draw) })
    const found = await now()
    assert.deepEqual(
      found.map(({ quote }) => quote),
      statements,
    )
    assert.deepEqual(
      found
        .filter(({ grounds }) => grounds['span'])
        .map(({ grounds, parties }) => [grounds['span']?.rule, grounds['kind']?.basis, ...parties]),
      drawn.map(() => [`judged/${judgement}`, 'judged', 'CA']),
    )
    assert.deepEqual(await store.verify(), [])
    const [other] = (await store.search(drawn[0] ?? statements[0] ?? '')).hits
    assert.equal(other?.kind, 'statement')
    await say({ type: 'withdrawal', of: judgement })
    assert.equal(await picture(store), start)
    assert.deepEqual(await store.verify(), [])
  }
})

onBoth('what is drawn is linked as what is read; what was said of a statement goes where its words went, or is listed', async (place) => {
  const { store, hash, ids, draw, say } = await scene(place)
  const [park = '', experts = ''] = ids
  assert.equal((await store.undertaking(park))?.members.length, 2)
  const evidence = await say({ type: 'evidence', on: park, shows: 'delivers', certainty: 'high', page: { paraphrase: 'seen' } })
  const correction = await say({ type: 'correction', on: park, field: 'force', value: 'binding' })
  const split = await say({
    type: 'recast',
    text: hash,
    away: [park],
    drawn: ['Canada will build a solar park near Tamale', 'by 2033'].map(draw),
  })
  const [drawn] = (await store.document('a'))?.statements ?? []
  assert.equal((await store.node(park))?.id, drawn?.statement.id)
  assert.equal((await store.undertaking(park))?.members.length, 2)
  // the force is the one that was given with the split
  assert.equal(drawn?.statement.force, 'intent')
  assert.deepEqual(
    (await store.judgementsOn(park)).map(({ id }) => id),
    [evidence],
  )
  assert.deepEqual(
    (await store.orphans()).map(({ id }) => id),
    [correction],
  )
  const later = await say({ type: 'correction', on: drawn?.statement.id ?? '', field: 'force', value: 'agreed' })
  assert.equal((await store.node(park))?.statement?.force, 'agreed')
  assert.deepEqual(await store.verify(), [])
  await say({ type: 'recast', text: hash, away: [experts], drawn: [] })
  assert.equal(await store.node(experts), undefined)
  await say({ type: 'withdrawal', of: split })
  assert.equal((await store.node(park))?.statement?.force, 'agreed', 'the later word, carried to the whole')
  assert.ok(later)
  assert.deepEqual(await store.orphans(), [])
  assert.deepEqual(await store.verify(), [])
})

onBoth('what was split and joined again is taken back word by word, the last one first', async (place) => {
  const { store, hash, ids, draw, say, now } = await scene(place)
  const [park = ''] = ids
  const start = await picture(store)
  const quotes = async () => (await now()).map(({ quote }) => quote)
  const split = await say({
    type: 'recast',
    text: hash,
    away: [park],
    drawn: ['Canada will build a solar park near Tamale', 'by 2033'].map(draw),
  })
  const parts = await now()
  const join = await say({
    type: 'recast',
    text: hash,
    away: parts.slice(0, 2).map(({ id }) => id),
    drawn: [draw('Canada will build a solar park near Tamale by 2033')],
  })
  assert.deepEqual(
    (await now()).map(({ id }) => id),
    ids,
    'the whole has the name that it had',
  )
  await assert.rejects(say({ type: 'withdrawal', of: split }), new RegExp(`${join} takes away a statement that ${split} draws`))
  await say({ type: 'withdrawal', of: join })
  assert.deepEqual(
    await quotes(),
    parts.map(({ quote }) => quote),
  )
  await say({ type: 'withdrawal', of: split })
  assert.equal(await picture(store), start)
  assert.deepEqual(await store.verify(), [])
})

onBoth('two people at once: the second is told, and nothing is written over', async (place) => {
  const { store, hash, ids, draw, say } = await scene(place)
  const [park = '', experts = ''] = ids
  const refusal = await say({ type: 'recast', text: hash, away: [park], drawn: [] })
  const added = await say({ type: 'recast', text: hash, away: [], drawn: [draw('A canal is for both sides')] })
  const canal = (await store.document('a'))?.statements.at(-1)?.statement.id ?? ''
  await say({ type: 'recast', text: hash, away: [canal], drawn: [draw('A canal')] })
  const before = await store.wholeJournal()
  const recast = { type: 'recast', text: hash, away: [], drawn: [] } as const
  const cases: readonly (readonly [JudgementBody, RegExp])[] = [
    [{ ...recast, away: [park] }, new RegExp(`${park} was taken away by anna on .* \\(judgement ${refusal}: so it is\\)`)],
    [{ type: 'correction', on: park, field: 'force', value: 'agreed' }, /was taken away by anna/],
    [{ type: 'acceptance', on: park }, /was taken away by anna/],
    [{ ...recast, drawn: [draw('Ghana will train 200 soil')] }, new RegExp(`${experts} stands there already`)],
    [{ ...recast, drawn: [draw('A canal is')] }, /stands there already: correct it, or name it/],
    [{ ...recast, away: [experts, experts] }, /named twice/],
    [{ ...recast, away: [experts], drawn: [draw('Ghana will train'), draw('Ghana will train 200')] }, /stands there already/],
    [recast, /nothing is taken away and nothing is drawn/],
    [{ ...recast, text: 'f'.repeat(64) }, /no text f/],
    [{ ...recast, text: 'f' }, /must be the hash of a text/],
    [{ ...recast, away: ['ffffffffffff-0-9'] }, /neither a statement nor an entry/],
    [{ ...recast, drawn: [{ ...draw('A canal'), quote: 'a canal' }] }, /does not read so at/],
    [{ ...recast, drawn: [{ ...draw('A canal'), quote: 'A can' }] }, /words must be those of its span/],
    [{ ...recast, drawn: [{ ...draw(' for both'), fields: { kind: 'wish' } as never }] }, /kind must be one of commitment/],
    [{ ...recast, drawn: [{ ...draw(' for both'), fields: { kind: 'report' } as never }] }, /say its force/],
    [{ ...recast, drawn: [{ ...draw(' for both'), fields: { ...fields, grounds: {} } as never }] }, /"grounds" cannot be corrected/],
    [{ type: 'withdrawal', of: added }, /takes away a statement that .* draws; withdraw that first/],
  ]
  for (const [body, pattern] of cases)
    await assert.rejects(store.append([{ body, by: 'boris' }]), (error: Error) => {
      assert.match(error.message, pattern)
      assert.ok(!error.message.includes('\n'))
      return true
    })
  assert.deepEqual(await store.wholeJournal(), before)
  const answers = await Promise.allSettled(['carl', 'dora'].map((by) => say({ ...recast, away: [experts] }, by)))
  assert.deepEqual(answers.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  assert.deepEqual(await store.verify(), [])
})

onBoth('an acceptance takes the doubt away, and is taken back', async (place) => {
  const { store, ids, say } = await scene(place)
  const [park = ''] = ids
  await say({ type: 'correction', on: park, field: 'doubt', value: 'the year may be another' })
  const accepted = await say({ type: 'acceptance', on: park })
  const statement = (await store.node(park))?.statement
  assert.deepEqual([statement?.doubt, statement?.grounds['doubt']?.rule], [undefined, `judged/${accepted}`])
  assert.deepEqual(await store.verify(), [])
  await say({ type: 'withdrawal', of: accepted })
  assert.equal((await store.node(park))?.statement?.doubt, 'the year may be another')
})

/** A better reader: it ends the first statement a word earlier, and states what a person had to add. */
function better(source: Source): Reading {
  const reading = read(source)
  const [first, ...rest] = reading.statements
  if (!first) return reading
  const at = (one: Statement, from: number, to: number): Statement => ({
    ...one,
    id: `${reading.hash.slice(0, 12)}-${from}-${to}`,
    span: { from, to },
    quote: source.text.slice(from, to),
  })
  const canal = source.text.indexOf('A canal')
  return {
    ...reading,
    lexicon: 'better',
    statements: [
      at(first, first.span.from, source.text.lastIndexOf(' ', first.span.to - 2)),
      ...rest,
      ...(canal < 0 ? [] : [at(first, canal, canal + 22)]),
    ],
  }
}

onBoth('a better lexicon: what people said of the statements stands, goes along or is listed, and none is lost', async (place) => {
  const { store, hash, ids, draw, say, now } = await scene(place)
  const [park = '', experts = ''] = ids
  await say({ type: 'recast', text: hash, away: [park], drawn: [] })
  const added = await say({ type: 'recast', text: hash, away: [], drawn: [draw('A canal is for both sides')] })
  const split = await say({ type: 'recast', text: hash, away: [experts], drawn: ['Ghana will train', '200 soil experts'].map(draw) })
  const before = await picture(store)
  await again(store, better)
  assert.deepEqual(
    (await now()).map(({ quote, grounds }) => [quote, grounds['span']?.rule]),
    [
      ['Ghana will train', `judged/${split}`],
      ['200 soil experts', `judged/${split}`],
      ['A canal is for both sides', `judged/${added}`],
    ],
  )
  assert.deepEqual(await store.orphans(), [])
  // one that reads nothing: the words of people that need a statement are listed, what they added stands
  await again(store, (source) => ({ ...read(source), lexicon: 'blind', statements: [] }))
  assert.deepEqual(
    (await now()).map(({ quote }) => quote),
    ['A canal is for both sides'],
  )
  assert.equal((await store.orphans()).length, 2)
  await again(store, read)
  assert.equal(await picture(store), before)
  assert.deepEqual(await store.verify(), [])
})

onBoth('whatever was said, what is said next and taken back leaves no trace', async (place) => {
  const word = fc.record({
    type: fc.constant('recast' as const),
    what: fc.constantFrom('refuse', 'add', 'split', 'join' as const),
    on: fc.nat({ max: 1000 }),
    at: fc.nat({ max: 1000 }),
  })
  await fc.assert(
    fc.asyncProperty(life, fc.array(word, { minLength: 1, maxLength: 6 }), async (steps, words) => {
      const store = await place.open()
      let clock = 0
      for (const step of steps) await take(store, step, ++clock)
      const before = await picture(store)
      const done: string[] = []
      for (const one of words) {
        const body = await recastOf(store, one)
        if (!body) continue
        const [said] = await store.append([{ body, by: 'boris', reason: `word ${done.length}` }]).catch(() => [])
        if (said) done.push(said.id)
      }
      assert.deepEqual(await store.verify(), [])
      for (const of of done.reverse()) await store.append([{ body: { type: 'withdrawal', of }, by: 'boris' }])
      assert.equal(await picture(store), before)
      assert.deepEqual(await store.verify(), [])
      await store.close()
    }),
    { numRuns: Number(process.env['STOCKTAKE_RUNS'] ?? (place.engine === 'sqlite' ? 8 : 3)), interruptAfterTimeLimit: 120_000 },
  )
})

onBoth('a journal from elsewhere: what fits no text counts nowhere and is listed, and words that no text has are told', async (place) => {
  const { store, hash, ids } = await scene(place)
  const [park = ''] = ids
  const said = (body: JudgementBody) => withId({ at: '2031-01-01T00:00:00.000Z', by: 'elsewhere', ...body })
  const bodies: readonly JudgementBody[] = [
    { type: 'recast', text: hash.slice(0, 12) + '0'.repeat(52), away: [park], drawn: [] },
    { type: 'recast', text: 'e'.repeat(64), away: [], drawn: [{ span: { from: 0, to: 5 }, quote: 'words', fields }] },
    { type: 'recast', text: hash, away: ['ffffffffffff-0-9'], drawn: [] },
    { type: 'recast', text: hash, away: ['no id'], drawn: [] },
  ]
  const strange = bodies.map(said)
  await store.restore(strange)
  assert.deepEqual(
    (await store.orphans()).map(({ id }) => id),
    strange.map(({ id }) => id),
  )
  assert.equal((await store.node(park))?.id, park)
  assert.deepEqual(await store.verify(), [])
  // an acceptance that comes before its text waits for it
  const other = await place.open()
  await other.restore([said({ type: 'acceptance', on: park }), said({ type: 'recast', text: hash, away: [ids[1] ?? ''], drawn: [] })])
  await other.add([{ source: { text, date: '2030-01-01', language: 'en' }, externalId: 'a' }])
  assert.deepEqual(await other.orphans(), [])
  assert.equal((await other.document('a'))?.accepted.get(park)?.by, 'elsewhere')
  assert.equal((await other.document('a'))?.statements.length, 1)
  assert.deepEqual(await other.verify(), [])
  await other.restore([said({ type: 'recast', text: hash, away: [], drawn: [{ span: { from: 100, to: 105 }, quote: 'words', fields }] })])
  assert.deepEqual(await other.verify(), [`statement ${hash.slice(0, 12)}-100-105: its words are not those of its text`])
})
