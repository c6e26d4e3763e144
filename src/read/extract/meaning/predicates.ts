// What one predicate says: first the voice, then the frame of its verb, then tense and mood.
import { Code, Flag, More } from '../../../lexicon/word.ts'
import type { Force } from '../../../model.ts'
import { Is, isA, partyWords } from '../../recognise/parties/words.ts'
import { type Unit, unitAt } from '../../recognise/units.ts'
import { type Model, vary } from '../draft.ts'
import { has, isComma, isStrongMark } from '../groups.ts'
import { nounCueAt, nounOutcome, startsNoun } from '../nouns.ts'
import { as, nobody } from '../subject.ts'
import type { Node } from '../tree.ts'
import { doesWhat, saysWhat, startsAnew } from './clefts.ts'
import { agentOf, impersonalDoer, ownerOf, speakerOf, speaksOfSelf } from './doers.ts'
import { modalForces, permitted } from './modals.ts'
import { byMood } from './mood.ts'
import { byFrame } from './outcomes.ts'
import type { Result, Sentence } from './sentence.ts'
import { emit, refuse } from './statements.ts'
import { goesOn } from './talks.ts'
import { setsOut } from './undertakings.ts'
import { readCopula } from './values.ts'
import { actOf, clauseOutcomes, isSpeech, isStance, onlySpeaks, tells } from './verbs.ts'

/** "Neither side will …", "No state shall …": the subject denies what is said of it; "not only R", "no fewer than ten" do not. */
function isDenied({ units }: Sentence, { subject }: Node): boolean {
  if (!subject) return false
  const [from, to] = subject
  const unit = units[from]
  if (unit?.word.code === Code.NO) return to > from + 1 && !isComma(units[from + 1]) && units[from + 2]?.word.code !== Code.THAN
  return has(unit, Flag.NOT) && unit?.word.code !== Code.NOT
}

/** What a predicate says: by its voice, by the frame of its verb, else by tense and mood. */
export function readPredicate(s: Sentence, node: Node, result: Result): true {
  const { group, frame: found } = node
  const { subject } = result
  const base: Model = {
    kind: 'report',
    force: 'none',
    aspect: 'new',
    negated: group.negated || isDenied(s, node),
    subject,
    speaker: speakerOf(s, subject, result.speaker),
    rule: `frame/${found?.frame.id ?? 'act'}`,
    asked: undefined,
    addressed: undefined,
  }
  if (startsAnew(s, node)) return refuse(s, node, 'not-an-act', 'clause/false-start')
  // "could have spent": it did not happen
  const unreal = group.modal && group.modal !== 'intent' && group.modal !== 'binding' && hasPerfect(s, node)
  if (unreal) return refuse(s, node, 'not-an-act', 'border/unreal')
  // "let me start with the lake": who only goes on to speak states nothing by that
  if (asksLeave(s, node) && !states.has(found?.frame.outcome ?? '')) return refuse(s, node, 'not-an-act', 'border/talk')
  // "nobody masses troops to have tea"
  const [from, to] = node.subject ?? [0, 0]
  const denied = to - from === 1 && has(s.units[from], Flag.NOT)
  if (s.context.voice === 'report' && (denied || unitAt(s.units, group.start - 1)?.word.kind === 'nothing'))
    return refuse(s, node, 'not-an-act', 'border/nobody')
  // "I can announce that …", "I can announce $40 million": announces it
  const announced = found?.frame.form === 'money' || (found?.frame.form === 'that' && clauseOutcomes.has(found.frame.outcome))
  const announces = announced && !group.negated && speaksOfSelf(s, node)
  // "there can be no peace without justice"
  const excludes = unitAt(s.units, group.start - 1)?.word.code === Code.THERE && s.units[group.head + 1]?.word.code === Code.NO
  if (group.modal === 'can' && excludes && s.context.voice !== 'treaty') return readCopula(s, node, result, base)
  if (group.modal === 'can' && !announces) return permitted(s, node, result, base)
  if (group.passive && !group.modal && (reached(s, node, result, base) || tasked(s, node, result, base))) return true
  if (setsOut(s, node, result, base) || saysWhat(s, node, result, base) || doesWhat(s, node, result, base)) return true
  if (holdsPosition(s, node, base))
    return emit(s, node, result, vary(base, { kind: 'position', rule: 'clause/own-position' }), s.lemma(group.head), group.head)
  const { lemma, kind, more } = (s.units[group.head] as Unit).word
  const judges = group.tense === 'progressive' && !group.passive && (more & More.VALUE) !== 0
  // "the violations are deeply worrying": of what somebody feels the verb would say it without "ing"
  const worries = found?.frame.outcome === 'position' && judges && subject.kind === 'abstract'
  if (worries && !group.modal) return readCopula(s, node, result, base)
  if (found && byFrame(s, node, result, base, found)) return true
  if (!found && sharesComplement(s, node)) return refuse(s, node, 'not-an-act', 'clause/shared-verb')
  const after = s.units[group.head + 1]
  const last = group.head + 1 >= s.end || isComma(after) || isStrongMark(after?.word.code)
  const leads = isStrongMark(s.units[s.end]?.word.code)
  // "as I have said many times": neither a clause nor a thing follows
  const alone = has(after, Flag.ADVERB | Flag.PREPOSITION | Flag.TIME | Flag.SUBORDINATOR) && onlySpeaks(s, lemma) && speaksOfSelf(s, node)
  const told = startsNoun(after) && onlySpeaks(s, lemma) && tells(s, group.head, lemma)
  if (!found && last && goesOn(s, node, result, base)) return true
  if (!found && !group.modal && !group.passive && (last || told || alone) && !leads && isSpeech(s, lemma))
    return refuse(s, node, 'not-an-act', 'border/speech-alone')
  if (!group.modal && (group.tense === 'copula' || judges || kind === 'copula')) return readCopula(s, node, result, base)
  if (group.passive && !group.modal && isStance(s, lemma)) {
    const agent = agentOf(s, group.head, subject)
    const holder = agent.parties.length ? agent : s.context.voice === 'report' ? as(nobody, { name: subject.name }) : s.joint
    return emit(s, node, result, vary(base, { kind: 'position', subject: holder, rule: 'clause/passive-attitude' }), lemma, group.head)
  }
  const effort = group.passive ? effortOf(s, node) : undefined
  return byMood(s, node, result, base, effort ?? group.head, modalForces[group.modal] ?? 'none')
}

/** "We aim and strive to …", "they note and welcome that …": what the first verb asks for stands after the second, which says it for both. */
function sharesComplement(s: Sentence, { group, index }: Node): boolean {
  const next = s.tree.nodes[index + 1]
  const form = next?.frame?.frame.form
  if (!next || next.peer?.group !== group || next.group.start !== group.head + 2 || (form !== 'to' && form !== 'that')) return false
  return (s.units[group.head] as Unit).word.frames.some((row) => row.form === form && row.words.length === 0)
}

/** Outcomes by which "let me …" does what it says. */
const states = new Set([
  'attitude',
  'position',
  'clause-position',
  'clause',
  'speech',
  'proposal',
  'request',
  'commitment',
  'belief',
  'chain',
])

/** "Let me …", "allow me to …": several words that stand for the speaker. */
const asksLeave = (s: Sentence, node: Node): boolean =>
  speaksOfSelf(s, node) && (s.units[node.subject?.[0] ?? 0] as Unit).word.text.includes(' ')

/** "Our position is clear", "R's view on this has not changed": how somebody stands to a matter, said of the stand. */
function holdsPosition(s: Sentence, { subject: own, group, peer, relation }: Node, { speaker, subject }: Model): boolean {
  const { kind } = (s.units[group.head] as Unit).word
  const span = own ?? (relation === 'same' ? peer?.subject : undefined)
  const stays =
    group.tense === 'copula' || kind === 'copula' || (group.tense === 'perfect' && (group.negated || has(s.units[group.head], Flag.BE)))
  if (!stays || !span || group.modal || group.passive || s.context.voice !== 'report' || !(speaker ?? subject).parties.length) return false
  const noun = nounCueAt(s.units, span[0], span[1])
  return noun?.cue.id === 'belief' && ownerOf(s, noun.at, span[1]) !== undefined && !has(s.units[group.head + 1], Flag.THAT | Flag.TO)
}

/** "have" stands between the modal and the verb. */
function hasPerfect(s: Sentence, { group }: Node): boolean {
  for (let k = group.start + 1; k < group.head; k++) if (has(s.units[k], Flag.HAVE) && !has(s.units[k + 1], Flag.TO)) return true
  return false
}

/** "Every effort should be made to open": the verb of the effort. */
function effortOf(s: Sentence, node: Node): number | undefined {
  if (!node.subject || s.units[node.subject[1] - 1]?.word.kind !== 'light') return undefined
  return s.tree.nodes.find((n) => n.parent === node && n.relation === 'complement')?.group.head
}

/** "An agreement was reached to open …", "readiness was expressed to …": the noun before the verb performs what follows it. */
function reached(s: Sentence, node: Node, result: Result, base: Model): boolean {
  const { head, start } = node.group
  const noun = node.subject && nounCueAt(s.units, node.subject[0], node.subject[1])
  const lemma = s.lemma(head)
  if (!noun?.cue.force || !(isStance(s, lemma) || isA(partyWords(s.vocabulary), lemma, Is.light))) return false
  const groups = s.tree.groups
  const own = nounOutcome(s.units, noun, start, groups)
  const found = own.verb === undefined ? nounOutcome(s.units, { cue: noun.cue, at: head }, s.end, groups) : own
  if (found.verb === undefined) return false
  const agent = agentOf(s, head, base.subject)
  const who = agent.parties.length ? agent : impersonalDoer(s, result.speaker)
  const asks = found.kind === 'proposal'
  const act = actOf(s, found.verb)
  const model: Model = vary(base, {
    kind: found.kind,
    force: found.force,
    aspect: act.aspect,
    subject: asks ? nobody : who,
    speaker: asks ? who : base.speaker,
    rule: `noun/${noun.cue.id}`,
  })
  return emit(s, node, result, model, act.lemma, head)
}

/** "The ministers were tasked to …", "firms were invited to …": a verb that asks somebody, turned round. */
function tasked(s: Sentence, node: Node, result: Result, base: Model): boolean {
  const { head } = node.group
  const frame = s.vocabulary.frames.get(s.lemma(head))?.find((row) => row.form === 'object-to' && row.words.length === 0)
  const to = s.tree.groups[head + 1]
  if (!frame?.force || to?.form !== 'to' || !node.subject) return false
  const agent = agentOf(s, head, base.subject)
  const who = agent.parties.length ? agent : impersonalDoer(s, result.speaker)
  const act = actOf(s, to.head)
  const asks = frame.outcome === 'proposal'
  if (!asks && frame.outcome !== 'commitment') return false
  const model: Model = vary(base, {
    kind: asks ? 'proposal' : 'commitment',
    force: frame.force as Force,
    aspect: act.aspect,
    subject: asks ? nobody : who,
    speaker: asks ? who : base.speaker,
    rule: `frame/${frame.id}`,
    asked: asks ? node.subject : undefined,
  })
  return emit(s, node, result, model, act.lemma, head)
}
