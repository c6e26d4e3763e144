import { isSaying } from '../../lexicon/frames.ts'
import { Code, Flag } from '../../lexicon/word.ts'
import { toUnit, type Unit } from '../recognise/units.ts'
import { has, isComma } from './groups.ts'
import { isQuote } from './predicates/marks.ts'
import { findTail } from './tail.ts'

/** A verb that tells something of somebody. */
const FINITE = Flag.PAST | Flag.PRESENT | Flag.BE | Flag.HAVE | Flag.MODAL

/** Longest name of a speaker within a sentence, in units. */
const NAME = 7

/**
 * Takes ", X said," out of the middle of a sentence, in place ("R, Minister A said, welcomes …"), and returns the units of the
 * speaker; undefined where none stands there. What was said stands on both sides: before it no clause is finished, or after it
 * one begins. Offsets of the other units stay as they are, so that a quote runs over what was taken out.
 */
export function takeAside(units: Unit[]): Unit[] | undefined {
  for (let i = 3; i < units.length - 3; i++) {
    if (!has(units[i], Flag.PAST) || !reports(units[i] as Unit)) continue
    const aside = isComma(units[i + 1]) ? asideBefore(units, i) : asideAfter(units, i)
    if (!aside) continue
    const [open, from, to, after] = aside
    const speaker = units.slice(from, to)
    units.splice(open, after - open)
    return speaker
  }
  return undefined
}

/**
 * Takes a bracket between a subject and its verb out of the sentence, in place ("R and Z (hereafter: the sides) welcome …"): a verb in the
 * plain present is known by the noun right before it. No verb stands before the bracket.
 */
export function takeBracket(units: Unit[]): void {
  const other = Flag.MODAL | Flag.BE | Flag.HAVE | Flag.DO | Flag.TO | Flag.THAT | Flag.RELATIVE | Flag.SUBORDINATOR
  let open = 0
  while (open < units.length && units[open]?.word.code !== Code.OPEN) {
    const unit = units[open] as Unit
    if (has(unit, other) || (has(unit, FINITE | Flag.BASE) && !has(unit, Flag.ALSO_NOUN | Flag.NAME))) return
    open++
  }
  let close = open + 1
  while (close < units.length && units[close]?.word.code !== Code.CLOSE) close++
  let verb = isComma(units[close + 1]) ? close + 2 : close + 1
  const after = verb
  while (has(units[verb], Flag.ADVERB)) verb++
  if (open < 2 || close < open + 3 || !has(units[verb], Flag.BASE | Flag.PRESENT) || has(units[verb], Flag.BE | Flag.HAVE | Flag.DO)) return
  units.splice(open, after - open)
}

/** ", I believe,", ", we hope,": takes what one who speaks puts in between to say how sure he is out of the sentence, in place. */
export function takeOpinions(units: Unit[]): void {
  for (let i = units.length - 3; i > 1; i--) {
    if (!isComma(units[i + 1]) || !has(units[i], Flag.BASE) || !isComma(units[i - 2])) continue
    const { code } = (units[i - 1] as Unit).word
    if ((code !== Code.I && code !== Code.WE) || !holds(units[i] as Unit)) continue
    // "long, I think, and useful": the commas go with it
    units.splice(i - 2, 4)
  }
}

/** The verb says only what somebody believes or hopes. */
const holds = ({ word }: Unit): boolean => word.frames.some(({ id, words }) => !words.length && opinions.has(id))
/** Rows of beliefs; "we reaffirm, in this text, our support" is the clause itself. */
const opinions = new Set(['think-that', 'believe-that', 'guess-that', 'hope-that'])

/** ", X said,": the comma that opens it, the speaker, and what comes after it; the marks of a quotation on both sides go with it. */
function asideBefore(units: readonly Unit[], i: number): readonly [number, number, number, number] | undefined {
  let open = i - 2
  while (open > 0 && i - open <= NAME && !isComma(units[open])) open--
  const from = isQuote(units[open + 1]) ? open + 2 : open + 1
  const after = isQuote(units[i + 2]) ? i + 3 : i + 2
  const found = open > 0 && isComma(units[open]) && from < i && isSpeaker(units, from, i) && goesOn(units, open, after)
  return found ? [open, from, i, after] : undefined
}

/** `,” said X, “and`: between the marks of a quotation the verb may come first. */
function asideAfter(units: readonly Unit[], i: number): readonly [number, number, number, number] | undefined {
  const open = i - 2
  if (!isQuote(units[i - 1]) || !isComma(units[open])) return undefined
  let to = i + 2
  while (to < units.length - 2 && to - i <= NAME && !isComma(units[to])) to++
  if (!isComma(units[to]) || !isQuote(units[to + 1]) || !isSpeaker(units, i + 1, to)) return undefined
  return [open, i + 1, to, to + 2]
}

/** The verb reports what is said, with nothing beside it. */
const reports = ({ word }: Unit): boolean => isSaying(word)

/** A name, an office or "he": no other verb, and nothing that opens a clause. */
function isSpeaker(units: readonly Unit[], from: number, to: number): boolean {
  const opens = Flag.NAME | Flag.CAPITAL | Flag.PRONOUN | Flag.DETERMINER
  if (!has(units[from], opens) || has(units[from], Flag.RELATIVE)) return false
  const other = Flag.THAT | Flag.RELATIVE | Flag.SUBORDINATOR | Flag.COORDINATOR | Flag.MODAL | Flag.BE | Flag.HAVE | Flag.TO
  for (let k = from; k < to; k++) if (has(units[k], other) && !has(units[k], Flag.NAME | Flag.DETERMINER)) return false
  return true
}

/** A finite verb follows right away, or no verb stands before the aside, or a new clause follows it. */
function goesOn(units: readonly Unit[], open: number, after: number): boolean {
  let next = after
  while (has(units[next], Flag.ADVERB) && !has(units[next], Flag.PAST | Flag.PRESENT)) next++
  if (has(units[next], Flag.MODAL | Flag.BE | Flag.HAVE)) return true
  const finite = Flag.MODAL | Flag.BE | Flag.HAVE | Flag.PAST | Flag.PRESENT
  for (let k = 0; k < open; k++)
    if (has(units[k], finite) && !has(units[k], Flag.NAME | Flag.ALSO_NOUN)) return has(units[after], Flag.COORDINATOR)
  return true
}

/**
 * Cuts "…, X said, adding that …" and "…, said X, who added that …" in two, in place, and returns the second part as a sentence of the
 * same speaker ("X added that …"); undefined where no such verb follows the speaker of a clause that is finished.
 */
export function takeMore(units: Unit[]): Unit[] | undefined {
  for (let i = 5; i < units.length - 2; i++) {
    if (!isComma(units[i])) continue
    let at = i + 1
    if (has(units[at], Flag.RELATIVE)) while (at < units.length - 1 && has(units[at], Flag.RELATIVE | Flag.ADVERB)) at++
    const verb = units[at] as Unit
    const who = at > i + 1
    const adds = who ? has(verb, FINITE) : has(verb, Flag.ING) && !has(verb, Flag.PREPOSITION | Flag.NAME) && verb.word.frames.length > 0
    if (!adds) continue
    const tail = findTail(units, i)
    // after a quotation, whatever is told of who said it; else only what he said beside
    if (!tail || (who && !reports(verb) && !isQuote(units[tail.end + 1]) && !isQuote(units[tail.end]))) continue
    const flags = who ? verb.flags : (verb.flags & ~(Flag.ING | Flag.PARTICIPLE)) | Flag.PAST
    const more = [
      ...units.slice(tail.subject[0], tail.subject[1]),
      toUnit(verb.from, verb.to, verb.word, flags, undefined),
      ...units.slice(at + 1),
    ]
    units.length = i
    return more
  }
  return undefined
}
