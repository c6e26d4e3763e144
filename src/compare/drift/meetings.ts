import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import type { Statement } from '../../model.ts'

/** Tells statements about the meetings of those who speak, by the table `meetings`. */
export interface Meetings {
  /** They undertake to meet another time: "will hold the next round in May". */
  readonly isPlanned: (statement: Statement) => boolean
  /** It reports that they met. */
  readonly isHeld: (statement: Statement) => boolean
}

/** Words that may stand between "next" and "meeting". */
const BETWEEN = 4
/** Words of a statement among which its meeting is sought: the names of those who met stand before it. */
const WITHIN = 40

/** The teller of a language; one without the table finds no meetings. */
export function meetingsOf(vocabulary: Vocabulary): Meetings {
  const forms = (name: string): ReadonlySet<string> =>
    new Set(vocabulary.rows('meetings').flatMap((row) => (row['class'] === name ? (row['forms'] ?? '').split('|') : [])))
  const [gather, again, hold, next, meeting] = ['gather', 'again', 'hold', 'next', 'meeting'].map(forms) as [
    ReadonlySet<string>,
    ReadonlySet<string>,
    ReadonlySet<string>,
    ReadonlySet<string>,
    ReadonlySet<string>,
  ]
  return {
    isPlanned: ({ kind, negated, act, quote }) => {
      if (kind !== 'commitment' || negated === true) return false
      const words = wordsOf(quote)
      if (gather.has(act)) return again.has(act) || words.some((word) => again.has(word))
      return hold.has(act) && words.some((word, i) => next.has(word) && words.slice(i + 1, i + 2 + BETWEEN).some((one) => meeting.has(one)))
    },
    isHeld: ({ kind, negated, act, quote }) =>
      kind === 'report' && negated !== true && (gather.has(act) || (hold.has(act) && wordsOf(quote).some((word) => meeting.has(word)))),
  }
}

const wordsOf = (quote: string): string[] => (quote.toLowerCase().match(/\p{L}[\p{L}-]*/gu) ?? []).slice(0, WITHIN)
