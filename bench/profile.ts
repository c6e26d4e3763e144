import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder } from '../test/folder.ts'

interface Node {
  id: number
  callFrame: { functionName: string; url: string; lineNumber: number }
  children?: number[]
}
interface CpuProfile {
  nodes: Node[]
  samples: number[]
  timeDeltas: number[]
}

/** Time in microseconds in a function itself, and in it and all that it calls. */
export interface Cost {
  name: string
  file: string
  self: number
  total: number
}

/** Source file by line of a bundle, from the comments that the bundler leaves before each file. */
export function sourceOfLines(bundle: string): (line: number) => string {
  const starts: [number, string][] = []
  for (const [number, line] of bundle.split('\n').entries()) {
    const file = /^\/\/ ((?:src|bench|node_modules)\/\S+)$/.exec(line)?.[1]
    if (file) starts.push([number, file])
  }
  return (line) => starts.findLast(([from]) => from <= line)?.[1] ?? ''
}

/** Sums a profile by function; a function inside itself counts once. */
export function costs(profile: CpuProfile, nameFile: (url: string, line: number) => string): Cost[] {
  const self = new Map<number, number>()
  for (const [i, id] of profile.samples.entries()) self.set(id, (self.get(id) ?? 0) + (profile.timeDeltas[i] ?? 0))
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]))
  const out = new Map<string, Cost>()
  const keyOf = ({ callFrame: { functionName, url, lineNumber } }: Node) => `${functionName}\t${url}\t${lineNumber}`
  const costOf = (node: Node): Cost => {
    const key = keyOf(node)
    const known = out.get(key)
    if (known) return known
    const { functionName, url, lineNumber } = node.callFrame
    const made = { name: functionName || `(line ${lineNumber + 1})`, file: nameFile(url, lineNumber), self: 0, total: 0 }
    out.set(key, made)
    return made
  }
  const walk = (id: number, above: ReadonlySet<string>): number => {
    const node = nodes.get(id) as Node
    const key = keyOf(node)
    const inside = above.has(key) ? above : new Set(above).add(key)
    const own = self.get(id) ?? 0
    const all = (node.children ?? []).reduce((sum, child) => sum + walk(child, inside), own)
    const cost = costOf(node)
    cost.self += own
    if (!above.has(key)) cost.total += all
    return all
  }
  const first = profile.nodes[0]
  if (first) walk(first.id, new Set())
  return [...out.values()]
}

/** Runs a bundle under the profiler of Node and prints where the time went: by function and by file. */
export function printProfile(bundle: string, args: readonly string[], top: number): void {
  const folder = newFolder()
  const run = spawnSync(process.execPath, ['--cpu-prof', `--cpu-prof-dir=${folder}`, bundle, ...args], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stderr)
  const profile = JSON.parse(readFileSync(join(folder, readdirSync(folder)[0] as string), 'utf8')) as CpuProfile
  const code = readFileSync(bundle, 'utf8')
  const sourceOf = sourceOfLines(code)
  const lines = code.split('\n')
  const all = costs(profile, (url, line) => (url.includes('stocktake-bench') ? sourceOf(line) : (url.split('/').at(-1) ?? '')))
  const root = all.filter((one) => /^read\d*$/.test(one.name) && one.file === 'src/index.ts')
  const whole = Math.max(
    1,
    root.reduce((sum, one) => sum + one.total, 0),
  )
  const collector = all.find((one) => one.name === '(garbage collector)')?.self ?? 0
  const share = (n: number) => `${((100 * n) / whole).toFixed(1)} %`.padStart(8)
  console.log(`profile of read(): ${(whole / 1000).toFixed(0)} ms without the collector of garbage (${share(collector).trim()} on top)`)
  console.log('    self    total  function  file')
  const named = (name: string) =>
    name.replace(/^\(line (\d+)\)$/, (_, line: string) => `"${(lines[Number(line) - 1] ?? '').trim().slice(0, 70)}"`)
  const shown = all.filter(
    (one) =>
      one.file.startsWith('src/') ||
      one.file.startsWith('node_modules/') ||
      one.name.startsWith('RegExp') ||
      one.name === '(garbage collector)',
  )
  for (const one of shown.sort((a, b) => b.self - a.self).slice(0, top))
    console.log(`${share(one.self)} ${share(one.total)}  ${named(one.name)}  ${one.file}`)
  console.log('    self    total  function  file (by total)')
  for (const one of shown.sort((a, b) => b.total - a.total).slice(0, top))
    console.log(`${share(one.self)} ${share(one.total)}  ${named(one.name)}  ${one.file}`)
  const files = new Map<string, number>()
  for (const one of shown) files.set(one.file || one.name, (files.get(one.file || one.name) ?? 0) + one.self)
  console.log('    self  file')
  for (const [file, n] of [...files].sort((a, b) => b[1] - a[1]).slice(0, 15)) console.log(`${share(n)}  ${file}`)
}
