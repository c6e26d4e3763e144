/**
 * Accuracy on whole documents: `npm run bench -- accuracy [--misses [FILTER]] [--doc ID] [--set NAME] [--summary]
 * [--rules] [--docs] [--official]`. The headline feeds the reader {id, text} alone; a second line adds title, date, publisher.
 */
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { type Figure, figure } from './figures.ts'
import { floorRead } from './floor.ts'
import { sharedFolder } from './gold.ts'
import { type Scored, scoreSets, sets, total } from './gold-run.ts'
import { printMisses } from './misses.ts'
import { compareWithOfficial } from './official.ts'
import { loadRead } from './reader.ts'
import { codedCell, fieldMean, fields, kinds, prf, type Tally } from './score.ts'
import { printRules, printSummary } from './summary.ts'

const heads = ['docs', 'gold', 'pred', 'span', 'P', 'R', 'F1', 'force', 'party', 'k+f+p', 'act', 'aspect', 'attr', 'damage']

/** One line of the table; F1 of span and kind stands under `F1`, of the span alone under `span`. */
export function accuracyLine(name: string, tally: Tally): string {
  const coded = codedCell(tally)
  const { p, r, f1 } = prf(coded)
  const damage = tally.damage.gold || tally.damage.predicted ? prf(tally.damage).f1.toFixed(3) : '-'
  const shares = [prf(tally.found).f1, p, r, f1].map((n) => n.toFixed(3))
  const means = (['force', 'parties', 'kind+force+parties', 'act', 'aspect', 'has attribution'] as const).map((field) =>
    fieldMean(tally, field).toFixed(3),
  )
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
      console.log(
        accuracyLine(
          held ? '  held' : '  work',
          total(rows, (one) => one.held === held),
        ),
      )
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

/** The numbers of a table that are kept: of each set its two halves, and of each half the genres by place and kind. */
export function accuracyFigures(scored: readonly Scored[]): Figure[] {
  const figures: Figure[] = []
  for (const set of sets) {
    for (const [half, held] of [
      ['work', false],
      ['held', true],
    ] as const) {
      const rows = scored.filter((one) => one.set === set && one.held === held)
      if (!rows.length) continue
      const tally = total(rows)
      const id = (name: string) => `accuracy.${set}.${half}.${name}`
      const { p, r, f1 } = prf(codedCell(tally))
      figures.push(figure(id('found'), prf(tally.found).f1), figure(id('precision'), p), figure(id('recall'), r), figure(id('coded'), f1))
      for (const field of fields) figures.push(figure(id(field.replaceAll(' ', '-')), fieldMean(tally, field)))
      figures.push(figure(id('damage'), prf(tally.damage).f1))
      for (const kind of kinds) figures.push(figure(id(`kind.${kind}`), prf(tally.kinds[kind]).f1))
      for (const genre of new Set(rows.map((one) => one.genre))) {
        const part = rows.filter((one) => one.genre === genre)
        figures.push(figure(id(`genre.${genre}`), prf(codedCell(total(part))).f1))
      }
    }
  }
  return figures
}

/** What the naive floor reaches, in one line: no reader is worth having that is not far above it. */
function floorLine(shared: string, scored: readonly Scored[]): string {
  const shown = new Set(scored.map((one) => one.doc.id))
  const floor = scoreSets(shared, floorRead).filter((one) => shown.has(one.doc.id))
  const cells = sets.flatMap((set) => {
    const rows = floor.filter((one) => one.set === set)
    return rows.length ? [`${set} ${prf(codedCell(total(rows))).f1.toFixed(3)}`] : []
  })
  return `naive floor (every sentence with a word that promises is a commitment), F1 of place and kind: ${cells.join(', ')}`
}

const flag = { type: 'boolean' } as const
const word = { type: 'string' } as const
const options = { misses: flag, summary: flag, rules: flag, official: flag, docs: flag, doc: word, set: word } as const

/** Runs the part; prints its tables and returns its figures (none when only some documents were asked for). */
export async function accuracy(args: string[]): Promise<Figure[]> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const shared = sharedFolder()
  if (!shared) {
    console.log('accuracy: skipped, no gold in the shared folder')
    return []
  }
  const read = await loadRead()
  const chosen = (one: Scored) => (!values.doc || one.doc.id.includes(values.doc)) && (!values.set || one.set === values.set)
  const started = performance.now()
  const scored = scoreSets(shared, read).filter(chosen)
  const took = performance.now() - started
  const whole = !values.doc && !values.set
  if (values.doc && scored.some((one) => one.held) && !scored.some((one) => !one.held)) {
    console.log(`${values.doc}: is held back; only totals over the held-back documents are shown`)
    return []
  }
  if (values.misses) printMisses(scored, positionals.join(' '))
  if (values.docs) printDocuments(scored)
  if (values.rules) printRules(scored)
  if (values.summary) printSummary(scored)
  printTable(values.doc ? scored.filter((one) => !one.held) : scored)
  const withMetadata = scoreSets(shared, read, true)
    .filter(chosen)
    .filter((one) => one.set === 'statements' && !(values.doc && one.held))
  if (withMetadata.length) console.log(accuracyLine('STATEMENTS with metadata', total(withMetadata)))
  console.log(floorLine(shared, values.doc ? scored.filter((one) => !one.held) : scored))
  const characters = scored.reduce((sum, one) => sum + one.doc.text.length, 0)
  console.log(`read and scored ${characters} characters in ${took.toFixed(0)} ms`)
  const lines = values.doc ? [] : compareWithOfficial(shared, scored)
  for (const line of values.official ? lines : lines.filter((one) => /agree|DIFFERS/.test(one))) console.log(line)
  return whole ? accuracyFigures(scored) : []
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.on('error', () => process.exit(0)) // the reader of a pipe, `head` for one, may close it early
  await accuracy(process.argv.slice(2))
}
