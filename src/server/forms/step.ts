import type { Judgement } from '../../ledger/nouns.ts'
import type { Said } from '../../store/journal/append.ts'
import type { Store } from '../../store/store.ts'

/** An answer that takes the place of writing. */
class Instead extends Error {
  readonly answer: Response
  constructor(answer: Response) {
    super('nothing is written')
    this.answer = answer
  }
}

/**
 * Looks and writes in one step, in which nobody else writes, in this process or another. Work looks at the ledger and gives either what to append, or
 * an answer to send instead; then nothing is written.
 */
export async function lookAndWrite(store: Store, work: () => Promise<readonly Said[] | Response>): Promise<Judgement[] | Response> {
  try {
    return await store.append(async () => {
      const found = await work()
      if (found instanceof Response) throw new Instead(found)
      return found
    })
  } catch (error) {
    if (error instanceof Instead) return error.answer
    throw error
  }
}
