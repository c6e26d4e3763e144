import type { Features } from './features.ts'
import { shared } from './parts.ts'

/** The programme of an entry; undefined for a statement, whose id has no slash. */
export function programmeOf(id: string): string | undefined {
  const slash = id.indexOf('/')
  return slash < 0 ? undefined : id.slice(0, slash)
}

/** Which way a node stands to its object: for, against, or neither. */
const stance = ({ sign, negated }: Features): number => (negated ? -sign : sign)

const differ = (a: readonly string[], b: readonly string[]): boolean => a.length > 0 && b.length > 0 && shared(a, b).length === 0

const DAY = 86_400_000
/** Days between two dates; undefined where one is not known. */
export function daysApart(a: Features, b: Features): number | undefined {
  const days = Math.abs(Date.parse(a.date ?? '') - Date.parse(b.date ?? '')) / DAY
  return Number.isNaN(days) ? undefined : days
}

/** Why two nodes cannot be the same without a person's word; sorted. */
export function barriersOf(a: Features, b: Features): readonly string[] {
  const out: string[] = []
  const programme = programmeOf(a.id)
  if (programme !== undefined && programme === programmeOf(b.id)) out.push('one programme')
  const [one, other] = [stance(a), stance(b)]
  if (one * other < 0 || (one === 0 && other === 0 && a.negated !== b.negated)) out.push('negation')
  if (differ(a.numbers, b.numbers)) out.push('another number')
  if (differ(a.parties, b.parties)) out.push('another party')
  if (a.kind === 'report' && b.kind === 'report' && (daysApart(a, b) ?? 99) > 7) out.push('two events')
  return out
}
