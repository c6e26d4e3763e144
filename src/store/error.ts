/** What kind of thing went wrong with a ledger. */
export type StoreFault =
  | 'missing'
  | 'not-a-ledger'
  | 'newer'
  | 'older'
  | 'read-only'
  | 'full'
  | 'busy'
  | 'unreachable'
  | 'refused'
  | 'not-found'
  | 'damaged'

/** Something that the user can mend: one line that says what, where and what to do. */
export class StoreError extends Error {
  readonly code: StoreFault
  constructor(code: StoreFault, message: string) {
    super(message)
    this.code = code
  }
}

/** The fault behind a code of SQLite or PostgreSQL or of the network, with what to do about it. */
const FAULTS: readonly (readonly [pattern: RegExp, code: StoreFault, what: string])[] = [
  [/^SQLITE_NOTADB/, 'not-a-ledger', 'is not a ledger; name another file with --ledger'],
  [/^SQLITE_CORRUPT/, 'damaged', 'is damaged; restore a copy, or import an exported journal into a new ledger'],
  [/^SQLITE_FULL|^53100$|^ENOSPC$/, 'full', 'has no room left: the disk is full; nothing of this step was written'],
  [/^SQLITE_IOERR/, 'full', 'could not be written: the disk is full or failing; nothing of this step was written'],
  [/^SQLITE_READONLY|^25006$|^EROFS$|^EACCES$|^42501$/, 'read-only', 'can only be read; check its permissions'],
  [/^SQLITE_BUSY|^SQLITE_LOCKED|^55P03$/, 'busy', 'is being written by another program; try again when it is done'],
  [/^SQLITE_CANTOPEN/, 'missing', 'cannot be opened; check its folder and permissions'],
  [/^ECONN|^ENOTFOUND|^ETIMEDOUT|^EAI_|^ENOENT$|^57P0|^08/, 'unreachable', 'cannot be reached; check the address and that the server runs'],
  [/^28/, 'unreachable', 'refuses this user or password; check the address'],
  [/^3D000$/, 'unreachable', 'does not exist on its server; create the database first'],
]

/** Turns an error of a database into a line for people; any other is given back as it is. */
export function explain(error: unknown, name: string): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  const found = FAULTS.find(([pattern]) => pattern.test(code))
  if (found) return new StoreError(found[1], `${name} ${found[2]}`)
  if (/Unable to open connection|unable to open database/.test(error.message))
    return new StoreError('missing', `${name} cannot be opened; check its folder and permissions`)
  return error
}
