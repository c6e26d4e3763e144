import { anyLanguage } from './any.bundled.ts'
import { readTable } from './parse.ts'

/** Writings that are told apart by the codes of their characters. */
export type Script = 'Latin' | 'Cyrillic' | 'Arabic' | 'Han' | 'Kana' | 'Hangul'

/** What tells the languages of one script apart. */
export interface Marks {
  /** BCP 47, by place: as `languages.tsv` has them. */
  readonly tags: readonly string[]
  /** Places of the languages whose common word a form is; forms in lower case, with straight apostrophes. */
  readonly words: ReadonlyMap<string, readonly number[]>
  /** The same for letters, and pairs of letters, that their neighbours lack, by `letterKey`. */
  readonly letters: ReadonlyMap<number, readonly number[]>
  /** 1 at the codes of ASCII letters that open such a pair. */
  readonly openers: Uint8Array
  /** 1 at the slots (`slotOf`) of those words: most words of a text are told from all of them without being cut out. */
  readonly slots: Uint8Array
}

/** Marks while the table is read. */
interface Growing extends Marks {
  readonly tags: string[]
  readonly words: Map<string, number[]>
  readonly letters: Map<number, number[]>
}

/** A power of two, many times the words of a script. */
const SLOTS = 1 << 14

/** One step of the hash of a word, code unit by code unit, from 0 on. */
export const step = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0

/** Where a hash falls in `slots`. */
export const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (SLOTS - 1)

const noMarks = (): Growing => ({
  tags: [],
  words: new Map(),
  letters: new Map(),
  openers: new Uint8Array(128),
  slots: new Uint8Array(SLOTS),
})

let known: Map<Script, Marks> | undefined

/** The languages of a script: built once, when a text is first asked for its language. */
export function marksOf(script: Script): Marks {
  known ??= build()
  return known.get(script) ?? noMarks()
}

/** A letter as one number, or two letters that stand together; the second is 0 for one alone. */
export const letterKey = (first: number, second: number): number => first * 65_536 + second

const listOf = (cell: string | undefined): string[] => (cell ? cell.split('|') : [])

function build(): Map<Script, Marks> {
  const made = new Map<Script, Growing>()
  for (const { id = '', script, forms = '', letters } of readTable('languages', anyLanguage.languages)) {
    const marks = made.get(script as Script) ?? noMarks()
    made.set(script as Script, marks)
    const place = marks.tags.push(id) - 1
    for (const form of listOf(forms)) {
      marks.words.set(form, [...(marks.words.get(form) ?? []), place])
      let hash = 0
      for (let i = 0; i < form.length; i++) hash = step(hash, form.charCodeAt(i))
      marks.slots[slotOf(hash)] = 1
    }
    for (const letter of listOf(letters)) {
      const [first, second] = [letter.charCodeAt(0), letter.charCodeAt(1)]
      const key = letterKey(first, Number.isNaN(second) ? 0 : second)
      marks.letters.set(key, [...(marks.letters.get(key) ?? []), place])
      if (first < 128) marks.openers[first] = 1
    }
  }
  return made
}
