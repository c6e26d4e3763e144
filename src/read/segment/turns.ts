import type { Vocabulary } from '../../lexicon/vocabulary.ts'

/** The label that opens a turn of a transcript: "SECRETARY A:". */
export interface Turn {
  readonly speaker: string
  readonly content: number
  /** A question, or the words of one who speaks for nobody: no statements. */
  readonly neutral: boolean
}

const LONGEST = 70
const memo = new WeakMap<Vocabulary, ReadonlyMap<string, string>>()

function labelsOf(vocabulary: Vocabulary): ReadonlyMap<string, string> {
  const known = memo.get(vocabulary)
  if (known) return known
  const index = new Map<string, string>()
  for (const row of vocabulary.rows('turns')) for (const form of (row['forms'] ?? '').split('|')) index.set(form, row['kind'] ?? '')
  memo.set(vocabulary, index)
  return index
}

/** Finds the turns of one text: once a title, a role or a question opened one, surnames alone open others. */
export class Turns {
  private readonly labels: ReadonlyMap<string, string>
  private readonly surnames = new Set<string>()

  constructor(vocabulary: Vocabulary) {
    this.labels = labelsOf(vocabulary)
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
    return { speaker: label, content, neutral: kind !== 'speaker' }
  }

  private kindOf(label: string): 'question' | 'neutral' | 'speaker' | undefined {
    const words = label.split(' ')
    const kind = this.labels.get(words[0] as string)
    if ((kind === 'question' || kind === 'neutral') && words.length <= 3) return kind
    if (words.length > 8 || words.some((word) => !isNamePart(word))) return undefined
    if (words.length > 1 && (kind === 'title' || words.some((word) => this.labels.get(word) === 'role'))) return 'speaker'
    return this.surnames.has(surname(label)) ? 'speaker' : undefined
  }
}

const surname = (label: string): string => (label.split(' ').at(-1) as string).toUpperCase()

/** A capital first, or a short particle ("of", "de", "al-"). */
function isNamePart(word: string): boolean {
  const first = word[0]
  return first !== undefined && (first !== first.toLowerCase() || word.length <= 3)
}
