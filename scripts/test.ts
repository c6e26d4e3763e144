import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { newFolder } from '../test/folder.ts'

/** What tools keep between their runs of themselves: the transformer of sources and the compiler of Node. */
const CACHES = /^(?:tsx-\d+|node-compile-cache)$/

// Two files at a time even where there are two cores, on which Node would run one: tests wait for browsers and databases half of the time.
const atOnce = Math.max(2, availableParallelism() - 1)
// The run has a temporary folder of its own, gone with it however it ends; what is still there when all tests have ended is a defect of theirs.
const folder = newFolder()
const run = spawn(process.execPath, ['--import', 'tsx', '--test', `--test-concurrency=${atOnce}`, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, TMPDIR: folder },
})
process.prependListener('exit', () => run.kill())
const [status] = (await once(run, 'close')) as [number | null]
const left = readdirSync(folder).filter((name) => !CACHES.test(name))
for (const name of left)
  console.error(`left behind in the temporary folder: ${name}; folders of test/folder.ts go with the process that made them`)
process.exit(status || (left.length ? 1 : 0))
