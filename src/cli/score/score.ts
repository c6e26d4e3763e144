import { group } from '../verb.ts'
import { adjudicate, give } from './give.ts'
import { guideline } from './guideline.ts'
import { agreement, summary } from './table.ts'

/** The verbs under `score`. */
export const scoreVerb = group('score', { guideline, give, adjudicate, agreement, summary })
