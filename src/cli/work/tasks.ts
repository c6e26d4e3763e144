import { read } from '../../index.ts'
import { IntakeError } from '../../intake/error.ts'
import { sourceOfBytes } from '../../intake/intake.ts'
import type { Given } from '../../intake/nouns.ts'
import type { Source } from '../../model.ts'
import { keptOf } from '../../store/incoming/kept.ts'
import { documentOf } from '../document.ts'
import type { Derived } from '../entries.ts'
import { compact, jsonPieces } from '../formats.ts'
import { type SentReading, sent } from './sent.ts'

/** A line of `read --jsonl`. */
export interface LineAsked {
  readonly text: string
  readonly full: boolean
  readonly about: Partial<Source>
}

/** What is written for a line as UTF-8, or what is wrong with it. */
export type LineAnswer = { readonly pieces: readonly Uint8Array[] } | { readonly fault: string }

/** Bytes, and what is known of them beside themselves. */
export interface BytesAsked {
  readonly bytes: Uint8Array
  readonly given: Given
}

/** What comes of bytes, without the way back into them; or what is wrong with them. */
export type BytesAnswer = Omit<Derived, 'bytes' | 'given'> | { readonly fault: string }

/** What can be asked of a thread, by kind: what goes there and what comes back. */
export interface Tasks {
  readonly line: readonly [LineAsked, LineAnswer]
  readonly intake: readonly [BytesAsked, BytesAnswer]
  /** What a ledger keeps of a reading. */
  readonly read: readonly [Source, SentReading]
}

/** Does the work, in whichever thread it is called. */
export const perform: { readonly [K in keyof Tasks]: (asked: Tasks[K][0]) => Tasks[K][1] | Promise<Tasks[K][1]> } = {
  line: readLine,
  intake: takeBytes,
  read: (source) => sent(keptOf(read(source)), source),
}

/** UTF-8 bytes that are gathered before a piece is closed. */
const PIECE = 1 << 20

/** What is written for a line, or what is wrong with it. */
export function answerTo({ text, full, about }: LineAsked): { readonly pieces: Iterable<string> } | { readonly fault: string } {
  const source = documentOf(text)
  if (typeof source === 'string') return { fault: source }
  const reading = read({ ...about, ...source })
  return { pieces: full ? jsonPieces(reading) : [`${JSON.stringify(compact(reading))}\n`] }
}

function readLine(asked: LineAsked): LineAnswer {
  const answer = answerTo(asked)
  if ('fault' in answer) return answer
  const encoder = new TextEncoder()
  const pieces: Uint8Array[] = []
  let waiting = ''
  for (const piece of answer.pieces) {
    waiting += piece
    if (waiting.length < PIECE) continue
    pieces.push(encoder.encode(waiting))
    waiting = ''
  }
  if (waiting) pieces.push(encoder.encode(waiting))
  return { pieces }
}

async function takeBytes({ bytes, given }: BytesAsked): Promise<BytesAnswer> {
  try {
    const { source, remarks, grounds, original } = await sourceOfBytes(bytes, given)
    const { form } = original
    return { source, remarks, grounds, original: { form, ...('encoding' in original ? { encoding: original.encoding } : {}) } }
  } catch (error) {
    if (error instanceof IntakeError) return { fault: error.message }
    throw error
  }
}
