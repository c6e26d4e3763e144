import { read } from '../index.ts'
import type { Source } from '../model.ts'
import { documentOf } from './document.ts'
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
