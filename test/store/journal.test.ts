import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JudgementBody } from '../../src/ledger/nouns.ts'
import { problemOfBody } from '../../src/store/journal/shape.ts'
import type { Store } from '../../src/store/store.ts'
import { onBoth, type Place } from './places.ts'

const text = 'Canada will build a solar park near Tamale.\n\nGhana agreed to train 200 soil experts in Kumasi by 31 December 2033.\n'
const entry = {
  id: 'harbour/solar',
  programme: 'harbour',
  direction: 'land',
  label: 'A solar park near Tamale',
  kind: 'commitment',
  force: 'agreed',
  parties: ['CA', 'GH'],
  date: '2030-01-01',
  mechanisms: [],
  places: ['Tamale'],
} as const
const rule = { full: 'it runs', partial: 'it is being built', none: 'nothing is built', window: { from: '2030-01-01', to: '2031-12-31' } }

interface Scene {
  readonly store: Store
  readonly statements: readonly string[]
  readonly document: string
  say(body: JudgementBody, at?: string): Promise<string>
}

async function scene(place: Place): Promise<Scene> {
  const store = await place.open()
  const [added] = await store.add([{ source: { text, date: '2030-01-01', language: 'en' }, externalId: 'x1' }])
  const found = await store.document('x1')
  const statements = (found?.statements ?? []).map(({ statement }) => statement.id)
  assert.equal(statements.length, 2)
  let second = 0
  const say = async (body: JudgementBody, at = new Date(Date.UTC(2031, 0, 1, 0, 0, second++)).toISOString()) => {
    const [judgement] = await store.append([{ body, by: 'anna' }], { at })
    return judgement?.id ?? ''
  }
  return { store, statements, document: added?.document.id ?? '', say }
}

onBoth('what does not hold is refused with one line, and nothing of the call is written', async (place) => {
  const { store, statements, document, say } = await scene(place)
  const [a = '', b = ''] = statements
  await say({ type: 'entry', entry })
  const guideline = await say({ type: 'guideline', on: a, ...rule })
  const elsewhere = await say({ type: 'guideline', on: b, ...rule })
  const withdrawn = await say({ type: 'guideline', on: a, ...rule, full: 'it shines' })
  const withdrawal = await say({ type: 'withdrawal', of: withdrawn })
  const score = (name: string) => ({ type: 'score', on: a, party: 'CA', guideline: name, value: 1, role: 'first' }) as const
  const passage = { document, span: { from: 0, to: 10 }, quote: 'Canada wil' }
  const evidence = { type: 'evidence', on: a, shows: 'delivers', certainty: 'high' } as const
  const cases: readonly (readonly [JudgementBody, RegExp])[] = [
    [{ type: 'link', a, b: 'ffffffffffff-0-9', verdict: 'same' }, /ffffffffffff-0-9 is neither a statement nor an entry/],
    [{ type: 'link', a, b: a, verdict: 'same' }, /cannot be linked with itself/],
    [{ type: 'correction', on: a, field: 'quote', value: 'x' }, /"quote" cannot be corrected/],
    [{ type: 'correction', on: a, field: 'force', value: 'iron' }, /must be one of binding/],
    [{ type: 'correction', on: 'harbour/solar', field: 'force', value: 'ready' }, /is an entry; declare it again/],
    [{ type: 'entry', entry: { ...entry, id: 'other/solar' } }, /name of its programme, a slash and a name/],
    [evidence, /one of a passage, a page and an observation/],
    [{ ...evidence, passage, page: { paraphrase: 'seen' } }, /one of a passage, a page and an observation/],
    [{ ...evidence, passage: { ...passage, quote: 'Ghana will' } }, /does not read so at 0-10/],
    [{ ...evidence, passage: { ...passage, document: '0000000000000000' } }, /there is no document 0000000000000000/],
    [{ ...evidence, observation: { series: 'parks', period: '2030' } }, /no series parks; declare it first/],
    [{ type: 'observation', series: 'parks', period: '2030', value: 1 }, /no series parks; declare it first/],
    [{ type: 'target', on: a, series: 'parks', value: 1, direction: 'at-least' }, /no series parks/],
    [score('0123456789abcdef'), /no judgement 0123456789abcdef|no guideline 0123456789abcdef/],
    [score(elsewhere), /another undertaking/],
    [score(withdrawn), /withdrawn/],
    [score(withdrawal), /no guideline/],
    [{ type: 'withdrawal', of: '0123456789abcdef' }, /no judgement 0123456789abcdef/],
    [{ type: 'withdrawal', of: withdrawn }, /is withdrawn already/],
    [{ type: 'search', on: a, where: [], query: 'q', until: 'soon' }, /search.until: must be a date/],
    [{ type: 'wish' } as never, /"wish" is no type of judgement/],
  ]
  const before = await store.wholeJournal()
  for (const [body, pattern] of cases) {
    const good = { body: { ...evidence, page: { paraphrase: 'seen' } }, by: 'anna' } as const
    await assert.rejects(store.append([good, { body, by: 'anna' }]), (error: Error) => {
      assert.match(error.message, pattern)
      assert.ok(!error.message.includes('\n'))
      return true
    })
  }
  assert.deepEqual(await store.wholeJournal(), before)
  // and these hold
  await say({ ...evidence, passage })
  await say(score(guideline.slice(0, 8)))
  await say({ type: 'withdrawal', of: withdrawal })
  await say(score(withdrawn))
  assert.deepEqual(await store.verify(), [])
})

onBoth(
  'the order of the journal is that of appending, whatever the clock says, and the same words twice are one judgement',
  async (place) => {
    const { store, statements, say } = await scene(place)
    const [a = '', b = ''] = statements
    await say({ type: 'link', a, b, verdict: 'same' }, '2031-05-05T00:00:00.000Z')
    assert.equal((await store.undertaking(a))?.members.length, 2)
    // the clock was set back: the later word counts all the same
    await say({ type: 'link', a, b, verdict: 'different' }, '2001-01-01T00:00:00.000Z')
    assert.equal((await store.undertaking(a))?.members.length, 1)
    await say({ type: 'link', a, b, verdict: 'different' }, '2001-01-01T00:00:00.000Z')
    assert.equal((await store.stats()).judgements, 2)
    assert.deepEqual(
      (await store.wholeJournal()).map(({ at }) => at.slice(0, 4)),
      ['2031', '2001'],
    )
  },
)

onBoth('a beginning of an id will do, unless it is that of several', async (place) => {
  const { store, statements } = await scene(place)
  const [a = ''] = statements
  assert.equal((await store.node(a.slice(0, 14)))?.id ?? a, a)
  await assert.rejects(store.node(a.slice(0, 12)), /beginning of several ids/)
  assert.equal(await store.node('abc'), undefined)
  const [judgement] = await store.append([
    { body: { type: 'evidence', on: a, shows: 'progress', certainty: 'low', page: { paraphrase: 'seen' } }, by: 'anna' },
  ])
  assert.equal((judgement as { on?: string }).on, a)
})

onBoth('a withdrawn entry leaves its judgements as orphans, and has them back when it is declared again', async (place) => {
  const { store, say } = await scene(place)
  const declared = await say({ type: 'entry', entry })
  const piece = await say({ type: 'evidence', on: entry.id, shows: 'delivers', certainty: 'high', page: { paraphrase: 'seen' } })
  const withdrawal = await say({ type: 'withdrawal', of: declared })
  assert.deepEqual(
    (await store.orphans()).map(({ id }) => id),
    [piece],
  )
  assert.equal(await store.undertaking(entry.id), undefined)
  assert.deepEqual(await store.verify(), [])
  await say({ type: 'withdrawal', of: withdrawal })
  assert.deepEqual(await store.orphans(), [])
  assert.deepEqual(
    (await store.judgementsOn(entry.id)).map(({ id }) => id),
    [piece],
  )
  assert.deepEqual(await store.verify(), [])
})

test('every type of judgement has a shape, and a field that it does not know is named', () => {
  assert.equal(problemOfBody({ type: 'entry', entry }), undefined)
  assert.match(problemOfBody({ type: 'entry', entry: { ...entry, colour: 'red' } } as never) ?? '', /entry\.entry.*colour/)
  assert.match(problemOfBody({ type: 'link', a: 'a', b: 'b', verdict: 'maybe' } as never) ?? '', /link\.verdict/)
})

onBoth('what is said once nobody else can write sees the ledger as it is then; where it throws, nothing is written', async (place) => {
  const { store, statements, say } = await scene(place)
  const [a = ''] = statements
  await say({ type: 'guideline', on: a, ...rule })
  const version = await store.version()
  const [written] = await store.append(async () => {
    // reading inside sees the same state, and may read in steps
    const seen = await store.reading(() => store.judgementsOn(a))
    return [{ body: { type: 'search', on: a, where: ['gazettes'], query: `${seen.length} seen`, until: '2031-01-01' }, by: 'anna' }]
  })
  assert.equal(written?.type === 'search' && written.query, '1 seen')
  const after = await store.version()
  assert.notEqual(after.all, version.all)
  assert.equal(after.words, version.words, 'what is judged changes no words')
  const stop = new Error('not like this')
  await assert.rejects(
    store.append(async () => {
      throw stop
    }),
    stop,
  )
  assert.deepEqual(await store.version(), after)
  assert.equal((await store.judgementsOn(a)).length, 2)
  // many at once, each of which writes only what nobody has written yet
  const once = () =>
    store.append(async () => {
      const there = (await store.judgementsOn(a)).some((one) => one.type === 'search' && one.query === 'once')
      return there ? [] : [{ body: { type: 'search', on: a, where: ['x'], query: 'once', until: '2031-01-01' }, by: 'ben' }]
    })
  const all = await Promise.all(Array.from({ length: 8 }, once))
  assert.equal(all.flat().length, 1)
  assert.deepEqual(await store.verify(), [])
})

onBoth('a score names the evidence that it rests on, of the same undertaking alone', async (place) => {
  const { store, statements, say } = await scene(place)
  const [a = '', b = ''] = statements
  const guideline = await say({ type: 'guideline', on: a, ...rule })
  const evidence = {
    type: 'evidence',
    shows: 'delivers',
    certainty: 'high',
    page: { paraphrase: 'It runs.', publisher: 'Gazette' },
  } as const
  const own = await say({ ...evidence, on: a })
  const other = await say({ ...evidence, on: b })
  const score = { type: 'score', on: a, party: 'CA', guideline, value: 1, role: 'first' } as const
  await say({ ...score, evidence: [own.slice(0, 8)] })
  const [written] = (await store.judgementsOn(a)).filter(({ type }) => type === 'score')
  assert.deepEqual(written?.type === 'score' && written.evidence, [own], 'written out in full')
  for (const wrong of [other, guideline, 'ffffffffffffffff', own.slice(0, 3)])
    await assert.rejects(say({ ...score, evidence: [wrong] }), { code: 'refused', message: /is no piece of evidence of this undertaking/ })
})

onBoth('the words of a version change with texts, statements and what belongs together, and not with what is judged', async (place) => {
  const { store, statements, say } = await scene(place)
  const [a = '', b = ''] = statements
  const changes = async (work: () => Promise<unknown>): Promise<boolean> => {
    const before = await store.version()
    await work()
    const after = await store.version()
    assert.notEqual(after.all, before.all)
    return after.words !== before.words
  }
  const evidence = {
    type: 'evidence',
    shows: 'delivers',
    certainty: 'high',
    on: a,
    page: { paraphrase: 'It runs.', publisher: 'G' },
  } as const
  const cases: readonly (readonly [what: string, work: () => Promise<unknown>, words: boolean])[] = [
    ['evidence', () => say(evidence), false],
    ['a search', () => say({ type: 'search', on: b, where: ['x'], query: 'q', until: '2031-01-01' }), false],
    ['a guideline', () => say({ type: 'guideline', on: a, ...rule }), false],
    ['unsure of a pair', () => say({ type: 'link', a, b, verdict: 'unsure' }), false],
    ['the same', () => say({ type: 'link', a, b, verdict: 'same' }), true],
    ['different', () => say({ type: 'link', a, b, verdict: 'different' }), true],
    ['a correction', () => say({ type: 'correction', on: a, field: 'force', value: 'ready' }), true],
    ['a correction of what is in no list', () => say({ type: 'correction', on: a, field: 'doubt', value: 'who?' }), true],
    ['an entry', () => say({ type: 'entry', entry }), true],
    ['a text', () => store.add([{ source: { text: 'Ghana will open a port at Tema.', date: '2032-01-01' } }]), true],
    ['a text without statements', () => store.add([{ source: { text: 'A quiet day.', date: '2032-01-02' } }]), true],
  ]
  for (const [what, work, words] of cases) assert.equal(await changes(work), words, what)
  const taken = await say({ type: 'correction', on: b, field: 'force', value: 'ready' })
  assert.equal(await changes(() => say({ type: 'withdrawal', of: taken })), true, 'a correction taken back')
  const said = await say(evidence)
  assert.equal(await changes(() => say({ type: 'withdrawal', of: said })), false, 'evidence taken back')
})
