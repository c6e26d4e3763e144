import type { Source } from '../model.ts'
import { Coming } from './coming.ts'
import { harmless } from './harmless.ts'
import { type Line, linesOf } from './lines.ts'
import { write, writeAll } from './output.ts'
import { inOrder } from './work/in-order.ts'
import { answerTo, type LineAnswer } from './work/tasks.ts'
import { roomFor, TOO_LARGE, WORTHWHILE } from './work/threads.ts'

/** How the filter reads. */
export interface Filtering {
  readonly full: boolean
  /** What the call says of a document that does not say it itself. */
  readonly about: Partial<Source>
  readonly threads: number
}

/**
 * One document a line in, one reading a line out, in the same order. Where there is much to read, several threads read; what is written is the
 * same. Returns 1 where a line was broken, else 0; 130 where it was stopped.
 */
export async function filter(input: AsyncIterable<Uint8Array>, filtering: Filtering): Promise<number> {
  const { threads } = filtering
  const lines = new Coming(linesOf(input))
  let [code, seen] = [0, 0]
  for (;;) {
    // What comes at once is held until it is enough for threads: this thread would have to compile the reader too to read a little of it.
    const held: Line[] = []
    let ended = false
    while (!ended && !isMuch(held, seen)) {
      const come = held.length === 0 ? await lines.next() : threads === 1 ? undefined : await lines.soon()
      if (!come) break
      if (come.done) ended = true
      else if (!isBlank(come.value)) {
        held.push(come.value)
        seen += sizeIn(come.value)
      }
    }
    if (isMuch(held, seen)) return Math.max(code, await inThreads(lines.after(held), filtering))
    for (const line of held) code = Math.max(code, await readHere(line, filtering))
    if (ended) return code
  }
}

/** Enough to start threads for, and more than one line, which one thread reads. */
const isMuch = (held: readonly Line[], seen: number): boolean => held.length > 1 && seen >= WORTHWHILE

const sizeIn = (line: Line): number => ('text' in line ? line.text.length : 0)

/** Reads one line in this thread. Returns 1 where it was broken. */
async function readHere(line: Line, { full, about }: Filtering): Promise<0 | 1> {
  const answer = 'fault' in line ? line : answerTo({ text: line.text, full, about })
  if ('fault' in answer) return refuse(line, answer.fault)
  await writeAll(answer.pieces)
  return 0
}

const isBlank = (line: Line): boolean => 'text' in line && line.text.trim() === ''

async function refuse({ number }: Line, fault: string): Promise<1> {
  process.stderr.write(`stocktake: standard input, line ${number}: ${harmless(fault)}\n`)
  await write(`${JSON.stringify({ line: number, error: fault })}\n`)
  return 1
}

async function* withWords(lines: AsyncIterable<Line>): AsyncGenerator<Line> {
  for await (const line of lines) if (!isBlank(line)) yield line
}

async function inThreads(lines: AsyncIterable<Line>, { full, about, threads }: Filtering): Promise<number> {
  const { Crew, OutOfMemory } = await import('./work/crew.ts')
  const crew = new Crew(threads)
  const start = async (line: Line): Promise<{ line: Line; answer: LineAnswer }> => {
    if ('fault' in line) return { line, answer: line }
    const answer = crew.run('line', { text: line.text, full, about }, line.text.length)
    return { line, answer: await answer.catch((error) => (error instanceof OutOfMemory ? { fault: TOO_LARGE } : Promise.reject(error))) }
  }
  const weigh = {
    item: sizeIn,
    result: ({ answer }: { answer: LineAnswer }) => sizeOf(answer),
  }
  let [code, writing, stopped] = [0, false, false]
  // a line that is begun is written to its end
  const stop = () => {
    stopped = true
    if (!writing) process.exit(130)
  }
  process.on('SIGINT', stop)
  try {
    for await (const { line, answer } of inOrder(withWords(lines), start, roomFor(threads), weigh)) {
      writing = true
      if ('fault' in answer) code = await refuse(line, answer.fault)
      else for (const piece of answer.pieces) await write(piece)
      writing = false
      if (stopped) process.exit(130)
    }
    return code
  } finally {
    process.off('SIGINT', stop)
    await crew.close()
  }
}

const sizeOf = (answer: LineAnswer): number => ('fault' in answer ? 0 : answer.pieces.reduce((sum, piece) => sum + piece.length, 0))
