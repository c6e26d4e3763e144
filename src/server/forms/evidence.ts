import type { Context } from 'hono'
import type { Certainty, JudgementBody, Shows } from '../../ledger/nouns.ts'
import { refuse, type Setting } from '../answer.tsx'
import type { House } from '../house.ts'
import { namesOf, partiesOf } from './names.ts'
import { READ_ONLY } from './review.ts'
import { takeBack } from './take-back.ts'

const shows: readonly Shows[] = ['delivers', 'progress', 'contradicts', 'restates']
const certainties: readonly Certainty[] = ['high', 'medium', 'low']

type Field = (name: string) => string

/** What a form says was found, or one line that says what is wrong with it. */
function evidenceOf(field: Field, on: string): JudgementBody | string {
  const shown = shows.find((one) => one === field('shows'))
  const certainty = certainties.find((one) => one === field('certainty'))
  if (!shown || !certainty) return 'Say what it shows, and how certain that is.'
  if (field('paraphrase') === '') return 'Say in your own words what the source says.'
  const url = field('url')
  if (url && !/^https?:\/\//.test(url)) return `${url}: is not an address; it begins with https://`
  if (!url && !field('publisher')) return 'Name the source: its address, or who published it.'
  const date = field('date')
  if (date && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(date)) return `${date}: is not a date; write it as 2022, 2022-07 or 2022-07-01`
  const parties = partiesOf(field('parties'))
  return {
    type: 'evidence',
    on,
    shows: shown,
    certainty,
    ...(date && { date }),
    ...(parties.length > 0 && { parties }),
    page: { paraphrase: field('paraphrase'), ...(url && { url }), ...(field('publisher') && { publisher: field('publisher') }) },
  }
}

/** That somebody looked and found nothing, or one line that says what is wrong. */
function searchOf(field: Field, on: string): JudgementBody | string {
  const where = namesOf(field('where'))
  if (field('query') === '' || where.length === 0) return 'Say what you looked for, and where.'
  if (!/^\d{4}-\d\d-\d\d$/.test(field('until'))) return `${field('until')}: is not a day; write the last day that you covered as 2026-11-25`
  return { type: 'search', on, query: field('query'), where, until: field('until') }
}

/** Appends what was found, or that nothing was, and goes back to the undertaking. */
export async function found(c: Context, { store, author }: House, setting: Setting, what: 'evidence' | 'search'): Promise<Response> {
  if (!author) return refuse(c, setting, 403, READ_ONLY)
  const form = await c.req.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const body = (what === 'evidence' ? evidenceOf : searchOf)(field, field('on'))
  if (typeof body === 'string') return refuse(c, setting, 400, body)
  await store.append([{ body, by: author, ...(field('reason') && { reason: field('reason') }) }])
  return c.redirect(`/undertakings/${encodeURIComponent(field('on'))}#evidence`, 303)
}

/** Takes a word on an undertaking back: one's own, or with the right to that of others. */
export function takeWordBack(c: Context, house: House, setting: Setting): Promise<Response> {
  const { store, author, rights } = house
  return takeBack(c, house, setting, {
    find: async (of, field) => {
      const all = await store.judgementsOn(field('on'))
      const judged = all.find((one) => one.id === of)
      if (!judged || (judged.by !== author && !rights?.has('undo')))
        return 'Only your own words can be taken back here; this one is not yours, or no longer counts.'
      const scored = all.some((one) => one.type === 'score' && one.guideline === of && one.by !== author)
      return scored ? 'Others have scored by this guideline: write a new one, and leave it to them to score again.' : judged
    },
    reason: 'taken back on the page of the undertaking',
    next: (field) => `/undertakings/${encodeURIComponent(field('on'))}#evidence`,
  })
}
