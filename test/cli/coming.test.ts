import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { Coming } from '../../src/cli/coming.ts'
import { type Line, linesOf } from '../../src/cli/lines.ts'

const line = (number: number): Line => ({ number, text: `line ${number}` })

test('a line that is there comes soon, one that is not does not, and is not lost', async () => {
  let send: (line: Line) => void = () => {}
  const late = new Promise<Line>((resolve) => {
    send = resolve
  })
  async function* lines(): AsyncGenerator<Line> {
    yield line(1)
    yield await late
    yield line(3)
  }
  const coming = new Coming(lines())
  assert.deepEqual(await coming.soon(), { value: line(1), done: false })
  assert.equal(await coming.soon(), undefined)
  assert.equal(await coming.soon(), undefined)
  send(line(2))
  assert.deepEqual(await coming.next(), { value: line(2), done: false })
  const rest: Line[] = []
  for await (const one of coming.after([line(9)])) rest.push(one)
  assert.deepEqual(rest, [line(9), line(3)])
  assert.deepEqual(await coming.soon(), { value: undefined, done: true })
})

test('what goes wrong with the input while nobody waits for it is told to whoever asks next', async () => {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    await new Promise((resolve) => setTimeout(resolve, 60))
    yield* []
    throw new Error('the disk is gone')
  }
  const coming = new Coming(linesOf(chunks()))
  assert.equal(await coming.soon(), undefined)
  await new Promise((resolve) => setTimeout(resolve, 60))
  await assert.rejects(coming.next(), /the disk is gone/)
})

test('a line is answered while the input waits, before threads are worth their while', async () => {
  const child = spawn('node', ['dist/cli.js', 'read', '--jsonl', '--threads', '2'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const text = JSON.stringify({ text: 'France will open a port.' })
  for (const lines of [1, 3, 1]) {
    child.stdin.write(`${text}\n`.repeat(lines))
    let seen = 0
    while (seen < lines) seen += String((await once(child.stdout, 'data'))[0]).split('\n').length - 1
    assert.equal(seen, lines)
  }
  child.stdin.end()
  assert.deepEqual(await once(child, 'exit'), [0, null])
})
