/** A user's mistake: one line that says what, where and what to do; exit code 2. */
export class CliError extends Error {}
