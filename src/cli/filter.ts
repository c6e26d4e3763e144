import type { Source } from '../model.ts'
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
  const { full, about, threads } = filtering
  const lines = linesOf(input)
  let code = 0
  let seen = 0
  while (threads === 1 || seen < WORTHWHILE) {
    const { value: line, done } = await lines.next()
    if (done) return code
    if (isBlank(line)) continue
    const answer = 'fault' in line ? line : answerTo({ text: line.text, full, about })
    if ('fault' in answer) code = await refuse(line, answer.fault)
    else await writeAll(answer.pieces)
    if ('text' in line) seen += line.text.length
  }
  return Math.max(code, await inThreads(lines, filtering))
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
    item: (line: Line) => ('text' in line ? line.text.length : 0),
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
