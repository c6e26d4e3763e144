import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { onBoth } from './places.ts'

/** How often a writer is killed: 100 times with STOCKTAKE_KILLS=100. */
const KILLS = Number(process.env['STOCKTAKE_KILLS'] ?? 6)

/** Runs the writer, and kills it a random while after its first word; gives back all that it acknowledged. */
function killed(address: string, who: string, from: number, after: number): Promise<{ said: string[]; bySignal: boolean }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/store/writer.ts', address, who, '100000', String(from)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let out = ''
    let timer: NodeJS.Timeout | undefined
    child.stdout.on('data', (data) => {
      out += data
      timer ??= setTimeout(() => child.kill('SIGKILL'), after)
    })
    child.on('close', (_, signal) => {
      clearTimeout(timer)
      // a line that was cut off was not acknowledged
      resolve({ said: out.split('\n').slice(0, -1), bySignal: signal === 'SIGKILL' })
    })
  })
}

onBoth(`killed ${KILLS} times at random moments while adding and judging, a ledger loses nothing that it acknowledged`, async (place) => {
  const address = await place.address()
  await (await place.open(address)).close()
  const said: string[] = []
  let kills = 0
  for (let run = 0; run < KILLS; run++) {
    const { said: more, bySignal } = await killed(address, `w${run}`, run * 1000, 5 + Math.random() * 300)
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
