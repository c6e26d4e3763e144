import type { Line } from './lines.ts'

/** Milliseconds without a line after which an input is taken to wait. */
const PAUSE = 30

/** The lines of an input as they come. */
export class Coming {
  private readonly lines: AsyncIterator<Line>
  /** Asked for when it did not come soon. */
  private asked: Promise<IteratorResult<Line>> | undefined

  constructor(lines: AsyncIterator<Line>) {
    this.lines = lines
  }

  /** The next line, however long it takes. */
  next(): Promise<IteratorResult<Line>> {
    const next = this.asked ?? this.lines.next()
    this.asked = undefined
    return next
  }

  /** The next line, or that there is none, where it comes at once; undefined where the input waits. */
  async soon(): Promise<IteratorResult<Line> | undefined> {
    const asked = this.next()
    // what goes wrong with it is for whoever takes it
    asked.catch(() => {})
    let timer: NodeJS.Timeout | undefined
    const pause = new Promise<undefined>((end) => {
      timer = setTimeout(() => end(undefined), PAUSE)
    })
    const come = await Promise.race([asked, pause])
    clearTimeout(timer)
    if (!come) this.asked = asked
    return come
  }

  /** `held`, and then all that is still to come. */
  async *after(held: readonly Line[]): AsyncGenerator<Line> {
    yield* held
    for (let come = await this.next(); !come.done; come = await this.next()) yield come.value
  }
}
