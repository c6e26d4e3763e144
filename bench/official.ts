import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder } from '../test/folder.ts'
import { goldPath, type Scored, type SetName, sets } from './gold-run.ts'
import { addTallies, officialLines } from './score.ts'

/** Runs the reference scorer on readings of one gold file and returns its lines. Throws with its message when it fails. */
export function runOfficial(shared: string, gold: string, readings: readonly object[]): string[] {
  const folder = newFolder()
  const path = join(folder, 'readings.jsonl')
  writeFileSync(path, readings.map((reading) => `${JSON.stringify(reading)}\n`).join(''))
  const scorer = join(shared, 'tools', 'score-statements.mjs')
  const run = spawnSync(process.execPath, [scorer, gold, path], { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (run.status !== 0) throw new Error(`the reference scorer failed: ${run.stderr}`)
  return run.stdout.trimEnd().split('\n')
}

const slim = ({ doc, reading }: Scored): object => ({ id: doc.id, statements: reading.statements, damage: reading.damage })

/** The reference scorer's own output per set, each followed by whether ours says the same. Whole sets only. */
export function compareWithOfficial(shared: string, scored: readonly Scored[]): string[] {
  if (!existsSync(join(shared, 'tools', 'score-statements.mjs')))
    return ['(agreement with the reference scorer: skipped, it is not in the shared folder)']
  return sets.flatMap((set: SetName) => {
    const rows = scored.filter((one) => one.set === set)
    if (!rows.length) return []
    const theirs = runOfficial(shared, goldPath(shared, set), rows.map(slim))
    const ours = officialLines(addTallies(rows.map((one) => one.tally)), 0)
    const same = theirs.join('\n') === ours.join('\n')
    return [
      '',
      `reference scorer, ${set}:`,
      ...theirs,
      same
        ? `(our scorer agrees with the reference scorer on ${set})`
        : `OUR SCORER DIFFERS FROM THE REFERENCE SCORER ON ${set}:\n${ours.join('\n')}`,
    ]
  })
}
