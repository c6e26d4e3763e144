import { Flag, VERB } from '../../lexicon/word.ts'
import type { Draft } from '../extract/draft.ts'
import type { Unit } from '../recognise/units.ts'
import type { Found } from './phrases.ts'
import type { Range } from './stretch.ts'

/** Hedges in units `from` to `to`: words that weaken an undertaking without changing its force. */
export function findHedges(found: readonly Found[], from: number, to: number): Range[] {
  const hedges: Range[] = []
  for (const hit of found) {
    if (hit.phrase.cls !== 'hedge' || hit.from < from || hit.to > to) continue
    const last = hedges.at(-1)
    if (!last || hit.from >= last.to) hedges.push({ from: hit.from, to: hit.to })
  }
  return hedges
}

/**
 * What weakens a verb that goes on with the chain of an earlier one: in "R will strive to open a port and to cut the fee" both acts are
 * only striven for. `earlier` are the statements of the sentence before this one, in their order.
 */
export function chainedHedges(found: readonly Found[], units: readonly Unit[], draft: Draft, earlier: readonly Draft[]): Range[] {
  for (let i = earlier.length - 1; i >= 0; i--) {
    const before = earlier[i] as Draft
    if (!goesOn(units, draft, before)) return []
    const own = findHedges(found, before.from, before.cue[0] + 1).filter(({ to }) => leadsVerb(units, to, before.cue[0]))
    if (own.length) return own
  }
  return []
}

/** The second statement opens with its bare verb, infinitive or one of `forms`, right after the first, and is the same party's, as strongly worded. */
export function goesOn(units: readonly Unit[], draft: Draft, before: Draft, forms = 0): boolean {
  if (draft.kind !== 'commitment' || before.kind !== draft.kind || before.force !== draft.force || draft.from < before.to) return false
  let at = draft.from
  while ((units[at]?.flags ?? 0) & Flag.ADVERB && at < draft.cue[0]) at++
  const first = units[at]
  if (!first || first.name || first.flags & (Flag.MODAL | Flag.BE | Flag.HAVE | Flag.DETERMINER | Flag.PRONOUN) & ~forms) return false
  if (!(first.flags & (Flag.TO | Flag.BASE | forms))) return false
  for (let k = before.to; k < at; k++) if (!((units[k] as Unit).flags & (Flag.PUNCTUATION | Flag.COORDINATOR | Flag.ADVERB))) return false
  return before.subject === draft.subject || before.subject.parties.join() === draft.subject.parties.join()
}

/** From the end of the hedge to the act there is nothing but adverbs and the infinitive: it leads the act and does not stand in its object. */
function leadsVerb(units: readonly Unit[], from: number, cue: number): boolean {
  for (let k = from; k < cue; k++) if (!((units[k] as Unit).flags & (Flag.ADVERB | Flag.TO | VERB))) return false
  return true
}
