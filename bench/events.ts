/**
 * Kind of statement on sentences coded for event types: `npm run bench -- events [--misses [TYPE]]`. Headline: the human-coded
 * records without drift whose type the inverse mapping names; drift and engine-behaviour records stand apart.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { Kind, Reading, Span, Statement } from '../src/model.ts'
import { type Figure, figure } from './figures.ts'
import { jsonLines, sharedFolder } from './gold.ts'
import { loadRead, type Read } from './reader.ts'

interface Expected {
  code: string
  codebook: string
  event_text?: string
  cameo_root_derived?: string
  drift?: string
}
interface Row {
  id: string
  kind: 'gold' | 'engine-behaviour'
  text: string
  markup?: string
  expected: Expected[]
  modality_lost?: boolean
}

/** What the inverse mapping accepts for an event type; undefined where it names none. */
export interface Accepted {
  kinds: readonly Kind[]
  negatedOnly?: readonly Kind[]
}

const byType: Record<string, Accepted> = {
  AGREE: { kinds: ['commitment'] },
  REQUEST: { kinds: ['proposal'] },
  SUPPORT: { kinds: ['position'] },
  CONSULT: { kinds: ['report'] },
  COOPERATE: { kinds: ['report'] },
  AID: { kinds: ['report'] },
  RETREAT: { kinds: ['report'] },
  ACCUSE: { kinds: ['position'] },
  REJECT: { kinds: ['position'], negatedOnly: ['commitment'] },
  THREATEN: { kinds: ['commitment'] },
}

/** CAMEO roots by the same mapping, for the engine-behaviour records; 01 and 08 have no single home in it. */
const byRoot: Record<string, string> = {
  '02': 'REQUEST',
  '03': 'AGREE',
  '04': 'CONSULT',
  '05': 'SUPPORT',
  '06': 'COOPERATE',
  '07': 'AID',
  '10': 'REQUEST',
  '11': 'ACCUSE',
  '12': 'REJECT',
  '13': 'THREATEN',
}

/** SUPPORT is a report where the event's words are signed, established or upgraded. */
export function accepted(expected: Expected): Accepted | undefined {
  const type = expected.codebook === 'PLOVER' ? expected.code : (byRoot[expected.code.slice(0, 2)] ?? '')
  if (type === 'SUPPORT' && /\b(?:sign|establish|upgrad)/i.test(expected.event_text ?? '')) return { kinds: ['report'] }
  return byType[type]
}

/** Spans of the event words in the sentence, from the source's own markup; empty where there is none. */
export function eventSpans(text: string, markup: string | undefined): Span[] {
  const spans: Span[] = []
  let at = 0
  for (const [, words] of (markup ?? '').matchAll(/\(EVT: ([^()]*)\)/g)) {
    const from = text.indexOf(words as string, at)
    if (from < 0) continue
    at = from + (words as string).length
    spans.push({ from, to: at })
  }
  return spans
}

const suits = (s: Statement, { kinds, negatedOnly }: Accepted) =>
  kinds.includes(s.kind) || (s.negated === true && negatedOnly?.includes(s.kind) === true)

/** Hits over some records: `strict` = a right statement covers event words, `any` = one stands in the sentence. */
export interface EventScore {
  records: number
  strict: number
  any: number
}

interface Judged {
  row: Row
  type: string
  reading: Reading
  strict: boolean
  any: boolean
}

function judge(row: Row, read: Read): Judged | undefined {
  const known = row.expected.map(accepted)
  if (known.some((one) => !one)) return undefined
  const reading = read({ id: row.id, text: row.text })
  const spans = eventSpans(row.text, row.markup)
  const covers = (s: Statement) => !spans.length || spans.some((e) => e.from < s.span.to && s.span.from < e.to)
  const every = (test: (s: Statement) => boolean) =>
    known.every((one) => reading.statements.some((s) => suits(s, one as Accepted) && test(s)))
  return { row, type: row.expected.map((e) => e.code).join('+'), reading, strict: every(covers), any: every(() => true) }
}

const sum = (judged: readonly Judged[]): EventScore => ({
  records: judged.length,
  strict: judged.filter((one) => one.strict).length,
  any: judged.filter((one) => one.any).length,
})

/** Scores of all parts; types of the gold half too. `unmapped` counts records the mapping says nothing about. */
export function scoreEvents(shared: string, read: Read) {
  const rows = jsonLines<Row>(join(shared, 'gold', 'events.dev.jsonl'))
  const drifts = (row: Row) => row.expected.some((e) => e.drift)
  const part = (keep: (row: Row) => boolean) => rows.filter(keep).map((row) => judge(row, read))
  const gold = part((row) => row.kind === 'gold' && !drifts(row))
  const drift = part((row) => row.kind === 'gold' && drifts(row))
  const engine = part((row) => row.kind === 'engine-behaviour' && !row.modality_lost)
  const known = (all: readonly (Judged | undefined)[]) => all.filter((one) => one !== undefined)
  const types = [...new Set(known(gold).map((one) => one.type))].sort()
  return {
    gold: sum(known(gold)),
    drift: sum(known(drift)),
    engine: sum(known(engine)),
    unmapped: {
      gold: gold.length - known(gold).length,
      drift: drift.length - known(drift).length,
      engine: engine.length - known(engine).length,
    },
    types: Object.fromEntries(types.map((type) => [type, sum(known(gold).filter((one) => one.type === type))])),
    judged: known(gold),
  }
}

/** One line for people. */
export function eventLine(name: string, { records, strict, any }: EventScore): string {
  const share = (n: number) => (records ? (n / records).toFixed(3) : '-')
  return `${name.padEnd(34)} ${String(records).padStart(4)} records  kind right on the event words ${share(strict)}  anywhere in the sentence ${share(any)}`
}

/** Every record of the gold half that came out wrong, with what was read in it. */
function printEventMisses(judged: readonly Judged[], type: string | undefined): void {
  for (const { row, type: of, reading, strict } of judged) {
    if (strict || (type && !of.includes(type.toUpperCase()))) continue
    console.log(`${of}  ${row.markup ?? row.text}`)
    for (const s of reading.statements)
      console.log(`    ${s.kind}/${s.force}${s.negated ? ' negated' : ''} by ${s.grounds.kind?.rule ?? '?'} «${s.quote}»`)
    if (!reading.statements.length)
      console.log(`    nothing: ${reading.rejections.map((r) => `${r.gate} by ${r.rule}`).join('; ') || 'no cue seen'}`)
  }
}

/** Runs the part; prints its lines and returns its figures. */
export async function events(args: string[]): Promise<Figure[]> {
  const { values, positionals } = parseArgs({ args, options: { misses: { type: 'boolean' } }, allowPositionals: true })
  const shared = sharedFolder()
  if (!shared) {
    console.log('events: skipped, no gold in the shared folder')
    return []
  }
  const scores = scoreEvents(shared, await loadRead())
  if (values.misses) printEventMisses(scores.judged, positionals[0])
  console.log(eventLine('gold', scores.gold))
  for (const [type, score] of Object.entries(scores.types)) console.log(eventLine(`  ${type}`, score))
  console.log(eventLine('gold with drift (apart)', scores.drift))
  console.log(eventLine('engine-behaviour (apart)', scores.engine))
  const { gold, drift, engine } = scores.unmapped
  console.log(
    `types that the mapping does not name (CONCEDE; CAMEO 01, 08), not counted: ${gold} gold, ${drift} drift, ${engine} engine-behaviour`,
  )
  const share = ({ records, strict }: EventScore) => (records ? strict / records : 0)
  const types = Object.entries(scores.types).map(([type, score]) => figure(`events.type.${type}`, share(score)))
  return [
    figure('events.gold', share(scores.gold)),
    figure('events.gold-anywhere', scores.gold.any / Math.max(1, scores.gold.records)),
    figure('events.drift', share(scores.drift)),
    figure('events.engine', share(scores.engine)),
    ...types,
  ]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.on('error', () => process.exit(0))
  await events(process.argv.slice(2))
}
