import type { Features } from '../../ledger/link/features.ts'
import { SAME } from '../../ledger/link/needed.ts'
import { scoreLink } from '../../ledger/link/score.ts'
import type { LinkScore } from '../../ledger/nouns.ts'

/** An old statement and a new one that are the same undertaking, as places in their lists. */
export interface Match {
  readonly old: number
  readonly new: number
  readonly score: number
}

/** Barriers that say that two statements are about other matters; the others (a number, a party, a negation) say what changed in one. */
const otherMatter: ReadonlySet<string> = new Set([
  'each says more',
  'a meeting',
  'another act',
  'other names',
  'another place',
  'only talked of',
  'two events',
])
/** Score from which two statements are near each other though such a barrier stands between them. */
const NEAR = 0.5
/** Score from which two statements are compared where no such barrier does. */
const LEAST = 0.15
/** What hardly meets, and behind such a barrier, is not near however common its words are. */
const LITTLE = 'too little in common'

/** What is not near is no change of the other: the one is gone, and the other is new. */
function areNear({ score, barriers }: LinkScore): boolean {
  if (!barriers.some((barrier) => otherMatter.has(barrier))) return score >= LEAST
  return score >= NEAR && !barriers.includes(LITTLE)
}

/** One commends another state for what it does or holds, and the other holds it: to be thanked for a stand is not to take it. */
const isThanks = (a: Features, b: Features): boolean =>
  a.kind === 'position' && b.kind === 'position' && a.alone && !b.alone && a.states.some((state) => !b.states.includes(state))

/**
 * Pairs the statements of two texts, each at most once, best first (ties by place); then gives what is left over, where it is clearly
 * said on the other side too, to the partner it has there. Neither threshold of the ledger holds here:
 * of two successive texts the nearest are compared, and a barrier (another number, another party) is the change.
 * @param same pairs of one wording, which are known beforehand and of which no two are compared with one another
 */
export function pairUp(
  old: readonly Features[],
  fresh: readonly Features[],
  same: readonly Match[] = [],
): { pairs: Match[]; parts: Match[] } {
  const all: Match[] = [...same]
  const [known, knownFresh] = [new Set(same.map((match) => match.old)), new Set(same.map((match) => match.new))]
  old.forEach((a, i) => {
    fresh.forEach((b, j) => {
      if (known.has(i) && knownFresh.has(j)) return
      // to speak of a thing is not to have done it
      if (a.kind === 'report' || (b.kind === 'report' && (b.says || b.act !== a.act))) return
      if (isThanks(a, b) || isThanks(b, a)) return
      const link = scoreLink(a, b)
      const { score } = link
      if (areNear(link)) all.push({ old: i, new: j, score })
    })
  })
  const reports = (match: Match) => (fresh[match.new]?.kind === 'report' ? 1 : 0)
  all.sort((x, y) => y.score - x.score || reports(x) - reports(y) || x.old - y.old || x.new - y.new)
  const taken = { old: new Set<number>(), new: new Set<number>() }
  const pairs = all.filter((match) => {
    if (taken.old.has(match.old) || taken.new.has(match.new)) return false
    taken.old.add(match.old)
    taken.new.add(match.new)
    return true
  })
  const parts = all.filter((match) => {
    if (match.score < SAME || reports(match) || (taken.old.has(match.old) && taken.new.has(match.new))) return false
    taken.old.add(match.old)
    taken.new.add(match.new)
    return true
  })
  return { pairs, parts }
}
