import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gather } from '../../src/export/rows.ts'
import type { Dump, Rows } from '../../src/ledger/dump.ts'
import { parseProgramme } from '../../src/programme/parse.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { newFolder } from '../folder.ts'
import { load, type Plain, slugs } from './ledger.ts'
import { samples } from './samples.ts'

/** Does something with a real ledger in a file: `samples/`, and the programme that the project ships, with some judgements of people. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const folder = newFolder()
  const store = await openStore(join(folder, 'x.db'), { create: true })
  try {
    await fill(store)
    return await store.reading(() => work(store))
  } finally {
    await store.close()
  }
}

async function fill(store: Store): Promise<void> {
  const texts = readdirSync('samples').filter((name) => name.endsWith('.txt'))
  await store.add(
    texts.map((name) => ({ source: { text: readFileSync(`samples/${name}`, 'utf8'), language: 'en', title: name }, externalId: name })),
  )
  const root = 'programmes/china-kazakhstan'
  const { name, judgements } = parseProgramme(new Map(readdirSync(root).map((file) => [file, readFileSync(join(root, file), 'utf8')])))
  const by = `programme:${name}`
  await store.append(
    judgements.map((body) => ({ body, by })),
    { at: '2026-01-01T00:00:00.000Z' },
  )
  const [document] = await gather(store.dump().documents)
  assert.ok(document)
  const statement = (await store.document(document.id))?.statements[0]?.statement
  assert.ok(statement)
  const { id: on, span, quote } = statement
  const said = [
    { type: 'evidence', on, shows: 'progress', certainty: 'low', passage: { document: document.id, span, quote } },
    { type: 'guideline', on, window: { from: '2031-01-01' }, full: 'all', partial: 'some', none: 'none' },
  ] as const
  const [, guideline] = await store.append(
    said.map((body) => ({ body, by: 'anna' })),
    { at: '2026-01-02T00:00:00.000Z' },
  )
  assert.ok(guideline)
  await store.append([{ body: { type: 'score', on, party: 'FR', guideline: guideline.id, value: 0, role: 'first' }, by: 'anna' }], {
    at: '2026-01-03T00:00:00.000Z',
  })
}

/** A dump with all its rows at hand. */
export async function settled(dump: Dump): Promise<Plain> {
  const [documents, texts, undertakings, suggestions, journal] = await Promise.all(
    [dump.documents, dump.texts, dump.undertakings, dump.suggestions, dump.journal].map((rows) => gather(rows as Rows<never>)),
  )
  const characters = new Map<string, string | undefined>()
  for (const { hash } of texts as Plain['texts']) characters.set(hash, await dump.text(hash))
  return { asOf: dump.asOf, documents, texts, undertakings, suggestions, journal, text: (hash) => characters.get(hash) } as Plain
}

/** The ledgers that every format is tried on, each with its name: the cases, the samples as read, and what a store hands over. */
export const ledgers: readonly (readonly [name: string, dump: Plain])[] = [
  ...slugs().map((slug) => [slug, load(slug)] as const),
  ['the samples, read', samples()],
  ['a store', await withStore((store) => settled(store.dump({ asOf: '2026-06-30' })))],
]
