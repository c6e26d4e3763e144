/**
 * Commitments in labelled sentences of other genres: `npm run bench -- sentences [--misses N] [--reasons N] [--set NAME]
 * [--floor]`. Every row is read as {id, text}, with the two sentences before it where the set has running text, as the
 * reference scorer emits it; it counts as found when a statement of kind commitment starts in the row itself.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { Reading, Statement } from '../src/model.ts'
import { newFolder } from '../test/folder.ts'
import { type Figure, figure } from './figures.ts'
import { floorRead } from './floor.ts'
import { jsonLines, sharedFolder } from './gold.ts'
import { loadRead, type Read } from './reader.ts'

export const sentenceSets = ['aus_speech_acts', 'fornaciari_india', 'g7g20_commitments'] as const
export type SentenceSet = (typeof sentenceSets)[number]

interface Row {
  id: string
  doc: string
  text: string
  context_before?: string
  label: 0 | 1
  label_detail?: { speech_act?: string; kind?: string }
}

/** Counts and scores of one set; `r` is all there is where the set has no negatives. */
export interface SentenceScore {
  rows: number
  tp: number
  fn: number
  fp: number
  tn: number
  p: number
  r: number
  f1: number
}

const before = (row: Row) => (row.context_before ? `${row.context_before}\n` : '')

/** The rule that made the row positive, or the row's refusals: for the sample of misses. */
function why(row: Row, reading: Reading): string {
  const from = before(row).length
  const hit = reading.statements.find((s) => s.kind === 'commitment' && s.span.from >= from)
  if (hit) return `${hit.grounds.kind?.rule ?? '?'} [${hit.parties.join(' ')}] «${hit.quote.replace(/\s+/g, ' ')}»`
  const other = reading.statements.filter((s) => s.span.from >= from).map((s) => `${s.kind} by ${s.grounds.kind?.rule ?? '?'}`)
  const refused = reading.rejections.filter((r) => r.span.from >= from).map((r) => `${r.gate} by ${r.rule}`)
  return [...other, ...refused].join('; ') || 'no cue seen'
}

/** The same in short: the rule of the extra, or the kinds and refusals of the missed, without places and words. */
function reason(row: Row, reading: Reading): string {
  const from = before(row).length
  const here = reading.statements.filter((s) => s.span.from >= from)
  const hit = here.find((s) => s.kind === 'commitment')
  if (hit) return `${hit.force} by ${hit.grounds.kind?.rule ?? '?'}`
  const first = here[0]
  if (first) return `read as ${first.kind} by ${first.grounds.kind?.rule ?? '?'}`
  const refused = reading.rejections.find((r) => r.span.from >= from)
  return refused ? `refused: ${refused.gate} by ${refused.rule}` : 'no cue seen'
}

const classOf = (row: Row): string => row.label_detail?.speech_act ?? row.label_detail?.kind ?? ''

/** Counts by name, most frequent first. */
export function ranked(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}

/**
 * Positions by which a speaker backs something: support, endorsement, a commitment to a principle or instrument. Our codebook
 * calls them positions; analysts of summits count them as commitments.
 */
const backing = new Set([
  'frame/support-object',
  'frame/committed-object',
  'frame/recommit-object',
  'noun/support',
  'noun/commitment',
  'noun/adherence',
])
const backs = (s: Statement): boolean => s.kind === 'position' && backing.has(s.grounds.kind?.rule ?? '')

/** Scores one set; `misses` collects up to that many errors of each sort, spread evenly over the set. */
export function scoreSentences(
  shared: string,
  set: SentenceSet,
  read: Read,
  misses = 0,
): {
  score: SentenceScore
  wide: { p: number; r: number }
  sample: string[]
  readings: object[]
  reasons: Record<'missed' | 'extra', { reason: string; of: string }[]>
} {
  const count = { tp: 0, fn: 0, fp: 0, tn: 0 }
  const wide = { tp: 0, fn: 0, fp: 0 }
  const wrong = { missed: [] as string[], extra: [] as string[] }
  const reasons: Record<'missed' | 'extra', { reason: string; of: string }[]> = { missed: [], extra: [] }
  const readings: object[] = []
  const rows = jsonLines<Row>(join(shared, 'gold', `${set}.dev.jsonl`))
  for (const row of rows) {
    const reading = read({ id: row.id, text: before(row) + row.text })
    readings.push({ id: row.id, statements: reading.statements })
    const said = reading.statements.some((s) => s.kind === 'commitment' && s.span.from >= before(row).length)
    const counts = said || reading.statements.some((s) => s.span.from >= before(row).length && backs(s))
    if (row.label) wide[counts ? 'tp' : 'fn']++
    else if (counts) wide.fp++
    count[row.label ? (said ? 'tp' : 'fn') : said ? 'fp' : 'tn']++
    if (said !== Boolean(row.label)) reasons[said ? 'extra' : 'missed'].push({ reason: reason(row, reading), of: classOf(row) })
    if (misses && said !== Boolean(row.label)) wrong[said ? 'extra' : 'missed'].push(`${row.id}\n    ${row.text}\n    ${why(row, reading)}`)
  }
  const p = count.tp / Math.max(1, count.tp + count.fp)
  const r = count.tp / Math.max(1, count.tp + count.fn)
  const sample = Object.entries(wrong).flatMap(([type, all]) => {
    const step = Math.max(1, Math.floor(all.length / Math.max(1, misses)))
    return all
      .filter((_, i) => i % step === 0)
      .slice(0, misses)
      .map((line) => `${type} ${line}`)
  })
  const shares = { p: wide.tp / Math.max(1, wide.tp + wide.fp), r: wide.tp / Math.max(1, wide.tp + wide.fn) }
  return { score: { rows: rows.length, ...count, p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 }, wide: shares, sample, readings, reasons }
}

/** One line for people. */
export function sentenceLine(name: string, score: SentenceScore): string {
  const negatives = score.fp + score.tn > 0
  const shares = negatives
    ? `P ${score.p.toFixed(3)}  R ${score.r.toFixed(3)}  F1 ${score.f1.toFixed(3)}`
    : `recall ${score.r.toFixed(3)} (no negatives in this set: read it beside the precision of the others)`
  return `${name.padEnd(26)} ${String(score.rows).padStart(5)} rows  ${shares}`
}

/** The last line of the reference scorer, with its interval from resampled documents. */
function official(shared: string, set: SentenceSet, readings: readonly object[]): string {
  const scorer = join(shared, 'tools', 'score-sentences.mjs')
  if (!existsSync(scorer)) return 'skipped, it is not in the shared folder'
  const folder = newFolder()
  const path = join(folder, 'readings.jsonl')
  writeFileSync(path, readings.map((one) => `${JSON.stringify(one)}\n`).join(''))
  const run = spawnSync(process.execPath, [scorer, join(shared, 'gold', `${set}.dev.jsonl`), path], { encoding: 'utf8' })
  return run.status === 0 ? (run.stdout.trim().split('\n').at(-1) as string) : `the reference scorer failed: ${run.stderr}`
}

const options = { misses: { type: 'string' }, reasons: { type: 'string' }, set: { type: 'string' }, floor: { type: 'boolean' } } as const

/** Runs the part; prints its lines and returns its figures. Recall without negatives is only printed beside a precision. */
export async function sentenceSetsPart(args: string[]): Promise<Figure[]> {
  const { values } = parseArgs({ args, options })
  const shared = sharedFolder()
  if (!shared) {
    console.log('sentences: skipped, no gold in the shared folder')
    return []
  }
  const read = values.floor ? floorRead : await loadRead()
  const figures: Figure[] = []
  for (const set of sentenceSets.filter(
    (one) => !values.set || one.includes(values.set) || (one === 'aus_speech_acts' && 'g7g20_commitments'.includes(values.set)),
  )) {
    const { score, wide, sample, readings, reasons } = scoreSentences(shared, set, read, Number(values.misses ?? 0))
    for (const line of sample) console.log(line)
    console.log(sentenceLine(set, score))
    const precision = score.fp + score.tn > 0 ? `precision ${wide.p.toFixed(3)}  ` : ''
    console.log(
      `${' '.repeat(27)}with positions that back something (support, commitment to a principle): ${precision}recall ${wide.r.toFixed(3)}`,
    )
    console.log(`${' '.repeat(27)}reference scorer: ${official(shared, set, readings)}`)
    if (values.reasons)
      for (const type of ['missed', 'extra'] as const) {
        console.log(
          `    ${reasons[type].length} ${type}; by the set's own class: ${ranked(reasons[type].map((one) => one.of))
            .slice(0, 6)
            .map(([of, n]) => `${n} ${of || '(none)'}`)
            .join(', ')}`,
        )
        for (const [why, n] of ranked(reasons[type].map((one) => one.reason)).slice(0, Number(values.reasons)))
          console.log(`    ${String(n).padStart(5)}  ${why}`)
      }
    figures.push(figure(`sentences.${set}.recall`, score.r))
    if (score.fp + score.tn) figures.push(figure(`sentences.${set}.precision`, score.p), figure(`sentences.${set}.f1`, score.f1))
  }
  return values.floor || values.set ? [] : figures
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.on('error', () => process.exit(0))
  await sentenceSetsPart(process.argv.slice(2))
}
