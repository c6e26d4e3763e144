import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { type Engine, engines, folderOf, on } from './ledgers.ts'

const text = (title: string, date: string, words: string) => `Title: ${title}\nDate: ${date}\n\n${words}\n`

/** A ledger in which two pairs wait. */
async function waiting(engine: Engine) {
  const ledger = await engine.fresh()
  const made = on(ledger)
  const students = (count: number) => `France and Kenya agreed to send ${count} students a year to the universities of Lyon and Nairobi.`
  const first = `${students(200)} France will build two hospitals in Kisumu by 2025.`
  const second = `${students(300)} France will not build two hospitals in Kisumu.`
  made.text('add', folderOf({ '1.txt': text('First', '2019-03-04', first), '2.txt': text('Second', '2021-05-06', second) }), '--brief')
  const queue = made.json('review').suggestions
  if (queue.length < 2) throw new Error(`only ${queue.length} pairs wait; the texts of this test want other words`)
  return { ...made, ledger, queue }
}

type Judged = { type: string; verdict: string; by: string; a: string; b: string }
const verdicts = (journal: readonly Judged[]) => journal.filter(({ type }) => type === 'link').map(({ verdict }) => verdict)

for (const engine of engines) {
  const { name } = engine
  test(`${name}: review from a pipe, one letter a line`, async () => {
    const { call, json, queue } = await waiting(engine)
    const keys = ['?', 'x', 's', 'a', 'z', 'r', 'z', 'z', 'a', 'q']
    const { status, stdout, stderr } = call(['review', '--width', '100'], `${keys.join('\n')}\n`)
    assert.deepEqual([status, stderr], [0, ''])
    const said = stdout
      .split('\n')
      .filter((line) => /^(?:──| {2}(?:skipped|undone|same|different|x:)|a accept|nothing|\d+ accepted)/.test(line))
    const pairs = (count: number) => new RegExp(`^── ${count} pairs? waiting · alike by [01]\\.\\d\\d$`)
    const steps: readonly (string | RegExp)[] = [
      'a accept · r reject · u unsure · s skip · z undo · q quit · ? help',
      pairs(queue.length),
      'a accept · r reject · u unsure · s skip · z undo · q quit · ? help',
      '  x: is no answer; a accept · r reject · u unsure · s skip · z undo · q quit · ? help',
      '  skipped',
      pairs(queue.length - 1),
      /^ {2}same · [0-9a-f]{16}$/,
    ]
    for (const [i, step] of steps.entries())
      assert.match(said[i] ?? '', step instanceof RegExp ? step : new RegExp(`^${step.replaceAll(/[.?*+|()]/g, '\\$&')}$`))
    assert.match(said.at(-1) ?? '', /^1 accepted, 0 rejected, 0 unsure, 0 skipped$/)
    const left = json('review').suggestions
    assert.equal(left.length, queue.length - 1)
    assert.deepEqual(json('ledger', 'verify'), { differences: [] })
  })

  test(`${name}: what is rejected or unsure is not asked again, and stays apart`, async () => {
    const { call, json, queue } = await waiting(engine)
    call(['review', '--by', 'bert', '--reason', 'two ferries'], 'r\nu\n')
    assert.equal(json('review').suggestions.length, queue.length - 2)
    const { a, b } = queue[0]
    const { judgements } = json('show', a.node)
    assert.deepEqual(
      judgements.map(({ type, verdict, by, reason }: Judged & { reason: string }) => [type, verdict, by, reason]),
      [['link', 'different', 'bert', 'two ferries']],
    )
    assert.notEqual(json('show', a.node).undertaking.id, json('show', b.node).undertaking.id)
  })

  test(`${name}: --limit ends after so many answers`, async () => {
    const { call, json, queue } = await waiting(engine)
    assert.match(call(['review', '--limit', '1'], 'u\nu\nu\n').stdout, /^0 accepted, 0 rejected, 1 unsure, 0 skipped$/m)
    assert.equal(json('review').suggestions.length, queue.length - 1)
  })

  test(`${name}: an answer is in the journal before the next pair is shown, whenever the program is killed`, async () => {
    const { env, ledger, json, queue } = await waiting(engine)
    const child = spawn('node', ['dist/cli.js', 'review'], {
      env: { ...process.env, ...env, STOCKTAKE_LEDGER: ledger },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    child.stdin.write('u\n')
    let printed = ''
    for await (const chunk of child.stdout) {
      printed += chunk
      if (printed.split('── ').length > 2) child.kill('SIGKILL')
    }
    const { a } = queue[0]
    assert.deepEqual(verdicts(json('show', a.node).judgements), ['unsure'])
    assert.deepEqual(json('ledger', 'verify'), { differences: [] })
  })
}

/** Types keys into the program on a real terminal, each when the one before has been answered; prints all that the program drew. */
const terminal = `
import os, pty, select, sys, time
keys = sys.argv[1]
pid, fd = pty.fork()
if pid == 0:
    os.environ["COLUMNS"] = "100"
    os.execvp("node", ["node", "dist/cli.js", "review"])
out = b""
sent = 0
end = time.time() + 60
while time.time() < end:
    ready, _, _ = select.select([fd], [], [], 0.2)
    if ready:
        try: chunk = os.read(fd, 65536)
        except OSError: break
        if not chunk: break
        out += chunk
    elif sent < len(keys) and b"waiting" in out:
        os.write(fd, bytes([ord(keys[sent])])); sent += 1
_, status = os.waitpid(pid, 0)
sys.stdout.buffer.write(out)
sys.exit(os.waitstatus_to_exitcode(status))
`
const python = spawnSync('python3', ['-c', 'import pty'], { encoding: 'utf8' }).status === 0

test('review on a terminal: keys without Return; Ctrl-C and Ctrl-D end it', {
  skip: python ? false : 'no python3 with pty here',
}, async () => {
  const { env, ledger, json, queue } = await waiting(engines[0] as Engine)
  for (const [keys, left] of [
    ['aZaq', 1],
    ['\u0003', 1],
    ['\u001bs\u0004', 1],
  ] as const) {
    const { status, stdout } = spawnSync('python3', ['-c', terminal, keys], {
      encoding: 'utf8',
      env: { ...process.env, ...env, NO_COLOR: '', STOCKTAKE_LEDGER: ledger },
    })
    assert.equal(status, 0, stdout)
    assert.match(stdout, /\d+ accepted, 0 rejected, 0 unsure, [01] skipped\r\n$/)
    assert.match(stdout, /\u001b\[1m── \d pairs? waiting/)
    assert.equal(json('review').suggestions.length, queue.length - left)
  }
})
