import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { newFolder } from './folder.ts'

const environment = (temporary: string) => {
  const { NODE_TEST_CONTEXT: _, ...plain } = process.env
  return { ...plain, TMPDIR: temporary }
}

/** A process that has made a folder with a file in it, and then does something; it says the folder's path. */
function maker(temporary: string, then: string): ChildProcess {
  const code = `
    import { writeFileSync } from 'node:fs'
    import { newFolder } from ${JSON.stringify(resolve('test/folder.ts'))}
    const [one, other] = [newFolder(), newFolder()]
    writeFileSync(one + '/a', 'a')
    console.log(other)
    ${then}`
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    env: environment(temporary),
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}
const waits = 'setInterval(() => {}, 1000)'
const made = (temporary: string): string[] => readdirSync(temporary).filter((name) => name.startsWith('stocktake-'))
const says = (run: ChildProcess) => once(run.stdout as NodeJS.ReadableStream, 'data')

for (const [how, then, code] of [
  ['ends', '', 0],
  ['fails', "throw new Error('no')", 1],
  ['leaves at once', 'process.exit(3)', 3],
] as const)
  test(`the folders of a process that ${how} are gone`, async () => {
    const temporary = newFolder()
    const run = maker(temporary, then)
    const [said] = await Promise.all([text(run.stdout as NodeJS.ReadableStream), once(run, 'close')])
    assert.equal(run.exitCode, code)
    assert.match(said, /stocktake-\d+-/)
    assert.deepEqual(made(temporary), [])
  })

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
  test(`the folders of a process that ${signal} ends are gone`, async () => {
    const temporary = newFolder()
    const run = maker(temporary, waits)
    await says(run)
    assert.equal(made(temporary).length, 1)
    run.kill(signal)
    await once(run, 'close')
    assert.deepEqual(made(temporary), [])
  })

test('the folders of a process that was killed outright go when the next one asks for its own, and those of one that runs stay', async () => {
  const temporary = newFolder()
  const [killed, runs] = [maker(temporary, waits), maker(temporary, waits)]
  try {
    await Promise.all([says(killed), says(runs)])
    killed.kill('SIGKILL')
    await once(killed, 'close')
    assert.equal(made(temporary).length, 2)
    await once(maker(temporary, ''), 'close')
    const [left, ...more] = made(temporary)
    assert.deepEqual(more, [])
    assert.match(left as string, new RegExp(`^stocktake-${runs.pid}-`))
  } finally {
    runs.kill()
  }
})

test('a run of tests that leaves something behind fails and names it; its temporary folder is gone either way', () => {
  const temporary = newFolder()
  for (const [name, body, status] of [
    ['tidy', '', 0],
    ['untidy', "writeFileSync(join(tmpdir(), 'left'), '')", 1],
  ] as const) {
    const file = join(newFolder(), `${name}.test.mjs`)
    writeFileSync(
      file,
      `import { writeFileSync } from 'node:fs'
       import { tmpdir } from 'node:os'
       import { join } from 'node:path'
       import { test } from 'node:test'
       test('x', () => { ${body} })`,
    )
    const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/test.ts', file], { env: environment(temporary), encoding: 'utf8' })
    assert.equal(run.status, status, run.stdout + run.stderr)
    assert.equal(run.stderr.includes('left behind in the temporary folder: left;'), status === 1)
    assert.deepEqual(made(temporary), [])
  }
})

test('a run of tests that is told to end takes its folder and its tests with it', async () => {
  const temporary = newFolder()
  const folder = newFolder()
  const file = join(folder, 'waits.test.mjs')
  const sign = join(folder, 'started')
  writeFileSync(
    file,
    `import { writeFileSync } from 'node:fs'
     import { test } from 'node:test'
     test('x', async () => { writeFileSync(${JSON.stringify(sign)}, String(process.pid)); await new Promise((done) => setTimeout(done, 60_000)) })`,
  )
  const run = spawn(process.execPath, ['--import', 'tsx', 'scripts/test.ts', file], { env: environment(temporary), stdio: 'ignore' })
  while (!existsSync(sign) || !readFileSync(sign, 'utf8')) await new Promise((done) => setTimeout(done, 50))
  run.kill()
  await once(run, 'close')
  assert.deepEqual(made(temporary), [])
  const started = Number(readFileSync(sign, 'utf8'))
  const runs = () => {
    try {
      return process.kill(started, 0)
    } catch {
      return false
    }
  }
  while (runs()) await new Promise((done) => setTimeout(done, 50))
})

test('every temporary folder of tests, measurements and scripts comes from test/folder.ts', () => {
  const paths = ['test', 'bench', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))),
  )
  const own = ['test/folder.ts', 'test/folder.test.ts']
  const others = paths.filter((path) => /\.[jt]sx?$/.test(path) && !own.includes(path))
  assert.ok(others.length > 200)
  assert.deepEqual(
    others.filter((path) => /\b(?:mkdtemp|tmpdir)/.test(readFileSync(path, 'utf8'))),
    [],
  )
})
