import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { Flag } from '../../lexicon/word.ts'
import type { Source } from '../../model.ts'
import type { Block } from '../segment/blocks.ts'
import { damageWordsOf } from './vocabulary.ts'
import type { Mark, Whole } from './whole.ts'

const year = /(?<![\d.,/-])(?:19|20|21|22)\d\d(?![\d/]|[.,]\d)/g
const range = /(?<![\d.,/-])((?:19|20|21)\d\d)[-–]((?:1|2)\d{3})(?![\d/-]|[.,]\d)/g
/** A year estimated from the years of the text may be wrong by so much. */
const MARGIN = 10

/** The year of a text: of its dateline, of its source, else the median of the years that it names (not sure). */
export function yearOf(source: Source, text: string, blocks: readonly Block[]): Whole['year'] {
  const dated = blocks.find((block) => block.dateline?.year !== undefined)?.dateline?.year
  if (dated !== undefined) return { value: dated, sure: true }
  const given = Number(source.date?.slice(0, 4))
  if (given > 1000) return { value: given, sure: true }
  const named = [...text.matchAll(year)].map((match) => Number(match[0])).sort((a, b) => a - b)
  return named.length > 3 ? { value: named[named.length >> 1] as number, sure: false } : undefined
}

/** A limit that lies before the text, a past act that lies after it, and a period that ends before it begins. */
export function markYears({ text, year: own, vocabulary }: Whole, mark: Mark): void {
  for (const { 0: whole, 1: from, 2: to, index } of text.matchAll(range)) {
    const span = Number(to) - Number(from)
    const before = vocabulary.lookup(wordBefore(text, index)).flags
    if ((span < 0 || span > 100) && before & Flag.PREPOSITION) mark(index, index + whole.length, 'damage/period', 'impossible period')
  }
  if (!own) return
  const margin = own.sure ? 0 : MARGIN
  for (const { 0: whole, index } of text.matchAll(year)) {
    const value = Number(whole)
    if (value < own.value - margin && isLimit(text, index, vocabulary))
      mark(index, index + 4, 'damage/year', `year of a limit lies before the text (${own.value})`)
    else if (value > own.value + margin && isPast(text, index, vocabulary))
      mark(index, index + 4, 'damage/year', `year of a past act lies after the text (${own.value})`)
  }
}

/** "until the end of 2013", "will open in the first half of 2023": a limit, set by a clause with a word of intent. */
function isLimit(text: string, at: number, vocabulary: Vocabulary): boolean {
  const words = damageWordsOf(vocabulary)
  const before = wordsBefore(text, at, 30)
  const last = before.at(-1) as string
  const period = before.length > 2 && vocabulary.lookup(last).flags & Flag.PREPOSITION && words.of('period').has(before.at(-2) as string)
  if (!period && !words.of('until').has(last)) return false
  for (let i = before.length - 2; i >= 0; i--) {
    const { flags } = vocabulary.lookup(before[i] as string)
    if (flags & Flag.MODAL || words.of('agreed').has(before[i] as string)) return true
    if (
      flags & (Flag.PAST | Flag.PARTICIPLE | Flag.PRESENT | Flag.BE | Flag.THAT | Flag.RELATIVE) &&
      !(flags & (Flag.BASE | Flag.ALSO_NOUN))
    )
      return false
  }
  return false
}

/** "signed in 2092": a past form right before "in" and the year, and no word of intent in front of it. */
function isPast(text: string, at: number, vocabulary: Vocabulary): boolean {
  const before = wordsBefore(text, at, 5)
  const flags = (i: number): number => vocabulary.lookup(before.at(i) ?? '').flags
  if (
    !(flags(-1) & Flag.PREPOSITION) ||
    damageWordsOf(vocabulary)
      .of('until')
      .has(before.at(-1) ?? '')
  )
    return false
  if (
    !damageWordsOf(vocabulary)
      .of('past-act')
      .has(before.at(-2) ?? '')
  )
    return false
  return !(flags(-3) & (Flag.TO | Flag.MODAL | Flag.BE)) && !(flags(-4) & (Flag.TO | Flag.MODAL))
}

/** Up to `most` words before `at`, back to the start of the sentence. */
function wordsBefore(text: string, at: number, most: number): string[] {
  const opening = text.slice(Math.max(0, at - most * 12), at)
  const start = Math.max(opening.lastIndexOf('. '), opening.lastIndexOf('\n'), opening.lastIndexOf('; '))
  return opening
    .slice(start + 1)
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .slice(-most)
}

const wordBefore = (text: string, at: number): string => wordsBefore(text, at, 2).at(-1) ?? ''
