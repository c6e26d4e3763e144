import type { Vocabulary } from '../../lexicon/vocabulary.ts'

/** The label that opens a turn of a transcript: "SECRETARY A:". */
export interface Turn {
  readonly speaker: string
  readonly content: number
  /** A question, or the words of one who speaks for nobody: no statements. */
  readonly neutral: boolean
}

const LONGEST = 70
/** So many words a label has at most. */
const WORDS = 8
/** So often one who answers takes his turn, at least. */
const ANSWERS = 2
const memo = new WeakMap<Vocabulary, ReadonlyMap<string, string>>()

function labelsOf(vocabulary: Vocabulary): ReadonlyMap<string, string> {
  const known = memo.get(vocabulary)
  if (known) return known
  const index = new Map<string, string>()
  for (const row of vocabulary.rows('turns')) for (const form of (row['forms'] ?? '').split('|')) index.set(form, row['kind'] ?? '')
  memo.set(vocabulary, index)
  return index
}

/** "A:" after "Q:": he who is asked, whoever he is. */
export const answers = (label: string, vocabulary: Vocabulary): boolean => labelsOf(vocabulary).get(label) === 'answer'

/** Finds the turns of one text: once a title, a role or a question opened one, surnames alone open others. */
export class Turns {
  private readonly labels: ReadonlyMap<string, string>
  private readonly surnames = new Set<string>()
  /** A question opened a turn: "A:" answers it, and opens no list. */
  private asked = false
  private readonly named: ReadonlyMap<string, 'neutral' | 'speaker'>

  constructor(text: string, vocabulary: Vocabulary) {
    this.labels = labelsOf(vocabulary)
    this.named = askedAndAnswered(text, this.labels)
  }

  /** The turn that opens at `from`, or undefined. */
  at(text: string, from: number, to: number): Turn | undefined {
    const first = text.charCodeAt(from)
    if (first < 65 || (first > 90 && first < 0xc0)) return undefined
    const opening = text.slice(from, Math.min(to, from + LONGEST))
    // "Q  Mr. President, …": a letter alone needs no colon
    if (opening[1] === ' ' && this.labels.get(opening[0] as string) === 'question' && isNamePart(opening.slice(2).trimStart()))
      return { speaker: opening[0] as string, content: from + 2, neutral: true }
    const colon = opening.indexOf(':')
    if (colon < 1 || (opening[colon + 1] ?? ' ') !== ' ') return undefined
    const label = opening.slice(0, colon)
    const kind = this.kindOf(label)
    if (kind === undefined) return undefined
    let content = from + colon + 1
    while (content < to && text.charCodeAt(content) === 32) content++
    if (content >= to) return undefined
    if (kind === 'speaker') this.surnames.add(surname(label))
    else if (kind === 'question') this.asked = true
    return { speaker: label, content, neutral: kind !== 'speaker' }
  }

  private kindOf(label: string): 'question' | 'neutral' | 'speaker' | undefined {
    const words = label.split(' ')
    const kind = this.labels.get(words[0] as string)
    if ((kind === 'question' || kind === 'neutral') && words.length <= 3) return kind
    if (kind === 'answer' && words.length === 1) return this.asked ? 'speaker' : undefined
    if (words.length > WORDS || words.some((word) => !isNamePart(word))) return undefined
    if (words.length > 1 && (kind === 'title' || words.some((word) => this.labels.get(word) === 'role'))) return 'speaker'
    return this.surnames.has(surname(label)) ? 'speaker' : this.named.get(label)
  }
}

/**
 * "Lake News: Will the port open? – Anna Berg: It will." Labels of names alone in a text of questions and answers: under one every
 * turn asks, under the other, which comes again or follows "Question:", somebody answers right after. One pass over the openings of the lines.
 */
function askedAndAnswered(text: string, known: ReadonlyMap<string, string>): ReadonlyMap<string, 'neutral' | 'speaker'> {
  const found = new Map<string, 'neutral' | 'speaker'>()
  if (!text.includes('?')) return found
  const turns: { readonly label: string; asks: boolean; readonly known: boolean }[] = []
  let mark = -1
  for (let at = 0; at < text.length; ) {
    let end = text.indexOf('\n', at)
    if (end === -1) end = text.length
    const label = labelAt(text, at, end)
    if (label) turns.push({ label, asks: false, known: known.get(label) === 'question' })
    const last = turns.at(-1)
    if (mark < at) mark = text.indexOf('?', at)
    if (mark === -1) mark = text.length
    if (last && mark < end) last.asks = true
    at = end + 1
  }
  const counts = new Map<string, { asks: number; answers: number; all: number }>()
  for (const [k, { label, asks }] of turns.entries()) {
    const count = counts.get(label) ?? { asks: 0, answers: 0, all: 0 }
    count.all++
    if (asks) count.asks++
    else if (k > 0 && turns[k - 1]?.asks && turns[k - 1]?.label !== label) count.answers += turns[k - 1]?.known ? ANSWERS : 1
    counts.set(label, count)
  }
  const answers = (label: string): boolean => (counts.get(label)?.answers ?? 0) >= ANSWERS
  if (!turns.some(({ label }) => answers(label))) return found
  for (const [label, { asks, all }] of counts) {
    if (answers(label)) found.set(label, 'speaker')
    else if (asks === all) found.set(label, 'neutral')
  }
  return found
}

/** The words before a colon that opens the line from `at`, where each could be part of a name. */
function labelAt(text: string, at: number, end: number): string | undefined {
  let from = at
  while (from < end && text.charCodeAt(from) <= 32) from++
  const first = text.charCodeAt(from)
  if (first < 65 || (first > 90 && first < 0xc0)) return undefined
  const opening = text.slice(from, Math.min(end, from + LONGEST))
  const colon = opening.indexOf(':')
  if (colon < 2 || (opening[colon + 1] ?? ' ') !== ' ') return undefined
  const label = opening.slice(0, colon)
  const words = label.split(' ')
  return words.length > WORDS || words.some((word) => !isNamePart(word)) ? undefined : label
}

const surname = (label: string): string => (label.split(' ').at(-1) as string).toUpperCase()

/** A capital first, or a short particle ("of", "de", "al-"). */
function isNamePart(word: string): boolean {
  const first = word[0]
  return first !== undefined && (first !== first.toLowerCase() || word.length <= 3)
}
