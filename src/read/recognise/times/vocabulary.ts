import { triggerClasses } from '../../../lexicon/classes.ts'
import { internCell } from '../../../lexicon/intern.ts'
import type { Row } from '../../../lexicon/lexicon.ts'
import {
  type Cell,
  cut,
  type Entry,
  fold,
  groupOf,
  hash,
  isFolded,
  isWordChar,
  Kind,
  noSeconds,
  type Phrase,
  type Sense,
  SLOTS,
  secondSlot,
  type Vocabulary,
} from './cells.ts'

const none: ReadonlySet<string> = new Set()

/** Builds a vocabulary. Of a form of several words that can open something the longest word is the trigger, since that is the rarest. */
export function compileVocabulary(rows: readonly Row[]): Vocabulary {
  const byWord = new Map<string, Entry>()
  const known = new Uint16Array(SLOTS)
  const wanted = new Uint8Array(SLOTS)
  const opening = new Map<number, string[]>()
  for (const row of rows) {
    const unless = row.unless ? new Set(split(row.unless).map(fold)) : none
    for (const form of split(row.forms ?? '')) {
      const words = wordsOf(form)
      const first = words[0]
      if (first === undefined) continue
      const sense = {
        id: row.id ?? '',
        cls: internCell(row.class ?? ''),
        value: internCell(row.value ?? ''),
        cased: fold(form[0] ?? '') !== form[0],
        unless,
      }
      const entry: Entry = byWord.get(first) ?? { word: first, classes: [], phrases: [], groups: 0, alone: 0, seconds: undefined }
      const list = entry.phrases[entry.classes.indexOf(sense.cls)]
      if (list) list.push({ words, sense })
      else {
        entry.classes.push(sense.cls)
        entry.phrases.push([{ words, sense }])
      }
      const group = groupOf[sense.cls] ?? 0
      entry.groups |= group
      const second = words[1]
      if (second === undefined) entry.alone |= group
      else {
        entry.seconds ??= noSeconds()
        entry.seconds[secondSlot(second.length, second.charCodeAt(0))] = 1
      }
      byWord.set(first, entry)
      if (!triggerClasses.has(sense.cls)) continue
      const rarest = words.find(isSign) ?? words.reduce((a, b) => (b.length > a.length ? b : a))
      wanted[slot(rarest)] = 1
      const same = opening.get(slot(rarest))
      if (!same) opening.set(slot(rarest), [rarest])
      else if (!same.includes(rarest)) same.push(rarest)
    }
  }
  const entries: Entry[][] = []
  for (const entry of byWord.values()) {
    for (const list of entry.phrases) list.sort((a, b) => b.words.length - a.words.length)
    const place = known[slot(entry.word)] as number
    if (place) (entries[place - 1] as Entry[]).push(entry)
    else known[slot(entry.word)] = entries.push([entry])
  }
  return { entries, known, triggers: wanted, opening }
}

/** A mark that is rare in a text, unlike a hyphen, an apostrophe or a full stop: it tells "US$" better than its letters. */
const isSign = (word: string): boolean => word.length === 1 && !isWordChar(word.charCodeAt(0)) && !"-'.,".includes(word)

const split = (cell: string): string[] => cell.split('|').filter((part) => part !== '')

function wordsOf(form: string): string[] {
  return cut(form, 0, form.length, undefined).map((cell) => fold(form.slice(cell.from, cell.to)))
}

function slot(word: string): number {
  let h = 0
  for (let at = 0; at < word.length; at++) h = hash(h, word.charCodeAt(at))
  return h & (SLOTS - 1)
}

/** True when a digit or a trigger stands in `text[from, to)`. */
export function hasTrigger({ triggers, opening }: Vocabulary, text: string, from: number, to: number): boolean {
  const bit = SLOTS - 1
  let h = 0
  let start = -1
  for (let at = from; at <= to; at++) {
    const code = at < to ? text.charCodeAt(at) : 32
    if (isWordChar(code)) {
      if (code >= 48 && code <= 57) return true
      if (start < 0) start = at
      h = hash(h, code)
      continue
    }
    if (start >= 0 && triggers[h & bit] === 1 && isOpening(opening.get(h & bit), text, start, at)) return true
    if (code !== 32 && triggers[hash(0, code) & bit] === 1 && isOpening(opening.get(hash(0, code) & bit), text, at, at + 1)) return true
    h = 0
    start = -1
  }
  return false
}

function isOpening(words: readonly string[] | undefined, text: string, from: number, to: number): boolean {
  if (words) for (const word of words) if (isFolded(text, from, to, word)) return true
  return false
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
  const { classes } = entry
  for (let k = 0; k < classes.length; k++) {
    if (classes[k] !== cls) continue
    for (const { words, sense } of entry.phrases[k] as Phrase[]) if (fits(text, cells, i, words)) return { sense, next: i + words.length }
    return undefined
  }
  return undefined
}

function fits(text: string, cells: readonly Cell[], i: number, words: readonly string[]): boolean {
  if (i + words.length > cells.length) return false
  for (let k = 1; k < words.length; k++) {
    const cell = cells[i + k] as Cell
    const word = words[k] as string
    if (!isFolded(text, cell.from, cell.to, word)) return false
  }
  const last = cells[i + words.length - 1] as Cell
  return last.kind !== Kind.Break
}
