// The preamble of an instrument in one sentence: "The Parties, noting …, wishing to …, have agreed as follows:".
import { Code, Flag } from '../../../lexicon/word.ts'
import { type Unit, unitAt } from '../../recognise/units.ts'
import { has, isComma } from '../groups.ts'
import { recite } from './lines.ts'
import type { Sentence } from './sentence.ts'

/** What a verb in -ing says in a recital. */
const held: ReadonlySet<string> = new Set(['attitude', 'position', 'clause-position', 'stance', 'wish', 'commitment', 'clause', 'belief'])

/** States the recitals that stand between those who agree and "have agreed as follows:"; false where none do. */
export function preamble(s: Sentence, from: number): boolean {
  const stop = closingAt(s, from)
  if (stop < 0) return false
  const starts: number[] = []
  for (let k = from; k < stop; k++) if (opensRecital(s, k)) starts.push(k)
  if (!starts.length) return false
  starts.forEach((start, i) => {
    const verb = verbAt(s, start)
    // "Having been asked to …": what came before, and held by nobody
    if (!has(s.units[verb], Flag.HAVE)) recite(s, start, s.lemma(verb), starts[i + 1] ?? stop)
  })
  return true
}

/** Where "have agreed as follows" begins, right before the colon that ends the sentence; -1 where the sentence ends otherwise. */
function closingAt({ units, end, context }: Sentence, from: number): number {
  const verb = end - 2
  if (context.voice === 'report' || verb <= from || units[end]?.word.code !== Code.COLON) return -1
  if (units[end - 1]?.word.code !== Code.FOLLOWING || !has(units[verb], Flag.PARTICIPLE | Flag.BASE)) return -1
  return has(units[verb - 1], Flag.HAVE) ? verb - 1 : verb
}

/** Past "also", "further" before the verb of a recital. */
function verbAt({ units }: Sentence, k: number): number {
  while (has(units[k], Flag.ADVERB) && !has(units[k], Flag.ING)) k++
  return k
}

/** A recital begins at the unit: after a mark or "and", with a verb or adjective of stance, or any -ing form in a capital. */
function opensRecital(s: Sentence, k: number): boolean {
  const before = unitAt(s.units, k - 1)
  const mark = isComma(before) || before?.word.code === Code.SEMICOLON
  const joined = has(before, Flag.COORDINATOR)
  if (!mark && !joined) return false
  const at = verbAt(s, k)
  const verb = s.units[at] as Unit
  if (has(verb, Flag.ING) && !has(verb, Flag.PREPOSITION))
    return has(s.units[k], Flag.CAPITAL) || held.has(s.frameAt(at)?.frame.outcome ?? '')
  return mark && s.tree.frames.opening(at, s.vocabulary) !== undefined
}
