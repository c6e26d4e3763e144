import type { Change, DriftItem, Wording } from '../compare/drift/nouns.ts'
import { partiesInWords } from '../compare/parties.ts'
import type { Source } from '../model.ts'
import { flow } from './flow.ts'
import { harmless } from './harmless.ts'
import { block, fill, margin, plural, styleOf, under } from './layout.ts'
import { bold, dim, type Mark, markOf } from './marks.ts'
import type { Screen } from './screen.ts'
import { markUnlike } from './unlike.ts'

/** Sign and word of each change, in the order in which they are shown. */
const changes: Readonly<Record<Change, Mark>> = {
  firmer: ['▲', 'firmer', '32'],
  softer: ['▼', 'softer', '31'],
  number: ['#', 'number', '33'],
  deadline: ['◷', 'deadline', '33'],
  party: ['⇄', 'party', '33'],
  condition: ['∴', 'condition', '33'],
  narrower: ['⊂', 'narrower', '33'],
  wider: ['⊃', 'wider', '33'],
  done: ['✓', 'done', '32'],
  new: ['+', 'new', '36'],
  gone: ['−', 'gone', '31'],
  repeated: ['=', 'repeated', dim],
}
const order = Object.keys(changes) as Change[]
/** Columns from which the two wordings stand side by side. */
const WIDE = 96

/** What the view needs besides the screen: whether unchanged items are listed too. */
export interface DriftScreen extends Screen {
  readonly all: boolean
  /** Why the comparison may say little, one line each. */
  readonly notes?: readonly string[]
}

/** Items by change, the weightiest changes first, each with both wordings; what is repeated is counted and folded away. */
export function* driftLines(items: readonly DriftItem[], sources: readonly [Source, Source], screen: DriftScreen): Generator<string> {
  const style = styleOf(screen)
  const [old, fresh] = sources.map(({ title, id, date }) => harmless([title ?? id ?? 'standard input', date].filter(Boolean).join(' · ')))
  yield* flow(
    [
      ['old: ', dim],
      [old ?? '', bold],
    ],
    screen.width,
    style,
  )
  yield* flow(
    [
      ['new: ', dim],
      [fresh ?? '', bold],
    ],
    screen.width,
    style,
  )
  for (const note of screen.notes ?? []) yield* flow([[`note: ${harmless(note)}`, dim]], screen.width, style)
  for (const change of order) {
    const found = items.filter((item) => item.change === change && (screen.all || !isUnchanged(item)))
    for (const item of found) {
      yield ''
      yield* itemLines(item, screen)
    }
  }
  yield ''
  const counts = order.map((change) => [items.filter((item) => item.change === change).length, change] as const).filter(([count]) => count)
  const repeated = items.filter(isUnchanged).length
  yield counts.length ? counts.map(([count, change]) => `${count} ${change}`).join(', ') : 'no undertakings or positions in either text'
  if (repeated && !screen.all) yield style(dim, `${plural(repeated, 'item')} repeated unchanged: --all lists them`)
  if (items.some(({ change }) => change === 'gone')) yield style(dim, 'gone means: not in the new text')
}

/** Repeated, and not in other words. */
const isUnchanged = ({ change, note }: DriftItem): boolean => change === 'repeated' && note === ''

function* itemLines(item: DriftItem, screen: DriftScreen): Generator<string> {
  const style = styleOf(screen)
  const also = item.also.length ? ` · also ${item.also.join(', ')}` : ''
  yield* block(changes[item.change], [[harmless(headOf(item))], [also, dim]], screen.width, style)
  const { old, new: fresh } = item
  const [was, is] = old && fresh ? markUnlike(quoteOf(old), quoteOf(fresh)) : [old && quoteOf(old), fresh && quoteOf(fresh)]
  const [left, right] = [old && said(old, was as string), fresh && said(fresh, is as string)]
  if (left !== undefined && left === right) yield* under([['both ', dim], [left]], screen.width, style)
  else if (left !== undefined && right !== undefined && screen.width >= WIDE) yield* beside(left, right, screen.width)
  else {
    if (left !== undefined)
      yield* under(
        [
          ['old ', dim],
          [left, dim],
        ],
        screen.width,
        style,
      )
    if (right !== undefined) yield* under([['new ', dim], [right]], screen.width, style)
  }
}

/** What changed; of what stands in one text alone, whose it is. */
function headOf({ note, old, new: fresh }: DriftItem): string {
  const alone = old && fresh ? undefined : (old ?? fresh)?.statement
  if (!alone) return note || 'unchanged'
  return partiesInWords([...new Set([...(alone.proposers ?? []), ...alone.parties])]) || 'nobody named'
}

const quoteOf = ({ quote }: Wording): string => harmless(quote).replace(/\s+/g, ' ')

/** A wording with the sign and word of its force. */
function said({ force, statement }: Wording, quote: string): string {
  const [sign, word] = markOf(statement.kind, force)
  return `${sign} ${word}: “${quote}”`
}

function* beside(old: string, fresh: string, width: number): Generator<string> {
  const wide = Math.floor((width - margin - 3) / 2)
  const plain = (_: string, text: string) => text
  const [left, right] = [old, fresh].map((one) => flow([[one]], wide, plain)) as [string[], string[]]
  for (let i = 0; i < Math.max(left.length, right.length); i++)
    yield `${' '.repeat(margin)}${fill(left[i] ?? '', wide)} │ ${right[i] ?? ''}`.trimEnd()
}
