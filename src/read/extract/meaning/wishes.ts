// What somebody wishes, hopes or is glad to do: a pledge, a stand, or only words.
import { Flag } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { type Model, vary } from '../draft.ts'
import { has, isComma } from '../groups.ts'
import type { FrameMatch, Node } from '../tree.ts'
import { proposes } from './calls.ts'
import { isUnknown, speaksOfSelf } from './doers.ts'
import { awaitClause } from './reported.ts'
import type { Result, Sentence } from './sentence.ts'
import { emit, refuse } from './statements.ts'
import { saysOnly } from './talks.ts'
import { actOf, isStance } from './verbs.ts'

/** A verb by which somebody may commit himself, where it stands. */
export interface Promised {
  readonly s: Sentence
  readonly node: Node
  readonly result: Result
  /** What is known before the verb is looked at. */
  readonly base: Model
  readonly found: FrameMatch
  /** The act that the words name. */
  readonly act: ReturnType<typeof actOf>
}

/** What a wish or readiness says that is no pledge; undefined where it is one, or no wish. */
export function wished(promised: Promised): true | undefined {
  return gladly(promised) ?? unwilling(promised) ?? speaks(promised)
}

/** "we are proud to have joined": joined; "pleased to be working on it": work on it. */
function gladly({ s, node, result, base, found: { frame, verb } }: Promised): true | undefined {
  const done = has(s.units[verb], Flag.HAVE) && has(s.units[verb + 1], Flag.PARTICIPLE)
  if (frame.id === 'pleased-to' && done) return emit(s, node, result, base, actOf(s, verb + 1).lemma, verb + 1)
  if (frame.id === 'pleased-to' && greets(s, node, verb)) return refuse(s, node, 'not-an-act', 'border/courtesy')
  if (frame.id === 'pleased-to' && has(s.units[verb], Flag.ING)) return emit(s, node, result, base, actOf(s, verb).lemma, verb)
  return undefined
}

/** What nobody wishes, or nobody in particular, and what one only says that one wishes. */
function unwilling({ s, node, result, base, found: { frame, verb }, act }: Promised): true | undefined {
  if (frame.outcome === 'wish' && isUnknown(s, node, base.subject)) return refuse(s, node, 'no-actor', 'border/unknown-doer')
  // "R does not seek a quarrel": how it stands to one
  if (frame.id === 'seek-object' && base.negated && s.context.voice === 'report')
    return emit(s, node, result, vary(base, { kind: 'position', force: 'none' }), act.lemma, verb)
  const next = innermost(s, verb)
  const words = next === 'talk' || (frame.id === 'going-to' && (next === 'nothing' || saysOnly(s, node, verb)))
  if (words && speaksOfSelf(s, node)) return refuse(s, node, 'not-an-act', 'border/talk')
  if (frame.outcome === 'wish' && next === 'nothing') return refuse(s, node, 'not-an-act', base.rule)
  if (isPast(s, node) && frame.id === 'going-to') return refuse(s, node, 'not-an-act', 'border/past-plan')
  const inner = frame.outcome === 'wish' || frame.force === 'ready' ? s.frameAt(verb)?.frame.outcome : undefined
  // "we do not want to see the war spread"
  if (frame.outcome === 'wish' && base.negated && inner === 'perceive' && s.context.voice === 'report')
    return declares(s, node, result, base, verb)
  if ((frame.outcome === 'wish' || (frame.force === 'ready' && frame.form === 'object')) && base.negated)
    return refuse(s, node, 'not-an-act', 'border/unwilling')
  return undefined
}

/** "I want to stress that …", "hopes to see trade grow", "is pleased to announce that …": what one wishes to say is said. */
function speaks({ s, node, result, base, found: { frame, verb } }: Promised): true | undefined {
  const told = s.frameAt(verb)
  const inner = frame.outcome === 'wish' || frame.force === 'ready' ? told?.frame.outcome : undefined
  const holds = inner === 'position' || inner === 'attitude' || inner === 'clause-position' || (!inner && isStance(s, s.lemma(verb)))
  // "I want to stress that the port is vital": what the clause says is said
  if (frame.outcome === 'wish' && inner === 'clause-position' && told?.frame.form === 'that')
    return awaitClause(s, node, result, base, told, verb)
  // "I want to stress, and have said before": only words
  const cut = verb + 1 >= s.end || isComma(s.units[verb + 1])
  if (
    frame.outcome === 'wish' &&
    cut &&
    speaksOfSelf(s, node) &&
    told?.frame.form !== 'object' &&
    (s.units[verb] as Unit).word.frames.some(({ form }) => form === 'that')
  )
    return refuse(s, node, 'not-an-act', 'border/talk')
  if (frame.outcome === 'wish' && holds) return declares(s, node, result, base, verb)
  // "I want to take a moment to thank you for the law", "I want to start by thanking you for it"
  const taken = frame.outcome === 'wish' && (told?.frame.id === 'use-opportunity' || told?.frame.id === 'start-by') ? told.verb : -1
  if (taken > 0 && isStance(s, s.lemma(taken))) return declares(s, node, result, base, taken)
  if (told?.frame.id === 'start-by' && speaksOfSelf(s, node)) return refuse(s, node, 'not-an-act', 'border/talk')
  // "hopes to see trade grow", "wants to ensure that it is fair": a wish for the world
  const world =
    inner === 'undergo' || told?.frame.id === 'perceive' || (frame.outcome === 'wish' && inner === 'act' && told?.frame.form === 'that')
  if (frame.force === 'ready' && frame.form === 'to' && world && s.context.voice === 'report') return declares(s, node, result, base, verb)
  // "I am pleased to announce that …": what is announced is said
  if (told && told.frame.form === 'that' && (inner === 'speech' || inner === 'clause'))
    return awaitClause(s, node, result, base, told, verb)
  if (isPast(s, node) && frame.id === 'want-to') return refuse(s, node, 'not-an-act', 'border/past-plan')
  // "I want to urge R to act" urges it
  if (frame.outcome === 'wish' && inner === 'proposal' && told?.frame.form === 'object-to' && s.context.voice === 'report')
    return proposes(s, node, result, base, told)
  return undefined
}

/** "I was going to build a port", "we wanted to help": told of the past by the one who meant it; "R said that it was going to" means it still. */
function isPast(s: Sentence, { group, relation, parent }: Node): boolean {
  const told = (relation === 'that' || relation === 'content') && parent !== undefined && !speaksOfSelf(s, parent)
  return (
    s.context.voice === 'report' &&
    !told &&
    !group.modal &&
    has(s.units[group.start], Flag.PAST) &&
    !has(s.units[group.start], Flag.PRESENT)
  )
}

/** Outcomes of verbs that only lead to the next one. */
const links: ReadonlySet<string> = new Set(['chain', 'chain-not', 'continue'])

/** The outcome of the last verb of a chain: of "comment" in "to refrain from commenting". */
function innermost(s: Sentence, verb: number): string | undefined {
  let found = s.frameAt(verb)
  for (let step = 0; step < 3 && found && links.has(found.frame.outcome) && found.verb > verb; step++)
    found = s.frameAt(found.verb) ?? found
  return found?.frame.outcome
}

/** "I am pleased to host my friend", "we are happy to be here": a greeting; "I am happy to start": how the talk goes on. */
const greets = (s: Sentence, node: Node, verb: number): boolean =>
  speaksOfSelf(s, node) && (verb + 1 >= s.end || s.units[verb]?.word.kind === 'greeting' || has(s.units[verb], Flag.BE | Flag.HAVE))

/** "I would like to thank", "we want to stress": saying so is what the inner verb does. */
function declares(s: Sentence, node: Node, result: Result, base: Model, verb: number): true {
  return emit(s, node, result, vary(base, { kind: 'position', aspect: s.aspectOf(s.lemma(verb)) }), s.lemma(verb), verb)
}
