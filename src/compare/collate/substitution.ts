import type { Clash, Senses } from '../senses.ts'
import type { Context } from './context.ts'
import type { Unit } from './leaf.ts'
import type { DifferenceClass } from './nouns.ts'
import { Type } from './types.ts'

/** What it is that one word stands in the place of another, and what that changes. */
interface Substitution {
  readonly class: DifferenceClass
  readonly effect: string
}

/** What a row of opposites or of known mistakes says of two words. */
export const clashed = (clash: Clash): Substitution =>
  is(clash.class as DifferenceClass, clash.opposite ? 'the opposite' : (senses[clash.class] ?? 'another sense'))

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
export function substitution(i: number, j: number, a: Context, b: Context, senses: Senses): Substitution {
  const one = a.leaf.units[i] as Unit
  const other = b.leaf.units[j] as Unit
  const either = one.type | other.type
  const both = one.type & other.type
  if (one.form === other.form) return is('cosmetic')
  const [money, theirs] = [senses.currency(one.key), senses.currency(other.key)]
  if (money && theirs && money !== theirs) return is('number', 'another currency')
  if (both & Type.NUMBER && isSameAmount(i, j, a.leaf.units, b.leaf.units)) return is('cosmetic')
  if (both & Type.NUMBER) return isDated(i, a) || isDated(j, b) ? is('date', 'another date') : is('number', 'another number')
  const clash = senses.clash(one.key, other.key)
  if (clash) return clashed(clash)
  if (either & Type.STATE) {
    if (one.ref !== '' && one.ref === other.ref) return is('wording')
    return is('party', both & Type.STATE ? 'names another state' : 'a state is named on one side only')
  }
  if (both & Type.TIME) return one.ref === other.ref ? is('cosmetic') : is('date', 'another time')
  const rates = [a.times.get(i), b.times.get(j)].every((time) => time?.kind === 'frequency')
  if (either & Type.TIME && rates && !senses.same(one.key, other.key)) return is('date', 'another rate')
  if (both & Type.NEGATION) return is('wording')
  if (either & Type.NEGATION) return is('negation', 'says the contrary')
  if (senses.denies(one.key, other.key)) return is('negation', 'says the contrary')
  if (senses.same(one.key, other.key) || senses.same(headOf(one.key), headOf(other.key))) return is('wording')
  if (both & Type.CAPITAL && senses.soundAlike(one.key, other.key)) return is('cosmetic')
  if (isName(one, a) || isName(other, b)) return is('name', 'another name')
  if (senses.isTerm(one.key) || senses.isTerm(other.key)) return is('object', 'another thing')
  if (a.acts.has(i) && b.acts.has(j) && !senses.kin(one.key, other.key)) return is('act', 'another act')
  return is('wording')
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
  if (!digits || !/^\d+(?:\.\d+)?$/.test(digits.key)) return undefined
  return Number(digits.key) * (isScale(scale) ? Number((scale as Unit).key) : 1)
}

const isScale = (unit: Unit | undefined): boolean => unit !== undefined && /^10{2,}$/.test(unit.key) && !/^\d/.test(unit.form)

/** The verb of a phrase of the tables: "work" of "work together". */
const headOf = (key: string): string => key.split(' ', 1)[0] as string

/** True for a number that is part of a date: in a time that the reading found, beside a month, or a year of our time. */
export function isDated(i: number, side: Context): boolean {
  const kind = side.times.get(i)?.kind
  if (kind !== undefined) return kind !== 'frequency'
  const unit = side.leaf.units[i] as Unit
  if (/^(?:19|20)\d\d(?:-\d{2,4})?$/.test(unit.key) && !side.amounts.has(i)) return true
  const { units } = side.leaf
  return isMonth(units[i - 1]) || isMonth(units[i + 1])
}

/** Day and month stand side by side. */
const isMonth = (unit: Unit | undefined): boolean => unit?.ref.startsWith('month:') === true

/** A word with a capital of its own that the lexicon does not know as a common word. */
function isName(unit: Unit, { leaf }: Context): boolean {
  return (unit.type & Type.CAPITAL) !== 0 && (unit.type & Type.VERB) === 0 && leaf.text.charCodeAt(unit.from) < 0xffff
}
