import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { Flag } from '../../lexicon/word.ts'
import type { Unit } from '../recognise/units.ts'
import type { Found } from './phrases.ts'
import type { Range } from './wording.ts'

/** The names of a statement by the part they play in it. */
export interface Named {
  readonly mechanisms: Map<string, Range>
  readonly places: Map<string, Range>
  readonly addressees: Map<string, Range>
}

/** What the neighbourhood of a name says about it: classes of fieldwords.tsv by unit. */
type Marks = ReadonlyMap<number, readonly Found[]>

/** What a statement says beside its names. */
export interface Frame {
  /** Bound by the statement or speaking in it, so no addressees. */
  readonly parties: ReadonlySet<string>
  readonly act: string
  readonly vocabulary: Vocabulary
  /** Acts that are about states without being towards them. */
  readonly silent: ReadonlySet<string>
}

/** Sorts the names in units `from` to `to`. */
export function sortNames(units: readonly Unit[], from: number, to: number, text: string, found: readonly Found[], frame: Frame): Named {
  const { parties, vocabulary } = frame
  const named: Named = { mechanisms: new Map(), places: new Map(), addressees: new Map() }
  const marks = marksOf(found, from, to)
  for (let i = from; i < to; i++) {
    const unit = units[i] as Unit
    const { name } = unit
    if (!name) {
      const own = i > from ? ownInstrument(units, i, text, vocabulary) : undefined
      if (own && !named.mechanisms.has(own)) named.mechanisms.set(own, { from: i, to: i + 1 })
      continue
    }
    const range = { from: i, to: i + 1 }
    const next = i + 1 < to ? units[i + 1] : undefined
    if (name.type === 'body' && next?.name && next.from - unit.to === 1 && (next.name.type === 'proper' || next.name.type === 'mechanism' || next.name.type === 'body')) {
      named.mechanisms.set(text.slice(unit.from, next.to), { from: i, to: i + 2 })
      i++
      continue
    }
    const put = (where: Map<string, Range>, value: string): void => {
      if (value && !where.has(value)) where.set(value, range)
    }
    if (name.type === 'mechanism') put(named.mechanisms, name.ref)
    else if (name.type === 'body') {
      if (!parties.has(name.ref)) put(named.mechanisms, name.ref)
    } else if (name.type === 'place') put(named.places, name.ref)
    else if (name.type === 'capital') put(named.places, text.slice(unit.from, unit.to))
    else if (name.type === 'state' || name.type === 'adjective') {
      const local = name.type === 'state' && isLocal(units, i, from, marks)
      if (local && !name.parties.some((p) => parties.has(p))) put(named.places, text.slice(unit.from, unit.to))
      else if (!frame.silent.has(frame.act)) for (const party of name.parties) if (!parties.has(party)) put(named.addressees, party)
    } else if (name.type === 'proper') {
      if (isPlace(units, i, from, text, marks)) put(named.places, name.ref)
      else if (isInstrument(units, i, marks)) put(named.mechanisms, name.ref)
    }
  }
  return named
}

function marksOf(found: readonly Found[], from: number, to: number): Marks {
  const marks = new Map<number, Found[]>()
  for (const hit of found) {
    if (!hit.phrase.cls.startsWith('near-') || hit.from < from || hit.from >= to + 1) continue
    const list = marks.get(hit.from)
    if (list) list.push(hit)
    else marks.set(hit.from, [hit])
  }
  return marks
}

const has = (marks: Marks, i: number, cls: string): boolean => marks.get(i)?.some((hit) => hit.phrase.cls === cls) === true

/** A word of place ("in", "near") leads the name, past an article and plain words ("in eastern Z", "in the Republic of Z"). */
function isLocal(units: readonly Unit[], i: number, from: number, marks: Marks): boolean {
  for (let k = i - 1; k >= Math.max(0, from, i - 4); k--) {
    const unit = units[k] as Unit
    if (has(marks, k, 'near-place')) return true
    if (unit.name ? unit.name.type !== 'state' : unit.flags & ~(Flag.DETERMINER | Flag.COORDINATOR | Flag.PUNCTUATION)) {
      if (!(unit.flags === 0)) return false
    }
  }
  return false
}

function isPlace(units: readonly Unit[], i: number, from: number, text: string, marks: Marks): boolean {
  const unit = units[i] as Unit
  if (has(marks, i, 'near-placehead') || has(marks, i + 1, 'near-region')) return true
  const before = units[i - 1]
  if (before && before.flags & Flag.DETERMINER) return false
  return i > from && isLocal(units, i, from, marks) && !/[0-9]/.test(text.slice(unit.from, unit.to))
}

/** An unknown name after an article, or before a word like "process", is an instrument. */
function isInstrument(units: readonly Unit[], i: number, marks: Marks): boolean {
  if (has(marks, i + 1, 'near-instrument')) return true
  const unit = units[i] as Unit
  return ((units[i - 1]?.flags ?? 0) & Flag.DETERMINER) !== 0 && unit.to - unit.from > 8 && (unit.name?.ref.includes(' ') ?? false)
}

/** "the present Agreement", "this Treaty", "the Commission": a text's own instrument or body, by a common noun with a capital. */
function ownInstrument(units: readonly Unit[], i: number, text: string, vocabulary: Vocabulary): string | undefined {
  const unit = units[i] as Unit
  if (!(unit.flags & Flag.CAPITAL)) return undefined
  const cls = vocabulary.actors.get(unit.word.text)
  if (cls !== 'instrument' && cls !== 'body') return undefined
  let k = i - 1
  while (k > i - 3 && k >= 0 && units[k]?.flags === 0) k--
  return (units[k]?.flags ?? 0) & (Flag.DETERMINER | Flag.POSSESSIVE) ? text.slice((units[k + 1] as Unit).from, unit.to) : undefined
}
