import type { Force } from '../../model.ts'
import type { Relation } from '../nouns.ts'
import type { Features } from './features.ts'

const step: Record<Force, number> = { binding: 5, agreed: 4, intent: 3, ready: 2, should: 1, none: 0 }

/** How the later of two wordings of one undertaking relates to the earlier. */
export function relate(earlier: Features, later: Features): Relation {
  if (later.kind === 'report') return 'reports-done'
  const rise = step[later.force] - step[earlier.force]
  return rise > 0 ? 'firms-up' : rise < 0 ? 'softens' : 'repeats'
}
