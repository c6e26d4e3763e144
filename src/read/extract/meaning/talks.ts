// Talks as the subject of a sentence, or as what there is: who holds them, and that they are under way.
import { Code, Flag } from '../../../lexicon/word.ts'
import { Is } from '../../recognise/parties/words.ts'
import { type Unit, unitAt } from '../../recognise/units.ts'
import { type Model, vary } from '../draft.ts'
import { has } from '../groups.ts'
import { startsNoun } from '../nouns.ts'
import { as } from '../subject.ts'
import type { Node } from '../tree.ts'
import { speaksOfSelf } from './doers.ts'
import type { Result, Sentence } from './sentence.ts'
import { emit } from './statements.ts'
import { onlySpeaks } from './verbs.ts'

/** "Those talks continue": under way between those whom the text does not name again. */
export function goesOn(s: Sentence, node: Node, result: Result, base: Model): boolean {
  const { group } = node
  const lemma = s.lemma(group.head)
  if (s.context.voice !== 'report' || group.tense !== 'present' || group.modal || group.negated || group.passive) return false
  if (s.aspectOf(lemma) !== 'continuing' || base.subject.kind !== 'abstract' || !isGathering(s, node.subject)) return false
  return emit(s, node, result, vary(base, { aspect: 'continuing', rule: 'clause/talks' }), lemma, group.head)
}

/** The last word of the subject is a talk of the parties: "The discussions". */
export const isGathering = (s: Sentence, subject: Node['subject']): boolean =>
  subject !== undefined && ((s.units[subject[1] - 1] as Unit).word.relation & Is.gathering) !== 0

/** "I must say", "I'll just mention": who speaks says that he speaks, of no thing, and to nobody else ("I'll write to the board"). */
export const saysOnly = (s: Sentence, node: Node, verb: number): boolean =>
  speaksOfSelf(s, node) &&
  !startsNoun(s.units[verb + 1]) &&
  !has(s.units[verb + 1], Flag.TO | Flag.PREPOSITION) &&
  onlySpeaks(s, s.lemma(verb))

/** How far after "there is" the noun of a talk may stand, and how far after it those who hold it. */
const TALK = 8

/** "There is an active conversation between R and Z": under way, by those whom it names. */
export function holdsTalks(s: Sentence, node: Node, result: Result, base: Model): boolean {
  const { units } = s
  const { group } = node
  if (unitAt(units, group.start - 1)?.word.code !== Code.THERE || !has(units[group.start], Flag.PRESENT) || group.modal || group.negated)
    return false
  for (let k = group.head + 1; k < Math.min(s.end, group.head + TALK); k++) {
    const unit = units[k] as Unit
    if (has(unit, Flag.NOT | Flag.PREPOSITION | Flag.RELATIVE | Flag.THAT) || unit.word.code === Code.NO) return false
    const link = units[k + 1]?.word.code
    if ((unit.word.relation & Is.gathering) === 0 || (link !== Code.BETWEEN && link !== Code.WITH)) continue
    let to = k + 2
    while (to < Math.min(s.end, k + TALK + 8) && !has(units[to], Flag.RELATIVE | Flag.THAT | Flag.TO)) to++
    const { parties } = s.resolve(k + 2, to)
    const all = link === Code.WITH && base.speaker ? [...new Set([...base.speaker.parties, ...parties])] : parties
    if (!parties.length) return false
    return emit(
      s,
      node,
      result,
      vary(base, { kind: 'report', subject: as(base.subject, { parties: all }), rule: 'clause/talks' }),
      unit.word.lemma,
      k,
    )
  }
  return false
}

/** How far after "had" the noun of a talk may stand. */
const HAD = 10

/** "I got a letter", "she learned of it"; in speech and of things also "we had three ships". "R had a long, good talk" is told. `decides`: the doer could act. */
export function befalls(s: Sentence, node: Node, decides: boolean): boolean {
  const { group, frame } = node
  if (s.context.voice !== 'report' || group.modal || group.form !== 'finite') return false
  if (frame?.frame.id !== 'have-thing') return true
  if (decides && !s.context.turns && !speaksOfSelf(s, node)) return false
  for (let k = group.head + 1; k < Math.min(s.end, group.head + HAD); k++) {
    const unit = s.units[k] as Unit
    if ((unit.word.relation & Is.gathering) !== 0) return false
    if (has(unit, Flag.RELATIVE | Flag.TO) || (has(unit, Flag.PREPOSITION) && unit.word.code !== Code.OF)) return true
  }
  return true
}
