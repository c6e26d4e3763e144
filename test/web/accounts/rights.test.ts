import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { forms, pages, type Right, rightsOf } from '../../../src/server/accounts/rights.ts'
import { createApp } from '../../../src/server/app.tsx'
import { roles } from '../../../src/store/accounts/names.ts'
import { people, startWorld, type World } from './world.ts'

let world: World
const cookies: Record<string, string> = {}
before(async () => {
  world = await startWorld()
  for (const [name, role] of Object.entries(people)) cookies[role] = await world.signIn(name)
})
after(() => world.close())

/** Forms that write nothing of the ledger: signing in and out, one's own password, and having a text read. */
const harmless = ['/sign-in', '/sign-out', '/account', '/account/sign-out', '/read']

test('each role may do all that the one before it may', () => {
  for (const [i, role] of roles.entries())
    for (const right of rightsOf(roles[i - 1] ?? 'visitor')) assert.ok(rightsOf(role).has(right), role)
})

test('every form of the server stands in the table of rights, and the table names no other', () => {
  const posts = [...new Set(world.app.routes.flatMap(({ method, path }) => (method === 'GET' || method === 'ALL' ? [] : [path])))]
  assert.ok(posts.length > 8)
  assert.deepEqual([...posts].sort(), Object.keys(forms).sort(), 'say in src/server/accounts/rights.ts what a new form asks for')
  const gets = new Set(world.app.routes.map(({ path }) => path))
  for (const page of Object.keys(pages)) assert.ok(gets.has(page), page)
})

test('every form is refused to a reader and to nobody, whatever it says; nothing is written', async () => {
  const journal = async () => JSON.stringify([await world.store.wholeJournal(), await world.store.stats()])
  const before = await journal()
  for (const path of Object.keys(forms).filter((one) => !harmless.includes(one)))
    for (const [who, status] of [
      [undefined, 401],
      ['reader', 403],
    ] as const) {
      const real = path.replace(':id', world.statements[0] as string)
      const cookie = who && cookies[who]
      const answer = await world.ask(real, { form: { on: 'x', of: 'x', a: 'x', b: 'y' }, ...(cookie && { cookie }) })
      assert.equal(answer.status, status, `${path} as ${who ?? 'nobody'}`)
      await answer.arrayBuffer()
    }
  for (const path of ['/read', '/account', '/account/sign-out'])
    assert.equal((await world.ask(path, { form: { text: 'Ghana will open a port.' } })).status, 401, path)
  assert.equal(await journal(), before)
})

/** The least role that may send each form; what it answers to one who may is its own affair. */
const least: Record<Right, (typeof roles)[number]> = {
  read: 'reader',
  try: 'reader',
  fetch: 'reader',
  judge: 'coder',
  add: 'editor',
  undo: 'editor',
  audit: 'administrator',
  users: 'administrator',
}

test('every form is taken from the least role that may send it, and from no lesser', async () => {
  for (const [path, right] of Object.entries(forms)) {
    // it would sign out those who ask below
    if (right === 'nothing' || path === '/account/sign-out') continue
    for (const role of roles) {
      const real = path.replace(':id', world.statements[0] as string)
      const answer = await world.ask(real, { form: { reason: '' }, cookie: cookies[role] as string })
      const body = await answer.text()
      const refused = /may not do this/.test(body)
      assert.equal(refused, roles.indexOf(role) < roles.indexOf(least[right]), `${path} as ${role}: ${answer.status}`)
      world.clock.now += 10_000
    }
  }
})

test('a form that nobody wrote down is refused even where one person is at home, and even to an administrator', async () => {
  for (const accounts of [undefined, { now: () => world.clock.now }]) {
    const app = createApp({ store: world.store, today: () => '2031-06-01', ...(accounts ? { accounts } : { author: 'Ada' }) })
    app.post('/unwritten', (c) => c.text('taken'))
    const headers = {
      origin: 'http://localhost',
      'content-type': 'application/x-www-form-urlencoded',
      cookie: cookies['administrator'] as string,
    }
    const answer = await app.request('http://localhost/unwritten', { method: 'POST', headers, body: 'a=b' })
    assert.equal(answer.status, 403)
    assert.match(await answer.text(), /not written down what it asks for/)
  }
})

test('pages: nobody is sent to sign in and comes back; the audit is for administrators', async () => {
  for (const path of [
    '/',
    '/ledger?party=GH',
    '/texts',
    `/statements/${world.statements[0]}`,
    '/read',
    '/audit',
    '/ledger.csv',
    '/openapi.json',
    '/nowhere',
  ]) {
    const answer = await world.ask(path)
    if (path.endsWith('.json')) assert.equal(answer.status, 401, path)
    else
      assert.deepEqual(
        [answer.status, decodeURIComponent(answer.headers.get('location') ?? '')],
        [303, path === '/' ? '/sign-in' : `/sign-in?to=${path}`],
      )
  }
  for (const twin of ['/ledger.json', '/audit.json', '/texts.json', '/index.json']) {
    assert.equal((await world.ask(twin)).status, 401, twin)
    assert.equal((await world.ask(twin.replace('.json', ''), { headers: { accept: 'application/json' } })).status, 401)
  }
  assert.equal((await world.ask(`/embed/${world.statements[0]}`)).status, 401)
  assert.equal((await world.ask('/assets/icon.svg')).status, 200)
  for (const role of roles)
    for (const [path, status] of [
      ['/ledger', 200],
      ['/read', 200],
      ['/users', role === 'administrator' ? 200 : 403],
      ['/audit', role === 'administrator' ? 200 : 403],
      ['/audit.json', role === 'administrator' ? 200 : 403],
    ] as const)
      assert.equal((await world.ask(path, { cookie: cookies[role] as string })).status, status, `${path} as ${role}`)
})

test('a coder takes back own words, not those of others; an editor takes back both', async () => {
  const [on] = world.statements as [string]
  const correction = (by: string, value: string) =>
    world.store.append([{ body: { type: 'correction', on, field: 'force', value }, by, reason: 'a test' }])
  const [other] = await correction('somebody else', 'binding')
  const [own] = await correction('Carl', 'ready')
  const [mark] = await world.store.append([
    {
      body: { type: 'evidence', on, shows: 'progress', certainty: 'high', page: { paraphrase: 'seen', publisher: 'x' } },
      by: 'somebody else',
    },
  ])
  const back = (path: string, form: Record<string, string>, role: string) => world.ask(path, { form, cookie: cookies[role] as string })
  const page = async (role: string) => (await world.ask(`/statements/${on}`, { cookie: cookies[role] as string })).text()
  assert.equal((await page('coder')).match(/Take back/g)?.length, 1)
  assert.equal((await page('editor')).match(/Take back/g)?.length, 2)
  assert.equal((await page('reader')).match(/Take back/g), null)
  const of = (one: { id: string } | undefined) => one?.id as string
  assert.equal((await back(`/statements/${on}/undo`, { of: of(other) }, 'coder')).status, 403)
  assert.equal((await back('/review/undo', { of: of(other) }, 'coder')).status, 403)
  // the journal completes what is abbreviated
  assert.equal((await back('/review/undo', { of: of(other).slice(0, 8) }, 'coder')).status, 400)
  assert.equal((await back('/evidence/undo', { on, of: of(mark) }, 'coder')).status, 400)
  assert.equal((await world.store.judgementsOn(on)).length, 3)
  assert.equal((await back(`/statements/${on}/undo`, { of: of(own) }, 'coder')).status, 303)
  assert.equal((await back('/review/undo', { of: of(other) }, 'editor')).status, 303)
  assert.equal((await back('/evidence/undo', { on, of: of(mark) }, 'editor')).status, 303)
  assert.equal((await world.store.judgementsOn(on)).length, 0)
  const last = (await world.store.wholeJournal()).filter(({ type }) => type === 'withdrawal').map(({ by }) => by)
  assert.deepEqual(last, ['Carl', 'Edda', 'Edda'])
})
