/**
 * Scores the further fields of the codebook (section 5) on the statements that match gold in place and kind.
 * Phrases by overlap of tokens, lists by members, precision by equality and mean absolute error. Misses are shown
 * for work documents only: `--misses FIELD`. `npm run bench -- fields [--misses FIELD] [--max N]`.
 */
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { vocabularyOf } from '../src/index.ts'
import type { Statement } from '../src/model.ts'
import { type Figure, figure } from './figures.ts'
import { type GoldStatement, sharedFolder } from './gold.ts'
import { scoreSets } from './gold-run.ts'
import { loadRead } from './reader.ts'
import { match } from './score.ts'

interface Coded extends GoldStatement {
  readonly deadline?: string
  readonly target?: string
  readonly hedges?: readonly string[]
  readonly condition?: string
  readonly topics?: readonly string[]
  readonly mechanisms?: readonly string[]
  readonly places?: readonly string[]
  readonly addressees?: readonly string[]
  readonly precision?: number
}

const phrases = ['deadline', 'target', 'hedges', 'condition'] as const
const lists = ['topics', 'mechanisms', 'places', 'addressees'] as const
type Field = (typeof phrases)[number] | (typeof lists)[number]
interface Sum {
  hit: number
  gold: number
  read: number
}
interface Scores {
  readonly fields: Record<Field, Sum>
  pairs: number
  exact: number
  off: number
}

const empty = (): Scores => {
  const fields = {} as Record<Field, Sum>
  for (const field of [...phrases, ...lists]) fields[field] = { hit: 0, gold: 0, read: 0 }
  return { fields, pairs: 0, exact: 0, off: 0 }
}
const names = vocabularyOf('en')?.names
/** A name and its known other names count as one; articles, brackets and case do not count. */
function normal(name: string): string {
  const plain = name
    .replace(/\([^)]*\)/g, '')
    .replace(/^the /i, '')
    .replaceAll('\u2019', "'")
    .replace(/\s+/g, ' ')
    .replace(/\.+$/, '')
    .trim()
  const first = /^[\p{L}\p{N}.]+(?:['-][\p{L}\p{N}]+)*/u.exec(plain)?.[0] ?? ''
  const entry = names?.get(first)?.find((e) => e.tokens.join('') === plain.replaceAll(' ', ''))
  return (entry?.ref ?? plain).toLowerCase()
}
const tokens = (value: string): string[] => value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const goldOf = (g: Coded, field: Field): string[] => {
  const value = g[field]
  return value === undefined ? [] : typeof value === 'string' ? [value] : [...value]
}
function readOf(s: Statement, field: Field): string[] {
  if (field === 'deadline' || field === 'target') return s[field] ? [s[field].phrase] : []
  if (field === 'condition') return s.condition ? [s.condition] : []
  return [...(s[field] ?? [])]
}

/** Members of `a` that `b` holds, each of `b` used once. */
function shared(a: readonly string[], b: readonly string[]): number {
  const rest = [...b]
  return a.filter((x) => {
    const at = rest.indexOf(x)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  }).length
}

function add(to: Scores, g: Coded, s: Statement): Field[] {
  const wrong: Field[] = []
  for (const field of [...phrases, ...lists]) {
    const phrase = (phrases as readonly string[]).includes(field)
    const units = (values: string[]) => (phrase ? values.flatMap(tokens) : [...new Set(values.map(field === 'topics' ? (v) => v : normal))])
    const [gold, found] = [units(goldOf(g, field)), units(readOf(s, field))]
    const hit = shared(gold, found)
    const sum = to.fields[field]
    sum.hit += hit
    sum.gold += gold.length
    sum.read += found.length
    if (hit < Math.max(gold.length, found.length)) wrong.push(field)
  }
  to.pairs++
  to.exact += +(g.precision === s.precision)
  to.off += Math.abs((g.precision ?? 0) - s.precision)
  return wrong
}

const f1Of = ({ hit, gold, read }: Sum): number => (gold + read ? (2 * hit) / (gold + read) : 0)

function show(name: string, scores: Scores): void {
  console.log(`\n${name}: ${scores.pairs} matched statements`)
  for (const field of [...phrases, ...lists]) {
    const { hit, gold, read } = scores.fields[field]
    const [p, r] = [read ? hit / read : 0, gold ? hit / gold : 0]
    const f1 = f1Of(scores.fields[field])
    console.log(
      `  ${field.padEnd(11)} F1 ${f1.toFixed(3)}  P ${p.toFixed(3)}  R ${r.toFixed(3)}  (gold ${gold}, read ${read} ${(phrases as readonly string[]).includes(field) ? 'tokens' : 'members'})`,
    )
  }
  console.log(
    `  precision   exact ${(scores.exact / (scores.pairs || 1)).toFixed(3)}  mean absolute error ${(scores.off / (scores.pairs || 1)).toFixed(3)}`,
  )
}

const options = { misses: { type: 'string' }, max: { type: 'string', default: '80' } } as const

/** Runs the part, with title, date and publisher given; prints its lines and returns its figures. */
export async function fieldsPart(args: string[]): Promise<Figure[]> {
  const { values } = parseArgs({ args, options })
  const folder = sharedFolder()
  if (!folder) {
    console.log('fields: skipped, no gold in the shared folder')
    return []
  }
  const wanted = values.misses
  let left = Number(values.max)
  const groups: Record<string, Scores> = {}
  for (const { set, doc, held, reading } of scoreSets(folder, await loadRead(), true)) {
    const name = `${set}.${held ? 'held' : 'work'}`
    groups[name] ??= empty()
    const scores = groups[name] as Scores
    for (const [g, p] of match(doc, reading.statements).coded) {
      const [coded, statement] = [doc.statements[g] as Coded, reading.statements[p] as Statement]
      const wrong = add(scores, coded, statement)
      const off = wanted === 'precision' ? coded.precision !== statement.precision : wrong.includes(wanted as Field)
      if (held || !wanted || !off || left-- <= 0) continue
      const [want, got] =
        wanted === 'precision'
          ? [coded.precision, statement.precision]
          : [goldOf(coded, wanted as Field), readOf(statement, wanted as Field)]
      console.log(
        `${doc.id.slice(0, 24)} ${coded.kind} ${coded.act}: ${statement.quote.replace(/\s+/g, ' ').slice(0, 260)}\n    gold ${JSON.stringify(want)}\n    read ${JSON.stringify(got)}`,
      )
    }
  }
  for (const [name, scores] of Object.entries(groups)) show(name, scores)
  return Object.entries(groups).flatMap(([name, scores]) => [
    ...[...phrases, ...lists].map((field) => figure(`fields.${name}.${field}`, f1Of(scores.fields[field]))),
    figure(`fields.${name}.precision-exact`, scores.exact / (scores.pairs || 1)),
  ])
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await fieldsPart(process.argv.slice(2))
