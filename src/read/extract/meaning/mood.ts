// What tense and mood alone decide, where no frame does: a promise, a proposal, a report, a position, or nothing.
import { Code, Flag, More } from '../../../lexicon/word.ts'
import type { Aspect, Force, Kind } from '../../../model.ts'
import { type Unit, unitAt } from '../../recognise/units.ts'
import { type Model, vary } from '../draft.ts'
import { has, isComma, isStrongMark } from '../groups.ts'
import { startsNoun } from '../nouns.ts'
import { as, nobody, type Subject } from '../subject.ts'
import type { Node } from '../tree.ts'
import { agentOf, isStranger, isUnknown, speaksOfSelf } from './doers.ts'
import { announcesParts } from './leads.ts'
import type { Result, Sentence } from './sentence.ts'
import { emit, refuse } from './statements.ts'
import { holdsTalks, isGathering } from './talks.ts'
import { actOf, isSpeech, onlySpeaks, performs } from './verbs.ts'

/** Force of an act under each modal. */
export const modalForces: Record<string, Force> = {
  will: 'intent',
  intent: 'intent',
  binding: 'binding',
  should: 'should',
  would: 'intent',
}

/** An act whose kind is sought, and the rule that decides it. */
interface Doing {
  readonly node: Node
  readonly result: Result
  readonly base: Model
  readonly act: string
  readonly aspect: Aspect
  readonly rule: string
  /** Unit of the verb that names the act. */
  readonly verb: number
}

/** An act by tense and mood: commitment, proposal or report. */
export function byMood(s: Sentence, node: Node, result: Result, base: Model, verb: number, force: Force): true {
  const { group } = node
  const { lemma, aspect } = actOf(s, verb)
  const rule = group.modal ? `modal/${group.modal}` : base.rule
  const doing: Doing = { node, result, base, act: lemma, aspect: base.aspect === 'continuing' ? base.aspect : aspect, rule, verb }
  if (force === 'should') return underShould(s, doing)
  if (group.modal) return underModal(s, doing, force)
  if (group.tense !== 'present') return inPast(s, doing)
  if (performs(s, node)) return say(s, doing, 'commitment', 'agreed', s.context.voice === 'report' ? base.subject : s.joint)
  if (!group.passive) return inPresent(s, doing)
  return refuse(s, node, 'not-an-act', 'border/present-passive')
}

/** States the act under a kind, a force and a doer. */
function say(s: Sentence, { node, result, base, act, aspect, rule, verb }: Doing, kind: Kind, force: Force, who: Subject): true {
  return emit(s, node, result, vary(base, { kind, force, aspect, subject: who, rule }), act, verb)
}

/** What happens or is the case, and people at large: they promise nothing. */
const isAbstract = (subject: Subject): boolean => subject.kind === 'abstract' || subject.kind === 'people'

/** "should": a proposal, or what the parties of a text owe themselves; of a thing it is a position. */
function underShould(s: Sentence, doing: Doing): true {
  const { subject, speaker } = doing.base
  const { group, frame } = doing.node
  // "is obliged to" is no passive
  const passive = group.passive && frame?.frame.outcome !== 'obligation'
  // "you have to warn": anybody
  const anyone = unitAt(s.units, (doing.node.subject?.[1] ?? 0) - 1)?.word.code === Code.YOU && !subject.parties.length
  if (anyone && s.context.voice === 'report') return refuse(s, doing.node, 'not-an-act', 'border/anyone')
  // "I must say, …": only words
  const mute = !startsNoun(s.units[doing.verb + 1]) && onlySpeaks(s, s.lemma(doing.verb))
  if (mute && speaksOfSelf(s, doing.node)) return refuse(s, doing.node, 'not-an-act', 'border/talk')
  if (isAbstract(subject) && !passive) return say(s, doing, 'position', 'none', subject)
  const shared = s.context.voice !== 'report' && (subject.kind === 'joint' || subject.kind === 'instrument') && !passive && !speaker
  return say(s, doing, shared ? 'commitment' : 'proposal', 'should', passive ? agentOf(s, group.head, subject) : subject)
}

/** A verb by which a text says what is in it; what it requires it does not tell. */
const tellsOf = (s: Sentence, lemma: string): boolean =>
  isSpeech(s, lemma) && !s.vocabulary.frames.get(lemma)?.some((f) => f.outcome === 'request' || f.outcome === 'proposal')

/** The active present: what parties of a text do by saying so, or what others hold. */
function inPresent(s: Sentence, doing: Doing): true {
  const { node } = doing
  const { subject } = doing.base
  const { voice, turns } = s.context
  // what a text says of itself or of another text binds nobody
  if (subject.kind === 'instrument' && tellsOf(s, s.lemma(node.group.head))) return say(s, doing, 'report', 'none', subject)
  if (judges(s, node, subject)) return say(s, doing, 'position', 'none', s.joint)
  if (isAbstract(subject) || subject.kind === 'none' || (subject.rule === 'party/name-by-form' && voice === 'joint'))
    return refuse(s, node, 'no-actor', 'border/present')
  // "It gives us strength": what happened, and not the one named last
  if (voice === 'report' && subject.rule === 'party/it') return refuse(s, node, 'no-actor', 'border/present')
  if (subject.kind === 'instrument' && (voice === 'report' || (voice === 'joint' && !node.frame)))
    return refuse(s, node, 'no-actor', 'border/instrument')
  // what a side keeps up is under way
  const keeps = subject.kind === 'party' && s.aspectOf(s.lemma(node.group.head)) === 'continuing'
  if (voice === 'report' && turns && !node.frame && keeps) return say(s, doing, 'report', 'none', subject)
  if (voice === 'report' && turns && !node.frame) return refuse(s, node, 'not-an-act', 'border/present')
  if (voice === 'report' && turns && (node.frame?.frame.outcome === 'act' || node.frame?.frame.outcome === 'report'))
    return say(s, doing, 'report', 'none', subject)
  if (voice === 'report' || isStranger(s, subject)) return say(s, doing, 'position', 'none', subject)
  return say(s, doing, 'commitment', 'intent', subject)
}

/**
 * "Relations have made solid progress", "these contacts serve as a key link": in a text adopted together, what a thing is or came
 * to be is judged by those who adopt it, where the words weigh it.
 */
function judges(s: Sentence, node: Node, subject: Subject): boolean {
  const thing = subject.kind === 'abstract' || subject.kind === 'instrument'
  if (s.context.voice !== 'joint' || !thing || (node.relation !== 'root' && node.relation !== 'clause' && node.relation !== 'same'))
    return false
  if (node.frame && ['nothing', 'forecast', 'begin'].includes(node.frame.frame.outcome)) return false
  return weighs(s, node)
}

/** A word of value stands in what the predicate says, up to the end of its clause. */
function weighs(s: Sentence, { group }: Node): boolean {
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

/** Past and perfect: a report of what somebody did. */
function inPast(s: Sentence, doing: Doing): true {
  const { node } = doing
  const { group } = node
  const { subject } = doing.base
  const { voice, parties } = s.context
  const abstract = isAbstract(subject)
  if (!group.passive) {
    const perfect = group.tense === 'perfect'
    if (perfect && judges(s, node, subject)) return say(s, doing, 'position', 'none', s.joint)
    // "the dialogue strengthened our ties": what came of a talk is weighed
    const brought =
      voice === 'joint' && isGathering(s, node.subject) && !node.frame && s.vocabulary.lookup(s.lemma(group.head)).kind === 'effect'
    if (brought) return say(s, doing, 'position', 'none', s.joint)
    if (abstract && perfect && node.frame?.frame.outcome === 'begin') return say(s, doing, 'report', 'none', nobody)
    if (abstract && perfect && voice === 'treaty') return say(s, doing, 'report', 'none', as(s.joint, { rule: 'party/treaty' }))
    // "the talks focused on" tells of those who held them; "their merchants met" tells of merchants
    const others = node.subject !== undefined && has(s.units[node.subject[0]], Flag.POSSESSIVE)
    const told = voice === 'report' || (voice === 'joint' && isGathering(s, node.subject))
    const tells = told && node.frame && !others && (node.relation === 'root' || node.relation === 'clause')
    // "the voters have chosen": those who bind no state
    if ((abstract && !tells) || (voice === 'report' && subject.kind === 'people')) return refuse(s, node, 'no-actor', 'border/past')
    if (subject.kind === 'instrument' && perfect) return refuse(s, node, 'no-actor', 'border/instrument')
  }
  let who = group.passive ? agentOf(s, group.head, subject) : subject
  // "the towns have not been rebuilt": nobody did anything
  if (group.passive && group.negated && !who.parties.length && voice === 'report') return refuse(s, node, 'not-an-act', 'border/not-done')
  // "R has been invited": what was done to one side is no act of all
  const undergoes = subject.parties.length > 0 && (subject.kind === 'official' || subject.kind === 'party')
  if (group.passive && !who.parties.length) who = as(who, { parties: voice === 'report' || undergoes ? [] : parties })
  if (abstract && !group.passive && !who.parties.length) who = ofState(s, node) ?? as(s.joint, { rule: 'party/of-the-text' })
  return say(s, doing, 'report', 'none', who)
}

/** "Rian schools have opened": the one state whose they are. */
function ofState(s: Sentence, { subject }: Node): Subject | undefined {
  let name: Unit['name']
  for (let k = subject?.[0] ?? 0; subject && k < subject[1]; k++) {
    const one = s.units[k]?.name
    if (!one?.parties.length) continue
    if (name || one.type !== 'adjective') return undefined
    name = one
  }
  return name && { parties: name.parties, kind: 'people', name: name.ref, rule: 'party/of-state' }
}

/** An act under a modal: a promise of those who can keep it, else a forecast. */
function underModal(s: Sentence, doing: Doing, force: Force): true {
  const { node } = doing
  const { group } = node
  const { subject, speaker } = doing.base
  const { voice, turns } = s.context
  // "shall" binds in an instrument; in the first person it is a plain future
  if (force === 'binding' && voice !== 'treaty' && unitAt(s.units, group.start - 1)?.word.code === Code.WE)
    return say(s, doing, 'commitment', 'intent', subject)
  const settled = node.relation === 'that' && node.parent ? s.resultOf(node.parent) : undefined
  // "you will be surprised", said to a guest
  if (force === 'intent' && subject.rule === 'party/you') return refuse(s, node, 'forecast', 'border/will-of-another')
  if (voice === 'report' && force === 'intent' && !group.passive) {
    // "only R will keep the peace": that others will not is no promise
    if (node.subject && isExclusive(s, node.subject[0])) return refuse(s, node, 'forecast', 'border/only')
    // "they will come", of whom the text does not say who they are
    const reported = node.relation === 'that' || node.relation === 'content'
    if (!reported && isUnknown(s, node, subject)) return refuse(s, node, 'no-actor', 'border/unknown-doer')
    if (!node.subject && unitAt(s.units, group.start - 1)?.word.code === Code.THERE && settled?.pending?.outcome !== 'clause')
      return refuse(s, node, 'forecast', 'border/will-of-the-world')
  }
  // "the new rink will be a boon": what a thing will be is no act
  const thing = subject.kind === 'instrument' || subject.kind === 'body' || subject.rule === 'party/name-by-form'
  if (voice === 'report' && force === 'intent' && thing && !group.passive && !node.frame && !settled && has(s.units[group.head], Flag.BE))
    return refuse(s, node, 'forecast', 'border/will-of-the-world')
  // "agreed that the pact will strengthen ties": what a text or scheme will bring about is held and not promised
  const brings = subject.kind === 'instrument' && force === 'intent' && !group.passive && node.frame?.frame.outcome !== 'begin'
  if (brings && voice === 'report' && settled?.pending?.outcome === 'clause' && settled.subject.parties.length)
    return say(s, doing, 'position', 'none', settled.subject)
  // "the plan will help firms": what comes of it
  const makes = subject.kind === 'instrument' && !group.passive
  if (voice !== 'treaty' && force === 'intent' && makes && s.units[group.head]?.word.kind === 'effect')
    return refuse(s, node, 'forecast', 'border/will-of-the-world')
  if (isAbstract(subject) && !group.passive && ofItself(s, doing, force, settled)) return true
  if (force === 'binding' && inInstrument(s, doing)) return true
  const free = group.modal === 'would' && node.relation !== 'that' && node.relation !== 'content'
  if (free && (turns || (!speaker && voice === 'report'))) return refuse(s, node, 'forecast', 'border/would')
  if (group.modal === 'would' && isHearsay(s, node)) return refuse(s, node, 'quoted-third-party', 'border/hearsay')
  if (!group.passive) return say(s, doing, 'commitment', force, subject)
  const agent = agentOf(s, group.head, subject)
  // "schools will be hit": nobody promises that
  if (force === 'intent' && !group.negated && !agent.parties.length && s.units[group.head]?.word.kind === 'suffered')
    return refuse(s, node, 'forecast', 'border/will-of-the-world')
  // "it was decided that a group would be set up": those who decide set it up
  const decided = !agent.parties.length && settled?.pending?.outcome === 'clause' && settled.subject.parties.length > 0
  return say(s, doing, 'commitment', force, decided ? settled.subject : agent)
}

/** "They said that it would fail": said by nobody whom the text names; "he" is one person, whether or not the text says for whom he speaks. */
function isHearsay(s: Sentence, { relation, parent }: Node): boolean {
  const told = (relation === 'that' || relation === 'content') && parent && !parent.group.passive ? parent : undefined
  const teller = told && s.resultOf(told)?.subject
  if (!told || !teller || teller.parties.length) return false
  return teller.kind === 'abstract' || teller.kind === 'people' || (teller.kind !== 'official' && isUnknown(s, told, teller))
}

/** "only" stands first in the subject, or right before it. */
export const isExclusive = (s: Sentence, from: number): boolean =>
  s.units[from]?.word.kind === 'exclusive' || unitAt(s.units, from - 1)?.word.kind === 'exclusive'

/** What a thing will do: a promise of those who settle it, else a forecast; false where an instrument makes it binding. */
function ofItself(s: Sentence, doing: Doing, force: Force, settled: Result | undefined): boolean {
  const { node } = doing
  const { group } = node
  const { voice } = s.context
  if (settled?.pending?.outcome === 'clause') {
    const exists = unitAt(s.units, group.start - 1)?.word.code === Code.THERE
    if (settled.subject.parties.length && (exists || !has(s.units[group.head], Flag.BE)))
      return say(s, doing, 'commitment', force, settled.subject)
    if (node.parent?.group.passive) return say(s, doing, 'commitment', force, voice === 'report' ? nobody : s.joint)
  }
  if (node.frame?.frame.outcome === 'begin' && force === 'intent') return say(s, doing, 'commitment', force, nobody)
  return force === 'binding' && voice === 'treaty' ? false : refuse(s, node, 'forecast', 'border/will-of-the-world')
}

/** "shall" of an instrument: what it reserves is a position of its parties, what things shall do is their commitment; else false. */
function inInstrument(s: Sentence, doing: Doing): boolean {
  const { node } = doing
  const { subject } = doing.base
  const { voice, parties } = s.context
  const none = node.subject !== undefined && has(s.units[node.subject[0]], Flag.NOT) && has(s.units[node.subject[0]], Flag.PRONOUN)
  const reserve =
    none ||
    (node.frame?.frame.outcome === 'reserve' &&
      !(subject.kind === 'joint' && !node.group.passive) &&
      !(subject.kind === 'party' && subject.parties.some((party) => parties.includes(party))))
  if (reserve) return say(s, doing, 'position', 'none', as(s.joint, { rule: 'party/treaty' }))
  const unnamed = subject.rule === 'party/name-by-form' || subject.kind === 'abstract'
  if (voice === 'treaty' && !node.group.passive && unnamed)
    return say(s, doing, 'commitment', 'binding', as(s.joint, { rule: 'party/treaty' }))
  return false
}

/** "may", "can": a position where it grants or states a right, else a remark. */
export function permitted(s: Sentence, node: Node, result: Result, base: Model): true {
  const { voice } = s.context
  const { kind, parties } = result.subject
  // ", so it may serve the whole coast": what an act is for
  if (s.units[node.link]?.word.code === Code.SO && node.relation === 'clause') {
    result.silent = true
    return refuse(s, node, 'not-an-act', 'clause/subordinate')
  }
  const may = s.units[node.group.start]?.word.code === Code.MAY && (node.group.passive || kind !== 'abstract')
  const holds =
    voice === 'treaty' ||
    (voice === 'joint' && (may || kind === 'party')) ||
    (voice === 'report' && parties.length > 0 && kind !== 'instrument')
  if (!holds) return refuse(s, node, 'not-an-act', 'border/may')
  // "neither Party may raise duties", "a Party may not …": what nobody may do is forbidden
  if (voice === 'treaty' && may && (node.group.negated || (node.subject && has(s.units[node.subject[0]], Flag.NOT)))) {
    const { lemma, aspect } = actOf(s, node.group.head)
    const model = vary(base, {
      kind: 'commitment',
      force: 'binding',
      aspect,
      negated: true,
      subject: barred(s, base),
      rule: 'modal/forbids',
    })
    return emit(s, node, result, model, lemma, node.group.head)
  }
  const subject =
    voice === 'treaty' && base.subject.kind !== 'body' && isStranger(s, base.subject) ? as(s.joint, { rule: 'party/treaty' }) : base.subject
  return emit(s, node, result, vary(base, { kind: 'position', subject }), actOf(s, node.group.head).lemma, node.group.head)
}

/** Whom a prohibition of an instrument binds: a party or body that it names, else its parties. */
const barred = (s: Sentence, { subject }: Model): Subject =>
  subject.kind === 'body' || (subject.parties.length > 0 && !isStranger(s, subject)) ? subject : as(s.joint, { rule: 'party/treaty' })

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
