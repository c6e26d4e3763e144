import type { Force } from '../../model.ts'
import type { Relation } from '../nouns.ts'
import type { Features } from './features.ts'
import { isEntry } from './ids.ts'

const step: Record<Force, number> = { binding: 5, agreed: 4, intent: 3, ready: 2, should: 1, none: 0 }

/** Share of the weight of words that must be new, or gone, for a wording to say more, or less. */
const MUCH = 0.3
const LITTLE = 0.15
const MORE = 0.1

/** Share of the weight of the words of one that the other has not. */
function alone(one: Features, other: Features): number {
  let own = 0
  let all = 0
  for (let i = 0; i < one.words.length; i++) {
    const weight = one.weights[i] as number
    all += weight
    if (!other.words.includes(one.words[i] as string)) own += weight
  }
  return own / (all || 1)
}

/** How many words of one the other has not: two for two may be other words for the same. */
const countOwn = (one: Features, other: Features): number => one.words.filter((word) => !other.words.includes(word)).length

/** The earlier says the same of less: all that the later has not are words that stand before a word that it has ("advanced systems"), and of no name. */
function dropsQualifiers(earlier: Features, later: Features): boolean {
  if (countOwn(later, earlier) > 0 || countOwn(earlier, later) === 0) return false
  if (!earlier.mechanisms.every((name) => later.mechanisms.includes(name))) return false
  return earlier.words.every((word, i) => later.words.includes(word) || later.words.includes(earlier.words[i + 1] ?? ''))
}

/** The later welcomes what the earlier was to do, and not only efforts to do it. An entry does not say whether it is done. */
const welcomes = (earlier: Features, later: Features): boolean =>
  later.alone && !isEntry(earlier.id) && !later.holds && !earlier.says && !earlier.alone && later.words.includes(earlier.act)

/** Something reported as having happened, and not a state that is denied or goes on. */
const isDone = ({ kind, negated, open, says }: Features): boolean => kind === 'report' && !negated && !open && !says

/** What one asked for, and is then held, is no softer for being a stance: nobody asks for what is agreed. */
function riseOf(earlier: Features, later: Features): number {
  if (earlier.kind === 'proposal' && later.kind === 'position') return 0
  return step[later.force] - step[earlier.force]
}

/** 1 where one side held it alone, and others hold it with that side now. */
function joins({ parties: before }: Features, { parties: after }: Features): number {
  return before.length > 0 && after.length > before.length && before.every((party) => after.includes(party)) ? 1 : 0
}

/**
 * How the later of two wordings of one undertaking relates to the earlier: done or resumed; else firmer or softer by its force, or by
 * words such as "strongly" where the force is the same, or because more parties hold it; else more or less by its words (not where one is a declared entry): wider where it says the same without
 * a qualifier. `new` is for one that has nobody before it,
 * and never returned.
 */
export function relate(earlier: Features, later: Features): Exclude<Relation, 'new'> {
  if ((isDone(later) && !isDone(earlier)) || welcomes(earlier, later)) return 'reports-done'
  if (later.aspect === 'resumed' && earlier.aspect !== 'resumed') return 'resumes'
  // an entry is in its compiler's words: what they have more or less than a text says nothing
  const declares = isEntry(earlier.id) || isEntry(later.id)
  const rise = riseOf(earlier, later) || (declares ? 0 : later.strength - earlier.strength || joins(earlier, later))
  if (rise !== 0) return rise > 0 ? 'firms-up' : 'softens'
  if (declares) return 'repeats'
  if (dropsQualifiers(earlier, later)) return 'widens'
  const [gained, lost] = [alone(later, earlier), alone(earlier, later)]
  if (Math.max(gained, lost) < LITTLE) return 'repeats'
  if (lost > gained + MORE) return 'narrows'
  if (gained > lost + MORE) return 'adds'
  return gained >= MUCH && countOwn(later, earlier) > 2 * countOwn(earlier, later) ? 'adds' : 'repeats'
}
