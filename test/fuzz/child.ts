// Runs cases in a process of its own, so that one that hangs or dies takes nothing else with it.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Case, inputOf } from './inputs.ts'
import { targets } from './targets.ts'

/** What came of it: nothing, or what went wrong. */
export interface Outcome {
  readonly wrong?: string
  readonly milliseconds: number
}

async function run(asked: Case): Promise<Outcome> {
  const { bytes, random } = await inputOf(asked)
  const from = performance.now()
  try {
    await targets[asked.target]?.run(bytes, random)
    // what goes wrong behind its back goes wrong now
    await sleep(2)
    return { milliseconds: performance.now() - from }
  } catch (error) {
    return { wrong: error instanceof Error ? (error.stack ?? error.message) : String(error), milliseconds: performance.now() - from }
  }
}

process.on('message', (asked: Case) => {
  run(asked).then((outcome) => process.send?.(outcome))
})
