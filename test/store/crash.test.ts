import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { onBoth, type Place } from './places.ts'

/** How often a writer is killed: 100 times with STOCKTAKE_KILLS=100. */
const KILLS = Number(process.env['STOCKTAKE_KILLS'] ?? 6)

interface Ended {
  /** Lines that were written whole. */
  readonly said: string[]
  readonly bySignal: boolean
}

/** Runs a program, and kills it a random while after its first answer; gives back all that it acknowledged. */
function killed(program: readonly string[], after: number, answer: RegExp, input?: string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', ...program], { stdio: ['pipe', 'pipe', 'inherit'] })
    let out = ''
    let timer: NodeJS.Timeout | undefined
    child.stdout.on('data', (data) => {
      out += data
      if (out.split('\n').some((line) => answer.test(line))) timer ??= setTimeout(() => child.kill('SIGKILL'), after)
    })
    // killed while it still has answers to read
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.on('close', (_, signal) => {
      clearTimeout(timer)
      // a line that was cut off was not acknowledged
      resolve({ said: out.split('\n').slice(0, -1), bySignal: signal === 'SIGKILL' })
    })
  })
}

/** Kills a program again and again; after each kill the journal has all judgements that it named. Gives back how many those were. */
async function killedOver(
  place: Place,
  address: string,
  program: (run: number) => readonly string[],
  named: RegExp,
  input?: string,
): Promise<number> {
  const said: string[] = []
  let kills = 0
  for (let run = 0; run < KILLS; run++) {
    const ended = await killed(program(run), 5 + Math.random() * 300, named, input)
    said.push(...ended.said.flatMap((line) => named.exec(line)?.[1] ?? []))
    if (ended.bySignal) kills++
    const store = await place.open(address, {})
    const kept = new Set<string>()
    for await (const { id } of store.journal()) kept.add(id)
    assert.deepEqual(
      said.filter((id) => !kept.has(id)),
      [],
      `after kill ${run + 1}`,
    )
    if (run % 10 === 0 || run === KILLS - 1) assert.deepEqual(await store.verify(), [], `after kill ${run + 1}`)
    await store.close()
  }
  assert.ok(kills >= KILLS / 2, `${kills} kills`)
  return said.length
}

onBoth(`killed ${KILLS} times at random moments while adding and judging, a ledger loses nothing that it acknowledged`, async (place) => {
  const address = await place.address()
  await (await place.open(address)).close()
  const said: string[] = []
  let kills = 0
  for (let run = 0; run < KILLS; run++) {
    const { said: more, bySignal } = await killed(
      ['test/store/writer.ts', address, `w${run}`, '100000', String(run * 1000)],
      5 + Math.random() * 300,
      /./,
    )
    said.push(...more)
    if (bySignal) kills++
    const store = await place.open(address, {})
    const kept = new Set<string>()
    for await (const { id } of store.dump().documents) kept.add(id)
    for await (const { id } of store.journal()) kept.add(id)
    assert.deepEqual(
      said.filter((line) => !kept.has(line.split(' ')[1] as string)),
      [],
      `after kill ${run + 1}`,
    )
    // the whole of it is rebuilt now and then: that takes longer the more there is
    if (run % 10 === 0 || run === KILLS - 1) assert.deepEqual(await store.verify(), [], `after kill ${run + 1}`)
    await store.close()
  }
  assert.equal(kills, KILLS)
  assert.ok(said.length >= KILLS, `${said.length} acknowledged`)
  // the next run completes
  const store = await place.open(address, {})
  const before = (await store.stats()).documents
  await store.add([{ source: { text: 'Canada will build a railway to Kumasi.\n', date: '2030-02-02', language: 'en' } }])
  assert.equal((await store.stats()).documents, before + 1)
})

/** Texts that promise nearly the same, each with another number: every two of them wait for a word. */
const doubtful = Array.from({ length: 16 }, (_, i) => ({
  source: {
    text: `President Ofori of Ghana met Prime Minister Morin of Canada.\n\nCanada will provide ${i + 12} million dollars for school meals in Tamale.\n`,
    date: `2030-01-${i + 10}`,
    language: 'en',
  },
}))

onBoth(`killed ${KILLS} times at random moments, \`review\` loses no answer that it acknowledged`, async (place) => {
  const address = await place.address()
  const store = await place.open(address)
  await store.add(doubtful)
  const waiting = (await store.suggestions()).total
  assert.ok(waiting > 50, `${waiting} wait`)
  await store.close()
  const program = () => ['src/cli/main.ts', 'review', '--ledger', address, '--by', 'anna']
  // mostly "unsure", which leaves the other pairs waiting
  const acknowledged = await killedOver(place, address, program, /^ {2}(?:same|different|unsure) · (\S+)$/, 'u\ns\nu\nr\nz\n'.repeat(200))
  assert.ok(acknowledged > 0, 'nothing acknowledged')
})

onBoth(`killed ${KILLS} times at random moments, \`score give\` loses no score that it acknowledged`, async (place) => {
  const address = await place.address()
  const store = await place.open(address)
  await store.add(doubtful.slice(0, 1))
  const on = (await store.list()).rows[0]?.id ?? ''
  const window = { from: '2030-01-01', to: '2031-01-01' }
  await store.append([
    { body: { type: 'guideline', on, window, full: 'all paid', partial: 'some paid', none: 'nothing paid' }, by: 'anna' },
  ])
  await store.close()
  const acknowledged = await killedOver(place, address, () => ['test/store/scorer.ts', address, on, 'ben'], /^([0-9a-f]\S+) written /)
  assert.ok(acknowledged > 0, 'nothing acknowledged')
})
