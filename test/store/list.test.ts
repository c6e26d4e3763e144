import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Suggestion } from '../../src/ledger/dump.ts'
import type { Undertaking } from '../../src/ledger/nouns.ts'
import type { Store } from '../../src/store/store.ts'
import type { Filter, Row } from '../../src/store/types.ts'
import { termsOf, wordsOf } from '../../src/store/words.ts'
import { onBoth, type Place } from './places.ts'
import { life, take } from './world.ts'

/** A ledger of a few lives, the same on both databases. */
async function filled(place: Place): Promise<Store> {
  const store = await place.open()
  let clock = 0
  for (const steps of fc.sample(life, { numRuns: 4, seed: 46 })) for (const step of steps) await take(store, step, ++clock)
  return store
}

async function all(store: Store, filter: Filter): Promise<Row[]> {
  const rows: Row[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.list({ ...filter, limit: 3, ...(after === undefined ? {} : { after }) })
    rows.push(...page.rows)
    assert.ok(page.total >= rows.length)
    if (page.next === undefined) {
      assert.equal(page.total, rows.length)
      return rows
    }
    after = page.next
  }
}

const many = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

/** What a filter means, said over the whole undertaking. */
function holds(one: Undertaking, filter: Filter): boolean {
  const some = (wanted: string | readonly string[] | undefined, has: readonly string[]) =>
    many(wanted).length === 0 || many(wanted).some((value) => has.includes(value))
  const texts = [...one.members.map(({ statement }) => statement.quote), ...one.entries.map(({ label }) => label)]
  return (
    many(filter.party).every((party) => one.parties.includes(party)) &&
    some(filter.topic, one.topics) &&
    some(filter.place, one.places) &&
    some(filter.mechanism, one.mechanisms) &&
    some(filter.kind, [one.kind]) &&
    some(filter.force, [one.force]) &&
    some(filter.standing, [one.standing]) &&
    (filter.programme === undefined || one.entries[0]?.programme === filter.programme) &&
    (filter.direction === undefined || one.entries[0]?.direction === filter.direction) &&
    (filter.dueBefore === undefined || (one.due !== undefined && one.due <= filter.dueBefore)) &&
    (filter.dueAfter === undefined || (one.due !== undefined && one.due >= filter.dueAfter)) &&
    (filter.text === undefined ||
      termsOf(filter.text).every(({ words }) => texts.some((text) => wordsOf(text).includes(words[0] as string))))
  )
}

const FILTERS: readonly Filter[] = [
  {},
  { party: 'CA' },
  { party: ['CA', 'GH'] },
  { party: 'GH', kind: 'commitment' },
  { topic: ['energy', 'transport'] },
  { place: 'Tamale' },
  { force: ['agreed', 'binding'], party: 'CA' },
  { standing: 'delivered' },
  { standing: ['overdue', 'not-yet-due'] },
  { standing: 'not-assessed', party: 'CA' },
  { programme: 'harbour' },
  { programme: 'harbour', direction: 'air' },
  { dueBefore: '2033-12-31' },
  { dueAfter: '2033-01-01', party: 'GH' },
  { text: 'solar' },
  { text: 'nothing-like-this-anywhere' },
  { party: 'XX' },
]

onBoth('a list shows what its filter says, page by page, on any day', async (place) => {
  const store = await filled(place)
  for (const asOf of ['2030-06-01', '2034-06-01', '2040-01-01']) {
    const whole: Undertaking[] = []
    for await (const one of store.dump({ asOf }).undertakings) whole.push(one)
    for (const filter of FILTERS) {
      const rows = await all(store, { ...filter, asOf })
      const wanted = whole.filter((one) => holds(one, filter)).map(({ id }) => id)
      assert.deepEqual(rows.map(({ id }) => id).sort(), wanted.sort(), JSON.stringify(filter))
    }
    const shown = new Map((await all(store, { asOf })).map((row) => [row.id, row.standing]))
    for (const { id, standing } of whole) assert.equal(shown.get(id), standing)
  }
})

onBoth('every order of a list is an order of all rows, ties by id', async (place) => {
  const store = await filled(place)
  const keys = { last: 'last', first: 'first', due: 'due', label: 'label', statements: 'statements', force: 'force' } as const
  const forces = ['none', 'should', 'ready', 'intent', 'agreed', 'binding']
  const count = (await store.stats()).undertakings
  for (const sort of Object.keys(keys) as (keyof typeof keys)[]) {
    const rows = await all(store, { sort })
    assert.equal(rows.length, count)
    const down = sort === 'last' || sort === 'statements' || sort === 'force'
    for (let i = 1; i < rows.length; i++) {
      const value = (row: Row) => (sort === 'force' ? forces.indexOf(row.force) : row[sort])
      const [one, next] = [value(rows[i - 1] as Row), value(rows[i] as Row)]
      if (one === next) assert.ok((rows[i - 1] as Row).id < (rows[i] as Row).id)
      else if (next === undefined) continue
      else assert.ok(one !== undefined && (down ? one > next : one < next), `${sort}: ${one} before ${next}`)
    }
  }
  await assert.rejects(store.list({ sort: 'due', after: 'bogus' }), /place in the list is not known/)
})

onBoth('a search finds every statement that has the words, phrases and beginnings asked for', async (place) => {
  const store = await filled(place)
  for (const [query, pattern] of [
    ['solar', /\bsolar\b/i],
    ['"soil experts"', /\bsoil experts\b/i],
    ['experts soil', /\b(?:soil.*experts|experts.*soil)\b/i],
    ['irrig*', /\birrig/i],
    ['SOLAR park', /solar park/i],
  ] as const) {
    const { hits } = await store.search(query, { limit: 1000 })
    const found = new Set(hits.filter(({ kind }) => kind !== 'text').map(({ node }) => node))
    const wanted = new Set<string>()
    for await (const { members, entries } of store.dump().undertakings) {
      for (const { statement } of members) if (pattern.test(statement.quote)) wanted.add(statement.id)
      for (const { id, label } of entries) if (pattern.test(label)) wanted.add(id)
    }
    assert.deepEqual(found, wanted, query)
    assert.ok(wanted.size > 0, query)
    for (const { kind, span, document, quote } of hits)
      if (span && document) assert.equal((await store.text(document.hash))?.slice(span.from, span.to), quote, kind)
  }
  for (const nothing of ['', '   ', '"', '***', 'AND OR NOT', "'; drop table nodes; --", '(((', '\0'])
    assert.ok((await store.search(nothing)).hits.length >= 0)
})

onBoth('a search finds what people wrote: of what was found, looked for and asked for, and why; not what was taken back', async (place) => {
  const store = await place.open()
  const [added] = await store.add([{ source: { text: 'Peru will build a lighthouse at Ilo.\n', date: '2030-01-01' } }])
  const on = added?.undertakings[0] ?? ''
  const page = { paraphrase: 'The kiosk by the quay was painted.', publisher: 'Harbour Gazette' }
  const [, search] = await store.append([
    {
      body: { type: 'evidence', on, shows: 'progress', certainty: 'low', page, note: 'seen from a ferry' },
      by: 'ana',
      reason: 'overheard',
    },
    { body: { type: 'search', on, where: ['the mint'], query: 'lanterns', until: '2031-01-01' }, by: 'ben' },
    { body: { type: 'guideline', on, window: { from: '2030-01-02' }, full: 'it shines', partial: 'walls', none: 'sand' }, by: 'ana' },
    { body: { type: 'correction', on, field: 'act', value: 'raise' }, by: 'ben', reason: 'a misprint' },
  ])
  const found = async (words: string) =>
    (await store.search(words)).hits.flatMap(({ kind, undertaking, judgement }) =>
      kind === 'note' ? [[judgement?.type, judgement?.by, undertaking]] : [],
    )
  for (const words of ['kiosk quay', 'gazette', 'ferry', 'overheard'])
    assert.deepEqual(await found(words), [['evidence', 'ana', on]], words)
  for (const words of ['mint', '"lanterns"']) assert.deepEqual(await found(words), [['search', 'ben', on]], words)
  assert.deepEqual(await found('shines'), [['guideline', 'ana', on]])
  assert.deepEqual(await found('misprint'), [['correction', 'ben', on]])
  await store.append([{ body: { type: 'withdrawal', of: search?.id ?? '' }, by: 'ben' }])
  assert.deepEqual(await found('mint'), [])
  assert.deepEqual(await store.verify(), [])
})

onBoth('a passage of a long line is cut between words, and has the word that was asked for', async (place) => {
  const store = await place.open()
  const before = 'The market of Ilo was full of pears, quinces and melons that morning, and nobody spoke. '.repeat(4)
  const text = `${before}Then a zeppelin was seen above the harbour. ${before}`
  await store.add([{ source: { text } }])
  const { hits } = await store.search('zeppelin')
  const passage = hits.find(({ kind }) => kind === 'text')
  assert.match(passage?.quote ?? '', /^[a-z]+ .*zeppelin.* [a-z]+[.,]?$/i)
  const { from, to } = passage?.span ?? { from: 0, to: 0 }
  assert.match(`${text[from - 1]}|${text[to]}`, /^ \| $/)
  assert.match(passage?.document?.opening ?? '', /^The market of Ilo .* …$/)
})

onBoth(
  'the queue of suggestions is in one order over all its pages: free ones first, each the most certain first, never within one text',
  async (place) => {
    const store = await filled(place)
    const whole: Suggestion[] = []
    for await (const one of store.dump().suggestions) whole.push(one)
    assert.ok(whole.length > 5)
    const seen: Suggestion[] = []
    for (let after: string | undefined; ; ) {
      const page = await store.suggestions({ limit: 2, ...(after === undefined ? {} : { after }) })
      assert.equal(page.total, whole.length)
      seen.push(...page.rows)
      if (page.next === undefined) break
      after = page.next
    }
    const name = ({ a, b }: Suggestion) => `${a.node} ${b.node}`
    assert.deepEqual(seen.map(name).sort(), whole.map(name))
    for (const [i, { a, b, score, barriers }] of seen.entries()) {
      assert.ok(a.document === undefined || b.document === undefined || a.node.slice(0, 12) !== b.node.slice(0, 12))
      const next = seen[i + 1]
      if (!next) break
      const [free, nextFree] = [barriers.length === 0, next.barriers.length === 0]
      assert.ok(free === nextFree ? score >= next.score : free)
    }
  },
)
