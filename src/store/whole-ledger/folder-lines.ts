import { createReadStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { canonical } from '../../ledger/judgement.ts'
import { StoreError } from '../error.ts'

const LINE_FEED = 10

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

/** Lines of JSON with their numbers, however long the file is. Throws `StoreError`. */
export async function linesOf<T>(path: string): Promise<(readonly [number, T])[]> {
  const found: (readonly [number, T])[] = []
  let number = 0
  for await (const line of rawLines(path)) {
    number++
    if (line.trim() === '') continue
    const value = parsed(line)
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new StoreError('refused', `${path}:${number}: is no JSON object; export the ledger once more`)
    found.push([number, value as T])
  }
  return found
}

/** Lines between line feeds alone: JSON may hold what else ends a line. A whole journal is longer than one string may be. */
async function* rawLines(path: string): AsyncGenerator<string> {
  let parts: Buffer[] = []
  try {
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      let from = 0
      for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, from)) {
        yield Buffer.concat([...parts, piece.subarray(from, end)]).toString('utf8')
        parts = []
        from = end + 1
      }
      parts.push(piece.subarray(from))
    }
  } catch (error) {
    throw unreadable(path, error, 'name a folder that `stocktake export --journal` wrote')
  }
  yield Buffer.concat(parts).toString('utf8')
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** What is said of a file of an exported ledger that the system does not give; an error of ours as it is. `what`: what it is, or what to do. */
export function unreadable(path: string, error: unknown, what: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (error instanceof StoreError || code === undefined) return error
  return new StoreError('missing', `${path} ${code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`}; ${what}`)
}
