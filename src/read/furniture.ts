import type { Vocabulary } from '../lexicon/vocabulary.ts'
import type { Span } from '../model.ts'
import { applyEdits, PositionMap } from '../span.ts'
import { clean } from './clean/clean.ts'
import { blocks } from './segment/blocks.ts'

/** Stretches of a text that belong to the page and not to the text: menus, "Leave a comment", tags. Sorted, disjoint; the first two steps of reading alone. */
export function furnitureSpans(text: string, vocabulary: Vocabulary): Span[] {
  const { edits } = clean(text, vocabulary)
  const map = new PositionMap(edits)
  const spans: Span[] = []
  let done = 0
  for (const { from, to, role } of blocks(edits.length ? applyEdits(text, edits) : text, vocabulary)) {
    if (role !== 'furniture') continue
    const span = map.spanToSource(from, to)
    if (span.from < done || span.to <= span.from) continue
    spans.push(span)
    done = span.to
  }
  return spans
}
