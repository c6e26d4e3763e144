import { pairKey } from '../journal.ts'
import type { LinkVerdict, Of } from '../nouns.ts'
import { alpha, kappa } from '../score/agreement.ts'
import type { Coded } from '../score/cells.ts'

/** Two nodes on which people gave their verdicts. */
export interface CodedPair extends Coded<Of<'link'>> {
  /** Name of the pair, `pairKey`. */
  readonly id: string
}

/**
 * Every pair with a verdict that binds, in the order in which the first ones came. Expects verdicts in force, in order of appending. Of each role the
 * oldest counts: a later one may have been given in sight of the other's. A second verdict by the first coder is none.
 */
export function pairsOf(verdicts: readonly Of<'link'>[]): CodedPair[] {
  const pairs = new Map<string, Of<'link'>[]>()
  for (const verdict of verdicts) {
    const key = pairKey(verdict.a, verdict.b)
    const known = pairs.get(key)
    if (known) known.push(verdict)
    else pairs.set(key, [verdict])
  }
  return [...pairs].map(([id, given]) => {
    const first = given.find(({ role }) => role === undefined)
    const second = given.find(({ role, by }) => role === 'second' && by !== first?.by)
    const adjudication = given.findLast(({ role }) => role === 'adjudication')
    return {
      id,
      coders: new Set(given.map(({ by }) => by)),
      ...(first && { first }),
      ...(second && { second }),
      ...(adjudication && { adjudication }),
    }
  })
}

/** Pairs on which two people differ and nobody has decided. */
export function undecidedPairs(pairs: readonly CodedPair[]): CodedPair[] {
  return pairs.filter(({ first, second, adjudication }) => first && second && !adjudication && first.verdict !== second.verdict)
}

/** Why a verdict with a role cannot be given by somebody, beside the verdicts in force on the pair; undefined: it can. */
export function refuseVerdict({ a, b, role }: LinkVerdict, by: string, onPair: readonly Of<'link'>[]): string | undefined {
  if (role === undefined) return undefined
  const [pair] = pairsOf(onPair)
  if (!pair?.first)
    return `nothing to ${role === 'second' ? 'judge a second time' : 'decide'} between ${a} and ${b}: there is no first verdict`
  if (role === 'second') {
    if (pair.coders.has(by)) return `${by} has judged ${a} and ${b} already: the second verdict must be somebody else's`
    return pair.second && `${pair.second.by} has given the second verdict on ${a} and ${b}`
  }
  if (!pair.second) return `nothing to decide between ${a} and ${b}: there is no second verdict`
  if (pair.adjudication) return `${pair.adjudication.by} has decided meanwhile: ${pair.adjudication.verdict}`
  return [pair.first.by, pair.second.by].includes(by)
    ? `${by} is one of the two who differ on ${a} and ${b}: a third person decides`
    : undefined
}

/** How well two blind judges of pairs agree. */
export interface VerdictAgreement {
  /** Pairs on which both gave a verdict, and how many of them alike. */
  readonly pairs: number
  readonly same: number
  /** Cohen's kappa, unweighted, and Krippendorff's alpha, nominal, over same, different and unsure; absent where not defined. */
  readonly kappa?: number
  readonly alpha?: number
}

const VERDICTS: readonly LinkVerdict['verdict'][] = ['same', 'different', 'unsure']

/** Agreement of first and second verdicts. */
export function verdictAgreement(pairs: readonly CodedPair[]): VerdictAgreement {
  const both = pairs.flatMap(({ first, second }) => (first && second ? [[first.verdict, second.verdict] as const] : []))
  const named = {
    kappa: kappa(both, VERDICTS, 'none'),
    alpha: alpha(
      both.map((pair) => pair.map((verdict) => VERDICTS.indexOf(verdict))),
      'nominal',
    ),
  }
  const defined = Object.fromEntries(Object.entries(named).filter(([, figure]) => figure !== undefined))
  return { pairs: both.length, same: both.filter(([a, b]) => a === b).length, ...defined }
}
