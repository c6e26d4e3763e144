// What is judged where a predicate only describes: a position of those who say it, where the words weigh it.
import { Code, Flag, More, VERB } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { type Model, vary } from '../draft.ts'
import { has, isComma, isStrongMark } from '../groups.ts'
import { nobody, type Subject } from '../subject.ts'
import type { Node } from '../tree.ts'
import { exists } from './exists.ts'
import { announcesParts } from './leads.ts'
import type { Result, Sentence } from './sentence.ts'
import { emit, refuse } from './statements.ts'
import { holdsTalks } from './talks.ts'
import { actOf } from './verbs.ts'

/**
 * "Relations have made solid progress", "these contacts serve as a key link": who judges what a thing does or came to be, where the
 * words weigh it: those who adopt a text together, in a report who has the word.
 */
export function judgeOfThing(s: Sentence, node: Node, base: Model): Subject | undefined {
  const { subject } = base
  const { voice } = s.context
  const judge = voice === 'joint' ? s.joint : voice === 'report' ? base.speaker : undefined
  if (!judge || (subject.kind !== 'abstract' && subject.kind !== 'instrument') || !places.has(node.relation)) return undefined
  if (voice === 'report' && subject.rule === 'party/it') return undefined
  if (voice === 'joint' ? node.relation === 'that' || node.relation === 'content' : node.group.tense !== 'present') return undefined
  if (node.frame && ['nothing', 'forecast', 'begin'].includes(node.frame.frame.outcome)) return undefined
  return weighs(s, node, true) ? judge : undefined
}

/** Where in a sentence something is said, and not only meant or limited. */
const places: ReadonlySet<string> = new Set(['root', 'clause', 'same', 'that', 'content'])

/** Prepositions before what no longer says what a thing is. */
const BESIDE: ReadonlySet<number> = new Set([Code.FOR, Code.WITH, Code.BY, Code.FROM])

/** A word of value stands in what the predicate says, up to the end of its clause. */
export function weighs(s: Sentence, { group }: Node, acts = false, head = group.head): boolean {
  for (let k = head; k < Math.min(s.end, head + 16); k++) {
    const unit = s.units[k] as Unit
    if (has(unit, Flag.RELATIVE) || (k > head && has(unit, Flag.THAT)) || isStrongMark(unit.word.code)) return false
    // "it is an honour to be among friends"
    if (k > head && has(unit, Flag.TO) && has(s.units[k + 1], Flag.BASE | Flag.BE)) return false
    // "is in town for talks with key partners": beside what is said
    if (k > head && has(unit, Flag.PREPOSITION) && (BESIDE.has(unit.word.code) || (acts && k > head + 1))) return false
    if (k > head && has(unit, Flag.COORDINATOR) && isComma(s.units[k - 1]) && has(s.units[k + 1], Flag.PRONOUN)) return false
    if ((unit.word.more & More.VALUE) !== 0 || (!acts && unit.word.kind === 'course' && isSole(s, head, k))) return true
  }
  return false
}

/** Who judges in a report: who has the word; in a transcript whoever speaks, else the one side whose text it is. */
function judgeOf({ context }: Sentence, { speaker }: Model): Subject | undefined {
  if (speaker || context.turns) return speaker ?? nobody
  return context.author && { parties: context.author, kind: 'party', name: '', rule: 'party/author' }
}

/** "the only realistic way", "no winner": nothing else will do. */
function isSole({ units }: Sentence, head: number, at: number): boolean {
  for (let k = at - 1; k > head && k > at - 4; k--) if (units[k]?.word.kind === 'exclusive' || units[k]?.word.code === Code.NO) return true
  return false
}

/** "Our alliance continues to be the bedrock of peace": what goes on being so is judged as what is so; false where no word weighs it. */
export function staysSo(s: Sentence, node: Node, result: Result, base: Model, verb: number): boolean {
  const judge = s.context.voice === 'report' ? judgeOf(s, base) : s.joint
  if (!judge || node.group.modal || node.group.tense !== 'present' || !weighs(s, node, false, verb)) return false
  const model = vary(base, { kind: 'position', aspect: 'continuing', subject: judge, rule: 'clause/value-judgement' })
  return emit(s, node, result, model, s.lemma(verb), verb)
}

/** "constitutes a breach", "continues to pose a threat": what a thing amounts to is judged as what it is. `verb`: unit of the verb that says so. */
export function amountsTo(s: Sentence, node: Node, result: Result, base: Model, verb = node.group.head): true {
  const { group } = node
  const judge = s.context.voice === 'report' ? judgeOf(s, base) : s.context.voice === 'joint' ? s.joint : undefined
  const is = !group.modal && !group.passive && group.tense !== 'past'
  if (!judge || !is || isHeld(s, node) || !weighs(s, node, true, verb)) return refuse(s, node, 'not-an-act', base.rule)
  return emit(s, node, result, vary(base, { kind: 'position', subject: judge }), s.lemma(verb), verb)
}

/** "Every child has a right to water", "they deserve to live in peace": a position of the one who says what others are due; in a treaty of those who have the right. */
export function entitles(s: Sentence, node: Node, result: Result, base: Model, verb: number): true {
  const { voice } = s.context
  const judge = voice === 'report' ? judgeOf(s, base) : voice === 'joint' ? s.joint : undefined
  const act = has(s.units[verb], VERB) ? verb : node.group.head
  return emit(s, node, result, vary(base, { kind: 'position', subject: judge ?? base.subject }), actOf(s, act).lemma, act)
}

/** "These launches violate the resolution": of a thing, in a text adopted together; false where somebody did it or it is told. */
export function judgesThing(s: Sentence, node: Node, result: Result, base: Model): boolean {
  const { group } = node
  const is = !group.modal && !group.passive && (group.tense === 'present' || group.tense === 'perfect')
  if (s.context.voice !== 'joint' || base.speaker || base.subject.kind !== 'abstract' || !is || !stated.has(node.relation)) return false
  return emit(s, node, result, vary(base, { kind: 'position', subject: s.joint }), s.lemma(group.head), group.head)
}

const stated: ReadonlySet<string> = new Set(['root', 'clause', 'same'])

/** "confirmed the view that it is a threat": held once, by the verb above. */
function isHeld(s: Sentence, { parent, relation }: Node): boolean {
  const above = parent && (relation === 'content' || relation === 'that') ? s.resultOf(parent) : undefined
  return s.context.voice !== 'report' && above?.draft !== undefined && above.model?.kind === 'position'
}

/** A sentence with "be" is a position where it judges a value, in the name of those who say it. */
export function readCopula(s: Sentence, node: Node, result: Result, base: Model): true {
  const { group } = node
  const report = s.context.voice === 'report'
  if (report && holdsTalks(s, node, result, base)) return true
  announcesParts(s, node, vary(base, { rule: 'clause/parts' }))
  // "has been a partner since May": what something was is told
  const told = has(s.units[group.start], Flag.HAVE) && !has(s.units[group.start], Flag.BE)
  const judge = report ? judgeOf(s, base) : s.joint
  if (exists(s, node, result, base, judge)) return true
  if (report && told && !(base.speaker && !s.context.turns && has(s.units[group.start], Flag.PRESENT)))
    return refuse(s, node, 'not-an-act', 'border/copula')
  // "has become a key partner": what it came to be it is
  const came = !report && group.tense === 'perfect' && (s.units[group.head] as Unit).word.kind === 'copula'
  const is =
    group.tense === 'copula' ||
    group.tense === 'present' ||
    group.tense === 'progressive' ||
    came ||
    (report && told) ||
    group.modal === 'can'
  if (!is || isHeld(s, node) || !judge || !weighs(s, node)) return refuse(s, node, 'not-an-act', 'border/copula')
  const act = s.lemma(group.head)
  const model = vary(base, { kind: 'position', aspect: s.aspectOf(act), subject: judge, rule: 'clause/value-judgement' })
  return emit(s, node, result, model, act, group.head)
}
