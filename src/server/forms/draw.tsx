import type { Context } from 'hono'
import { around } from '../../compare/around.ts'
import { read } from '../../index.ts'
import { checkDrawn } from '../../ledger/correct.ts'
import { fieldsAsRead, fieldsOfPart, fieldsOfWhole, limitOf, placesOf } from '../../ledger/draw.ts'
import type { Drawn, DrawnFields } from '../../ledger/nouns.ts'
import { idOf } from '../../ledger/recast.ts'
import type { Span, Statement } from '../../model.ts'
import { StoreError } from '../../store/error.ts'
import type { DocumentFound } from '../../store/types.ts'
import { DrawView } from '../../web/draw/page.tsx'
import type { DrawGiven, DrawPage } from '../../web/draw/props.ts'
import { answer, type PageOf, refuse, type Setting } from '../answer.tsx'
import { assetPath } from '../assets.ts'
import type { House } from '../house.ts'
import { stateOf } from '../pages/text.ts'
import { namesOf, partiesOf } from './names.ts'
import { READ_ONLY } from './review.ts'
import { lookAndWrite } from './step.ts'

const AROUND = 240
/** Statements that one form joins at most. */
const MOST = 20

/** How the form is drawn. */
export const drawPage: PageOf<DrawPage> = {
  title: ({ what }) => ({ add: 'Add a statement', split: 'Split a statement', join: 'Join statements' })[what],
  view: (page) => <DrawView page={page} />,
  scripts: [assetPath('keys')],
}

/** What an address or a form asks for. */
interface Asked {
  readonly words: string
  readonly near: number
  readonly span?: Span
  /** Ids of statements to be taken away; of a form with their state after a space. */
  readonly away: readonly string[]
}

/** What an address asks of the form, or one line that says what is wrong with it. */
function askedOf(query: URLSearchParams): Asked | string {
  const number = (name: string) => (/^\d{1,9}$/.test(query.get(name) ?? '') ? Number(query.get(name)) : undefined)
  const away = query.getAll('away').slice(0, MOST)
  const [from, to] = [number('from'), number('to')]
  for (const name of query.keys())
    if (!['words', 'near', 'from', 'to', 'away'].includes(name)) return `${name}: not known; use words, near, from, to, away`
  if ((from === undefined) !== (to === undefined)) return 'from and to: give both, as offsets into the text'
  return {
    words: (query.get('words') ?? '').slice(0, 3000),
    near: number('near') ?? 0,
    away,
    ...(from !== undefined && to !== undefined && { span: { from, to } }),
  }
}

/** The statements that a form takes away, and where its words stand. */
interface Scene {
  readonly found: DocumentFound
  readonly away: readonly Statement[]
  readonly what: DrawPage['what']
  readonly span: Span | undefined
  readonly start: Partial<DrawnFields>
}

/** What the form is about, or one line that says why there is none. */
function sceneOf(found: DocumentFound, { words, near, span: given, away: ids }: Asked): Scene | string {
  const away: Statement[] = []
  for (const id of ids) {
    const statement = found.statements.find((one) => one.statement.id === id.split(' ')[0])?.statement
    if (!statement) return 'A statement that is to be changed is no statement of this text any more: somebody has taken it away.'
    away.push(statement)
  }
  const [first] = away
  if (!first) {
    const places = placesOf(found.text, words)
    const inside = given && given.to > given.from && given.to <= found.text.length ? given : undefined
    const span = inside ?? places.find(({ from }) => from >= near) ?? places[0]
    const quote = span ? found.text.slice(span.from, span.to) : ''
    const { language, date } = found.document
    const reading = read({ text: quote, ...(language && { language }), ...(date && { date }) })
    return { found, away, what: 'add', span, start: (span && fieldsAsRead(reading.statements, quote, span.from)) ?? {} }
  }
  if (away.length === 1) return { found, away, what: 'split', span: first.span, start: fieldsOfPart(first, { from: 0, to: 0 }) }
  const span = { from: Math.min(...away.map((one) => one.span.from)), to: Math.max(...away.map((one) => one.span.to)) }
  return { found, away, what: 'join', span, start: fieldsOfWhole(away) }
}

/** Fields that the form does not show and that what it starts from keeps. */
const kept = ['target', 'hedges', 'proposers', 'addressees'] as const

function pageOf({ found, away, what, span, start }: Scene, asked: Asked, author: string | undefined): DrawPage {
  const quote = span ? found.text.slice(span.from, span.to) : ''
  return {
    ...(author && { author }),
    document: found.document,
    what,
    away: away.map((one) => ({ id: one.id, state: stateOf(one), quote: one.quote })),
    words: (quote || asked.words).replace(/\s+/g, ' '),
    near: span?.from ?? asked.near,
    quote,
    ...(span ? around(found.text, span, AROUND) : { before: '', after: '' }),
    given: givenOf(start),
    also: what === 'split' ? [] : kept.flatMap((field) => (start[field] === undefined ? [] : [{ field, value: inWords(start[field]) }])),
    reason: '',
    ...(!span && asked.words !== '' && { refused: `The text does not say “${asked.words}”: give words of it as they stand there.` }),
  }
}

const inWords = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'object' && value && 'phrase' in value ? String(value.phrase) : String(value)

function givenOf(start: Partial<DrawnFields>): DrawGiven {
  const { kind = '', force = '', parties, attribution = '', act = '', aspect = '', negated, deadline, condition = '' } = start
  return {
    kind,
    force,
    parties: parties?.join(', ') ?? '',
    attribution,
    act,
    aspect,
    negated: negated ? 'yes' : '',
    deadline: deadline?.phrase ?? '',
    deadlineDay: deadline?.to ?? '',
    condition,
    mechanisms: start.mechanisms?.join(', ') ?? '',
    places: start.places?.join(', ') ?? '',
    topics: start.topics?.join(', ') ?? '',
  }
}

/** What the fields of the form say; those that are empty are left out. */
function fieldsFrom(given: DrawGiven, start: Partial<DrawnFields>, at: Pick<Statement, 'span' | 'quote'>): Partial<DrawnFields> | string {
  const { deadline, deadlineDay } = given
  if (deadline === '' && deadlineDay !== '') return 'A time limit is given by words of the statement, and then its last day.'
  const same = start.deadline?.phrase === deadline && (start.deadline.to ?? '') === deadlineDay
  const limit = same ? start.deadline : limitOf(at, deadline, deadlineDay || undefined, start.deadline?.bound)
  if (deadline !== '' && !limit) return `The statement does not say “${deadline}”: give the time limit in its own words.`
  const plain = (['kind', 'force', 'attribution', 'act', 'aspect', 'condition'] as const).flatMap((name) =>
    given[name] ? [[name, given[name]]] : [],
  )
  const lists = (['parties', 'mechanisms', 'places', 'topics'] as const).flatMap((name) => {
    const names = name === 'parties' ? partiesOf(given[name]) : namesOf(given[name])
    return names.length ? [[name, names]] : []
  })
  return Object.fromEntries([
    ...plain,
    ...lists,
    ...(given.negated === 'yes' ? [['negated', true]] : []),
    ...(limit ? [['deadline', limit]] : []),
  ])
}

/** The statements that a form draws, or one line that says what is wrong. */
function drawnBy(scene: Scene, words: string, given: DrawGiven): Drawn[] | string {
  const { found, what, span, start, away } = scene
  const [statement] = away
  const drawn: Drawn[] = []
  if (what === 'split' && statement) {
    let from = 0
    const lines = words.split('\n').filter((line) => line.trim() !== '')
    if (lines.length < 2) return 'Put each part on a line of its own: one part alone is no split.'
    for (const line of lines) {
      const places = placesOf(statement.quote, line)
      const place = places.find((one) => one.from >= from) ?? places[0]
      if (!place) return `The statement does not say “${line.trim()}”: a part is words of it as they stand there.`
      from = place.to
      const part = { from: statement.span.from + place.from, to: statement.span.from + place.to }
      const quote = statement.quote.slice(place.from, place.to)
      const { kind, force, parties, attribution, aspect, negated } = given
      const shared = fieldsFrom({ ...givenOf({}), kind, force, parties, attribution, aspect, negated }, {}, { span: part, quote })
      if (typeof shared === 'string') return shared
      const { kind: _, force: __, parties: ___, attribution: ____, aspect: _____, negated: ______, ...own } = fieldsOfPart(statement, part)
      drawn.push({ span: part, quote, fields: { ...own, ...shared } as DrawnFields })
    }
  } else {
    if (!span) return 'Give the words of the statement as they stand in the text.'
    const quote = found.text.slice(span.from, span.to)
    const fields = fieldsFrom(given, start, { span, quote })
    if (typeof fields === 'string') return fields
    const more = Object.fromEntries(kept.flatMap((field) => (start[field] === undefined ? [] : [[field, start[field]]])))
    drawn.push({ span, quote, fields: { ...more, ...fields } as DrawnFields })
  }
  return drawn.map(checkDrawn).find((wrong) => wrong !== undefined) ?? drawn
}

/** The form: an empty one, or one that begins with what the reader or the statements say. */
export async function draw(c: Context, { store, author }: House, setting: Setting, id: string): Promise<Response> {
  const asked = askedOf(new URL(c.req.url).searchParams)
  if (typeof asked === 'string') return refuse(c, setting, 400, asked)
  const found = await store.document(id)
  if (!found) return refuse(c, setting, 404, 'There is nothing at this address in this ledger.')
  const scene = sceneOf(found, asked)
  if (typeof scene === 'string') return refuse(c, setting, 404, scene, { path: `/texts/${id}`, label: 'Back to the text' })
  return answer(c, setting, pageOf(scene, asked, author), drawPage)
}

/** Takes the form. What is wrong is said on it, with all that was typed; nothing is written then. */
export async function drawn(c: Context, { store, author }: House, setting: Setting, id: string): Promise<Response> {
  if (!author) return refuse(c, setting, 403, READ_ONLY)
  const form = await c.req.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const away = form.getAll('away').map(String).slice(0, MOST)
  const words = String(form.get('words') ?? '').replaceAll('\r\n', '\n')
  const asked = { words, near: Number(field('near')) || 0, away }
  let back: ((why: string) => Promise<Response>) | undefined
  let first = ''
  const look = async () => {
    const found = await store.document(id)
    if (!found) return refuse(c, setting, 404, 'There is no such text in this ledger.')
    const scene = sceneOf(found, asked)
    if (typeof scene === 'string')
      return refuse(c, setting, 409, `${scene} Nothing was written.`, { path: `/texts/${id}`, label: 'Back to the text' })
    const page = pageOf(scene, asked, author)
    const given = Object.fromEntries(Object.keys(page.given).map((name) => [name, field(name)])) as unknown as DrawGiven
    const again = async (why: string) => {
      c.status(409)
      return answer(c, setting, { ...page, words, given, reason: field('reason'), refused: why }, drawPage)
    }
    back = again
    const changed = scene.away.find((one, i) => stateOf(one) !== away[i]?.split(' ')[1])
    if (changed)
      return again(`“${changed.quote}” was changed since you opened the form. Look at it again, and then send the form once more.`)
    if (field('reason') === '') return again('Say why: a change without a reason is no use to the next reader.')
    const made = drawnBy(scene, words, given)
    if (typeof made === 'string') return again(made)
    first = idOf(found.document.hash, (made[0] as Drawn).span)
    const body = { type: 'recast', text: found.document.hash, away: scene.away.map((one) => one.id), drawn: made } as const
    return [{ body, by: author, reason: field('reason') }]
  }
  try {
    const written = await lookAndWrite(store, look)
    return written instanceof Response ? written : c.redirect(`/texts/${id}?done=${written[0]?.id}#n-${first}`, 303)
  } catch (error) {
    if (error instanceof StoreError && error.code === 'refused' && back) return back(error.message)
    throw error
  }
}
