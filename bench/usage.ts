/** The bench was asked for something that it does not have: one line for the user, exit code 2. */
export class UsageError extends Error {}
