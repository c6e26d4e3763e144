// Lists that stand within one sentence ("decided on the following: opening a port; training pilots"), read as a lead-in and its items.
import { Code, Flag } from '../lexicon/word.ts'
import { type Draft, type Refusal, toDraft } from './extract/draft.ts'
import { governs, has, isLabel } from './extract/groups.ts'
import type { Unit } from './recognise/units.ts'

/** How far before its colon a lead-in may say "the following". */
const ANNOUNCED = 6

/**
 * The lead-in of a sentence, with its colon, and its items, each with the marks and the connector after it; undefined where the sentence is no
 * such list, or where its verbs can be read in one go ("agreed to: open a port; train pilots").
 */
export function enumerated(units: readonly Unit[]): Unit[][] | undefined {
  const colon = units.findIndex((unit) => unit.word.code === Code.COLON)
  if (colon < 1 || colon > units.length - 4) return undefined
  const starts = startsOf(units, colon + 1)
  if (starts.length < 2) return undefined
  const fits = opensItems(units, colon)
  if (!fits || !starts.some(fits) || (has(units[colon - 1], Flag.TO) && !starts.every(fits))) return undefined
  return [units.slice(0, colon + 1), ...starts.map((from, i) => units.slice(from, starts[i + 1] ?? units.length))]
}

/** Where the items begin: after the colon, after each semicolon and its connector, or at each label ("(1) open a port, (2) train pilots"). */
function startsOf(units: readonly Unit[], from: number): number[] {
  const starts = [from]
  for (let k = from + 1; k < units.length - 1; k++) {
    if (units[k]?.word.code === Code.SEMICOLON) starts.push(has(units[k + 1], Flag.COORDINATOR) ? k + 2 : k + 1)
    else if (has(units[k], Flag.PUNCTUATION | Flag.COORDINATOR) && opensLabel(units, k + 1)) starts.push(k + 1)
  }
  return starts.filter((at, i) => i === 0 || at > (starts[i - 1] as number) + 1)
}

/** The first unit of an item after its label, "(1)", "ii)". */
function pastLabel(units: readonly Unit[], at: number): number {
  let k = at
  while (has(units[k], Flag.PUNCTUATION) || (isLabel(units[k]) && units[k + 1]?.word.code === Code.CLOSE)) k++
  return k
}

/** "(1)", "ii)" stands here. */
function opensLabel(units: readonly Unit[], k: number): boolean {
  const at = units[k]?.word.code === Code.OPEN ? k + 1 : k
  return isLabel(units[at]) && units[at + 1]?.word.code === Code.CLOSE
}

/** What an item has to open with under the lead-in that ends before `colon`; undefined where that is none which breaks off. */
function opensItems(units: readonly Unit[], colon: number): ((at: number) => boolean) | undefined {
  const last = units[colon - 1] as Unit
  const first = (at: number): Unit | undefined => units[pastLabel(units, at)]
  const isBase = (at: number): boolean => has(first(at), Flag.BASE) && governs(units, pastLabel(units, at))
  // "agreed that: (a) …", "reaffirmed: …; that …"
  if (has(last, Flag.THAT)) return () => true
  if (has(last, Flag.PAST | Flag.PRESENT) && last.word.frames.some(({ form }) => form === 'that')) return (at) => has(first(at), Flag.THAT)
  // "we: reaffirm …; call on …"
  if (last.word.code === Code.WE) return isBase
  // "the need to: open …; train …"
  if (has(last, Flag.TO) && has(units[colon - 2], Flag.NOUN_CUE)) return isBase
  for (let k = colon - 1; k >= Math.max(0, colon - ANNOUNCED); k--) {
    if (units[k]?.word.code === Code.FOLLOWING) return (at) => isBase(at) || has(first(at), Flag.ING | Flag.TO)
    if (has(units[k], Flag.PUNCTUATION)) return undefined
  }
  return undefined
}

/** "In this spirit, we:": the words of a lead-in that only says who acts. */
export const subjectOf = (lead: readonly Unit[]): readonly Unit[] | undefined =>
  lead.at(-2)?.word.code === Code.WE ? lead.slice(0, -1) : undefined

/** An item behind the words of its lead-in. */
export interface Completed {
  readonly units: readonly Unit[]
  /** How many units more stand before those of the item than do in it. */
  readonly before: number
  /** Where the item begins past its label. */
  readonly from: number
}

/** The words of a lead-in that breaks off before a clause with those of an item after them, without its label; undefined where the item is no such clause. */
export function completes(units: readonly Unit[], opening: readonly Unit[] | undefined): Completed | undefined {
  if (!opening) return undefined
  const from = pastLabel(units, 0)
  if (!has(opening.at(-1), Flag.THAT) && opening.at(-1)?.word.code !== Code.WE && !has(units[from], Flag.THAT)) return undefined
  return { units: [...opening, ...units.slice(from)], before: opening.length - from, from }
}

/** Keeps of a sentence that was read behind the words of a lead-in what is said in the item, by the units of that. */
export function keepOfItem({ drafts, refusals }: { drafts: Draft[]; refusals: Refusal[] }, { before, from }: Completed): void {
  const start = before + from
  const at = (k: number): number => Math.max(from, k - before)
  const within = (span: readonly [number, number] | undefined): readonly [number, number] | undefined =>
    span && span[0] >= start ? [at(span[0]), at(span[1])] : undefined
  const own = drafts.filter(({ to }) => to > start)
  drafts.length = 0
  for (const draft of own) {
    const model = { ...draft, asked: within(draft.asked) }
    drafts.push(toDraft(model, at(draft.from), at(draft.to), undefined, draft.act, within(draft.cue) ?? [from, from + 1]))
  }
  const refused = refusals.filter(({ to }) => to > start)
  refusals.length = 0
  for (const one of refused) refusals.push({ from: at(one.from), to: at(one.to), gate: one.gate, rule: one.rule })
}
