// What limits a statement: the words that weaken it, what it depends on, and its time.
import type { Span } from '../../model.ts'
import type { PositionMap } from '../../span.ts'
import type { Draft } from '../extract/draft.ts'
import type { Unit } from '../recognise/units.ts'
import { chainedCondition, findCondition, Setting } from './conditions.ts'
import { findDeadline } from './deadline.ts'
import { chainedHedges, findHedges } from './hedges.ts'
import { findOwnLaws } from './laws.ts'
import type { Caveats, Place, Sentence } from './sentence.ts'
import type { Range } from './stretch.ts'

const none: readonly never[] = Object.freeze([])

/** The stretch of the source that a stretch of units stands for. */
export const spanOf = ({ from, to }: Range, units: readonly Unit[], map: PositionMap): Span =>
  map.spanToSource((units[from] as Unit).from, (units[to - 1] as Unit).to)

/** The spans of ranges, in an array of just their number; none where there are none. */
export function spansOf(ranges: readonly Range[], units: readonly Unit[], map: PositionMap): readonly Span[] {
  const [first] = ranges
  if (!first) return none
  if (ranges.length === 1) return map.listToSource((units[first.from] as Unit).from, (units[first.to - 1] as Unit).to)
  return ranges.map((range) => spanOf(range, units, map))
}

/** What limits a statement by its own sentence, of which `drafts` are the statements, in order; `named` are units of names. */
export function findCaveats(
  draft: Draft,
  drafts: readonly Draft[],
  units: readonly Unit[],
  place: Place,
  sentence: Sentence,
  named: readonly Range[],
): Caveats {
  const { map } = place
  const found = sentence.phrases()
  const at = drafts.indexOf(draft)
  const earlier = at > 0 ? drafts.slice(0, at) : none
  const laws = findOwnLaws(found, units, draft.from, draft.to)
  const weak = findHedges(found, draft.from, draft.to).concat(place.treaty ? none : laws, chainedHedges(found, units, draft, earlier))
  if (weak.length > 1) weak.sort((a, b) => a.from - b.from)
  const setting = new Setting(found, units, sentence.times, opening(drafts))
  // in a treaty, what keeps within the law of a party depends on it
  const condition =
    findCondition(setting, draft) ?? (place.treaty ? laws[0] : undefined) ?? chainedCondition(setting, draft, earlier, place.treaty)
  const time = findDeadline(sentence, units, draft, place.today, named)
  return {
    hedges: spansOf(weak, units, map),
    condition: condition && spanOf(condition, units, map),
    deadline: time && { time, span: map.spanToSource(time.from, time.to) },
  }
}

/** Where the first draft begins that does not open the sentence; 0 without one. */
function opening(drafts: readonly Draft[]): number {
  for (const { from } of drafts) if (from > 0) return from
  return 0
}

/** What a lead-in limits ("By May the parties will strive to:") limits each of its items too. */
export function underLead(own: Caveats, lead: Caveats): Caveats {
  return {
    hedges: lead.hedges.length ? [...lead.hedges, ...own.hedges] : own.hedges,
    condition: own.condition ?? lead.condition,
    deadline: own.deadline ?? lead.deadline,
  }
}
