import assert from 'node:assert/strict'
import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { test } from 'node:test'
import { type Settled, settle } from '../../../src/cli/serve/settle.ts'
import { run } from '../run.ts'
import { engines, folderOf } from './ledgers.ts'

const password = 'the kite above the quay'
const texts = folderOf({ 'port.txt': 'Ghana will open a port in Tema by 2032.\n' })

for (const { name: engine, fresh } of engines)
  test(`users are made, listed, changed and removed (${engine})`, async () => {
    const ledger = await fresh()
    const user = (words: string[], input = '') => {
      const { status, stdout, stderr } = run(['user', ...words, '--ledger', ledger], input, { STOCKTAKE_AUTHOR: 'ben' })
      return [status, stdout + stderr] as const
    }
    assert.equal(run(['add', texts, '--ledger', ledger]).status, 0)
    assert.deepEqual(user(['list']), [0, 'no users; stocktake user add NAME makes one\n'])
    const [refused, why] = served(['--ledger', ledger, '--sign-in', '--port', '0'])
    assert.equal(refused, 2)
    assert.match(
      why,
      /^stocktake: serve: people sign in here, and there are none; make one: stocktake user add NAME --role administrator --ledger /,
    )
    assert.deepEqual(user(['add', 'Anna Ofori', '--role', 'administrator', '--password-stdin'], `${password}\n`), [
      0,
      'Anna Ofori: added as administrator\n',
    ])
    assert.deepEqual(user(['add', 'carl', '--password-stdin'], password), [0, 'carl: added as reader\n'])
    for (const [words, input, says] of [
      [['add', 'CARL', '--password-stdin'], password, /^stocktake: CARL: is there already/],
      [['add', 'zoe', '--password-stdin'], 'short\n', /^stocktake: the password is shorter than 12 characters/],
      [['add', 'zoe', '--password-stdin'], '', /standard input is empty/],
      [['add', 'zoe', '--password-stdin'], `${password}\n${password}\n`, /several lines/],
      [['add', 'zoe', '--password-stdin'], 'x'.repeat(9000), /more than a password/],
      [['add', 'zoe'], password, /--password-stdin/],
      [['add', 'zoe', '--password', password], '', /--password: is unknown/],
      [['add', 'zoe\u202e\u001b[31m', '--password-stdin'], password, /is no name of a user/],
      [['add', 'stocktake', '--password-stdin'], password, /is kept for what the program itself decides/],
      [['add', 'zoe', '--role', 'king', '--password-stdin'], password, /is unknown; use one of reader, coder, editor, administrator/],
      [['role', 'carl', 'king'], '', /is unknown; use one of reader, coder, editor, administrator/],
      [['role', 'zoe', 'coder'], '', /no user has this name/],
      [['password', 'zoe', '--password-stdin'], password, /no user has this name/],
      [['remove', 'zoe'], '', /no user has this name/],
    ] as const) {
      const [status, said] = user([...words], input)
      assert.equal(status, 2, words.join(' '))
      assert.match(said, says)
      assert.equal(said.split('\n').length, 2)
      assert.ok(!said.includes(password) && !said.includes('\u001b') && !said.includes('\u202e'))
    }
    assert.deepEqual(user(['role', 'carl', 'coder']), [0, 'carl: is coder now\n'])
    assert.deepEqual(user(['password', 'carl', '--password-stdin'], 'another kite above the quay'), [0, 'carl: has another password now\n'])
    const { users } = JSON.parse(user(['list', '--json'])[1]) as { users: Record<string, string>[] }
    assert.deepEqual(
      users.map(({ name, role, ...rest }) => [name, role, Object.keys(rest)]),
      [
        ['Anna Ofori', 'administrator', ['made']],
        ['carl', 'coder', ['made']],
      ],
    )
    assert.match(user(['list'])[1], /^Anna Ofori {2}administrator {2}added \d{4}-\d\d-\d\d, has never signed in\ncarl {8}coder {10}added/)
    assert.deepEqual(user(['remove', 'carl']), [0, 'carl: removed\n'])
    assert.equal((JSON.parse(user(['list', '--json'])[1]) as { users: unknown[] }).users.length, 1)
  })

const served = (words: string[]): [number | null, string] => {
  const { status, stderr } = run(['serve', ...words])
  return [status, stderr]
}

const asked = {
  host: undefined,
  name: [],
  'behind-proxy': false,
  'sign-in': false,
  'public-reading': false,
  'read-only': false,
  by: undefined,
  shared: false,
}
const own = ['127.0.0.1', 'localhost', '[::1]']
type Given = Partial<Parameters<typeof settle>[0]>

const cases: [given: Given, settled: Partial<Settled>][] = [
  [{}, { hostname: '127.0.0.1', hosts: own, people: 'one' }],
  [{ host: 'localhost', 'read-only': true }, { people: 'one' }],
  [{ host: '127.0.0.2' }, { people: 'one', hosts: own }],
  [{ host: '::1', by: 'anna' }, { people: 'one' }],
  [{ 'public-reading': true }, { people: 'one' }],
  [{ shared: true }, { people: 'sign in', hostname: '127.0.0.1' }],
  [{ 'sign-in': true }, { people: 'sign in' }],
  [{ name: ['Ledger.Example.org'] }, { people: 'sign in', hosts: [...own, 'ledger.example.org'] }],
  [
    { 'behind-proxy': true, name: ['a.example'] },
    { people: 'sign in', hostname: '127.0.0.1' },
  ],
  [{ host: '192.0.2.7' }, { people: 'sign in', hosts: [...own, '192.0.2.7'] }],
  [{ host: '2001:DB8::7' }, { people: 'sign in', hosts: [...own, '[2001:db8::7]'] }],
  [{ host: '[2001:db8::7]' }, { people: 'sign in', hostname: '2001:db8::7' }],
  [
    { host: '0.0.0.0', name: ['a.example', 'b.example'] },
    { people: 'sign in', hosts: [...own, 'a.example', 'b.example'] },
  ],
  [{ host: '::', name: ['a.example'], 'public-reading': true }, { people: 'sign in' }],
  [{ host: '::', name: ['a.example'], 'public-reading': true, 'read-only': true }, { people: 'closed' }],
  [{ shared: true, 'public-reading': true, 'read-only': true }, { people: 'closed' }],
]
for (const [given, settled] of cases)
  test(`serve ${JSON.stringify(given)}`, () => {
    const found = settle({ ...asked, ...given })
    for (const [name, value] of Object.entries(settled)) assert.deepEqual(found[name as keyof Settled], value, name)
    const reached = given.host !== undefined && !/^(?:127|localhost|::1)/.test(given.host)
    assert.equal(/not encrypted/.test(found.warning ?? ''), reached)
  })

const mistakes: [given: Given, says: RegExp][] = [
  [{ host: '0.0.0.0' }, /say under which name people come/],
  [{ host: '::' }, /say under which name people come/],
  [{ 'behind-proxy': true }, /say under which name the proxy is reached/],
  [{ host: 'http://x' }, /is no address of this machine/],
  [{ host: '0.0.0.0', name: ['https://a.example'] }, /is no host name/],
  [{ host: '0.0.0.0', name: ['a.example:8080'] }, /is no host name/],
  [{ host: '192.0.2.7', 'read-only': true }, /--read-only: people sign in here/],
  [{ shared: true, 'read-only': true }, /--read-only: people sign in here/],
  [{ host: '192.0.2.7', by: 'anna' }, /--by: people sign in here/],
]
for (const [given, says] of mistakes)
  test(`serve ${JSON.stringify(given)}: a mistake`, () => {
    assert.throws(() => settle({ ...asked, ...given }), { name: 'CliError', message: says })
  })

test('an address that is not of this machine is a mistake of one line', async () => {
  const [{ fresh }] = engines as [(typeof engines)[number]]
  const ledger = await fresh()
  assert.equal(run(['add', texts, '--ledger', ledger]).status, 0)
  assert.equal(run(['user', 'add', 'anna', '--password-stdin', '--ledger', ledger], password).status, 0)
  const [status, why] = served(['--ledger', ledger, '--host', '192.0.2.7', '--port', '0'])
  assert.deepEqual([status, why], [2, 'stocktake: --host 192.0.2.7: is no address of this machine; give one, or 0.0.0.0 for all\n'])
})

test('a server that others reach asks who comes, and says that nothing is encrypted', async (t) => {
  const [{ fresh }] = engines as [(typeof engines)[number]]
  const ledger = await fresh()
  assert.equal(run(['add', texts, '--ledger', ledger]).status, 0)
  assert.equal(run(['user', 'add', 'anna', '--password-stdin', '--ledger', ledger], password).status, 0)
  const server = spawn(
    'node',
    ['dist/cli.js', 'serve', '--ledger', ledger, '--host', '0.0.0.0', '--name', 'ledger.example.org', '--port', '0'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  t.after(() => server.kill())
  const ended = once(server, 'exit')
  const said = await until(server, /Ctrl-C/)
  assert.match(said, /^Stocktake is at http:\/\/0\.0\.0\.0:(\d+)\/\nWhat is sent, passwords too, is not encrypted/)
  const url = `http://127.0.0.1:${/:(\d+)\//.exec(said)?.[1]}`
  const answer = await fetch(`${url}/ledger`, { redirect: 'manual' })
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/sign-in?to=%2Fledger'])
  const signed = await fetch(`${url}/sign-in`, {
    method: 'POST',
    headers: { origin: url },
    body: new URLSearchParams({ name: 'anna', password, to: '/ledger' }),
    redirect: 'manual',
  })
  assert.equal(signed.headers.get('location'), '/ledger')
  const cookie = signed.headers.get('set-cookie')?.split(';')[0] as string
  assert.match(await (await fetch(`${url}/ledger`, { headers: { cookie } })).text(), /<bdi>anna<\/bdi><\/a>, reader/)
  // removed while the server runs; waited for without holding this process up, which must hear that the server ends a connection
  const [removed] = await once(spawn('node', ['dist/cli.js', 'user', 'remove', 'anna', '--ledger', ledger], { stdio: 'ignore' }), 'exit')
  assert.equal(removed, 0)
  assert.equal((await fetch(`${url}/ledger`, { headers: { cookie }, redirect: 'manual' })).status, 303)
  server.kill('SIGTERM')
  assert.equal((await ended)[0], 0)
})

async function until({ stdout }: { readonly stdout: Readable }, words: RegExp): Promise<string> {
  let said = ''
  for await (const piece of stdout) {
    said += String(piece)
    if (words.test(said)) break
  }
  return said
}

const terminal = spawnSync('script', ['--version']).status === 0
test('on a terminal the password is typed twice and not shown', { skip: terminal ? false : 'no `script` on this machine' }, async () => {
  const [{ fresh }] = engines as [(typeof engines)[number]]
  const ledger = await fresh()
  assert.equal(run(['add', texts, '--ledger', ledger]).status, 0)
  const type = async (first: string, second: string) => {
    const call = `stty cols 100; node dist/cli.js user add anna --ledger '${ledger}'`
    const child: ChildProcessByStdio<Writable, Readable, null> = spawn('script', ['-qec', call, '/dev/null'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const ended = once(child, 'exit')
    let shown = ''
    // what is typed before a question is asked would be shown by the terminal itself
    const answers = [
      ['Password for anna', first],
      ['Once more', second],
    ] as const
    let typed = 0
    child.stdout.on('data', (piece) => {
      shown += String(piece)
      const [question, answer] = answers[typed] ?? []
      if (question === undefined || !shown.includes(question)) return
      typed++
      child.stdin.write(`${answer}\r`)
    })
    const [code] = await ended
    return [code, shown] as const
  }
  const [differs, shown] = await type(password, 'the kite above the bay')
  assert.equal(differs, 2)
  assert.match(shown, /the two passwords differ; nothing was changed/)
  assert.ok(!shown.includes('kite'))
  const [added, also] = await type(password, password)
  assert.equal(added, 0, also)
  assert.ok(!also.includes('kite'))
  assert.match(run(['user', 'list', '--ledger', ledger]).stdout, /^anna {2}reader/)
})
