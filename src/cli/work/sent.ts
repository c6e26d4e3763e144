import type { Reading, Statement } from '../../model.ts'

/** Statements in one piece: as text and as objects, few of them are in memory twice. */
const STATEMENTS = 500

/** A reading on its way from thread to thread: pieces of JSON as UTF-8, the first without statements. Bytes change hands without being copied, and weigh on no heap. */
export interface SentReading {
  readonly pieces: readonly Uint8Array[]
}

/** Makes a reading ready to be sent. */
export function sent({ statements, ...rest }: Reading): SentReading {
  const encoder = new TextEncoder()
  const pieces = [encoder.encode(JSON.stringify(rest))]
  for (let i = 0; i < statements.length; i += STATEMENTS) pieces.push(encoder.encode(JSON.stringify(statements.slice(i, i + STATEMENTS))))
  return { pieces }
}

/** The reading that was sent. */
export function received({ pieces }: SentReading): Reading {
  const decoder = new TextDecoder()
  const [rest, ...statements] = pieces.map((piece) => JSON.parse(decoder.decode(piece)))
  return { ...(rest as Omit<Reading, 'statements'>), statements: (statements as Statement[][]).flat() }
}
