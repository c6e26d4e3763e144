import { cells } from '../../lexicon/cells.ts'
import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import type { Statement } from '../../model.ts'

/** How strongly something is held or asked for; 0: no word of it says so. */
export interface Weighed {
  readonly saying: number
  readonly manner: number
  readonly words: readonly string[]
}

/** Weighs how strongly a position or a proposal is worded, by the table `degrees`. */
export type Weigh = (statement: Statement) => Weighed

interface Degree {
  readonly form: string
  readonly rank: number
}

/** Words behind one that says how, and before it, among which what is held stands: "strong and lasting support", "our concern is grave". */
const AHEAD = 4
const BACK = 2

/** The weigher of a language; one without the table finds every position as strong as the next. */
export function weigher(vocabulary: Vocabulary): Weigh {
  const of = (name: string): Degree[] =>
    vocabulary
      .rows('degrees')
      .flatMap((row) => (row['class'] === name ? cells(row['forms']).map((form) => ({ form, rank: Number(row['rank']) })) : []))
  const [sayings, manners, askings] = [of('saying'), of('manner'), of('asking')]
  const holding = new Set(of('held').map(({ form }) => form))
  return ({ kind, quote }) => {
    const words = wordsOf(quote)
    const text = ` ${words.join(' ')} `
    if (kind === 'proposal') return asked(text, askings, manners)
    const isHow = ({ form }: Degree): boolean =>
      text.includes(` ${form} `) &&
      (form.includes(' ') || words.some((word, i) => word === form && around(words, i).some((one) => holding.has(one))))
    return held(
      sayings.filter(({ form }) => text.includes(` ${form} `)),
      manners.filter(isHow),
    )
  }
}

const around = (words: readonly string[], i: number): readonly string[] => words.slice(Math.max(0, i - BACK), i + 1 + AHEAD)

/** A word with a capital within a wording is part of a name, and says nothing: "the United States". */
const wordsOf = (quote: string): string[] =>
  (quote.slice(0, LONGEST).match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? []).map((word, i) => (i === 0 ? word.toLowerCase() : word))

/** The strongest word of speech, and all that say how. */
const held = (says: readonly Degree[], how: readonly Degree[]): Weighed => ({
  saying: Math.max(0, ...says.map(({ rank }) => rank)),
  manner: sumOf(how),
  words: [...says, ...how].map(({ form }) => form),
})

const sumOf = (how: readonly Degree[]): number => how.reduce((sum, { rank }) => sum + rank, 0)

/** The first word that asks, and what stands right before it: behind it is what is asked for. */
function asked(text: string, askings: readonly Degree[], manners: readonly Degree[]): Weighed {
  const [first] = askings
    .map((degree) => ({ ...degree, at: text.indexOf(` ${degree.form} `) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.form.length - a.form.length)
  if (!first) return { saying: 0, manner: 0, words: [] }
  const how = manners.filter(({ form }) => text.slice(0, first.at).endsWith(` ${form}`))
  return { saying: first.rank, manner: sumOf(how), words: [...how, first].map(({ form }) => form) }
}

/** Characters of a wording that are looked at. */
export const LONGEST = 2000
