// Verbs that undertake something, and chains of verbs.
import { Code, Flag } from '../../../lexicon/word.ts'
import type { Aspect, Force } from '../../../model.ts'
import { Is, isA, partyWords } from '../../recognise/parties/words.ts'
import { unitAt } from '../../recognise/units.ts'
import { type Model, vary } from '../draft.ts'
import { has } from '../groups.ts'
import { nounCueAt } from '../nouns.ts'
import { as, nobody, type Subject } from '../subject.ts'
import type { FrameMatch, Node } from '../tree.ts'
import { keepsAsking } from './calls.ts'
import { judgesDeed } from './deeds.ts'
import { isStranger, ownerOf, speaksOfSelf } from './doers.ts'
import { isExclusive } from './modals.ts'
import { byMood } from './mood.ts'
import type { Result, Sentence } from './sentence.ts'
import { emit, refuse } from './statements.ts'
import { isIt, isOfWorld, isThing } from './things.ts'
import { amountsTo, staysSo } from './values.ts'
import { actOf, heldTogether, isMute, isPassive, joinsDeed, judgesValue } from './verbs.ts'
import { type Promised, wished } from './wishes.ts'

/** A verb by which somebody commits himself, or a plan ("are to meet"). */
export function commits(s: Sentence, node: Node, result: Result, base: Model, found: FrameMatch): true {
  const act = actOf(s, atHead.has(found.frame.form) ? node.group.head : found.verb)
  const promised: Promised = { s, node, result, base, found, act }
  return unpromised(promised) ?? planned(promised) ?? declined(promised) ?? wished(promised) ?? otherwise(promised) ?? binds(promised)
}

/** What only looks like a plan or a pledge. */
function unpromised({ s, node, base, found: { frame, verb } }: Promised): true | undefined {
  if (frame.id === 'be-to' && !isPlanned(s, node, verb)) return refuse(s, node, 'not-an-act', base.rule)
  // "it is to show": what it is for
  if (frame.id === 'be-to' && isIt(s, node) && !isPassive(s, verb)) return refuse(s, node, 'not-an-act', base.rule)
  // "only R has a plan to keep the peace": that others have none is no promise
  if (s.context.voice === 'report' && node.subject && isExclusive(s, node.subject[0])) return refuse(s, node, 'not-an-act', 'border/only')
  // "R likes to build ports" tells what is so; a wish is "would like to"
  if (frame.id === 'would-like' && !node.group.modal && node.group.form === 'finite') return refuse(s, node, 'not-an-act', base.rule)
  // "R has no plans to open a port" undertakes nothing, not even to leave it
  if (
    frame.id === 'have-plan' &&
    has(s.units[node.group.head + 1], Flag.NOT | Flag.DETERMINER) &&
    s.units[node.group.head + 1]?.word.code === Code.NO
  )
    return refuse(s, node, 'not-an-act', 'border/no-plan')
  return undefined
}

/** "The first is to …", "is going to …". */
function planned({ s, node, result, base, found: { frame, verb }, act }: Promised): true | undefined {
  const point = frame.id === 'be-to' && s.vocabulary.ordinals.has(unitAt(s.units, node.group.start - 1)?.word.text ?? '')
  if (point) {
    const subject = as(s.joint, { rule: 'party/point' })
    return emit(s, node, result, vary(base, { kind: 'proposal', force: 'should', aspect: act.aspect, subject }), act.lemma, verb)
  }
  // "we are going to have to act"
  const owed =
    has(s.units[verb], Flag.HAVE) && has(s.units[verb + 1], Flag.TO) && has(s.units[verb + 2], Flag.BASE | Flag.DO | Flag.HAVE)
      ? verb + 2
      : -1
  if (frame.id === 'going-to' && owed > 0)
    return s.frameAt(owed)?.frame.outcome === 'talk' && speaksOfSelf(s, node)
      ? refuse(s, node, 'not-an-act', 'border/talk')
      : byMood(s, node, result, base, owed, 'should')
  // "it is going to be hard", "there is going to be a vote"
  if (frame.id === 'going-to' && (isOfWorld(s, node, verb) || isThing(s, node, base.subject, undefined)))
    return refuse(s, node, 'forecast', 'border/will-of-the-world')
  return undefined
}

/** "refused to", "declined to": nothing is undertaken where it is denied, or where nothing is said. */
function declined({ s, node, base, found: { frame, verb } }: Promised): true | undefined {
  // "we have never refused to talk" undertakes nothing
  if (frame.outcome === 'commitment-not' && !base.negated) return refuse(s, node, 'not-an-act', base.rule)
  // "declined to comment": who says nothing undertakes nothing
  if (frame.outcome === 'commitment-not' && frame.form === 'to' && isMute(s, verb)) return refuse(s, node, 'not-an-act', 'border/unsaid')
  return undefined
}

/** What else a word of promise says where it stands: offers, aims, what is due of a thing. */
function otherwise({ s, node, result, base, found: { frame, verb }, act }: Promised): true | undefined {
  // "we are here to talk": why, and no more
  if (frame.id === 'here-to') return refuse(s, node, 'not-an-act', base.rule)
  // "schools offer courses": a service in the present, no offer made
  if (
    frame.id === 'offer-object' &&
    (base.negated || (node.group.tense === 'present' && s.context.voice === 'report' && base.subject.rule !== 'party/we-speaker'))
  )
    return refuse(s, node, 'not-an-act', 'border/present')
  const aims = frame.id === 'be-to' ? aimOf(s, node) : undefined
  if (aims)
    return emit(s, node, result, vary(base, { kind: 'commitment', force: 'intent', aspect: act.aspect, subject: aims }), act.lemma, verb)
  // "was proud to sign": signed
  const was = node.group.tense === 'past' || has(s.units[node.group.start], Flag.PAST | Flag.HAVE)
  if (frame.id === 'pleased-to' && was) return byMood(s, node, result, vary(base, { negated: false }), verb, 'none')
  if (base.subject.kind === 'instrument' && frame.force === 'ready' && frame.form === 'object')
    return refuse(s, node, 'not-an-act', base.rule)
  // "the first priority is to reach a truce": what is called vital is asked for
  const urgent = frame.id === 'be-to' && base.subject.kind === 'abstract' && node.subject !== undefined && judgesValue(s, node.subject)
  if (urgent)
    return emit(s, node, result, vary(base, { kind: 'proposal', force: 'should', aspect: act.aspect, subject: nobody }), act.lemma, verb)
  const passive = isPassive(s, verb) || (frame.id === 'scheduled-for' && node.group.tense === 'present')
  // "the next round is scheduled to be held", "… is scheduled for May": agentless, as by "will be held"
  if (base.subject.kind === 'abstract' && !base.subject.parties.length && frame.force === 'intent' && passive)
    return emit(s, node, result, vary(base, { kind: 'commitment', force: 'intent', aspect: act.aspect, subject: nobody }), act.lemma, verb)
  if (
    base.subject.kind === 'abstract' &&
    !base.subject.parties.length &&
    (frame.force === 'intent' || (frame.force === 'ready' && frame.form === 'object'))
  )
    return refuse(s, node, 'no-actor', base.rule)
  return undefined
}

/** Undertakes. */
function binds({ s, node, result, base, found: { frame, verb }, act }: Promised): true {
  const name = (frame.act && invited(s, node)) || frame.act || act.lemma
  // "we recommit ourselves to push back", "R remains committed to joining"
  const said = s.aspectOf(s.lemma(node.group.head))
  const again = said === 'reaffirmed' || (said === 'continuing' && frame.force === 'agreed')
  const aspect: Aspect = again && name !== s.lemma(node.group.head) ? 'reaffirmed' : act.aspect
  return emit(s, node, result, vary(base, { kind: 'commitment', force: frame.force as Force, aspect }), name, verb)
}

/** What an invitation that is accepted is for: "to meet in …"; empty where it does not say. */
function invited(s: Sentence, node: Node): string {
  const child = s.tree.nodes.find((one) => one.parent === node && one.relation === 'noun' && one.group.form === 'to')
  return child ? actOf(s, child.group.head).lemma : ''
}

/** "are to meet": nothing but adverbs between, and somebody who is to; "there is nothing to see", "the aim was to" are no plans. */
function isPlanned(s: Sentence, node: Node, verb: number): boolean {
  const { units } = s
  if (unitAt(units, node.group.start - 1)?.word.code === Code.THERE) return false
  let to = verb
  while (to > node.group.head && !has(units[to], Flag.TO)) to--
  for (let k = node.group.head + 1; k < to; k++) if (!has(units[k], Flag.ADVERB | Flag.NOT | Flag.PUNCTUATION)) return false
  return true
}

/** "our first priority": a word for what somebody sets out to do ends the subject; -1 where none does. */
export const aimAt = (s: Sentence, [, to]: readonly [number, number]): number => (s.units[to - 1]?.word.kind === 'aim' ? to - 1 : -1)

/** "Our priority", "R's goal": no plan or pledge, which does what it is said to be doing. */
function namesAim(s: Sentence, { subject }: Node): boolean {
  if (!subject) return false
  return aimAt(s, subject) >= 0 || nounCueAt(s.units, subject[0], subject[1])?.cue.id === 'goal'
}

/** "Our priority is bringing them home": what somebody sets out to do, said with an -ing form. */
export function setsOut(s: Sentence, node: Node, result: Result, base: Model): boolean {
  const { group } = node
  if (group.tense !== 'progressive' || group.passive || group.modal || group.negated || !has(s.units[group.start], Flag.PRESENT))
    return false
  const subject = namesAim(s, node) ? aimOf(s, node) : undefined
  if (!subject) return false
  const act = actOf(s, group.head)
  return emit(
    s,
    node,
    result,
    vary(base, { kind: 'commitment', force: 'intent', aspect: act.aspect, subject, rule: 'clause/aim' }),
    act.lemma,
    group.head,
  )
}

/** "The Committee's aim is to …": whose aim the subject names. */
function aimOf(s: Sentence, node: Node): Subject | undefined {
  if (!node.subject) return undefined
  const noun = nounCueAt(s.units, node.subject[0], node.subject[1])
  const at = noun?.cue.act === 'commitment' ? noun.at : aimAt(s, node.subject)
  if (at < 0) return undefined
  const owner = ownerOf(s, at, node.group.start)
  // "its mission is to": of a body named before
  const ours = owner && isA(partyWords(s.vocabulary), s.units[owner.from]?.word.text ?? '', Is.ours)
  if (owner && !owner.subject && !ours && at !== noun?.at) return undefined
  return owner && (owner.subject ?? (s.context.turns ? s.memory.speaker : undefined) ?? s.joint)
}

/** Forms of what follows a verb that name no act of their own. */
const atHead: ReadonlySet<string> = new Set(['object', 'any', 'sum', 'money'])

/** A verb that only leads to the next one: "continue to", "take steps to". */
export function chained(s: Sentence, node: Node, result: Result, base: Model, found: FrameMatch): boolean {
  const { group } = node
  const { outcome } = found.frame
  const named = found.frame.act || joinsDeed(s, found) ? group.head : found.verb
  const says = s.frameAt(found.verb)?.frame.outcome ?? ''
  // "took this opportunity to stress that …"
  if (
    !found.frame.act &&
    group.tense === 'past' &&
    outcome === 'chain' &&
    found.frame.form === 'to' &&
    (says === 'attitude' || says === 'clause-position')
  )
    return emit(s, node, result, vary(base, { kind: 'position' }), s.lemma(found.verb), found.verb)
  // "the plan is focused on cutting tolls", "is a scheme focused on …": what a thing is for; "is not focused on" renounces nothing
  const thing = base.negated || base.subject.kind === 'instrument' || has(s.units[group.head + 1], Flag.DETERMINER)
  if (thing && outcome === 'chain' && found.frame.form === 'ing' && has(s.units[group.start], Flag.BE))
    return refuse(s, node, 'no-actor', base.rule)
  if ((says === 'wrong' || says === 'offends') && judgesDeed(s, node, result, base, false, found.verb)) return true
  // "continues to pose a threat"
  if (says === 'amounts') return amountsTo(s, node, result, base, found.verb)
  const joins = found.frame.id === 'join-in'
  if (joins && says === 'commitment') return commits(s, node, result, base, s.frameAt(found.verb) as FrameMatch)
  // "joined Z in calling for a truce": what is held or asked together
  const holds = joins && heldTogether.has(says)
  const told = group.tense !== 'present' || (joins && !says && s.context.voice === 'report')
  if (told && outcome !== 'continue' && !holds) return byMood(s, node, result, base, named, 'none')
  if (base.subject.kind === 'abstract' && outcome === 'chain') return refuse(s, node, 'no-actor', base.rule)
  const act = actOf(s, named)
  const aspect: Aspect = outcome === 'continue' ? 'continuing' : act.aspect
  const inner = s.frameAt(found.verb)?.frame.outcome
  if (!inner && has(s.units[found.verb], Flag.BE) && staysSo(s, node, result, base, found.verb)) return true
  if (inner === 'position' || inner === 'attitude')
    return emit(s, node, result, vary(base, { kind: 'position', aspect: holds ? 'new' : 'continuing' }), act.lemma, found.verb)
  // "we continue to be in touch with R"
  if (inner === 'report' && has(s.units[found.verb], Flag.BE) && s.context.voice === 'report')
    return emit(s, node, result, vary(base, { aspect: 'continuing' }), act.lemma, found.verb)
  const idle = inner === 'nothing' || inner === 'forecast' || inner === 'belief' || inner === 'undergo' || inner === 'perceive'
  const nobodyActs = base.subject.kind === 'abstract' || (base.subject.kind === 'none' && node.subject !== undefined)
  if (idle || (nobodyActs && !group.modal)) return refuse(s, node, 'forecast', base.rule)
  if (inner === 'proposal') return keepsAsking(s, node, result, base, found.verb, act.lemma, holds ? 'new' : 'continuing')
  if (group.tense === 'present' && isStranger(s, base.subject))
    return base.subject.rule === 'party/name-by-form'
      ? refuse(s, node, 'no-actor', base.rule)
      : emit(s, node, result, vary(base, { kind: 'position', aspect }), act.lemma, found.verb)
  return emit(s, node, result, vary(base, { kind: 'commitment', force: 'intent', aspect }), act.lemma, found.verb)
}
