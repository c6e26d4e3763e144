import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import type { Context } from './context.ts'

/** How near a witness is to the source, as far as its own text shows. */
export interface Nearness {
  /** Damaged stretches, letters in a wrong encoding counted too, furniture left out. */
  readonly damages: number
  /** The mark of an agency stands at its top or foot. */
  readonly agency: boolean
  /** It has a dateline, and nothing in the text contradicts it. */
  readonly dateline: boolean
}

/** How far from the top, and from the foot, a mark of an agency is looked for. */
const EDGE = 400

/** What a witness shows of its nearness to the source. */
export function nearnessOf({ leaf }: Context, vocabulary: Vocabulary): Nearness {
  const { reading, text } = leaf
  const edges = `${text.slice(0, EDGE)}\n${text.length > EDGE ? text.slice(Math.max(EDGE, text.length - EDGE)) : ''}`
  return {
    damages: reading.damage.filter((one) => one.rule !== 'damage/furniture').length,
    agency: isMarked(edges, vocabulary) || isMarked(reading.source.publisher ?? '', vocabulary),
    dateline: reading.segments.some(({ role }) => role === 'dateline') && !reading.damage.some(({ rule }) => rule === 'damage/dateline'),
  }
}

/** True where the name of a news agency stands in a stretch of text as words of its own. */
function isMarked(text: string, vocabulary: Vocabulary): boolean {
  for (const row of vocabulary.rows('agencies'))
    for (const form of (row['forms'] ?? '').split('|'))
      for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + 1))
        if (isEdge(text, at - 1) && isEdge(text, at + form.length)) return true
  return false
}

const isEdge = (text: string, at: number): boolean => !/[\p{L}\p{N}]/u.test(text[at] ?? ' ')

/** Orders witnesses from the nearest to the source: fewer damages, an agency's mark, a dateline, more text, then by their characters. */
export function byNearness(contexts: readonly Context[], near: readonly Nearness[]): number[] {
  const at = (k: number): Nearness => near[k] as Nearness
  const leaf = (k: number): Context['leaf'] => (contexts[k] as Context).leaf
  return contexts
    .map((_, k) => k)
    .sort(
      (x, y) =>
        at(x).damages - at(y).damages ||
        Number(at(y).agency) - Number(at(x).agency) ||
        Number(at(y).dateline) - Number(at(x).dateline) ||
        leaf(y).units.length - leaf(x).units.length ||
        (leaf(x).reading.hash < leaf(y).reading.hash ? -1 : leaf(x).reading.hash > leaf(y).reading.hash ? 1 : x - y),
    )
}
