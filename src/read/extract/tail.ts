import { isSaying } from '../../lexicon/frames.ts'
import { Code, Flag } from '../../lexicon/word.ts'
import { type Unit, unitAt } from '../recognise/units.ts'
import { governs, has, isComma, isStrongMark } from './groups.ts'
import { isQuote } from './predicates/marks.ts'

/** How long the words after a verb of speech may go on, and how long the name of the speaker may be. */
const AFTER = 30
const NAME = 18

/** ", X said" at the end of a sentence: the units of the speaker, and where the clause before it ends. */
export function findTail(units: readonly Unit[], n: number): { subject: readonly [number, number]; end: number } | undefined {
  if (isStrongMark(units[n]?.word.code)) return undefined
  for (let i = n - 1; i > 2 && i > n - AFTER; i--) {
    const unit = units[i] as Unit
    // "said in an interview to the Lake News": before a name or an article "to" opens no verb
    const towards = has(unit, Flag.TO) && has(units[i + 1], Flag.NAME | Flag.DETERMINER | Flag.POSSESSIVE)
    if (!towards && has(unit, Flag.THAT | Flag.MODAL | Flag.TO | Flag.RELATIVE)) return undefined
    const told = has(unit, i === n - 1 ? Flag.PAST | Flag.PRESENT : Flag.PAST) && !has(unit, Flag.NAME) && speaks(units, i)
    if (!told && isVerb(units, i)) return undefined
    if (!told) continue
    // "our shared security"
    if (has(units[i - 1], Flag.POSSESSIVE | Flag.PREPOSITION)) continue
    if (has(units[i - 1], Flag.MODAL | Flag.BE | Flag.HAVE)) return undefined
    const inverted = i < n - 1 && isComma(units[i - 1]) && has(units[i + 1], Flag.DETERMINER | Flag.NAME | Flag.CAPITAL)
    if (inverted && !isSaying(unit.word) && !openedByDoer(units, i + 1, n)) return undefined
    if (i < n - 1 && (inverted || isQuoted(units, i))) {
      let end = i
      while (end > 0 && has(units[end - 1], Flag.PUNCTUATION)) end--
      return closesQuote(units, i) || hasVerb(units, end) ? { subject: [i + 1, n], end } : undefined
    }
    let comma = commaBefore(units, i - 1, i)
    // "…," Ana Rojas, R's minister, said: past what is told of the name
    if (comma === i - 1) comma = commaBefore(units, commaBefore(units, i - 2, i) - 1, i)
    // ", including the plan they announced": what opens an example or an adverbial is nobody who speaks
    if (!isComma(units[comma]) || has(units[comma + 1], Flag.COORDINATOR | Flag.OPENER | Flag.PREPOSITION)) return undefined
    for (let k = comma + 1; k < i; k++) if (has(units[k], Flag.THAT | Flag.SUBORDINATOR | Flag.BE | Flag.MODAL | Flag.TO)) return undefined
    if (!hasVerb(units, comma)) return undefined
    let end = comma
    while (end > 0 && has(units[end - 1], Flag.PUNCTUATION)) end--
    // the mark that closes the quotation stands before the name
    return { subject: [isQuote(units[comma + 1]) ? comma + 2 : comma + 1, isComma(units[i - 1]) ? i - 1 : i], end }
  }
  return undefined
}

/**
 * "…, the press service said on Monday": the words `from` to `to` of a tail are a plain noun phrase, and a verb beside them that only
 * tells has no object; not "…, a total of 300 jobs added" or "…, the wind advised her".
 */
export function tellsWhole(units: readonly Unit[], [from, to]: readonly [number, number]): boolean {
  if (!has(units[from], Flag.DETERMINER | Flag.NAME)) return false
  for (let k = from + 1; k < to; k++)
    if (has(units[k], Flag.NUMBER | Flag.PARTICIPLE | Flag.ADVERB) || (has(units[k], Flag.PREPOSITION) && units[k]?.word.code !== Code.OF))
      return false
  const before = units[from - 1] as Unit
  if (!isComma(before) && isSaying(before.word)) return true
  const verb = units[to] as Unit
  const next = units[to + 1]
  return isSaying(verb.word) && (!next || has(next, Flag.PUNCTUATION | Flag.PREPOSITION | Flag.TIME | Flag.ADVERB))
}

/** "…, stressed the head of the mission": who speaks stands before any "of"; "…, stressed the role of President A" is one more act. */
function openedByDoer(units: readonly Unit[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const { word, name } = units[k] as Unit
    if (name || word.actor) return true
    if (word.code === Code.OF) return false
  }
  return true
}

/** The comma at unit `k` or before it, no further from the verb at `i` than a name is long. */
function commaBefore(units: readonly Unit[], k: number, i: number): number {
  let comma = k
  while (comma > 2 && !isComma(units[comma]) && i - comma < NAME) comma--
  return comma
}

/** ", – said the President": what was said ends right before the verb, in a mark beside the comma. */
function isQuoted(units: readonly Unit[], i: number): boolean {
  return has(units[i - 1], Flag.PUNCTUATION) && !isComma(units[i - 1]) && isComma(units[i - 2])
}

/** "…," said the Minister: what stands in quotation marks was said, whether or not its verb is known for one. */
const closesQuote = (units: readonly Unit[], i: number): boolean =>
  isQuote(units[i - 1]) || (isComma(units[i - 1]) && isQuote(units[i - 2]))

function speaks(units: readonly Unit[], i: number): boolean {
  const said = (words: readonly string[]): boolean => words.length === 0 || (words.length === 1 && units[i + 1]?.word.text === words[0])
  return (units[i] as Unit).word.frames.some(
    (f) =>
      said(f.words) &&
      (f.outcome === 'speech' ||
        f.outcome === 'clause-position' ||
        ((f.outcome === 'position' || f.outcome === 'belief') && f.form === 'that')),
  )
}

/** A finite verb that is no noun: then the words after the verb of speech are what was said. */
const isVerb = (units: readonly Unit[], i: number): boolean =>
  has(units[i], Flag.PRESENT | Flag.BE | Flag.HAVE) && !has(units[i], Flag.NAME) && governs(units, i)

/** What was said comes before the comma, with a verb of its own. */
function hasVerb(units: readonly Unit[], end: number): boolean {
  for (let k = 0; k < end; k++)
    if (
      has(units[k], Flag.MODAL | Flag.PAST | Flag.PRESENT | Flag.BE | Flag.HAVE) ||
      (has(units[k], Flag.BASE) &&
        has(unitAt(units, k - 1), Flag.PRONOUN | Flag.ADVERB) &&
        has(units[k + 1], Flag.TO | Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME))
    )
      return true
  return false
}
