import { type Collation, type Difference, type DifferenceClass, isQuiet } from '../compare/collate/nouns.ts'
import { placeOf } from '../compare/collate/place.ts'
import { letterOf } from '../compare/letters.ts'
import type { Span } from '../model.ts'
import { cut, flow, type Part, type Style, textWidth } from './flow.ts'
import { harmless } from './harmless.ts'

/** How the terminal view of a comparison is drawn. */
export interface CompareViewOptions {
  readonly color: boolean
  /** Columns of the terminal. */
  readonly width: number
  /** Also what changes nothing that is meant. */
  readonly all: boolean
  /** Witnesses that are plainly no copies of one another, two by two. */
  readonly apart?: readonly (readonly [number, number])[]
}

/** Sign and colour of each class: the word beside it says it all. */
const signs: Readonly<Record<DifferenceClass, readonly [sign: string, code: string]>> = {
  party: ['‡', '31'],
  negation: ['¬', '31'],
  force: ['±', '31'],
  act: ['→', '31'],
  number: ['#', '31'],
  date: ['◷', '31'],
  object: ['◇', '31'],
  name: ['@', '31'],
  missing: ['−', '33'],
  added: ['+', '33'],
  moved: ['↕', '33'],
  broken: ['✗', '33'],
  wording: ['~', '2'],
  cosmetic: ['·', '2'],
}
const bold = '1'
const dim = '2'
/** Columns from which two witnesses stand side by side. */
const WIDE = 100
/** Characters of the text shown on either side of a difference. */
const AROUND = 48
/** Longest wording shown whole. */
const LONGEST = 240

/** A comparison as a desk officer reads it: what changes the sense first, each with both wordings; the rest counted. */
export function* compareViewLines(collation: Collation, options: CompareViewOptions): Generator<string> {
  const style: Style = (code, value) => (options.color ? `\u001b[${code}m${value}\u001b[0m` : value)
  const { witnesses, differences } = collation
  for (let k = 0; k < witnesses.length; k++) yield* flow(headOf(collation, k), options.width, style)
  for (const [a, b] of options.apart ?? []) yield* flow([[apart(letterOf(a), letterOf(b)), bold]], options.width, style)
  for (const note of collation.notes) yield* flow([[`note: ${harmless(note)}`, dim]], options.width, style)
  const shown = options.all ? differences : differences.filter((one) => !isQuiet(one.class))
  let part = ''
  // a reason that speaks of whole texts is said once
  let why = ''
  for (const one of shown) {
    const next = isQuiet(one.class) ? 'changes nothing that is meant' : one.touches.length ? 'in statements' : 'outside statements'
    if (next !== part) yield* ['', style(bold, cut(`── ${next}`, options.width))]
    part = next
    yield ''
    yield* differenceLines(collation, one, options.width, style)
    if (one.why && one.why !== why)
      yield* flow([[`  likelier ${letters(one.groups[0] ?? [])}: ${harmless(one.why)}`, dim]], options.width, style)
    why = one.why ?? why
  }
  yield ''
  yield* flow([[summary(collation), bold]], options.width, style)
}

/** Said before the differences, of which there are then as many as sentences. */
const apart = (a: string, b: string): string =>
  `${a} and ${b} are no copies of one text: compare --drift OLD NEW says what became of each undertaking from one text to the next`

function headOf({ witnesses, base }: Collation, k: number): Part[] {
  const witness = witnesses[k] as Collation['witnesses'][number]
  const { reading } = witness
  const damages = reading.damage.filter((one) => one.rule !== 'damage/furniture').length
  const about = [
    reading.source.publisher,
    reading.source.date,
    plural(reading.statements.length, 'statement'),
    plural(damages, 'damaged stretch', 'damaged stretches'),
  ]
  const main = witnesses.length > 2 && k === base ? ' · the others are told against this one' : ''
  return [[`${letterOf(k)}`, bold], [` ${harmless(witness.id)}`], [` ${harmless(about.filter(Boolean).join(' · '))}${main}`, dim]]
}

function* differenceLines(collation: Collation, one: Difference, width: number, style: Style): Generator<string> {
  const [sign, code] = signs[one.class]
  yield* flow([[`${sign} ${one.class}`, code], [one.effect ? ` ${harmless(one.effect)}` : '']], width, style)
  const { witnesses } = collation
  if (witnesses.length === 2 && width >= WIDE) yield* sideBySide(collation, one, width, style)
  else for (const group of one.groups) yield* reading(collation, one, group, width, style)
}

const letters = (group: readonly number[]): string => group.map(letterOf).join(' ')

function* reading(collation: Collation, one: Difference, group: readonly number[], width: number, style: Style): Generator<string> {
  const name = letters(group)
  const first = group[0] as number
  const text = collation.witnesses[first]?.text ?? ''
  const indent = 2 + Math.min(12, textWidth(name)) + 2
  const rows = flow(partsOf(text, one.spans[first] ?? placeOf(collation, one, first)), width - indent, style)
  for (let i = 0; i < rows.length; i++) yield `${i ? ' '.repeat(indent) : `  ${cut(name, 12)}  `}${rows[i]}`
}

function* sideBySide(collation: Collation, one: Difference, width: number, style: Style): Generator<string> {
  const half = Math.floor((width - 7) / 2)
  const [left, right] = [0, 1].map((k) => {
    const parts = partsOf(collation.witnesses[k]?.text ?? '', one.spans[k] ?? placeOf(collation, one, k))
    return { plain: flow(parts, half, (_, value) => value), drawn: flow(parts, half, style) }
  }) as [{ plain: string[]; drawn: string[] }, { plain: string[]; drawn: string[] }]
  for (let i = 0; i < Math.max(left.plain.length, right.plain.length, 1); i++) {
    const pad = ' '.repeat(Math.max(0, half - textWidth(left.plain[i] ?? '')))
    yield `  ${left.drawn[i] ?? ''}${pad} │ ${right.drawn[i] ?? ''}`.trimEnd()
  }
}

/** The wording between ⟦ and ⟧ with a little of what stands around it. */
function partsOf(text: string, span: Span | null): Part[] {
  if (!span) return [['⟦ nothing ⟧', dim]]
  if (span.from === span.to) return nothingAt(text, span.from)
  const { from, to } = span
  const before = harmless(text.slice(edge(text, Math.max(0, from - AROUND), from, 1), from))
  const after = harmless(text.slice(to, edge(text, Math.min(text.length, to + AROUND), to, -1)))
  const gap = (at: number): string => (/\s/.test(text[at] ?? '') ? ' ' : '')
  const word = text.slice(from, to)
  const kept = word.length > LONGEST ? `${harmless(word.slice(0, LONGEST))} …` : harmless(word)
  return [
    [`${from > AROUND ? '…' : ''}${before}${before && gap(from - 1)}`, dim],
    [`⟦${kept}⟧`, bold],
    [`${gap(to)}${after}${to + AROUND < text.length ? '…' : ''}`, dim],
  ]
}

/** A place at which a witness has nothing, with what stands around it. */
function nothingAt(text: string, at: number): Part[] {
  const before = harmless(text.slice(edge(text, Math.max(0, at - AROUND), at, 1), at)).trimEnd()
  const after = harmless(text.slice(at, edge(text, Math.min(text.length, at + AROUND), at, -1))).trimStart()
  return [
    [`${at > AROUND ? '…' : ''}${before}${before && ' '}`, dim],
    ['⟦ nothing ⟧', dim],
    [`${after && ' '}${after}${at + AROUND < text.length ? '…' : ''}`, dim],
  ]
}

/** The nearest edge of a word, so that no half words are shown; never past `stop`, nor over a break of lines. */
function edge(text: string, at: number, stop: number, step: 1 | -1): number {
  const line = step === 1 ? text.lastIndexOf('\n', stop - 1) + 1 : text.indexOf('\n', stop)
  if (step === 1 && line > at) return line
  if (step === -1 && line !== -1 && line < at) return line
  let i = at
  while (i !== stop && i > 0 && i < text.length && !/\s/.test(text[step === 1 ? i - 1 : i] ?? '')) i += step
  return i
}

function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`
}

function summary({ differences, furniture, rows, witnesses }: Collation): string {
  const loud = differences.filter((one) => !isQuiet(one.class))
  const touching = loud.filter((one) => one.touches.length).length
  const counts = new Map<string, number>()
  for (const one of loud) counts.set(one.class, (counts.get(one.class) ?? 0) + 1)
  const list = Object.keys(signs).flatMap((kind) => (counts.has(kind) ? [`${counts.get(kind)} ${kind}`] : []))
  const quiet = (kind: DifferenceClass): number => differences.filter((one) => one.class === kind).length
  const lines = furniture.flatMap((count, k) => (count ? [`${count} in ${letterOf(k)}`] : []))
  return [
    `${plural(loud.length, 'difference')} ${loud.length === 1 ? 'changes' : 'change'} the sense${list.length ? ` (${list.join(', ')})` : ''}, ${touching} of them in statements`,
    `${quiet('wording')} of wording, ${quiet('cosmetic')} cosmetic`,
    ...(lines.length ? [`furniture left out: ${lines.join(', ')}`] : []),
    `${plural(rows.length, 'row')} of ${witnesses.length} witnesses`,
  ].join(' · ')
}
