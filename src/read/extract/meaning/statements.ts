// How a node ends: in a statement or in a refusal. Both return true, "settled", so that they can end a branch.
import { Code, Flag, More } from '../../../lexicon/word.ts'
import type { Aspect, Force, Gate, Kind } from '../../../model.ts'
import { Is } from '../../recognise/parties/words.ts'
import type { Unit } from '../../recognise/units.ts'
import { type Model, toDraft, vary } from '../draft.ts'
import { has, isComma } from '../groups.ts'
import { startsNoun } from '../nouns.ts'
import type { Subject } from '../subject.ts'
import type { Node } from '../tree.ts'
import { deniesAct } from './denials.ts'
import { limitOf } from './limits.ts'
import type { Result, Sentence } from './sentence.ts'

/** Makes the statement of a node: `act` done or asked for, with its cue at a unit, from unit `from`. */
export function emit(s: Sentence, node: Node, result: Result, model: Model, act: string, cue: number, from = node.from): true {
  const kept = s.resultOf(node) ?? result
  if (model.aspect === 'new' && (model.kind === 'commitment' || model.kind === 'proposal') && isContinued(s, cue))
    model = vary(model, { aspect: 'continuing' })
  kept.model = model
  // "reaffirmed that there is no way back": the verb that says so is not denied
  const own = (result.taken ?? cue) >= node.from
  const stated = own && deniesAct(s, node, result.taken ?? cue) ? vary(model, { negated: !model.negated }) : model
  const { form, outcome } = node.frame?.frame ?? {}
  // "shall convey specimens before their introduction": what binds is no courtesy
  const polite = model.force !== 'binding' && (model.kind !== 'commitment' || form === 'object' || outcome === 'wish')
  if (polite && isCourtesy(s, node, cue)) return refuse(s, node, 'not-an-act', 'border/courtesy')
  kept.draft = s.drafts.length
  s.owners.push(node)
  const fronted = (node.relation === 'root' || node.relation === 'clause') && node.link < from
  s.drafts.push(toDraft(stated, from, s.end, fronted ? node.link : undefined, act, [cue, cue + 1]))
  return true
}

/** How far after its verb a word may stand by which what is done goes on. */
const OBJECT = 4

/** "pledged its continued support", "pursue deeper cooperation": what is undertaken is there already. */
function isContinued({ units }: Sentence, cue: number): boolean {
  for (let k = cue + 1; k < Math.min(units.length, cue + OBJECT); k++) {
    const unit = units[k] as Unit
    if (unit.word.kind === 'continued') return !has(units[k - 1], Flag.BE | Flag.HAVE)
    if (unit.name || !has(unit, Flag.TO | Flag.PREPOSITION | Flag.DETERMINER | Flag.POSSESSIVE)) return false
  }
  return false
}

/** How far from its verb a word of courtesy may stand: those who are thanked are many. */
const THANKED = 28

/** Thanks and greetings commit nobody. */
function isCourtesy(s: Sentence, node: Node, cue: number): boolean {
  // "I want to thank": the verb that says it
  const verb = s.vocabulary.courtesyVerbs.has(s.lemma(node.group.head)) ? node.group.head : cue
  if (!s.vocabulary.courtesyVerbs.has(s.lemma(verb)) && node.relation !== 'nouns') return false
  const to = Math.min(limitOf(s, node), verb + THANKED)
  if (s.context.turns && greetsHearer(s, verb, to)) return true
  // "pleased to welcome Minister A"
  const greets = cue > verb && s.vocabulary.courtesyVerbs.has(s.lemma(cue)) ? cue : verb
  if ((!node.group.modal && receives(s, greets, to)) || (s.context.voice === 'report' && greetsPerson(s, greets, to))) return true
  for (let k = verb + 1; k < to; k++) {
    const unit = s.units[k] as Unit
    if (unit.word.code === Code.BY) return false
    if ((unit.word.more & More.COURTESY) !== 0 && !isDeed(s, k)) return true
  }
  return false
}

/** "hosting the refugees", "Z's generous hosting of troops": the word of courtesy at `k` is a verb, and what it is done to is neither a guest nor a meeting. */
function isDeed(s: Sentence, k: number): boolean {
  const { units } = s
  const verb = has(units[k], Flag.ING)
  const from = verb && units[k + 1]?.word.code === Code.OF ? k + 2 : k + 1
  const named = has(units[from], Flag.DETERMINER | Flag.POSSESSIVE)
  const bare =
    verb &&
    startsNoun(units[from]) &&
    !has(units[from], Flag.PRONOUN | Flag.TIME | Flag.ADVERB) &&
    s.resolve(from, from + 1).kind !== 'official'
  return (named || bare) && !isMeeting(s, named ? from + 1 : from)
}

/** "for hosting the third annual summit": a meeting is named at unit `k` or soon after it. */
function isMeeting({ units }: Sentence, k: number): boolean {
  for (let j = k; j < k + 4 && units[j] && !has(units[j], Flag.PREPOSITION | Flag.COORDINATOR | Flag.PUNCTUATION); j++)
    if ((((units[j] as Unit).word.relation ?? 0) & Is.gathering) !== 0) return true
  return false
}

/** What is no adjective before a noun. */
const OPENS = Flag.PREPOSITION | Flag.PUNCTUATION | Flag.COORDINATOR | Flag.TO | Flag.NAME | Flag.PRONOUN

/** "the distinguished guest": up to the end of the clause nothing but an office, in small letters. */
function endsInOfficial({ units }: Sentence, k: number, to: number): boolean {
  let j = k
  while (j < k + 3 && j < to && !has(units[j], OPENS) && units[j]?.word.actor !== 'official') j++
  return !units[j]?.name && units[j]?.word.actor === 'official' && (j + 1 >= to || isComma(units[j + 1]))
}

/** "welcomed the Minister of Z to the capital": who is named up to "to" is an official, and what follows is a place or a meeting. */
function receives(s: Sentence, verb: number, to: number): boolean {
  const { units } = s
  let where = verb + 1
  while (where < to && !has(units[where], Flag.TO | Flag.GENITIVE | Flag.THAT) && units[where]?.word.code !== Code.FOR) where++
  if (where < verb + 2 || where >= to || !has(units[where], Flag.TO) || s.tree.groups[where] || !startsNoun(units[where + 1])) return false
  const last = units[where - 1] as Unit
  return (last.name !== undefined || last.word.actor === 'official') && s.resolve(verb + 1, where).kind === 'official'
}

/** "R's President welcomed Minister A to the capital": a person is greeted, and for nothing. */
function greetsPerson(s: Sentence, verb: number, to: number): boolean {
  const { units } = s
  let k = verb + 1
  while (has(units[k], Flag.ADVERB)) k++
  // "welcome to the capital the Minister of Z"
  const there = has(units[k], Flag.TO) && units[k + 1]?.name !== undefined
  if (there) k += 2
  if (has(units[k], Flag.DETERMINER) && !has(units[k], Flag.POSSESSIVE)) k++
  if (units[k]?.name?.type === 'adjective') k++
  // "my friend, Minister A"
  if (has(units[k], Flag.POSSESSIVE) && isComma(units[k + 2]) && units[k + 3]?.name) k += 3
  if (endsInOfficial(s, k, to)) return true
  const type = units[k]?.name?.type
  if (type !== 'person' && type !== 'role' && !(type === 'proper' && s.resolve(k, k + 1).kind === 'official')) return false
  while (k < to && has(units[k], Flag.NAME)) k++
  if (has(units[k], Flag.GENITIVE) || units[k]?.word.code === Code.OF) return false
  // "welcomed Minister A and his staff to the capital"
  const where = units.findIndex((unit, j) => j > k && j < to && has(unit, Flag.TO) && startsNoun(units[j + 1]))
  const plain = ({ word, flags }: Unit): boolean => word.code !== Code.FOR && word.code !== Code.AS && (flags & Flag.GENITIVE) === 0
  if (where > 0 && !has(units[k], Flag.TO) && units.slice(k, where).every(plain)) return true
  return !units
    .slice(k, to)
    .some(({ word, flags }) => word.code === Code.FOR || word.code === Code.AS || (flags & (Flag.COORDINATOR | Flag.GENITIVE)) !== 0)
}

/** "I welcome you to the port", "I thank you very much": neither a reason nor a thing follows. */
function greetsHearer({ units }: Sentence, verb: number, to: number): boolean {
  const you = units[verb + 1]
  if (!has(you, Flag.PRONOUN) || you?.word.kind !== 'plural' || has(units[verb + 2], Flag.DETERMINER | Flag.POSSESSIVE | Flag.NUMBER))
    return false
  return !units.slice(verb, to).some(({ word }) => word.code === Code.FOR)
}

/** Notes why the words of a node state nothing. */
export function refuse(s: Sentence, node: Node, gate: Gate, rule: string): true {
  refuseWords(s, node.from, limitOf(s, node), gate, rule)
  return true
}

/** Notes why units `from` to `to` state nothing. */
export function refuseWords(s: Sentence, from: number, to: number, gate: Gate, rule: string): void {
  if (to > from) s.refusals.push({ from, to, gate, rule })
}

/** An act whose kind is sought, and the rule that decides it. */
export interface Doing {
  readonly node: Node
  readonly result: Result
  readonly base: Model
  readonly act: string
  readonly aspect: Aspect
  readonly rule: string
  /** Unit of the verb that names the act. */
  readonly verb: number
}

/** States the act under a kind, a force and a doer. */
export function say(s: Sentence, { node, result, base, act, aspect, rule, verb }: Doing, kind: Kind, force: Force, who: Subject): true {
  return emit(s, node, result, vary(base, { kind, force, aspect, subject: who, rule }), act, verb)
}
