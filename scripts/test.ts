import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

// Two files at a time even where there are two cores, on which Node would run one: tests wait for browsers and databases half of the time.
const atOnce = Math.max(2, availableParallelism() - 1)
const { status } = spawnSync(process.execPath, ['--import', 'tsx', '--test', `--test-concurrency=${atOnce}`, ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exit(status ?? 1)
