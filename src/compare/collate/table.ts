import type { Span } from '../../model.ts'
import { isFurniture, type Leaf, type Unit, unitsOf } from './leaf.ts'
import type { Cell, Collation, Row } from './nouns.ts'
import type { PairRow } from './pair-row.ts'
import type { Range } from './ranges.ts'

/** A row while it is made: ranges of sentences, one a witness, and how its words stand for those of the base. */
export interface Draft {
  readonly cells: (Range | null)[]
  /** For every witness but the base, the rows of the pairing that stand here. */
  readonly pairs: (PairRow[] | null)[]
  readonly moved: boolean
}

/**
 * The rows of all witnesses over the sentences of the base. Where one witness splits what another joins, the row takes the larger
 * stretch; a passage that does not stand beside the rest of its row, and what the base does not have, get rows of their own.
 */
export function draftRows(leaves: readonly Leaf[], base: number, pairings: readonly (readonly PairRow[] | null)[]): Draft[] {
  const size = (leaves[base] as Leaf).sentences.length
  const blocks = blocksOf(size, pairings)
  const drafts: Draft[] = blocks.map((block) => ({
    cells: leaves.map((_, k) => (k === base ? block : null)),
    pairs: leaves.map(() => null),
    moved: false,
  }))
  const blockOf = new Int32Array(size)
  for (let at = 0; at < blocks.length; at++) {
    const [from, to] = blocks[at] as Range
    blockOf.fill(at, from, to)
  }
  // what follows each block: rows that the base does not have
  const extras: Draft[][] = Array.from({ length: blocks.length + 1 }, () => [])
  pairings.forEach((rows, k) => {
    if (rows) place(rows, k, drafts, blockOf, extras, leaves)
  })
  const out: Draft[] = [...(extras[0] as Draft[])]
  drafts.forEach((draft, at) => {
    out.push(draft, ...(extras[at + 1] as Draft[]))
  })
  return out
}

/** Ranges of base sentences that no witness cuts. */
function blocksOf(size: number, pairings: readonly (readonly PairRow[] | null)[]): Range[] {
  const inside = new Uint8Array(size + 1)
  for (const rows of pairings) for (const { a, b } of rows ?? []) if (a && b) inside.fill(1, a[0] + 1, a[1])
  const blocks: Range[] = []
  for (let from = 0; from < size; ) {
    let to = from + 1
    while (to < size && inside[to]) to++
    blocks.push([from, to])
    from = to
  }
  return blocks
}

function place(
  rows: readonly PairRow[],
  k: number,
  drafts: Draft[],
  blockOf: Int32Array,
  extras: Draft[][],
  leaves: readonly Leaf[],
): void {
  let after = 0
  const pieces = new Map<number, PairRow[]>()
  for (const row of rows) {
    if (row.a) {
      const at = blockOf[row.a[0]] as number
      after = at + 1
      if (row.b) pieces.set(at, [...(pieces.get(at) ?? []), row])
      // no sentence of its own, but said in another
      else if (row.differences.length) (drafts[at] as Draft).pairs[k] = [row]
    } else if (row.b) addExtra(extras[after] as Draft[], row, row.b, k, leaves)
  }
  for (const [at, list] of pieces) {
    const draft = drafts[at] as Draft
    const kept = together(list)
    draft.cells[k] = [ofB(kept[0] as PairRow)[0], ofB(kept.at(-1) as PairRow)[1]]
    draft.pairs[k] = kept
    if (kept.some((row) => row.moved)) drafts[at] = { ...draft, moved: true }
    for (const row of list) if (!kept.includes(row)) addExtra(extras[at + 1] as Draft[], row, row.b as Range, k, leaves)
  }
}

const ofB = (row: PairRow): Range => row.b as Range

/** The largest run of pieces that stand side by side. */
function together(list: readonly PairRow[]): PairRow[] {
  const sorted = [...list].sort((x, y) => ofB(x)[0] - ofB(y)[0])
  let best: PairRow[] = []
  let run: PairRow[] = []
  const size = (rows: readonly PairRow[]): number => rows.reduce((sum, row) => sum + ofB(row)[1] - ofB(row)[0], 0)
  for (const row of sorted) {
    const last = run.at(-1)
    run = last && ofB(last)[1] === ofB(row)[0] ? [...run, row] : [row]
    if (size(run) > size(best)) best = run
  }
  return best
}

/** A sentence that the base does not have; witnesses that have it in the same words at the same place share the row. */
function addExtra(extras: Draft[], row: PairRow, range: Range, k: number, leaves: readonly Leaf[]): void {
  const own = wordsOf(leaves[k] as Leaf, range)
  const same = extras.find((draft) => {
    const other = draft.cells.findIndex((cell) => cell !== null)
    return draft.cells[k] === null && wordsOf(leaves[other] as Leaf, draft.cells[other] as Range) === own
  })
  if (same) {
    same.cells[k] = range
    same.pairs[k] = [row]
    return
  }
  extras.push({
    cells: leaves.map((_, at) => (at === k ? range : null)),
    pairs: leaves.map((_, at) => (at === k ? [row] : null)),
    moved: row.moved,
  })
}

function wordsOf(leaf: Leaf, range: Range): string {
  const [from, to] = unitsOf(leaf, range)
  return leaf.units
    .slice(from, to)
    .map((unit) => unit.key)
    .join(' ')
}

/** A row as it is told: spans for cells, and columns of words that tile them. */
export function rowOf(draft: Draft, leaves: readonly Leaf[], base: number): Row {
  const lead = draft.cells[base] ? base : draft.cells.findIndex((cell) => cell !== null)
  const cells = draft.cells.map((range, k): Cell => (range ? spanOf(leaves[k] as Leaf, range) : null))
  const furniture = draft.cells.every((range, k) => !range || isFurniture(leaves[k] as Leaf, range))
  let columns: readonly (readonly Cell[])[] | undefined
  return {
    cells,
    moved: draft.moved,
    furniture,
    // most callers ask for sentences only
    get columns() {
      columns ??= tiled(columnsOf(draft, leaves, lead, lead === base), draft, leaves, cells)
      return columns
    },
  }
}

const spanOf = (leaf: Leaf, [from, to]: Range): Span => ({ from: leaf.sentences[from]?.from ?? 0, to: leaf.sentences[to - 1]?.to ?? 0 })

/** Columns of places of units, -1 where a witness has none: one for every unit of the lead, and between them what the others add. */
function columnsOf(draft: Draft, leaves: readonly Leaf[], lead: number, paired: boolean): number[][] {
  const [first, last] = unitsOf(leaves[lead] as Leaf, draft.cells[lead] as Range)
  const blank = (): number[] => leaves.map(() => -1)
  const own = Array.from({ length: last - first }, (_, i) => {
    const column = blank()
    column[lead] = first + i
    return column
  })
  // by the unit of the lead after which they stand
  const added: Map<string, number[]>[] = Array.from({ length: last - first + 1 }, () => new Map())
  draft.cells.forEach((range, k) => {
    if (!range || k === lead) return
    const units = (leaves[k] as Leaf).units
    const [from, to] = unitsOf(leaves[k] as Leaf, range)
    const seen = new Set<number>()
    const rows = paired ? (draft.pairs[k] ?? []) : []
    const add = (slot: number, unit: number): void => {
      const slots = added[slot] as Map<string, number[]>
      const { key } = units[unit] as Unit
      for (let n = 0; ; n++) {
        const name = `${n} ${key}`
        const column = slots.get(name) ?? blank()
        if (column[k] !== -1) continue
        column[k] = unit
        slots.set(name, column)
        return
      }
    }
    if (!rows.length) {
      // the same words as the lead: one column each
      for (let i = from; i < to; i++) if (i - from < own.length) (own[i - from] as number[])[k] = i
      for (let i = from + own.length; i < to; i++) add(own.length, i)
      return
    }
    let slot = 0
    for (const { words } of rows)
      for (const { a, b } of words) {
        if (a !== -1) slot = a - first + 1
        if (b === -1 || seen.has(b)) continue
        seen.add(b)
        if (a !== -1) (own[a - first] as number[])[k] = b
        else add(slot, b)
      }
    for (let i = from; i < to; i++) if (!seen.has(i)) add(slot, i)
  })
  const out: number[][] = [...(added[0] as Map<string, number[]>).values()]
  own.forEach((column, i) => {
    out.push(column, ...(added[i + 1] as Map<string, number[]>).values())
  })
  return out
}

/** Spans in the place of units: each word of a witness runs up to its next word, the first begins with the cell, the last ends it. */
function tiled(columns: readonly number[][], draft: Draft, leaves: readonly Leaf[], cells: readonly Cell[]): Cell[][] {
  const spans = cells.map((cell, k) => {
    const out = new Map<number, Span>()
    if (!cell) return out
    const [from, to] = unitsOf(leaves[k] as Leaf, draft.cells[k] as Range)
    let at = cell.from
    for (let i = from; i < to; i++) {
      const next = i + 1 < to ? Math.min(cell.to, Math.max(at, leaves[k]?.units[i + 1]?.from ?? 0)) : cell.to
      out.set(i, { from: at, to: next })
      at = next
    }
    return out
  })
  return columns.map((column) => column.map((unit, k) => spans[k]?.get(unit) ?? null))
}

/** The text of a witness, put together from the words of the table alone; equal to the text as received. */
export function rebuild({ rows, witnesses }: Pick<Collation, 'rows' | 'witnesses'>, witness: number): string {
  const spans: Span[] = []
  for (const { cells, columns } of rows) {
    const cell = cells[witness]
    if (!cell) continue
    const own = columns.flatMap((column) => column[witness] ?? [])
    spans.push(...(own.length ? own : [cell]))
  }
  const text = witnesses[witness]?.text ?? ''
  return spans
    .sort((x, y) => x.from - y.from || x.to - y.to)
    .map(({ from, to }) => text.slice(from, to))
    .join('')
}
