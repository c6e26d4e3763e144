import { exportTable } from '../lexicon/export-tables.ts'

const codes = new Map([...exportTable('bodycodes'), ...exportTable('statecodes')].map((row) => [row['id'], row['code']]))

/** Code of event coders: of three letters for a state of the lexicon, `IGO` for a body of states; undefined for any other party. */
export const actorCode = (party: string): string | undefined => codes.get(party)
