// Lists whose items only say when or of whom their lead-in holds: "shall not be granted when:", "in the following cases:".
import { Code, Flag } from '../../../lexicon/word.ts'
import { unitAt } from '../../recognise/units.ts'
import { type Lead, toModel } from '../draft.ts'
import { has } from '../groups.ts'
import { nobody } from '../subject.ts'
import type { Sentence } from './sentence.ts'

/** What such items are read under: they state nothing. */
const LIMIT = toModel('position', 'none', 'new', false, nobody, undefined, 'clause/limit', undefined, undefined)

/** How far before the noun of "in any of the following cases" its preposition may stand. */
const CASES = 6

/** The lead of items that limit the sentence; undefined where it breaks off otherwise. */
export function limitingLead(s: Sentence): Lead | undefined {
  const limits = limitsOf(s)
  return limits && { forms: 0, act: '', model: LIMIT, lists: false, announces: false, limits }
}

/** "when:", "to persons who:", "but not before:" break off before a clause; "in the following cases:" ends in a noun. */
function limitsOf({ units, end }: Sentence): Lead['limits'] {
  const last = unitAt(units, end - 1)
  if (units[end]?.word.code !== Code.COLON || !last) return undefined
  const { code, kind } = last.word
  // "should:", "such areas as:", "agreed that:" open no clause that limits
  const opens = has(last, Flag.SUBORDINATOR | Flag.RELATIVE) && !has(last, Flag.THAT | Flag.MODAL) && code !== Code.AS
  if (opens || code === Code.BEFORE || code === Code.UNTIL) return 'clause'
  if (kind !== 'circumstance') return undefined
  let following = false
  for (let k = end - 2; k >= Math.max(0, end - CASES); k--) {
    following ||= units[k]?.word.code === Code.FOLLOWING
    if (following && has(units[k], Flag.PREPOSITION) && units[k]?.word.code !== Code.OF) return 'noun'
  }
  return undefined
}

/**
 * The item says no more than when or of whom. One with a modal verb of its own is stated: after a noun always, after a word that breaks off
 * where it opens large and so begins anew ("2. The Parties shall …").
 */
export const onlyLimits = (s: Sentence, from: number, limits: Lead['limits']): boolean =>
  (limits === 'clause' && !/^\p{Lu}/u.test(s.text.slice(unitAt(s.units, from)?.from))) ||
  !s.tree.nodes.some(
    ({ group, relation, subject }) =>
      group.modal !== '' && subject && (relation === 'root' || relation === 'clause' || relation === 'same'),
  )
