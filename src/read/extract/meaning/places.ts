// What a predicate says by its place in the tree: as an item, in front, in a relative clause, as one more act of a list.
import { Code, Flag } from '../../../lexicon/word.ts'
import type { Force } from '../../../model.ts'
import { type Lead, type Model, toDraft, vary, withItem } from '../draft.ts'
import { has, isComma, isStrongMark } from '../groups.ts'
import { nounCueAt, startsNoun } from '../nouns.ts'
import { askedIn } from '../predicates/asked.ts'
import { firstOf } from '../predicates/node.ts'
import { as, nobody, type Subject } from '../subject.ts'
import type { Node } from '../tree.ts'
import { splitDoer } from './clefts.ts'
import { cancelsDenial, inheritsDenial } from './denials.ts'
import { agentOf, speakerOf } from './doers.ts'
import { commaBefore } from './limits.ts'
import { AUXILIARY, BARE, bareStances, OPERATIVE } from './lines.ts'
import { governed, readNestedNoun } from './noun-acts.ts'
import { readPredicate } from './predicates.ts'
import { inherit, type Result, type Sentence } from './sentence.ts'
import { SIDE } from './sides.ts'
import { emit, refuse } from './statements.ts'
import { actOf, isStance } from './verbs.ts'

/** An item under a lead takes the kind, force and doer of the lead. */
export function readItem(s: Sentence, node: Node, result: Result, lead: Lead): true {
  const says = node.frame?.frame.outcome ?? ''
  if (lead.model.rule === OPERATIVE || (lead.model.rule === SIDE && node.group.form === 'finite'))
    return readPredicate(s, node, inherit(result, lead.model.subject, result.speaker))
  // "The Council resolves: 1. To urge members to pay": what an organ asks or holds by resolving it
  const resolves = s.memory.organ !== undefined && node.group.form === 'to' && lead.model.force === 'agreed'
  const bare = (lead.model.rule === BARE || resolves) && node.frame?.frame.id !== 'support-object'
  if ((bare || lead.model.rule === AUXILIARY) && bareStances.has(says))
    return readPredicate(s, node, inherit(result, lead.model.subject, result.speaker))
  const { lemma, aspect } = actOf(s, node.group.head)
  const negated = node.group.negated || lead.model.negated
  const model = vary(lead.model, { aspect, negated, rule: withItem(lead.model.rule) })
  return emit(s, node, inherit(result, result.subject, lead.model.speaker), model, lemma, node.group.head)
}

/** Rules by which others are said to be due something. */
const entitling: ReadonlySet<string> = new Set(['frame/have-right', 'frame/deserve'])

/** One more act under the same governor: "… and to open", ", reduce". */
export function goOn(s: Sentence, node: Node, result: Result, peer: Result | undefined): boolean {
  const model = peer?.model ?? (node.peer ? governed(s, node.peer) : undefined)
  if (!model || (model.kind === 'position' && model.rule.startsWith('modal/'))) return false
  // "deserve to live safely and to trade freely": one stand on what others are due
  if (entitling.has(model.rule)) return false
  // "Desiring to deepen trade and to build trust": one recital
  if (model.rule === 'clause/recital' && node.group.form === 'to') return false
  const twin = node.peer && besideObject(s, node.peer, model)
  if (twin) {
    const act = actOf(s, node.group.head)
    return emit(s, node, result, vary(twin, { aspect: act.aspect, negated: node.group.negated }), act.lemma, node.group.head)
  }
  if (restarts(node, model)) return readPredicate(s, node, heir(s, node, result, model))
  const act = actOf(s, node.group.head)
  const asked = model.kind === 'commitment' ? askedBefore(s, node) : undefined
  if (asked) {
    const { aspect } = act
    const call = vary(model, { kind: 'proposal', force: 'should', aspect, negated: node.group.negated, subject: nobody, asked })
    return emit(s, node, result, vary(call, { speaker: model.speaker ?? model.subject }), act.lemma, node.group.head)
  }
  const others = model.kind === 'proposal' && model.asked ? askedIn(node, s.units) : undefined
  const aspect = model.aspect === 'reaffirmed' ? model.aspect : act.aspect
  const denied = (model.negated && node.group.form === 'loose') || inheritsDenial(node)
  const negated = node.group.negated || (denied && !cancelsDenial(node))
  const rule = model.rule.endsWith('+list') ? model.rule : `${model.rule}+list`
  return emit(s, node, result, vary(model, { aspect, negated, rule, asked: others }), act.lemma, node.group.head)
}

/** "suggested the sides strengthen A, widen B and implement C": the later bare verbs are asked for too. */
export function isAskedToo(s: Sentence, node: Node): boolean {
  const { peer } = node
  if (!peer || !has(s.units[node.group.head], Flag.BASE) || !has(s.units[peer.group.head], Flag.BASE)) return false
  let first = peer
  while (first.relation === 'same' && first.peer) first = first.peer
  const asks = first.relation === 'that' && first.parent !== undefined && s.resultOf(first.parent)?.pending?.outcome === 'request'
  return asks && s.resultOf(peer)?.model?.kind === 'proposal'
}

/** "will work to press Z to join and to pay": units of those whom the verb above the list asks to do its acts. */
function askedBefore(s: Sentence, node: Node): Model['asked'] {
  const first = firstOf(node)
  const found = first.relation === 'complement' && first !== node ? first.parent?.frame : undefined
  if (found?.frame.outcome !== 'proposal' || found.frame.form !== 'object-to') return undefined
  let to = found.verb
  while (to > found.at && !has(s.units[to], Flag.TO)) to--
  return to > found.at ? [found.at, to] : undefined
}

/** "committed to peace and to opening …": the model of the act, by the row of the same words that takes a verb. */
function besideObject(s: Sentence, { group, frame }: Node, model: Model): Model | undefined {
  if (frame?.frame.form !== 'object' || frame.frame.words.at(-1) !== 'to') return undefined
  const words = frame.frame.words.join(' ')
  const own = s.units.slice(group.start, group.head + 1).find(({ word }) => word.frames.includes(frame.frame))
  const twin = own?.word.frames.find(
    (row) => (row.form === 'ing' || row.form === 'to') && row.outcome === 'commitment' && row.words.join(' ') === words,
  )
  return twin && vary(model, { kind: 'commitment', force: twin.force as Force, rule: `frame/${twin.id}+list` })
}

/** A verb that commits, asks or holds by itself is no second act of a verb that does so: "continue to support A and call on B". */
function restarts(node: Node, model: Model): boolean {
  const frame = node.frame?.frame
  if (!frame) return false
  const { outcome } = frame
  // ", pledging to help and calling for a truce"
  if (node.group.form === 'ing') return node.peer?.relation === 'adjunct' && outcome === 'proposal' && frame.words.length > 0
  if (outcome === 'proposal' && (frame.form === 'object-to' || frame.words.length > 0)) return true
  return model.kind === 'position' && (outcome === 'commitment' || outcome === 'attitude' || outcome === 'clause-position')
}

/** The result of a node that goes on under the doer and speaker of an earlier model. */
function heir(s: Sentence, node: Node, result: Result, model: Model): Result {
  const own = inherit(result, model.subject, model.speaker)
  s.results[node.index] = own
  return own
}

/** After a comma at the end of a clause: ", stressing that …" states something of its own. */
export function readAdjunct(s: Sentence, node: Node, result: Result, parent: Result | undefined): boolean {
  const outcome = node.frame?.frame.outcome ?? ''
  const states = ['attitude', 'position', 'clause-position', 'clause', 'proposal', 'speech', 'commitment', 'request'].includes(outcome)
  const set = isComma(s.units[node.link]) || s.units[node.link]?.word.code === Code.DASH
  if (!states || !set || !parent || node.group.form !== 'ing' || s.context.voice === 'treaty') return false
  const teller = tellerOf(node.parent, parent)
  if (!teller) return parent.subject.kind !== 'abstract' && readPredicate(s, node, result)
  const own = inherit(result, teller, result.speaker)
  s.results[node.index] = own
  return readPredicate(s, node, own)
}

/** Whoever can stress, add or ask something. */
const minds: ReadonlySet<string> = new Set(['official', 'party', 'joint'])

/** "said that trade has grown, stressing the need …", "said that R is a friend, adding …": not what the clause is about, but he who says it. */
const tellerOf = (node: Node | undefined, { subject, speaker }: Result): Subject | undefined =>
  node?.relation === 'that' && (node.group.tense === 'copula' || !minds.has(subject.kind)) ? speaker : undefined

/** Before the main clause: recitals of a joint text ("Recognizing …, the sides"), concessions; the rest states nothing. */
export function readFronted(s: Sentence, node: Node, result: Result): boolean {
  if (node.group.form === 'finite') return s.units[node.link]?.word.kind === 'concessive' && readPredicate(s, node, result)
  if (node.noun) return readNestedNoun(s, node, result)
  const outcome = node.frame?.frame.outcome ?? ''
  const says = ['attitude', 'position', 'clause-position', 'proposal', 'commitment', 'wish'].includes(outcome)
  if (node.group.form === 'to') result.silent = true
  if (node.group.form !== 'ing' || !says) return false
  if (outcome === 'clause-position' && s.context.voice === 'joint') result.silent = true
  const lemma = s.lemma(node.group.head)
  const main = s.tree.nodes.find((n) => n.relation === 'root')
  // "Condemning the raid, the Minister of R said that …": he condemns it
  const teller = s.context.voice === 'report' && main ? s.resultOf(main)?.subject : undefined
  if (teller?.kind === 'official' && (outcome === 'attitude' || outcome === 'position') && holdsObject(s, node))
    return readPredicate(s, node, inherit(result, teller, result.speaker))
  // the preamble of a treaty runs into "have agreed as follows:"; in an article what stands before the clause only limits it
  if (main && !(s.context.voice === 'treaty' && isStrongMark(s.units[s.end]?.word.code)) && !holdsBefore(s, node)) return false
  const subject = s.context.voice === 'report' ? ((main && s.resultOf(main)?.subject) ?? s.memory.organ) : (s.memory.organ ?? s.joint)
  if (!subject || (s.context.voice === 'report' && subject.kind === 'abstract')) return false
  const model: Model = {
    kind: 'position',
    force: 'none',
    aspect: s.aspectOf(lemma),
    negated: false,
    subject: as(subject, { rule: 'party/recital' }),
    speaker: s.context.voice === 'report' ? speakerOf(s, subject, undefined) : undefined,
    rule: 'clause/recital',
    asked: undefined,
    addressed: undefined,
  }
  result.silent = true
  return emit(s, node, result, model, lemma, node.group.head)
}

/** What is held stands right after the verb, and needs no more words of its own. */
const holdsObject = (s: Sentence, { frame }: Node): boolean =>
  frame !== undefined && frame.frame.form !== 'any' && startsNoun(s.units[frame.at])

/** "Recognising that trade helps, …", "Recognising the importance of trade, …": more than a nod to a text before what is undertaken. */
function holdsBefore(s: Sentence, { frame }: Node): boolean {
  if (s.context.voice !== 'joint' || !frame || frame.frame.outcome === 'commitment') return false
  return frame.frame.form === 'that' || nounCueAt(s.units, frame.at, Math.min(frame.at + 7, s.end))?.cue.act === 'position'
}

/** A relative clause says who acts in it: by a subject that is no pronoun, or by "by". */
function namesDoer(s: Sentence, { subject, group }: Node): boolean {
  if (subject) return subject[1] - subject[0] > 1 || !has(s.units[subject[0]], Flag.PRONOUN)
  return !group.passive || agentOf(s, group.head, nobody).parties.length > 0
}

/** A verb with a subject of its own in a relative clause, or one that goes on with it, that states something. */
const isStated = (s: Sentence, node: Node | undefined): boolean =>
  node !== undefined && !s.resultOf(node)?.silent && (node.relation === 'same' ? isStated(s, node.peer) : node.subject !== undefined)

/** A relative clause states nothing, unless somebody promises or did something in it. */
export function readRelative(s: Sentence, node: Node, result: Result): boolean {
  const { group } = node
  const own = node.subject !== undefined
  const split = own ? undefined : splitDoer(s, node)
  if (split) {
    const cleft = inherit(result, split.doer, result.speaker)
    s.results[node.index] = cleft
    const states = readPredicate(s, node, cleft)
    const draft = cleft.draft === undefined ? undefined : s.drafts[cleft.draft]
    if (draft) s.drafts[cleft.draft as number] = toDraft(draft, split.copula.from, draft.to, draft.front, draft.act, draft.cue)
    return states
  }
  const known = node.frame?.frame.outcome
  const future = group.modal === 'intent' || group.modal === 'binding'
  const does = own || group.passive || known === 'act' || known === 'report'
  const promises = (future && does) || (own && known === 'commitment' && group.tense === 'present')
  // "…, during which both sides reviewed trade and discussed ports": the second goes on with what the first states
  const goes = node.relation === 'same' && group.form === 'finite' && group.tense === 'past' && !group.passive && isStated(s, node.peer)
  if (goes) return readPredicate(s, node, result)
  result.silent = true
  if (!promises && !(own && group.tense === 'past' && commaBefore(s, node) < node.link))
    return refuse(s, node, 'not-an-act', 'clause/relative')
  // "initiatives that will be funded", "the message we will carry": it only says which, as nothing is set off by a comma
  const picks = s.context.voice === 'report' && commaBefore(s, node) === node.link && !namesDoer(s, node)
  if (picks && future) return refuse(s, node, 'not-an-act', 'clause/relative')
  // "…, which both sides welcomed": what is held of the thing before it
  if (own && !node.frame && !future && !group.passive && isStance(s, s.lemma(group.head)))
    return refuse(s, node, 'not-an-act', 'clause/relative')
  result.silent = false
  if (!own && s.context.voice === 'treaty' && group.modal !== 'binding') return refuse(s, node, 'not-an-act', 'clause/relative')
  return readPredicate(s, node, result)
}
