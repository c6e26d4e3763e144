import { inForce } from '../journal.ts'
import type { Judgement, Score } from '../nouns.ts'

/**
 * What may be shown to somebody who is about to score: everything but other people's scores of a party under a guideline under which the coder has
 * not scored that party yet, and what was said when such scores were taken back. Whoever decides between coders sees all. A standing shown to a
 * coder must be computed from what this returns, or it tells what it should not.
 */
export function visibleTo(coder: string, role: Score['role'], appended: readonly Judgement[]): readonly Judgement[] {
  if (role === 'adjudication') return appended
  const cell = ({ guideline, party }: Score) => `${guideline}\n${party}`
  const own = new Set(inForce(appended).judgements.flatMap((known) => (known.type === 'score' && known.by === coder ? [cell(known)] : [])))
  const hidden = new Set<string>()
  return appended.filter((judgement) => {
    const secret =
      judgement.type === 'score'
        ? judgement.by !== coder && !own.has(cell(judgement))
        : judgement.type === 'withdrawal' && hidden.has(judgement.of)
    if (secret) hidden.add(judgement.id)
    return !secret
  })
}
