import { apartOf } from '../../compare/apart.ts'
import { around } from '../../compare/around.ts'
import { collate, NO_COPIES } from '../../compare/collate/collate.ts'
import { type Collation, type Difference, isQuiet, type Row } from '../../compare/collate/nouns.ts'
import { placeOf, rowOf } from '../../compare/collate/place.ts'
import { drift } from '../../compare/drift/drift.ts'
import type { Wording } from '../../compare/drift/nouns.ts'
import { letterOf } from '../../compare/letters.ts'
import { read, vocabularyOf } from '../../index.ts'
import type { Document } from '../../ledger/nouns.ts'
import type { Reading, Span } from '../../model.ts'
import type { Store } from '../../store/store.ts'
import type { DriftPage } from '../../web/compare/drift.tsx'
import type { ComparePage, DifferenceLine, Stretch } from '../../web/compare/props.ts'
import { loadOffers } from './offers.ts'

/** Documents to choose from, and texts that one page sets side by side. */
const CHOICES = 500
const WITNESSES = 6
/** Characters shown on either side of a difference. */
const AROUND = 90

/** The page that sets documents of the ledger side by side; undefined where one of them is not there. */
export async function loadCompare(store: Store, ids: readonly string[]): Promise<ComparePage | undefined> {
  const choices = (await store.documents({ limit: CHOICES })).rows.map(({ document }) => document)
  const chosen: { document: Document; text: string }[] = []
  for (const id of [...new Set(ids)].slice(0, WITNESSES)) {
    const found = await store.document(id)
    if (!found) return undefined
    chosen.push({ document: found.document, text: found.text })
  }
  const documents = chosen.map(({ document }) => document)
  const empty = { choices, chosen: documents, meaning: [], quiet: [], rows: [], notes: [], apart: [] }
  const vocabulary = vocabularyOf('en')
  if (chosen.length < 2 || !vocabulary) return { ...empty, offers: await loadOffers(store, documents[0]) }
  const witnesses = chosen.map((one, i) => ({ id: `Text ${letterOf(i)}`, text: one.text, reading: readingOf(one) }))
  const found = collate(witnesses, vocabulary)
  const apart = apartOf(witnesses)
  const rows = found.rows.filter(({ furniture }) => !furniture)
  const places = new Map(rows.map((row, i) => [row, i]))
  const lines = found.differences.map((one) => ({ quiet: isQuiet(one.class), line: lineOf(one, found, places) }))
  return {
    ...empty,
    meaning: lines.filter(({ quiet }) => !quiet).map(({ line }) => line),
    quiet: lines.filter(({ quiet }) => quiet).map(({ line }) => line),
    rows: rows.map(({ cells }) => cells.map((cell, witness) => (cell ? stretches(cell, witness, found) : null))),
    // said once, and in other words
    notes: apart.length ? found.notes.filter((note) => !note.endsWith(NO_COPIES)) : found.notes,
    apart,
  }
}

function lineOf(one: Difference, found: Collation, places: ReadonlyMap<Row, number>): DifferenceLine {
  const { class: kind, spans, effect, note, touches, groups, why } = one
  const text = (witness: number): string => found.witnesses[witness]?.text ?? ''
  const inRow = rowOf(found, one)
  const row = inRow && places.get(inRow)
  return {
    class: kind,
    readings: spans.map((span, i) => (span ? text(i).slice(span.from, span.to) : null)),
    around: spans.map((span, i) => {
      const place = span ?? placeOf(found, one, i)
      return place ? around(text(i), place, AROUND) : null
    }),
    effect,
    note,
    statement: touches.length > 0,
    groups,
    ...(row !== undefined && { row }),
    ...(why && { why }),
  }
}

/** A sentence of a witness cut at the differences that lie in it; cosmetic ones are not marked. */
function stretches(cell: Span, witness: number, { witnesses, differences }: Collation): Stretch[] {
  const text = witnesses[witness]?.text ?? ''
  const inside = differences
    .flatMap(({ class: kind, spans }) => {
      const span = spans[witness]
      return span && kind !== 'cosmetic' && span.from < cell.to && span.to > cell.from ? [{ kind, span }] : []
    })
    .sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to)
  const cut: Stretch[] = []
  let at = cell.from
  for (const { kind, span } of inside) {
    const [from, to] = [Math.max(span.from, at), Math.min(span.to, cell.to)]
    if (to <= from) continue
    if (from > at) cut.push({ text: text.slice(at, from) })
    cut.push({ text: text.slice(from, to), class: kind })
    at = to
  }
  if (at < cell.to) cut.push({ text: text.slice(at, cell.to) })
  return cut
}

/** The page of drift between two documents of the ledger; undefined where one of them is not there. */
export async function loadDrift(store: Store, older: string | undefined, newer: string | undefined): Promise<DriftPage | undefined> {
  const choices = (await store.documents({ limit: CHOICES })).rows.map(({ document }) => document)
  const vocabulary = vocabularyOf('en')
  if (!older || !newer || !vocabulary) return { choices, lines: [], offers: await loadOffers(store) }
  const [old, fresh] = [await store.document(older), await store.document(newer)]
  if (!old || !fresh) return undefined
  const items = drift(readingOf(old), readingOf(fresh), vocabulary)
  return {
    choices,
    old: old.document,
    new: fresh.document,
    lines: items.map(({ change, also, kind, note, ...sides }) => ({
      change,
      also,
      kind,
      note,
      ...(sides.old && { old: sideOf(sides.old) }),
      ...(sides.new && { new: sideOf(sides.new) }),
    })),
  }
}

function sideOf({ quote, force, statement }: Wording): { quote: string; force: string; id: string } {
  return { quote, force, id: statement.id }
}

function readingOf({ document, text }: { readonly document: Document; readonly text: string }): Reading {
  const { date, language, title } = document
  return read({ text, ...(date && { date }), ...(language && { language }), ...(title && { title }) })
}
