import { align, type Range, RUN } from './align.ts'
import { daysBetween, SOON } from './days.ts'
import type { Fingerprint } from './fingerprint.ts'
import type { CopyClass, CopyPart, Sameness } from './nouns.ts'
import { translationOf } from './translated.ts'
import { Sort } from './words.ts'

export type { CopyClass, Sameness } from './nouns.ts'

/** Everything measured on two texts; the order of the two does not matter. */
export interface Measures {
  /** Content words of the shorter. */
  readonly least: number
  /** Share of content words of both that stand in both in the same order. */
  readonly order: number
  /** The same, moved passages counted in and what only one has at its beginning or end left out. */
  readonly core: number
  /** Length of the shorter by that of the longer. */
  readonly ratio: number
  /** Share of each one's content words that the other has, wherever: the larger and the smaller share. */
  readonly most: number
  readonly fewest: number
  /** Share of the smaller text that stands in unbroken runs in the other. */
  readonly runs: number
  /** Share of both texts that stands where the other has another passage. */
  readonly replaced: number
  /** Names and numbers of both: share that both have. */
  readonly facts: number
  /** Facts of the one in place of facts of the other: the smaller count, and of names alone, and their share. */
  readonly swapped: number
  readonly swappedNames: number
  readonly swappedShare: number
  /** Names that come again and again in the one and never in the other, on both sides, as a share. */
  readonly strangers: number
  /**
   * How far agreement comes in long runs rather than evenly: shingles shared beyond what would be, were each word kept or changed for
   * itself. Copies that somebody reworded have none; two texts from one template have much.
   */
  readonly patchwork: number
  /** Days between the two, where both dates are known. */
  readonly days: number | undefined
}

/** Measures two texts against each other: symmetric. */
export function measure(one: Fingerprint, other: Fingerprint): Measures {
  const [a, b] =
    one.trace.length < other.trace.length || (one.trace.length === other.trace.length && one.all < other.all) ? [one, other] : [other, one]
  const { inOrder, elsewhere, inRuns, replaced, cores, shared } = align(a.trace, b.trace)
  const [inA, inB] = [tally(a.trace, b.trace, cores[0]), tally(b.trace, a.trace, cores[1])]
  const both = a.trace.length + b.trace.length || 1
  const order = (2 * inOrder) / both
  const [coreA, coreB] = cores.map(([from, to]) => to - from || 1) as [number, number]
  const core = (2 * (inOrder + elsewhere)) / (coreA + coreB)
  const facts = inA.facts + inB.facts
  const swapped = Math.min(inA.facts - inA.kept, inB.facts - inB.kept)
  const swappedNames = Math.min(inA.names - inA.keptNames, inB.names - inB.keptNames)
  const [shareA, shareB] = [inA.met / (a.trace.length || 1), inB.met / (b.trace.length || 1)]
  return {
    least: a.trace.length,
    order,
    core,
    ratio: a.trace.length / (b.trace.length || 1),
    most: Math.max(shareA, shareB),
    fewest: Math.min(shareA, shareB),
    runs: inRuns / (a.trace.length || 1),
    replaced: replaced / both,
    facts: facts ? (inA.kept + inB.kept) / facts : 1,
    swapped,
    swappedNames,
    swappedShare: swapped / (Math.min(inA.facts, inB.facts) || 1),
    strangers: Math.min(inA.strangers, inB.strangers),
    patchwork: (Math.min(1, (shared[0] * a.trace.length) / coreA) + Math.min(1, (shared[1] * b.trace.length) / coreB)) / 2 - core ** 3,
    days: daysBetween(a.date, b.date),
  }
}

interface Tally {
  met: number
  facts: number
  kept: number
  names: number
  keptNames: number
  strangers: number
}

/** What of `a` is also in `b`, each word as often as `b` has it; facts of the core alone. */
function tally(a: readonly number[], b: readonly number[], [from, to]: Range): Tally {
  const left = new Map<number, number>()
  for (const word of b) left.set(word >> 2, (left.get(word >> 2) ?? 0) + 1)
  const known = new Set(left.keys())
  const names = new Map<number, number>()
  const sum: Tally = { met: 0, facts: 0, kept: 0, names: 0, keptNames: 0, strangers: 0 }
  for (let i = 0; i < a.length; i++) {
    const word = a[i] as number
    const hash = word >> 2
    const sort = word & 3
    const times = left.get(hash) ?? 0
    const kept = times > 0 ? 1 : 0
    if (kept) left.set(hash, times - 1)
    sum.met += kept
    if (sort === Sort.WORD || i < from || i >= to) continue
    sum.facts++
    sum.kept += kept
    if (sort !== Sort.NAME) continue
    sum.names++
    sum.keptNames += kept
    names.set(hash, (names.get(hash) ?? 0) + 1)
  }
  let [again, lost] = [0, 0]
  for (const [hash, times] of names) {
    if (times < 2) continue
    again += times
    if (!known.has(hash)) lost += times
  }
  sum.strangers = again ? lost / again : 0
  return sum
}

/** The content words of each of many texts in order of their hashes, side by side in memory: what `mayBeCopies` compares. */
export class Bags {
  private readonly words: Int32Array
  private readonly starts: Float64Array

  constructor(texts: readonly Fingerprint[]) {
    this.starts = new Float64Array(texts.length + 1)
    texts.forEach(({ trace }, i) => {
      this.starts[i + 1] = (this.starts[i] as number) + trace.length
    })
    this.words = new Int32Array(this.starts[texts.length] as number)
    texts.forEach(({ trace }, i) => {
      this.words.set(trace, this.starts[i])
      const own = this.of(i)
      for (let k = 0; k < own.length; k++) own[k] = (own[k] as number) >> 2
      own.sort()
    })
  }

  of(text: number): Int32Array {
    return this.words.subarray(this.starts[text], this.starts[text + 1])
  }
}

/** Whether two texts share so many words that `sameText` can be other than `none`: no class is given up, at a hundredth of the work. */
export function mayBeCopies(a: Int32Array, b: Int32Array): boolean {
  let [i, j, met] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] as number, b[j] as number]
    if (x === y) met++
    if (x <= y) i++
    if (y <= x) j++
  }
  const [ofA, ofB] = [met / (a.length || 1), met / (b.length || 1)]
  return Math.max(ofA, ofB) >= PART || (ofA + ofB) / 2 >= REWORDED
}

/** Least share of the smaller text's words that the other has, where it is a part of the other. */
const PART = 0.93
/** Least share of words that a reworded copy keeps, the mean of both. */
const REWORDED = 0.6

/** What two texts are to each other, by their content; dates, where both are known, only tell apart what words cannot. Symmetric. */
export function sameText(a: Fingerprint, b: Fingerprint): Sameness {
  if (a.all === b.all && a.words === b.words && a.words > 0) return { class: 'exact', score: 1, parts: [{ name: 'words', value: 1 }] }
  const measures = measure(a, b)
  const is = classOf(measures)
  if (is === 'none') {
    const translated = translationOf(a, b)
    if (translated) return translated
  }
  const { order, core, most, fewest, runs, facts, swappedShare, replaced, patchwork, days } = measures
  const parts: CopyPart[] = [
    { name: 'words', value: fewest },
    { name: 'order', value: order },
    { name: 'runs', value: runs },
    { name: 'facts', value: facts },
    { name: 'other-facts', value: swappedShare },
    { name: 'replaced', value: replaced },
    { name: 'patchwork', value: patchwork },
  ]
  if (days !== undefined) parts.push({ name: 'days', value: days })
  return {
    class: is,
    score: is === 'partial' ? most : is === 'reworded' ? core : order,
    parts: parts.map(({ name, value }) => ({ name, value: round(value) })),
  }
}

const round = (value: number): number => Math.round(value * 1000) / 1000

function classOf(m: Measures): CopyClass {
  if (isNear(m)) return 'near-exact'
  if (isPart(m)) return 'partial'
  if (isReworded(m)) return 'reworded'
  return 'none'
}

/** A text that comes again a month later with another day in it is another text; a correction comes within days. */
const MONTH = 31

function isNear({ least, order, most, fewest, swapped, swappedNames, swappedShare, days }: Measures): boolean {
  if (days !== undefined && days > MONTH) return false
  const soon = days !== undefined && days <= SOON
  const few = soon
    ? swappedShare <= 0.055 && swappedNames <= 1 + least / 400
    : swappedShare <= 0.02 || (swapped <= 1 && swappedNames === swapped && days === undefined)
  if (order >= 0.95) return few || (soon && swapped <= 1)
  // a passage more or less, and all the rest the same
  return least >= 60 && order >= 0.88 && fewest >= 0.8 && most >= 0.98 && swappedShare <= 0.02
}

/** The smaller text stands in the larger, in runs, with all its facts: a lead, excerpts, a text that lost its end. */
function isPart({ least, ratio, most, runs, swappedShare, days }: Measures): boolean {
  if (least < 30 || ratio > 0.9 || (days !== undefined && days > 2 * SOON) || swappedShare > 0.04) return false
  return (most >= 0.98 && runs >= 0.93) || (ratio <= 0.6 && most >= PART && runs >= 0.8)
}

/**
 * Other words for the same, all through: the facts are kept, more of them than of other words, in the same order; no passage is
 * another one, no name that matters is another one, and what is the same is not the runs of a template.
 */
function isReworded({ least, core, most, fewest, runs, replaced, facts, strangers, patchwork, days }: Measures): boolean {
  if (days === undefined ? least < 60 : least < 40 || days > (least < 100 ? 1 : SOON)) return false
  return (
    core >= 0.58 &&
    core <= 0.94 &&
    (most + fewest) / 2 >= REWORDED &&
    replaced <= 0.1 &&
    facts >= 0.6 &&
    1 - facts <= 1.1 * (1 - core) + 0.04 &&
    strangers <= 0.05 &&
    patchwork <= 0.05 + 0.4 / Math.sqrt(least) &&
    runs <= evenRuns(core) + 0.2
  )
}

/** Share of words in unbroken runs of `RUN` or more where every word is kept, for itself, with this probability. */
const evenRuns = (kept: number): number => kept ** RUN * (1 + RUN * (1 - kept))
