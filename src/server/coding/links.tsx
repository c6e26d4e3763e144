import type { Context, Hono } from 'hono'
import { around } from '../../compare/around.ts'
import { pairsOf, undecidedPairs, verdictAgreement } from '../../ledger/link/coding.ts'
import type { LinkVerdict, Of } from '../../ledger/nouns.ts'
import { waitingFor } from '../../ledger/score/cells.ts'
import { StoreError } from '../../store/error.ts'
import type { Store } from '../../store/store.ts'
import { LinkDifferencesView } from '../../web/coding/link-differences.tsx'
import { LinkCodingView } from '../../web/coding/links.tsx'
import type { LinkCodingPage, LinkDifferencesPage, LinkPair, VerdictLine } from '../../web/coding/props.ts'
import type { Side } from '../../web/review/side.tsx'
import { answer, type PageOf, refuse, type Setting } from '../answer.tsx'
import { assetPath } from '../assets.ts'
import { READ_ONLY, verdicts } from '../forms/review.ts'
import { undo } from '../forms/take-back.ts'
import type { House } from '../house.ts'
import { sideOf } from '../pages/loaders.ts'
import { doneOf } from '../pages/query.ts'
import { blindTo } from './blind.ts'

/** Differences on one page. */
const SHOWN = 20

/** Characters of the text that are shown before a statement, and after it. */
const AROUND = 240

const codingPage: PageOf<LinkCodingPage> = {
  title: () => 'Second verdicts on links',
  view: (page) => <LinkCodingView page={page} />,
  scripts: [assetPath('keys')],
  path: () => '/coding/links',
}

const differencesPage: PageOf<LinkDifferencesPage> = {
  title: () => 'Where people differ on links',
  view: (page) => <LinkDifferencesView page={page} />,
  scripts: [assetPath('keys')],
  path: () => '/coding/links/differences',
}

/** Blind second verdicts on links, and decisions between two people. */
export function linkCodingRoutes(app: Hono, houseOf: (c: Context) => House, setting: () => Promise<Setting>): void {
  const coding = async (c: Context) => answer(c, await setting(), await loadCoding(c, houseOf(c)), codingPage)
  const differences = async (c: Context) =>
    answer(c, await setting(), await loadDifferences(houseOf(c), c.req.query('done')), differencesPage)
  app.get('/coding/links', coding).get('/coding/links.json', coding)
  app.get('/coding/links/differences', differences).get('/coding/links/differences.json', differences)
  app.post('/coding/links', async (c) => second(c, houseOf(c), await setting()))
  app.post('/coding/links/decide', async (c) => decide(c, houseOf(c), await setting()))
  app.post('/coding/links/undo', async (c) => {
    const from = (await c.req.formData()).get('from') === 'differences' ? '/coding/links/differences' : '/coding/links'
    return undo(c, houseOf(c), await setting(), from)
  })
}

/** The queue of a second judge from a place on. */
function loadCoding(c: Context, { store, author }: House, refused?: string): Promise<LinkCodingPage> {
  const { after, done } = c.req.query()
  const blind = blindTo(c) === 'links'
  return store.reading(async () => {
    const waiting = waitingFor(author ?? '', pairsOf(await store.linkVerdicts()))
    const place = waiting.findIndex(({ id }) => id === after)
    const next = blind ? waiting[place + 1] : undefined
    const [pair] = next?.first ? await withWords(store, [{ id: next.id, ...endsOf(next.first) }]) : []
    return {
      ...(author && { author }),
      blind,
      waiting: waiting.length,
      ...(pair && { pair }),
      ...(pair && place + 2 < waiting.length && { next: pair.id }),
      ...doneOf(done),
      ...(refused && { refused }),
    }
  })
}

const endsOf = ({ a, b }: { readonly a: string; readonly b: string }) => ({ a, b })

/** Pairs with both wordings and the words around them. Nothing here tells what the two belong to. */
async function withWords(
  store: Store,
  pairs: readonly { readonly id: string; readonly a: string; readonly b: string }[],
): Promise<LinkPair[]> {
  const nodes = await store.nodes(pairs.flatMap(({ a, b }) => [a, b]))
  const texts = new Map<string, string>()
  for (const { hash } of nodes.values()) if (hash && !texts.has(hash)) texts.set(hash, (await store.text(hash)) ?? '')
  const side = (id: string): Side => {
    const found = nodes.get(id)
    const text = found?.hash && texts.get(found.hash)
    return {
      ...sideOf(id, found),
      undertaking: id,
      around: text && found.statement ? around(text, found.statement.span, AROUND) : { before: '', after: '' },
    }
  }
  return pairs.map(({ id, a, b }) => ({ id, a: side(a), b: side(b) }))
}

interface Answered {
  readonly a: string
  readonly b: string
  readonly verdict: LinkVerdict['verdict']
  readonly reason: string
}

async function answered(c: Context): Promise<Answered | undefined> {
  const form = await c.req.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const verdict = verdicts.find((one) => one === field('verdict'))
  const [a, b, reason] = [field('a'), field('b'), field('reason')]
  return verdict && a && b ? { a, b, verdict, reason } : undefined
}

const UNCLEAR = 'An answer names two statements and one of same, different, unsure.'

/** Takes the verdict of a second person, who must be blind. */
async function second(c: Context, house: House, setting: Setting): Promise<Response> {
  if (!house.author) return refuse(c, setting, 403, READ_ONLY)
  if (blindTo(c) !== 'links')
    return refuse(c, setting, 403, 'A second verdict is given blind: begin blind coding on the page Second verdicts on links.')
  const given = await answered(c)
  if (!given) return refuse(c, setting, 400, UNCLEAR)
  return write(c, house, given, 'second', {
    follow: (id) => `/coding/links?done=${id}`,
    again: async (why) => answer(c, setting, await loadCoding(c, house, why), codingPage),
  })
}

/** Decides between two people: a third one does, and says why. */
async function decide(c: Context, house: House, setting: Setting): Promise<Response> {
  if (!house.author) return refuse(c, setting, 403, READ_ONLY)
  const given = await answered(c)
  if (!given) return refuse(c, setting, 400, UNCLEAR)
  const again = async (why: string) => {
    const page = await loadDifferences(house, undefined)
    const id = page.differences.find(({ a, b }) => a.node === given.a && b.node === given.b)?.id ?? ''
    return answer(c, setting, { ...page, refused: { id, why, reason: given.reason } }, differencesPage)
  }
  if (given.reason === '') {
    c.status(400)
    return again('Say why: a decision without a reason is no use to the next reader.')
  }
  return write(c, house, given, 'adjudication', { follow: (id) => `/coding/links/differences?done=${id}`, again })
}

interface Then {
  readonly follow: (judgement: string) => string
  /** The page once more, with what was wrong. */
  readonly again: (why: string) => Promise<Response>
}

async function write(
  c: Context,
  { store, author = '' }: House,
  { a, b, verdict, reason }: Answered,
  role: 'second' | 'adjudication',
  { follow, again }: Then,
): Promise<Response> {
  try {
    const [written] = await store.append([{ body: { type: 'link', a, b, verdict, role }, by: author, ...(reason && { reason }) }])
    return c.redirect(follow(written?.id ?? ''), 303)
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'refused') throw error
    c.status(409)
    return again(`${error.message}.`)
  }
}

/** Where people differ on links, and how well they agree. */
function loadDifferences({ store, author }: House, done: string | undefined): Promise<LinkDifferencesPage> {
  return store.reading(async () => {
    const pairs = pairsOf(await store.linkVerdicts())
    const open = undecidedPairs(pairs)
    const shown = open.slice(0, SHOWN).flatMap(({ id, first, second: other }) => (first && other ? [{ id, first, second: other }] : []))
    const words = await withWords(
      store,
      shown.map(({ id, first }) => ({ id, ...endsOf(first) })),
    )
    return {
      ...(author && { author }),
      agreement: verdictAgreement(pairs),
      total: open.length,
      differences: words.flatMap((pair, i) => {
        const both = shown[i]
        return both ? [{ ...pair, first: lineOf(both.first), second: lineOf(both.second) }] : []
      }),
      ...doneOf(done),
    }
  })
}

const lineOf = ({ id, verdict, by, at, reason }: Of<'link'>): VerdictLine => ({ id, verdict, by, at, ...(reason && { reason }) })
