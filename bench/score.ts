/**
 * Scores readings of whole documents against gold, by the codebook's measure: a predicted statement matches a gold
 * one when they overlap in at least half of their joint length; pairs are taken best first, one to one.
 * Agrees to the last digit with the reference scorer (test/bench/score.test.ts holds them together).
 */
import type { Kind, Span } from '../src/model.ts'
import type { GoldDocument, GoldStatement } from './gold.ts'

export const kinds: readonly Kind[] = ['commitment', 'proposal', 'position', 'report']
export const fields = ['force', 'parties', 'act', 'aspect', 'has attribution', 'kind+force+parties'] as const
export type Field = (typeof fields)[number]

/** Matches, gold items, predicted items. */
export interface Cell {
  hit: number
  gold: number
  predicted: number
}
/** Sum of scores, and over how many pairs. */
export interface Mean {
  sum: number
  pairs: number
}
/** Everything counted over some documents; adds up. */
export interface Tally {
  documents: number
  found: Cell
  damage: Cell
  kinds: Record<Kind, Cell>
  fields: Record<Field, Mean>
}

/** What the scorer needs of a predicted statement. */
export interface Predicted {
  readonly span: Span
  readonly kind: Kind
  readonly force: string
  readonly parties: readonly string[]
  readonly act?: string
  readonly aspect?: string
  readonly attribution?: string
}

const cell = (): Cell => ({ hit: 0, gold: 0, predicted: 0 })
const mean = (): Mean => ({ sum: 0, pairs: 0 })

/** A tally of nothing. */
export const emptyTally = (): Tally => ({
  documents: 0,
  found: cell(),
  damage: cell(),
  kinds: { commitment: cell(), proposal: cell(), position: cell(), report: cell() },
  fields: { force: mean(), parties: mean(), act: mean(), aspect: mean(), 'has attribution': mean(), 'kind+force+parties': mean() },
})

/** Shared length over joint length of two spans; 0 when apart. */
export function overlap(a: Span, b: Span): number {
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from)
  return shared <= 0 ? 0 : shared / (Math.max(a.to, b.to) - Math.min(a.from, b.from))
}

/** Pairs of indices (gold, predicted), best overlap first, one to one, at least half overlapping. */
export function pair(gold: readonly Span[], predicted: readonly Span[], allowed: (g: number, p: number) => boolean): [number, number][] {
  const candidates: [number, number, number][] = []
  gold.forEach((g, i) => {
    predicted.forEach((p, j) => {
      const share = overlap(g, p)
      if (share >= 0.5 && allowed(i, j)) candidates.push([share, i, j])
    })
  })
  candidates.sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2])
  const usedGold = new Set<number>()
  const usedPredicted = new Set<number>()
  const chosen: [number, number][] = []
  for (const [, i, j] of candidates) {
    if (usedGold.has(i) || usedPredicted.has(j)) continue
    usedGold.add(i)
    usedPredicted.add(j)
    chosen.push([i, j])
  }
  return chosen
}

/** Dice overlap of two lists of parties; two empty lists agree. */
export function setF1(a: readonly string[], b: readonly string[]): number {
  if (!a.length && !b.length) return 1
  return (2 * a.filter((x) => b.includes(x)).length) / (a.length + b.length)
}

/** Pairs by place alone, and pairs that agree on kind too, as indices into the statements of `doc` and `predicted`. */
export function match(doc: GoldDocument, predicted: readonly Predicted[]): { loose: [number, number][]; coded: [number, number][] } {
  const spans = predicted.map((p) => p.span)
  const sameKind = (g: number, p: number) => doc.statements[g]?.kind === predicted[p]?.kind
  return { loose: pair(doc.statements, spans, () => true), coded: pair(doc.statements, spans, sameKind) }
}

function addFields(to: Tally, g: GoldStatement, p: Predicted): void {
  const note = (field: Field, value: number) => {
    to.fields[field].sum += value
    to.fields[field].pairs++
  }
  const force = (g.force ?? '') === (p.force ?? '')
  const parties = setF1(g.parties, p.parties)
  note('force', +force)
  note('parties', parties)
  if (g.act) note('act', +(g.act === (p.act ?? '')))
  if (g.aspect) note('aspect', +(g.aspect === (p.aspect ?? '')))
  note('has attribution', +(Boolean(g.attribution) === Boolean(p.attribution)))
  note('kind+force+parties', +(force && parties === 1))
}

/** Counts one document into a new tally. */
export function scoreDocument(doc: GoldDocument, predicted: readonly Predicted[], damage: readonly { span: Span }[]): Tally {
  const tally = emptyTally()
  const { loose, coded } = match(doc, predicted)
  tally.documents = 1
  tally.found = { hit: loose.length, gold: doc.statements.length, predicted: predicted.length }
  for (const g of doc.statements) tally.kinds[g.kind].gold++
  for (const p of predicted) tally.kinds[p.kind].predicted++
  for (const [i, j] of coded) {
    const g = doc.statements[i] as GoldStatement
    tally.kinds[g.kind].hit++
    addFields(tally, g, predicted[j] as Predicted)
  }
  const broken = doc.damage ?? []
  const hits = pair(
    broken,
    damage.map((d) => d.span),
    () => true,
  ).length
  tally.damage = { hit: hits, gold: broken.length, predicted: damage.length }
  return tally
}

/** Sum of tallies. */
export function addTallies(tallies: Iterable<Tally>): Tally {
  const all = emptyTally()
  const add = (to: Cell, from: Cell) => {
    to.hit += from.hit
    to.gold += from.gold
    to.predicted += from.predicted
  }
  for (const tally of tallies) {
    all.documents += tally.documents
    add(all.found, tally.found)
    add(all.damage, tally.damage)
    for (const kind of kinds) add(all.kinds[kind], tally.kinds[kind])
    for (const field of fields) {
      all.fields[field].sum += tally.fields[field].sum
      all.fields[field].pairs += tally.fields[field].pairs
    }
  }
  return all
}

/** Precision, recall and their harmonic mean; 0 where there is nothing. */
export function prf({ hit, gold, predicted }: Cell): { p: number; r: number; f1: number } {
  const p = predicted ? hit / predicted : 0
  const r = gold ? hit / gold : 0
  return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 }
}

/** The four kinds taken together: place and kind right. */
export function codedCell(tally: Tally): Cell {
  const all = cell()
  for (const kind of kinds) {
    all.hit += tally.kinds[kind].hit
    all.gold += tally.kinds[kind].gold
    all.predicted += tally.kinds[kind].predicted
  }
  return all
}

/** Mean of a field over the pairs that agree on kind; 0 where there is none. */
export const fieldMean = (tally: Tally, field: Field): number => {
  const { sum, pairs } = tally.fields[field]
  return pairs ? sum / pairs : 0
}

/** Output of the reference scorer for a tally, line by line, so that both can be compared as text. */
export function officialLines(tally: Tally, absent: number): string[] {
  const show = (name: string, c: Cell) => {
    const { p, r, f1 } = prf(c)
    return `${name.padEnd(24)} P ${p.toFixed(3)}  R ${r.toFixed(3)}  F1 ${f1.toFixed(3)}  (gold ${c.gold}, predicted ${c.predicted})`
  }
  const lines = [`${tally.documents} documents${absent ? `, ${absent} without a reading` : ''}`]
  lines.push(show('found (span)', tally.found), show('coded (span + kind)', codedCell(tally)))
  for (const kind of kinds) lines.push(show(`  ${kind}`, tally.kinds[kind]))
  for (const field of fields) {
    const { pairs } = tally.fields[field]
    if (pairs) lines.push(`${field.padEnd(24)} ${fieldMean(tally, field).toFixed(3)}  (${pairs} pairs)`)
  }
  if (tally.damage.gold || tally.damage.predicted) lines.push(show('damage', tally.damage))
  return lines
}
