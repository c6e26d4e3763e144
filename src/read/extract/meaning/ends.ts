// Where the words of a sentence end, and who is said there to say it.
import { Code, Flag } from '../../../lexicon/word.ts'
import { has } from '../groups.ts'
import type { Subject } from '../subject.ts'
import { findTail, tellsWhole } from '../tail.ts'
import { setSpeaker } from './doers.ts'
import type { Sentence } from './sentence.ts'

/** Unit after the last one that says something: without the marks at the end, and without ", X said". */
export function endOf(s: Sentence): number {
  const { units } = s
  let n = units.length
  while (n > 0 && has(units[n - 1], Flag.PUNCTUATION) && units[n - 1]?.word.code !== Code.CLOSE) n--
  const tail = findTail(units, n)
  if (!tail) return n
  const subject = s.resolve(tail.subject[0], tail.subject[1])
  // "…, the press service said": nobody who speaks for a side, yet no word of what was said
  if (subject.kind === 'abstract' || subject.kind === 'none') return tellsWhole(units, tail.subject) ? tail.end : n
  // "…, Lake News reports": who prints it
  const prints = (k: number): boolean => has(units[k], Flag.PRESENT) && !has(units[k], Flag.PAST)
  if (subject.rule !== 'party/name-by-form' || !(prints(tail.subject[1]) || prints(tail.subject[0] - 1))) tellAs(s, subject)
  return tail.end
}

/** The sentence is what `subject` says. Within it "he" is somebody else; after it "he" is the one official who said it. */
export function tellAs(s: Sentence, subject: Subject): void {
  setSpeaker(s, subject)
  if (subject.kind === 'official' && subject.parties.length === 1) s.told = subject
}
