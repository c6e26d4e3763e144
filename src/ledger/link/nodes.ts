import type { Features } from './features.ts'
import { indexOf } from './indexed.ts'

const DAY = 86_400_000
/** Days between two dates; undefined where one is not known. */
export function daysApart(a: Features, b: Features): number | undefined {
  const days = Math.abs(Date.parse(a.date ?? '') - Date.parse(b.date ?? '')) / DAY
  return Number.isNaN(days) ? undefined : days
}

/** How two statements stand in one text: one within the other, side by side, or (undefined) in two texts. */
export function withinText(a: Features, b: Features): 'nested' | 'beside' | undefined {
  if (a.hash === undefined || a.hash !== b.hash) return undefined
  const [one, other] = [indexOf(a).place, indexOf(b).place]
  return one && other && one.from < other.to && other.from < one.to ? 'nested' : 'beside'
}

/** Both support one state as such, and somebody holds both. */
export const backOne = (a: Features, b: Features): boolean =>
  a.backs !== '' && a.backs === b.backs && a.parties.some((party) => b.parties.includes(party))

/** Both begin with one set phrase, of which one says little besides, and somebody holds both. */
const areOfOneMatter = ({ matter: one, parties: a }: Features, { matter: other, parties: b }: Features): boolean =>
  one !== undefined &&
  one.id === other?.id &&
  one.of === other.of &&
  (one.isAll || other.isAll) &&
  (a.some((party) => b.includes(party)) || (one.of === undefined && (a.length === 0 || b.length === 0)))

/** Both say in few words that vary, and of no matter besides, that those who speak to each other stay in touch, or stand behind one state. */
export const areOneFormula = (a: Features, b: Features): boolean =>
  Math.min(a.between.length, b.between.length) > 1 &&
  ((a.touch === 'alone' && b.touch === 'alone') || backOne(a, b) || areOfOneMatter(a, b))
