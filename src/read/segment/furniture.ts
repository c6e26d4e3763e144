import type { Vocabulary } from '../../lexicon/vocabulary.ts'

interface Opening {
  readonly form: string
  readonly id: string
  readonly kind: string
}

/** A line of the site that opens as the table says, but is a sentence of its own beyond this length. */
const SHORT = 260
const SENTENCE = 120
const memo = new WeakMap<Vocabulary, ReadonlyMap<number, readonly Opening[]>>()

/** Rows of the table by the first character of their forms; the memo only saves time. */
function openingsOf(vocabulary: Vocabulary): ReadonlyMap<number, readonly Opening[]> {
  const known = memo.get(vocabulary)
  if (known) return known
  const index = new Map<number, Opening[]>()
  for (const row of vocabulary.rows('furniture')) {
    const forms = (row['forms'] ?? '').split('|')
    for (const form of [...forms, ...forms.filter((one) => one.includes("'")).map((one) => one.replaceAll("'", '\u2019'))]) {
      const list = index.get(form.charCodeAt(0)) ?? []
      list.push({ form, id: row['id'] as string, kind: row['kind'] ?? 'start' })
      index.set(form.charCodeAt(0), list)
    }
  }
  memo.set(vocabulary, index)
  return index
}

/** The row of the table `furniture` that the line is, or undefined. Kinds: whole, start (of a short line), long (of any line). */
export function furnitureOf(text: string, from: number, to: number, vocabulary: Vocabulary): string | undefined {
  const list = openingsOf(vocabulary).get(text.charCodeAt(from))
  if (list === undefined) return menuOf(text, from, to)
  for (const { form, id, kind } of list) {
    if (!text.startsWith(form, from) || from + form.length > to) continue
    const end = from + form.length
    if (
      kind === 'whole'
        ? end === to || (text.charCodeAt(end) === 32 && isStrung(text, from, to, vocabulary))
        : kind === 'long'
          ? true
          : isShort(text, from, to) && !continues(text, end, to)
    )
      return id
  }
  return menuOf(text, from, to)
}

/** Longest bar of buttons. */
const BAR = 100

/** "Share Tweet Pin Print": words of a page, three or more, and nothing else. */
function isStrung(text: string, from: number, to: number, vocabulary: Vocabulary): boolean {
  if (to - from > BAR) return false
  const words = text.slice(from, to).split(/\s+/)
  const known = (word: string): boolean =>
    openingsOf(vocabulary)
      .get(word.charCodeAt(0))
      ?.some(({ form, kind }) => kind === 'whole' && form === word) === true
  return words.length > 2 && words.every(known)
}

const isShort = (text: string, from: number, to: number): boolean =>
  to - from < SHORT && (to - from < SENTENCE || text.charCodeAt(to - 1) !== 46)

/** "Menus" is not "Menu": a form that ends in a letter ends where the word does. */
function continues(text: string, end: number, to: number): boolean {
  return end < to && isAsciiLetter(text.charCodeAt(end - 1)) && isAsciiLetter(text.charCodeAt(end))
}

const isAsciiLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/** Three or more short entries set apart by bars, slashes or wide gaps: "Home | World | Sport". A label in capitals opens a turn. */
function menuOf(text: string, from: number, to: number): string | undefined {
  if (to - from > 160 || to - from < 8) return undefined
  const last = text.charCodeAt(to - 1)
  if (last === 46 || last === 58 || last === 59 || last === 44 || text.charCodeAt(from) === 124) return undefined
  const first = text.charCodeAt(from)
  if ((first < 128 && !isAsciiLetter(first)) || last === 63 || last === 33) return undefined
  let gaps = 0
  let words = 0
  for (let i = from + 1; i < to - 1; i++) {
    const code = text.charCodeAt(i)
    if ((code === 46 || code === 63 || code === 33 || code === 44) && text.charCodeAt(i + 1) === 32) return undefined
    if (code === 58 && isCapital(text.charCodeAt(i - 1))) return undefined
    if (code === 32) {
      if (text.charCodeAt(i + 1) === 32 && text.charCodeAt(i - 1) !== 32) gaps++
      else if (text.charCodeAt(i - 1) !== 32) words++
    } else if (
      (code === 124 || code === 47 || code === 0xbb || code === 0x203a) &&
      text.charCodeAt(i - 1) === 32 &&
      text.charCodeAt(i + 1) === 32
    )
      gaps++
  }
  return gaps >= 2 && words <= gaps * 4 ? 'menu' : undefined
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90

/** Start of an end mark of an agency ("Enditem") that was run on to the end of a paragraph; -1 when there is none. */
export function endMarkOf(text: string, from: number, to: number, vocabulary: Vocabulary): number {
  let at = to
  while (at > from && to - at < 20 && isAsciiLetter(text.charCodeAt(at - 1))) at--
  if (at <= from || at === to || text.charCodeAt(at - 1) > 32) return -1
  const list = openingsOf(vocabulary).get(text.charCodeAt(at))
  const found = list?.some(({ form, kind }) => kind === 'end' && form.length === to - at && text.startsWith(form, at))
  return found ? at : -1
}
