import { nameOf } from '../../ledger/documents.ts'
import type { Document, LinkScore } from '../../ledger/nouns.ts'
import type { NodeFound } from '../../store/types.ts'
import { flow, type Part } from '../flow.ts'
import { harmless } from '../harmless.ts'
import { fill, styleOf, under } from '../layout.ts'
import { bold, dim, markOf, red } from '../marks.ts'
import type { Screen } from '../screen.ts'
import { changesOf } from '../show/changes.ts'

/** One of the two that are compared. */
export interface Side {
  readonly node: NodeFound
  readonly label: string
  readonly document?: Document
}

/** A pair that waits for a word. */
export interface Pair extends Pick<LinkScore, 'score' | 'parts' | 'barriers'> {
  readonly a: Side
  readonly b: Side
}

/** Narrowest screen on which two wordings stand side by side. */
const sideBySide = 90

/** How many parts of a score are told, the heaviest first. */
const mostParts = 5

const listed = (names: readonly string[] | undefined): string => (names?.length ? `: ${names.slice(0, 12).join(', ')}` : '')

/** A pair as it is asked: place in the queue, both wordings, what they share, what differs. */
export function* pairLines({ a, b, score, parts, barriers }: Pair, place: string, screen: Screen): Generator<string> {
  const style = styleOf(screen)
  yield style(bold, `── ${place} · alike by ${score.toFixed(2)}`)
  if (screen.width >= sideBySide) yield* beside(a, b, screen)
  else {
    yield* sideLines(a, screen)
    yield ''
    yield* sideLines(b, screen)
  }
  yield ''
  const heavy = parts
    .filter(({ value, weight }) => value > 0 && weight > 0)
    .sort((one, other) => other.value * other.weight - one.value * one.weight)
  const shared = heavy.slice(0, mostParts).map(({ name, value, on }) => `${name} ${value.toFixed(2)}${listed(on)}`)
  if (shared.length) yield* labelled('share', shared.join(' · '), undefined, screen)
  const changes = a.node.statement && b.node.statement ? changesOf(a.node.statement, b.node.statement) : []
  const against = parts.filter(({ name, value }) => value < 0 && !changes.some(({ field }) => field === name))
  const differ = [...against.map(({ name, on }) => `${name}${listed(on)}`), ...changes.map(({ field, words }) => `${field} ${words}`)]
  if (differ.length) yield* labelled('differ', differ.join(' · '), undefined, screen)
  if (barriers.length) yield* labelled('barrier', barriers.join(' · '), red, screen)
}

function labelled(name: string, words: string, code: string | undefined, screen: Screen): string[] {
  const wide = 10
  const part: Part = code === undefined ? [harmless(words)] : [harmless(words), code]
  return under([part], screen.width, styleOf(screen), wide).map((line, i) => (i ? line : `  ${fill(name, wide - 2)}${line.slice(wide)}`))
}

/** The words of one side, and each line in how many columns it stands. */
function partsOf({ node, label, document }: Side): Part[][] {
  const { kind, force, parties } = node.features
  const [sign, word, code] = markOf(kind, force)
  const who = parties.length ? parties.join(', ') : '(nobody named)'
  const source = document ? [nameOf(document), document.publisher].filter(Boolean).join(', ') : 'declared by a programme'
  return [
    [[`${sign} ${word}`, code], [` · ${node.features.date ?? 'no date'} · ${harmless(who)}`]],
    [[node.statement ? `“${harmless(node.statement.quote)}”` : harmless(node.entry?.label ?? label)]],
    [[harmless(source), dim]],
    [[harmless(node.undertaking === node.id ? node.id : `${node.id} · of ${node.undertaking} · ${label}`), dim]],
  ]
}

/** One side alone, over the whole width: force, date, who; its words; where they stand. */
export const sideLines = (side: Side, screen: Screen): string[] =>
  partsOf(side).flatMap((parts) => flow(parts, screen.width - 4, styleOf(screen)).map((line) => `  ${line}`))

/** Both sides next to each other. Widths are measured without colours, lines are drawn with them. */
function* beside(a: Side, b: Side, screen: Screen): Generator<string> {
  const width = Math.floor((screen.width - 7) / 2)
  const lines = (side: Side, color: boolean) => partsOf(side).map((parts) => flow(parts, width, styleOf({ color })))
  const [left, bare, right] = [lines(a, screen.color), lines(a, false), lines(b, screen.color)]
  for (const [i, block] of left.entries()) {
    const other = right[i] ?? []
    for (let row = 0; row < Math.max(block.length, other.length); row++) {
      const blanks = fill(bare[i]?.[row] ?? '', width).slice((bare[i]?.[row] ?? '').length)
      yield `  ${block[row] ?? ''}${blanks} │ ${other[row] ?? ''}`.trimEnd()
    }
  }
}
