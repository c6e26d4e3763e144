import { Flag, VERB } from '../../lexicon/word.ts'
import type { Block } from '../segment/blocks.ts'
import type { Mark, Whole } from './whole.ts'

/** A fragment is short: "Outcome.", "From 7 January 2031." */
const LONGEST = 40
const FINITE = Flag.MODAL | Flag.BE | Flag.HAVE | Flag.DO | Flag.PAST | Flag.PRESENT
const spoken = /["“”‘!?]/

/**
 * Sentences of a few words that cannot stand alone, left in a paragraph by bad segmentation: a single noun, a phrase that opens with a
 * preposition, a relative clause. Sought in reports only: speeches and
 * transcripts speak in fragments by right.
 */
export function markFragments(whole: Whole, mark: Mark): void {
  if (!whole.report) return
  const { text, blocks, first, last } = whole
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block
    if (i > first && i < last && isWordAlone(text.slice(block.from, block.to), whole.vocabulary))
      mark(block.from, block.to, 'damage/fragment', 'fragment left by bad segmentation')
    else if ((block.role === 'narration' || block.role === 'item') && block.speaker === undefined) fragmentsOf(whole, block, mark)
  }
}

function fragmentsOf({ text, vocabulary }: Whole, block: Block, mark: Mark): void {
  let from = -1
  let to = -1
  for (let stop = text.indexOf('. ', block.content); stop !== -1 && stop < block.to; ) {
    const start = stop + 2
    const next = text.indexOf('.', start)
    const end = next === -1 || next >= block.to ? -1 : next
    const isEnd = end !== -1 && (end + 1 >= block.to || text.charCodeAt(end + 1) === 32)
    if (
      isEnd &&
      end - start <= LONGEST &&
      endsSentence(text, stop) &&
      (isFragment(text.slice(start, end), vocabulary) || repeats(text, stop, start, end))
    ) {
      if (to === start - 1) to = end + 1
      else {
        if (from >= 0) mark(from, to, 'damage/fragment', 'fragment left by bad segmentation')
        from = start
        to = end + 1
      }
    }
    stop = isEnd && end + 1 < block.to ? end : text.indexOf('. ', start)
  }
  if (from >= 0) mark(from, to, 'damage/fragment', 'fragment left by bad segmentation')
}

/** "Outcome." as a paragraph: one word with a full stop. */
const isWordAlone = (paragraph: string, vocabulary: Whole['vocabulary']): boolean =>
  paragraph.length <= LONGEST && paragraph.endsWith('.') && !paragraph.includes(' ') && isFragment(paragraph.slice(0, -1), vocabulary)

/** "… the ferry. ferry.": one word alone, the last of the sentence before. */
function repeats(text: string, stop: number, start: number, end: number): boolean {
  const word = text.slice(start, end)
  return end - start > 2 && !word.includes(' ') && text.slice(stop - word.length - 1, stop).toLowerCase() === ` ${word.toLowerCase()}`
}

/** Two small letters or a digit before the stop: no abbreviation or initial. */
function endsSentence(text: string, stop: number): boolean {
  const code = text.charCodeAt(stop - 1)
  const before = text.charCodeAt(stop - 2)
  return (
    (code >= 97 && code <= 122 && before >= 97 && before <= 122) ||
    (code >= 48 && code <= 57 && before >= 48 && before <= 57) ||
    code === 41
  )
}

function isFragment(sentence: string, vocabulary: Whole['vocabulary']): boolean {
  if (spoken.test(sentence) || !/^\p{Lu}\p{Ll}/u.test(sentence) || vocabulary.isAbbreviation(`${sentence}.`)) return false
  const words = sentence.split(/[\s,]+/)
  const last = words.at(-1) as string
  if (last.length < 2 || vocabulary.isAbbreviation(`${last}.`)) return false
  const flags = words.map((word) => vocabulary.lookup(word).flags)
  const first = flags[0] as number
  if (words.length === 1) return (first & (Flag.ADVERB | Flag.PRONOUN | Flag.NUMBER)) === 0 && sentence.length > 3
  if (words.length <= 3 && first & Flag.RELATIVE) return true
  const finite = flags.some((one) => one & FINITE && !(one & (Flag.NUMBER | Flag.CAPITAL | Flag.ALSO_NOUN)))
  const ending = flags.at(-1) as number
  if (words.length <= 3 && first & Flag.ADVERB && ending & Flag.PREPOSITION && !finite) return true
  return (
    words.length <= 5 &&
    (first & Flag.PREPOSITION) !== 0 &&
    !finite &&
    flags.every((one) => !(one & VERB) || one & (Flag.ALSO_NOUN | Flag.CAPITAL))
  )
}
