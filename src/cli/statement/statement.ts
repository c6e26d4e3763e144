import { group } from '../verb.ts'
import { add, join, split } from './draw.ts'
import { accept, refuse } from './word.ts'

/** The verbs under `statement`. */
export const statementVerb = group('statement', { add, refuse, accept, split, join })
