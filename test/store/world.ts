import fc from 'fast-check'
import type { Entry, JudgementBody } from '../../src/ledger/nouns.ts'
import type { Statement } from '../../src/model.ts'
import { StoreError } from '../../src/store/error.ts'
import type { Store } from '../../src/store/store.ts'
import type { Incoming } from '../../src/store/types.ts'

/** Texts and judgements that tests make ledgers of. All of it is invented. */

const ACTS = [
  'will open direct flights between Accra and Toronto',
  'agreed to open direct flights between Accra and Toronto twice a week',
  'should open direct flights between Accra and Kumasi by 2031',
  'will build a solar park near Tamale',
  'agreed to build a solar park near Tamale by 31 December 2033',
  'will not build a solar park near Tamale',
  'will provide 12 million dollars for school meals in Tamale',
  'will provide 14 million dollars for school meals in Tamale',
  'agreed to sign the Investment Protection Agreement',
  'has opened a trade office in Kumasi',
  'will double the area under irrigation by 2035',
  'is ready to train 200 soil experts in Kumasi',
]
const ACTORS = ['Canada', 'Ghana', 'Canada and Ghana', 'The two sides', 'Morocco']

const sentence = fc.tuple(fc.constantFrom(...ACTORS), fc.constantFrom(...ACTS)).map(([who, act]) => `${who} ${act}.`)

const REPORT = `The leaders met at the port of Tema on a warm morning, walked along the new quay, and heard from engineers, farmers and teachers how
the drought of the past year has changed the life of the villages in the north. They planted a mango tree beside the customs house, saw
a choir of schoolchildren perform two songs, and had lunch with fishermen who told them about nets, fuel and the price of ice. In the
afternoon they toured a hospital, a brewery and the football ground, and both spoke warmly of the players of the women's team.`

/** Nothing, a long report, the same with a word corrected, the same with other spaces: what makes texts copies of each other. */
const report = fc.constantFrom('', '', REPORT, REPORT.replace('mango', 'lemon'), REPORT.replaceAll(', ', ',  '))
const text = fc
  .tuple(fc.array(sentence, { minLength: 1, maxLength: 4 }), report)
  .map(([lines, more]) => `President Ofori of Ghana met Prime Minister Morin of Canada.\n\n${lines.join('\n\n')}\n\n${more}\n`)
const date = fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined })

/** A document: its text, a day of publication or none, maybe a publisher that makes it another document of its text. */
const incoming: fc.Arbitrary<Incoming> = fc
  .record({ text, day: date, publisher: fc.constantFrom(undefined, 'A', 'B'), language: fc.constant('en') })
  .map(({ text: words, day, publisher, language }) => ({
    source: {
      text: words,
      language,
      ...(day === undefined ? {} : { date: new Date(Date.UTC(2030, 0, 1 + day)).toISOString().slice(0, 10) }),
      ...(publisher === undefined ? {} : { publisher }),
    },
  }))

/** What happens to a ledger, one after the other. Numbers choose among what is there. */
export type Step =
  | { readonly type: 'add'; readonly documents: readonly Incoming[] }
  | { readonly type: 'link'; readonly a: number; readonly b: number; readonly verdict: 'same' | 'different' | 'unsure' }
  | { readonly type: 'correct'; readonly on: number; readonly value: readonly [string, unknown] }
  | { readonly type: 'entry'; readonly name: number; readonly act: number; readonly date: number | undefined }
  | { readonly type: 'evidence'; readonly on: number; readonly shows: 'delivers' | 'contradicts'; readonly year: number }
  | { readonly type: 'accept'; readonly on: number }
  | { readonly type: 'recast'; readonly what: 'refuse' | 'add' | 'split' | 'join'; readonly on: number; readonly at: number }
  | { readonly type: 'withdraw'; readonly of: number }

const choice = fc.nat({ max: 1000 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('add' as const), documents: fc.array(incoming, { minLength: 1, maxLength: 3 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('link' as const),
      a: choice,
      b: choice,
      verdict: fc.constantFrom('same', 'different', 'unsure' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('correct' as const),
      on: choice,
      value: fc.constantFrom<readonly [string, unknown]>(
        ['parties', ['GH']],
        ['force', 'binding'],
        ['act', 'build a railway'],
        ['places', ['Tamale']],
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('entry' as const), name: fc.nat({ max: 3 }), act: choice, date }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('evidence' as const),
      on: choice,
      shows: fc.constantFrom('delivers', 'contradicts' as const),
      year: fc.integer({ min: 2030, max: 2034 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('accept' as const), on: choice }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('recast' as const),
      what: fc.constantFrom('refuse', 'add', 'split', 'join' as const),
      on: choice,
      at: choice,
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('withdraw' as const), of: choice }) },
)

/** A life of a ledger. */
export const life: fc.Arbitrary<readonly Step[]> = fc.array(step, { minLength: 4, maxLength: 22 })

/** Ids of all statements and entries, in order. */
export async function nodesOf(store: Store): Promise<string[]> {
  const ids: string[] = []
  for await (const { entries, members } of store.dump().undertakings)
    ids.push(...entries.map(({ id }) => id), ...members.map(({ statement }) => statement.id))
  return [...new Set(ids)].sort()
}

/** Does one step; steps that nothing there fits do nothing. `clock` makes every judgement another, and runs backwards now and then. */
export async function take(store: Store, one: Step, clock: number): Promise<void> {
  if (one.type === 'add') {
    await store.add(one.documents)
    return
  }
  const body = one.type === 'recast' ? await recastOf(store, one) : await bodyOf(store, one)
  const at = new Date(Date.UTC(2031, 0, 1) + (clock % 3 === 0 ? -clock : clock) * 1000).toISOString()
  if (!body) return
  try {
    await store.append([{ body, by: 'anna', reason: `step ${clock}` }], { at })
  } catch (error) {
    // what is drawn on top of another, or taken back while another rests on it
    if (!(error instanceof StoreError) || !/stands there already|withdraw that first/.test(error.message)) throw error
  }
}

/** People's word on the statements of a text: its words, cut at a word chosen, are what is drawn. */
export async function recastOf(store: Store, { what, on, at }: Extract<Step, { type: 'recast' }>): Promise<JudgementBody | undefined> {
  const ids = (await nodesOf(store)).filter((id) => !id.includes('/'))
  const found = await store.node(ids[on % ids.length] ?? '')
  if (!found?.statement || !found.hash) return undefined
  const text = (await store.text(found.hash)) ?? ''
  const beside: Statement[] = []
  for (const id of ids.filter((one) => one.startsWith(found.id.slice(0, 13)))) {
    const other = (await store.node(id))?.statement
    if (other) beside.push(other)
  }
  beside.sort((a, b) => a.span.from - b.span.from)
  const { id, span } = found.statement
  const drawn = (from: number, to: number) => ({
    span: { from, to },
    quote: text.slice(from, to),
    fields: { kind: 'commitment', force: at % 2 ? 'agreed' : 'intent', parties: ['GH'], act: 'build' } as const,
  })
  const body = { type: 'recast', text: found.hash } as const
  if (what === 'refuse') return { ...body, away: [id], drawn: [] }
  if (what === 'split') {
    const cut = text.indexOf(' ', span.from + 1 + (at % Math.max(1, span.to - span.from - 2)))
    if (cut < 0 || cut >= span.to - 1) return undefined
    return { ...body, away: [id], drawn: [drawn(span.from, cut), drawn(cut + 1, span.to)] }
  }
  if (what === 'join') {
    const next = beside[beside.findIndex((one) => one.id === id) + 1]
    return next && { ...body, away: [id, next.id], drawn: [drawn(Math.min(span.from, next.span.from), Math.max(span.to, next.span.to))] }
  }
  const from = text.indexOf(' ', at % text.length) + 1
  const to = text.indexOf('.', from)
  return to > from && text.slice(from, to).trim() ? { ...body, away: [], drawn: [drawn(from, to)] } : undefined
}

async function bodyOf(store: Store, one: Exclude<Step, { type: 'add' } | { type: 'recast' }>): Promise<JudgementBody | undefined> {
  if (one.type === 'entry') return { type: 'entry', entry: entryOf(one.name, one.act, one.date) }
  if (one.type === 'withdraw') {
    const done: string[] = []
    for await (const { id } of store.journal()) done.push(id)
    const standing = new Set(done)
    for await (const { type, ...rest } of store.journal()) if (type === 'withdrawal' && 'of' in rest) standing.delete(rest.of)
    const of = [...standing][one.of % (standing.size || 1)]
    return of === undefined ? undefined : { type: 'withdrawal', of }
  }
  const nodes = await nodesOf(store)
  const pick = (n: number) => nodes[n % nodes.length] as string
  if (nodes.length < 2) return undefined
  if (one.type === 'link')
    return pick(one.a) === pick(one.b) ? undefined : { type: 'link', a: pick(one.a), b: pick(one.b), verdict: one.verdict }
  if (one.type === 'accept') return pick(one.on).includes('/') ? undefined : { type: 'acceptance', on: pick(one.on) }
  if (one.type === 'correct') {
    const on = pick(one.on)
    return on.includes('/') ? undefined : { type: 'correction', on, field: one.value[0] as 'act', value: one.value[1] }
  }
  return { type: 'evidence', on: pick(one.on), shows: one.shows, certainty: 'high', date: `${one.year}`, page: { paraphrase: 'seen' } }
}

function entryOf(name: number, act: number, day: number | undefined): Entry {
  return {
    id: `harbour/e${name}`,
    programme: 'harbour',
    direction: name % 2 ? 'air' : 'land',
    label: `Canada and Ghana ${ACTS[act % ACTS.length]}`,
    kind: 'commitment',
    force: 'agreed',
    parties: ['CA', 'GH'],
    ...(day === undefined ? {} : { date: `2030-01-${String(1 + (day % 28)).padStart(2, '0')}` }),
    mechanisms: [],
    places: [],
  }
}

/** All that a ledger shows, as one text. */
export async function picture(store: Store, asOf = '2032-06-01'): Promise<string> {
  const dump = store.dump({ asOf })
  const lines: string[] = []
  for (const rows of [dump.documents, dump.texts, dump.undertakings, dump.suggestions, dump.journal])
    for await (const row of rows) lines.push(JSON.stringify(row))
  for (const one of await store.orphans()) lines.push(`orphan ${one.id}`)
  return lines.join('\n')
}
