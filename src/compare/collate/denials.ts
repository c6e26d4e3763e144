import type { Context } from './context.ts'
import { hasMark } from './gaps.ts'
import type { Unit } from './leaf.ts'
import type { Links } from './links.ts'
import type { Raw } from './nouns.ts'
import type { Range, Side } from './ranges.ts'
import { Type } from './types.ts'

/** Marks that part the clauses of a sentence. */
const parts = /[,;:.!?()–—]/

/**
 * Denials that one side has alone and that change nothing: one on either side of a row that has no other, each before what the other side does not say
 * outside its own ("had no intention of", "neither of the two meant to"); and one that only says again what is denied, in a clause without a word of its own
 * ("No, it isn't", "None.") beside another denial.
 */
export function deniedOtherwise(denials: readonly Raw[], links: Links, a: Context, b: Context): Set<Raw> {
  const gone = new Set<Raw>()
  if (denials.length === 0) return gone
  const left = denials.filter((raw) => raw.a[0] < raw.a[1] && raw.b[0] === raw.b[1])
  const right = denials.filter((raw) => raw.b[0] < raw.b[1] && raw.a[0] === raw.a[1])
  const [mine, theirs] = [denialsIn(a, links.range('a')), denialsIn(b, links.range('b'))]
  if (mine.length && theirs.length) {
    for (const raw of left) if (isBare(raw.a[0], a, links.range('a'))) gone.add(raw)
    for (const raw of right) if (isBare(raw.b[0], b, links.range('b'))) gone.add(raw)
  }
  const [one, other] = [left.filter((raw) => !gone.has(raw)), right.filter((raw) => !gone.has(raw))]
  const [first, second] = [one[0], other[0]]
  if (!first || !second || one.length + other.length > 2 || mine.length > left.length || theirs.length > right.length) return gone
  if (!isAffirmed('a', first.a[0], second.b[0], links, a, b) && !isAffirmed('b', second.b[0], first.a[0], links, a, b))
    gone.add(first).add(second)
  return gone
}

function denialsIn({ leaf }: Context, [from, to]: Range): number[] {
  const out: number[] = []
  for (let i = from; i < to; i++) if ((leaf.units[i] as Unit).type & Type.NEGATION) out.push(i)
  return out
}

/** True where the clause of a denial has no other word that carries sense. */
function isBare(at: number, { leaf: { units, text } }: Context, [from, to]: Range): boolean {
  const isCut = (k: number): boolean => hasMark(parts, text, units[k] as Unit, units[k + 1] as Unit)
  for (const step of [-1, 1])
    for (let k = at; ; k += step) {
      const next = k + step
      if (next < from || next >= to || isCut(Math.min(k, next))) break
      const { type } = units[next] as Unit
      if (type & Type.CONTENT && (type & Type.NEGATION) === 0) return false
    }
  return true
}

/** True where the other side says what is denied before its own denial: it is not what that denies. */
function isAffirmed(side: Side, at: number, denial: number, links: Links, a: Context, b: Context): boolean {
  const { units } = (side === 'a' ? a : b).leaf
  const [, to] = links.range(side)
  let next = at + 1
  while (next < to && ((units[next] as Unit).type & Type.CONTENT) === 0) next++
  const partner = next < to ? links.partner(side, next) : -1
  return partner !== -1 && partner < denial
}
