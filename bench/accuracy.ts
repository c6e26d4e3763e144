/**
 * Accuracy on whole documents: `npx tsx bench/accuracy.ts [--misses [FILTER]] [--doc ID] [--set NAME] [--summary]
 * [--rules] [--docs] [--official]`. The headline feeds the reader {id, text} alone; a second line adds title, date, publisher.
 */
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { sharedOrSkip } from './gold.ts'
import { type Scored, scoreSets, sets, total } from './gold-run.ts'
import { printMisses } from './misses.ts'
import { compareWithOfficial } from './official.ts'
import { loadRead } from './reader.ts'
import { codedCell, fieldMean, kinds, prf, type Tally } from './score.ts'
import { printRules, printSummary } from './summary.ts'

const heads = ['docs', 'gold', 'pred', 'span', 'P', 'R', 'F1', 'force', 'party', 'k+f+p', 'act', 'aspect', 'attr', 'damage']

/** One line of the table; F1 of span and kind stands under `F1`, of the span alone under `span`. */
export function accuracyLine(name: string, tally: Tally): string {
  const coded = codedCell(tally)
  const { p, r, f1 } = prf(coded)
  const damage = tally.damage.gold || tally.damage.predicted ? prf(tally.damage).f1.toFixed(3) : '-'
  const shares = [prf(tally.found).f1, p, r, f1].map((n) => n.toFixed(3))
  const means = (['force', 'parties', 'kind+force+parties', 'act', 'aspect', 'has attribution'] as const).map((field) => fieldMean(tally, field).toFixed(3))
  const cells = [tally.documents, coded.gold, coded.predicted, ...shares, ...means, damage]
  return name.padEnd(26) + cells.map((one) => String(one).padStart(7)).join('')
}

function printTable(scored: readonly Scored[]): void {
  console.log(''.padEnd(26) + heads.map((head) => head.padStart(7)).join(''))
  for (const set of sets) {
    const rows = scored.filter((one) => one.set === set)
    if (!rows.length) continue
    console.log(accuracyLine(set.toUpperCase(), total(rows)))
    for (const held of [false, true]) {
      console.log(accuracyLine(held ? '  held' : '  work', total(rows, (one) => one.held === held)))
      for (const genre of [...new Set(rows.map((one) => one.genre))].sort()) {
        const part = rows.filter((one) => one.held === held && one.genre === genre)
        if (part.length) console.log(accuracyLine(`    ${genre}`, total(part)))
      }
    }
    const all = total(rows)
    console.log(`  by kind (F1): ${kinds.map((kind) => `${kind} ${prf(all.kinds[kind]).f1.toFixed(3)}`).join('  ')}`)
  }
}

/** Per document, work half only: a quick view of where the points are. */
function printDocuments(scored: readonly Scored[]): void {
  for (const one of scored.filter((row) => !row.held)) console.log(accuracyLine(one.doc.id.slice(0, 25), one.tally))
}

async function main(): Promise<void> {
  const flag = { type: 'boolean' } as const
  const word = { type: 'string' } as const
  const options = { misses: flag, summary: flag, rules: flag, official: flag, docs: flag, doc: word, set: word }
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  process.stdout.on('error', () => process.exit(0)) // the reader of a pipe, `head` for one, may close it early
  const shared = sharedOrSkip('accuracy')
  const read = await loadRead()
  const chosen = (one: Scored) => (!values.doc || one.doc.id.includes(values.doc)) && (!values.set || one.set === values.set)
  const started = performance.now()
  const scored = scoreSets(shared, read).filter(chosen)
  const took = performance.now() - started
  if (values.misses) printMisses(scored, positionals.join(' '))
  if (values.docs) printDocuments(scored)
  if (values.rules) printRules(scored)
  if (values.summary) printSummary(scored)
  printTable(scored)
  const withMetadata = scoreSets(shared, read, true).filter(chosen)
  for (const set of sets) {
    const rows = withMetadata.filter((one) => one.set === set)
    if (rows.length && set === 'statements') console.log(accuracyLine('STATEMENTS with metadata', total(rows)))
  }
  const characters = scored.reduce((sum, one) => sum + one.doc.text.length, 0)
  console.log(`read and scored ${characters} characters in ${took.toFixed(0)} ms`)
  if (values.official) for (const line of compareWithOfficial(shared, scored)) console.log(line)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
