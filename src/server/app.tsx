import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { StoreError } from '../store/error.ts'
import { gate } from './accounts/gate.ts'
import { accountRoutes } from './accounts/routes.tsx'
import { houseOf } from './accounts/who.ts'
import { refuse, type Setting } from './answer.tsx'
import { assetPath, assets } from './assets.ts'
import { keepAnswers } from './cache.ts'
import { closeBlind } from './coding/blind.ts'
import { linkCodingRoutes } from './coding/links.tsx'
import { codingRoutes } from './coding/scores.tsx'
import { downloadRoutes } from './download.ts'
import { reportedRoutes } from './forms/reported.tsx'
import { formRoutes } from './forms/routes.ts'
import { scoringRoutes } from './forms/scoring.tsx'
import { textRoutes } from './forms/texts.tsx'
import { guard, isCutOff, takeForms } from './guard.ts'
import type { House } from './house.ts'
import { originalRoutes } from './original.ts'
import { pageRoutes } from './pages/routes.ts'

/** The server: a function from request to response. Everything it knows comes from the store. */
export function createApp(given: House): Hono {
  const { store } = given
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

  app.get('/assets/*', sendAsset)
  app.get('/openapi.json', async (c) => c.json((await import('./twins/openapi.ts')).openApi()))
  accountRoutes(app, given, setting)
  // `/texts/*` answers `/texts` too: the pages that have an address of their own come first
  pageRoutes(app, given, setting)
  scoringRoutes(app, houseOf, setting)
  codingRoutes(app, houseOf, setting)
  linkCodingRoutes(app, houseOf, setting)
  reportedRoutes(app, houseOf, setting)
  originalRoutes(app, given, setting)
  textRoutes(app, houseOf, setting)
  downloadRoutes(app, houseOf, setting)
  formRoutes(app, setting)

  app.notFound(async (c) => refuse(c, await setting(), 404, 'There is no page at this address.'))
  app.onError(tellError)
  return app
}

function sendAsset(c: Context): Response | Promise<Response> {
  const asset = assets.get(new URL(c.req.url).pathname)
  if (!asset) return c.notFound()
  c.header('Cache-Control', asset.path.endsWith('icon.svg') ? 'max-age=3600' : 'max-age=31536000, immutable')
  return c.body(asset.body, 200, { 'Content-Type': asset.type })
}

/** What was no answer, as a page: what the one who asks can mend, or that it is a fault of ours. */
function tellError(error: Error, c: Context): Response | Promise<Response> {
  const bare = { styles: assetPath('style') }
  if (error instanceof HTTPException) return refuse(c, bare, 403, 'This form was not sent from a page of this server.')
  if (error instanceof StoreError) return refuse(c, bare, 400, error.message)
  if (!isCutOff(error)) console.error(error)
  return refuse(c, bare, 500, 'It is not your mistake. What happened stands in the log of the server.')
}
