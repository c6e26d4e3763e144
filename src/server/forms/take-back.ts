import type { Context } from 'hono'
import { refuse, type Setting } from '../answer.tsx'
import { type House, mayTakeBack, NOT_OWN } from '../house.ts'
import { READ_ONLY } from './review.ts'
import { lookAndWrite } from './step.ts'

/** What a page says of a word that is taken back on it. */
interface Word {
  /** Finds the judgement by its whole id, `of`: whose it is; or one line that says why it cannot be taken back. Nobody else writes meanwhile. */
  readonly find: (of: string, field: (name: string) => string) => Promise<{ readonly by: string } | string>
  /** The reason that stands in the journal. */
  readonly reason: string
  /** Where the browser goes then. */
  readonly next: (field: (name: string) => string) => string
}

/** Takes a judgement back, the field `of` of the form: one's own, or with the right to that of others. */
export async function takeBack(c: Context, house: House, setting: Setting, { find, reason, next }: Word): Promise<Response> {
  const { store, author } = house
  if (!author) return refuse(c, setting, 403, READ_ONLY)
  const form = await c.req.formData()
  const field = (name: string) => String(form.get(name) ?? '')
  const of = field('of')
  const written = await lookAndWrite(store, async () => {
    const judgement = await find(of, field)
    if (typeof judgement === 'string') return refuse(c, setting, 400, judgement)
    if (!mayTakeBack(house, judgement)) return refuse(c, setting, 403, NOT_OWN)
    return [{ body: { type: 'withdrawal', of }, by: author, reason }]
  })
  return written instanceof Response ? written : c.redirect(next(field), 303)
}

/** Takes any judgement back, and goes back to the queue in which it was made. */
export function undo(c: Context, house: House, setting: Setting, queue: string): Promise<Response> {
  return takeBack(c, house, setting, {
    // by its whole id: the journal would complete an abbreviation to a judgement that nobody looked at here
    find: async (of) => (await house.store.judgement(of)) ?? 'There is no such judgement in this ledger.',
    reason: 'taken back in review',
    next: () => queue,
  })
}
