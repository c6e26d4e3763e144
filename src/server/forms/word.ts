import type { Context } from 'hono'
import type { JudgementBody } from '../../ledger/nouns.ts'
import type { DocumentFound } from '../../store/types.ts'
import { refuse, type Setting } from '../answer.tsx'
import type { House } from '../house.ts'
import { stateOf } from '../pages/text.ts'
import { READ_ONLY } from './review.ts'
import { lookAndWrite } from './step.ts'
import { takeBack } from './take-back.ts'

/** The reason of a refusal for which none is given. */
const REFUSED = 'no statement, read in its text'

/**
 * Takes a word on a statement from the reading room, or from its own page: accepted, or refused. Where anything of the statement has changed since the page
 * was opened, nothing is written, and the answer says so.
 */
export async function word(c: Context, { store, author }: House, setting: Setting, id: string): Promise<Response> {
  if (!author) return refuse(c, setting, 403, READ_ONLY)
  const form = await c.req.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const [accepted, refused] = [field('accept'), field('refuse')]
  const [on = '', state] = (accepted || refused).split(' ')
  const back = { path: `/texts/${id}#n-${on}`, label: 'Back to the text' }
  let next: string | undefined
  const written = await lookAndWrite(store, async () => {
    const found = await store.document(id)
    const gone = found?.away.find(({ statement }) => statement.id === on)
    if (gone)
      return refuse(c, setting, 409, `${gone.by.by} has taken this statement away since you opened the page. Nothing was written.`, back)
    const at = found?.statements.findIndex(({ statement }) => statement.id === on) ?? -1
    const statement = found?.statements[at]?.statement
    if (!found || !statement) return refuse(c, setting, 404, 'There is no such statement in this ledger.')
    if (stateOf(statement) !== state)
      return refuse(c, setting, 409, 'The statement was changed since you opened the page. Nothing was written: look at it again.', back)
    next = found.statements[at + 1]?.statement.id ?? (accepted ? on : found.statements[at - 1]?.statement.id)
    const body: JudgementBody = accepted ? { type: 'acceptance', on } : { type: 'recast', text: found.document.hash, away: [on], drawn: [] }
    const reason = field('reason') || (accepted ? '' : REFUSED)
    return [{ body, by: author, ...(reason && { reason }) }]
  })
  if (written instanceof Response) return written
  if (field('back') === 'statement') return c.redirect(`/statements/${on}`, 303)
  return c.redirect(`${room(id, field('rejected'))}done=${written[0]?.id}${next ? `#n-${next}` : ''}`, 303)
}

/** Takes a word on the statements of a text back. */
export function unsay(c: Context, house: House, setting: Setting, id: string): Promise<Response> {
  let at = ''
  return takeBack(c, house, setting, {
    find: async (of) => {
      const found = await house.store.document(id)
      const said = found && wordIn(found, of)
      at = said?.at ?? ''
      return said ?? 'This is not in force: somebody has taken it back already.'
    },
    reason: 'taken back on the page of the text',
    next: (field) => `${room(id, field('rejected')).slice(0, -1)}#n-${at}`,
  })
}

/** The address of a reading room, open for one more question. */
const room = (id: string, rejected: string): string => `/texts/${id}?${rejected === '1' ? 'rejected=1&' : ''}`

/** A word on a text that is in force: whose it is, and the statement at which it was said. */
function wordIn({ recasts, accepted }: DocumentFound, judgement: string): { readonly by: string; readonly at: string } | undefined {
  const recast = recasts.find(({ id }) => id === judgement)
  if (recast) return { by: recast.by, at: recast.away[0] ?? '' }
  const found = [...accepted].find(([, { id }]) => id === judgement)
  return found && { by: found[1].by, at: found[0] }
}
