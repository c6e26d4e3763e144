// Names of several units: titles of instruments, names with their number or purpose, bodies and instruments without a name of their own.
import { CLOSED_CLASS, Code, Flag, More } from '../../lexicon/word.ts'
import { instrumentEnd, isInstrument } from '../recognise/mentions.ts'
import type { Time } from '../recognise/times/scan.ts'
import { type Unit, unitAt } from '../recognise/units.ts'
import { has, isPlain, type Line } from './line.ts'
import type { Found } from './phrases.ts'
import { phraseEnd, type Range } from './stretch.ts'

/** The name that begins at unit `i` and has several units, if any. */
export function wholeName(line: Line, i: number, times: readonly Time[]): Range | undefined {
  if (isNumbered(line, i) && !isInDate(line.units[i] as Unit, times)) {
    const rest = wholeName(line, i + 1, times)
    if (rest) return { from: i, to: rest.to }
    const { name } = line.units[i + 1] as Unit
    return name && heads.has(name.type) ? { from: i, to: i + 2 } : undefined
  }
  const unit = line.units[i] as Unit
  const title = isInstrument(unit) ? titled(line, i, times) : undefined
  // most words are neither a name nor have a capital, with which the others begin
  if (title || (!unit.name && !(unit.flags & Flag.CAPITAL))) return title
  return headed(line, i) ?? joined(line, i, times)
}

/** "2034 Water Forum", "26th Conference": a year or an ordinal in figures before a name. */
function isNumbered({ units, text, to }: Line, i: number): boolean {
  const unit = units[i] as Unit
  const next = units[i + 1]
  if (!next?.name || i + 1 >= to || unit.name || next.from - unit.to !== 1) return false
  const length = unit.to - unit.from
  return length <= 5 && numbered.test(text.slice(unit.from, unit.to))
}

/** "on 2 May 2022", "by the 2032 feast": the year is the end of a day, or part of a longer time. */
const isInDate = ({ from, to }: Unit, times: readonly Time[]): boolean =>
  times.some((time) => time.from < from && time.to >= to && (time.to > to || time.start === time.end))

const numbered = /^(?:[12]\d{3}|\d{1,3}(?:st|nd|rd|th))$/

/** "(WWF)" right after a name: its short form, and no second name. */
export const isShortForm = ({ units, from }: Line, i: number): boolean =>
  i - 2 >= from &&
  units[i - 1]?.word.code === Code.OPEN &&
  units[i + 1]?.word.code === Code.CLOSE &&
  units[i - 2]?.name !== undefined &&
  heads.has(units[i - 2]?.name?.type ?? '')

/** A body or instrument known by a common noun at unit `i`, if any. */
export const unnamed = (line: Line, i: number): Range | undefined => ownInstrument(line, i) ?? commonInstrument(line, i)

/** "Agreement on Trade between R and Z of 3 May 1994": the full title of the instrument at unit `i`, with its parties, its subject and its day. */
function titled({ units, to }: Line, i: number, times: readonly Time[]): Range | undefined {
  let stop = instrumentEnd(units, i)
  if (stop === i + 1 || stop > to) return undefined
  const day = units[stop]?.word.code === Code.OF ? times.find((time) => time.from === units[stop + 1]?.from) : undefined
  if (day) while (stop < to && (units[stop] as Unit).from < day.to) stop++
  return { from: i, to: stop }
}

/** "the present Agreement", "this Treaty", "the Commission": a text's own instrument or body, by a common noun with a capital. */
function ownInstrument({ units, text, to }: Line, i: number): Range | undefined {
  const unit = units[i] as Unit
  if (!(unit.flags & Flag.CAPITAL)) return undefined
  const cls = unit.word.actor
  if (cls !== 'instrument' && cls !== 'body') return undefined
  let k = i - 1
  while (k > i - 3 && k >= 0 && isQualifier(units[k])) k--
  if (!((units[k]?.flags ?? 0) & (Flag.DETERMINER | Flag.POSSESSIVE))) return undefined
  // "the present Agreement" is itself only with its article; "a separate Protocol" is any
  const itself = cls === 'instrument' && k < i - 1 && units[k]?.word.code === Code.THE
  const day = units[i + 2]
  const dated = day && i + 2 < to && units[i + 1]?.word.code === Code.OF && year.test(text.slice(day.from, day.to))
  return { from: itself ? k : k + 1, to: dated ? i + 3 : i + 1 }
}

/** An adjective, or a word that may be one or a noun ("present", "separate", "joint"). */
const isQualifier = (unit: Unit | undefined): boolean =>
  unit !== undefined && !unit.name && (unit.flags & ~(Flag.ALSO_NOUN | Flag.BASE)) === 0

const heads = new Set(['mechanism', 'body'])

/**
 * A name of several units: another name, a number or a capitalised word before the name of an instrument ("Z-Q Strategic Mechanism",
 * "Three Lakes Initiative"), what it is for after it ("Water Fund for Z"), or its number ("Task Force 59").
 */
function joined(line: Line, i: number, times: readonly Time[]): Range | undefined {
  const { units } = line
  const first = units[i] as Unit
  // "at the June G7 summit"
  if (first.flags & Flag.TIME || first.word.more & More.MONTH) return undefined
  let last = i
  const next = units[i + 1]
  if (i + 1 < line.to && next?.name && next.from - first.to === 1 && leads(line, i, next)) last = i + 1
  else if (i + 2 < line.to && pairs(line, i)) last = i + 2
  const head = units[last] as Unit
  const counted = head.name?.type === 'proper' && head.name.ref.includes(' ') && ((units[last + 1]?.flags ?? 0) & Flag.NUMBER) !== 0
  if (!head.name || !(heads.has(head.name.type) || last > i || counted)) return undefined
  const subject = head.name.type === 'mechanism' ? subjectOf(line, last, times) : 0
  if (subject) return { from: i, to: subject }
  const after = units[last + 2]
  if (last + 2 < line.to && has(line, last + 1, 'near-link') && (after?.name?.type === 'state' || after?.name?.type === 'place')) last += 2
  else if (
    last + 1 < line.to &&
    (units[last + 1] as Unit).flags & Flag.NUMBER &&
    (units[last + 1] as Unit).from - head.to === 1 &&
    !isPlain(after) &&
    !((after?.flags ?? 0) & ~Flag.PUNCTUATION)
  )
    last += 1
  return last > i && !has(line, last, 'near-members') ? { from: i, to: last + 1 } : undefined
}

/** "Agreement on Ports and Rivers", "Joint Declaration of 2 May 2031": index after the names or the day that say which one it is; 0 without. */
function subjectOf(line: Line, head: number, times: readonly Time[]): number {
  const { units, to, text } = line
  const link = units[head + 1]?.word.code
  const first = units[head + 2]
  if (!first || head + 2 >= to) return 0
  const time = times.find(({ from }) => from === first.from)
  if (link === Code.OF && time?.kind === 'date' && time.start === time.end && time.start !== undefined) {
    let stop = head + 2
    while (stop < to && (units[stop] as Unit).from < time.to) stop++
    return stop
  }
  if (link === Code.OF && year.test(text.slice(first.from, first.to))) return head + 3
  if (link === Code.FOR) return periodEnd(line, head + 1, times)
  if (link === Code.TO && opensTitle(first)) return titleEnd(line, head + 2)
  if (link === Code.ON && first.flags & Flag.ING) return Math.min(to, phraseEnd(units, head + 2))
  if (link !== Code.ON || time || !isTitleWord(first)) return 0
  let stop = head + 3
  while (stop + 1 < to && (units[stop] as Unit).flags & Flag.COORDINATOR && isTitleWord(units[stop + 1])) stop += 2
  return stop
}

/** "Plan of Action for 2031-2035": a plan is called by its years. */
function periodEnd({ units, to, text }: Line, i: number, times: readonly Time[]): number {
  const [link, first] = [units[i] as Unit, units[i + 1] as Unit]
  const time = times.find(({ from }) => from === link.from || from === first.from)
  if (!time || !period.test(text.slice(first.from, time.to))) return 0
  let stop = i
  while (stop < to && (units[stop] as Unit).from < time.to) stop++
  return stop
}

const year = /^[12]\d{3}$/

const period = /^[12]\d{3}\s?[-\u2013]\s?(?:[12]\d)?\d{2}$/

/** A capitalised verb, or a name of several words that is unknown: what opens with it is no goal of a journey. */
const opensTitle = ({ name, flags }: Unit): boolean =>
  name ? name.type === 'proper' && name.ref.includes(' ') : (flags & Flag.CAPITAL) !== 0

/** "to End Hunger and Promote Health": capitalised words, joined by small ones. */
function titleEnd({ units, to }: Line, i: number): number {
  let stop = i + 1
  for (let k = i + 1; k < to; k++) {
    const unit = units[k] as Unit
    if (unit.name || unit.flags & Flag.CAPITAL) stop = k + 1
    else if (!(unit.flags & (Flag.COORDINATOR | Flag.PREPOSITION | Flag.DETERMINER))) break
    else if (unit.flags & Flag.DETERMINER && (units[k - 1] as Unit).flags & Flag.COORDINATOR) break
  }
  return stop > i + 1 ? stop : 0
}

/** A capitalised name that is nobody and no day. */
const isTitleWord = (unit: Unit | undefined): boolean =>
  unit?.name !== undefined && !(unit.flags & Flag.TIME) && unit.name.type !== 'person' && unit.name.type !== 'role'

/** "…, Industry and Trade Forum": a capitalised word that is no name, in a list, shares the head of the name of an instrument after "and". */
function pairs(line: Line, i: number): boolean {
  const { units } = line
  if (i === 0 || units[i + 1]?.word.code !== Code.AND || !((units[i - 1]?.flags ?? 0) & (Flag.PUNCTUATION | Flag.DETERMINER))) return false
  const first = units[i] as Unit
  const name = units[i + 2]?.name
  if (name?.type !== 'mechanism' || name.entry !== undefined || !name.ref.includes(' ')) return false
  const lone = first.name === undefined ? (first.flags & Flag.CAPITAL) !== 0 : first.name.type === 'proper' && !first.name.ref.includes(' ')
  return lone && !first.name?.parties.length
}

/** The unit before a name belongs to it. */
function leads(line: Line, i: number, next: Unit): boolean {
  const first = line.units[i] as Unit
  const type = next.name?.type ?? ''
  const article = ((unitAt(line.units, i - 1)?.flags ?? 0) & Flag.DETERMINER) !== 0
  if (!first.name)
    return (
      i > 0 &&
      (first.flags & Flag.CAPITAL) !== 0 &&
      !(first.flags & (Flag.PUNCTUATION | Flag.DETERMINER | Flag.TIME)) &&
      (heads.has(type) || (type === 'proper' && article))
    )
  if (first.name.type === 'person' || first.name.type === 'role') return false
  if (first.name.type === 'body') return heads.has(type) || type === 'proper'
  return heads.has(type) || (type === 'proper' && article)
}

/** How many units the words between a name and the head that it opens may be. */
const SPAN = 7

/** "R-Z Summit", "Northern Leaders' Summit", "R – Q – Z railway": capitalised words or a row of names up to a head, all of them opened by a name. */
function headed(line: Line, i: number): Range | undefined {
  const { units } = line
  const first = units[i] as Unit
  if (!first.name || first.name.type === 'person' || first.name.type === 'role') return undefined
  let rows = 0
  for (let k = i + 1; k < Math.min(line.to, i + SPAN); k++) {
    const [unit, before] = [units[k] as Unit, units[k - 1] as Unit]
    if (unit.from - before.to > 1) return undefined
    if (unit.name) {
      if (unit.name.type === 'person') return undefined
    } else if (isDash(unit)) rows++
    else if (unit.flags & Flag.CAPITAL && !(unit.flags & CLOSED_CLASS)) {
      if ((unit.word.more & More.HEAD_MECHANISM) !== 0 || has(line, k, 'near-head')) return { from: i, to: k + 1 }
    } else if (rows > 0 && isInstrumentAt(line, k)) return { from: i, to: k + 1 }
    else if (rows > 0 && before.name && isPlain(unit) && isInstrumentAt(line, k + 1)) return { from: i, to: k + 2 }
    // "the Leaders' Summit", but not "R's Plan"
    else if (!(unit.flags & Flag.GENITIVE) || before.name) return undefined
  }
  return undefined
}

const isInstrumentAt = (line: Line, k: number): boolean =>
  k < line.to && ((line.units[k] as Unit).flags & CLOSED_CLASS) === 0 && has(line, k, 'near-instrument')

/** A dash or a hyphen. */
export const isDash = ({ word }: Unit): boolean => word.code === Code.DASH || word.code === Code.HYPHEN

/** How many words the name of an unnamed instrument may have before and after its head. */
const REACH = 4

/** "a joint trade committee", "the Z-Q railway", "a memorandum of understanding on water": known by what stands before or after the head. */
function commonInstrument(line: Line, i: number): Range | undefined {
  const { units } = line
  const hit = ownAt(line, i)
  if (!hit || hit.to > line.to) return undefined
  let from = i
  while (from > line.from && i - from < REACH && (isModifier(units[from - 1]) || isNounBefore(units, from - 1))) from--
  while (from < i && has(line, from, 'near-any')) from++
  let to = hit.to
  if (to < line.to && has(line, to, 'near-on')) {
    const first = units[to + 1]
    const end = first && (isModifier(first) || first.flags & (Flag.ALSO_NOUN | Flag.ING | Flag.DETERMINER)) ? phraseEnd(units, to + 1) : to
    if (end > to + 1) to = Math.min(end, line.to)
  }
  const party = units[(units[to + 1]?.flags ?? 0) & Flag.DETERMINER ? to + 2 : to + 1]
  if (to < line.to && units[to]?.word.code === Code.BETWEEN && party?.name) to = Math.min(phraseEnd(units, to + 1), line.to)
  return from < i || to > hit.to || hit.to - i > 1 ? { from, to } : undefined
}

/** The head of such a name at unit `i`. A loop, since a closure over `i` would be room to make at each word, though few have marks. */
function ownAt({ marks }: Line, i: number): Found | undefined {
  const found = marks.size > 0 ? marks.get(i) : undefined
  if (found) for (const one of found) if (one.phrase.cls === 'near-own' && one.from === i) return one
  return undefined
}

/** "a joint trade committee": a word that is also a verb is a noun after an article or what goes with a noun. */
function isNounBefore(units: readonly Unit[], i: number): boolean {
  const [before, unit] = [units[i - 1], units[i] as Unit]
  if (unit.name || !(unit.flags & Flag.ALSO_NOUN) || unit.flags & CLOSED_CLASS) return false
  return before !== undefined && (isModifier(before) || (before.flags & (Flag.DETERMINER | Flag.POSSESSIVE | Flag.GENITIVE)) !== 0)
}

const isModifier = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  (isPlain(unit) || (unit.name !== undefined && unit.name.type !== 'person' && unit.name.type !== 'role') || unit.word.text === '-')
