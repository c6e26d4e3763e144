// What tense and mood alone decide, where no frame does: a promise, a proposal, a report, a position, or nothing.
import { Flag } from '../../../lexicon/word.ts'
import type { Force } from '../../../model.ts'
import type { Unit } from '../../recognise/units.ts'
import type { Model } from '../draft.ts'
import { has } from '../groups.ts'
import { as, nobody, type Subject } from '../subject.ts'
import type { Node } from '../tree.ts'
import { isAssembly } from './decrees.ts'
import { agentOf, isAbstract, isStranger } from './doers.ts'
import { OPERATIVE } from './lines.ts'
import { underModal, underShould } from './modals.ts'
import type { Result, Sentence } from './sentence.ts'
import { type Doing, refuse, say } from './statements.ts'
import { isGathering } from './talks.ts'
import { isIt } from './things.ts'
import { judgeOfThing, weighs } from './values.ts'
import { actOf, isSpeech, performs } from './verbs.ts'

/** An act by tense and mood: commitment, proposal or report. */
export function byMood(s: Sentence, node: Node, result: Result, base: Model, verb: number, force: Force): true {
  const { group } = node
  const { lemma, aspect } = actOf(s, verb)
  const rule = group.modal ? `modal/${group.modal}` : base.rule
  const doing: Doing = { node, result, base, act: lemma, aspect: base.aspect === 'continuing' ? base.aspect : aspect, rule, verb }
  if (force === 'should') return underShould(s, doing)
  if (group.modal) return underModal(s, doing, force)
  if (group.tense !== 'present') return inPast(s, doing)
  const line = s.opened?.model.rule === OPERATIVE && !node.subject ? s.opened.model.subject : undefined
  const decrees = line !== undefined && !group.passive && isAssembly(line, s.vocabulary)
  if (decrees || performs(s, node)) return say(s, doing, 'commitment', 'agreed', s.context.voice === 'report' ? base.subject : s.joint)
  if (!group.passive) return inPresent(s, doing)
  return refuse(s, node, 'not-an-act', 'border/present-passive')
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
  const judge = judgeOfThing(s, node, doing.base)
  if (judge) return say(s, doing, 'position', 'none', judge)
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
  // "R keeps 300 doctors there": in one side's words what is so today is under way
  const plain = voice === 'report' && !node.frame && !node.group.negated && hasObject(s, node) && !weighs(s, node)
  if (plain && subject.rule === 'party/name-by-form') return refuse(s, node, 'no-actor', 'border/present')
  if (plain && (subject.kind === 'party' || subject.kind === 'official' || subject.kind === 'joint'))
    return say(s, doing, 'report', 'none', subject)
  // "the R-Z Alliance remains strong": what is said of a body that they own
  const owned = subject.rule === 'party/body-of-two' && !node.frame
  if (voice === 'report' || owned || isStranger(s, subject)) return say(s, doing, 'position', 'none', subject)
  return say(s, doing, 'commitment', 'intent', subject)
}

/** A thing or somebody stands right after the verb: "keeps 300 doctors", not "remains open". */
function hasObject({ units, end }: Sentence, { group }: Node): boolean {
  let k = group.head + 1
  while (has(units[k], Flag.ADVERB)) k++
  const unit = units[k]
  if (!unit || k >= end) return false
  return unit.flags === 0 ? unit.word.kind !== 'adjective' : has(unit, Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.NUMBER)
}

/** Outcomes by which a deed is blamed. */
const blames: ReadonlySet<string> = new Set(['wrong', 'offends', 'amounts'])

/** Past and perfect: a report of what somebody did. */
function inPast(s: Sentence, doing: Doing): true {
  const { node } = doing
  const { group } = node
  const { subject } = doing.base
  const { voice, parties, turns } = s.context
  const abstract = isAbstract(subject)
  if (!group.passive) {
    const perfect = group.tense === 'perfect'
    const judge = perfect ? judgeOfThing(s, node, doing.base) : undefined
    if (judge) return say(s, doing, 'position', 'none', judge)
    // "the dialogue strengthened our ties": what came of a talk is weighed
    const brought =
      voice === 'joint' && isGathering(s, node.subject) && !node.frame && s.vocabulary.lookup(s.lemma(group.head)).kind === 'effect'
    if (brought) return say(s, doing, 'position', 'none', s.joint)
    if (abstract && perfect && node.frame?.frame.outcome === 'begin') return say(s, doing, 'report', 'none', nobody)
    if (abstract && perfect && voice === 'treaty') return say(s, doing, 'report', 'none', as(s.joint, { rule: 'party/treaty' }))
    // "the talks focused on" tells of those who held them; "their merchants met" tells of merchants
    const others = node.subject !== undefined && has(s.units[node.subject[0]], Flag.POSSESSIVE)
    const told = voice === 'report' || (voice === 'joint' && isGathering(s, node.subject))
    const tells =
      told &&
      node.frame &&
      !blames.has(node.frame.frame.outcome) &&
      !others &&
      !isIt(s, node) &&
      (node.relation === 'root' || node.relation === 'clause')
    // "it's trying to help": in speech what is under way for the thing named last, and not for a side
    if (subject.rule === 'party/it' && turns && group.tense !== 'past') return refuse(s, node, 'no-actor', 'border/past')
    // "Food prices have doubled": a capital that only opens a thing
    if (subject.rule === 'party/name-by-form' && voice !== 'treaty' && endsThing(s, node)) return refuse(s, node, 'no-actor', 'border/past')
    // "the voters have chosen": those who bind no state
    if ((abstract && !tells) || (voice === 'report' && subject.kind === 'people')) return refuse(s, node, 'no-actor', 'border/past')
    if (subject.kind === 'instrument' && perfect) return refuse(s, node, 'no-actor', 'border/instrument')
  }
  // "has been focused on building ports": who is so acts himself
  const chain = node.frame?.frame.outcome === 'chain' && node.frame.frame.form === 'ing'
  // "the Rian delegation was led by A": whoever speaks for a side, the side did it
  const side = subject.kind === 'party' || (subject.kind === 'joint' && !isGathering(s, node.subject))
  const stoodFor = side && subject.parties.length > 0 && s.units[group.head]?.word.kind === 'stand-in'
  let who = group.passive && !chain && !stoodFor ? agentOf(s, group.head, subject) : subject
  // "the towns have not been rebuilt": nobody did anything
  if (group.passive && group.negated && !who.parties.length && voice === 'report') return refuse(s, node, 'not-an-act', 'border/not-done')
  // "R has been invited": what was done to one side is no act of all
  const undergoes = subject.parties.length > 0 && (subject.kind === 'official' || subject.kind === 'party')
  if (group.passive && !chain && !who.parties.length) who = as(who, { parties: voice === 'report' || undergoes ? [] : parties })
  if (abstract && !group.passive && !who.parties.length) who = ofState(s, node) ?? as(s.joint, { rule: 'party/of-the-text' })
  return say(s, doing, 'report', 'none', who)
}

/** The subject ends in a noun that is no name and names nobody who acts. */
function endsThing({ units }: Sentence, { subject }: Node): boolean {
  const last = subject && units[subject[1] - 1]
  const other = Flag.PRONOUN | Flag.NUMBER | Flag.TIME | Flag.PUNCTUATION | Flag.DETERMINER | Flag.CAPITAL
  return last !== undefined && !last.name && !last.word.actor && !has(last, other)
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
