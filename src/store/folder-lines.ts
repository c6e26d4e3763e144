import { open, readFile, rename } from 'node:fs/promises'
import { canonical } from '../ledger/judgement.ts'
import { StoreError } from './error.ts'

/** Writes lines of JSON to a file, which is whole or not there. @param also done after each line */
export async function writeLines<T>(
  path: string,
  rows: Iterable<T> | AsyncIterable<T>,
  also: (row: T) => Promise<void> = async () => {},
): Promise<void> {
  const file = await open(`${path}.part`, 'w')
  try {
    for await (const row of rows) {
      await file.write(`${canonical(row)}\n`)
      await also(row)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.part`, path)
}

/** Lines of JSON with their numbers. Throws `StoreError`. */
export async function linesOf<T>(path: string): Promise<(readonly [number, T])[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new StoreError('missing', `${path} cannot be read; name a folder that \`stocktake export --journal\` wrote`)
  })
  return text.split('\n').flatMap((line, i): (readonly [number, T])[] => {
    if (line.trim() === '') return []
    try {
      const value = JSON.parse(line)
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return [[i + 1, value as T]]
    } catch {
      // said below
    }
    throw new StoreError('refused', `${path}:${i + 1}: is no JSON object`)
  })
}
