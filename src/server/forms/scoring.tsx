import type { Context, Hono } from 'hono'
import { about, inForce } from '../../ledger/journal.ts'
import type { Guideline, Judgement, Score } from '../../ledger/nouns.ts'
import { visibleTo } from '../../ledger/score/blind.ts'
import { cellsOf } from '../../ledger/score/cells.ts'
import { StoreError } from '../../store/error.ts'
import { UndertakingView } from '../../web/undertaking/page.tsx'
import type { RefusedForm, UndertakingPage } from '../../web/undertaking/props.ts'
import { answer, type PageOf, refuse, type Setting } from '../answer.tsx'
import { assetPath } from '../assets.ts'
import { readerOf } from '../coding/blind.ts'
import type { House } from '../house.ts'
import { loadUndertaking, type Reader } from '../pages/loaders.ts'
import { meanwhileOn } from './meanwhile.ts'
import { partiesOf } from './names.ts'
import { READ_ONLY } from './review.ts'
import { lookAndWrite } from './step.ts'

/** How the page of an undertaking is drawn. */
export const undertakingOf: PageOf<UndertakingPage> = {
  title: (page) => page.label,
  view: (page) => <UndertakingView page={page} />,
  scripts: [assetPath('keys')],
  path: ({ id }) => `/undertakings/${encodeURIComponent(id)}`,
}

/** The forms that write guidelines and scores. */
export function scoringRoutes(app: Hono, houseOf: (c: Context) => House, setting: () => Promise<Setting>): void {
  const route = (name: RefusedForm['form'], made: Made) => async (c: Context) => {
    const [house, shared] = [houseOf(c), await setting()]
    const again = async (refused: Refusal, on: string): Promise<Response> => {
      const page = await loadUndertaking(house.store, on, house.today(), readerOf(c, house))
      if (!page) return refuse(c, shared, 404, 'There is no such undertaking in this ledger.')
      return answer(c, shared, { ...page, refused: { form: name, ...refused } }, undertakingOf)
    }
    return take(c, house, shared, { made, again, follow: ({ on }) => `/undertakings/${encodeURIComponent(on)}#score` })
  }
  app.post('/guidelines', route('guideline', guidelineGiven))
  app.post('/scores', route('score', firstScore))
}

/** What a form says, by field. */
export type Field = (name: string) => string

/** What a judgement is made from. */
interface MadeFrom {
  readonly field: Field
  readonly evidence: readonly string[]
  readonly author: string
  /** Judgements in force on the undertaking. */
  readonly all: readonly Judgement[]
  readonly reader: Reader
}

/** What a form is made into: a judgement, or one line that says what is wrong with it. */
export type Made = (from: MadeFrom) => Guideline | Score | string

/** A form that was not taken. */
export type Refusal = Omit<RefusedForm, 'form'>

/** What becomes of a form on an undertaking: the judgement that it makes, the page that shows it again, the address that follows when it is written. */
interface Taking {
  readonly made: Made
  readonly again: (refused: Refusal, on: string) => Promise<Response>
  readonly follow: (written: { readonly id: string; readonly on: string }) => string
}

/**
 * Takes a form on an undertaking. Where somebody else has judged it since the form was opened, nothing is written, and the page says what changed (409);
 * what is wrong with the form itself is said the same way (400). The words stay in the form.
 */
export async function take(c: Context, house: House, setting: Setting, { made, again, follow }: Taking): Promise<Response> {
  const { store, author } = house
  if (!author) return refuse(c, setting, 403, READ_ONLY)
  const form = await c.req.formData()
  const reader = readerOf(c, house)
  const field = (one: string) => String(form.get(one) ?? '').trim()
  const on = field('on')
  const back = (why: string, meanwhile: Refusal['meanwhile'] = []): Promise<Response> => {
    c.status(meanwhile.length > 0 ? 409 : 400)
    return again(
      { given: Object.fromEntries([...new Set(form.keys())].map((key) => [key, form.getAll(key).map(String)])), why, meanwhile },
      on,
    )
  }
  try {
    const written = await lookAndWrite(store, async () => {
      const all = await store.judgementsOn(on)
      const visible = reader.blind ? visibleTo(author, 'second', all) : all
      const meanwhile = await meanwhileOn(store, visible, field('seen'), author)
      if (meanwhile.length > 0)
        return back('Others have judged this undertaking since you opened the form. Your words are still in it:', meanwhile)
      const body = made({ field, evidence: form.getAll('evidence').map(String), author, all, reader })
      if (typeof body === 'string') return back(body)
      return [{ body, by: author, ...(field('reason') && { reason: field('reason') }) }]
    })
    return written instanceof Response ? written : c.redirect(follow({ id: written[0]?.id ?? '', on }), 303)
  } catch (error) {
    if (error instanceof StoreError && error.code === 'refused') return back(error.message)
    throw error
  }
}

const DAY = /^\d{4}-\d\d-\d\d$/

const guidelineGiven: Made = ({ field }) => {
  const [from, to] = [field('from'), field('to')]
  if (!DAY.test(from)) return 'Say on which day the window opens: the day after the first wording, or another.'
  if (to && !DAY.test(to)) return `${to}: is not a day; write it as 2027-12-31, or leave it empty.`
  if (to && to < from) return `The window ends on ${to}, before it begins on ${from}.`
  const [full, partial, none, contrary] = ['full', 'partial', 'none', 'contrary'].map(field) as [string, string, string, string]
  if (!full || !partial || !none) return 'Say what counts as full, what as partial, and what as none.'
  const parties = partiesOf(field('parties'))
  return {
    type: 'guideline',
    on: field('on'),
    window: { from, ...(to && { to }) },
    full,
    partial,
    none,
    ...(contrary && { contrary }),
    ...(parties.length > 0 && { parties }),
  }
}

const firstScore: Made = ({ field, evidence, author, all, reader }) => {
  if (reader.blind) return 'You are coding blind: scores are given on the page Coding.'
  const score = scoreGivenBy(field, evidence)
  if (typeof score === 'string') return score
  const journal = inForce(all)
  const { guidelines, scores } = about(journal, new Set(all.flatMap((one) => ('on' in one ? [one.on] : []))))
  const cell = cellsOf(guidelines, scores, journal.order).find(
    ({ guideline, party }) => guideline.id === score.guideline && party === score.party,
  )
  const own = scores.findLast((one) => one.guideline === score.guideline && one.party === score.party && one.by === author)
  if (own) return { ...score, role: own.role }
  if (cell?.first) return `${score.party} has a first score under this guideline. A second one is given blind, on the page Coding.`
  return score
}

/** The score that a form gives, in the role of the first coder; or one line that says what is wrong with it. */
export function scoreGivenBy(field: Field, evidence: readonly string[]): Score | string {
  const value = ({ '1': 1, '0': 0, '-1': -1, 'not-applicable': 'not-applicable', unverifiable: 'unverifiable' } as const)[field('value')]
  if (value === undefined) return 'A score is +1, 0, −1, not applicable or unverifiable.'
  const stage = field('stage')
  if (stage !== '' && !/^[0-3]$/.test(stage)) return 'A stage is 0, 1, 2 or 3.'
  if (!field('party') || !field('guideline')) return 'Say whose score it is, and by which guideline.'
  return {
    type: 'score',
    on: field('on'),
    party: field('party'),
    guideline: field('guideline'),
    value,
    ...(stage && { stage: Number(stage) as 0 | 1 | 2 | 3 }),
    role: 'first',
    ...(evidence.length > 0 && { evidence }),
  }
}
