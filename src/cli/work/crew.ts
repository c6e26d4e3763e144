import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { Tasks } from './tasks.ts'

/** A task on its way to a thread. */
export interface Asked {
  readonly kind: keyof Tasks
  readonly asked: unknown
}

/** What comes back. */
export type Answered = { readonly done: unknown } | { readonly failed: { readonly message: string; readonly stack: string | undefined } }

/** A thread ended over a task: it needs more memory than a thread may have. */
export class OutOfMemory extends Error {}

interface Job extends Asked {
  readonly weight: number
  readonly settle: (answer: Answered | { readonly error: Error }) => void
}

interface Member {
  readonly worker: Worker
  /** Sent there and not answered, in order. */
  readonly jobs: Job[]
  weight: number
}

/** Beside this file, in the sources and where scripts/build.ts puts it. */
const entry = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './work-worker.js', import.meta.url)

const bytesIn = (asked: unknown): asked is { readonly bytes: Uint8Array } =>
  typeof asked === 'object' && asked !== null && 'bytes' in asked && asked.bytes instanceof Uint8Array

/** Weight of a task after which a thread that is idle is ended: what it left there would only be cleared away once there is more to do. */
const HEAVY = 4_000_000

/** Megabytes in which a thread makes new objects. What it may have by itself is three times as much, and makes it no faster. */
const YOUNG = 16

/** Threads of this process that work on tasks. None is started before there is a task for it; `close` must be called. */
export class Crew {
  private readonly threads: number
  private readonly members: Member[] = []
  private closed = false

  constructor(threads: number) {
    this.threads = threads
    // each thread compiles for itself on the same cores: less is put into each function, so that they do not compile as much
    setFlagsFromString('--max-inlined-bytecode-size-cumulative=300')
  }

  /**
   * Has a thread do the task: the one with the least to do.
   * @param weight about how much work it is, in characters or bytes
   * Rejects with `OutOfMemory` where it takes more than a thread may have; other tasks are not touched by that.
   */
  run<K extends keyof Tasks>(kind: K, asked: Tasks[K][0], weight: number): Promise<Tasks[K][1]> {
    return new Promise((resolve, reject) => {
      const settle: Job['settle'] = (answer) => {
        if ('done' in answer) resolve(answer.done as Tasks[K][1])
        else if ('error' in answer) reject(answer.error)
        else reject(Object.assign(new Error(answer.failed.message), { stack: answer.failed.stack }))
      }
      this.send({ kind, asked, weight, settle })
    })
  }

  /** Ends the threads, whatever they do. */
  async close(): Promise<void> {
    this.closed = true
    await Promise.all(this.members.splice(0).map(({ worker }) => worker.terminate()))
  }

  private send(job: Job): void {
    const member = this.free()
    member.jobs.push(job)
    member.weight += job.weight
    const asked = bytesIn(job.asked) ? { ...job.asked, bytes: Uint8Array.from(job.asked.bytes) } : job.asked
    // the copy goes there whole, and not as a copy of a copy; a view would be sent with all that is behind it
    member.worker.postMessage({ kind: job.kind, asked } satisfies Asked, bytesIn(asked) ? [asked.bytes.buffer as ArrayBuffer] : [])
  }

  private free(): Member {
    const least = this.members.reduce<Member | undefined>((best, one) => (best && best.weight <= one.weight ? best : one), undefined)
    return least && (least.jobs.length === 0 || this.members.length >= this.threads) ? least : this.start()
  }

  private start(): Member {
    const member: Member = { worker: new Worker(entry, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG } }), jobs: [], weight: 0 }
    const { worker, jobs } = member
    worker.on('message', (answer: Answered) => {
      const job = jobs.shift()
      const weight = job?.weight ?? 0
      member.weight -= weight
      if (weight > HEAVY && jobs.length === 0) this.retire(member)
      job?.settle(answer)
    })
    worker.on('error', (error) => this.lose(member, error))
    worker.on('exit', () => this.lose(member, new Error('a thread ended')))
    this.members.push(member)
    return member
  }

  /** Ends an idle thread; another is started when there is more to do. */
  private retire(member: Member): void {
    this.members.splice(this.members.indexOf(member), 1)
    void member.worker.terminate()
  }

  /** The task at which a thread ended is the first that it did not answer; those after it go to others. */
  private lose(member: Member, error: Error): void {
    const at = this.members.indexOf(member)
    if (at < 0) return
    this.members.splice(at, 1)
    if (this.closed) return
    const [culprit, ...others] = member.jobs.splice(0)
    const memory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    culprit?.settle({ error: memory ? new OutOfMemory() : error })
    for (const job of others) {
      if (memory) this.send(job)
      else job.settle({ error })
    }
  }
}
