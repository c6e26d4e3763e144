import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Reading, Source } from '../src/model.ts'
import { root } from './gold.ts'

/** Reads one source with the built-in lexica. */
export type Read = (source: Source) => Reading

/** Newest change of a file or under a folder, in milliseconds; 0 where there is none. */
export function newest(path: string): number {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Makes the lexicon module of a checkout anew where its tables are younger, so that no edit of a table is missed. */
export function freshLexicon(checkout: string): void {
  const script = join(checkout, 'scripts', 'bundle-lexicon.ts')
  if (!existsSync(script)) return
  if (newest(join(checkout, 'lexicon')) < newest(join(checkout, 'src', 'lexicon', 'bundled.ts'))) return
  execFileSync(process.execPath, ['--import', 'tsx', script], { cwd: checkout, stdio: ['ignore', 'ignore', 'inherit'] })
}

/**
 * The reader of a checkout (this one by default), so that the same bench can run another revision's.
 * Throws when the checkout has none.
 */
export async function loadRead(checkout: string = root): Promise<Read> {
  const entry = ['src/index.ts', 'src/read/read.ts'].map((path) => join(checkout, path)).find((path) => existsSync(path))
  if (!entry) throw new Error(`${checkout} has no src/index.ts or src/read/read.ts`)
  freshLexicon(checkout)
  const module = (await import(pathToFileURL(entry).href)) as { read?: Read }
  if (!module.read) throw new Error(`${entry} does not export read`)
  return module.read
}
