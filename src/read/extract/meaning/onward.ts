// What a sentence of speech hands to one after it that has no subject: "We will build a port. And encourage trade. Raising no fees."
import { Flag } from '../../../lexicon/word.ts'
import type { Draft, Lead } from '../draft.ts'
import { findGroups, governs, has } from '../groups.ts'
import { modelOf } from './leads.ts'
import type { Sentence } from './sentence.ts'

/** The lead that the last statement is to a sentence that goes on without a subject. */
export function trailOf(s: Sentence): Lead | undefined {
  const draft = s.drafts.at(-1)
  if (!draft) return undefined
  const forms = Flag.BASE | (isUnderWay(s, draft) ? Flag.ING : 0)
  return { forms, act: draft.act, lists: false, announces: false, model: modelOf(s, draft) }
}

/** Rules by which one who speaks is the subject. */
const SELF = new Set(['party/we-speaker', 'party/i-speaker', 'party/we-together', 'party/we-with-other', 'party/other-side'])

/** What is undertaken or under way by who speaks: what was done is not gone on with by a participle ("They cut the fund. Putting ships at risk."). */
function isUnderWay({ units, memory }: Sentence, { kind, cue, negated, subject }: Draft): boolean {
  // "we" or "I", and not another of whom he speaks
  if (negated || !SELF.has(subject.rule) || !memory.speaker) return false
  if (kind === 'commitment') return true
  return kind === 'report' && units.slice(cue[0], cue[1]).some((unit) => has(unit, Flag.ING))
}

/**
 * Whether the sentence goes on with `trail`: "And encourage trade"; in speech, a participle with no clause of its own ("Stepping up our
 * patrols, which help"), which may stand in a line of its own (`across`).
 */
export function goesOnWith(s: Sentence, trail: Lead, across: boolean): boolean {
  const { units } = s
  const joined = has(units[0], Flag.COORDINATOR)
  const at = joined ? 1 : 0
  if (has(units[at], Flag.BASE)) return joined && !across
  const fits = s.context.turns === true && (trail.forms & Flag.ING) !== 0 && has(units[at], Flag.ING) && governs(units, at)
  if (!fits || has(units[at], Flag.PREPOSITION | Flag.NAME | Flag.BE | Flag.HAVE)) return false
  return findGroups(units).every(({ form, start }) => form !== 'finite' || has(units[start - 1], Flag.RELATIVE | Flag.THAT))
}
