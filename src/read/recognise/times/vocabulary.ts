import type { Row } from '../../../lexicon/lexicon.ts'
import { type Cell, cut, type Entry, fold, hash, isWordChar, Kind, type Sense, SLOTS, type Vocabulary } from './cells.ts'

const none: ReadonlySet<string> = new Set()

/**
 * Builds a vocabulary. `triggers` names the classes without one of whose words a stretch cannot hold anything;
 * of a form of several words the longest word is the trigger, since that is the rarest.
 */
export function compileVocabulary(rows: readonly Row[], triggers: ReadonlySet<string>): Vocabulary {
  const entries = new Map<string, Entry>()
  const known = new Uint8Array(SLOTS)
  const wanted = new Uint8Array(SLOTS)
  for (const row of rows) {
    const unless = row.unless ? new Set(split(row.unless).map(fold)) : none
    for (const form of split(row.forms ?? '')) {
      const words = wordsOf(form)
      const first = words[0]
      if (first === undefined) continue
      const sense = { id: row.id ?? '', cls: row.class ?? '', value: row.value ?? '', cased: fold(form[0] ?? '') !== form[0], unless }
      const entry = entries.get(first) ?? { phrases: [] }
      entry.phrases.push({ words, sense })
      entries.set(first, entry)
      known[slot(first)] = 1
      if (triggers.has(sense.cls)) wanted[slot(words.reduce((a, b) => (b.length > a.length ? b : a)))] = 1
    }
  }
  for (const entry of entries.values()) entry.phrases.sort((a, b) => b.words.length - a.words.length)
  return { entries, known, triggers: wanted }
}

const split = (cell: string): string[] => cell.split('|').filter((part) => part !== '')

function wordsOf(form: string): string[] {
  return cut(form, 0, form.length, undefined).map((cell) => fold(form.slice(cell.from, cell.to)))
}

function slot(word: string): number {
  let h = 0
  for (let at = 0; at < word.length; at++) h = hash(h, word.charCodeAt(at))
  return h & (SLOTS - 1)
}

/** True when a digit (if `digits`) or a word whose hash is that of a trigger stands in `text[from, to)`. */
export function hasTrigger(vocabulary: Vocabulary, text: string, from: number, to: number, digits: boolean): boolean {
  const { triggers } = vocabulary
  let h = 0
  let inside = false
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (digits && code >= 48 && code <= 57) return true
    if (isWordChar(code)) {
      h = hash(h, code)
      inside = true
    } else {
      if (inside && triggers[h & (SLOTS - 1)] === 1) return true
      if (code > 127 && triggers[hash(0, code) & (SLOTS - 1)] === 1) return true
      if (code < 128 && code > 32 && triggers[hash(0, code) & (SLOTS - 1)] === 1) return true
      h = 0
      inside = false
    }
  }
  return inside && triggers[h & (SLOTS - 1)] === 1
}

/** A form found in cells: its sense and the index after it. */
export interface Match {
  readonly sense: Sense
  readonly next: number
}

/** The longest form of class `cls` that starts at cell `i`. */
export function match(text: string, cells: readonly Cell[], i: number, cls: string): Match | undefined {
  const entry = cells[i]?.entry
  if (entry === undefined) return undefined
  for (const { words, sense } of entry.phrases) {
    if (sense.cls === cls && fits(text, cells, i, words)) return { sense, next: i + words.length }
  }
  return undefined
}

/** All forms of class `cls` that start at cell `i`, longest first. */
export function matches(text: string, cells: readonly Cell[], i: number, cls: string): Match[] {
  const found: Match[] = []
  for (const { words, sense } of cells[i]?.entry?.phrases ?? []) {
    if (sense.cls === cls && fits(text, cells, i, words)) found.push({ sense, next: i + words.length })
  }
  return found
}

function fits(text: string, cells: readonly Cell[], i: number, words: readonly string[]): boolean {
  if (i + words.length > cells.length) return false
  for (let k = 1; k < words.length; k++) {
    const cell = cells[i + k] as Cell
    const word = words[k] as string
    if (cell.to - cell.from !== word.length || fold(text.slice(cell.from, cell.to)) !== word) return false
  }
  const last = cells[i + words.length - 1] as Cell
  return last.kind !== Kind.Break
}
