import { z } from 'zod'
import { columns } from '../../web/ledger/columns.ts'
import * as shapes from './shapes.ts'

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly says: string
  readonly many?: true
}

/** A page whose data can be had as JSON. */
interface Route {
  readonly path: string
  readonly says: string
  readonly data: z.ZodType
  readonly parameters?: readonly Parameter[]
}

const id = (says: string): Parameter => ({ name: 'id', in: 'path', says })
const asked = (name: string, says: string, many?: true): Parameter => ({ name, in: 'query', says, ...(many && { many }) })
const after = asked('after', 'the `next` of the page before')
const filters: readonly Parameter[] = [
  asked('party', 'bound by it; all of those named', true),
  asked('counterpart', 'a side of it', true),
  asked('topic', 'one of some topics', true),
  asked('mechanism', 'one of some mechanisms, by name', true),
  asked('kind', 'commitment, proposal, position, report', true),
  asked('force', 'binding, agreed, intent, ready, should, none', true),
  asked('standing', 'one of some standings', true),
  asked('programme', 'of a programme'),
  asked('direction', 'of a direction of it'),
  asked('dueBefore', 'due on that day or earlier: 2026-12-31'),
  asked('text', 'some wording has these words'),
  asked('sort', 'last, first, due, label, statements, force'),
  asked('columns', `fields of the rows, in the order of the columns of a file: ${columns.map(({ name }) => name).join(', ')}`, true),
  asked('limit', 'rows, 1 to 1000; 100 without it'),
  after,
]

/** Every page with a twin, by the address of the twin. */
export const routes: readonly Route[] = [
  {
    path: '/programmes/{id}.json',
    says: 'A programme: its undertakings with their standing',
    data: shapes.programme,
    parameters: [id('its name')],
  },
  { path: '/ledger.json', says: 'Undertakings, filtered', data: shapes.ledger, parameters: filters },
  {
    path: '/undertakings/{id}.json',
    says: 'The life of an undertaking',
    data: shapes.undertaking,
    parameters: [id('of it, or of any of its statements; a slash is written %2F')],
  },
  { path: '/texts.json', says: 'Documents, newest first', data: shapes.texts, parameters: [after] },
  {
    path: '/texts/{id}.json',
    says: 'A text with what was read in it, and what people made of that',
    data: shapes.text,
    parameters: [id('of a document'), asked('rejected', '1: what the reader refused is shown in the page')],
  },
  {
    path: '/texts/{id}/draw.json',
    says: 'What a person may begin with who adds, splits or joins statements',
    data: shapes.draw,
    parameters: [
      id('of a document'),
      asked('words', 'of the statement that was missed'),
      asked('near', 'offset from which they are looked for'),
      asked('from', 'or where they begin, an offset'),
      asked('to', 'and end'),
      asked('away', 'ids of statements to be split (one) or joined (several)', true),
    ],
  },
  {
    path: '/statements/{id}.json',
    says: 'One statement, with its corrections',
    data: shapes.statement,
    parameters: [id('of the statement')],
  },
  { path: '/brief.json', says: 'What filters give, with what became of it', data: shapes.brief, parameters: filters },
  { path: '/search.json', says: 'Statements and texts with all these words', data: shapes.search, parameters: [asked('q', 'the words')] },
  { path: '/review.json', says: 'Links that wait for a word', data: shapes.review, parameters: [after] },
  { path: '/review/evidence.json', says: 'Later wordings that may be evidence', data: shapes.reported, parameters: [after] },
  {
    path: '/coding.json',
    says: 'What waits for a second coder',
    data: shapes.coding,
    parameters: [
      asked('from', 'windows that open then or later'),
      asked('to', 'windows that close then or earlier'),
      asked('after', 'the `next` before'),
    ],
  },
  { path: '/coding/links.json', says: 'What waits for a second verdict on a link', data: shapes.linkCoding, parameters: [after] },
  { path: '/coding/links/differences.json', says: 'Where people differ on links, and how well they agree', data: shapes.linkDifferences },
  { path: '/coding/differences.json', says: 'Where coders differ, and how well they agree', data: shapes.differences },
  { path: '/matrix/{id}.json', says: 'Undertakings by two of their respects', data: shapes.matrix, parameters: [id('of the table')] },
  {
    path: '/compare.json',
    says: 'Texts side by side',
    data: shapes.compare,
    parameters: [asked('text', 'ids of two to six documents', true)],
  },
  { path: '/phrase.json', says: 'A phrase through the years', data: shapes.phrase, parameters: [asked('words', 'the phrase')] },
  {
    path: '/drift.json',
    says: 'What changed from one text to the next',
    data: shapes.drift,
    parameters: [asked('old', 'id of the earlier document'), asked('new', 'id of the later one')],
  },
  {
    path: '/audit.json',
    says: 'What happened to accounts, and who judged what; for an administrator',
    data: shapes.audit,
    parameters: [asked('kind', 'accounts or judgements; both without it'), after],
  },
]

/** What can be had as a file. */
export const downloads: readonly { readonly path: string; readonly says: string; readonly type: string }[] = [
  { path: '/ledger.csv', says: 'All that filters give, as CSV (RFC 4180)', type: 'text/csv' },
  { path: '/ledger.xlsx', says: 'The same as a workbook', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
]

/** The description of the twins, OpenAPI 3.1: made from the table of routes and the shapes of the pages. */
export function openApi(): object {
  const registry = z.registry<{ id: string; description?: string }>()
  const register = (shape: z.ZodType) => {
    const { id: name, description } = shape.meta() ?? {}
    if (name) registry.add(shape, { id: name, ...(description && { description }) })
  }
  for (const { data } of routes) register(data)
  register(shapes.problem)
  for (const shape of shapes.parts) register(shape)
  const { schemas } = z.toJSONSchema(registry, { uri: (name) => `#/components/schemas/${name}` })
  const ref = (shape: z.ZodType) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${shape.meta()?.id}` } } })
  const problem = (description: string) => ({ description, content: ref(shapes.problem) })
  return {
    openapi: '3.1.0',
    info: {
      title: 'Stocktake',
      version: '1',
      description: 'The data of every page, from the same function as the page. Writing goes by the forms of the pages.',
    },
    paths: {
      ...Object.fromEntries(
        routes.map(({ path, says, data, parameters }) => [path, { get: operation(says, parameters, ref(data), problem) }]),
      ),
      ...Object.fromEntries(
        downloads.map(({ path, says, type }) => {
          const whole = filters.filter(({ name }) => !['after', 'limit'].includes(name))
          return [path, { get: operation(says, whole, { [type]: { schema: { type: 'string', format: 'binary' } } }, problem) }]
        }),
      ),
    },
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema])),
    },
  }
}

/** One thing that can be asked for. */
function operation(says: string, parameters: readonly Parameter[] = [], content: object, problem: (description: string) => object): object {
  return {
    summary: says,
    parameters: parameters.map((one) => ({
      name: one.name,
      in: one.in,
      description: one.says,
      required: one.in === 'path',
      schema: one.many ? { type: 'array', items: { type: 'string' } } : { type: 'string' },
    })),
    responses: {
      200: { description: says, content },
      400: problem('What is asked is not known.'),
      401: problem('Where people sign in: nobody has.'),
      403: problem('Where people sign in: the role does not allow it.'),
      404: problem('Nothing is there.'),
    },
  }
}
