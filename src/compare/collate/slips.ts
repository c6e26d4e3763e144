import { isKnown } from '../../lexicon/word.ts'
import type { Leaf, Unit } from './leaf.ts'
import type { Lexis } from './lexis.ts'
import { Type, withTables } from './types.ts'

/** Fewest letters of a word without digits that is taken for a slip. */
const LEAST = 3

/**
 * Witnesses in which a word that a scanner read wrongly ("thrce", "1osing", "5O") is the word that another has: it alone is of its shape there, and the lexicon
 * does not know the wrong one. Only words that some witness lacks are looked at, so that equal texts cost nothing.
 */
export function withoutSlips(leaves: readonly Leaf[], lexis: Lexis): readonly Leaf[] {
  const lacking = lackingIn(leaves, lexis)
  const wrong = lacking.filter((unit) => isOdd(unit, lexis))
  if (!wrong.length) return leaves
  const meant = meantBy(wrong, lacking, lexis)
  if (meant.size === 0) return leaves
  return leaves.map((leaf) => ({ ...leaf, units: leaf.units.map((unit) => mended(unit, meant.get(unit.id), lexis)) }))
}

/** How many witnesses have a word as it is written. */
interface Met {
  readonly unit: Unit
  last: number
  count: number
}

/** The words that some witness does not have as they are written, each once, in the order in which they are met. */
function lackingIn(leaves: readonly Leaf[], lexis: Lexis): Unit[] {
  const met: Met[] = []
  // most keys have one form, so that the map of forms is seldom asked
  const byKey: (Met | undefined)[] = new Array(lexis.size)
  const byForm = new Map<string, Met>()
  leaves.forEach(({ units }, k) => {
    for (const unit of units) {
      let one = byKey[unit.id]
      if (one?.unit.form !== unit.form) one = byForm.get(unit.form)
      if (!one) {
        one = { unit, last: k, count: 1 }
        met.push(one)
        byKey[unit.id] = one
        byForm.set(unit.form, one)
      } else if (one.last !== k) {
        one.last = k
        one.count++
      }
    }
  })
  return met.flatMap(({ unit, count }) => (count < leaves.length ? [unit] : []))
}

/** A word that the lexicon does not know, and no name unless it has a digit. */
function isOdd({ key, form, type, word }: Unit, { senses }: Lexis): boolean {
  const mixed = /\d/.test(form) && /\p{L}/u.test(form)
  if (mixed) return true
  return (
    form.length >= LEAST &&
    !key.includes(' ') &&
    (type & (Type.NUMBER | Type.STATE | Type.CAPITAL)) === 0 &&
    !isKnown(word) &&
    !senses.knows(key)
  )
}

function meantBy(wrong: readonly Unit[], all: readonly Unit[], { senses }: Lexis): Map<number, Unit> {
  const { slips } = senses
  const shapes = new Map<string, Unit[]>()
  const numbers = new Map<string, Unit>()
  for (const unit of all) {
    const shape = slips.shape(unit.form)
    const list = shapes.get(shape)
    if (list) list.push(unit)
    else shapes.set(shape, [unit])
    if (/^\d+$/.test(unit.key)) numbers.set(unit.key, unit)
  }
  const meant = new Map<number, Unit>()
  for (const unit of wrong) {
    const number = slips.number(unit.form)
    const right = number === undefined ? (shapes.get(slips.shape(unit.form)) ?? []) : [numbers.get(number) ?? unit]
    const others = right.filter(({ id }) => id !== unit.id && !meant.has(id))
    if (others.length === 1) meant.set(unit.id, others[0] as Unit)
  }
  return meant
}

function mended(unit: Unit, right: Unit | undefined, { senses }: Lexis): Unit {
  if (!right) return unit
  const { key, id, ref, word } = right
  return { ...unit, key, id, type: withTables(right.type, unit.form, key, senses), ref, word }
}
