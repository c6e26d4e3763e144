import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { sensesOf } from '../senses.ts'
import { differencesOf, missingPlace } from './apparatus.ts'
import { type Context, contextOf } from './context.ts'
import { type Leaf, leafOf } from './leaf.ts'
import { Lexis } from './lexis.ts'
import { type Cell, type Collation, type Difference, isQuiet, order, type Witness } from './nouns.ts'
import { pairWitnesses } from './pair.ts'
import type { PairRow } from './pair-row.ts'
import { withoutSlips } from './slips.ts'
import { byNearness, nearnessOf } from './sources.ts'
import { type Draft, draftRows, rowOf } from './table.ts'

/** What is said of a witness below it. */
export const NO_COPIES = 'hardly anything in common; these are no copies of one text'
/** Words in common, as a part of the words of the shorter text, below which two texts are no copies of one another. */
const LITTLE = 0.15

/**
 * Collates two or more witnesses of a text: aligns their sentences and words, and classes every difference. With two, the rows follow
 * the first; with more, the witness nearest to the source, so that the order in which they are given changes nothing but names.
 * Pure. Time grows with the sum of the texts: every witness is aligned with the base alone.
 */
export function collate(witnesses: readonly Witness[], vocabulary: Vocabulary): Collation {
  const lexis = new Lexis(vocabulary, sensesOf(vocabulary))
  const contexts = contextsOf(witnesses, lexis)
  const near = contexts.map((context) => nearnessOf(context, vocabulary))
  const base = witnesses.length > 2 ? (byNearness(contexts, near)[0] ?? 0) : 0
  const pairings = pairingsOf(contexts, base, lexis)
  const leaves = contexts.map((context) => context.leaf)
  const drafts = draftRows(leaves, base, pairings)
  const rows = drafts.map((draft) => rowOf(draft, leaves, base))
  const found: Difference[] = []
  for (const draft of drafts) found.push(...lacks(draft, base, contexts, near), ...differencesOf(draft, base, contexts, near))
  return {
    witnesses,
    base,
    rows,
    differences: sorted(found),
    furniture: contexts.map(({ leaf }) => leaf.sentences.filter((sentence) => sentence.role === 'furniture').length),
    notes: notesOf(witnesses, contexts, pairings),
  }
}

/** Equal texts are made ready once. */
function contextsOf(witnesses: readonly Witness[], lexis: Lexis): Context[] {
  const texts = new Map(witnesses.map((witness) => [witness.text, witness]))
  const leaves = withoutSlips(
    [...texts.values()].map((witness) => leafOf(witness, lexis)),
    lexis,
  )
  const made = new Map([...texts.keys()].map((text, k) => [text, contextOf(leaves[k] as Leaf)]))
  return witnesses.map(({ text }) => made.get(text) as Context)
}

function pairingsOf(contexts: readonly Context[], base: number, lexis: Lexis): (readonly PairRow[] | null)[] {
  const made = new Map<Context, readonly PairRow[]>()
  return contexts.map((context, k) => {
    if (k === base) return null
    const known = made.get(context)
    if (known) return known
    const rows = pairWitnesses(contexts[base] as Context, context, lexis)
    made.set(context, rows)
    return rows
  })
}

/** The place of a row of the base that some witness does not have. */
function lacks(draft: Draft, base: number, contexts: readonly Context[], near: ReturnType<typeof nearnessOf>[]): Difference[] {
  const cell = draft.cells[base]
  const { leaf } = contexts[base] as Context
  if (!cell || !draft.cells.includes(null)) return []
  const lacking = draft.cells.flatMap((other, k) => (other || draft.pairs[k] ? [] : [k]))
  const first = leaf.sentences[cell[0]]
  const last = leaf.sentences[cell[1] - 1]
  if (!lacking.length || !first || !last || first.role === 'furniture' || last.last === first.first) return []
  return [missingPlace(draft, base, [first.first, last.last], lacking, contexts, near)]
}

/** Those that touch a statement first, then the others that change the sense, then wording, then what is cosmetic; by their place in each. */
function sorted(all: readonly Difference[]): Difference[] {
  // two words that one repair of the text made stand at one place
  const place = (span: Cell): string => (span ? `${span.from}-${span.to}` : '')
  const found = [...new Map(all.map((one) => [`${one.class} ${one.spans.map(place).join()}`, one])).values()]
  const rank = (one: Difference): number => (isQuiet(one.class) ? order.indexOf(one.class) : one.touches.length ? 0 : 1)
  return found
    .map((one, at) => ({ one, at }))
    .sort((x, y) => rank(x.one) - rank(y.one) || x.at - y.at)
    .map(({ one }) => one)
}

function notesOf(witnesses: readonly Witness[], contexts: readonly Context[], pairings: readonly (readonly PairRow[] | null)[]): string[] {
  const notes: string[] = []
  const name = (k: number): string => witnesses[k]?.id ?? String(k + 1)
  const unread = witnesses.filter((witness) => witness.reading.lexicon === 'none')
  if (unread.length) notes.push(`no lexicon for ${unread.map((witness) => witness.id).join(', ')}: words compared, statements not read`)
  if (new Set(witnesses.map((witness) => witness.text)).size === 1) notes.push('the texts are the same, character by character')
  pairings.forEach((rows, k) => {
    if (!rows) return
    const aligned = rows.reduce((sum, row) => sum + row.aligned, 0)
    const size = Math.min(...contexts.map(({ leaf }, i) => (i === k || !pairings[i] ? leaf.units.length : Number.POSITIVE_INFINITY)))
    if (size === 0) notes.push(`${name(k)}: nothing to compare: a text has no words`)
    else if (aligned < size * LITTLE) notes.push(`${name(k)}: ${NO_COPIES}`)
  })
  return notes
}
