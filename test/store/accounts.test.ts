import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { IDLE, LIFE } from '../../src/store/accounts/accounts.ts'
import { keyOf, problemOfName, problemOfPassword } from '../../src/store/accounts/names.ts'
import { hashPassword, isPassword } from '../../src/store/accounts/password.ts'
import { exportJournal } from '../../src/store/whole-ledger/folder.ts'
import { newFolder } from '../folder.ts'
import { onBoth } from './places.ts'

const doing = { by: 'tests', at: '2031-06-01T00:00:00.000Z' }
const password = 'the kite above the quay'
const anna = { name: 'Anna Ofori', role: 'coder', password } as const
const noon = Date.UTC(2031, 5, 1, 12)

const names: [name: string, fine: boolean][] = [
  ['anna', true],
  ['Anna Ofori', true],
  ['J. Morin', true],
  ['O’Brien', true],
  ["O'Brien-Smith", true],
  ['anna@example.org', true],
  ['Ану́ар', true],
  ['李雷', true],
  ['0', true],
  ['', false],
  [' ', false],
  [' anna', false],
  ['anna ', false],
  ['anna  ofori', false],
  ['-anna', false],
  ['anna\n', false],
  ['an\0na', false],
  ['anna\u202eirofo', false],
  ['an\u200bna', false],
  ['<b>anna</b>', false],
  ['anna/ofori', false],
  ['programme:harbour', false],
  ['stocktake', false],
  ['STOCKTAKE', false],
  ['ｓｔｏｃｋｔａｋｅ', false],
  ['\ud800', false],
  ['e\u0301', false],
  ['x'.repeat(65), false],
]
test('names of users: what a person is called, and nothing that acts on a page, a terminal or the journal', () => {
  for (const [name, fine] of names) assert.equal(problemOfName(name) === undefined, fine, JSON.stringify(name))
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const problem = problemOfName(name)
      if (problem === undefined) assert.ok(/^[\p{L}\p{N}\p{M} .'’_@-]{1,64}$/u.test(name) && name === name.trim())
      assert.equal(keyOf(keyOf(name)), keyOf(name))
    }),
  )
})

test('passwords: long enough, not the name, not a few characters over and over', () => {
  for (const [given, fine] of [
    [password, true],
    ['пароль и ещё слово', true],
    ['ﬁﬁﬁﬁﬁﬁ abcde', true],
    ['short', false],
    ['eleven char', false],
    ['aaaaaaaaaaaaaaaa', false],
    ['Anna Ofori of Tema', false],
    ['x'.repeat(2000), false],
    ['a kite\0 above the quay', false],
  ] as const)
    assert.equal(problemOfPassword(given, 'anna ofori of tema') === undefined, fine, given)
})

test('what is kept of a password is argon2id with a salt of its own; who is not there has none that opens', async () => {
  const [one, other] = [await hashPassword(password), await hashPassword(password)]
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.notEqual(one, other)
  assert.ok(!one.includes(password))
  assert.equal(await isPassword(one, password), true)
  assert.equal(await isPassword(one, 'the kite above the bay'), false)
  // typed on another keyboard: a ligature, composed or not
  assert.equal(await isPassword(await hashPassword('ﬁne é weather, all day'), 'fine e\u0301 weather, all day'), true)
  assert.equal(await isPassword(undefined, password), false)
  assert.equal(await isPassword(undefined, 'whoever is not there'), false)
})

onBoth('a user is added once, whatever the letters; listed; given another role; removed', async (place) => {
  const { accounts } = await place.open()
  await accounts.add(anna, doing)
  for (const name of ['Anna Ofori', 'ANNA OFORI', 'ａnna ofori'])
    await assert.rejects(accounts.add({ ...anna, name }, doing), /is there already|no name of a user/)
  const added = await Promise.allSettled([1, 2, 3].map(() => accounts.add({ ...anna, name: 'Ben' }, doing)))
  assert.deepEqual(added.map(({ status }) => status).sort(), ['fulfilled', 'rejected', 'rejected'])
  await accounts.setRole('anna ofori', 'editor', doing)
  assert.deepEqual(
    (await accounts.users()).map(({ name, role, seen }) => [name, role, seen]),
    [
      ['Anna Ofori', 'editor', undefined],
      ['Ben', 'coder', undefined],
    ],
  )
  await accounts.remove('ben', doing)
  assert.equal((await accounts.users()).length, 1)
  await assert.rejects(accounts.setRole('ben', 'reader', doing), /no user has this name/)
  await assert.rejects(accounts.setPassword('ben', password, doing), /no user has this name/)
  await assert.rejects(accounts.remove('ben', doing), /no user has this name/)
  await assert.rejects(accounts.add({ ...anna, name: 'Ben', password: 'short' }, doing), /the password is shorter than 12/)
  for (const name of ['Ben', 'BEN'])
    await assert.rejects(accounts.add({ ...anna, name }, doing), /somebody of this name was removed on \d{4}-\d\d-\d\d/)
  await accounts.add({ ...anna, name: 'Ben', back: true }, doing)
  assert.equal((await accounts.users()).length, 2)
})

onBoth('signed in for as long as it lasts; a token is known by its hash', async (place) => {
  const { accounts } = await place.open()
  await accounts.add(anna, doing)
  assert.equal(await accounts.signIn({ name: 'Anna Ofori', password: 'the kite above the bay', now: noon }), undefined)
  assert.equal(await accounts.signIn({ name: 'Nobody\0', password, now: noon }), undefined)
  const signed = await accounts.signIn({ name: 'anna ofori', password, now: noon })
  assert.deepEqual(signed?.person, { name: 'Anna Ofori', role: 'coder' })
  const token = signed?.token as string
  const at = (now: number) => accounts.signedIn(token, now)
  assert.equal((await at(noon + IDLE))?.name, 'Anna Ofori')
  assert.equal((await at(noon + IDLE + IDLE))?.name, 'Anna Ofori')
  assert.equal(await at(noon + 3 * IDLE + 1), undefined)
  assert.equal(await accounts.signedIn(`${token}x`, noon), undefined)
  assert.equal(await accounts.signedIn('', noon), undefined)
  assert.equal((await accounts.users())[0]?.seen, new Date(noon).toISOString())
  for (let now = noon; now < noon + LIFE; now += IDLE) await at(now)
  assert.equal(await at(noon + LIFE + 1), undefined)
})

onBoth('who changes a password while somebody signs in with the old one signs them out', async (place) => {
  const { accounts } = await place.open()
  await accounts.add(anna, doing)
  // the password is being looked at while it is changed
  const signing = Array.from({ length: 6 }, () => accounts.signIn({ name: anna.name, password, now: noon }))
  await accounts.setPassword(anna.name, 'another kite above the quay', doing)
  for (const signed of await Promise.all(signing)) if (signed) assert.equal(await accounts.signedIn(signed.token, noon), undefined)
  assert.ok(await accounts.signIn({ name: anna.name, password: 'another kite above the quay', now: noon }))
})

onBoth('the audit: accounts and judgements, newest first, in pages that join without a gap', async (place) => {
  const store = await place.open()
  const { accounts } = store
  const [added] = await store.add([{ source: { text: 'Ghana will open a port in Tema.\n', date: '2031-01-01', language: 'en' } }])
  const on = (await store.document(added?.document.id as string))?.statements[0]?.statement.id as string
  await accounts.add(anna, { ...doing, at: '2031-05-01T00:00:00.000Z' })
  for (let i = 0; i < 12; i++) {
    const at = new Date(noon + i * 60_000).toISOString()
    if (i % 3 === 0)
      await accounts.signIn({
        name: i % 2 ? 'a password typed here' : anna.name,
        password: i % 2 ? 'x' : password,
        now: noon + i * 60_000,
        address: '192.0.2.7',
      })
    else await store.append([{ body: { type: 'search', on, query: `q${i}`, where: ['x'], until: '2031-01-01' }, by: anna.name }], { at })
  }
  const whole = await accounts.audit({ limit: 100 })
  assert.equal(whole.next, undefined)
  assert.equal(whole.rows.length, 13)
  assert.deepEqual(
    whole.rows.map(({ at }) => at),
    whole.rows
      .map(({ at }) => at)
      .sort()
      .reverse(),
  )
  for (const limit of [1, 2, 5]) {
    const rows = []
    for (let after: string | undefined; ; ) {
      const page = await accounts.audit({ limit, after })
      rows.push(...page.rows)
      if (page.next === undefined) break
      assert.equal(page.rows.length, limit)
      after = page.next
    }
    assert.deepEqual(rows, whole.rows)
  }
  const judged = await accounts.audit({ limit: 100, kind: 'judgements' })
  assert.deepEqual([judged.rows.length, judged.rows[0]?.by, judged.rows[0]?.about, judged.rows[0]?.note], [8, anna.name, on, 'search'])
  const kept = (await accounts.audit({ limit: 100, kind: 'accounts' })).rows
  assert.deepEqual([...new Set(kept.map(({ what }) => what))].sort(), ['sign-in-failed', 'signed-in', 'user-added'])
  // a password in the field of the name is not kept
  assert.ok(!JSON.stringify(kept).includes('a password typed here'))
  for (const after of ['', 'x', '1', '1.2.3', '-1.2', '99999999999999999999.1', "1.1'"])
    await assert.rejects(accounts.audit({ limit: 1, after }), /begin anew/)
})

onBoth('users stay in the ledger: no export, no dump, no journal has them', async (place) => {
  const store = await place.open()
  await store.add([{ source: { text: 'Ghana will open a port in Tema.\n', language: 'en' } }])
  await store.accounts.add(anna, doing)
  await store.accounts.signIn({ name: anna.name, password, now: noon })
  const folder = newFolder()
  await exportJournal(store, folder)
  const written = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /\.(jsonl|txt)$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  const dump = store.dump()
  const lines: unknown[] = []
  for (const rows of [dump.documents, dump.texts, dump.undertakings, dump.suggestions, dump.journal])
    for await (const row of rows) lines.push(row)
  assert.ok(written.length >= 2)
  assert.doesNotMatch(`${written.join()}${JSON.stringify(lines)}`, /argon2|Ofori/)
  assert.deepEqual(await store.verify(), [])
})

onBoth('accounts do not change the ledger: what was made of it stays made', async (place) => {
  const store = await place.open()
  const before = await store.version()
  await store.accounts.add(anna, doing)
  await store.accounts.signIn({ name: anna.name, password, now: noon })
  assert.deepEqual(await store.version(), before)
})
