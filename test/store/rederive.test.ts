import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read } from '../../src/index.ts'
import { textAgain } from '../../src/intake/again.ts'
import type { Revision } from '../../src/store/linking/revision.ts'
import { rederive } from '../../src/store/rereading/rederive.ts'
import type { Store } from '../../src/store/store.ts'
import type { Incoming } from '../../src/store/types.ts'
import { exportJournal, importJournal } from '../../src/store/whole-ledger/folder.ts'
import { newFolder } from '../folder.ts'
import { onBoth } from './places.ts'
import { picture } from './world.ts'

const park = 'Canada will build a solar park near Tamale by 2033.'
const experts = 'Ghana will train 200 soil experts.'
const office = 'Canada has opened a trade office in Kumasi.'
const school = 'Ghana will open two schools.'

/** A page that an older intake took in with its menu and a box beside the text; today's takes neither. */
const bytes = Buffer.from(
  `<!doctype html><html lang="en"><body><nav><a href="/">Home</a></nav><main><p>${park}</p><p>${experts}</p><p>${school}</p></main><aside><p>${office}</p></aside></body></html>`,
)
const old: Incoming = {
  source: { text: `Home\n\n${office}\n\n${park}\n\n${experts}\n\n${school}`, date: '2030-01-01', language: 'en' },
  externalId: 'a',
  receipt: { bytes, form: 'html', grounds: {}, encoding: 'utf-8', ending: '.html' },
}
const other: Incoming = {
  source: { text: 'Canada will build a solar park near Tamale.\n', date: '2031-01-01', language: 'en' },
  externalId: 'b',
}

async function today(): Promise<string> {
  const made = await textAgain(bytes, { name: 'original.html' })
  return 'text' in made ? made.text : assert.fail(made.fault)
}

const statementsOf = async (store: Store, name: string) => (await store.document(name))?.statements.map(({ statement }) => statement) ?? []
const withWords = async (store: Store, name: string, words: string) =>
  (await statementsOf(store, name)).find(({ quote }) => words.startsWith(quote.slice(0, 20)) || quote.includes(words.slice(0, -1))) ??
  assert.fail(words)

/** A ledger with judgements of all kinds on the old text, and the ids of those that have no place in the new one. */
async function judged(store: Store): Promise<readonly string[]> {
  await store.add([old])
  await store.add([other])
  const [one, two, gone, three] = [
    await withWords(store, 'a', park),
    await withWords(store, 'a', experts),
    await withWords(store, 'a', office),
    await withWords(store, 'a', school),
  ]
  const elsewhere = await withWords(store, 'b', 'Canada will build a solar park near Tamale')
  const id = (await store.document('a'))?.document.id as string
  const { text } = old.source
  const quoted = (words: string) => ({ span: { from: text.indexOf(words), to: text.indexOf(words) + words.length }, quote: words })
  const at = quoted('by 2033').span
  const [, , , , guideline] = await store.append(
    [
      { body: { type: 'correction', on: one.id, field: 'force', value: 'binding' }, by: 'anna', reason: 'it says so' },
      {
        body: { type: 'correction', on: one.id, field: 'deadline', value: { phrase: 'by 2033', bound: 'by', span: at, to: '2033-06-30' } },
        by: 'anna',
      },
      { body: { type: 'link', a: two.id, b: elsewhere.id, verdict: 'different' }, by: 'ben' },
      { body: { type: 'link', a: one.id, b: elsewhere.id, verdict: 'same' }, by: 'anna' },
      {
        body: {
          type: 'guideline',
          on: one.id,
          window: { from: '2030-01-01', to: '2033-12-31' },
          full: 'built',
          partial: 'begun',
          none: 'nothing',
        },
        by: 'anna',
      },
      // a split, and a word on what was drawn
      {
        body: {
          type: 'recast',
          text: (await store.document('a'))?.document.hash as string,
          away: [three.id],
          drawn: [{ ...quoted('Ghana will open two schools'), fields: { kind: 'commitment', force: 'intent', parties: ['Ghana'] } }],
        },
        by: 'ben',
      },
    ],
    { at: '2031-02-01T00:00:00.000Z' },
  )
  const [evidence] = await store.append([
    {
      body: { type: 'evidence', on: elsewhere.id, shows: 'restates', certainty: 'high', passage: { document: id, ...quoted(experts) } },
      by: 'ben',
    },
    // on a node of another text, by a guideline of this one
    { body: { type: 'score', on: elsewhere.id, party: 'Canada', guideline: guideline?.id as string, value: 0, role: 'first' }, by: 'ben' },
    { body: { type: 'acceptance', on: two.id }, by: 'ben' },
  ])
  assert.ok(evidence)
  const lost = await store.append([
    { body: { type: 'evidence', on: gone.id, shows: 'delivers', certainty: 'high', page: { paraphrase: 'seen' } }, by: 'anna' },
  ])
  return lost.map((one) => one.id)
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')])

onBoth(
  'a text is made anew of its original: what was judged goes to the same words, the rest is orphaned, nothing is lost',
  async (place) => {
    const store = await place.open()
    const lost = await judged(store)
    const before = (await store.wholeJournal()).map(({ id }) => id)
    const id = (await store.document('a'))?.document.id as string
    const done = await store.rederive(id, await today())
    assert.deepEqual(done, { made: true, moved: before.length - lost.length, orphaned: lost.length })
    assert.deepEqual(await store.verify(), [])

    const now = await store.document('a')
    assert.equal(now?.text, await today())
    assert.notEqual(now?.document.id, id)
    assert.equal(await store.document(id), undefined)
    assert.deepEqual(Buffer.from((await store.bytes(now?.document.id as string)) ?? []), bytes)
    assert.deepEqual([now?.document.date, now?.document.externalId], ['2030-01-01', 'a'])

    // nothing of the journal goes away, and what has no place is listed
    const journal = await store.wholeJournal()
    assert.deepEqual(
      journal.slice(0, before.length).map((one) => one.id),
      before,
    )
    assert.deepEqual(
      (await store.orphans()).map((one) => one.id),
      lost,
    )
    // by whom, when and why stay
    const force = journal.findLast((one) => one.type === 'correction' && one.field === 'force')
    assert.deepEqual([force?.by, force?.at, force?.reason], ['anna', '2031-02-01T00:00:00.000Z', 'it says so'])

    const statement = await withWords(store, 'a', park)
    assert.equal(statement.force, 'binding')
    assert.equal(statement.deadline?.to, '2033-06-30')
    const { from, to } = statement.deadline?.span ?? { from: 0, to: 0 }
    assert.equal(now?.text.slice(from, to), 'by 2033')
    const undertaking = await store.undertaking(statement.id)
    assert.deepEqual(undertaking?.members.map((one) => one.link?.by).filter(Boolean), ['anna'])
    assert.equal(undertaking?.members.length, 2)
    const on = await store.judgementsOn(statement.id)
    assert.deepEqual(on.map(({ type }) => type).sort(), ['correction', 'correction', 'evidence', 'guideline', 'link', 'link', 'score'])
    const evidence = on.find((one) => one.type === 'evidence')
    assert.equal(evidence?.type === 'evidence' && evidence.passage?.document, now?.document.id)
    assert.ok(
      (await statementsOf(store, 'a')).some(
        ({ quote, grounds }) => quote === 'Ghana will open two schools' && grounds['span']?.basis === 'judged',
      ),
    )
    assert.equal((await store.search('Kumasi')).hits.filter(({ kind }) => kind !== 'note').length, 0)

    // again: nothing to do
    const stands = await picture(store)
    assert.deepEqual(await store.rederive(now?.document.id as string, await today()), { made: false, moved: 0, orphaned: 0 })
    assert.equal(await picture(store), stands)

    // and another ledger made of the export is the same one
    const [one, two] = [newFolder(), newFolder()]
    await exportJournal(store, one, { originals: true })
    const copy = await place.open()
    await importJournal(copy, one)
    assert.deepEqual(await copy.verify(), [])
    assert.equal(await picture(copy), stands)
    await exportJournal(copy, two, { originals: true })
    assert.deepEqual(filesIn(two), filesIn(one))
  },
)

onBoth('a text that another document has too stays, with what was judged on it', async (place) => {
  const store = await place.open()
  await judged(store)
  await store.add([{ source: { ...old.source, publisher: 'Another paper', date: '2030-02-01' }, externalId: 'c' }])
  const id = (await store.document('a'))?.document.id as string
  const orphans = await store.orphans()
  const { made, moved, orphaned } = await store.rederive(id, await today())
  // what quotes the document alone is about its new text
  assert.deepEqual([made, moved, orphaned], [true, 1, 0])
  assert.deepEqual(await store.verify(), [])
  assert.equal((await store.document('c'))?.text, old.source.text)
  assert.equal((await store.document('a'))?.text, await today())
  assert.deepEqual(await store.orphans(), orphans)
  assert.equal((await withWords(store, 'c', park)).force, 'binding')
})

onBoth('what breaks off in the middle leaves the ledger as it was', async (place) => {
  const store = await place.open()
  await judged(store)
  const before = [await picture(store), JSON.stringify(await store.wholeJournal()), (await store.document('a'))?.text]
  const id = (await store.document('a'))?.document.id as string
  const inside = store as unknown as { change<T>(work: (revision: Revision) => Promise<T>): Promise<T> }
  const text = await today()
  const broken = inside.change(async (revision) => {
    await rederive(revision, id, text, read, '2031-03-01T00:00:00.000Z')
    throw new Error('killed')
  })
  await assert.rejects(broken, /killed/)
  assert.deepEqual([await picture(store), JSON.stringify(await store.wholeJournal()), (await store.document('a'))?.text], before)
  assert.deepEqual(await store.verify(), [])
})
