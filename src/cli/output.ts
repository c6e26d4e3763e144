import { once } from 'node:events'

/** Writes to standard output and waits while the reader at its other end is slower. */
export async function write(piece: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
}

/** Writes many small pieces in few large writes. */
export async function writeAll(pieces: Iterable<string>): Promise<void> {
  let waiting = ''
  for (const piece of pieces) {
    waiting += piece
    if (waiting.length > 65_536) {
      await write(waiting)
      waiting = ''
    }
  }
  if (waiting) await write(waiting)
}

/** Writes lines. */
export async function writeLines(lines: Iterable<string>): Promise<void> {
  await writeAll(ended(lines))
}

function* ended(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`
}

/** Writes a value as one line of JSON. */
export async function writeJson(value: unknown): Promise<void> {
  await write(`${JSON.stringify(value)}\n`)
}
