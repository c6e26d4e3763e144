import type { Dump } from '../ledger/dump.ts'
import { jsonOf } from './json.ts'
import type { File } from './rows.ts'

/** One text of its own, or several that belong together. */
type Format = (dump: Dump) => readonly File[]

/** What `export --format` knows, by name. A format of one file may go to standard output; one of several wants a folder. */
export const formats: Readonly<Record<string, Format>> = {
  json: (dump) => [{ name: 'ledger.json', pieces: jsonOf(dump) }],
}
