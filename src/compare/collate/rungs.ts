import { rungClasses } from '../../lexicon/classes.ts'
import { Flag } from '../../lexicon/word.ts'
import type { Senses } from '../senses.ts'
import type { Pair } from './align.ts'
import type { Context } from './context.ts'
import { hasMark } from './gaps.ts'
import type { Unit } from './leaf.ts'
import type { Links } from './links.ts'
import type { Raw } from './nouns.ts'
import type { Range } from './ranges.ts'
import { Type } from './types.ts'

/** How far before a verb the words of its group are looked for, in units. */
const REACH = 6
/** What was done already. */
const DONE = -1
/** Marks beyond which no verb group goes back. */
const stops = /[,;:.()–—]/

interface Rung {
  readonly step: number
  readonly range: Range
}

/**
 * Acts before which one copy has words of another rung: "has promised to modernise", "is thinking about upgrading". By the words alone, since of a copy in
 * other words the reading often loses the statement.
 */
export function rungDifferences(pairs: readonly Pair[], links: Links, a: Context, b: Context, senses: Senses): Raw[] {
  const found: Raw[] = []
  for (const pair of pairs) {
    if (pair.a === -1 || pair.b === -1) continue
    if (a.acts[pair.a]?.kind !== 'commitment' && b.acts[pair.b]?.kind !== 'commitment' && !isOneVerb(pair, a, b, senses)) continue
    const one = rungAt(pair.a, links.range('a')[0], a, senses)
    const other = one && rungAt(pair.b, links.range('b')[0], b, senses)
    if (!one || !other || one.step === other.step) continue
    found.push({ class: 'force', a: one.range, b: other.range, effect: `${nameOf(one)} became ${nameOf(other)}` })
  }
  return found
}

/** Two verbs that say the same, whatever the readings made of them: "is expected to leave", "will depart". */
function isOneVerb(pair: Pair, a: Context, b: Context, senses: Senses): boolean {
  const [one, other] = [a.leaf.units[pair.a], b.leaf.units[pair.b]]
  return (
    one !== undefined &&
    other !== undefined &&
    (one.type & other.type & Type.VERB) !== 0 &&
    (one.id === other.id || senses.same(one.key, other.key))
  )
}

const nameOf = ({ step }: Rung): string => (step === DONE ? 'done' : (rungClasses[step] ?? ''))

/** The lowest rung of the words before a verb, and where they stand; undefined where none has one. */
export function rungAt(act: number, from: number, { leaf, acts }: Context, senses: Senses): Rung | undefined {
  const { units, text } = leaf
  let step: number | undefined
  let [first, last] = [act, act]
  const least = hasRung(units, Math.max(from, act - REACH), act) ? Math.max(from, act - REACH) : act
  for (let i = act - 1; i >= least; i--) {
    const unit = units[i]
    const next = units[i + 1]
    if (!unit || !next || hasMark(stops, text, unit, next) || (unit.word.flags & Flag.COORDINATOR) !== 0) break
    if (unit.type & (Type.STATE | Type.NUMBER | Type.TIME)) break
    const own = senses.rung(unit.key)
    if (own === undefined && acts[i]) break
    if (own === undefined) continue
    if (step === undefined) last = i + 1
    if (step === undefined || own < step) step = own
    first = i
  }
  if (step !== undefined) return { step, range: [first, last] }
  const [before, verb] = [units[act - 1], units[act]]
  if (before && verb && (before.word.flags & Flag.HAVE) !== 0 && (verb.word.flags & Flag.PARTICIPLE) !== 0)
    return { step: DONE, range: [act - 1, act + 1] }
  return undefined
}

function hasRung(units: readonly Unit[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((units[i] as Unit).type & Type.RUNG) return true
  return false
}
