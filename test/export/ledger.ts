import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { File } from '../../src/export/rows.ts'
import type { Dump, Rows } from '../../src/ledger/dump.ts'

const root = 'test/export/cases'

/** The names of the cases: folders with a `ledger.json`, which is a dump and the `characters` of its texts. */
export const slugs = (): string[] => readdirSync(root).filter((slug) => existsSync(join(root, slug, 'ledger.json')))

/** A dump whose rows are arrays. */
export type Plain = { readonly [K in keyof Dump]: Dump[K] extends string ? string : Dump[K] extends Rows<infer T> ? readonly T[] : Dump[K] }

/** The ledger of a case. */
export function load(slug: string): Plain & { readonly about: string } {
  const { characters, ...rows } = JSON.parse(readFileSync(join(root, slug, 'ledger.json'), 'utf8'))
  return { ...rows, text: (hash) => characters[hash] }
}

/** The whole of an export's text. */
export async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

/** Files of a case whose text is not what `expected` says; each leaves the text of now beside it, with `-changed` in its name. */
export async function changed(slug: string, files: readonly File[]): Promise<string[]> {
  const wrong: string[] = []
  for (const { name, pieces } of files) {
    const path = join(root, slug, 'expected', name)
    const now = join(root, slug, 'expected', name.replace(/(?=\.[^.]*$)/, '-changed'))
    const text = await whole(pieces)
    rmSync(now, { force: true })
    if (existsSync(path) && readFileSync(path).equals(Buffer.from(text))) continue
    wrong.push(path)
    if (!process.env['CI']) writeFileSync(now, text)
  }
  return wrong
}

/** The same rows, each kind of them coming one by one and late, as a store gives them. */
export function asStored(dump: Plain): Dump {
  const late = <T>(rows: Iterable<T>): AsyncIterable<T> => ({
    async *[Symbol.asyncIterator]() {
      for (const row of rows) yield await Promise.resolve(row)
    },
  })
  return {
    asOf: dump.asOf,
    documents: late(dump.documents),
    texts: late(dump.texts),
    undertakings: late(dump.undertakings),
    suggestions: late(dump.suggestions),
    journal: late(dump.journal),
    text: async (hash) => dump.text(hash),
  }
}
