import { More } from '../../lexicon/word.ts'
import type { Clash, Senses } from '../senses.ts'
import type { Context } from './context.ts'
import type { Unit } from './leaf.ts'
import type { Links } from './links.ts'
import type { DifferenceClass } from './nouns.ts'
import { Type } from './types.ts'

/** What it is that one word stands in the place of another, and what that changes. */
interface Substitution {
  readonly class: DifferenceClass
  readonly effect: string
}

/** What an opposite changes. */
export const OPPOSITE = 'the opposite'

/** What a row of opposites or of known mistakes says of two words. */
export const clashed = (clash: Clash): Substitution =>
  is(clash.class as DifferenceClass, clash.opposite ? OPPOSITE : (senses[clash.class] ?? 'another sense'))

const senses: Readonly<Record<string, string>> = {
  act: 'another act',
  object: 'another thing',
  name: 'another name',
  force: 'binds otherwise',
  negation: 'says the contrary',
}

const is = (kind: DifferenceClass, effect = ''): Substitution => ({ class: kind, effect })

/**
 * The class of a pair of unlike words. What is known to change the sense speaks first (numbers, opposites, known mistakes, states,
 * times), then what is known not to (synonyms, spellings of a name), then what changes it unless known otherwise (names, terms of art,
 * the act of a statement); any other word is a matter of wording.
 */
export function substitution(i: number, j: number, a: Context, b: Context, links: Links, senses: Senses): Substitution {
  const one = a.leaf.units[i] as Unit
  const other = b.leaf.units[j] as Unit
  const either = one.type | other.type
  const both = one.type & other.type
  if (one.form === other.form) return is('cosmetic')
  const [money, theirs] = [senses.quantities.currency(one.key), senses.quantities.currency(other.key)]
  if (money && theirs && money !== theirs) return is('number', 'another currency')
  if (both & Type.NUMBER && isSameAmount(i, j, a.leaf.units, b.leaf.units)) return is('cosmetic')
  if (both & Type.NUMBER) return isDated(i, a) || isDated(j, b) ? is('date', 'another date') : is('number', 'another number')
  const clash = senses.clash(one.key, other.key)
  if (clash && isMeant(clash, i, j, a, b, senses)) return clashed(clash)
  if (either & Type.STATE) {
    if (one.ref !== '' && one.ref === other.ref) return is('wording')
    // a capital speaks for its state
    const stateOf = ({ word, ref }: Unit): string => senses.stateOfCapital(word) ?? ref
    if (stateOf(one) !== '' && stateOf(one) === stateOf(other)) return is('wording')
    return is('party', both & Type.STATE ? 'names another state' : 'a state is named on one side only')
  }
  if (both & Type.TIME) return one.ref === other.ref ? is('cosmetic') : is('date', 'another time')
  const rates = [a.times[i], b.times[j]].every((time) => time?.kind === 'frequency')
  if (either & Type.TIME && rates && !senses.same(one.key, other.key)) return is('date', 'another rate')
  if (both & Type.NEGATION) return is('wording')
  if (either & Type.NEGATION) return is('negation', 'says the contrary')
  if (senses.same(one.key, other.key) || senses.same(headOf(one.key), headOf(other.key))) return is('wording')
  if (senses.denies(one.key, other.key)) return is('negation', 'says the contrary')
  if (both & Type.CAPITAL && senses.sounds.alike(one.key, other.key) && isCommon(one) === isCommon(other)) return is('cosmetic')
  if (isRenamed(i, j, a, b, links, senses)) return is('name', 'another name')
  if (senses.isTerm(one.key) || senses.isTerm(other.key)) return is('object', 'another thing')
  if (a.acts[i] && b.acts[j] && isOtherAct(i, j, a, b, senses)) return is('act', 'another act')
  return is('wording')
}

/**
 * False where a row of another sense speaks of other words than these: of the verb, where neither is an act and both nouns say the same; of the title of an
 * office or a body, where both are written as common words.
 */
function isMeant(clash: Clash, i: number, j: number, a: Context, b: Context, senses: Senses): boolean {
  const [one, other] = [a.leaf.units[i] as Unit, b.leaf.units[j] as Unit]
  if (clash.opposite) return true
  if (clash.class === 'act') return a.acts[i] !== undefined || b.acts[j] !== undefined || !senses.same(one.key, other.key)
  return clash.class !== 'name' || one.key.includes(' ') || other.key.includes(' ') || ((one.type | other.type) & Type.CAPITAL) !== 0
}

/** True for two numbers that are one with the scale after them: "1.4 billion", "1,400 million". The scale itself is a number too. */
function isSameAmount(i: number, j: number, a: readonly Unit[], b: readonly Unit[]): boolean {
  const [one, other] = [amountAt(i, a), amountAt(j, b)]
  return one !== undefined && other !== undefined && Math.abs(one - other) < Math.abs(one) * 1e-9
}

/** The number that a unit is a part of, its scale counted: 200 for either word of "two hundred". Undefined where it is none. */
export function amountAt(i: number, units: readonly Unit[]): number | undefined {
  const at = isScale(units[i]) ? i - 1 : i
  const [digits, scale] = [units[at], units[at + 1]]
  if (!digits || (digits.type & Type.NUMBER) === 0 || !/^\d+(?:\.\d+)?$/.test(digits.key)) return undefined
  return Number(digits.key) * (isScale(scale) ? Number((scale as Unit).key) : 1)
}

/** A word that multiplies the number before it: "million". */
export const isScale = (unit: Unit | undefined): boolean => unit !== undefined && (unit.type & Type.SCALE) !== 0

/** The verb of a phrase of the tables: "work" of "work together". */
const headOf = (key: string): string => key.split(' ', 1)[0] as string

/** True for a number that is part of a date: in a time that the reading found, beside a month, or a year of our time. */
export function isDated(i: number, side: Context): boolean {
  const kind = side.times[i]?.kind
  if (kind !== undefined) return kind !== 'frequency'
  return isDay(i, side)
}

/** True for a number beside a month, or a year of our time. */
export function isDay(i: number, { leaf: { units }, amounts }: Context): boolean {
  if (/^(?:19|20)\d\d(?:-\d{2,4})?$/.test(units[i]?.key ?? '') && !amounts[i]) return true
  return isMonth(units[i - 1]) || isMonth(units[i + 1])
}

/** Day and month stand side by side. */
const isMonth = (unit: Unit | undefined): boolean => unit?.ref.startsWith('month:') === true

/**
 * True where two acts of which no table says anything are two: to talk is not to do; all others only where the words beside both are the same, for a copy
 * in other words throughout has verbs that no table knows.
 */
function isOtherAct(i: number, j: number, a: Context, b: Context, senses: Senses): boolean {
  const [one, other] = [a.leaf.units[i] as Unit, b.leaf.units[j] as Unit]
  if (senses.kin(one.key, other.key)) return false
  if ((senses.rung(one.key) === 0) !== (senses.rung(other.key) === 0)) return true
  const beside = (step: number): boolean => contentBeside(a, i, step)?.key === contentBeside(b, j, step)?.key
  return (senses.knows(one.key) || senses.knows(other.key)) && beside(-1) && beside(1)
}

/** The next word that carries sense. */
function contentBeside({ leaf }: Context, i: number, step: number): Unit | undefined {
  let k = i + step
  while (leaf.units[k] && ((leaf.units[k] as Unit).type & Type.CONTENT) === 0) k += step
  return leaf.units[k]
}

/**
 * True where a name became another word. A word that is no name, in the place of one, tells of that only where the words beside both are the same: else
 * two stretches of unlike words met. Common words of one family make titles and offices ("Councilor", "Council member").
 */
function isRenamed(i: number, j: number, a: Context, b: Context, links: Links, senses: Senses): boolean {
  const [one, other] = [a.leaf.units[i] as Unit, b.leaf.units[j] as Unit]
  const [named, renamed] = [isName(one, a), isName(other, b)]
  if (!named && !renamed) return false
  if (senses.kin(one.key, other.key) && (isCommon(one) || isCommon(other))) return false
  // the adjective of a name: "Africa", "African"
  if (senses.isAdjective(one.key, other.key)) return false
  if (one.type & other.type & Type.CAPITAL) return true
  if ((named && isCommon(one)) || (renamed && isCommon(other))) return false
  const beside = (step: number): boolean =>
    links.partner('a', i + step) === j + step && a.leaf.units[i + step]?.key === b.leaf.units[j + step]?.key
  return beside(-1) || beside(1)
}

/** A word of offices, bodies and instruments, or one that the lexicon knows as a common word. */
const isCommon = ({ word }: Unit): boolean => (word.more & (More.KNOWN | More.HEAD_BODY | More.HEAD_ROLE | More.HEAD_MECHANISM)) !== 0

/** A word with a capital of its own that the lexicon does not know as a common word. */
function isName(unit: Unit, { leaf }: Context): boolean {
  return (unit.type & Type.CAPITAL) !== 0 && (unit.type & Type.VERB) === 0 && leaf.text.charCodeAt(unit.from) < 0xffff
}
