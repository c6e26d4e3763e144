/** The shapes of the data of every page: what its twin answers with. Loaded only where the description of the twins is asked for. */

import { row } from './shapes/ledger.ts'
import { document, evidence, guideline, series } from './shapes/parts.ts'
import { note } from './shapes/texts.ts'

export { audit } from './shapes/audit.ts'
export { compare, drift, phrase } from './shapes/comparing.ts'
export { coding, differences, linkCoding, linkDifferences, reported, review } from './shapes/judging.ts'
export { ledger, matrix, search } from './shapes/ledger.ts'
export { problem } from './shapes/parts.ts'
export { programme } from './shapes/programme.ts'
export { draw, statement, text, texts } from './shapes/texts.ts'
export { brief, undertaking } from './shapes/undertaking.ts'

/** Shapes that several pages share, by name in the description. */
export const parts = [document, evidence, series, row, note, guideline]
