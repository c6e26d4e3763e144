import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import type { Statement } from '../../model.ts'

/** Weighs how strongly a position is worded, by the table `degrees`. Undefined where no word of it says so. */
export type Weigh = (statement: Statement) => { readonly saying: number; readonly manner: number; readonly words: readonly string[] }

interface Degree {
  readonly form: string
  readonly saying: boolean
  readonly rank: number
}

/** The weigher of a language; one without the table finds every position as strong as the next. */
export function weigher(vocabulary: Vocabulary): Weigh {
  const degrees: Degree[] = vocabulary
    .rows('degrees')
    .flatMap((row) =>
      (row['forms'] ?? '').split('|').map((form) => ({ form: ` ${form} `, saying: row['class'] === 'saying', rank: Number(row['rank']) })),
    )
  return ({ quote }) => {
    const text = ` ${quote
      .slice(0, LONGEST)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')} `
    let [saying, manner] = [0, 0]
    const words: string[] = []
    for (const { form, saying: says, rank } of degrees) {
      if (!text.includes(form)) continue
      if (says) saying = Math.max(saying, rank)
      else manner += rank
      words.push(form.trim())
    }
    return { saying, manner, words }
  }
}

/** Characters of a wording that are looked at. */
export const LONGEST = 2000
