// What there is: a need to act, an agreement to act, a talk that was held.
import { Code, Flag } from '../../../lexicon/word.ts'
import { Is } from '../../recognise/parties/words.ts'
import { type Unit, unitAt } from '../../recognise/units.ts'
import { type Model, vary } from '../draft.ts'
import { has } from '../groups.ts'
import { nounCueAt, nounOutcome } from '../nouns.ts'
import { nobody, type Subject } from '../subject.ts'
import type { Node } from '../tree.ts'
import type { Result, Sentence } from './sentence.ts'
import { emit } from './statements.ts'
import { actOf } from './verbs.ts'

/** How far after "there is" its noun may stand. */
const NOUN = 7

/** "There is a need to …", "there was agreement to …", "there was a discussion on …"; false where it only describes. `judge`: who says it. */
export function exists(s: Sentence, node: Node, result: Result, base: Model, judge: Subject | undefined): boolean {
  const { group } = node
  if (unitAt(s.units, group.start - 1)?.word.code !== Code.THERE || group.modal || group.negated) return false
  if (s.units[group.head + 1]?.word.code === Code.NO) return false
  if (has(s.units[group.start], Flag.PAST) && wasHeld(s, node, result, base)) return true
  const noun = nounCueAt(s.units, group.head + 1, Math.min(s.end, group.head + NOUN))
  const found = noun && nounOutcome(s.units, noun, s.end, s.tree.groups)
  if (!noun || !found) return false
  const act = found.verb === undefined ? undefined : actOf(s, found.verb)
  const rule = `noun/${noun.cue.id}`
  if (noun.cue.id === 'need' && found.kind === 'proposal' && !has(s.units[group.start], Flag.PAST)) {
    result.taken = found.verb
    const asks: Partial<Model> = { kind: 'proposal', force: 'should', aspect: act?.aspect ?? 'new', subject: nobody, speaker: judge, rule }
    return emit(s, node, result, vary(base, asks), act?.lemma ?? noun.cue.id, noun.at)
  }
  if (noun.cue.id !== 'agreement' || !act) return false
  result.taken = found.verb
  return emit(
    s,
    node,
    result,
    vary(base, { kind: 'commitment', force: 'agreed', aspect: act.aspect, subject: s.joint, rule }),
    act.lemma,
    noun.at,
  )
}

/** "There was a long discussion of trade": a talk on something, of those whose text it is. */
function wasHeld(s: Sentence, node: Node, result: Result, base: Model): boolean {
  for (let k = node.group.head + 1; k < Math.min(s.end, node.group.head + NOUN); k++) {
    const unit = s.units[k] as Unit
    if (has(unit, Flag.NOT | Flag.PREPOSITION | Flag.RELATIVE | Flag.THAT | Flag.COORDINATOR)) return false
    if ((unit.word.relation & Is.gathering) === 0) continue
    if (!has(s.units[k + 1], Flag.PREPOSITION)) return false
    return emit(s, node, result, vary(base, { kind: 'report', subject: s.joint, rule: 'clause/talks' }), unit.word.lemma, k)
  }
  return false
}
