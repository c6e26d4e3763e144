import type { Damage, Reading, Rejection, Span, Statement } from '../model.ts'
import { cut, flow, type Part, type Style } from './flow.ts'
import { harmless } from './harmless.ts'
import { block, clip, plural, styleOf, under } from './layout.ts'
import { bold, dim, markOf, marks, red } from './marks.ts'
import type { Screen } from './screen.ts'

/** How the terminal view is drawn. */
export interface ViewOptions extends Screen {
  /** Also the rule behind every field and the gate of every refused clause. */
  readonly explain: boolean
}

type Item = { readonly span: Span } & ({ readonly statement: Statement } | { readonly damage: Damage } | { readonly refused: Rejection })

/** The reading as a desk officer reads it, line by line: points, statements and damage in the order of the text, then a summary. */
export function* viewLines(reading: Reading, text: string, options: ViewOptions): Generator<string> {
  const style = styleOf(options)
  const name = reading.source.title ?? (reading.id === reading.hash ? '(no title)' : reading.id)
  yield* flow([[harmless(name), bold]], options.width, style)
  const between = reading.parties.length ? `between ${reading.parties.join(', ')}` : ''
  const about = [reading.source.publisher, reading.source.date, between].filter(Boolean).join(' · ')
  if (about) yield* flow([[harmless(about), dim]], options.width, style)
  const damage = [...reading.damage].sort((a, b) => a.span.from - b.span.from)
  let point: string | undefined
  for (const item of items(reading, options.explain)) {
    if ('statement' in item) {
      const next = pointLine(item.statement, options.width)
      if (next !== point && (next || point)) yield* ['', style(bold, next ?? '── outside the points')]
      point = next
      yield ''
      yield* statementLines(item.statement, damage, options.width, style)
      if (options.explain) yield* groundLines(item.statement, text, options.width, style)
    } else if ('damage' in item) {
      yield ''
      const words: Part[] = [[`${harmless(item.damage.what)}: `], [`⟦${clip(item.damage.quote)}⟧`, red]]
      yield* block(['✗', 'damaged', red], words, options.width, style)
    } else {
      const { gate, rule, span } = item.refused
      yield ''
      yield* block(
        ['–', 'refused', dim],
        [[`${gate} by ${harmless(rule)}: “${clip(text.slice(span.from, span.to))}”`, dim]],
        options.width,
        style,
      )
    }
  }
  yield ''
  yield* flow([[summary(reading), bold]], options.width, style)
  for (const note of reading.notes) yield* flow([[`note: ${harmless(note)}`, dim]], options.width, style)
}

/** Statements and damage, and with `all` the refused clauses, merged in the order of the text. */
function items(reading: Reading, all: boolean): Item[] {
  const list: Item[] = reading.statements.map((statement) => ({ span: statement.span, statement }))
  for (const damage of reading.damage) list.push({ span: damage.span, damage })
  if (all) for (const refused of reading.rejections) list.push({ span: refused.span, refused })
  return list.sort((a, b) => a.span.from - b.span.from)
}

function pointLine({ point }: Statement, width: number): string | undefined {
  if (!point) return undefined
  const whole = harmless(point.label)
  const label = whole.length < 60 ? whole : `${whole.slice(0, whole.lastIndexOf(' '))} …`
  return cut(`── ${point.number}${point.of ? ` of ${point.of}` : ''}${/\p{L}/u.test(label) ? ` · ${label}` : ''}`, width)
}

function statementLines(s: Statement, damage: readonly Damage[], width: number, style: Style): string[] {
  const mark = markOf(s.kind, s.force)
  const who = s.parties.length ? s.parties.join(', ') : '(nobody named)'
  const by = s.proposers?.join(', ')
  const asks = !by || by === who ? who : `${by} ${s.proposers?.length === 1 ? 'asks' : 'ask'} ${who}`
  const act = `${s.negated ? 'not ' : ''}${s.act}${s.aspect === 'new' || s.aspect === s.act ? '' : ` (${s.aspect})`}`
  const to = s.addressees.length ? ` · towards ${s.addressees.join(', ')}` : ''
  const lines = block(mark, [[harmless(asks), bold], [' → '], [harmless(act), bold], [harmless(to) && ` ${harmless(to)}`]], width, style)
  const more: Part[][] = [quoteParts(s, damage)]
  const details = detailsOf(s)
  if (details) more.push([[details, dim]])
  if (s.doubt) more.push([[`? doubt: ${harmless(s.doubt)}`, red]])
  for (const parts of more) lines.push(...under(parts, width, style))
  return lines
}

function detailsOf(s: Statement): string {
  const list: string[] = []
  if (s.deadline) {
    const { phrase, from, to } = s.deadline
    const days = from && to && from !== to ? `${from} to ${to}` : (to ?? from)
    list.push(`when: ${phrase}${days ? ` [${days}]` : ''}`)
  }
  if (s.target) list.push(`how much: ${s.target.phrase}`)
  if (s.condition) list.push(`if: ${s.condition}`)
  if (s.hedges?.length) list.push(`hedged: ${s.hedges.join(', ')}`)
  if (s.mechanisms.length) list.push(`named: ${s.mechanisms.join(', ')}`)
  if (s.places.length) list.push(`where: ${s.places.join(', ')}`)
  if (s.attribution) list.push(`said by ${s.attribution}`)
  return harmless(list.join(' · '))
}

/** The quote, with the stretches that are damaged in it between ⟦ and ⟧. */
function quoteParts(s: Statement, damage: readonly Damage[]): Part[] {
  const parts: Part[] = [['“']]
  let at = s.span.from
  const piece = (from: number, to: number) => {
    const raw = s.quote.slice(from - s.span.from, to - s.span.from)
    const plain = harmless(raw)
    return `${/^\s/.test(raw) ? ' ' : ''}${plain}${plain && /\s$/.test(raw) ? ' ' : ''}`
  }
  for (let i = firstTouching(damage, s.span.from); i < damage.length; i++) {
    const { span } = damage[i] as Damage
    if (span.from >= s.span.to) break
    const from = Math.max(at, span.from)
    const to = Math.min(s.span.to, span.to)
    if (to <= from) continue
    parts.push([piece(at, from)], [`⟦${piece(from, to)}⟧`, red])
    at = to
  }
  parts.push([piece(at, s.span.to)], ['”'])
  return parts
}

/** Damage is sorted by its start; a long stretch may start well before, so look back over a few. */
function firstTouching(damage: readonly Damage[], from: number): number {
  let low = 0
  let high = damage.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((damage[middle] as Damage).span.from < from) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 8)
}

function* groundLines(s: Statement, text: string, width: number, style: Style): Generator<string> {
  for (const [field, ground] of Object.entries(s.grounds)) {
    const words = ground.spans.map(({ from, to }) => `“${clip(text.slice(from, to))}”`).join(' … ')
    const line = `why ${field}: ${ground.basis} by ${ground.rule}${words ? ` on ${words}` : ''}`
    yield* under([[harmless(line), dim]], width, style)
  }
}

/** One line: how many statements of which force, how much damage, what was refused. */
function summary(reading: Reading): string {
  const forces = tally(reading.statements.map((s) => (s.kind === 'commitment' ? s.force : s.kind)))
  const order = Object.keys(marks).filter((key) => forces.has(key))
  const list = order.map((key) => `${forces.get(key)} ${marks[key]?.[1]}`).join(', ')
  const gates = [...tally(reading.rejections.map((r) => r.gate))].map(([gate, count]) => `${count} ${gate}`).join(', ')
  const first = `${plural(reading.statements.length, 'statement')}${list ? ` (${list})` : ''}`
  const second = reading.damage.length ? ` · ${plural(reading.damage.length, 'damaged stretch', 'damaged stretches')}` : ''
  const third = gates ? ` · ${plural(reading.rejections.length, 'clause')} refused (${gates})` : ''
  return first + second + third
}

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
