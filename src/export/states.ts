import { events } from '../lexicon/events.bundled.ts'
import { readTable } from '../lexicon/parse.ts'

const rows = (table: string) => readTable(table, events['en']?.files[table] ?? 'id')
const names = new Map(rows('statenames').map((row) => [row['id'], row['name']]))
const codes = new Map(rows('statecodes').map((row) => [row['id'], row['code']]))

/** English name of a state of the lexicon, by its two-letter code; undefined for any other party. */
export const stateName = (party: string): string | undefined => names.get(party)

/** Three-letter code of a state of the lexicon; undefined for any other party. */
export const stateCode = (party: string): string | undefined => codes.get(party)
