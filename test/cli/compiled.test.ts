import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Script } from 'node:vm'
import { newFolder } from '../folder.ts'

const folder = newFolder()
cpSync('dist', join(folder, 'dist'), { recursive: true })
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
const cache = join(folder, 'dist/cli/read-code.cache')

const read = (cli: string, input: string, ...flags: string[]): string => {
  const { status, stdout, stderr } = spawnSync('node', [...flags, cli, 'read', '--json', '-'], { input, encoding: 'utf8' })
  assert.equal(stderr, '')
  assert.equal(status, 0)
  return stdout
}

test('this Node takes what was compiled when read was built', () => {
  const code = join(folder, 'dist/cli/read-code.js')
  const script = new Script(readFileSync(code, 'utf8'), { filename: code, cachedData: readFileSync(cache) })
  assert.equal(script.cachedDataRejected, false)
})

test('read gives the same without what was compiled, with what is broken, and under flags for which it was not compiled', () => {
  const text = 'France will open a port.\n\n<p>Second</p>'
  const cli = join(folder, 'dist/cli.js')
  const whole = read('dist/cli.js', text)
  assert.equal(read(cli, text, '--no-opt'), whole)
  const bytes = readFileSync(cache)
  writeFileSync(cache, bytes.subarray(0, bytes.length >> 1))
  assert.equal(read(cli, text), whole)
  writeFileSync(cache, 'nothing')
  assert.equal(read(cli, text), whole)
  rmSync(cache)
  assert.equal(read(cli, text), whole)
})
