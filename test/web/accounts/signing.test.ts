import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { IDLE, LIFE } from '../../../src/store/accounts/accounts.ts'
import { onBoth } from '../../store/places.ts'
import { passwordOf, startWorld, type World } from './world.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

const signing = (name: string, password = passwordOf(name), more: Record<string, string> = {}) => ({ form: { name, password, ...more } })
const reads = async (cookie: string, at: World = world) => (await at.ask('/ledger', { cookie })).status === 200

test('the cookie: random, for the server only, not for scripts, with an end; the ledger keeps its hash alone', async () => {
  const answer = await world.ask('/sign-in', signing('Carl'))
  const cookie = answer.headers.get('set-cookie') ?? ''
  assert.match(cookie, /^stocktake=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)
  const other = await world.signIn('Carl')
  assert.notEqual(cookie.split(';')[0], other)
  assert.equal(answer.headers.get('location'), '/')
  const token = other.split('=')[1] as string
  // @ts-expect-error the connection is the store's own
  const rows = await world.store.connection.db.selectFrom('sign_ins').selectAll().execute()
  assert.equal(rows.length, 2)
  assert.ok(!JSON.stringify(rows).includes(token))
  // what stands in the ledger opens nothing
  assert.equal(await reads(`stocktake=${rows[0]?.token}`), false)
})

test('behind a proxy with HTTPS the cookie is for HTTPS and this host only, and forms come from https', async () => {
  const proxied = await startWorld({ behindProxy: true }, { hosts: ['ledger.example.org'] })
  const headers = { host: 'ledger.example.org', origin: 'https://ledger.example.org', 'content-type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams({ name: 'Carl', password: passwordOf('Carl') }).toString()
  const send = (more: Record<string, string>) =>
    proxied.app.request('http://ledger.example.org/sign-in', { method: 'POST', headers: { ...headers, ...more }, body })
  const answer = await send({ 'x-forwarded-for': '203.0.113.5, 192.0.2.7' })
  const cookie = answer.headers.get('set-cookie') ?? ''
  assert.match(cookie, /^__Host-stocktake=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age/)
  assert.equal((await send({ origin: 'http://ledger.example.org' })).status, 403)
  assert.equal((await proxied.store.accounts.audit({ limit: 1 })).rows[0]?.address, '192.0.2.7')
  const page = await proxied.app.request('http://ledger.example.org/ledger', { headers: { cookie: cookie.split(';')[0] as string } })
  assert.equal(page.status, 200)
  // a cookie of the plain name, which any page of the domain could set, opens nothing
  const plain = cookie.split(';')[0]?.replace('__Host-', '') as string
  assert.equal((await proxied.app.request('http://ledger.example.org/ledger', { headers: { cookie: plain } })).status, 303)
  await proxied.close()
})

test('a name and a password that do not go together: one answer, whichever is wrong', async () => {
  const bodies: string[] = []
  for (const [name, password] of [
    ['Rosa', 'not the password'],
    ['Nobody', passwordOf('Rosa')],
    ['', ''],
    ['Rosa\0', passwordOf('Rosa')],
    ['Rosa', `${passwordOf('Rosa')} `],
    ['x'.repeat(5000), 'y'.repeat(20_000)],
    ["' or 1=1 --", "' or 1=1 --"],
    ['stocktake', 'whoever is not there'],
    ['<script>alert(1)</script>\u202e', 'x'],
  ] as const) {
    const answer = await world.ask('/sign-in', signing(name, password))
    assert.equal(answer.status, 401, name)
    assert.equal(answer.headers.get('set-cookie'), null)
    const body = await answer.text()
    assert.ok(!body.includes('<script>alert'))
    bodies.push(body.replace(/ value(?:="[^"]*")?(?=[ />])/g, ''))
  }
  assert.equal(new Set(bodies).size, 1)
  assert.equal((await world.ask('/sign-in', signing(' rosa ', passwordOf('Rosa')))).status, 303)
})

test('sign-in goes to the page that was asked for, never to another host', async () => {
  for (const [to, location] of [
    ['/ledger?party=GH', '/ledger?party=GH'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example/', '/'],
  ] as const) {
    assert.equal((await world.ask('/sign-in', signing('Rosa', undefined, { to }))).headers.get('location'), location)
    const cookie = await world.signIn('Rosa')
    assert.equal((await world.ask(`/sign-in?${new URLSearchParams({ to })}`, { cookie })).headers.get('location'), location)
  }
})

test('a token that the server did not give is nobody’s, and sign-in gives another than the browser came with', async () => {
  const planted = `stocktake=${'A'.repeat(43)}`
  assert.equal(await reads(planted), false)
  const answer = await world.ask('/sign-in', { ...signing('Rosa'), cookie: planted })
  assert.ok(!answer.headers.get('set-cookie')?.startsWith(planted))
  assert.equal(await reads(planted), false)
  const first = await world.signIn('Rosa')
  await world.ask('/sign-in', { ...signing('Carl'), cookie: first })
  assert.equal(await reads(first), false)
})

test('signing out ends it on the server too', async () => {
  const cookie = await world.signIn('Carl')
  const other = await world.signIn('Carl')
  const answer = await world.ask('/sign-out', { cookie, form: {} })
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/sign-in'])
  assert.match(answer.headers.get('set-cookie') ?? '', /^stocktake=; Max-Age=0/)
  assert.equal(await reads(cookie), false)
  assert.equal(await reads(other), true)
})

test('who does nothing for twelve hours signs in again, and everybody after a week', async () => {
  const idle = await world.signIn('Rosa')
  world.clock.now += IDLE - 1000
  assert.equal(await reads(idle), true)
  world.clock.now += IDLE - 1000
  assert.equal(await reads(idle), true)
  world.clock.now += IDLE + 1000
  assert.equal(await reads(idle), false)
  const busy = await world.signIn('Rosa')
  const end = world.clock.now + LIFE
  while (world.clock.now + IDLE / 2 < end) {
    world.clock.now += IDLE / 2
    assert.equal(await reads(busy), true)
  }
  world.clock.now = end + 1
  assert.equal(await reads(busy), false)
})

test('another password, another role, or being removed signs out everywhere', async () => {
  const doing = { by: 'tests', at: '2031-06-01T00:00:00.000Z' }
  await world.store.accounts.add({ name: 'Zoe', role: 'coder', password: passwordOf('Zoe') }, doing)
  for (const change of [
    () => world.store.accounts.setRole('zoe', 'reader', doing),
    () => world.store.accounts.setPassword('Zoe', passwordOf('Zoe'), doing),
    () => world.store.accounts.remove('ZOE', doing),
  ]) {
    const cookies = [await world.signIn('Zoe'), await world.signIn('Zoe')]
    for (const cookie of cookies) assert.equal(await reads(cookie), true)
    await change()
    for (const cookie of cookies) assert.equal(await reads(cookie), false)
  }
  // somebody of the same name is somebody else
  const before = await world.store.accounts.audit({ limit: 50, kind: 'accounts' })
  assert.deepEqual(
    before.rows
      .filter(({ what }) => what.startsWith('user-'))
      .map(({ what, about }) => `${what} ${about}`)
      .slice(0, 3),
    ['user-removed Zoe', 'user-password Zoe', 'user-role Zoe'],
  )
})

test('one changes the own password, knowing the old one, and is signed out everywhere', async () => {
  const doing = { by: 'tests', at: '2031-06-01T00:00:00.000Z' }
  await world.store.accounts.add({ name: 'Yara', role: 'reader', password: passwordOf('Yara') }, doing)
  const [here, there] = [await world.signIn('Yara'), await world.signIn('Yara')]
  const fresh = 'four boats before the quay'
  const change = (form: Record<string, string>) => world.ask('/account', { cookie: here, form })
  for (const [form, says] of [
    [{ old: passwordOf('Yara'), fresh, again: 'something else' }, /differ/],
    [{ old: 'not the password', fresh, again: fresh }, /until now is not right/],
    [{ old: passwordOf('Yara'), fresh: 'short', again: 'short' }, /shorter than 12/],
    [{}, /until now is not right/],
  ] as const) {
    const answer = await change(form)
    assert.equal(answer.status, 400)
    assert.match(await answer.text(), says)
  }
  assert.equal(await reads(there), true)
  assert.equal((await change({ old: passwordOf('Yara'), fresh, again: fresh, name: 'Ada' })).headers.get('location'), '/sign-in')
  for (const cookie of [here, there]) assert.equal(await reads(cookie), false)
  assert.equal((await world.ask('/sign-in', signing('Yara'))).status, 401)
  const again = (await world.ask('/sign-in', signing('Yara', fresh))).headers.get('set-cookie')?.split(';')[0] as string
  const other = (await world.ask('/sign-in', signing('Yara', fresh))).headers.get('set-cookie')?.split(';')[0] as string
  await world.ask('/account/sign-out', { cookie: again, form: {} })
  for (const cookie of [again, other]) assert.equal(await reads(cookie), false)
  assert.deepEqual(
    (await world.store.accounts.audit({ limit: 1 })).rows.map(({ what, by, note }) => [what, by, note]),
    [['signed-out', 'Yara', 'everywhere']],
  )
  const guessed = (await world.ask('/sign-in', signing('Yara', fresh))).headers.get('set-cookie')?.split(';')[0] as string
  for (let i = 0; i < 6; i++)
    assert.equal((await world.ask('/account', { cookie: guessed, form: { old: `guess ${i}`, fresh, again: fresh } })).status, 400)
  assert.equal((await world.ask('/account', { cookie: guessed, form: { old: fresh, fresh, again: fresh } })).status, 429)
})

test('an administrator does not change the own account on the page of users, and nobody is removed by a form that does not say so', async () => {
  const cookie = await world.signIn('Ada')
  for (const [path, form] of [
    ['/users/role', { name: 'ada', role: 'reader' }],
    ['/users/password', { name: 'ADA', password: 'four boats before the quay' }],
    ['/users/remove', { name: 'Ada', sure: 'yes' }],
    ['/users/remove', { name: 'Rosa' }],
    ['/users/role', { name: 'Rosa', role: 'king' }],
    ['/users/role', { name: 'Nobody', role: 'coder' }],
    ['/users', { name: 'Wim', role: '', password: passwordOf('Wim') }],
    ['/users', {}],
  ] as const) {
    const answer = await world.ask(path, { cookie, form })
    assert.equal(answer.status, 400, path)
    assert.match(await answer.text(), /Nothing was changed/)
  }
  assert.equal((await world.ask('/users', { cookie })).status, 200)
  assert.ok((await world.store.accounts.users()).some(({ name, role }) => name === 'Rosa' && role === 'reader'))
})

test('guessing: five attempts, then waits; the right password waits too, and others do not', async () => {
  const guessed = await startWorld()
  const attempt = async (name: string, password?: string) => (await guessed.ask('/sign-in', signing(name, password))).status
  for (let i = 0; i < 6; i++) assert.equal(await attempt('Carl', `guess number ${i}`), 401)
  const refused = await guessed.ask('/sign-in', signing('CARL'))
  assert.equal(refused.status, 429)
  assert.equal(refused.headers.get('retry-after'), '1')
  assert.equal(await attempt('Rosa'), 303)
  // a name that is not known waits like one that is
  for (let i = 0; i < 6; i++) assert.equal(await attempt('Nobody', `guess number ${i}`), 401)
  assert.equal(await attempt('Nobody', 'guess'), 429)
  guessed.clock.now += 1000
  assert.equal(await attempt('Carl'), 303)
  await guessed.close()
})

test('guessing at once gets no further than one after the other', async () => {
  const guessed = await startWorld()
  const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => guessed.ask('/sign-in', signing('Carl', `guess number ${i}`))))
  const tried = answers.filter(({ status }) => status === 401).length
  assert.ok(tried <= 6, String(tried))
  assert.ok(answers.every(({ status }) => status === 401 || status === 429))
  await guessed.close()
})

test('guessing many names from one address: the address waits', async () => {
  const guessed = await startWorld()
  const statuses: number[] = []
  for (let i = 0; i < 24; i++) statuses.push((await guessed.ask('/sign-in', signing(`name ${i}`, 'x'))).status)
  assert.equal(statuses.indexOf(429), 21)
  assert.equal((await guessed.ask('/sign-in', signing('Rosa'))).status, 429)
  await guessed.close()
})

test('writing has a rate of its own for everybody', async () => {
  const busy = await startWorld()
  const [carl, edda] = [await busy.signIn('Carl'), await busy.signIn('Edda')]
  const send = async (cookie: string) => (await busy.ask('/review', { cookie, form: { a: 'x' } })).status
  const statuses: number[] = []
  for (let i = 0; i < 62; i++) statuses.push(await send(carl))
  assert.deepEqual([statuses.indexOf(429), statuses.at(-1)], [60, 429])
  assert.equal(await send(edda), 400)
  busy.clock.now += 500
  assert.equal(await send(carl), 400)
  assert.equal(await send(carl), 429)
  await busy.close()
})

test('forms of other sites do nothing, whoever is signed in', async () => {
  const cookie = await world.signIn('Edda')
  const before = (await world.store.wholeJournal()).length
  const form = { on: world.statements[0] as string, query: 'x', where: 'y', until: '2031-01-01' }
  for (const path of ['/evidence/none', '/sign-out', '/sign-in'])
    for (const headers of [
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: world.url.replace(/\d+$/, '1'), 'sec-fetch-site': 'same-site' },
      { origin: 'null' },
      { origin: '' },
    ])
      assert.equal((await world.ask(path, { cookie, form, headers })).status, 403, `${path} ${JSON.stringify(headers)}`)
  for (const type of ['application/json', 'text/plain', '']) {
    const answer = await fetch(`${world.url}/evidence/none`, {
      method: 'POST',
      headers: { cookie, origin: world.url, 'content-type': type },
      body: JSON.stringify(form),
    })
    assert.equal(answer.status, 400, type)
  }
  assert.equal((await world.store.wholeJournal()).length, before)
  assert.equal(await reads(cookie), true)
  assert.equal((await world.ask('/evidence/none', { cookie, form })).status, 303)
  assert.equal((await world.store.wholeJournal()).at(-1)?.by, 'Edda')
})

test('the server answers under its own names only', async () => {
  const answer = await world.app.request('http://evil.example/sign-in')
  assert.equal(answer.status, 421)
})

test('no answer is kept for another: every person has the page with their own name and forms', async () => {
  const paths = [
    `/statements/${world.statements[1]}`,
    `/undertakings/${world.statements[1]}`,
    '/review',
    '/ledger',
    `/texts/${world.document}`,
    '/texts',
  ]
  const cookies = await Promise.all(['Rosa', 'Carl', 'Edda', 'Ada'].map(async (name) => [name, await world.signIn(name)] as const))
  const ask = async (path: string, cookie: string | undefined) => {
    const answer = await world.ask(path, cookie ? { cookie } : {})
    return { status: answer.status, body: await answer.text(), headers: answer.headers }
  }
  for (const path of [...paths, ...paths.map((one) => `${one}.json`)]) {
    // at once, in both orders, so that one waits for what is being made for another
    const rounds = await Promise.all(
      [...cookies, ...[...cookies].reverse(), ...cookies].map(async ([name, cookie]) => ({ name, ...(await ask(path, cookie)) })),
    )
    for (const { name, status, body, headers } of rounds) {
      assert.equal(status, 200, path)
      for (const [other] of cookies)
        if (other !== name) assert.ok(!new RegExp(`\\b${other}\\b`).test(body), `${path}: ${other} on the page of ${name}`)
      if (!path.endsWith('.json')) assert.match(body, new RegExp(`<bdi>${name}</bdi>`))
      assert.equal(headers.get('cache-control'), 'private, no-cache')
      assert.match(headers.get('vary') ?? '', /Cookie/)
    }
    const nobody = await ask(path, undefined)
    assert.ok([303, 401].includes(nobody.status), path)
    assert.ok(!/Tema|bridge/.test(nobody.body))
  }
})

test('public reading: whoever comes reads, cards too; to write or to read a text one signs in', async () => {
  const open = await startWorld({ publicReading: true })
  for (const path of ['/ledger', '/texts', `/statements/${open.statements[0]}`, `/embed/${open.statements[0]}`, '/ledger.json'])
    assert.equal((await open.ask(path)).status, 200, path)
  assert.match(await (await open.ask('/ledger')).text(), /href="\/sign-in\?to=%2Fledger"/)
  assert.ok(!/<form[^>]*method="post"/.test(await (await open.ask(`/statements/${open.statements[0]}`)).text()))
  assert.equal((await open.ask('/read')).headers.get('location'), '/sign-in?to=%2Fread')
  assert.equal((await open.ask('/audit')).status, 303)
  assert.equal((await open.ask('/evidence', { form: { on: 'x' } })).status, 401)
  const cookie = await open.signIn('Carl')
  assert.match(
    await (await open.ask(`/statements/${open.statements[0]}`, { cookie })).text(),
    /<form[^>]*method="post" action="\/statements/,
  )
  assert.ok(!/Carl/.test(await (await open.ask(`/statements/${open.statements[0]}`)).text()))
  assert.equal((await open.ask('/sign-out', { cookie, form: {} })).headers.get('location'), '/')
  await open.close()
})

test('a server for reading only, for everybody: nobody signs in, nothing is taken', async () => {
  const closed = await startWorld({ publicReading: true, closed: true })
  assert.equal((await closed.ask('/ledger')).status, 200)
  assert.ok(!/sign-in/.test(await (await closed.ask('/ledger')).text()))
  assert.equal((await closed.ask('/sign-in')).status, 404)
  for (const path of ['/read', '/audit']) assert.equal((await closed.ask(path)).status, 403, path)
  for (const path of ['/read', '/evidence', '/texts']) assert.equal((await closed.ask(path, { form: { text: 'x' } })).status, 403, path)
  await closed.close()
})

test('without accounts nobody signs in, and whoever judges sees what was judged', async () => {
  const { createApp } = await import('../../../src/server/app.tsx')
  const own = createApp({ store: world.store, today: () => '2031-06-01', author: 'tester' })
  assert.equal((await own.request('/sign-in')).status, 404)
  assert.equal((await own.request('/audit?kind=judgements')).status, 200)
  assert.ok(!/Sign (in|out)/.test(await (await own.request('/ledger')).text()))
  const readOnly = createApp({ store: world.store, today: () => '2031-06-01' })
  assert.equal((await readOnly.request('/ledger')).status, 200)
  assert.equal((await readOnly.request('/audit')).status, 403)
})

onBoth('the same on either database: in, judge, another role, out', async (place) => {
  const there = await startWorld({}, { store: await place.open() })
  const cookie = await there.signIn('Carl')
  const form = { on: there.statements[0] as string, query: 'x', where: 'y', until: '2031-01-01' }
  assert.equal((await there.ask('/evidence/none', { cookie, form })).status, 303)
  assert.deepEqual(
    (await there.store.judgementsOn(there.statements[0] as string)).map(({ by }) => by),
    ['Carl'],
  )
  // everybody at once, while somebody adds texts: who signs in does not wait for the ledger
  const adding = there.store.add([{ source: { text: 'Canada will build a school in Kumasi by 2033.\n', language: 'en' } }])
  const cookies = await Promise.all(['Rosa', 'Edda', 'Ada'].map((name) => there.signIn(name)))
  await adding
  assert.deepEqual(await Promise.all(cookies.map((one) => reads(one, there))), [true, true, true])
  await there.store.accounts.setRole('Carl', 'reader', { by: 'tests', at: '2031-06-01T00:00:00.000Z' })
  assert.equal(await reads(cookie, there), false)
  const again = await there.signIn('Carl')
  assert.equal((await there.ask('/evidence/none', { cookie: again, form })).status, 403)
  await there.ask('/sign-out', { cookie: again, form: {} })
  assert.equal(await reads(again, there), false)
  const rows = (await (await there.ask('/audit.json', { cookie: cookies[2] as string })).json()) as { rows: { what: string }[] }
  assert.ok(['signed-in', 'signed-out', 'user-role', 'user-added', 'judgement'].every((what) => rows.rows.some((row) => row.what === what)))
  await there.close()
})
