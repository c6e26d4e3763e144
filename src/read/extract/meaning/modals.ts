// What a modal alone decides: who promises, what is only foretold, what is granted or forbidden.
import { Code, Flag } from '../../../lexicon/word.ts'
import type { Force } from '../../../model.ts'
import { unitAt } from '../../recognise/units.ts'
import { type Model, vary } from '../draft.ts'
import { has } from '../groups.ts'
import { as, nobody, type Subject } from '../subject.ts'
import type { Node } from '../tree.ts'
import { agentOf, isAbstract, isSelf, isStranger, isUnknown } from './doers.ts'
import type { Result, Sentence } from './sentence.ts'
import { type Doing, emit, refuse, say } from './statements.ts'
import { saysOnly } from './talks.ts'
import { isThing } from './things.ts'
import { actOf } from './verbs.ts'

/** Force of an act under each modal. */
export const modalForces: Record<string, Force> = {
  will: 'intent',
  intent: 'intent',
  binding: 'binding',
  should: 'should',
  would: 'intent',
}

/** "should": a proposal, or what the parties of a text owe themselves; of a thing it is a position. */
export function underShould(s: Sentence, doing: Doing): true {
  const { subject, speaker } = doing.base
  const { group, frame } = doing.node
  // "is obliged to" is no passive
  const passive = group.passive && frame?.frame.outcome !== 'obligation'
  // "you have to warn": anybody
  const anyone = unitAt(s.units, (doing.node.subject?.[1] ?? 0) - 1)?.word.code === Code.YOU && !subject.parties.length
  if (anyone && s.context.voice === 'report') return refuse(s, doing.node, 'not-an-act', 'border/anyone')
  // "I must say, …": only words
  if (saysOnly(s, doing.node, doing.verb)) return refuse(s, doing.node, 'not-an-act', 'border/talk')
  // in an instrument "must" binds as "shall" does
  if (s.context.voice === 'treaty' && s.context.parties.length > 1 && s.units[group.start]?.word.code === Code.MUST)
    return mustBind(s, doing)
  if (isAbstract(subject) && !passive) return say(s, doing, 'position', 'none', subject)
  const all = subject.kind === 'joint' || subject.kind === 'instrument' || isSelf(s, subject)
  const shared = s.context.voice !== 'report' && all && !passive && !speaker
  return say(s, doing, shared ? 'commitment' : 'proposal', 'should', passive ? agentOf(s, group.head, subject) : subject)
}

/** "must" of an instrument: whom it names is bound, else its parties. */
function mustBind(s: Sentence, doing: Doing): true {
  const { subject } = doing.base
  const { group } = doing.node
  const things = subject.rule === 'party/name-by-form' || isAbstract(subject)
  const all = as(s.joint, { rule: 'party/treaty' })
  return say(s, doing, 'commitment', 'binding', group.passive ? agentOf(s, group.head, subject) : things ? all : barred(s, doing.base))
}

/** An act under a modal: a promise of those who can keep it, else a forecast. */
export function underModal(s: Sentence, doing: Doing, force: Force): true {
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
    // "I'll just say, …": only words
    if (unitAt(s.units, group.start - 1)?.word.code === Code.I && saysOnly(s, node, doing.verb))
      return refuse(s, node, 'not-an-act', 'border/talk')
    // "only R will keep the peace": that others will not is no promise
    if (node.subject && isExclusive(s, node.subject[0])) return refuse(s, node, 'forecast', 'border/only')
    // "they will come", of whom the text does not say who they are
    const reported = node.relation === 'that' || node.relation === 'content'
    if (!reported && isUnknown(s, node, subject)) return refuse(s, node, 'no-actor', 'border/unknown-doer')
    if (!node.subject && unitAt(s.units, group.start - 1)?.word.code === Code.THERE && settled?.pending?.outcome !== 'clause')
      return refuse(s, node, 'forecast', 'border/will-of-the-world')
  }
  if (force === 'intent' && !group.passive && isThing(s, node, subject, settled))
    return refuse(s, node, 'no-actor', 'border/will-of-the-world')
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
  // "we cannot accept it", "Z can count on us"
  const { negated, head } = node.group
  const stand = s.units[head]?.word.kind === (negated ? 'tolerance' : 'reliance') && (negated || s.units[head + 1]?.word.code === Code.ON)
  const holds =
    voice === 'treaty' ||
    (voice === 'joint' && (may || kind === 'party')) ||
    (voice === 'report' && parties.length > 0 && kind !== 'instrument' && (may || stand))
  if (!holds) return refuse(s, node, 'not-an-act', 'border/may')
  // "neither Party may raise duties", "a Party may not …": what nobody may do is forbidden
  if (voice === 'treaty' && may && base.negated) {
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
