import type { Force } from '../../model.ts'
import type { Relation } from '../nouns.ts'
import type { Features } from './features.ts'

const step: Record<Force, number> = { binding: 5, agreed: 4, intent: 3, ready: 2, should: 1, none: 0 }

/** How the later of two wordings of one undertaking relates to the earlier. `new` is for one that has nobody before it, and never returned. */
export function relate(earlier: Features, later: Features): Exclude<Relation, 'new'> {
  if (later.kind === 'report' && earlier.kind !== 'report') return 'reports-done'
  if (later.aspect === 'resumed' && earlier.aspect !== 'resumed') return 'resumes'
  const rise = step[later.force] - step[earlier.force]
  if (rise !== 0) return rise > 0 ? 'firms-up' : 'softens'
  const gained = later.words.filter((word) => !earlier.words.includes(word)).length
  const lost = earlier.words.filter((word) => !later.words.includes(word)).length
  return gained > lost + 2 ? 'adds' : lost > gained + 2 ? 'narrows' : 'repeats'
}
