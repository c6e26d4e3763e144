import type { Context, Hono } from 'hono'
import type { Evidence, JudgementBody, Of } from '../../ledger/nouns.ts'
import { type SuggestedEvidence, suggestedEvidence } from '../../ledger/reported.ts'
import type { Store } from '../../store/store.ts'
import { type ReportedItem, type ReportedPage, ReportedView } from '../../web/review/reported.tsx'
import { answer, type PageOf, refuse, type Setting } from '../answer.tsx'
import { assetPath } from '../assets.ts'
import type { House } from '../house.ts'
import { doneOf } from '../pages/query.ts'
import { READ_ONLY } from './review.ts'
import { lookAndWrite } from './step.ts'
import { undo } from './take-back.ts'

/** Suggestions on one page, and undertakings that are looked at for them in one step. */
const SHOWN = 20

const reportedPage: PageOf<ReportedPage> = {
  title: () => 'Suggested evidence',
  view: (page) => <ReportedView page={page} />,
  scripts: [assetPath('keys')],
}

/** The queue of suggested evidence. */
export function reportedRoutes(app: Hono, houseOf: (c: Context) => House, setting: () => Promise<Setting>): void {
  const queue = async (c: Context) => {
    const { after, done } = c.req.query()
    return answer(c, await setting(), await loadReported(houseOf(c), { after, done }), reportedPage)
  }
  app.get('/review/evidence', queue).get('/review/evidence.json', queue)
  app.post('/review/evidence', async (c) => judge(c, houseOf(c), await setting()))
  app.post('/review/evidence/undo', async (c) => undo(c, houseOf(c), await setting(), '/review/evidence'))
}

interface Asked {
  readonly after?: string | undefined
  readonly done?: string | undefined
}

function loadReported({ store, author, today }: House, { after, done }: Asked): Promise<ReportedPage> {
  return store.reading(async () => {
    const { undertakings, next } = await store.reported({ asOf: today(), limit: SHOWN, ...(after && { after }) })
    const found = await suggestions(store, undertakings, today())
    const { documents } = await store.dossiers(
      found.map(({ undertaking }) => undertaking.id),
      { asOf: today() },
    )
    return {
      ...(author && { author }),
      items: found.map((one) => itemOf(one, documents)),
      ...(next && { next }),
      ...doneOf(done),
    }
  })
}

async function suggestions(
  store: Store,
  undertakings: readonly SuggestedEvidence['undertaking'][],
  asOf: string,
): Promise<SuggestedEvidence[]> {
  const { judgements } = await store.dossiers(
    undertakings.map(({ id }) => id),
    { asOf },
  )
  const evidence = judgements.filter((one): one is Of<'evidence'> => one.type === 'evidence')
  return undertakings.flatMap((one) => {
    const own = new Set([...one.entries.map(({ id }) => id), ...one.members.map(({ statement }) => statement.id)])
    return suggestedEvidence(
      one,
      evidence.filter(({ on }) => own.has(on)),
    )
  })
}

type Documents = Awaited<ReturnType<Store['dossiers']>>['documents']

function itemOf({ undertaking, member, on, shows }: SuggestedEvidence, documents: Documents): ReportedItem {
  const { statement, link } = member
  const before = undertaking.members.find((one) => one.statement.id === on)
  const documentOf = ({ document, hash }: { readonly document: string; readonly hash: string }) =>
    documents.get(document) ?? { id: document, hash }
  return {
    statement: statement.id,
    undertaking: { id: undertaking.id, label: undertaking.label },
    shows,
    quote: statement.quote,
    parties: statement.parties,
    document: documentOf(member),
    ...(before && {
      before: { id: before.statement.id, quote: before.statement.quote, force: before.statement.force, document: documentOf(before) },
    }),
    ...(link && {
      link: { by: link.by, ...(link.score !== undefined && { score: link.score }), parts: (link.parts ?? []).map((part) => ({ ...part })) },
    }),
  }
}

/** What an answer says; a `different` takes the report out of the undertaking. */
const answers: Readonly<Record<string, Pick<Evidence, 'shows' | 'certainty'> | 'different'>> = {
  delivers: { shows: 'delivers', certainty: 'medium' },
  progress: { shows: 'progress', certainty: 'medium' },
  restates: { shows: 'restates', certainty: 'medium' },
  unsure: { shows: 'delivers', certainty: 'low' },
  different: 'different',
}

/** Appends one answer and goes back to the queue. A suggestion that somebody else has answered meanwhile is told of, and nothing is written. */
async function judge(c: Context, { store, author, today }: House, setting: Setting): Promise<Response> {
  if (!author) return refuse(c, setting, 403, READ_ONLY)
  const form = await c.req.formData()
  const [statement, given, reason] = ['statement', 'answer', 'reason'].map((name) => String(form.get(name) ?? '').trim()) as [
    string,
    string,
    string,
  ]
  const said = Object.hasOwn(answers, given) ? answers[given] : undefined
  if (!said) return refuse(c, setting, 400, 'An answer is one of delivers, progress, restates, unsure, different.')
  const written = await lookAndWrite(store, async () => {
    const home = await store.undertaking(statement, { asOf: today() })
    const [open] = home ? (await suggestions(store, [home], today())).filter(({ member }) => member.statement.id === statement) : []
    if (!open) return refuse(c, setting, 400, 'This suggestion waits no longer: somebody has answered it meanwhile. Nothing was written.')
    return [{ body: bodyOf(open, said), by: author, ...(reason && { reason }) }]
  })
  return written instanceof Response ? written : c.redirect(`/review/evidence?done=${written[0]?.id ?? ''}`, 303)
}

function bodyOf({ member, on, passage }: SuggestedEvidence, said: (typeof answers)[string]): JudgementBody {
  if (said === 'different') return { type: 'link', a: on, b: member.statement.id, verdict: 'different' }
  const { date, statement } = member
  return {
    type: 'evidence',
    on,
    ...said,
    ...(date && { date }),
    ...(statement.parties.length > 0 && { parties: statement.parties }),
    passage,
  }
}
