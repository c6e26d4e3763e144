import { Code, Flag } from '../../lexicon/word.ts'
import type { Senses } from '../senses.ts'
import type { Pair } from './align.ts'
import type { Context } from './context.ts'
import { hasMark } from './gaps.ts'
import type { Unit } from './leaf.ts'
import type { Links } from './links.ts'
import type { Raw } from './nouns.ts'
import type { Range } from './ranges.ts'
import { Type } from './types.ts'

/** How far from a verb those are looked for who act and to whom it is done, in units. */
const REACH = 3
/** Stands for whoever a pronoun stands for. */
const SOMEBODY = '*'

interface Sides {
  readonly before: string
  readonly after: string
  readonly first: number
  readonly last: number
  /** It is done to the one who stands first. */
  readonly passive: boolean
}

/** Verbs whose doer and whom it is done to changed places: "she requested India to", "India requested her to". One that became passive with them is the same. */
export function roleDifferences(pairs: readonly Pair[], a: Context, b: Context, senses: Senses): Raw[] {
  const found: Raw[] = []
  for (const pair of pairs) {
    if (pair.a === -1 || pair.b === -1) continue
    const [one, other] = [a.leaf.units[pair.a] as Unit, b.leaf.units[pair.b] as Unit]
    if ((one.type & other.type & Type.VERB) === 0 || (one.id !== other.id && !senses.same(one.key, other.key))) continue
    if (isBeside(pair, -1, a, b) && isBeside(pair, 1, a, b)) continue
    const left = sidesOf(pair.a, a.leaf.units)
    const right = left && sidesOf(pair.b, b.leaf.units)
    if (!left || !right || left.passive !== right.passive || left.before === left.after) continue
    if (left.before === right.after && left.after === right.before)
      found.push({
        class: 'party',
        a: [left.first, left.last + 1],
        b: [right.first, right.last + 1],
        effect: TURNED,
      })
  }
  return found
}

/** How far from a verb the words of its doer and of what it is done to go, in units. */
const FAR = 6
/** How far before a participle the form of "be" stands that makes it passive, in units. */
const BE_BEFORE = 3
/** Marks beyond which nobody is doer of a verb or the one to whom it is done. */
const stops = /[,;:.()"“”«»–—]/

/** The content words of the doer of a verb and of what it is done to, whichever stands first. */
interface Frame {
  readonly doer: readonly number[]
  readonly done: readonly number[]
}

/**
 * Verbs that say the same and whose doer became the one to whom it is done, and the other way round, whatever words name them: "the rebels attacked the
 * army", "the rebels were attacked by the army". A verb of something done together, of which either may be named first, tells nothing.
 */
export function frameDifferences(pairs: readonly Pair[], links: Links, a: Context, b: Context, senses: Senses): Raw[] {
  const found: Raw[] = []
  for (const { a: i, b: j } of pairs) {
    if (i === -1 || j === -1) continue
    const [one, other] = [a.leaf.units[i] as Unit, b.leaf.units[j] as Unit]
    if ((one.type & other.type & Type.VERB) === 0) continue
    // in one order nobody changed places but where one verb is passive and the other is not
    if (!links.areCrossed && !mayBePassive(i, a.leaf.units) && !mayBePassive(j, b.leaf.units)) continue
    if (!isVerb(i, a.leaf.units) || !isVerb(j, b.leaf.units) || (one.id !== other.id && !senses.same(one.key, other.key))) continue
    if (senses.isMutual(one.key) || senses.isMutual(other.key)) continue
    const left = frameOf(i, a, links.range('a'))
    const right = left && frameOf(j, b, links.range('b'))
    if (!left || !right || !areTurned(left, right, links, a.leaf.units)) continue
    const end = (frame: Frame, at: number): Range => {
      // of either the word next to the verb
      const next = (list: readonly number[]): number => list.reduce((x, y) => (Math.abs(y - at) < Math.abs(x - at) ? y : x))
      const [one, other] = [next(frame.doer), next(frame.done)]
      return [Math.min(one, other, at), Math.max(one, other, at) + 1]
    }
    found.push({ class: 'party', a: end(left, i), b: end(right, j), effect: TURNED })
  }
  return found
}

/** True where the two sides of a verb changed places: a state or a name on either, or all that either is. */
function areTurned(left: Frame, right: Frame, links: Links, units: readonly Unit[]): boolean {
  const across = (from: readonly number[], to: readonly number[]): number[] => from.filter((i) => to.includes(links.partner('a', i)))
  const [went, came] = [across(left.doer, right.done), across(left.done, right.doer)]
  if (went.length === 0 || came.length === 0) return false
  if (across(left.doer, right.doer).length === 0) return true
  const isNamed = (i: number): boolean => ((units[i]?.type ?? 0) & Type.STATE) !== 0
  return went.some(isNamed) && came.some(isNamed)
}

/** Who does what a verb says and to whom; undefined where either is not said beside it. */
function frameOf(verb: number, { leaf: { units, text } }: Context, range: Range): Frame | undefined {
  const reach = (step: 1 | -1): number[] => {
    const out: number[] = []
    for (let k = 1; k <= FAR; k++) {
      const at = verb + step * k
      const [one, next] = step === 1 ? [units[at - 1], units[at]] : [units[at], units[at + 1]]
      if (at < range[0] || at >= range[1] || !one || !next || hasMark(stops, text, one, next)) break
      out.push(at)
    }
    return out
  }
  const [before, after] = [reach(-1), reach(1)]
  const isPassive =
    ((units[verb] as Unit).word.flags & Flag.PARTICIPLE) !== 0 && before.slice(0, BE_BEFORE).some((i) => isBe(units[i] as Unit))
  const by = isPassive ? after.findIndex((i) => (units[i] as Unit).word.code === Code.BY) : -1
  if (isPassive && by === -1) return undefined
  const nouns = (list: readonly number[]): number[] => list.filter((i) => isNoun(units[i] as Unit))
  const [first, second] = [nouns(before), nouns(by === -1 ? after : after.slice(by + 1))]
  if (!first.length || !second.length) return undefined
  return isPassive ? { doer: second, done: first } : { doer: first, done: second }
}

/** True where a form of "be" stands before a participle, whatever stands between them. */
function mayBePassive(verb: number, units: readonly Unit[]): boolean {
  if (((units[verb] as Unit).word.flags & Flag.PARTICIPLE) === 0) return false
  for (let i = Math.max(0, verb - BE_BEFORE); i < verb; i++) if (isBe(units[i] as Unit)) return true
  return false
}

/** A form of "be", and not the "'s" of an owner. */
const isBe = ({ word }: Unit): boolean => (word.flags & Flag.BE) !== 0 && (word.flags & Flag.GENITIVE) === 0
const isNoun = ({ type, word }: Unit): boolean =>
  (type & Type.CONTENT) !== 0 &&
  (type & (Type.NUMBER | Type.TIME | Type.NEGATION)) === 0 &&
  ((type & Type.VERB) === 0 || (word.flags & Flag.ALSO_NOUN) !== 0)

/** False for a word that is as often a noun, but behind a modal. */
function isVerb(i: number, units: readonly Unit[]): boolean {
  const [before, { type, word }] = [units[i - 1], units[i] as Unit]
  if ((type & Type.VERB) === 0) return false
  return (word.flags & Flag.ALSO_NOUN) === 0 || (before !== undefined && (before.word.flags & (Flag.MODAL | Flag.TO)) !== 0)
}

const TURNED = 'who acts and to whom it is done changed places'

/** True where the same word stands beside both. */
const isBeside = (pair: Pair, step: number, a: Context, b: Context): boolean =>
  a.leaf.units[pair.a + step]?.id === b.leaf.units[pair.b + step]?.id

/** Who stands right before and right after a verb; undefined where nobody does. */
function sidesOf(verb: number, units: readonly Unit[]): Sides | undefined {
  const first = nearest(verb, -1, units)
  const last = first === -1 ? -1 : nearest(verb, 1, units)
  if (last === -1) return undefined
  const passive = units.slice(first, verb).some(({ word }) => (word.flags & Flag.BE) !== 0)
  return { before: whoIs(units[first]), after: whoIs(units[last]), first, last, passive }
}

function nearest(verb: number, step: 1 | -1, units: readonly Unit[]): number {
  for (let k = 1; k <= REACH; k++) {
    const at = verb + step * k
    if (whoIs(units[at])) return at
    // what another noun or verb stands before is about that
    if (((units[at]?.type ?? 0) & Type.CONTENT) !== 0) return -1
  }
  return -1
}

const whoIs = (unit: Unit | undefined): string => {
  if (!unit) return ''
  if ((unit.type & (Type.STATE | Type.ADJECTIVE)) === Type.STATE) return unit.ref
  return (unit.word.flags & (Flag.PRONOUN | Flag.POSSESSIVE)) !== 0 ? SOMEBODY : ''
}
