import { Code, Flag } from '../../lexicon/word.ts'
import { instrumentEnd, isInstrument } from '../recognise/mentions.ts'
import type { Time } from '../recognise/times/scan.ts'
import type { Unit } from '../recognise/units.ts'
import type { Found } from './phrases.ts'
import type { Range } from './stretch.ts'

/** The names of a statement by the part they play in it, each with its units. */
export interface Named {
  readonly mechanisms: Values
  /** Lexicon entries of the mechanisms. */
  readonly refs: string[]
  readonly places: Values
  readonly addressees: Values
}

/** Different values of a field, each with the units that it stands in first. */
export interface Values {
  readonly values: string[]
  readonly ranges: Range[]
}

const noValues = (): Values => ({ values: [], ranges: [] })

/** What a statement says beside its names. */
export interface Frame {
  /** Bound by the statement or speaking in it, so no addressees. */
  readonly parties: readonly string[]
  readonly act: string
  /** Acts that are about states without being towards them: what they name is a place. */
  readonly silent: ReadonlySet<string>
  readonly times: readonly Time[]
}

/** What the neighbourhood of a name says about it: classes of fieldwords.tsv by their first and last unit. */
export type Marks = ReadonlyMap<number, readonly Found[]>

interface Line {
  readonly units: readonly Unit[]
  readonly from: number
  readonly to: number
  readonly text: string
  readonly marks: Marks
}

/** Sorts the names in units `from` to `to`. */
export function sortNames(units: readonly Unit[], from: number, to: number, text: string, marks: Marks, frame: Frame): Named {
  const named: Named = { mechanisms: noValues(), refs: [], places: noValues(), addressees: noValues() }
  const line: Line = { units, from, to, text, marks }
  for (let i = from; i < to; ) {
    const whole = titled(line, i, frame.times) ?? joined(line, i)
    if (whole) put(named.mechanisms, textOf(line, whole), whole)
    else if ((units[i] as Unit).name) sortOne(line, i, frame, named)
    else {
      const own = i > from ? (ownInstrument(line, i) ?? commonInstrument(line, i)) : undefined
      if (own) put(named.mechanisms, textOf(line, own), own)
      if (own && own.to > i + 1) {
        i = own.to
        continue
      }
    }
    i = whole?.to ?? i + 1
  }
  return named
}

function put({ values, ranges }: Values, value: string, range: Range): void {
  if (!value || values.includes(value)) return
  values.push(value)
  ranges.push(range)
}

/** Mechanisms stand as worded; a second name of the same one is left out. */
function putOnce(named: Named, ref: string, wording: string, range: Range): void {
  if (named.refs.includes(ref)) return
  named.refs.push(ref)
  put(named.mechanisms, wording, range)
}

const textOf = ({ units, text }: Line, { from, to }: Range): string => text.slice((units[from] as Unit).from, (units[to - 1] as Unit).to)

function sortOne(line: Line, i: number, frame: Frame, named: Named): void {
  const unit = line.units[i] as Unit
  const { name } = unit
  if (!name) return
  const range = { from: i, to: i + 1 }
  const own = textOf(line, range)
  if (name.type === 'mechanism') putOnce(named, name.ref, own, range)
  else if (name.type === 'body') {
    if (frame.parties.includes(name.ref)) return
    if (has(line, i + 1, 'near-members') && name.parties.length) put(named.addressees, name.ref, range)
    else putOnce(named, name.ref, own, range)
  } else if (name.type === 'place') put(named.places, name.ref, range)
  else if (name.type === 'capital') {
    const ours = name.parties.some((party) => frame.parties.includes(party))
    if (isLocal(line, i) || leadsTo(line, i) || (!ours && !isPlain(line.units[i + 1]))) put(named.places, own, range)
  } else if (name.type === 'state' || name.type === 'adjective') {
    const ours = name.parties.some((party) => frame.parties.includes(party))
    const about = frame.silent.has(frame.act) && !((line.units[i + 1]?.flags ?? 0) & Flag.GENITIVE)
    if (name.type === 'state' && !ours && (about || isLocal(line, i))) put(named.places, own, range)
    if (!frame.silent.has(frame.act))
      for (const party of name.parties) if (!frame.parties.includes(party)) put(named.addressees, party, range)
  } else if (name.type === 'proper' && !frame.times.some((time) => time.from < unit.to && unit.from < time.to)) {
    const region = has(line, i + 1, 'near-region')
    if (
      region ||
      isPlace(
        line,
        i,
        frame.times.some((time) => time.from === line.units[i + 1]?.from),
      )
    )
      put(named.places, region ? textOf(line, { from: i, to: i + 2 }) : name.ref, region ? { from: i, to: i + 2 } : range)
    else if (isUnnamedInstrument(line, i)) put(named.mechanisms, name.ref, range)
  }
}

/** The words around names, by the unit that they begin or end in. */
export function marksOf(found: readonly Found[]): Marks {
  const marks = new Map<number, Found[]>()
  const add = (i: number, hit: Found): void => {
    const list = marks.get(i)
    if (list) list.push(hit)
    else marks.set(i, [hit])
  }
  for (const hit of found) {
    if (!hit.phrase.near) continue
    add(hit.from, hit)
    if (hit.to - 1 > hit.from) add(hit.to - 1, hit)
  }
  return marks
}

function has({ marks, from, to }: Line, i: number, cls: string): boolean {
  const list = marks.size > 0 ? marks.get(i) : undefined
  if (list) for (const hit of list) if (hit.phrase.cls === cls && hit.from >= from && hit.from <= to) return true
  return false
}

/** "to Q", "between Q and P". */
const isNameOfPlace = (unit: Unit | undefined): boolean =>
  unit?.name?.type === 'proper' || unit?.name?.type === 'capital' || unit?.name?.type === 'place'

function leadsTo(line: Line, i: number): boolean {
  let k = i - 1
  while (
    k > line.from &&
    k > i - 5 &&
    (isNameOfPlace(line.units[k]) || (line.units[k]?.flags ?? 0) & (Flag.COORDINATOR | Flag.PUNCTUATION))
  )
    k--
  return has(line, k, 'near-toward')
}

/** A word of no special class: mostly a noun or an adjective. */
const isPlain = (unit: Unit | undefined): boolean =>
  unit !== undefined && (unit.flags & ~(Flag.NOUN_CUE | Flag.ALSO_NOUN)) === 0 && !unit.name

/** A word of place ("in", "near", "invasion of") leads the name, past an article, plain words and names beside it. */
function isLocal(line: Line, i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, line.from, i - 6); k--) {
    const unit = line.units[k] as Unit
    if (has(line, k, 'near-place')) return true
    if (
      unit.name
        ? unit.name.type === 'person' || unit.name.type === 'role'
        : unit.flags & ~(Flag.DETERMINER | Flag.COORDINATOR | Flag.PUNCTUATION)
    )
      return false
  }
  return false
}

function isPlace(line: Line, i: number, isTimeNext: boolean): boolean {
  if (has(line, i, 'near-placehead')) return true
  const unit = line.units[i] as Unit
  const word = line.text.slice(unit.from, unit.to)
  const next = line.units[i + 1]
  if (word === word.toUpperCase() || (next?.flags ?? 0) & Flag.GENITIVE || (line.units[i - 1]?.flags ?? 0) & Flag.DETERMINER) return false
  const free = !isPlain(next) || has(line, i + 1, 'near-point') || isTimeNext
  return i > line.from && free && (isLocal(line, i) || leadsTo(line, i))
}

/** An unknown name is an instrument before a word like "process", and after an article if it has several words or is an acronym. */
function isUnnamedInstrument(line: Line, i: number): boolean {
  if (has(line, i, 'near-members')) return false
  if (has(line, i + 1, 'near-instrument')) return true
  const unit = line.units[i] as Unit
  const word = line.text.slice(unit.from, unit.to)
  const acronym = word === word.toUpperCase() && word.length > 2
  return ((line.units[i - 1]?.flags ?? 0) & Flag.DETERMINER) !== 0 && (acronym || (word.length > 8 && word.includes(' ')))
}

/** "Agreement on Trade between R and Z of 3 May 1994": the full title of an instrument, with its parties, its subject and its day. */
function titled({ units, to }: Line, i: number, times: readonly Time[]): Range | undefined {
  const unit = units[i] as Unit
  if (!isInstrument(unit)) return undefined
  let stop = instrumentEnd(units, i)
  if (stop === i + 1 || stop > to) return undefined
  const day = units[stop]?.word.code === Code.OF ? times.find((time) => time.from === units[stop + 1]?.from) : undefined
  if (day) while (stop < to && (units[stop] as Unit).from < day.to) stop++
  return { from: i, to: stop }
}

/** "the present Agreement", "this Treaty", "the Commission": a text's own instrument or body, by a common noun with a capital. */
function ownInstrument({ units }: Line, i: number): Range | undefined {
  const unit = units[i] as Unit
  if (!(unit.flags & Flag.CAPITAL)) return undefined
  const cls = unit.word.actor
  if (cls !== 'instrument' && cls !== 'body') return undefined
  let k = i - 1
  while (k > i - 3 && k >= 0 && isQualifier(units[k])) k--
  if (!((units[k]?.flags ?? 0) & (Flag.DETERMINER | Flag.POSSESSIVE))) return undefined
  // "the present Agreement" is itself only with its article; "a separate Protocol" is any
  const itself = cls === 'instrument' && k < i - 1 && units[k]?.word.code === Code.THE
  return { from: itself ? k : k + 1, to: i + 1 }
}

/** An adjective, or a word that may be one or a noun ("present", "separate", "joint"). */
const isQualifier = (unit: Unit | undefined): boolean =>
  unit !== undefined && !unit.name && (unit.flags & ~(Flag.ALSO_NOUN | Flag.BASE)) === 0

const heads = new Set(['mechanism', 'body'])

/**
 * A name of several units: another name, a number or a capitalised word before the name of an instrument ("Z-Q Strategic Mechanism",
 * "Three Lakes Initiative"), what it is for after it ("Water Fund for Z"), or its number ("Task Force 59").
 */
function joined(line: Line, i: number): Range | undefined {
  const { units } = line
  const first = units[i] as Unit
  let last = i
  const next = units[i + 1]
  if (i + 1 < line.to && next?.name && next.from - first.to === 1 && leads(line, i, next)) last = i + 1
  else if (i + 2 < line.to && pairs(line, i)) last = i + 2
  const head = units[last] as Unit
  if (!head.name || !(heads.has(head.name.type) || last > i)) return undefined
  const after = units[last + 2]
  if (last + 2 < line.to && has(line, last + 1, 'near-link') && (after?.name?.type === 'state' || after?.name?.type === 'place')) last += 2
  else if (
    last + 1 < line.to &&
    (units[last + 1] as Unit).flags & Flag.NUMBER &&
    (units[last + 1] as Unit).from - head.to === 1 &&
    !isPlain(after) &&
    !(after?.flags ?? 0)
  )
    last += 1
  return last > i && !has(line, last, 'near-members') ? { from: i, to: last + 1 } : undefined
}

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
  const article = ((line.units[i - 1]?.flags ?? 0) & Flag.DETERMINER) !== 0
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

/** How many words the name of an unnamed instrument may have before and after its head. */
const REACH = 4

/** "a joint trade committee", "the Z-Q railway", "a memorandum of understanding on water": known by what stands before or after the head. */
function commonInstrument(line: Line, i: number): Range | undefined {
  const { units, marks } = line
  const hit = marks.size > 0 ? marks.get(i)?.find((one) => one.phrase.cls === 'near-own' && one.from === i) : undefined
  if (!hit || hit.to > line.to) return undefined
  let from = i
  while (from > line.from && i - from < REACH && isModifier(units[from - 1])) from--
  let to = hit.to
  if (to < line.to && has(line, to, 'near-on')) {
    let k = to + 1
    while (
      k < line.to &&
      k - to < REACH + 2 &&
      (isModifier(units[k]) || (units[k] as Unit).flags & (Flag.ALSO_NOUN | Flag.ING | Flag.DETERMINER))
    )
      k++
    if (k > to + 1) to = k
  }
  return from < i || to > hit.to || hit.to - i > 1 ? { from, to } : undefined
}

const isModifier = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  (isPlain(unit) || (unit.name !== undefined && unit.name.type !== 'person' && unit.name.type !== 'role') || unit.word.text === '-')
