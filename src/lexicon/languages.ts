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
  /** Letters, and pairs of them, by place. */
  readonly letters: readonly (RegExp | undefined)[]
}

/** Marks while the table is read. */
interface Growing extends Marks {
  readonly tags: string[]
  readonly words: Map<string, number[]>
  readonly letters: (RegExp | undefined)[]
}

let known: Map<Script, Marks> | undefined

/** The languages of a script: built once, when a text is first asked for its language. */
export function marksOf(script: Script): Marks {
  known ??= build()
  return known.get(script) ?? { tags: [], words: new Map(), letters: [] }
}

function build(): Map<Script, Marks> {
  const made = new Map<Script, Growing>()
  for (const { id = '', script, forms = '', letters } of readTable('languages', anyLanguage.languages)) {
    const marks: Growing = made.get(script as Script) ?? { tags: [], words: new Map(), letters: [] }
    made.set(script as Script, marks)
    const place = marks.tags.push(id) - 1
    marks.letters.push(letters ? new RegExp(letters, 'g') : undefined)
    for (const form of forms ? forms.split('|') : []) marks.words.set(form, [...(marks.words.get(form) ?? []), place])
  }
  return made
}
