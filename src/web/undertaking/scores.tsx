import { dayName, partyNames } from '../parts/names.ts'
import { NothingWritten } from '../parts/written.tsx'
import type { GuidelineLine, RefusedForm, ScoreLine } from './props.ts'

/** The second scale, from 0. */
export const stages = ['not begun', 'minimal', 'intermediate', 'full']

/** What a score can be: its name in a form, its word, what it says. */
export const scoreValues = [
  { value: '1', word: '+1', says: 'full', key: 'f' },
  { value: '0', word: '0', says: 'partial, or under way', key: 'p' },
  { value: '-1', word: '−1', says: 'none, or contrary', key: 'n' },
  { value: 'not-applicable', word: 'not applicable', says: '', key: 'x' },
  { value: 'unverifiable', word: 'unverifiable', says: '', key: 'v' },
] as const

/** A window in words. */
export const windowWords = ({ from, to }: Pick<GuidelineLine, 'from' | 'to'>): string => `${dayName(from)} to ${to ? dayName(to) : 'open'}`

/** What counts as what, in one paragraph. */
export function GuidelineWords({ guideline }: { readonly guideline: GuidelineLine }) {
  const { full, partial, none, contrary, parties, by, at } = guideline
  return (
    <>
      <p class="by">
        Guideline for {parties.length > 0 ? partyNames(parties) : 'all parties'}, {windowWords(guideline)} · {by},{' '}
        {dayName(at.slice(0, 10))}
      </p>
      <dl class="counts">
        <dt>+1</dt>
        <dd>{full}</dd>
        <dt>0</dt>
        <dd>{partial}</dd>
        <dt>−1</dt>
        <dd>
          {none}
          {contrary && <> Or the contrary: {contrary}</>}
        </dd>
      </dl>
    </>
  )
}

/** One score as it was given, with what it rests on. */
export function ScoreWords({
  score,
  numbers,
}: {
  readonly score: Omit<ScoreLine, 'counts'>
  readonly numbers: ReadonlyMap<string, number>
}) {
  const rests = score.evidence.flatMap((id) => numbers.get(id) ?? [])
  return (
    <>
      <b>{score.value}</b>
      {score.stage !== undefined && `, stage ${score.stage} of 3`}{' '}
      <span class="by">({score.role === 'adjudication' ? 'decision' : `${score.role} coder`})</span>
      {score.reason && ` ${score.reason}`}
      {rests.length > 0 && ` Rests on no. ${rests.join(', ')}.`}{' '}
      <span class="by">
        {score.by}, {dayName(score.at.slice(0, 10))}
      </span>
    </>
  )
}

/** Why a form was not taken, and what changed since it was opened. */
export function RefusedWords({ refused: { why, meanwhile } }: { readonly refused: Pick<RefusedForm, 'why' | 'meanwhile'> }) {
  const lineOf = ({ what, by, at, reason }: RefusedForm['meanwhile'][number]) => (
    <>
      {what}{' '}
      <span class="by">
        {[by, at && dayName(at.slice(0, 10))].filter(Boolean).join(', ')}
        {reason && `: ${reason}`}
      </span>
    </>
  )
  return <NothingWritten why={why} meanwhile={meanwhile.map((one) => ({ id: one.id, line: lineOf(one) }))} />
}
