/** A user's mistake: one line, exit code 2. */
export class CliError extends Error {}
