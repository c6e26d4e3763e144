import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { openApi, routes } from '../../src/server/twins/openapi.ts'
import { type Running, startDemo } from './browser.ts'

let house: Running
let examples: Record<string, string[]>
before(async () => {
  house = await startDemo()
  const [one, other] = (await house.store.documents()).rows.map(({ document }) => document.id) as [string, string]
  const rows = (await house.store.list({ limit: 200 })).rows.map(({ id }) => encodeURIComponent(id))
  examples = {
    '/programmes/{id}.json': ['/programmes/china-kazakhstan.json'],
    '/ledger.json': ['/ledger.json', '/ledger.json?party=CN&party=KZ&sort=due', '/ledger.json?programme=china-kazakhstan&direction=trade'],
    '/undertakings/{id}.json': rows.map((id) => `/undertakings/${id}.json`),
    '/texts.json': ['/texts.json'],
    '/texts/{id}.json': (await house.store.documents()).rows.map(({ document }) => `/texts/${document.id}.json`),
    '/texts/{id}/draw.json': [
      `/texts/${one}/draw.json`,
      `/texts/${one}/draw.json?words=no+such+words`,
      `/texts/${one}/draw.json?from=0&to=40`,
      `/texts/${one}/draw.json?away=${await statementOf(one)}`,
      `/texts/${one}/draw.json?away=${await statementOf(one)}&away=${await statementOf(one, 1)}`,
    ],
    '/statements/{id}.json': [`/statements/${await statementOf(one)}.json`],
    '/brief.json': ['/brief.json?programme=china-kazakhstan', '/brief.json'],
    '/search.json': ['/search.json', '/search.json?q=cooperation'],
    '/review.json': ['/review.json'],
    '/matrix/{id}.json': ['party-topic', 'party-standing', 'party-mechanism', 'year-force'].map((name) => `/matrix/${name}.json`),
    '/compare.json': ['/compare.json', `/compare.json?text=${one}&text=${other}`],
    '/audit.json': ['/audit.json', '/audit.json?kind=judgements', '/audit.json?kind=accounts'],
    '/phrase.json': ['/phrase.json', '/phrase.json?words=both+sides'],
    '/review/evidence.json': ['/review/evidence.json'],
    '/coding.json': ['/coding.json', '/coding.json?from=2024-01-01&to=2030-01-01'],
    '/coding/differences.json': ['/coding/differences.json'],
    '/coding/links.json': ['/coding/links.json'],
    '/coding/links/differences.json': ['/coding/links/differences.json'],
    '/drift.json': ['/drift.json', `/drift.json?old=${one}&new=${other}`],
  }
})
after(() => house.close())

const statementOf = async (document: string, n = 0) => (await house.store.document(document))?.statements[n]?.statement.id

const description = openApi() as { paths: Record<string, unknown>; components: { schemas: Record<string, object> } }
const ajv = new Ajv2020({ strict: true, allErrors: true })
ajv.addSchema({ $id: 'openapi', components: description.components } as object, 'openapi')
ajv.addVocabulary(['components'])

for (const { path, data } of routes)
  test(`${path}: the running server answers as it is described`, async () => {
    const check = ajv.compile({ $ref: `openapi#/components/schemas/${data.meta()?.id}` })
    const asked = examples[path] ?? []
    assert.ok(asked.length > 0, 'no example')
    for (const at of asked) {
      const answer = await fetch(house.url + at)
      assert.equal(answer.status, 200, at)
      assert.ok(check(await answer.json()), `${at}: ${ajv.errorsText(check.errors)}`)
    }
  })

test('what is not there, and what is not known, is answered as described', async () => {
  const check = ajv.compile({ $ref: 'openapi#/components/schemas/Problem' })
  for (const [at, status] of [
    ['/undertakings/nowhere.json', 404],
    ['/ledger.json?nonsense=1', 400],
  ] as const) {
    const answer = await fetch(house.url + at)
    assert.equal(answer.status, status)
    assert.ok(check(await answer.json()), at)
  }
})

test('the description is served, and names every page that has a twin', async () => {
  assert.deepEqual(await (await fetch(`${house.url}/openapi.json`)).json(), JSON.parse(JSON.stringify(description)))
  for (const page of [
    '/',
    '/ledger',
    '/texts',
    '/search',
    '/review',
    '/coding',
    '/coding/differences',
    '/coding/links',
    '/coding/links/differences',
    '/brief',
    '/compare',
    '/drift',
    '/phrase',
    '/audit',
    '/matrix/party-topic',
  ]) {
    const found = /<link rel="alternate" type="application\/json" href="([^"?]+)/.exec(await (await fetch(house.url + page)).text())
    const twin = page === '/' ? '/programmes/{id}.json' : found?.[1]?.replace(/^(\/matrix\/).*/, '$1{id}.json')
    assert.ok(twin && Object.hasOwn(description.paths, twin), page)
  }
})

test('a shape refuses what a page never says', () => {
  const check = ajv.compile({ $ref: 'openapi#/components/schemas/LedgerPage' })
  assert.equal(check({ query: {}, asOf: '2031-06-01', rows: [{ id: 'x' }], total: 1, more: false }), false)
})
