import { Code, Flag } from '../../lexicon/word.ts'
import type { Draft } from '../extract/draft.ts'
import type { Time } from '../recognise/times/scan.ts'
import { type Unit, unitAt } from '../recognise/units.ts'
import { goesOn } from './hedges.ts'
import { findOwnLaws } from './laws.ts'
import type { Found } from './phrases.ts'
import { clauseEnd, isComma, phraseEnd, type Range } from './stretch.ts'

/** What the condition of a statement is looked for in. A class, since the engine made a literal of these anew by its slow way each time. */
export class Setting {
  readonly found: readonly Found[]
  readonly units: readonly Unit[]
  readonly times: readonly Time[]
  /** Where the first statement of the sentence begins: what stands before it holds for all of them. */
  readonly opens: number

  constructor(found: readonly Found[], units: readonly Unit[], times: readonly Time[], opens: number) {
    this.found = found
    this.units = units
    this.times = times
    this.opens = opens
  }
}

/** How far after its statement a condition may begin. */
const NEAR = 2

/**
 * The condition of a statement: inside it, directly after it, or fronted ("If Z agrees, R will…"). By the class of its words
 * (conditions.tsv) it runs to the end of its clause, over a noun phrase ("at the request of Z"), or is the words alone.
 */
export function findCondition(setting: Setting, draft: Draft): Range | undefined {
  for (const hit of setting.found) {
    const range = rangeOf(setting, draft, hit)
    if (range) return range
  }
  return undefined
}

function rangeOf(setting: Setting, draft: Draft, hit: Found): Range | undefined {
  switch (hit.phrase.cls) {
    case 'condition':
      return clause(setting, draft, hit)
    case 'condition-front':
      return hit.from === 0 ? fronted(setting, draft, hit) : undefined
    case 'condition-when':
      // "When the ministers met, they agreed": in a report it is a time
      return hit.from === 0 && draft.kind !== 'report' ? fronted(setting, draft, hit) : undefined
    case 'condition-bound':
      return binds(setting, draft, hit) ? undefined : clause(setting, draft, hit)
    case 'condition-of':
      return draft.kind === 'report' ? undefined : phrase(setting, draft, hit)
    case 'condition-after':
      // "within a month after the signing": a time
      return draft.kind === 'report' || isTimed(setting, hit) ? undefined : phrase(setting, draft, hit)
    case 'condition-whole':
      return stands(draft, hit.from, hit.to) ? { from: hit.from, to: hit.to } : undefined
    default:
      return undefined
  }
}

/** A condition that is a clause of its own. */
function clause(setting: Setting, draft: Draft, hit: Found): Range | undefined {
  const { units } = setting
  const { from } = hit
  // "will determine if Z has paid": what is determined
  if (from > draft.cue[0] && hit.phrase.unless.includes(draft.act)) return undefined
  const ahead = from === 0 ? fronted(setting, draft, hit) : undefined
  if (ahead) return ahead
  const stop = endOf(units, hit)
  // "agreed that, if Z joins, R will …"
  if (from < draft.from) return isComma(unitAt(units, from - 1)) && isNear(stop, draft.from) ? { from, to: stop } : undefined
  if (from > draft.to + NEAR) return undefined
  return { from, to: from < draft.to ? Math.min(stop, Math.max(draft.to, hit.to)) : stop }
}

/** A condition that opens the sentence: it runs to the comma before the first statement, whatever commas it has itself. */
function fronted({ units, opens }: Setting, draft: Draft, hit: Found): Range | undefined {
  if (opens > hit.to && opens <= draft.from && isComma(units[opens - 1])) return { from: 0, to: opens - 1 }
  const stop = endOf(units, hit)
  return stop <= draft.from || (draft.from === 0 && !isComma(units[stop])) ? { from: 0, to: stop } : undefined
}

/** Where the clause of a condition ends. */
function endOf(units: readonly Unit[], { phrase: { words }, to }: Found): number {
  const stop = clauseEnd(units, to)
  return words.at(-1) === 'of' ? beforeSubject(units, to, stop) : stop
}

/** Unit `to` is right before the statement that begins at `from`. */
const isNear = (to: number, from: number): boolean => to <= from && to >= from - NEAR

/** "in the event of a drought we will …": a pronoun that a verb follows begins the main clause. */
function beforeSubject(units: readonly Unit[], from: number, to: number): number {
  for (let k = from + 1; k < to; k++)
    if ((units[k] as Unit).flags & Flag.PRONOUN && (units[k + 1]?.flags ?? 0) & (Flag.MODAL | Flag.BE | Flag.HAVE)) return k
  return to
}

/** Words with the noun phrase that they lead: "at the request of Z", "by mutual agreement of the parties". */
function phrase(setting: Setting, draft: Draft, { from, to: end }: Found): Range | undefined {
  const { units } = setting
  const last = units[end - 1] as Unit
  const leads = (last.flags & Flag.PREPOSITION) !== 0
  const of = units[end]?.word.code
  const goesOn = leads || of === Code.OF || of === Code.BETWEEN
  const to = goesOn ? phraseEnd(units, leads ? end : end + 1) : end
  if (leads && to <= end) return undefined
  return stands(draft, from, to) ? { from, to: from < draft.to ? Math.min(to, Math.max(draft.to, end)) : to } : undefined
}

/** Inside the statement, right after it, right before it, or at the front of its sentence. */
function stands(draft: Draft, from: number, to: number): boolean {
  return from >= draft.from ? from <= draft.to + NEAR : isNear(to, draft.from) || (from === 0 && to <= draft.from)
}

/** A time ends where the words begin, or holds them. */
const isTimed = ({ units, times }: Setting, { from }: Found): boolean => {
  const at = (units[from] as Unit).from
  return times.some((time) => time.from < at && time.to >= at - 1)
}

/**
 * "goods subject to duties", "goods, subject to this Agreement": the words tell of the thing before them. They set a condition after a
 * comma or at the front, or where what they name is one to be met ("subject to the approval of Z").
 */
function binds({ found, units }: Setting, draft: Draft, { from, to }: Found): boolean {
  const stop = clauseEnd(units, to)
  for (const { phrase: one, from: at } of found) if (one.cls === 'condition-term' && at >= to && at < stop) return false
  const before = unitAt(units, from - 1)
  if (!before || from <= draft.from) return false
  return !isComma(before) || units[to]?.word.code === Code.THIS
}

/** A condition between the doer and the verb ("R shall, subject to its law, let goods through and give …") holds for the verbs that go on. */
export function chainedCondition(setting: Setting, draft: Draft, earlier: readonly Draft[], treaty: boolean): Range | undefined {
  const before = earlier.at(-1)
  if (!before || !goesOn(setting.units, draft, before, Flag.MODAL)) return undefined
  const laws = treaty ? findOwnLaws(setting.found, setting.units, before.from, before.cue[0])[0] : undefined
  const range = findCondition(setting, before) ?? laws ?? chainedCondition(setting, before, earlier.slice(0, -1), treaty)
  if (!range || range.to > before.cue[0]) return undefined
  // "shall, subject to its law, let … and shall give …": what stands after the first modal is under it
  const modal = (unit: Unit | undefined): boolean => ((unit?.flags ?? 0) & Flag.MODAL) !== 0
  return modal(setting.units[draft.from]) && setting.units.slice(before.from, range.from).some(modal) ? undefined : range
}
