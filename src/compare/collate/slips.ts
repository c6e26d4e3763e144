import { isKnown } from '../../lexicon/word.ts'
import type { Leaf, Unit } from './leaf.ts'
import type { Lexis } from './lexis.ts'
import { Type } from './types.ts'

/** Fewest letters of a word without digits that is taken for a slip. */
const LEAST = 3

/**
 * Witnesses in which a word that a scanner read wrongly ("thrce", "1osing", "5O") is the word that another has: it alone is of its shape there, and the lexicon
 * does not know the wrong one. Only words that some witness lacks are looked at, so that equal texts cost nothing.
 */
export function withoutSlips(leaves: readonly Leaf[], lexis: Lexis): readonly Leaf[] {
  const seen = new Map<string, { readonly unit: Unit; last: number; count: number }>()
  leaves.forEach(({ units }, k) => {
    for (const unit of units) {
      const one = seen.get(unit.form)
      if (!one) seen.set(unit.form, { unit, last: k, count: 1 })
      else if (one.last !== k) {
        one.last = k
        one.count++
      }
    }
  })
  const lacking = [...seen.values()].flatMap(({ unit, count }) => (count < leaves.length ? [unit] : []))
  const wrong = lacking.filter((unit) => isOdd(unit, lexis))
  if (!wrong.length) return leaves
  const meant = meantBy(wrong, lacking, lexis)
  if (meant.size === 0) return leaves
  return leaves.map((leaf) => ({ ...leaf, units: leaf.units.map((unit) => mended(unit, meant.get(unit.id))) }))
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

const mended = (unit: Unit, right: Unit | undefined): Unit =>
  right ? { ...unit, key: right.key, id: right.id, type: right.type, ref: right.ref, word: right.word } : unit
