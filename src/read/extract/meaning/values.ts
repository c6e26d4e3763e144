// What is judged where a predicate only describes: a position of those who say it, where the words weigh it.
import { Flag, More } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { type Model, vary } from '../draft.ts'
import { has, isComma, isStrongMark } from '../groups.ts'
import type { Subject } from '../subject.ts'
import type { Node } from '../tree.ts'
import { announcesParts } from './leads.ts'
import type { Result, Sentence } from './sentence.ts'
import { emit, refuse } from './statements.ts'
import { holdsTalks } from './talks.ts'

/**
 * "Relations have made solid progress", "these contacts serve as a key link": in a text adopted together, what a thing is or came
 * to be is judged by those who adopt it, where the words weigh it.
 */
export function judges(s: Sentence, node: Node, subject: Subject): boolean {
  const thing = subject.kind === 'abstract' || subject.kind === 'instrument'
  if (s.context.voice !== 'joint' || !thing || (node.relation !== 'root' && node.relation !== 'clause' && node.relation !== 'same'))
    return false
  if (node.frame && ['nothing', 'forecast', 'begin'].includes(node.frame.frame.outcome)) return false
  return weighs(s, node)
}

/** A word of value stands in what the predicate says, up to the end of its clause. */
export function weighs(s: Sentence, { group }: Node): boolean {
  for (let k = group.head; k < Math.min(s.end, group.head + 16); k++) {
    const unit = s.units[k] as Unit
    if (has(unit, Flag.RELATIVE) || (k > group.head && has(unit, Flag.THAT)) || isStrongMark(unit.word.code)) return false
    // "it is an honour to be among friends"
    if (k > group.head && has(unit, Flag.TO) && has(s.units[k + 1], Flag.BASE | Flag.BE)) return false
    if (k > group.head && has(unit, Flag.COORDINATOR) && isComma(s.units[k - 1]) && has(s.units[k + 1], Flag.PRONOUN)) return false
    if ((unit.word.more & More.VALUE) !== 0) return true
  }
  return false
}

/** A sentence with "be" is a position where it judges a value, in the name of those who say it. */
export function readCopula(s: Sentence, node: Node, result: Result, base: Model): true {
  const { group } = node
  const report = s.context.voice === 'report'
  if (report && holdsTalks(s, node, result, base)) return true
  announcesParts(s, node, vary(base, { rule: 'clause/parts' }))
  // "has been a partner since May": what something was is told
  const told = has(s.units[group.start], Flag.HAVE) && !has(s.units[group.start], Flag.BE)
  if (report && told && !(base.speaker && !s.context.turns && has(s.units[group.start], Flag.PRESENT)))
    return refuse(s, node, 'not-an-act', 'border/copula')
  // "has become a key partner": what it came to be it is
  const came = !report && group.tense === 'perfect' && (s.units[group.head] as Unit).word.kind === 'copula'
  const is = group.tense === 'copula' || group.tense === 'present' || group.tense === 'progressive' || came || (report && told)
  // "confirmed the view that it is a threat": held once, by the verb above
  const above = node.parent && (node.relation === 'content' || node.relation === 'that') ? s.resultOf(node.parent) : undefined
  const held = !report && above?.draft !== undefined && above.model?.kind === 'position'
  if (!is || held || (report && !base.speaker) || !weighs(s, node)) return refuse(s, node, 'not-an-act', 'border/copula')
  const holder = report ? (base.speaker ?? base.subject) : s.joint
  const model = vary(base, { kind: 'position', subject: holder, rule: 'clause/value-judgement' })
  return emit(s, node, result, model, s.lemma(group.head), group.head)
}
