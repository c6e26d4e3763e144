import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './gold.ts'

/** One number that a part of the bench measured. Its id starts with the part: `accuracy.statements.work.coded`. */
export interface Figure {
  readonly id: string
  readonly value: number
  /** Digits after the point that are kept and compared. */
  readonly digits: number
  /** Depends on the machine and its load: only a change of more than a tenth is worth a word. */
  readonly rough?: boolean
}

/** A figure that any machine must reproduce. */
export const figure = (id: string, value: number, digits = 3): Figure => ({ id, value, digits })
/** A figure of time or memory. */
export const rough = (id: string, value: number, digits = 2): Figure => ({ id, value, digits, rough: true })

const path = join(root, 'bench', 'frozen.tsv')
const heading = '# The frozen reference run: written by `npm run bench -- --freeze`, compared with by every run. Figures only.\nid\tvalue\n'

/** The figures of the frozen run by id; empty where none was written yet. */
export function readFrozen(file: string = path): Map<string, number> {
  return new Map(rowsOf(file).map(([id, value]) => [id, Number(value)]))
}

/** The rows as written, so that a value keeps its last zeros. */
function rowsOf(file: string): [string, string][] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .slice(1)
  return lines.map((line) => line.split('\t') as [string, string])
}

/** Writes these figures, and keeps those of the parts that were not run now. */
export function freeze(figures: readonly Figure[], parts: readonly string[], file: string = path): void {
  const kept = rowsOf(file).filter(([id]) => !parts.includes(partOf(id)))
  const now = figures.map((one) => [one.id, one.value.toFixed(one.digits)] as const)
  const rows = [...kept, ...now].sort(([a], [b]) => (a < b ? -1 : 1))
  writeFileSync(file, heading + rows.map((row) => `${row.join('\t')}\n`).join(''))
}

const partOf = (id: string): string => id.split('.')[0] as string

/** What changed against the frozen run, one line a figure; figures that are new or gone say so. Only of the `parts` that ran. */
export function differences(figures: readonly Figure[], frozen: ReadonlyMap<string, number>, parts: readonly string[]): string[] {
  const lines: string[] = []
  for (const { id, value, digits, rough: loose } of figures) {
    const was = frozen.get(id)
    const shown = value.toFixed(digits)
    if (was === undefined) lines.push(`  ${id}  new  ${shown}`)
    else if (loose ? Math.abs(value - was) > Math.abs(was) * 0.1 : shown !== was.toFixed(digits)) {
      const change = value - was
      lines.push(`  ${id}  ${was.toFixed(digits)} -> ${shown}  (${change > 0 ? '+' : ''}${change.toFixed(digits)})`)
    }
  }
  const present = new Set(figures.map((one) => one.id))
  for (const id of frozen.keys()) if (parts.includes(partOf(id)) && !present.has(id)) lines.push(`  ${id}  gone`)
  return lines
}
