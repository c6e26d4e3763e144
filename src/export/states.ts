import { exportTable } from './tables.ts'

const names = new Map(exportTable('statenames').map((row) => [row['id'], row['name']]))
const codes = new Map([...exportTable('bodycodes'), ...exportTable('statecodes')].map((row) => [row['id'], row['code']]))

/** English name of a state of the lexicon, by its two-letter code; undefined for any other party. */
export const stateName = (party: string): string | undefined => names.get(party)

/** Code of event coders: of three letters for a state of the lexicon, `IGO` for a body of states; undefined for any other party. */
export const actorCode = (party: string): string | undefined => codes.get(party)
