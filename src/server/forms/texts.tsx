import type { Context, Hono } from 'hono'
import { nameOf } from '../../ledger/documents.ts'
import { TextView } from '../../web/text/page.tsx'
import type { TextPage } from '../../web/text/props.ts'
import { answer, type PageOf, refuse, restOfPath, type Setting } from '../answer.tsx'
import { assetPath } from '../assets.ts'
import { type House, may } from '../house.ts'
import { loadText } from '../pages/loaders.ts'
import { doneOf } from '../pages/query.ts'
import { draw, drawn } from './draw.tsx'
import { unsay, word } from './word.ts'

/** How the reading room is drawn. */
export const textOf: PageOf<TextPage> = {
  title: ({ document }) => nameOf(document),
  view: (page) => <TextView page={page} />,
  scripts: [assetPath('keys')],
}

/** The reading room of a document as it is asked for. */
async function room(c: Context, house: House, setting: Setting, id: string): Promise<Response> {
  const { store, author } = house
  const page = await loadText(store, id)
  if (!page) return refuse(c, setting, 404, 'There is nothing at this address in this ledger.')
  const done = c.req.query('done') ?? ''
  return answer(
    c,
    setting,
    {
      ...page,
      rejected: c.req.query('rejected') === '1',
      ...(author && { author, ...(may(house, 'undo') && { undoes: true as const }) }),
      ...doneOf(done),
    },
    textOf,
  )
}

/** The pages of one text: the reading room, the form that draws statements, and the words that go into the journal. */
export function textRoutes(app: Hono, houseOf: (c: Context) => House, setting: () => Promise<Setting>): void {
  const id = (c: Context) => c.req.param('id') ?? ''
  const form = async (c: Context) => draw(c, houseOf(c), await setting(), id(c))
  app.get('/texts/:id/draw', form).get('/texts/:id/draw.json', form)
  app.post('/texts/:id/draw', async (c) => drawn(c, houseOf(c), await setting(), id(c)))
  app.post('/texts/:id/word', async (c) => word(c, houseOf(c), await setting(), id(c)))
  app.post('/texts/:id/undo', async (c) => unsay(c, houseOf(c), await setting(), id(c)))
  app.get('/texts/*', async (c) => room(c, houseOf(c), await setting(), restOfPath(c, '/texts/')))
}
