import type { Context, Hono } from 'hono'
import { addressOf } from '../../web/ledger/page.tsx'
import { type MatrixName, matrices } from '../../web/matrix/page.tsx'
import { renderCard } from '../../web/undertaking/card.tsx'
import { houseOf } from '../accounts/who.ts'
import { answer, type PageOf, refuse, restOfPath, type Setting, twinAsked } from '../answer.tsx'
import { assetPath } from '../assets.ts'
import { readerOf } from '../coding/blind.ts'
import { undertakingOf } from '../forms/scoring.tsx'
import { loadStatement, statementPage } from '../forms/statement.tsx'
import { type House, may } from '../house.ts'
import { loadCompare, loadDrift } from './compare.ts'
import { loadBrief, loadLedger, loadMatrix, loadProgramme, loadReview, loadSearch, loadTexts, loadUndertaking } from './loaders.ts'
import { loadPhrase } from './phrase.ts'
import { ledgerQuery } from './query.ts'
import {
  briefPage,
  comparePage,
  driftPage,
  ledgerPage,
  matrixPage,
  pastePage,
  phrasePage,
  programmePage,
  reviewPage,
  searchPage,
  textsPage,
} from './views.tsx'

type Handler = (c: Context) => Promise<Response>

/** The pages that are looked at, each with its twin in JSON; what is sent from them is in `forms`. */
export function pageRoutes(app: Hono, given: House, setting: () => Promise<Setting>): void {
  const show = async <T extends object>(c: Context, data: T | undefined, page: PageOf<T>): Promise<Response> =>
    data ? answer(c, await setting(), data, page) : refuse(c, await setting(), 404, 'There is nothing at this address in this ledger.')
  const { store, today } = given
  const at = (path: string, page: Handler) => app.get(path, page).get(`${path}.json`, page)

  const programme = async (c: Context, name: string) => show(c, await loadProgramme(store, name, today()), programmePage())
  const ledger: Handler = async (c) => {
    const query = ledgerQuery(new URL(c.req.url).searchParams)
    if (typeof query === 'string') return refuse(c, await setting(), 400, query)
    // a form sends all its fields; the address that people hand on says what is asked and no more
    if (!twinAsked(c).json && [...new URL(c.req.url).searchParams.values()].includes('')) return c.redirect(addressOf(query, {}), 302)
    return show(c, await loadLedger(store, query, today()), ledgerPage)
  }
  const home: Handler = async (c) => {
    const [first] = await store.programmes()
    return first ? programme(c, first.name) : ledger(c)
  }
  app.get('/', home).get('/index.json', home)
  at('/ledger', ledger)
  at('/brief', async (c) => {
    const query = ledgerQuery(new URL(c.req.url).searchParams)
    if (typeof query === 'string') return refuse(c, await setting(), 400, query)
    return show(c, await loadBrief(store, query, today()), briefPage)
  })
  at('/texts', async (c) => show(c, await loadTexts(store, c.req.query('after')), textsPage))
  at('/search', async (c) => show(c, await loadSearch(store, (c.req.query('q') ?? '').slice(0, 500), readerOf(c, houseOf(c))), searchPage))
  at('/review', async (c) =>
    show(c, await loadReview(store, { after: c.req.query('after'), done: c.req.query('done'), author: houseOf(c).author }), reviewPage),
  )
  at('/phrase', async (c) => show(c, await loadPhrase(store, (c.req.query('words') ?? '').trim().slice(0, 300)), phrasePage))
  at('/drift', async (c) => show(c, await loadDrift(store, c.req.query('old'), c.req.query('new')), driftPage))
  at('/compare', async (c) => show(c, await loadCompare(store, (c.req.queries('text') ?? []).filter(Boolean)), comparePage))
  app.get('/read', async (c) => show(c, { fetches: may(houseOf(c), 'fetch') }, pastePage))
  app.get('/programmes/*', (c) => programme(c, restOfPath(c, '/programmes/')))
  app.get('/undertakings/*', async (c) =>
    show(c, await loadUndertaking(store, restOfPath(c, '/undertakings/'), today(), readerOf(c, houseOf(c))), undertakingOf),
  )
  app.get('/statements/*', async (c) => show(c, await loadStatement(houseOf(c), restOfPath(c, '/statements/')), statementPage))
  app.get('/matrix/*', async (c) => {
    const name = restOfPath(c, '/matrix/')
    return show(c, name in matrices ? await loadMatrix(store, name as MatrixName) : undefined, matrixPage)
  })
  app.get('/embed/*', async (c) => {
    const page = await loadUndertaking(store, restOfPath(c, '/embed/'), today())
    return page ? c.html(renderCard(page, assetPath('style'))) : c.notFound()
  })
}
