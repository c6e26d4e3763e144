import type { Context, Hono } from 'hono'
import { pairsOf } from '../../ledger/link/coding.ts'
import type { Of } from '../../ledger/nouns.ts'
import { agreementOf } from '../../ledger/score/agreement.ts'
import { type Cell, cellsOf, undecided, waitingFor } from '../../ledger/score/cells.ts'
import { scoresByParty } from '../../ledger/score/versions.ts'
import { StoreError } from '../../store/error.ts'
import type { Coding } from '../../store/queries/coding.ts'
import type { Store } from '../../store/store.ts'
import { DifferencesView } from '../../web/coding/differences.tsx'
import { CodingView } from '../../web/coding/page.tsx'
import type { CodingItem, CodingPage, Difference, DifferencesPage } from '../../web/coding/props.ts'
import { answer, type PageOf, refuse, type Setting } from '../answer.tsx'
import { assetPath } from '../assets.ts'
import { READ_ONLY } from '../forms/review.ts'
import { type Made, scoreGivenBy, take } from '../forms/scoring.tsx'
import { lookAndWrite } from '../forms/step.ts'
import { takeBack } from '../forms/take-back.ts'
import type { House } from '../house.ts'
import { loadUndertaking, type Reader } from '../pages/loaders.ts'
import { evidenceLine } from '../pages/programme.ts'
import { doneOf } from '../pages/query.ts'
import { guidelineLine, scoreGiven, valueName } from '../pages/undertaking.ts'
import { blindnesses, blindTo, readerOf, setBlind } from './blind.ts'

/** Differences on one page. */
const SHOWN = 20

const codingPage: PageOf<CodingPage> = {
  title: () => 'Coding',
  view: (page) => <CodingView page={page} />,
  scripts: [assetPath('keys')],
  path: () => '/coding',
}

const differencesPage: PageOf<DifferencesPage> = {
  title: () => 'Where coders differ',
  view: (page) => <DifferencesView page={page} />,
  scripts: [assetPath('keys')],
  path: () => '/coding/differences',
}

/** Blind second scores, and decisions between coders. */
export function codingRoutes(app: Hono, houseOf: (c: Context) => House, setting: () => Promise<Setting>): void {
  const coding = async (c: Context) => {
    if (blindTo(c) === 'links') return c.redirect(`/coding/links${c.req.path.endsWith('.json') ? '.json' : ''}`)
    const { from, to, after, done } = c.req.query()
    const house = houseOf(c)
    return answer(c, await setting(), await loadCoding(house, readerOf(c, house), { from, to, after, done }), codingPage)
  }
  const differences = async (c: Context) =>
    answer(c, await setting(), await loadDifferences(houseOf(c), c.req.query('done')), differencesPage)
  app.get('/coding', coding).get('/coding.json', coding)
  app.get('/coding/differences', differences).get('/coding/differences.json', differences)
  app.post('/coding/blind', async (c) => {
    const asked = (await c.req.formData()).get('blind')
    const to = blindnesses.find((one) => one === asked)
    setBlind(c, to)
    return c.redirect(to === 'links' ? '/coding/links' : '/coding', 303)
  })
  app.post('/coding', async (c) => second(c, houseOf(c), await setting()))
  app.post('/coding/decide', async (c) => decide(c, houseOf(c), await setting()))
  app.post('/coding/undo', async (c) => undo(c, houseOf(c), await setting()))
}

interface Asked {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly after?: string | undefined
  readonly done?: string | undefined
}

const cellsIn = ({ guidelines, scores, order }: Coding): Cell[] => cellsOf(guidelines, scores, order)

/** The queue of a coder from a place on. */
function loadCoding({ store, author, today }: House, { blind }: Reader, { from, to, after, done }: Asked): Promise<CodingPage> {
  return store.reading(async () => {
    const within = ({ guideline: { window } }: Cell) => (!from || window.from >= from) && (!to || (window.to ?? '~') <= to)
    const waiting = waitingFor(author ?? '', cellsIn(await store.coding())).filter(within)
    const links = waitingFor(author ?? '', pairsOf(await store.linkVerdicts()))
    const place = waiting.findIndex(({ id }) => id === after)
    const cell = blind ? waiting[place + 1] : undefined
    return {
      ...(author && { author }),
      blind: blind === true,
      waiting: waiting.length,
      links: links.length,
      ...(from && { from }),
      ...(to && { to }),
      ...(cell && (await itemOf(store, cell, today(), author))),
      ...(cell && place + 2 < waiting.length && { next: cell.id }),
      ...doneOf(done),
    }
  })
}

async function itemOf(
  store: Store,
  { id, guideline, party }: Cell,
  asOf: string,
  author: string | undefined,
): Promise<{ item?: CodingItem }> {
  const page = await loadUndertaking(store, guideline.on, asOf, { ...(author && { author }), blind: true })
  if (!page) return {}
  const { label, kind, force, parties, evidence, searches, seen } = page
  const wordings = page.wordings.map(({ id: wording, quote, force: as, document }) => ({ id: wording, quote, force: as, document }))
  const undertaking = { id: page.id, label, kind, force, parties }
  return { item: { id, party, guideline: guidelineLine(guideline), undertaking, wordings, evidence, searches, seen } }
}

/** Takes the score of a second coder, who must be blind. */
async function second(c: Context, house: House, setting: Setting): Promise<Response> {
  if (blindTo(c) !== 'scores') return refuse(c, setting, 403, 'A second score is given blind: begin blind coding on the page Coding.')
  const made: Made = ({ field, evidence, author, all }) => {
    const score = scoreGivenBy(field, evidence)
    if (typeof score === 'string') return score
    const given = all.filter(
      (one): one is Of<'score'> => one.type === 'score' && one.guideline === score.guideline && one.party === score.party,
    )
    if (given.some(({ by, role }) => role === 'second' && by !== author)) return 'Somebody else has given the second score meanwhile.'
    return { ...score, role: 'second' }
  }
  return take(c, house, setting, {
    made,
    follow: ({ id }) => `/coding?done=${id}`,
    again: async (refused) => {
      const { store, author, today } = house
      const page = await loadCoding(house, readerOf(c, house), {})
      const [guideline, party] = [refused.given['guideline']?.[0], refused.given['party']?.[0]]
      const cell = cellsIn(await store.coding()).find((one) => one.guideline.id === guideline && one.party === party)
      const again = cell && !cell.second ? await itemOf(store, cell, today(), author) : {}
      return answer(c, setting, { ...page, ...again, refused }, codingPage)
    },
  })
}

/** Where coders differ, and how well they agree. */
function loadDifferences({ store, author, today }: House, done: string | undefined): Promise<DifferencesPage> {
  return store.reading(async () => {
    const coding = await store.coding()
    const open = undecided(cellsIn(coding))
    const shown = open.slice(0, SHOWN)
    const { undertakings, judgements } = await store.dossiers(
      shown.map(({ guideline }) => guideline.on),
      { asOf: today() },
    )
    const pieces = new Map(judgements.flatMap((one) => (one.type === 'evidence' ? [[one.id, evidenceLine(one)] as const] : [])))
    return {
      ...(author && { author }),
      agreement: agreementOf(byGuideline(coding)),
      total: open.length,
      differences: shown.flatMap(({ id, guideline, party, first, second: other }): Difference[] => {
        const undertaking = undertakings.get(guideline.on)
        if (!first || !other || !undertaking) return []
        const rests = [...new Set([...(first.evidence ?? []), ...(other.evidence ?? [])])]
        return [
          {
            id,
            party,
            guideline: guidelineLine(guideline),
            undertaking: { id: undertaking.id, label: undertaking.label },
            first: scoreGiven(first),
            second: scoreGiven(other),
            evidence: rests.flatMap((one) => pieces.get(one) ?? []),
          },
        ]
      }),
      ...doneOf(done),
    }
  })
}

/** The scores of each guideline by party: what agreement is counted over. */
function byGuideline({ guidelines, scores, order }: Coding) {
  const groups = new Map<string, Of<'score'>[]>()
  for (const score of scores) groups.set(score.guideline, [...(groups.get(score.guideline) ?? []), score])
  return guidelines.flatMap((one) => scoresByParty(groups.get(one.id) ?? [], [one], order).parties)
}

/** Decides between two coders: a third person does, and says why. */
async function decide(c: Context, house: House, setting: Setting): Promise<Response> {
  const { store, author } = house
  if (!author) return refuse(c, setting, 403, READ_ONLY)
  const form = await c.req.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const id = `${field('guideline')}+${field('party')}`
  const back = async (why: string, status: 400 | 409): Promise<Response> => {
    c.status(status)
    return answer(
      c,
      setting,
      { ...(await loadDifferences(house, undefined)), refused: { id, why, reason: field('reason') } },
      differencesPage,
    )
  }
  try {
    const written = await lookAndWrite(store, async () => {
      const cell = cellsIn(await store.coding()).find((one) => one.id === id)
      if (!cell?.first || !cell.second) return back('These two scores are no longer in force.', 409)
      if (cell.adjudication) return back(`${cell.adjudication.by} has decided meanwhile: ${valueName(cell.adjudication.value)}.`, 409)
      if (cell.first.id !== field('first') || cell.second.id !== field('second'))
        return back('One of the two has scored again since you opened the page: read both scores once more.', 409)
      if ([cell.first.by, cell.second.by].includes(author)) return back('You are one of the two coders: a third person decides.', 400)
      if (field('reason') === '') return back('Say why: a decision without a reason is no use to the next reader.', 400)
      const score = scoreGivenBy((name) => (name === 'on' ? cell.guideline.on : field(name)), [])
      return typeof score === 'string'
        ? back(score, 400)
        : [{ body: { ...score, role: 'adjudication' }, by: author, reason: field('reason') }]
    })
    return written instanceof Response ? written : c.redirect(`/coding/differences?done=${written[0]?.id ?? ''}`, 303)
  } catch (error) {
    if (error instanceof StoreError && error.code === 'refused') return back(error.message, 400)
    throw error
  }
}

/** Takes a score back, right after it was given or from where coders differ. */
function undo(c: Context, house: House, setting: Setting): Promise<Response> {
  return takeBack(c, house, setting, {
    find: async (of) =>
      (await house.store.coding()).scores.find((one) => one.id === of) ?? 'This score is not in force: it was taken back already.',
    reason: 'taken back while coding',
    next: (field) => (field('from') === 'differences' ? '/coding/differences' : '/coding'),
  })
}
