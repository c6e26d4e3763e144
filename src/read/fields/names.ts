import { CLOSED_CLASS, Code, Flag, More } from '../../lexicon/word.ts'
import type { Time } from '../recognise/times/scan.ts'
import { type Unit, unitAt } from '../recognise/units.ts'
import { isHelped, isLed, type Towards, towardsWhom } from './addressees.ts'
import { isDash, isShortForm, unnamed, wholeName } from './instruments.ts'
import { has, isPlain, type Line, type Marks, textOf } from './line.ts'
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
export interface Frame extends Towards {
  /** The parties of the text: a body among them is one that others act towards, like a state. */
  readonly peers: readonly string[]
  /** Named instruments and bodies of the text so far, by the noun that heads them. */
  readonly known: ReadonlyMap<string, string>
  readonly act: string
  /** Acts that are about states without being towards them: what they name is a place. */
  readonly silent: ReadonlySet<string>
  readonly times: readonly Time[]
}

/** Sorts the names in units `from` to `to`. */
export function sortNames(units: readonly Unit[], from: number, to: number, text: string, marks: Marks, frame: Frame): Named {
  const named: Named = { mechanisms: noValues(), refs: [], places: noValues(), addressees: noValues() }
  const line: Line = { units, from, to, text, marks }
  for (let i = from; i < to; ) {
    const whole = wholeName(line, i, frame.times)
    if (whole) put(named.mechanisms, textOf(line, whole), whole)
    else if ((units[i] as Unit).name) sortOne(line, i, frame, named)
    else {
      const known = i > 0 ? frame.known.get(pointed(line, i)) : undefined
      const own = known === undefined && i > from ? unnamed(line, i) : undefined
      if (known !== undefined) put(named.mechanisms, known, { from: i, to: i + 1 })
      if (own) put(named.mechanisms, textOf(line, own), own)
      if (own && own.to > i + 1) {
        i = own.to
        continue
      }
    }
    i = whole?.to ?? i + 1
  }
  if (!named.mechanisms.values.length) putSubject(line, frame, named.mechanisms)
  return named
}

/** What acts outside of the words of its statement: "a committee that will meet", "The fund will help …, cut …". */
function putSubject(line: Line, { parties, peers, known }: Frame, to: Values): void {
  const { units, from } = line
  const range = { from, to: from + 1 }
  for (const party of parties) if (!peers.includes(party) && isValue(known, party)) put(to, party, range)
  const link = isRelative(units[from]) ? from : from - 1
  if (link < 1 || !isRelative(units[link])) return
  const end = units[link - 1]?.word.code === Code.COMMA ? link - 1 : link
  const before: Line = { ...line, from: 0 }
  for (let k = end - 1; k >= Math.max(0, end - AHEAD); k--) {
    const own = unnamed(before, k)
    if (own?.to !== end) continue
    put(to, textOf(line, own), own)
    return
  }
}

/** How many units the head of a name may stand before a relative clause that tells of it. */
const AHEAD = 6

const isRelative = (unit: Unit | undefined): boolean => unit !== undefined && (unit.flags & (Flag.RELATIVE | Flag.THAT)) !== 0

function isValue(known: ReadonlyMap<string, string>, name: string): boolean {
  for (const value of known.values()) if (value === name) return true
  return false
}

/** "the fund", "this Partnership": a noun that points back to what was named before; empty for any other word. */
function pointed({ units }: Line, i: number): string {
  const { word, flags } = units[i] as Unit
  if (flags & CLOSED_CLASS || !pointers.has(units[i - 1]?.word.code ?? 0)) return ''
  const next = units[i + 1]
  return next && (isPlain(next) || next.name || next.flags & Flag.ALSO_NOUN) && !(next.flags & CLOSED_CLASS) ? '' : word.text
}

const pointers: ReadonlySet<number> = new Set([Code.THE, Code.THIS])

/** Notes what a statement names, for those that point back to it: "Water Fund for Z" is "the fund". `heads` are words that name such things. */
export function noteNamed(
  known: Map<string, string>,
  { mechanisms }: Named,
  units: readonly Unit[],
  text: string,
  heads: ReadonlyMap<string, string>,
): void {
  mechanisms.ranges.forEach(({ from, to }, i) => {
    let last = from
    while (last + 1 < to && !((units[last + 1] as Unit).flags & CLOSED_CLASS)) last++
    const name = text.slice((units[from] as Unit).from, (units[last] as Unit).to)
    const head = name.slice(name.lastIndexOf(' ') + 1)
    if (head.length < name.length && heads.has(head)) known.set(head.toLowerCase(), mechanisms.values[i] as string)
  })
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

function sortOne(line: Line, i: number, frame: Frame, named: Named): void {
  const unit = line.units[i] as Unit
  const { name } = unit
  if (!name || isShortForm(line, i)) return
  const range = { from: i, to: i + 1 }
  const own = textOf(line, range)
  if (name.type === 'mechanism') putOnce(named, name.ref, own, range)
  else if (name.type === 'body') {
    // a body that acts is one of the bodies of a statement, unless it is asked to or the text is its own
    if (frame.parties.includes(name.ref) && (frame.kind === 'proposal' || frame.peers.includes(name.ref))) return
    const bound = frame.parties.includes(name.ref)
    const towards = !bound && (frame.peers.includes(name.ref) || (has(line, i + 1, 'near-members') && name.parties.length > 0))
    const helped = !towards && !bound && i >= frame.cue[0] && isHelped(line, i)
    if (towards || helped) put(named.addressees, name.ref, range)
    // "the Club's rules": the name only says whose they are
    if (!towards && !((line.units[i + 1]?.flags ?? 0) & Flag.GENITIVE)) putOnce(named, name.ref, own, range)
  } else if (name.type === 'place') putPlace(line, i, name.ref, named)
  else if (name.type === 'capital') {
    // "Z City's war": the government there
    const owns = ((line.units[i + 1]?.flags ?? 0) & Flag.GENITIVE) !== 0
    if (!owns && (isLocal(line, i) || leadsTo(line, i) || isInRow(line, i))) put(named.places, own, range)
    else if (owns) for (const party of towardsWhom(line, i, frame)) put(named.addressees, party, range)
  } else if (name.type === 'state' || name.type === 'adjective') {
    const ours = name.parties.some((party) => frame.parties.includes(party))
    const silent = frame.silent.has(frame.act) && !isLed(line, i)
    const about = silent && !((line.units[i + 1]?.flags ?? 0) & Flag.GENITIVE)
    if (name.type === 'state' && (ours ? isInside(line, i) : about || isLocal(line, i))) put(named.places, own, range)
    if (!silent) for (const party of towardsWhom(line, i, frame)) put(named.addressees, party, range)
  } else if (name.type === 'person' || name.type === 'role') {
    for (const party of towardsWhom(line, i, frame)) put(named.addressees, party, range)
  } else if (name.type === 'proper' && !frame.times.some((time) => time.from < unit.to && unit.from < time.to)) {
    // "Q Port": part of the name before it
    if (i > line.from && isNameOfPlace(line.units[i - 1]) && placeEnd(line, i - 1) > i) return
    const isTimeNext = frame.times.some((time) => time.from === line.units[i + 1]?.from)
    if (placeEnd(line, i) > i + 1 || isPlace(line, i, isTimeNext)) putPlace(line, i, name.ref, named)
    else if (isUnnamedInstrument(line, i)) put(named.mechanisms, name.ref, range)
  }
}

/** Index after the words that belong to the name of a place at unit `i`: "the Q region", "Q Port". */
function placeEnd(line: Line, i: number): number {
  const [unit, next] = [line.units[i] as Unit, line.units[i + 1]]
  if (!next || i + 1 >= line.to || next.from - unit.to !== 1) return i + 1
  const head = next.name ? next.name.type === 'proper' && !next.name.ref.includes(' ') : (next.flags & Flag.CAPITAL) !== 0
  return (!next.name && has(line, i + 1, 'near-region')) || (head && has(line, i + 1, 'near-placehead')) ? i + 2 : i + 1
}

function putPlace(line: Line, i: number, ref: string, { places }: Named): void {
  const to = placeEnd(line, i)
  const hyphen = has(line, i + 1, 'near-point') ? ref.indexOf('-') : -1
  const range = { from: i, to }
  // "the Q-P section" is between two places
  if (hyphen > 0 && ref.indexOf(' ') > 0) for (const end of ref.split('-')) put(places, end, range)
  else put(places, to > i + 1 ? textOf(line, range) : ref, range)
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

/** "the Q – P section": one of a row of places. */
function isInRow({ units, from, to }: Line, i: number): boolean {
  const before = i - 2 >= from && isDash(units[i - 1] as Unit) && isNameOfPlace(units[i - 2])
  return before || (i + 2 < to && isDash(units[i + 1] as Unit) && isNameOfPlace(units[i + 2]))
}

/** A word of place ("in", "near", "invasion of") leads the name, past an article, plain words and names beside it. */
function isLocal(line: Line, i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, line.from, i - 6); k--) {
    const unit = line.units[k] as Unit
    // "in response to" is one unit, and no "in"
    if (has(line, k, 'near-place') && !(unit.word.more & More.JOINED)) return true
    if (
      unit.name
        ? unit.name.type === 'person' || unit.name.type === 'role'
        : unit.flags & ~(Flag.DETERMINER | Flag.COORDINATOR | Flag.PUNCTUATION)
    )
      return false
  }
  return false
}

/** "in Z": a party of the statement too is where something happens right after "in"; "in Z's port" is in the port. */
function isInside({ units, from }: Line, i: number): boolean {
  if ((units[i + 1]?.flags ?? 0) & Flag.GENITIVE) return false
  let k = i - 1
  while (k > from && (units[k] as Unit).flags & Flag.DETERMINER) k--
  return k >= from && units[k]?.word.code === Code.IN
}

function isPlace(line: Line, i: number, isTimeNext: boolean): boolean {
  if (has(line, i, 'near-label')) return false
  if (has(line, i, 'near-placehead')) return true
  const unit = line.units[i] as Unit
  const word = line.text.slice(unit.from, unit.to)
  const next = line.units[i + 1]
  if (word === word.toUpperCase() || (next?.flags ?? 0) & Flag.GENITIVE || (unitAt(line.units, i - 1)?.flags ?? 0) & Flag.DETERMINER)
    return false
  const free = !isPlain(next) || has(line, i + 1, 'near-point') || isTimeNext
  return i > line.from && ((free && (isLocal(line, i) || leadsTo(line, i))) || isInRow(line, i))
}

/** An unknown name is an instrument before a word like "process", and after an article if it has several words or is an acronym. */
function isUnnamedInstrument(line: Line, i: number): boolean {
  if (has(line, i, 'near-members')) return false
  if (has(line, i + 1, 'near-instrument')) return true
  const unit = line.units[i] as Unit
  const word = line.text.slice(unit.from, unit.to)
  const acronym = word === word.toUpperCase() && word.length > 2
  return ((unitAt(line.units, i - 1)?.flags ?? 0) & Flag.DETERMINER) !== 0 && (acronym || (word.length > 8 && word.includes(' ')))
}
