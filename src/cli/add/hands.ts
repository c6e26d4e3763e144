import { formOf } from '../../intake/form.ts'
import type { Given } from '../../intake/nouns.ts'
import type { Source } from '../../model.ts'
import type { ReadAhead } from '../../store/incoming/ready.ts'
import type { Store } from '../../store/store.ts'
import type { Incoming } from '../../store/types.ts'
import type { Crew } from '../work/crew.ts'
import { received } from '../work/sent.ts'
import { type BytesAnswer, perform } from '../work/tasks.ts'
import { TOO_LARGE, WORTHWHILE } from '../work/threads.ts'

/** Bytes from which a text or a PDF is taken in this thread. */
const LARGE = 16_000_000

/** A reading made ahead of its time, unpacked when it is asked for; or what is wrong; nothing where none is needed. */
export type Ahead = { readonly reading?: () => ReadAhead } | { readonly fault: string }

/** Those who take documents out of bytes and read them: this thread, and others once there is enough to do. */
export class Hands {
  readonly threads: number
  private seen = 0
  private crew: Crew | undefined

  constructor(threads: number) {
    this.threads = threads
  }

  /** Whether other threads are at work, so that it is worth to prepare what comes next. */
  get many(): boolean {
    return this.crew !== undefined
  }

  /** What comes of bytes, in whichever thread. */
  async intake(bytes: Uint8Array, given: Given): Promise<BytesAnswer> {
    const crew = await this.others(bytes.length)
    if (!crew || (bytes.length > LARGE && isLight(bytes, given))) return perform.intake({ bytes, given })
    return orFault(crew.run('intake', { bytes, given }, bytes.length))
  }

  /** Has other threads read those of some documents that the ledger does not have. Without other threads nothing is read ahead. */
  async readAhead(store: Store, documents: readonly Incoming[]): Promise<Promise<Ahead>[]> {
    const { crew } = this
    if (!crew) return documents.map(async () => ({}))
    const sources = await store.unread(documents)
    return sources.map((source) => (source ? this.read(crew, source) : Promise.resolve({})))
  }

  /** Counts what is to be read, so that other threads come in once it is much. */
  async expect(characters: number): Promise<void> {
    await this.others(characters)
  }

  async close(): Promise<void> {
    await this.crew?.close()
  }

  private async read(crew: Crew, source: Source): Promise<Ahead> {
    const answer = await orFault(crew.run('read', source, source.text.length))
    return 'fault' in answer ? answer : { reading: () => received(answer) }
  }

  private async others(work: number): Promise<Crew | undefined> {
    this.seen += work
    if (this.threads > 1 && this.seen > WORTHWHILE && !this.crew) {
      const { Crew } = await import('../work/crew.ts')
      this.crew ??= new Crew(this.threads)
    }
    return this.crew
  }
}

/** Texts and PDF are little work for their size: not worth to be in memory twice. */
function isLight(bytes: Uint8Array, given: Given): boolean {
  try {
    return /^(?:pdf|text)$/.test(formOf(bytes, given))
  } catch {
    // what is wrong with them is said when they are taken
    return true
  }
}

/** A text over which a thread ended is refused; the others go on. */
async function orFault<T>(answer: Promise<T>): Promise<T | { readonly fault: string }> {
  const { OutOfMemory } = await import('../work/crew.ts')
  return answer.catch((error) => (error instanceof OutOfMemory ? { fault: TOO_LARGE } : Promise.reject(error)))
}
