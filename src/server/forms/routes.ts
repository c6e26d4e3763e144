import type { Hono } from 'hono'
import { houseOf } from '../accounts/who.ts'
import { answer, refuse, type Setting } from '../answer.tsx'
import { may } from '../house.ts'
import { found, takeWordBack } from './evidence.ts'
import { sentBy, unsavedPage } from './paste.ts'
import { judge, READ_ONLY } from './review.ts'
import { correct, uncorrect } from './statement.tsx'
import { undo } from './take-back.ts'
import { textOf } from './texts.tsx'

/** What is sent from the pages: texts, corrections, evidence, judgements, and each of them taken back. */
export function formRoutes(app: Hono, setting: () => Promise<Setting>): void {
  app.post('/read', async (c) => {
    const sent = await sentBy(c, houseOf(c))
    if (typeof sent === 'string') return refuse(c, await setting(), 400, sent)
    return answer(c, await setting(), await unsavedPage(houseOf(c), sent), textOf)
  })
  app.post('/texts', async (c) => {
    if (!may(houseOf(c), 'add')) return refuse(c, await setting(), 403, READ_ONLY)
    const sent = await sentBy(c, houseOf(c))
    if (typeof sent === 'string') return refuse(c, await setting(), 400, sent)
    const { source, receipt } = sent
    const [added] = await houseOf(c).store.add([{ source, ...(receipt && { receipt }) }])
    if (added?.status === 'refused') return refuse(c, await setting(), 400, added.reason ?? 'The ledger cannot take this text.')
    return c.redirect(`/texts/${added?.document.id}`, 303)
  })
  app.post('/statements/:id', async (c) => correct(c, houseOf(c), await setting(), c.req.param('id')))
  app.post('/statements/:id/undo', async (c) => uncorrect(c, houseOf(c), await setting(), c.req.param('id')))
  app.post('/evidence', async (c) => found(c, houseOf(c), await setting(), 'evidence'))
  app.post('/evidence/none', async (c) => found(c, houseOf(c), await setting(), 'search'))
  app.post('/evidence/undo', async (c) => takeWordBack(c, houseOf(c), await setting()))
  app.post('/review', async (c) => judge(c, houseOf(c), await setting()))
  app.post('/review/undo', async (c) => undo(c, houseOf(c), await setting(), '/review'))
}
