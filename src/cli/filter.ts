import { read } from '../index.ts'
import type { Source } from '../model.ts'
import { compact, jsonPieces } from './formats.ts'
import { harmless } from './harmless.ts'
import { linesOf } from './lines.ts'
import { write, writeAll } from './output.ts'

/** One document a line in, one reading a line out, in the same order. Returns 1 where a line was broken, else 0. */
export async function filter(input: AsyncIterable<Uint8Array>, full: boolean, about: Partial<Source>): Promise<number> {
  let code = 0
  for await (const line of linesOf(input)) {
    if ('text' in line && line.text.trim() === '') continue
    const source = 'fault' in line ? line.fault : documentOf(line.text)
    if (typeof source === 'string') {
      code = 1
      process.stderr.write(`stocktake: standard input, line ${line.number}: ${harmless(source)}\n`)
      await write(`${JSON.stringify({ line: line.number, error: source })}\n`)
      continue
    }
    const reading = read({ ...about, ...source })
    if (full) await writeAll(jsonPieces(reading))
    else await write(`${JSON.stringify(compact(reading))}\n`)
  }
  return code
}

/** The document on a line, or what is wrong with the line. */
function documentOf(line: string): Source | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'is not JSON; write one object a line'
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is not an object; write {"id": "…", "text": "…"}'
  const record = value as Record<string, unknown>
  if (typeof record['text'] !== 'string') return 'has no "text"; give it one'
  const source: Record<string, string> = { text: record['text'] }
  if (typeof record['id'] === 'number') source['id'] = String(record['id'])
  for (const key of ['id', 'title', 'date', 'publisher', 'url', 'language']) {
    const field = record[key]
    if (typeof field === 'string') source[key] = field
    else if (field !== undefined && field !== null && source[key] === undefined) return `"${key}" is not a string; write it in quotes`
  }
  return source as unknown as Source
}
