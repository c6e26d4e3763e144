// Clauses that somebody reports: who speaks, and what the verb above makes of the clause under it.
import { Code, Flag } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { type Draft, type Model, redraft, toDraft, toModel } from '../draft.ts'
import { has } from '../groups.ts'
import { nobody, type Subject } from '../subject.ts'
import type { FrameMatch, Node } from '../tree.ts'
import { impersonalDoer, isImpersonal, isSelf, setSpeaker, speakerOf } from './doers.ts'
import { type Pending, type Result, type Sentence, toResult } from './sentence.ts'
import { emit, refuse } from './statements.ts'
import { stands } from './verbs.ts'

/** A verb that reports a clause: who speaks, and what its clauses will be read as. */
export function awaitClause(
  s: Sentence,
  node: Node,
  result: Result,
  base: Model,
  { frame, verb }: FrameMatch,
  cue = node.group.head,
): true {
  // "it is our hope that …": of those who say it
  const dummy = node.group.tense === 'copula' && node.subject && s.units[node.subject[1] - 1]?.word.kind === 'it'
  const subject = dummy ? impersonalDoer(s, s.memory.speaker) : base.subject
  const known = subject.kind !== 'abstract' && subject.kind !== 'none'
  if (node.group.passive && known && !(frame.outcome !== 'speech' && isImpersonal(s, node)))
    return refuse(s, node, 'not-an-act', 'border/said-passive')
  const oneSided = known && subject.kind !== 'joint' && subject.parties.length <= 1
  const speaks = oneSided && (s.context.voice === 'report' || frame.outcome === 'speech' || subject.kind === 'official')
  if (oneSided && subject.kind === 'official' && s.context.voice === 'report') setSpeaker(s, subject)
  else if (subject.kind === 'joint' && !s.memory.floor) s.memory.speaker = undefined
  const speaker = speaks ? subject : result.speaker
  const waiting = toResult(subject, speaker)
  // what those who adopt a text together say of things in it they hold
  const held = frame.outcome === 'speech' && s.context.voice === 'joint' && subject.kind === 'joint' && !speaker
  waiting.pending = { outcome: held ? 'clause-position' : frame.outcome, frame, at: verb, cue, first: true }
  s.results[node.index] = waiting
  return true
}

/** What a clause hangs on: of "I want to stress that …" the verb that wants, which waits for what is stressed. */
export function governorOf(s: Sentence, { parent }: Node): Node | undefined {
  const above = parent?.relation === 'complement' ? parent.parent : undefined
  return above && s.resultOf(above)?.pending?.cue === parent?.group.head ? above : parent
}

/** After a reported clause is read: the verb that reports it may change its force, its kind, its limits. */
export function readReported(s: Sentence, node: Node, result: Result, verb: Node, parent: Result, pending: Pending): void {
  const drafts = s.drafts
  if (result.draft === undefined) {
    const refusal = s.refusals.at(-1)
    // "I hope that answers your question" holds nothing
    if (refusal?.rule === 'border/talk') pending.first = false
    const forecast = refusal?.gate === 'forecast' || refusal?.rule === 'border/talk'
    if (pending.outcome !== 'speech' && pending.outcome !== 'request' && parent.subject.parties.length && !forecast)
      takeAsHeld(s, node, result, verb, parent, pending)
    return
  }
  const draft = drafts[result.draft] as Draft
  const first = pending.first
  pending.first = false
  const { outcome } = pending
  let next = draft
  if (outcome === 'clause' && draft.kind === 'commitment' && draft.force === 'intent') next = redraft(next, { force: 'agreed' })
  // "it was confirmed that the talks will be held": nobody in particular gives his word
  if (next.kind === 'commitment' && next.force === 'intent' && pending.frame.force === 'agreed' && !verb.group.passive)
    next = redraft(next, { force: 'agreed' })
  // "agreed that the pact must be kept": what nobody in particular is to do is a principle of those who agree
  const { group } = node
  const principle = draft.kind === 'proposal' && group.passive && group.modal === 'should' && !draft.subject.parties.length
  const holds = outcome === 'clause' || outcome === 'belief' || pending.frame.id === 'view-that'
  const agrees = pending.frame.force === 'agreed' || (holds && !draft.asked && parent.subject.parties.length > 0)
  if (principle && agrees) next = redraft(next, { kind: 'position', force: 'none' })
  const bare = draft.kind === 'report' && has(s.units[node.group.head], Flag.BASE)
  // "this requires that we act": nobody asks, and those who state it are bound themselves
  const owed =
    outcome === 'request' &&
    (!parent.subject.parties.length || s.units[verb.group.start - 1]?.word.kind === 'it') &&
    (result.subject.kind === 'joint' || isSelf(s, result.subject)) &&
    s.context.voice !== 'report'
  if (owed) next = redraft(next, { kind: 'commitment', force: 'should' })
  else if (outcome === 'request' && (draft.kind === 'commitment' || draft.kind === 'position' || bare)) next = askedBy(next, parent.subject)
  // "it is high time that Z acted"
  const late = outcome === 'request' && draft.kind === 'report' && node.group.tense === 'past' && pending.frame.id === 'high-time'
  if (late) next = askedBy(next, parent.subject)
  const held = isStand(s, node)
  if (outcome !== 'speech' && next.kind === 'position' && !held && parent.subject.parties.length)
    next = redraft(next, { subject: parent.subject })
  const joins =
    outcome === 'request' || next.kind === 'position' || (outcome === 'clause' && (next.kind === 'commitment' || next.kind === 'report'))
  if (first && outcome !== 'speech' && joins && node.from <= pending.at + 3) {
    const named = next.kind === 'position' && !held
    // "reaffirmed that there is no way back": named by the verb that says so, which is not denied
    if (named) next = redraft(next, { negated: verb.group.negated })
    next = toDraft(next, verb.from, next.to, next.front, named ? s.lemma(pending.cue) : next.act, next.cue)
  }
  drafts[result.draft] = next
  const { kind, force, speaker } = next
  const model = result.model as Model
  result.model = toModel(kind, force, model.aspect, model.negated, model.subject, speaker, model.rule, model.asked, model.addressed)
}

/** The verb of the clause takes a stand by itself: "opposes", "continues to oppose". */
function isStand(s: Sentence, { frame }: Node): boolean {
  if (frame?.frame.outcome !== 'continue') return stands.has(frame?.frame.outcome ?? '')
  return stands.has(s.frameAt(frame.verb)?.frame.outcome ?? '')
}

/** The draft as what `subject` asks for. */
function askedBy({ aspect, negated, subject: doer, rule, asked, addressed, from, to, front, act, cue }: Draft, subject: Subject): Draft {
  const speaker = subject.kind === 'joint' ? undefined : subject
  return toDraft(toModel('proposal', 'should', aspect, negated, doer, speaker, rule, asked, addressed), from, to, front, act, cue)
}

/** A reported clause that states nothing by itself is what those who report it hold. */
function takeAsHeld(s: Sentence, node: Node, result: Result, verb: Node, parent: Result, pending: Pending): true {
  const lemma = s.lemma(pending.cue)
  const { subject } = parent
  if (onlyMentions(s, verb, parent)) return refuse(s, node, 'not-an-act', 'clause/nothing-said')
  const from = pending.first ? verb.from : node.from
  pending.first = false
  const speaker = parent.speaker === subject ? undefined : parent.speaker
  const model = heldBy(s, subject, speaker, lemma, pending)
  return emit(s, node, result, model, lemma, pending.cue, from)
}

/** No clause was read under the verb: an attitude is a position all the same; a request asks for what its base verb says. */
export function fallBack(s: Sentence, node: Node, result: Result, pending: Pending): true {
  const { subject } = result
  if (pending.outcome === 'request') {
    for (let k = pending.at + 1; k < Math.min(s.end, pending.at + 14); k++) {
      const unit = s.units[k] as Unit
      // what stands in a clause of its own is not asked for
      if (has(unit, Flag.RELATIVE | Flag.SUBORDINATOR) && !has(unit, Flag.PREPOSITION)) break
      if (!has(unit, Flag.BASE | Flag.BE) || has(s.units[k - 1], Flag.TO | Flag.DETERMINER | Flag.POSSESSIVE | Flag.PREPOSITION)) continue
      const verb = has(unit, Flag.BE) && has(s.units[k + 1], Flag.PARTICIPLE) ? k + 1 : k
      const model: Model = {
        kind: 'proposal',
        force: 'should',
        aspect: 'new',
        negated: false,
        subject: nobody,
        speaker: subject.kind === 'joint' ? undefined : subject,
        rule: `frame/${pending.frame.id}`,
        // "demands that the raids cease": a thing is not asked
        asked: verb > k || asksThing(s, pending.at, k) ? undefined : [pending.at, k],
        addressed: undefined,
      }
      return emit(s, node, result, model, s.lemma(verb), verb)
    }
  }
  if (pending.outcome === 'speech') return refuse(s, node, 'not-an-act', 'clause/nothing-said')
  if (!subject.parties.length) return refuse(s, node, 'no-actor', `frame/${pending.frame.id}`)
  if (onlyMentions(s, node, result)) return refuse(s, node, 'not-an-act', 'clause/nothing-said')
  const lemma = s.lemma(pending.cue)
  const speaker = result.speaker === subject ? undefined : result.speaker
  return emit(s, node, result, heldBy(s, subject, speaker, lemma, pending), lemma, pending.cue)
}

/** Who should act, between "that" and the verb, is a thing and nobody. */
function asksThing(s: Sentence, at: number, verb: number): boolean {
  const from = has(s.units[at], Flag.THAT) ? at + 1 : at
  return !has(s.units[from], Flag.PRONOUN) && s.resolve(from, verb).kind === 'abstract'
}

/** "He noted that this was the third visit": what one side only mentions, and not with any feeling, it does not hold. */
function onlyMentions(s: Sentence, { group, frame }: Node, { subject }: Result): boolean {
  if (s.context.voice !== 'report' || subject.kind === 'joint' || (s.units[group.head] as Unit).word.kind !== 'mention') return false
  return frame?.frame.form === 'that' && (has(s.units[group.head + 1], Flag.THAT) || s.units[group.head + 1]?.word.code !== Code.WITH)
}

/** A position of those who report a clause with the verb `lemma`. */
function heldBy(s: Sentence, subject: Subject, given: Subject | undefined, lemma: string, { frame }: Pending): Model {
  const speaker = speakerOf(s, subject, given)
  return toModel('position', 'none', s.aspectOf(lemma), false, subject, speaker, `frame/${frame.id}`, undefined, undefined)
}
