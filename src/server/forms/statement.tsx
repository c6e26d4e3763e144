import type { Context } from 'hono'
import { around } from '../../compare/around.ts'
import { limitOf } from '../../ledger/draw.ts'
import { inForce } from '../../ledger/journal.ts'
import type { Statement } from '../../model.ts'
import type { Store } from '../../store/store.ts'
import { StatementView } from '../../web/statement/page.tsx'
import type { CorrectionLine, Given, StatementPage } from '../../web/statement/props.ts'
import { answer, type PageOf, refuse, type Setting } from '../answer.tsx'
import { assetPath } from '../assets.ts'
import { type House, may } from '../house.ts'
import { awayOf, noteOf } from '../pages/text.ts'
import { partiesOf } from './names.ts'
import { READ_ONLY } from './review.ts'
import { lookAndWrite } from './step.ts'
import { takeBack } from './take-back.ts'

/** Characters of its text that are shown before and after a statement. */
const AROUND = 240

/** How the page of a statement is drawn. */
export const statementPage: PageOf<StatementPage> = {
  title: ({ quote }) => (quote.length > 60 ? `${quote.slice(0, 60)}…` : quote),
  view: (page) => <StatementView page={page} />,
  scripts: [assetPath('keys')],
}

/** The page of a statement by its id; of one that people took away too. */
export function loadStatement(house: House, id: string): Promise<StatementPage | undefined> {
  const { store, author } = house
  return store.reading(async () => {
    const gone = await store.gone(id)
    const isGone = gone !== undefined && gone.now !== id
    const found = isGone ? { id, undertaking: '', ...gone } : await store.node(id)
    if (!found?.statement || !found.document) return undefined
    const { statement, document } = found
    const text = (found.hash && (await store.text(found.hash))) ?? ''
    const people = await store.document(document.id)
    return {
      ...(author && { author }),
      ...(may(house, 'undo') && { undoes: true as const }),
      document,
      quote: statement.quote,
      note: noteOf(statement, text, isGone ? undefined : { id: found.undertaking, label: '' }, people),
      given: givenOf(statement),
      corrections: isGone ? [] : await correctionsOf(store, found.id),
      ...around(text, statement.span, AROUND),
      ...(isGone && { gone: { ...awayOf(gone), ...(gone.now !== undefined && { now: gone.now }) } }),
    }
  })
}

/** What corrects or accepts a statement, oldest first. */
async function correctionsOf(store: Store, id: string): Promise<CorrectionLine[]> {
  const all = inForce(await store.judgementsOn(id)).judgements
  return all.flatMap((one): CorrectionLine[] => {
    if ((one.type !== 'correction' && one.type !== 'acceptance') || one.on !== id) return []
    const { id: judgement, by, at, reason } = one
    const said = one.type === 'acceptance' ? { field: 'accepted', value: 'as it stands' } : { field: one.field, value: inWords(one.value) }
    return [{ id: judgement, ...said, by, at, ...(reason && { reason }) }]
  })
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'object') {
    const { phrase, to } = value as { phrase?: string; to?: string }
    return [phrase, to && `(until ${to})`].filter(Boolean).join(' ')
  }
  return String(value)
}

function givenOf(statement: Statement): Given {
  const { kind, force, aspect, negated, parties, attribution, act, deadline, condition, doubt } = statement
  return {
    kind,
    force,
    aspect,
    negated: negated ? 'yes' : 'no',
    parties: parties.join(', '),
    attribution: attribution ?? '',
    act,
    deadline: deadline?.phrase ?? '',
    deadlineDay: deadline?.to ?? '',
    condition: condition ?? '',
    doubt: doubt ?? '',
  }
}

/** What a form changes of a statement: field and value, null where it takes the field away; or one line that says what is wrong. */
function changesOf(statement: Statement, given: Given): readonly { field: keyof Statement; value: unknown }[] | string {
  const now = givenOf(statement)
  const changes: { field: keyof Statement; value: unknown }[] = []
  for (const field of ['kind', 'force', 'aspect', 'act'] as const)
    if (given[field] !== now[field]) changes.push({ field, value: given[field] })
  for (const field of ['attribution', 'condition', 'doubt'] as const)
    if (given[field] !== now[field]) changes.push({ field, value: given[field] || null })
  if (given.negated !== now.negated) changes.push({ field: 'negated', value: given.negated === 'yes' })
  if (given.parties !== now.parties) changes.push({ field: 'parties', value: partiesOf(given.parties) })
  if (given.deadline !== now.deadline || given.deadlineDay !== now.deadlineDay) {
    if (given.deadline === '' && given.deadlineDay !== '') return 'A time limit is given by words of the statement, and then its last day.'
    const limit = limitOf(statement, given.deadline, given.deadlineDay || undefined, statement.deadline?.bound)
    if (!limit && given.deadline !== '') return `The statement does not say “${given.deadline}”: give the time limit in its own words.`
    changes.push({ field: 'deadline', value: limit ?? null })
  }
  return changes.length > 0 ? changes : 'Nothing is different from what stands in the ledger.'
}

/** Takes the form of a statement. Where somebody has corrected it since the form was opened, nothing is written, and the page says what changed. */
export async function correct(c: Context, house: House, setting: Setting, id: string): Promise<Response> {
  const { store, author } = house
  if (!author) return refuse(c, setting, 403, READ_ONLY)
  const form = await c.req.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const written = await lookAndWrite(store, async () => {
    const page = await loadStatement(house, id)
    const found = await store.node(id)
    if (!page || page.gone || !found?.statement) return refuse(c, setting, 404, 'There is no such statement in this ledger.')
    const given = Object.fromEntries(Object.keys(page.given).map((name) => [name, field(name)])) as unknown as Given
    const seen = field('seen').split(' ')
    const meanwhile = page.corrections.filter((line) => !seen.includes(line.id))
    const back = (why: string) => {
      c.status(409)
      return answer(c, setting, { ...page, refused: { given, reason: field('reason'), why, meanwhile } }, statementPage)
    }
    if (meanwhile.length > 0) return back('The statement was corrected since you opened it. Your words are still in the form:')
    if (field('reason') === '') return back('Say why: a correction without a reason is no use to the next reader.')
    const changes = changesOf(found.statement, given)
    if (typeof changes === 'string') return back(changes)
    return changes.map((change) => ({ body: { type: 'correction', on: found.id, ...change }, by: author, reason: field('reason') }))
  })
  return written instanceof Response ? written : c.redirect(`/statements/${id}`, 303)
}

/** Takes a correction of a statement back. */
export function uncorrect(c: Context, house: House, setting: Setting, id: string): Promise<Response> {
  return takeBack(c, house, setting, {
    find: async (of) =>
      (await loadStatement(house, id))?.corrections.find((one) => one.id === of) ??
      'This correction is not in force: somebody has taken it back already.',
    reason: 'taken back on the page of the statement',
    next: () => `/statements/${id}`,
  })
}
