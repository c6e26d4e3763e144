import type { Row } from '../lexicon/lexicon.ts'

const VOWELS = /[aeiouy]/g
/** Names with fewer consonants differ in a vowel often enough: "Lamu", "Lome". */
const CONSONANTS = 3

/** How names sound, by the ways of writing the sounds of names in Latin letters. */
export class Sounds {
  private readonly letters: readonly (readonly [string, string])[]

  constructor(rows: readonly Row[]) {
    this.letters = rows.map((row) => [row['from'] ?? '', row['to'] ?? ''] as const).sort((a, b) => b[0].length - a[0].length)
  }

  /** A name as it sounds, so that two ways of writing it in Latin letters meet: "Zelenskyy", "Zelensky". */
  of(key: string): string {
    let out = key
    for (const [from, to] of this.letters) out = out.replaceAll(from, to)
    return out.replace(/(.)\1+/g, '$1')
  }

  /** Two ways of writing one name: they sound the same, or differ in vowels alone, of which names in other letters have many: "Salim", "Salem". */
  alike(a: string, b: string): boolean {
    const [one, other] = [this.of(a), this.of(b)]
    if (one === other) return true
    const [hard, others] = [one.replace(VOWELS, ''), other.replace(VOWELS, '')]
    const near = Math.abs(one.length - other.length) <= 1 && (one[0] === other[0] || (isVowel(one) && isVowel(other)))
    return hard === others && hard.length >= CONSONANTS && near
  }
}

const isVowel = (word: string): boolean => /^[aeiouy]/.test(word)
