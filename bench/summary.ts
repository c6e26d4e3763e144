import type { Scored } from './gold-run.ts'
import { findings, missTypes } from './misses.ts'
import { kinds, match } from './score.ts'

const row = (name: string, cells: readonly (string | number)[], width = 12) =>
  console.log(name.padEnd(14) + cells.map((one) => String(one).padStart(width)).join(''))

function count<T>(items: Iterable<T>): Map<T, number> {
  const out = new Map<T, number>()
  for (const item of items) out.set(item, (out.get(item) ?? 0) + 1)
  return out
}

/** Confusion of kinds over pairs by place, of forces over pairs of one kind, and the share of each type of miss. */
export function printSummary(all: readonly Scored[]): void {
  for (const [name, held] of [
    ['work', false],
    ['held', true],
  ] as const) {
    const scored = all.filter((one) => one.held === held)
    if (!scored.length) continue
    const kindPairs: string[] = []
    const forcePairs: string[] = []
    const types: string[] = []
    for (const one of scored) {
      const { statements: predicted } = one.reading
      const { loose, coded } = match(one.doc, predicted)
      const usedGold = new Set(loose.map(([g]) => g))
      const usedPredicted = new Set(loose.map(([, p]) => p))
      for (const [g, p] of loose) kindPairs.push(`${one.doc.statements[g]?.kind} ${predicted[p]?.kind}`)
      for (const [g, s] of one.doc.statements.entries()) if (!usedGold.has(g)) kindPairs.push(`${s.kind} (nothing)`)
      for (const [p, s] of predicted.entries()) if (!usedPredicted.has(p)) kindPairs.push(`(nothing) ${s.kind}`)
      for (const [g, p] of coded) {
        const [gold, mine] = [one.doc.statements[g]?.force, predicted[p]?.force]
        if (gold !== mine) forcePairs.push(`${gold} read as ${mine}`)
      }
      for (const { types: found } of findings(one)) types.push(found.join('+'))
    }
    console.log(`\n${name}: kinds, gold down, predicted across (pairs by place)`)
    const cells = count(kindPairs)
    const columns = [...kinds, '(nothing)']
    row('', columns)
    for (const gold of columns)
      row(
        gold,
        columns.map((mine) => cells.get(`${gold} ${mine}`) ?? '.'),
      )
    console.log(`\n${name}: errors by type`)
    const byType = [...count(types)].sort((a, b) => b[1] - a[1] || missTypes.indexOf(a[0] as never) - missTypes.indexOf(b[0] as never))
    for (const [type, n] of byType)
      console.log(`  ${String(n).padStart(4)}  ${((100 * n) / types.length).toFixed(0).padStart(3)} %  ${type}`)
    if (forcePairs.length)
      console.log(
        `${name}: force: ${[...count(forcePairs)]
          .sort((a, b) => b[1] - a[1])
          .map(([pair, n]) => `${n} ${pair}`)
          .join(', ')}`,
      )
  }
  console.log('')
}

/** Every rule with how many statements it gave in the work documents and how many of those are right. */
export function printRules(all: readonly Scored[]): void {
  const rules = new Map<string, { given: number; right: number; found: number }>()
  for (const one of all.filter((row) => !row.held)) {
    const { loose, coded } = match(one.doc, one.reading.statements)
    const right = new Set(coded.map(([, p]) => p))
    const found = new Set(loose.map(([, p]) => p))
    for (const [p, statement] of one.reading.statements.entries()) {
      const rule = statement.grounds.kind?.rule ?? '?'
      const cell = rules.get(rule) ?? { given: 0, right: 0, found: 0 }
      cell.given++
      cell.right += +right.has(p)
      cell.found += +found.has(p)
      rules.set(rule, cell)
    }
  }
  console.log('\nrules by number of errors, work documents: wrong / given (precision; of the wrong, right place but wrong kind)')
  const sorted = [...rules].sort((a, b) => b[1].given - b[1].right - (a[1].given - a[1].right))
  for (const [rule, { given, right, found }] of sorted) {
    console.log(
      `  ${String(given - right).padStart(4)} / ${String(given).padEnd(5)} ${(right / given).toFixed(2)}  wrong kind ${Math.max(0, found - right)}  ${rule}`,
    )
  }
}
