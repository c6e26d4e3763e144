import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder } from '../folder.ts'

/** Runs the built program as a user does; `input` is its standard input. */
export function run(args: readonly string[], input: string | Buffer = '', env: Record<string, string> = {}) {
  const plain = { ...process.env, ...env }
  for (const name of ['NO_COLOR', 'FORCE_COLOR', 'NODE_OPTIONS', 'NODE_TEST_CONTEXT']) if (!(name in env)) delete plain[name]
  return spawnSync('node', ['dist/cli.js', ...args], { encoding: 'utf8', input, env: plain, maxBuffer: 1 << 30 })
}

/** A folder of this test run, and a way to put a file in it. */
export const folder = newFolder()
export function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
