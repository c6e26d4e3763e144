import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { inOrder } from '../../src/cli/work/in-order.ts'
import { zipOf } from '../intake/zip-file.ts'
import { addInterrupted } from './adding.ts'
import { folder, run } from './run.ts'

const states = ['France', 'Japan', 'Kenya', 'Brazil', 'Norway']
const works = ['open a port', 'agreed to buy rice', 'will build a bridge', 'is ready to send doctors', 'will not close the border']
const sentence = (i: number) =>
  `${states[i % 5]} ${i % 2 ? 'and Chad ' : ''}will ${works[i % 5]?.replace(/^will |^is |^agreed /, '')} in ${1990 + (i % 60)}.`
const text = (from: number, sentences: number) => Array.from({ length: sentences }, (_, i) => sentence(from * 7 + i)).join(' ')
const line = (i: number, sentences = 60) => JSON.stringify({ id: `d${i}`, date: '2031-02-03', text: text(i, sentences) })

/** Enough for threads to be started, a line of every kind after that. */
const many = [
  ...Array.from({ length: 120 }, (_, i) => line(i)),
  '{broken',
  '',
  line(500, 2000),
  '{"id":"no text"}',
  ...Array.from({ length: 60 }, (_, i) => line(600 + i, 1 + (i % 40))),
]
const input = many.join('\n')

for (const flags of [[], ['--full'], ['--language', 'en']])
  test(`read --jsonl ${flags.join(' ')}: several threads write what one writes`, () => {
    const [one, three] = ['1', '3'].map((threads) => run(['read', '--jsonl', ...flags, '--threads', threads], input))
    assert.ok(input.length > 300_000)
    assert.equal(one?.status, 1)
    assert.deepEqual([three?.status, three?.stderr], [1, one?.stderr])
    assert.ok(three?.stdout === one?.stdout, 'the output differs')
    assert.equal(one?.stdout.trimEnd().split('\n').length, many.length - 1)
  })

test('the answer to a line comes before the next line is sent, in threads too', async () => {
  const child = spawn('node', ['dist/cli.js', 'read', '--jsonl', '--threads', '2'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const seen: string[] = []
  child.stdout.on('data', (chunk: Buffer) => seen.push(...[...String(chunk).matchAll(/^\{"id":"([^"]*)"/gm)].map(([, id]) => id as string)))
  child.stdin.write(`${many.slice(0, 120).join('\n')}\n`)
  for (const id of ['a', 'b', 'c']) {
    child.stdin.write(`{"id":"${id}","text":"France will open a port."}\n`)
    while (seen.at(-1) !== id) await once(child.stdout, 'data')
  }
  child.stdin.end()
  assert.deepEqual(await once(child, 'exit'), [0, null])
  assert.equal(seen.length, 123)
})

test('a text that takes more memory than a thread may have is named; those before and after it are read', () => {
  const lines = [...many.slice(0, 120), JSON.stringify({ id: 'huge', text: text(1, 160_000) }), ...many.slice(0, 3)]
  const { stdout, stderr, status } = run(['read', '--jsonl', '--threads', '2'], lines.join('\n'), {
    NODE_OPTIONS: '--max-old-space-size=90',
  })
  const answers = stdout.trimEnd().split('\n')
  const said = 'takes more memory than a thread may have; split the document, or give Node more (NODE_OPTIONS=--max-old-space-size=8000)'
  assert.deepEqual(JSON.parse(answers[120] as string), { line: 121, error: said })
  assert.equal(stderr, `stocktake: standard input, line 121: ${said}\n`)
  assert.equal(status, 1)
  assert.deepEqual(answers.slice(121), answers.slice(0, 3))
})

test('a huge text among small ones: memory stays bounded and the order is kept', () => {
  const lines = [...many.slice(0, 120), line(900, 20_000), ...Array.from({ length: 3000 }, (_, i) => line(i, 12))]
  const { stdout, status } = run(['read', '--jsonl', '--threads', '2'], lines.join('\n'), { NODE_OPTIONS: '--max-old-space-size=120' })
  const ids = [...stdout.matchAll(/^\{"id":"([^"]*)"/gm)].map(([, id]) => id)
  assert.equal(status, 0)
  assert.deepEqual(
    ids,
    lines.map((one) => JSON.parse(one).id),
  )
})

test('Ctrl-C ends the filter at the end of a line, threads and all', async () => {
  const child = spawn('node', ['dist/cli.js', 'read', '--jsonl', '--threads', '3'], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.on('error', () => {})
  child.stdin.write(`${input}\n${line(999, 60_000)}\n`)
  const exit = once(child, 'exit')
  let printed = ''
  let sent = false
  for await (const chunk of child.stdout) {
    printed += chunk
    if (!sent && printed.includes('{"id":"d600"')) sent = child.kill('SIGINT')
  }
  assert.deepEqual(await exit, [130, null])
  for (const one of printed.trimEnd().split('\n')) JSON.parse(one)
  assert.ok(printed.endsWith('\n'))
})

test('a reader that closes its end is no mistake in threads either', async () => {
  const child = spawn('node', ['dist/cli.js', 'read', '--jsonl', '--threads', '3'], { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.on('error', () => {})
  child.stdin.end(input.repeat(3))
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk
  })
  const exit = once(child, 'exit')
  let seen = 0
  for await (const chunk of child.stdout) {
    seen += chunk.length
    if (seen > 600_000) break
  }
  child.stdout.destroy()
  assert.deepEqual(await exit, [0, null])
  assert.doesNotMatch(said, /fault of stocktake|EPIPE/)
})

test('--threads is checked, and goes with many texts only', () => {
  assert.match(run(['read', '--jsonl', '--threads', '0']).stderr, /--threads 0: is no threads; give a whole number from 1 to 64/)
  assert.match(run(['read', '--threads', '2', 'samples/readout.txt']).stderr, /--threads: goes with --jsonl/)
})

const objects = [
  'hospitals',
  'bridges',
  'libraries',
  'harbours',
  'museums',
  'stadiums',
  'theatres',
  'tunnels',
  'mills',
  'markets',
  'clinics',
]
const places = ['Kisumu', 'Lyon', 'Mombasa', 'Nice', 'Nakuru', 'Brest', 'Eldoret', 'Lille', 'Malindi', 'Nantes', 'Metz']
const syllables = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'to', 'vi', 'zu', 'gar', 'pel', 'don', 'sim', 'tur']
/** A long text with one promise, no two of them alike: what a ledger links is little, what it reads is much. */
const story = (i: number): string => {
  let state = i + 1
  const word = () => {
    state = (state * 48271) % 2147483647
    return `${syllables[state % 15]}${syllables[(state >> 5) % 15]}${syllables[(state >> 10) % 15]}`
  }
  const filler = Array.from({ length: 60 }, () => `It rained on ${word()} and ${word()}, and the ${word()} was ${word()}.`).join(' ')
  return `France will build ${objects[i % 11]} in ${places[Math.floor(i / 11) % 11]}.\n\n${filler}`
}
const storyLine = (i: number): string => JSON.stringify({ id: `d${i}`, text: story(i) })

function tree(): string {
  const path = join(folder, 'many')
  mkdirSync(path, { recursive: true })
  const page = (i: number) =>
    `<!doctype html><html><head><title>T${i}</title></head><body><article><h1>T${i}</h1><p>${story(i)}</p></article></body></html>`
  for (let i = 0; i < 30; i++) writeFileSync(join(path, `a${String(i).padStart(2, '0')}.html`), page(i))
  for (let i = 30; i < 60; i++) writeFileSync(join(path, `b${i}.txt`), story(i))
  writeFileSync(
    join(path, 'c.jsonl'),
    ['{broken', ...Array.from({ length: 50 }, (_, i) => storyLine(60 + i)), '{"id":"no text"}'].join('\n'),
  )
  writeFileSync(join(path, 'd.txt'), Buffer.from([0, 1, 2, 3, 0xff]))
  writeFileSync(join(path, 'e.zip'), zipOf({ 'x.txt': story(110), 'y.html': page(111), 'z.txt': Buffer.from([0, 1, 2, 3]) }))
  return path
}

test('add: several threads make the ledger that one makes, and report the same', () => {
  const path = tree()
  const all = ['1', '3'].map((threads) => {
    const STOCKTAKE_LEDGER = join(folder, `threads-${threads}.db`)
    const added = run(['add', path, '--json', '--threads', threads], '', { STOCKTAKE_LEDGER })
    const dump = run(['export', '--format', 'json'], '', { STOCKTAKE_LEDGER }).stdout
    const again = run(['add', path, '--json', '--threads', threads], '', { STOCKTAKE_LEDGER })
    return { added: [added.status, added.stderr, added.stdout], dump, again: [again.status, again.stderr, again.stdout] }
  })
  const [one, three] = all
  const { totals } = JSON.parse(one?.added[2] as string)
  assert.ok(totals.added === 112 && totals.refused === 4, JSON.stringify(totals))
  assert.deepEqual(three?.added, one?.added)
  assert.deepEqual(three?.again, one?.again)
  assert.ok(three?.dump === one?.dump, 'the ledgers differ')
})

test('add in threads: Ctrl-C ends at once and says so; the same call does the rest', async () => {
  const env = { STOCKTAKE_LEDGER: join(folder, 'threads-stopped.db') }
  const lines = Array.from({ length: 120 }, (_, i) => `${storyLine(i)}\n`).join('')
  // standard input stays open: nothing waits for its end
  await addInterrupted({ env, lines, args: ['--threads', '3'], open: true })
  assert.equal(run(['ledger', 'verify'], '', env).stdout, 'the ledger is what its readings and its journal make of it\n')
})

/** Most that one item of the next test weighs. */
const MOST = 30

test('results come in the order of the items, within the room that there is', async () => {
  const item = fc.record({
    weight: fc.integer({ min: 0, max: MOST }),
    delay: fc.integer({ min: 0, max: 3 }),
    grown: fc.integer({ min: 0, max: 40 }),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { maxLength: 30 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 60 }),
      async (items, things, weight) => {
        let [under, heavy] = [0, 0]
        const start = async (one: (typeof items)[number]) => {
          // one more has just been given away
          assert.ok(++under <= things + 1, `${under} under way`)
          assert.ok(under <= 2 || heavy + one.weight <= weight + MOST, 'too heavy')
          heavy += one.weight
          await sleep(one.delay)
          return one
        }
        const source = async function* () {
          yield* items
        }
        const seen: typeof items = []
        for await (const one of inOrder(source(), start, { things, weight }, { item: (of) => of.weight, result: () => 0 })) {
          under--
          heavy -= one.weight
          seen.push(one)
        }
        assert.deepEqual(seen, items)
      },
    ),
    { numRuns: 40 },
  )
})

test('a failure comes in its place, after the results before it; what comes is no longer taken once nobody asks', async () => {
  let taken = 0
  const source = async function* () {
    for (;;) yield taken++
  }
  const start = async (n: number) => (n === 2 ? Promise.reject(new Error('two')) : n)
  const weigh = { item: () => 1, result: () => 1 }
  const seen: number[] = []
  await assert.rejects(async () => {
    for await (const one of inOrder(source(), start, { things: 4, weight: 100 }, weigh)) seen.push(one)
  }, /two/)
  assert.deepEqual(seen, [0, 1])
  const at = taken
  await sleep(5)
  assert.equal(taken, at)
})

test('of a large zip only the texts are held, a few at a time', () => {
  const german = 'Die beiden Seiten haben sich auf einen neuen Hafen geeinigt. '.repeat(300)
  const texts = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.txt`, strToU8(`${i}. ${german}`)]))
  const path = join(folder, 'large.zip')
  writeFileSync(path, zipSync({ 'picture.png': new Uint8Array(150_000_000), ...texts }, { level: 0 }))
  const meter = `process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS / 1024)))`
  const { stdout, stderr, status } = run(['add', path, '--brief', '--threads', '2', '--ledger', join(folder, 'large.db')], undefined, {
    NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(`import { isMainThread } from 'node:worker_threads'\nif (isMainThread) ${meter}`)}"`,
  })
  assert.match(stdout, /^40 texts added/)
  assert.equal(status, 0)
  assert.ok(Number(stderr) > 50 && Number(stderr) < 450, `${stderr} MB`)
})
