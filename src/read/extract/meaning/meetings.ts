// News of several meetings: between whom the one is that a sentence tells of.
import { Code, Flag } from '../../../lexicon/word.ts'
import { Is } from '../../recognise/parties/words.ts'
import { has, isComma } from '../groups.ts'
import type { Sentence } from './sentence.ts'

/** How far into a sentence its talk may be named, and how long the name of the guest may be. */
const NAMED = 6
const GUEST = 18

/** Whose meetings the text tells of: the publisher's, else those of the official who is named first. */
const hostOf = ({ publisher, host }: Sentence['context']): string | undefined => publisher ?? host

/** Keeps who meets whom, for "they" and "both sides", where the host of the text meets another than its parties. */
export function noteMeeting({ context, memory }: Sentence, pair: readonly string[]): void {
  if (context.voice !== 'report' || context.turns || pair.length !== 2 || pair[0] === pair[1]) return
  const host = hostOf(context)
  if (!host || !pair.includes(host)) return
  const own = context.parties.length === 2 && pair.every((party) => context.parties.includes(party))
  memory.meeting = own ? undefined : pair
}

/** "During his talks with Minister A of Z, …", "At the meeting between Minister A and Minister B, …": keeps between whom they are. */
export function noteTalks(s: Sentence, from: number): void {
  const { units, context } = s
  const host = hostOf(context)
  if (!host || !has(units[from], Flag.PREPOSITION)) return
  for (let k = from + 1; k < from + NAMED; k++) {
    if (isComma(units[k])) return
    const code = units[k + 1]?.word.code
    if (((units[k]?.word.relation ?? 0) & Is.gathering) === 0 || (code !== Code.WITH && code !== Code.BETWEEN)) continue
    let to = k + 2
    while (to < Math.min(s.end, k + GUEST) && !isComma(units[to])) to++
    if (!isComma(units[to])) return
    const { kind, parties } = s.resolve(k + 2, to)
    if (kind !== 'official' && kind !== 'joint' && kind !== 'party') return
    return noteMeeting(s, code === Code.BETWEEN ? parties : [host, ...parties])
  }
}
