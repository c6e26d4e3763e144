/** Why bytes give no text to read: what they are and what to do, in one line without the name of the file. */
export class IntakeError extends Error {}
