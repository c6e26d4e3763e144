import type { NodeId } from '../../ledger/nouns.ts'
import type { Reading, Source, Statement } from '../../model.ts'
import { type ReadAhead, type ReadyStatement, readyOf } from '../../store/incoming/ready.ts'

/** Statements in one piece: as text and as objects, few of them are in memory twice. */
const STATEMENTS = 500

/** Lines of a statement in its piece. JSON has no line breaks of its own, and words have none. */
const LINES = 3

/**
 * A reading on its way from thread to thread, with what is stored of its statements: pieces of UTF-8, the first JSON without statements, the others lines. Bytes
 * change hands without being copied, and weigh on no heap.
 */
export interface SentReading {
  readonly pieces: readonly Uint8Array[]
}

/** Makes a reading ready to be sent. @param source what was read */
export function sent(reading: Reading, source: Source): SentReading {
  const encoder = new TextEncoder()
  const { statements: _, ...rest } = reading
  const pieces = [encoder.encode(JSON.stringify(rest))]
  let lines: string[] = []
  const close = () => {
    if (lines.length) pieces.push(encoder.encode(lines.join('\n')))
    lines = []
  }
  for (const { body, features, words } of readyOf(reading, source)) {
    lines.push(body, features, words)
    if (lines.length === LINES * STATEMENTS) close()
  }
  close()
  return { pieces }
}

/** The reading that was sent, with what is stored of it; the pieces are kept as long as that is. */
export function received({ pieces: [rest, ...pieces] }: SentReading): Required<ReadAhead> {
  const decoder = new TextDecoder()
  let open: { readonly at: number; readonly lines: readonly string[] } | undefined
  const linesOf = (at: number): readonly string[] => {
    if (open?.at !== at) open = { at, lines: decoder.decode(pieces[at]).split('\n') }
    return open.lines
  }
  const statements: Statement[] = []
  const places = new Map<NodeId, number>()
  for (let at = 0; at < pieces.length; at++) {
    const lines = linesOf(at)
    for (let line = 0; line < lines.length; line += LINES) {
      const statement = JSON.parse(lines[line] as string) as Statement
      // of two at one place the first is kept
      if (!places.has(statement.id)) places.set(statement.id, statements.length)
      statements.push(statement)
    }
  }
  const ready = (id: NodeId): ReadyStatement | undefined => {
    const place = places.get(id)
    if (place === undefined) return undefined
    const line = LINES * (place % STATEMENTS)
    const [body, features, words] = linesOf(Math.floor(place / STATEMENTS)).slice(line, line + LINES) as [string, string, string]
    return { body, features, words }
  }
  return { reading: { ...(JSON.parse(decoder.decode(rest)) as Omit<Reading, 'statements'>), statements }, ready }
}
