import type { Context } from 'hono'
import type { LinkVerdict } from '../../ledger/nouns.ts'
import { refuse, type Setting } from '../answer.tsx'
import type { House } from '../house.ts'
import { lookAndWrite } from './step.ts'

/** What a server for reading only says to a form. */
export const READ_ONLY = 'This server is for reading only; start it without --read-only to write on its pages.'

/** What can be answered on a pair. */
export const verdicts: readonly LinkVerdict['verdict'][] = ['same', 'different', 'unsure']

/** Appends one answer of the review to the journal, and goes back to the queue. Somebody else's answer on the same pair is shown, not written over. */
export async function judge(c: Context, { store, author }: House, setting: Setting): Promise<Response> {
  if (!author) return refuse(c, setting, 403, READ_ONLY)
  const form = await c.req.formData()
  const [a, b, given, reason] = ['a', 'b', 'verdict', 'reason'].map((name) => String(form.get(name) ?? '').trim()) as [
    string,
    string,
    string,
    string,
  ]
  const verdict = verdicts.find((one) => one === given)
  if (!verdict || !a || !b) return refuse(c, setting, 400, 'An answer names two statements and one of same, different, unsure.')
  const written = await lookAndWrite(store, async () => {
    const there = (await store.judgementsOn(a)).find(
      (one) =>
        one.type === 'link' && one.role !== 'second' && ((one.a === a && one.b === b) || (one.a === b && one.b === a)) && one.by !== author,
    )
    if (there?.type === 'link' && there.verdict !== verdict)
      return refuse(c, setting, 400, `${there.by} has already answered “${there.verdict}” here (${there.at}). Nothing was written.`)
    return [{ body: { type: 'link', a, b, verdict }, by: author, ...(reason && { reason }) }]
  })
  return written instanceof Response ? written : c.redirect(`/review?done=${written[0]?.id ?? ''}`, 303)
}
