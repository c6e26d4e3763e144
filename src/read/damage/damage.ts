import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import type { Damage, Source, Span } from '../../model.ts'
import type { PositionMap } from '../../span.ts'
import type { Block } from '../segment/blocks.ts'
import { markCutOff } from './cutoff.ts'
import { markDateline } from './datelines.ts'
import { markFragments } from './fragments.ts'
import { markFurniture } from './furniture.ts'
import { markLinks, markWaters } from './links.ts'
import { markDays, markRanges } from './numbers.ts'
import { markAgain, markRepeats } from './repeats.ts'
import { sightingsOf } from './sightings.ts'
import { markSpliced } from './spliced.ts'
import { markVariants } from './variants.ts'
import type { Mark, Whole } from './whole.ts'
import { markYears, yearOf } from './years.ts'

/** A report has a few pages. */
const REPORT = 12_000
const site = new Set(['furniture/share', 'furniture/comment-box', 'furniture/menu', 'furniture/agency'])
const broken = new Set(['damage/glued-words', 'damage/mojibake'])
/** Contradictions are sought in single texts; what is longer is a collection. */
const LONGEST = 200_000

/**
 * Damage that needs the context of the whole text, joined with what cleaning marked, sorted and disjoint; what cleaning found wins.
 * Linear in the text. `marks` are offsets into the text as received, `text` and `blocks` belong to the cleaned text.
 */
export function findDamage(
  source: Source,
  text: string,
  map: PositionMap,
  blocks: readonly Block[],
  marks: readonly Damage[],
  vocabulary: Vocabulary,
): Damage[] {
  const found: Damage[] = []
  const mark: Mark = (from, to, rule, what) => {
    const span = map.spanToSource(from, to)
    if (span.to > span.from) found.push({ span, quote: source.text.slice(span.from, span.to), rule, what })
  }
  const prose = (block: Block): boolean => block.role !== 'furniture' && block.role !== 'heading'
  const whole: Whole = {
    text,
    blocks,
    vocabulary,
    source,
    report:
      text.length <= REPORT &&
      (blocks.some((block) => block.dateline || site.has(block.rule)) || marks.some((one) => broken.has(one.rule))),
    first: blocks.findIndex(prose),
    last: blocks.findLastIndex(prose),
    year: text.length > LONGEST ? undefined : yearOf(source, text, blocks),
  }
  if (whole.first === -1) return marks.filter((one) => one.rule !== 'damage/doubled-around')
  markFurniture(whole, mark)
  markRepeats(whole, mark)
  markAgain(whole, mark)
  if (text.length <= LONGEST) {
    const sightings = sightingsOf(whole)
    markDateline(whole, sightings, mark)
    markSpliced(whole, sightings, mark)
    markLinks(whole, sightings, mark)
    markWaters(whole, sightings, mark)
    if (whole.report) markVariants(sightings, vocabulary, mark)
    markYears(whole, mark)
    markRanges(whole, mark)
    markDays(whole, mark)
    markFragments(whole, mark)
    markCutOff(whole, mark)
  }
  return settle(
    marks.filter((one) => (whole.report || one.rule !== 'damage/doubled-around') && !inLooseFurniture(one.span, blocks, map)),
    found,
  )
}

/** What is broken in a menu above or below the text harms nobody. */
function inLooseFurniture(span: Span, blocks: readonly Block[], map: PositionMap): boolean {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (map.spanToSource((blocks[middle] as Block).from, (blocks[middle] as Block).to).to <= span.from) low = middle + 1
    else high = middle
  }
  return blocks[low]?.role === 'furniture' && map.spanToSource((blocks[low] as Block).from, (blocks[low] as Block).to).from <= span.from
}

const repeats = new Set(['damage/repeated-paragraph', 'damage/repeated-sentence'])

/** What is said twice is damaged as a whole, whatever is broken inside it. */
const covers = (whole: Damage, part: Damage): boolean => repeats.has(whole.rule) && part.span.to <= whole.span.to

/** Sorted and disjoint: what is said twice covers what is broken in it; else the marks of cleaning stand, then the first that was found. */
function settle(first: readonly Damage[], second: readonly Damage[]): Damage[] {
  const all = [...first.map((value) => ({ value, rank: 0 })), ...second.map((value, i) => ({ value, rank: i + 1 }))]
  all.sort((a, b) => a.value.span.from - b.value.span.from || a.rank - b.rank)
  const kept: typeof all = []
  for (const one of all) {
    let wins = true
    for (let last = kept.at(-1); last && one.value.span.from < last.value.span.to; last = kept.at(-1)) {
      if (last.rank <= one.rank || covers(last.value, one.value)) {
        wins = false
        break
      }
      kept.pop()
    }
    if (wins) kept.push(one)
  }
  return kept.map((one) => one.value)
}
