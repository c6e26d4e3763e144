import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { StoreError } from '../store/error.ts'
import { BriefView } from '../web/brief/page.tsx'
import { DriftView } from '../web/compare/drift.tsx'
import { CompareView } from '../web/compare/page.tsx'
import { addressOf, LedgerView } from '../web/ledger/page.tsx'
import { type MatrixName, MatrixView, matrices } from '../web/matrix/page.tsx'
import { PasteView } from '../web/paste/page.tsx'
import { PhraseView } from '../web/phrase/page.tsx'
import { ProgrammeView } from '../web/programme/page.tsx'
import { ReviewView } from '../web/review/page.tsx'
import { SearchView } from '../web/search/page.tsx'
import { TextsView } from '../web/texts/page.tsx'
import { renderCard } from '../web/undertaking/card.tsx'
import { gate } from './accounts/gate.ts'
import { accountRoutes } from './accounts/routes.tsx'
import { houseOf } from './accounts/who.ts'
import { answer, type PageOf, refuse, type Setting, twinAsked } from './answer.tsx'
import { assetPath, assets } from './assets.ts'
import { keepAnswers } from './cache.ts'
import { closeBlind, readerOf } from './coding/blind.ts'
import { linkCodingRoutes } from './coding/links.tsx'
import { codingRoutes } from './coding/scores.tsx'
import { downloadRoutes } from './download.ts'
import { found, takeWordBack } from './forms/evidence.ts'
import { sentBy, unsavedPage } from './forms/paste.ts'
import { reportedRoutes } from './forms/reported.tsx'
import { judge, READ_ONLY } from './forms/review.ts'
import { scoringRoutes, undertakingOf } from './forms/scoring.tsx'
import { correct, loadStatement, statementPage, uncorrect } from './forms/statement.tsx'
import { undo } from './forms/take-back.ts'
import { textOf, textRoutes } from './forms/texts.tsx'
import { guard, isCutOff, takeForms } from './guard.ts'
import { type House, may } from './house.ts'
import { originalRoutes } from './original.ts'
import { loadCompare, loadDrift } from './pages/compare.ts'
import { loadBrief, loadLedger, loadMatrix, loadProgramme, loadReview, loadSearch, loadTexts, loadUndertaking } from './pages/loaders.ts'
import { loadPhrase } from './pages/phrase.ts'
import { ledgerQuery } from './pages/query.ts'

/** The server: a function from request to response. Everything it knows comes from the store. */
export function createApp(given: House): Hono {
  const { store, today } = given
  const app = new Hono()
  const setting = async (): Promise<Setting> => {
    const [first] = await store.programmes()
    const home = first && { home: { label: 'Programme', path: `/programmes/${encodeURIComponent(first.name)}` } }
    return { styles: assetPath('style'), ...home }
  }
  guard(app, given)
  app.use(gate(given, setting))
  takeForms(app, async (c) => refuse(c, await setting(), 400, 'The form did not arrive whole; send it again.'))
  app.use(closeBlind(setting))
  app.use(keepAnswers(given))
  accountRoutes(app, given, setting)

  const show = async <T extends object>(c: Context, data: T | undefined, page: PageOf<T>): Promise<Response> =>
    data ? answer(c, await setting(), data, page) : refuse(c, await setting(), 404, 'There is nothing at this address in this ledger.')

  /** The rest of the path behind a prefix, decoded, without the ending of the twin. */
  const rest = (c: Context, prefix: string): string => decode(twinAsked(c).path.slice(prefix.length))

  const programme = async (c: Context, name: string) => show(c, await loadProgramme(store, name, today()), programmeOf())
  const ledger = async (c: Context) => {
    const query = ledgerQuery(new URL(c.req.url).searchParams)
    if (typeof query === 'string') return refuse(c, await setting(), 400, query)
    // a form sends all its fields; the address that people hand on says what is asked and no more
    if (!twinAsked(c).json && [...new URL(c.req.url).searchParams.values()].includes('')) return c.redirect(addressOf(query, {}), 302)
    return show(c, await loadLedger(store, query, today()), ledgerPage)
  }
  const brief = async (c: Context) => {
    const query = ledgerQuery(new URL(c.req.url).searchParams)
    if (typeof query === 'string') return refuse(c, await setting(), 400, query)
    return show(c, await loadBrief(store, query, today()), briefPage)
  }
  const texts = async (c: Context) => show(c, await loadTexts(store, c.req.query('after')), textsPage)
  const home = async (c: Context) => {
    const [first] = await store.programmes()
    return first ? programme(c, first.name) : ledger(c)
  }
  const search = async (c: Context) =>
    show(c, await loadSearch(store, (c.req.query('q') ?? '').slice(0, 500), readerOf(c, houseOf(c))), searchPage)
  const review = async (c: Context) =>
    show(c, await loadReview(store, { after: c.req.query('after'), done: c.req.query('done'), author: houseOf(c).author }), reviewPage)

  app.get('/assets/*', (c) => {
    const asset = assets.get(new URL(c.req.url).pathname)
    if (!asset) return c.notFound()
    c.header('Cache-Control', asset.path.endsWith('icon.svg') ? 'max-age=3600' : 'max-age=31536000, immutable')
    return c.body(asset.body, 200, { 'Content-Type': asset.type })
  })
  app.get('/', home).get('/index.json', home)
  app.get('/programmes/*', (c) => programme(c, rest(c, '/programmes/')))
  app.get('/undertakings/*', async (c) =>
    show(c, await loadUndertaking(store, rest(c, '/undertakings/'), today(), readerOf(c, houseOf(c))), undertakingOf),
  )
  scoringRoutes(app, houseOf, setting)
  codingRoutes(app, houseOf, setting)
  linkCodingRoutes(app, houseOf, setting)
  reportedRoutes(app, houseOf, setting)
  app.get('/statements/*', async (c) => show(c, await loadStatement(houseOf(c), rest(c, '/statements/')), statementPage))
  app.post('/statements/:id', async (c) => correct(c, houseOf(c), await setting(), c.req.param('id')))
  app.post('/statements/:id/undo', async (c) => uncorrect(c, houseOf(c), await setting(), c.req.param('id')))
  app.get('/texts', texts).get('/texts.json', texts)
  app.get('/brief', brief).get('/brief.json', brief)
  originalRoutes(app, given, setting)
  textRoutes(app, houseOf, setting)
  app.get('/ledger', ledger).get('/ledger.json', ledger)
  downloadRoutes(app, houseOf, setting)
  app.get('/search', search).get('/search.json', search)
  app.get('/review', review).get('/review.json', review)
  const compare = async (c: Context) => show(c, await loadCompare(store, (c.req.queries('text') ?? []).filter(Boolean)), comparePage)
  const drifted = async (c: Context) => show(c, await loadDrift(store, c.req.query('old'), c.req.query('new')), driftPage)
  const phrase = async (c: Context) => show(c, await loadPhrase(store, (c.req.query('words') ?? '').trim().slice(0, 300)), phrasePage)
  app.get('/phrase', phrase).get('/phrase.json', phrase)
  app.get('/drift', drifted).get('/drift.json', drifted)
  app.get('/compare', compare).get('/compare.json', compare)
  app.get('/matrix/*', async (c) => {
    const name = rest(c, '/matrix/')
    return show(c, name in matrices ? await loadMatrix(store, name as MatrixName) : undefined, matrixPage)
  })
  app.get('/embed/*', async (c) => {
    const page = await loadUndertaking(store, rest(c, '/embed/'), today())
    return page ? c.html(renderCard(page, assetPath('style'))) : c.notFound()
  })
  app.get('/openapi.json', async (c) => c.json((await import('./twins/openapi.ts')).openApi()))
  app.get('/read', async (c) => show(c, { fetches: may(houseOf(c), 'fetch') }, pastePage))
  app.post('/read', async (c) => {
    const sent = await sentBy(c, houseOf(c))
    return typeof sent === 'string' ? refuse(c, await setting(), 400, sent) : show(c, await unsavedPage(houseOf(c), sent), textOf)
  })
  app.post('/texts', async (c) => {
    if (!may(houseOf(c), 'add')) return refuse(c, await setting(), 403, READ_ONLY)
    const sent = await sentBy(c, houseOf(c))
    if (typeof sent === 'string') return refuse(c, await setting(), 400, sent)
    const { source, receipt } = sent
    const [added] = await store.add([{ source, ...(receipt && { receipt }) }])
    if (added?.status === 'refused') return refuse(c, await setting(), 400, added.reason ?? 'The ledger cannot take this text.')
    return c.redirect(`/texts/${added?.document.id}`, 303)
  })
  app.post('/evidence', async (c) => found(c, houseOf(c), await setting(), 'evidence'))
  app.post('/evidence/none', async (c) => found(c, houseOf(c), await setting(), 'search'))
  app.post('/evidence/undo', async (c) => takeWordBack(c, houseOf(c), await setting()))
  app.post('/review', async (c) => judge(c, houseOf(c), await setting()))
  app.post('/review/undo', async (c) => undo(c, houseOf(c), await setting(), '/review'))

  app.notFound(async (c) => refuse(c, await setting(), 404, 'There is no page at this address.'))
  app.onError(async (error, c) => {
    if (error instanceof HTTPException)
      return refuse(c, { styles: assetPath('style') }, 403, 'This form was not sent from a page of this server.')
    if (error instanceof StoreError) return refuse(c, { styles: assetPath('style') }, 400, error.message)
    if (!isCutOff(error)) console.error(error)
    return refuse(c, { styles: assetPath('style') }, 500, 'It is not your mistake. What happened stands in the log of the server.')
  })
  return app
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const keys = [assetPath('keys')]

/** The map's geography is large: loaded with the first page that draws one. */
function programmeOf(): PageOf<NonNullable<Awaited<ReturnType<typeof loadProgramme>>>> {
  return {
    title: (page) => page.programme.title,
    view: async (page) =>
      page.places.length > 0 ? (
        <ProgrammeView page={page} geography={(await import('./pages/geography.ts')).geography()} />
      ) : (
        <ProgrammeView page={page} />
      ),
    scripts: keys,
  }
}

const ledgerPage: PageOf<Awaited<ReturnType<typeof loadLedger>>> = {
  title: () => 'Ledger',
  view: (page) => <LedgerView page={page} />,
  scripts: keys,
}

const searchPage: PageOf<Awaited<ReturnType<typeof loadSearch>>> = {
  title: ({ text }) => (text ? `Search: ${text}` : 'Search'),
  view: (page) => <SearchView page={page} />,
  scripts: keys,
  search: ({ text }) => text,
}

const reviewPage: PageOf<Awaited<ReturnType<typeof loadReview>>> = {
  title: () => 'Review',
  view: (page) => <ReviewView page={page} />,
  scripts: keys,
}

const textsPage: PageOf<Awaited<ReturnType<typeof loadTexts>>> = {
  title: () => 'Texts',
  view: (page) => <TextsView page={page} />,
  scripts: keys,
}

const briefPage: PageOf<Awaited<ReturnType<typeof loadBrief>>> = {
  title: () => 'Brief',
  view: (page) => <BriefView page={page} />,
  scripts: keys,
}

const pastePage: PageOf<{ fetches: boolean }> = {
  title: () => 'Read a text',
  view: ({ fetches }) => <PasteView fetches={fetches} />,
  scripts: keys,
  alone: true,
}

const comparePage: PageOf<NonNullable<Awaited<ReturnType<typeof loadCompare>>>> = {
  title: () => 'Compare',
  view: (page) => <CompareView page={page} />,
  scripts: keys,
}

const matrixPage: PageOf<Awaited<ReturnType<typeof loadMatrix>>> = {
  title: ({ matrix }) => matrices[matrix].label,
  view: (page) => <MatrixView page={page} />,
  scripts: keys,
}

const driftPage: PageOf<NonNullable<Awaited<ReturnType<typeof loadDrift>>>> = {
  title: () => 'From text to text',
  view: (page) => <DriftView page={page} />,
  scripts: keys,
}

const phrasePage: PageOf<Awaited<ReturnType<typeof loadPhrase>>> = {
  title: ({ words }) => (words ? `“${words}” through the years` : 'A phrase through the years'),
  view: (page) => <PhraseView page={page} />,
  scripts: keys,
}
