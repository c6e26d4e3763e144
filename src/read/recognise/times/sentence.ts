// The cells of a sentence by its units: what the lexicon says of a word at hand saves a look at its letters.
import { More } from '../../../lexicon/word.ts'
import type { Unit } from '../units.ts'
import { type Cell, cutPart, isWordChar, simpleCell, type Vocabulary } from './cells.ts'
import { hasTrigger } from './vocabulary.ts'

/** A word stands there, or what joins two parts of one. */
const isInWord = (code: number): boolean => code !== 32 && (isWordChar(code) || code === 39 || code === 0x2019)

/** True for a unit that is one cell whatever stands beside it. */
const isCell = (text: string, { word, from, to }: Unit): boolean =>
  (word.more & More.SIMPLE) !== 0 && !isInWord(text.charCodeAt(to)) && (from === 0 || !isInWord(text.charCodeAt(from - 1)))

/** Nothing but one space, or nothing at all. */
const isGap = (text: string, from: number, to: number): boolean => to <= from || (to === from + 1 && text.charCodeAt(from) === 32)

/** True when a digit or a trigger stands in a sentence. */
export function mayHold(text: string, units: readonly Unit[], vocabulary: Vocabulary): boolean {
  let at = units[0]?.from ?? 0
  let to = at
  for (const unit of units) {
    to = unit.to
    if (!isCell(text, unit)) continue
    if (!isGap(text, at, unit.from) && hasTrigger(vocabulary, text, at, unit.from)) return true
    if ((unit.word.more & More.TRIGGER) !== 0 && hasTrigger(vocabulary, text, unit.from, to)) return true
    at = to
  }
  return hasTrigger(vocabulary, text, at, to)
}

/** The cells of a sentence, from its first unit to its last, what stands between units with them. */
export function cutSentence(text: string, units: readonly Unit[], vocabulary: Vocabulary): Cell[] {
  const cells: Cell[] = []
  const from = units[0]?.from ?? 0
  let at = from
  let to = from
  for (const unit of units) {
    to = unit.to
    if (!isCell(text, unit)) continue
    if (!isGap(text, at, unit.from)) cutPart(cells, text, from, at, unit.from, vocabulary)
    cells.push(simpleCell(text, from, unit.from, to, (unit.word.more & More.TIMED) !== 0, vocabulary))
    at = to
  }
  cutPart(cells, text, from, at, to, vocabulary)
  return cells
}
