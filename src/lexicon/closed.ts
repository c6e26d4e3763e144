import type { Row } from './lexicon.ts'
import { LexiconError } from './parse.ts'
import type { Share } from './verbs.ts'
import { Code, Flag } from './word.ts'

/** Classes of the words table that set a flag. */
export const classFlags: Readonly<Record<string, number>> = {
  modal: Flag.MODAL,
  be: Flag.BE,
  have: Flag.HAVE,
  do: Flag.DO,
  to: Flag.TO,
  not: Flag.NOT,
  determiner: Flag.DETERMINER,
  possessive: Flag.POSSESSIVE,
  genitive: Flag.GENITIVE,
  preposition: Flag.PREPOSITION,
  coordinator: Flag.COORDINATOR,
  conjunction: 0,
  subordinator: Flag.SUBORDINATOR,
  relative: Flag.RELATIVE,
  complementizer: Flag.THAT,
  pronoun: Flag.PRONOUN,
  adverb: Flag.ADVERB,
  time: Flag.TIME,
  opener: Flag.OPENER,
  participle: Flag.PARTICIPLE,
  ing: Flag.ING,
  punctuation: Flag.PUNCTUATION,
  present: Flag.PRESENT,
  past: Flag.PAST,
}
const copulas = ['be', 'have', 'do']
const clearing = [Flag.BASE, Flag.PRESENT, Flag.PAST, Flag.PARTICIPLE, Flag.ING].reduce((sum, flag) => sum | flag, 0)

const marks: readonly (readonly [string, number])[] = [
  [',', Code.COMMA],
  ['،', Code.COMMA],
  ['，', Code.COMMA],
  [';', Code.SEMICOLON],
  ['；', Code.SEMICOLON],
  [':', Code.COLON],
  ['：', Code.COLON],
  ['.', Code.STOP],
  ['。', Code.STOP],
  ['?', Code.QUESTION],
  ['？', Code.QUESTION],
  ['!', Code.EXCLAMATION],
  ['！', Code.EXCLAMATION],
  ['-', Code.HYPHEN],
  ['–', Code.DASH],
  ['—', Code.DASH],
  ['(', Code.OPEN],
  ['[', Code.OPEN],
  ['（', Code.OPEN],
  [')', Code.CLOSE],
  [']', Code.CLOSE],
  ['）', Code.CLOSE],
  ['“', Code.OPEN_QUOTE],
  ['«', Code.OPEN_QUOTE],
  ['”', Code.CLOSE_QUOTE],
  ['»', Code.CLOSE_QUOTE],
  ['"', Code.QUOTE],
  ["'", Code.APOSTROPHE],
  ['‘', Code.OPEN_QUOTE],
  ['/', Code.SLASH],
  ['&', Code.AMPERSAND],
  ['…', Code.ELLIPSIS],
]
const terminals = ['.', '!', '?', '。', '！', '？', '…']

/** Closed-class words and marks: form in lower case to what the rows say of it, in their order. */
export class Closed {
  private readonly forms = new Map<string, Share[]>()
  private readonly codes = new Map(marks)

  constructor(rows: readonly Row[], codes: readonly Row[]) {
    for (const row of rows) this.add(row)
    for (const row of codes) this.addCode(row)
    for (const mark of terminals) this.share(mark, { flags: Flag.PUNCTUATION | Flag.TERMINAL, lemma: mark, kind: '', clears: false })
  }

  private add(row: Row): void {
    const { classes, flags, kind } = classesOf(row)
    const copula = copulas.find((name) => classes.includes(name))
    const clears = copulas.includes(classes[0] ?? '')
    for (const form of (row['forms'] ?? '').split('|')) {
      const lower = form.toLowerCase()
      this.share(lower, { flags, lemma: copula ?? lower, kind, clears })
    }
  }

  private share(form: string, share: Share): void {
    const list = this.forms.get(form)
    if (list) list.push(share)
    else this.forms.set(form, [share])
  }

  /** What the rows say of a form in lower case. */
  shares(form: string): readonly Share[] {
    return this.forms.get(form) ?? []
  }

  private addCode(row: Row): void {
    const code = (Code as Readonly<Record<string, number>>)[(row['id'] ?? '').toUpperCase()]
    if (code === undefined) throw new LexiconError(`codes.tsv (${row['id']}): unknown code; use a name of Code in src/lexicon/word.ts`)
    for (const form of (row['forms'] ?? '').split('|')) this.codes.set(form, code)
  }

  /** The code of a word or mark in lower case, 0 where it has none. */
  codeOf(form: string): number {
    return this.codes.get(form) ?? 0
  }
}

/** Joins what several rows say of a form into its flags, lemma and kind; undefined when none says anything. */
export function joinShares(form: string, shares: readonly Share[]): { flags: number; lemma: string; kind: string } | undefined {
  if (shares.length === 0) return undefined
  let flags = 0
  let lemma = form
  let kind = ''
  shares.forEach((share, i) => {
    if (share.clears && i > 0) flags &= ~clearing
    flags |= share.flags
    if (share.kind) kind = share.kind
    if (lemma === form) lemma = share.lemma
  })
  return { flags, lemma, kind }
}

/** Forms of the words table that are written onto the word before them. */
export function cliticsOf(rows: readonly Row[]): Set<string> {
  const out = new Set<string>()
  for (const row of rows) for (const form of (row['forms'] ?? '').split('|')) if (form.length > 1 && form.includes("'")) out.add(form)
  return out
}

/** The classes of a row of the words table: the flags that they set, and the sub-class that is none of them. */
export function classesOf(row: Row): { classes: readonly string[]; flags: number; kind: string } {
  const classes = (row['class'] ?? '').split(' ')
  let flags = 0
  let kind = ''
  for (const name of classes) {
    if (name in classFlags) flags |= classFlags[name] ?? 0
    else if (!kind) kind = name
  }
  return { classes, flags, kind }
}
