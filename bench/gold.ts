import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Force, Kind, Source } from '../src/model.ts'

/** Root of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Folder of the reference material (gold, corpus, scorers), or undefined where this machine has none. */
export function sharedFolder(): string | undefined {
  const folder = process.env.STOCKTAKE_SHARED ?? join(root, '..', 'shared')
  return existsSync(join(folder, 'gold')) ? folder : undefined
}

/** The folder, or a message on standard error and the end of the process (exit 0: absence is no failure). */
export function sharedOrSkip(what: string): string {
  const folder = sharedFolder()
  if (folder) return folder
  console.error(`${what}: skipped, no gold data found. Set STOCKTAKE_SHARED to the folder that holds gold/ and corpus/.`)
  process.exit(0)
}

/** A statement of the gold, as coded by people. Offsets are UTF-16 code units, end exclusive. */
export interface GoldStatement {
  readonly from: number
  readonly to: number
  readonly quote: string
  readonly kind: Kind
  readonly force: Force
  readonly parties: readonly string[]
  readonly act?: string
  readonly aspect?: string
  readonly attribution?: string
  readonly negated?: boolean
  readonly doubt?: string
}

/** A whole document of the gold. */
export interface GoldDocument {
  readonly id: string
  readonly text: string
  readonly statements: readonly GoldStatement[]
  readonly damage?: readonly { readonly from: number; readonly to: number; readonly what?: string; readonly quote?: string }[]
}

/** Every line of a JSON Lines file. */
export function jsonLines<T>(path: string): T[] {
  const rows: T[] = []
  for (const line of readFileSync(path, 'utf8').split('\n')) if (line) rows.push(JSON.parse(line) as T)
  return rows
}

/** The rows of a small table, comments and the head line left out. */
function table(name: string): string[][] {
  const lines = readFileSync(join(root, 'bench', name), 'utf8').split('\n')
  return lines
    .filter((line) => line && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'))
}

/** Ids of the documents whose texts are never printed: see the head of `held-back.tsv`. */
export const heldBack = (): Set<string> => new Set(table('held-back.tsv').map(([id]) => id as string))

/** Genre by document id; a document that the table does not know is `other`. */
export function genres(): (id: string) => string {
  const known = new Map(table('genres.tsv').map(([id, genre]) => [id as string, genre as string]))
  return (id) => known.get(id) ?? 'other'
}

/** What the `Key: value` header of a corpus file says about a document; nothing where there is no such file. */
export function metadata(shared: string, id: string): Partial<Source> {
  const path = join(shared, 'corpus', `${id}.txt`)
  if (!existsSync(path)) return {}
  const head = readFileSync(path, 'utf8').split('\n\n', 1)[0] ?? ''
  const value = (key: string) =>
    head
      .split('\n')
      .find((line) => line.startsWith(`${key}: `))
      ?.slice(key.length + 2)
  const found: Record<string, string> = {}
  for (const [name, key] of [
    ['title', 'Title'],
    ['date', 'Date'],
    ['publisher', 'Publisher'],
  ] as const) {
    const text = value(key)
    if (text) found[name] = text
  }
  return found
}
