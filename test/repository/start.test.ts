import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { newFolder } from '../folder.ts'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }

test('the second command of the README makes the demo ledger and serves the programme', async () => {
  const command = `${scripts.start.replaceAll('dist/cli.js', JSON.stringify(resolve('dist/cli.js')))} --port 0`
  const run = spawn('sh', ['-c', command], { cwd: newFolder(), detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    let said = ''
    let address: string | undefined
    for await (const piece of run.stdout.setEncoding('utf8')) {
      said += piece
      address = /at (http:\/\/127\.0\.0\.1:\d+\/)/.exec(said)?.[1]
      if (address) break
    }
    assert.ok(address, said)
    assert.match(said, /45/)
    const page = await fetch(address)
    assert.equal(page.status, 200)
    assert.match(await page.text(), /China and Kazakhstan/)
  } finally {
    process.kill(-(run.pid as number), 'SIGTERM')
    await once(run, 'close')
  }
})
