// The preamble of an instrument in one sentence: "The Parties, noting …, wishing to …, have agreed as follows:".
import { Code, Flag, More } from '../../../lexicon/word.ts'
import { type Unit, unitAt } from '../../recognise/units.ts'
import { has, isComma } from '../groups.ts'
import { isAssembly } from './decrees.ts'
import { isPreamble, recite } from './lines.ts'
import type { Sentence } from './sentence.ts'

/** What a verb in -ing says in a recital. */
const held: ReadonlySet<string> = new Set(['attitude', 'position', 'clause-position', 'stance', 'wish', 'commitment', 'clause', 'belief'])

/**
 * States the recitals that stand between those who agree and "have agreed as follows:" or "have resolved to …", each by itself. The unit where that
 * verb begins, the end of the sentence where nothing more is to be read; -1 where no recitals stand.
 */
export function preamble(s: Sentence, from: number): number {
  const stop = closingAt(s, from)
  if (stop < 0) return -1
  const starts: number[] = []
  for (let k = from; k < stop; k++) if (opensRecital(s, k)) starts.push(k)
  if (!starts.length) return -1
  starts.forEach((start, i) => {
    const verb = verbAt(s, start)
    // "Having been asked to …": what came before, and held by nobody
    if (!has(s.units[verb], Flag.HAVE)) recite(s, start, s.lemma(verb), starts[i + 1] ?? stop)
  })
  return endsOpen(s) && stop >= s.end - 3 ? s.end : stop
}

/** A line of a preamble that opens with an adjective or participle of stance: "Mindful of …,", "Determined to …;", and each that goes on from it. */
export function recital(s: Sentence, from: number): boolean {
  if (has(s.units[from], Flag.ING) || !isPreamble(s, from) || !s.tree.frames.opening(from, s.vocabulary)) return false
  reciteAll(s, startsFrom(s, from))
  return true
}

/** States the recitals of one line that has several: "Thanking R, commending the mission and reiterating …,"; false where it has one. */
export function recitals(s: Sentence, from: number): boolean {
  const { organ } = s.memory
  const theirs = s.context.voice === 'treaty' || (organ !== undefined && isAssembly(organ, s.vocabulary))
  if (!theirs || !has(s.units[from], Flag.ING) || !isPreamble(s, from)) return false
  const starts = startsFrom(s, from)
  // "guided by …" may pass for a past tense
  const main = s.tree.nodes.some(({ group, relation }) => group.form === 'finite' && relation === 'root' && !starts.includes(group.start))
  if (starts.length < 2 || main) return false
  reciteAll(s, starts)
  return true
}

/** Where each recital of a line begins. */
function startsFrom(s: Sentence, from: number): number[] {
  const starts = [from]
  for (let k = from + 2; k < s.end; k++) if (goesOn(s, starts.at(-1) as number, k)) starts.push(k)
  return starts
}

function reciteAll(s: Sentence, starts: readonly number[]): void {
  starts.forEach((start, i) => {
    const found = has(s.units[start], Flag.ING) ? undefined : s.tree.frames.opening(start, s.vocabulary)
    const form = found?.frame.form
    recite(s, start, s.lemma(found && (form === 'to' || form === 'ing') ? found.verb : verbAt(s, start)), starts[i + 1] ?? s.end)
  })
}

/** One more verb or adjective of stance after the recital that begins at `start`: none of two that share an object, nor of a list under "of", "by". */
function goesOn(s: Sentence, start: number, k: number): boolean {
  const { units } = s
  const before = unitAt(units, k - 1)
  const marked = has(before, Flag.PUNCTUATION)
  if (has(units[k], Flag.CAPITAL) || !(marked || before?.word.code === Code.AND)) return false
  const at = verbAt(s, k)
  if (!opensRecital(s, k)) return false
  if (!has(units[at], Flag.ING)) return true
  const outcome = s.frameAt(at)?.frame.outcome ?? ''
  if (!marked && has(units[k - 2], Flag.ING)) return false
  for (let j = start + 1; j < k; j++)
    if (has(units[j], Flag.ING) && has(units[j - 1], Flag.PREPOSITION)) return outcome === 'attitude' || outcome === 'clause-position'
  return true
}

/** "as follows:", "the following:" ends the sentence: the text itself comes next. */
export const endsOpen = ({ units, end }: Sentence): boolean =>
  units[end]?.word.code === Code.COLON && units[end - 1]?.word.code === Code.FOLLOWING

/** Where ", have agreed" begins that those who recite go on with, or "agreed as follows:" at the end; -1 where neither stands. */
function closingAt(s: Sentence, from: number): number {
  const { units, end, context } = s
  if (context.voice === 'report') return -1
  for (let k = from + 2; k < end - 1; k++) {
    if (!has(units[k], Flag.HAVE) || has(units[k], Flag.ING)) continue
    const joined = isComma(units[k - 1]) || units[k - 1]?.word.code === Code.SEMICOLON
    if (joined && has(units[k + 1], Flag.PARTICIPLE)) return k
  }
  const verb = end - 2
  return endsOpen(s) && verb > from && has(units[verb], Flag.PARTICIPLE | Flag.BASE) ? verb : -1
}

/** Past "also", "further" before the verb of a recital. */
function verbAt({ units }: Sentence, k: number): number {
  while (has(units[k], Flag.ADVERB) && !has(units[k], Flag.ING)) k++
  return k
}

/** A recital begins at the unit: after a mark or "and", with a verb of stance or any -ing form in a capital; after a mark or ", and", with an adjective of stance. */
function opensRecital(s: Sentence, k: number): boolean {
  const before = unitAt(s.units, k - 1)
  const mark = isComma(before) || before?.word.code === Code.SEMICOLON
  const joined = has(before, Flag.COORDINATOR)
  if (!mark && !joined) return false
  const at = verbAt(s, k)
  const verb = s.units[at] as Unit
  if (has(verb, Flag.ING) && !has(verb, Flag.PREPOSITION))
    return has(s.units[k], Flag.CAPITAL) || (verb.word.more & More.CAPS) !== 0 || held.has(s.frameAt(at)?.frame.outcome ?? '')
  return (mark || isComma(s.units[k - 2])) && s.tree.frames.opening(at, s.vocabulary) !== undefined
}
