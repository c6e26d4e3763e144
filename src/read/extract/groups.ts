import { Flag, VERB } from '../../lexicon/word.ts'
import type { Unit } from '../recognise/units.ts'

/** A verb group: "will not be reopened", "to open", "opening". Indexes are units. */
export interface Group {
  readonly start: number
  readonly head: number
  readonly form: 'finite' | 'to' | 'ing'
  readonly tense: 'modal' | 'present' | 'past' | 'perfect' | 'progressive' | 'copula'
  /** Force of the modal, '' without one. */
  readonly modal: string
  readonly passive: boolean
  readonly negated: boolean
  /** Form flags by which a verb without subject may go on from here. */
  readonly goesOn: number
}

const flag = (unit: Unit | undefined, bits: number): boolean => unit !== undefined && (unit.flags & bits) !== 0
const SOFT = Flag.ADVERB | Flag.NOT
/** Past adverbs, "not" and a short aside between commas. */
function skip(units: readonly Unit[], i: number): number {
  let k = i
  while (flag(units[k], SOFT) && (!flag(units[k], VERB & ~Flag.PARTICIPLE) || flag(units[k + 1], VERB))) k++
  if (units[k]?.word.text === ',') {
    for (let j = k + 1; j < Math.min(k + 14, units.length); j++) if (units[j]?.word.text === ',') return flag(units[j + 1], VERB | Flag.BE | SOFT) ? skip(units, j + 1) : k
  }
  return k
}

/** True when a word that may be verb or noun stands before something a verb would govern. */
export function governs(units: readonly Unit[], i: number): boolean {
  const unit = units[i]
  if (!flag(unit, Flag.ALSO_NOUN)) return true
  const next = units[i + 1]
  if (!next || flag(next, Flag.PUNCTUATION | Flag.COORDINATOR | Flag.BE | Flag.MODAL | Flag.HAVE)) return false
  if (flag(next, Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.PRONOUN | Flag.TO | Flag.THAT | Flag.NUMBER | Flag.ADVERB)) return true
  if (unit?.word.kind === 'mostly-noun') return false
  if (flag(next, Flag.PREPOSITION)) return next.word.text !== 'of' && next.word.text !== 'in' && next.word.text !== 'between'
  return !flag(next, VERB & ~(Flag.ING | Flag.PARTICIPLE | Flag.ALSO_NOUN)) || flag(next, Flag.ALSO_NOUN)
}

function nominal(unit: Unit | undefined): boolean {
  if (!unit) return false
  if (flag(unit, Flag.NAME | Flag.PRONOUN | Flag.NUMBER | Flag.TIME | Flag.RELATIVE | Flag.THAT)) return true
  if (flag(unit, Flag.DETERMINER | Flag.POSSESSIVE | Flag.PREPOSITION | Flag.TO | Flag.MODAL | Flag.BE | Flag.HAVE | Flag.GENITIVE | Flag.SUBORDINATOR)) return ['all', 'two', 'both', 'this', 'these', 'three', 'four'].includes(unit.word.text)
  return !flag(unit, Flag.PUNCTUATION | Flag.COORDINATOR) || unit.word.text === ')' || unit.word.text === ','
}

function auxiliary(units: readonly Unit[], i: number): Group | undefined {
  const unit = units[i] as Unit
  let k = skip(units, i + 1)
  let negated = units.slice(i, k).some((u) => flag(u, Flag.NOT))
  if (flag(unit, Flag.MODAL)) {
    if (flag(units[i - 1], Flag.DETERMINER | Flag.POSSESSIVE | Flag.GENITIVE)) return undefined
    const modal = unit.word.kind
    if (units[k]?.word.text === 'to') k = skip(units, k + 1)
    if (flag(units[k], Flag.HAVE) && flag(units[skip(units, k + 1)], Flag.PARTICIPLE)) k = skip(units, k + 1)
    if (flag(units[k], Flag.BE)) {
      const p = skip(units, k + 1)
      const passive = flag(units[p], Flag.PARTICIPLE)
      if (passive) return { start: i, head: p, form: 'finite', tense: 'modal', modal, passive, negated, goesOn: Flag.BASE | Flag.PARTICIPLE }
      if (flag(units[p], Flag.ING)) return { start: i, head: p, form: 'finite', tense: 'modal', modal, passive: false, negated, goesOn: Flag.BASE | Flag.ING }
      return { start: i, head: k, form: 'finite', tense: 'modal', modal, passive: false, negated, goesOn: Flag.BASE }
    }
    if (flag(units[k], Flag.BASE | Flag.HAVE | Flag.DO)) return { start: i, head: k, form: 'finite', tense: 'modal', modal, passive: false, negated, goesOn: Flag.BASE }
    return undefined
  }
  if (flag(unit, Flag.BE) && unit.word.kind !== 'participle' && !flag(unit, Flag.ING | Flag.PARTICIPLE)) {
    if (unit.word.text === 'be') return undefined
    const past = flag(unit, Flag.PAST)
    const being = flag(units[k], Flag.BE) && flag(units[k], Flag.ING)
    if (being) k = skip(units, k + 1)
    const passive = flag(units[k], Flag.PARTICIPLE)
    const progressive = !passive && flag(units[k], Flag.ING)
    const goesOn = (passive ? Flag.PARTICIPLE : progressive ? Flag.ING : 0) | (past ? Flag.PAST : 0)
    return { start: i, head: passive || progressive ? k : i, form: 'finite', tense: progressive || (being && passive) ? 'progressive' : passive ? (past ? 'past' : 'present') : 'copula', modal: '', passive, negated, goesOn }
  }
  if (flag(unit, Flag.HAVE) && !flag(unit, Flag.ING) && unit.word.text !== 'have' || (unit.word.text === 'have' && nominal(units[i - 1]))) {
    if (flag(units[k], Flag.BE) && flag(units[k], Flag.PARTICIPLE)) {
      const p = skip(units, k + 1)
      const passive = flag(units[p], Flag.PARTICIPLE)
      const head = passive || flag(units[p], Flag.ING) ? p : k
      return { start: i, head, form: 'finite', tense: head === k ? 'copula' : 'perfect', modal: '', passive, negated, goesOn: Flag.PARTICIPLE }
    }
    if (flag(units[k], Flag.PARTICIPLE)) return { start: i, head: k, form: 'finite', tense: 'perfect', modal: '', passive: false, negated, goesOn: Flag.PARTICIPLE | Flag.PAST }
    const toVerb = skip(units, k + 1)
    if (units[k]?.word.text === 'to' && flag(units[toVerb], Flag.BASE)) return { start: i, head: toVerb, form: 'finite', tense: 'modal', modal: 'should', passive: false, negated, goesOn: Flag.BASE }
    return { start: i, head: i, form: 'finite', tense: 'copula', modal: '', passive: false, negated, goesOn: 0 }
  }
  if (flag(unit, Flag.DO) && unit.word.kind === 'finite') {
    if (!flag(units[k], Flag.BASE)) return undefined
    negated = units.slice(i, k).some((u) => flag(u, Flag.NOT))
    return { start: i, head: k, form: 'finite', tense: unit.word.text === 'did' ? 'past' : 'present', modal: '', passive: false, negated, goesOn: Flag.BASE }
  }
  return undefined
}

/** The verb group that starts at `i` by form alone: auxiliaries, "to" + verb, -ing, or undefined. */
function groupAt(units: readonly Unit[], i: number, finiteOpen: boolean): Group | undefined {
  const unit = units[i] as Unit
  if (flag(unit, Flag.MODAL | Flag.BE | Flag.HAVE | Flag.DO)) {
    const group = auxiliary(units, i)
    if (group) return group
  }
  if (flag(unit, Flag.TO)) {
    const k = skip(units, i + 1)
    const unknown = units[k] && !(units[k]?.flags ?? 1) && flag(units[k + 1], Flag.DETERMINER | Flag.POSSESSIVE) && !units[k]?.word.text.endsWith('s')
    if (!unknown && !flag(units[k], Flag.BASE | Flag.BE | Flag.HAVE | Flag.DO)) return undefined
    if (flag(units[k], Flag.CAPITAL) || (flag(units[k], Flag.ALSO_NOUN) && (units[k + 1]?.word.text === ',' || units[k + 1]?.word.text === 'of'))) return undefined
    const p = flag(units[k], Flag.BE) ? skip(units, k + 1) : k
    const passive = p > k && flag(units[p], Flag.PARTICIPLE)
    return { start: i, head: passive ? p : k, form: 'to', tense: 'present', modal: '', passive, negated: flag(units[i - 1], Flag.NOT), goesOn: Flag.BASE | Flag.TO }
  }
  if (flag(unit, Flag.ADVERB) && flag(units[i + 1], VERB)) return undefined
  const simple = { start: i, head: i, form: 'finite' as const, modal: '', passive: false, negated: false }
  let p = i - 1
  while (p >= 0 && flag(units[p], SOFT)) p--
  const before = units[p]
  if (flag(unit, Flag.PAST) && nominal(before) && !(p < i - 1 && flag(before, Flag.DETERMINER))) {
    const next = units[i + 1]
    if (next?.word.text === 'by' && flag(unit, Flag.PARTICIPLE)) return undefined
    const sure = !flag(unit, Flag.PARTICIPLE) || flag(next, Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.PRONOUN | Flag.THAT | Flag.TO)
    if (finiteOpen && !sure) return undefined
    if (finiteOpen && !flag(before, Flag.NAME | Flag.PRONOUN | Flag.RELATIVE | Flag.THAT)) return undefined
    if (!sure && laterFinite(units, i + 1)) return undefined
    return { ...simple, tense: 'past', goesOn: Flag.PAST }
  }
  if (flag(unit, Flag.PRESENT) && nominal(before) && !flag(before, Flag.NUMBER)) {
    if (flag(unit, Flag.ALSO_NOUN) && (!governs(units, i) || finiteOpen)) return undefined
    return { ...simple, tense: 'present', goesOn: Flag.PRESENT }
  }
  if (flag(unit, Flag.BASE) && !flag(unit, Flag.CAPITAL) && plural(units, p) && !(finiteOpen && flag(unit, Flag.ALSO_NOUN) && !flag(before, Flag.PRONOUN)) && (governs(units, i) || (flag(before, Flag.PRONOUN) && before?.word.kind === 'joint'))) {
    return { ...simple, tense: 'present', goesOn: Flag.BASE }
  }
  if (flag(unit, Flag.ING) && !flag(unit, Flag.CAPITAL)) return { ...simple, form: 'ing', tense: 'present', goesOn: Flag.ING }
  return undefined
}

function laterFinite(units: readonly Unit[], i: number): boolean {
  for (let k = i; k < units.length; k++) {
    const unit = units[k] as Unit
    if (unit.word.text === ';' || flag(unit, Flag.COORDINATOR | Flag.RELATIVE | Flag.THAT | Flag.PUNCTUATION)) return false
    if (flag(unit, Flag.MODAL) || (flag(unit, Flag.BE) && !flag(unit, Flag.PARTICIPLE | Flag.ING) && unit.word.text !== 'be')) return true
  }
  return false
}

function plural(units: readonly Unit[], p: number): boolean {
  const unit = units[p]
  if (!unit) return false
  if (flag(unit, Flag.PRONOUN)) return ['we', 'they', 'i', 'you', 'these', 'those'].includes(unit.word.text)
  if (flag(unit, Flag.RELATIVE)) return true
  if (unit.name) return unit.name.parties.length > 1 || units.slice(Math.max(0, p - 4), p).some((u) => u.word.text === 'and') || /s$/.test(unit.name.ref) || unit.name.type === 'state'
  return unit.word.text.endsWith('s') && !flag(unit, Flag.DETERMINER | Flag.PREPOSITION | Flag.GENITIVE | Flag.ADVERB | Flag.BE | Flag.HAVE)
}

/** All verb groups of a sentence in order. `finite` groups are those a clause can be built on. */
export function findGroups(units: readonly Unit[]): (Group | undefined)[] {
  const at: (Group | undefined)[] = new Array(units.length)
  let open = false
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as Unit
    if (flag(unit, Flag.PUNCTUATION | Flag.COORDINATOR | Flag.RELATIVE | Flag.THAT | Flag.SUBORDINATOR)) open = false
    const group = groupAt(units, i, open)
    if (!group) continue
    at[i] = group
    if (group.form === 'finite') open = true
    i = group.head
  }
  return at
}
