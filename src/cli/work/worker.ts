// What runs in a thread of `crew.ts`: takes tasks one after the other and answers them in the order in which they came.
import { parentPort } from 'node:worker_threads'
import type { Answered, Asked } from './crew.ts'
import { perform } from './tasks.ts'

async function answer({ kind, asked }: Asked): Promise<void> {
  try {
    const done = await (perform[kind] as (asked: unknown) => unknown)(asked)
    const pieces = typeof done === 'object' && done !== null && 'pieces' in done ? (done.pieces as Uint8Array[]) : []
    parentPort?.postMessage({ done } satisfies Answered, [...new Set(pieces.map(({ buffer }) => buffer as ArrayBuffer))])
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    parentPort?.postMessage({ failed: { message, stack } } satisfies Answered)
  }
}

let last: Promise<void> = Promise.resolve()
parentPort?.on('message', (asked: Asked) => {
  last = last.then(() => answer(asked))
})
