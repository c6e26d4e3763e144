/** A user's mistake: one line that says what, where and what to do; exit code 2. */
export class CliError extends Error {
  override readonly name = 'CliError'
}

/** Whether something thrown is a user's mistake. By name: the files of the built program each have a class of their own. */
export const isMistake = (error: unknown): error is Error => error instanceof Error && error.name === 'CliError'
