// Verbs that hold something, and nouns after them that perform an act of the same doer.
import type { NounCue } from '../../../lexicon/vocabulary.ts'
import { Code, Flag } from '../../../lexicon/word.ts'
import type { Aspect } from '../../../model.ts'
import type { Unit } from '../../recognise/units.ts'
import { type Model, toModel, vary } from '../draft.ts'
import { has, isComma, isStrongMark } from '../groups.ts'
import { nounCueAt, nounOutcome } from '../nouns.ts'
import { as, nobody, type Subject } from '../subject.ts'
import type { FrameMatch, Node } from '../tree.ts'
import { agentOf, isOwn, ownerOf, withWhom } from './doers.ts'
import { noteMeeting } from './meetings.ts'
import type { Result, Sentence } from './sentence.ts'
import { emit, refuse } from './statements.ts'
import { actOf, nameOfAct } from './verbs.ts'

/** A verb of attitude: a position, or what the noun after it performs ("expressed readiness to …"). */
export function takesAttitude(s: Sentence, node: Node, result: Result, base: Model, at: number): true {
  const after = pastAdverbial(s, at)
  const noun = nounCueAt(s.units, after, Math.min(after + 7, s.end))
  let foreign = false
  for (let k = at; noun && k < noun.at; k++)
    if (has(s.units[k], Flag.GENITIVE) && !standsFor(s, k - 1, base.subject))
      foreign = !isOwn(ownerOf(s, noun.at, noun.at)?.subject, base.subject)
  const found = noun && nounOutcome(s.units, noun, s.end, s.tree.groups)
  // "noted the proposal of R to …", "the Rian offer to …": what another performs is only held
  if (noun && found?.verb !== undefined) {
    const owner = ownerOf(s, noun.at, found.verb)?.subject
    foreign ||= owner !== undefined && owner.parties.length > 0 && !owner.parties.some((party) => base.subject.parties.includes(party))
  }
  if (noun && found && !foreign) {
    const asks = found.kind === 'proposal'
    const of = asks && found.verb === undefined ? askedAfter(s, noun) : undefined
    const verb = of?.verb ?? found.verb
    const act = verb === undefined ? undefined : actOf(s, verb)
    result.taken = verb
    const said = s.aspectOf(s.lemma(node.group.head))
    const again = noun.cue.id === 'commitment' || (said === 'reaffirmed' && found.kind === 'commitment')
    const aspect: Aspect = again ? 'reaffirmed' : (act?.aspect ?? said)
    const asker = base.subject.kind === 'joint' ? undefined : base.subject
    const model = toModel(
      found.kind,
      found.force,
      aspect,
      base.negated,
      // "our call on Z to act": those who say it together ask
      asks && !(of && base.subject.kind === 'joint') ? nobody : base.subject,
      asks ? (base.speaker ?? asker) : base.speaker,
      `noun/${noun.cue.id}`,
      of?.asked ?? base.asked,
      asks && !of && verb !== undefined && owesItself(s, base, noun) ? s.joint : base.addressed,
    )
    const named = found.kind === 'position' && noun.cue.verb ? noun.cue.verb : s.lemma(node.group.head)
    return emit(s, node, result, model, act?.lemma ?? named, node.group.head)
  }
  if (base.subject.kind === 'abstract' || base.subject.kind === 'none') return refuse(s, node, 'no-actor', base.rule)
  // "reaffirmed R's commitment to open a port": R's, whoever says it; "noted" it is a stand besides
  const told = foreign && noun?.cue.act === 'commitment' && (found?.verb !== undefined || has(s.units[noun.at + 2], Flag.ING))
  if (told && (s.units[node.group.head] as Unit).word.kind !== 'mention') return refuse(s, node, 'quoted-third-party', base.rule)
  const lemma = s.lemma(node.group.head)
  return emit(s, node, result, vary(base, { kind: 'position', aspect: s.aspectOf(lemma) }), lemma, node.group.head)
}

/** "conveyed the Union's readiness", "voiced his government's concern": whom the one who says it speaks for. */
function standsFor(s: Sentence, k: number, subject: Subject): boolean {
  const { name, word } = s.units[k] as Unit
  const named = name !== undefined && name.type !== 'proper' && name.parties.length > 0
  return !named && subject.kind !== 'joint' && (word.actor === 'side' || word.actor === 'body')
}

/** How far after its noun what is asked may stand. */
const OBJECT = 18

/** "the need for Z to keep the truce", "the invitation to Minister A to come", "our call on Z to act": who should act, and the verb of the act. */
function askedAfter(
  s: Sentence,
  { cue, at }: { cue: NounCue; at: number },
): { asked: readonly [number, number]; verb: number } | undefined {
  const link = s.units[at + 1]
  const called = cue.id === 'call' && cue.links.includes(link?.word.text ?? '')
  if (!called && link?.word.code !== Code.FOR && (!has(link, Flag.TO) || s.tree.groups[at + 1])) return undefined
  for (let k = at + 3; k < Math.min(s.end, at + OBJECT); k++) {
    const group = s.tree.groups[k]
    if (group?.form === 'finite' || isStrongMark(s.units[k]?.word.code)) return undefined
    if (group?.form !== 'to') continue
    const { kind } = s.resolve(at + 2, k)
    return kind === 'abstract' || kind === 'none' || kind === 'instrument' ? undefined : { asked: [at + 2, k], verb: group.head }
  }
  return undefined
}

/** "Both sides stressed the need to keep lines open", told of a meeting: those who say it together, where no third state is named in it. */
function owesItself(s: Sentence, { subject, speaker }: Model, { cue, at }: { cue: NounCue; at: number }): boolean {
  const { voice, parties, turns } = s.context
  if (cue.id !== 'need' || voice !== 'report' || turns || speaker || subject.kind !== 'joint' || parties.length < 2) return false
  for (let k = at + 1; k < s.end; k++) {
    const name = s.units[k]?.name
    if ((name?.type === 'state' || name?.type === 'adjective') && !name.parties.every((party) => parties.includes(party))) return false
  }
  return true
}

/** How long an adverbial between a verb and the noun after it may be. */
const ADVERBIAL = 10

/** Past "in Lima" in "stressed in Lima the need to …", past ", on behalf of R," in "expressed, on behalf of R, thanks for …"; `at` where no noun follows. */
function pastAdverbial(s: Sentence, at: number): number {
  const { units } = s
  const comma = isComma(units[at])
  const opens = units[comma ? at + 1 : at]
  if (!has(opens, Flag.PREPOSITION) && !(comma && (has(opens, Flag.ADVERB) || opens?.word.kind === 'weak'))) return at
  for (let k = at + 2; k < Math.min(s.end, at + ADVERBIAL); k++) {
    const last = units[k - 1]
    if (comma ? isComma(last) : opensPhrase(s, k) && !has(last, Flag.PREPOSITION | Flag.DETERMINER | Flag.POSSESSIVE | Flag.GENITIVE))
      return k
    if (has(units[k], Flag.PUNCTUATION) ? !comma || !isComma(units[k]) : has(units[k], Flag.COORDINATOR | Flag.THAT) || s.tree.groups[k])
      return at
  }
  return at
}

/** A phrase opens at `k` that no preposition governs: "their hope", "the need", "R's commitment", "support for". */
function opensPhrase({ units, end }: Sentence, k: number): boolean {
  const unit = units[k] as Unit
  if (has(unit, Flag.POSSESSIVE)) return true
  const cue = unit.word.noun
  if (cue) return cue.links.includes(units[k + 1]?.word.text ?? '')
  const named = unit.name !== undefined && has(units[k + 1], Flag.GENITIVE)
  return (named || has(unit, Flag.DETERMINER)) && nounCueAt(units, k, Math.min(k + 7, end)) !== undefined
}

/** A verb that holds something: "support", "oppose". */
export function takesPosition(s: Sentence, node: Node, result: Result, base: Model): true {
  if ((base.subject.kind === 'abstract' || base.subject.kind === 'none') && !node.group.passive)
    return refuse(s, node, 'no-actor', base.rule)
  // what one is doing for somebody is under way, not held
  const goesOn = node.group.tense === 'progressive' || (node.group.tense === 'perfect' && has(s.units[node.group.head], Flag.ING))
  if (goesOn && !node.group.passive && node.frame?.frame.form === 'object')
    return emit(s, node, result, base, s.lemma(node.group.head), node.group.head)
  // "R supports the fund by sending experts": what it says it does
  if (s.context.turns && node.frame?.frame.id === 'support-object' && node.group.tense === 'present' && actsBy(s, node))
    return emit(s, node, result, base, s.lemma(node.group.head), node.group.head)
  return emit(s, node, result, vary(base, { kind: 'position' }), nameOfAct(s, node.group.head, s.lemma(node.group.head)), node.group.head)
}

/** "by sending experts" stands in the clause. */
const actsBy = ({ tree, units }: Sentence, node: Node): boolean =>
  !node.group.modal &&
  !node.group.negated &&
  tree.nodes.some((n) => n.parent === node && n.relation === 'means' && units[n.group.start - 1]?.word.code === Code.BY)

/** "saw the Minister of Z" met him, "heard from experts" met them; whatever else one saw or heard is no act. */
export function sees(s: Sentence, node: Node, result: Result, base: Model): true {
  const { group } = node
  const plain = group.tense === 'past' && !group.passive && !group.negated && base.subject.parties.length > 0
  const hears = node.frame?.frame.id === 'hear-from' && base.subject.rule !== 'party/you'
  if (!plain || (!hears && !metBy(s, group.head + 1).length)) return refuse(s, node, 'not-an-act', base.rule)
  return emit(s, node, result, base, s.lemma(group.head), group.head)
}

/** "met Minister A of Z": the parties of the official right after the verb. */
function metBy(s: Sentence, at: number): readonly string[] {
  if (!has(s.units[at], Flag.NAME | Flag.DETERMINER | Flag.POSSESSIVE)) return []
  let stop = at + 1
  while (stop < Math.min(s.end, at + 24) && !has(s.units[stop], Flag.TIME | Flag.TO | Flag.RELATIVE)) stop++
  const met = s.resolve(at, stop)
  return met.kind === 'official' ? met.parties : []
}

/** "R met with Z": both are parties of the report. */
export function meets(s: Sentence, node: Node, result: Result, base: Model, { frame }: FrameMatch): boolean {
  if (frame.id !== 'meet' || node.group.passive) return false
  const beside = withWhom(s, node.group.head + 1)
  const other = beside.length ? beside : metBy(s, node.group.head + 1)
  if (!other.length) return false
  const parties = [...new Set([...base.subject.parties, ...other])]
  if (base.subject.kind === 'official' && node.group.tense === 'past') noteMeeting(s, parties)
  return emit(s, node, result, vary(base, { subject: as(base.subject, { parties }) }), s.lemma(node.group.head), node.group.head)
}

/** "R's minister was joined by the envoy of Z": they met; who of one's own came along, and what joins a thing to another, is no act. */
export function isJoined(s: Sentence, node: Node, result: Result, base: Model): true {
  const { group } = node
  const { subject } = base
  const met = (group.tense === 'past' || group.tense === 'perfect') && !group.modal && !group.negated
  const acts = subject.kind === 'official' || subject.kind === 'party' || subject.kind === 'joint'
  const parties = met && acts ? [...new Set([...subject.parties, ...agentOf(s, group.head, subject).parties])] : subject.parties
  if (parties.length === subject.parties.length) return refuse(s, node, 'forecast', base.rule)
  return emit(s, node, result, vary(base, { subject: as(subject, { parties }) }), s.lemma(group.head), group.head)
}
