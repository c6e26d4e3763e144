const mark = Symbol.for('stocktake.intake')

/** Why bytes give no text to read: what they are and what to do, in one line without the name of the file. */
export class IntakeError extends Error {
  readonly [mark] = true

  /** What is loaded on demand is built apart and has a class of its own: known by its mark. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && mark in value
  }
}
