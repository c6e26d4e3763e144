import type { Judgement } from '../../ledger/nouns.ts'
import type { Store } from '../../store/store.ts'
import type { Meanwhile } from '../../web/undertaking/props.ts'
import { evidenceLine } from '../pages/programme.ts'
import { valueName } from '../pages/undertaking.ts'

/** What a form on an undertaking is judged from. */
const TYPES: readonly Judgement['type'][] = ['evidence', 'search', 'guideline', 'score', 'target']

/**
 * What others did to an undertaking since a form was opened.
 * @param now judgements in force on it that the author may see
 * @param seen ids of those that the form was drawn from, with spaces
 */
export async function meanwhileOn(store: Store, now: readonly Judgement[], seen: string, author: string): Promise<Meanwhile[]> {
  const known = new Set(seen.split(' ').filter(Boolean))
  const added = now.filter((one) => TYPES.includes(one.type) && !known.has(one.id) && one.by !== author)
  const there = new Set(now.map(({ id }) => id))
  const gone: Meanwhile[] = []
  for (const id of known) {
    const judgement = there.has(id) ? undefined : await store.judgement(id)
    if (judgement) gone.push({ id, what: `no longer in force: ${wordsOf(judgement)}`, by: judgement.by, at: judgement.at })
  }
  return [
    ...added.map((one) => ({ id: one.id, what: wordsOf(one), by: one.by, at: one.at, ...(one.reason && { reason: one.reason }) })),
    ...gone,
  ]
}

function wordsOf(judgement: Judgement): string {
  switch (judgement.type) {
    case 'evidence':
      return `evidence (${judgement.shows}): ${evidenceLine(judgement).text}`
    case 'search':
      return `looked for “${judgement.query}” and found nothing`
    case 'guideline':
      return `guideline, ${judgement.window.from} to ${judgement.window.to ?? 'open'}: full is “${judgement.full}”`
    case 'score':
      return `score of ${judgement.party}: ${valueName(judgement.value)}`
    case 'target':
      return `target of ${judgement.series}: ${judgement.value}`
    default:
      return judgement.type
  }
}
