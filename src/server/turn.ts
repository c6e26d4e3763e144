/** One form after the other: between the look and the writing nobody else writes on this server. */
let last: Promise<unknown> = Promise.resolve()

/** Runs work once all that was given before has ended. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(work)
  last = next.catch(() => undefined)
  return next
}
