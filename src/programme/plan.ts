import type { Judgement, JudgementBody } from '../ledger/nouns.ts'
import type { ParsedProgramme } from './parse.ts'

/** What loading a programme does to a journal. */
export interface LoadPlan {
  /** Judgements to append, in this order, by `authorOf(name)`. */
  readonly append: readonly JudgementBody[]
  /** Ids to withdraw after that, by the same author: judgements whose row is gone, and withdrawals of rows that are back. */
  readonly withdraw: readonly string[]
}

/** The author of everything that a programme puts into a journal. */
export const authorOf = (name: string): string => `programme:${name}`

/**
 * What must be appended so that a journal holds what the tables of a programme say today: nothing where it does already. A row that changed
 * is appended anew and its old form withdrawn; what a person withdrew stays withdrawn. Pure.
 * @param journal every judgement ever appended, in order
 */
export function planLoad(journal: readonly Judgement[], { name, judgements }: Pick<ParsedProgramme, 'name' | 'judgements'>): LoadPlan {
  const author = authorOf(name)
  const withdrawals = withdrawalsOf(journal)
  const wanted = new Set(judgements.map(canonical))
  const standing = new Set<string>()
  const taken = new Map<string, Judgement>()
  const withdraw: string[] = []
  for (const judgement of journal) {
    if (judgement.by !== author || judgement.type === 'withdrawal') continue
    const { id, at: _at, by: _by, reason: _reason, ...body } = judgement
    const key = canonical(body)
    const withdrawal = withdrawals.get(id)
    if (withdrawal) taken.set(key, withdrawal)
    else if (wanted.has(key)) standing.add(key)
    else withdraw.push(id)
  }
  const append: JudgementBody[] = []
  for (const body of judgements) {
    const key = canonical(body)
    if (standing.has(key)) continue
    const withdrawal = taken.get(key)
    if (!withdrawal) append.push(body)
    else if (withdrawal.by === author) withdraw.push(withdrawal.id)
  }
  return { append, withdraw }
}

/** Id of what is withdrawn to the withdrawal in force: one that was itself withdrawn later counts no more. */
function withdrawalsOf(journal: readonly Judgement[]): Map<string, Judgement> {
  const found = new Map<string, Judgement>()
  for (const judgement of journal.toReversed())
    if (judgement.type === 'withdrawal' && !found.has(judgement.id)) found.set(judgement.of, judgement)
  return found
}

/** JSON whose keys are in order, so that two bodies of the same content are the same string. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`
}
