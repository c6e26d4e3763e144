const mark = Symbol.for('stocktake.intake')

/** What a server answered instead of giving a text: status, and `Retry-After` as it stands. */
export interface Answer {
  readonly status: number
  readonly retryAfter?: string
}

/** Why bytes give no text to read: what they are and what to do, in one line without the name of the file. */
export class IntakeError extends Error {
  readonly [mark] = true
  /** Where it was a server that refused. */
  readonly answer: Answer | undefined

  constructor(message: string, answer?: Answer) {
    super(message)
    this.answer = answer
  }

  /** What is loaded on demand is built apart and has a class of its own: known by its mark. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && mark in value
  }
}
