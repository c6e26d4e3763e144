import type { Vocabulary } from '../lexicon/vocabulary.ts'
import type { Damage, Edit, Span } from '../model.ts'

/** What cleaning proposes. All offsets are into the text as received. */
export interface Cleaned {
  readonly edits: Edit[]
  readonly damage: Damage[]
}

const bullet = /^\s*(?:[-–—•*·]|\(?[0-9]{1,3}[.)]|\(?[a-z]{1,4}\)|#)\s/
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/g
const sign = '[^ \\n\\t]{0,40}(?:[ÃÂÐÑÄÅ][\\u0080-\\u00bf\\u0152-\\u0178\\u2013-\\u2122]|â€|á[º»]|Æ°)[^ \\n\\t.,;:)]{0,40}'
const mojibake = new RegExp(`${sign}(?: (?:\\p{Lu}\\p{Ll}{1,20} )?${sign}){0,4}`, 'gu')
const glued = /[\p{L}\u2019']*\p{Ll}(?=\p{Lu}\p{Ll})\p{L}+/gu
const doubled = /(?<![\p{L}-])(\p{L}{2,}(?: \p{L}+)?)(?: and)? \1(?![\p{L}-])/giu
const gluedStop = /\p{Ll}{2}[.!?](?=\p{Lu}\p{Ll})/gu

/** Proposes reversible edits and marks damage; looks for each kind only where its sign occurs. */
export function clean(text: string, vocabulary: Vocabulary | undefined): Cleaned {
  const edits: Edit[] = []
  const damage: Damage[] = []
  unwrap(text, edits)
  for (const match of text.matchAll(invisible)) edits.push({ span: { from: match.index, to: match.index + 1 }, insert: '', rule: 'clean/invisible' })
  const mark = (from: number, to: number, rule: string, what: string) => {
    if (to > from && !damage.some((d) => from < d.span.to && d.span.from < to)) damage.push({ span: { from, to }, quote: text.slice(from, to), rule, what })
  }
  if (/[ÃÂÐÑâáÆ]/.test(text)) for (const m of text.matchAll(mojibake)) mark(m.index, m.index + m[0].length, 'damage/mojibake', 'letters in a wrong encoding')
  if (vocabulary) {
    for (const m of text.matchAll(glued)) gluedWord(m, vocabulary, edits, mark)
    for (const m of text.matchAll(gluedStop)) edits.push({ span: { from: m.index + 3, to: m.index + 3 }, insert: ' ', rule: 'clean/glued-sentences' })
    for (const m of text.matchAll(doubled)) if (!allowedDouble(m, vocabulary)) mark(m.index, m.index + m[0].length, 'damage/doubled-words', 'doubled words')
  }
  for (let at = text.indexOf('<!--'); at !== -1; at = text.indexOf('<!--', at + 4)) {
    const stop = text.indexOf('-->', at)
    if (stop === -1 || stop - at > 200) continue
    mark(at, stop + 3, 'damage/markup', 'markup comment left by conversion')
    edits.push({ span: { from: at, to: stop + 3 }, insert: '', rule: 'clean/markup' })
  }
  repeats(text, mark)
  edits.sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
  const disjoint = edits.filter((edit, i) => i === 0 || edit.span.from >= (edits[i - 1] as Edit).span.to)
  damage.sort((a, b) => a.span.from - b.span.from)
  return { edits: disjoint, damage }
}

/** A single line break inside a paragraph that was wrapped at a fixed width reads as a space. */
function unwrap(text: string, edits: Edit[]): void {
  let start = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    const next = text.indexOf('\n', at + 1)
    const stop = next === -1 ? text.length : next
    const width = at - start
    const following = text.slice(at + 1, Math.min(stop, at + 121))
    const blank = following.trim() === ''
    const before = text.slice(Math.max(start, at - 4), at)
    const wrapped = width >= 50 && width <= 100 && !blank && !bullet.test(following) && (!/[.:;!?]["”)]?\s*$/.test(before) || / $/.test(before) === false)
    if (wrapped && !(/[.:;!?]["”)]?\s*$/.test(before) && width < 62)) edits.push({ span: { from: at, to: at + 1 + (/^[ \t]*/.exec(following)?.[0].length ?? 0) }, insert: ' ', rule: 'clean/unwrap' })
    start = at + 1
  }
}

function gluedWord(m: RegExpMatchArray, vocabulary: Vocabulary, edits: Edit[], mark: (from: number, to: number, rule: string, what: string) => void): void {
  const from = m.index ?? 0
  const word = m[0]
  const cuts: number[] = []
  for (let i = 1; i < word.length; i++) if (/\p{Ll}/u.test(word[i - 1] as string) && /\p{Lu}/u.test(word[i] as string)) cuts.push(i)
  if (vocabulary.rows('camel').some((row) => row['id'] === word)) return
  const parts = [0, ...cuts].map((cut, i) => word.slice(cut, cuts[i] ?? word.length))
  const known = parts.filter((part) => vocabulary.names.get(part)?.some((e) => e.type === 'state' || e.type === 'adjective') || vocabulary.lookup(part).lemma !== part.toLowerCase() || (vocabulary.lookup(part.toLowerCase()).flags & ~(1 << 24)) !== 0)
  if (known.length === 0 || parts.some((part) => part.length < 2)) return
  mark(from, from + word.length, 'damage/glued-words', 'words run together')
  for (const cut of cuts) edits.push({ span: { from: from + cut, to: from + cut }, insert: /^(He|She|It|They|We|The)$/.test(word.slice(cut)) ? '. ' : ' ', rule: 'clean/glued-words' })
}

function allowedDouble(m: RegExpMatchArray, vocabulary: Vocabulary): boolean {
  const word = (m[1] as string).toLowerCase()
  return vocabulary.rows('doubles').some((row) => row['id'] === word) || (m[0] as string).length < 5
}

/** A paragraph that stands twice: the second is damage. */
function repeats(text: string, mark: (from: number, to: number, rule: string, what: string) => void): void {
  const seen = new Set<string>()
  let at = 0
  for (const line of text.split('\n')) {
    const key = line.trim()
    if (key.length > 80) {
      if (seen.has(key)) mark(at + line.indexOf(key), at + line.indexOf(key) + key.length, 'damage/repeated-paragraph', 'repeated paragraph')
      seen.add(key)
    }
    at += line.length + 1
  }
}

/** True when two spans meet. */
export const meets = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to
