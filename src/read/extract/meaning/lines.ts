// Lines that are no full sentence: those of a resolution, a preamble, a plan, a signing, and items without a verb.
import { Code, Flag, VERB } from '../../../lexicon/word.ts'
import { Is, isA, partyWords } from '../../recognise/parties/words.ts'
import { type Unit, unitAt } from '../../recognise/units.ts'
import { type Lead, type Model, toDraft, toModel, vary, withItem } from '../draft.ts'
import { findGroups, governs, has, isComma, isStrongMark } from '../groups.ts'
import { nominalAt, nounCueAt } from '../nouns.ts'
import { as, nobody, type Subject } from '../subject.ts'
import type { Node } from '../tree.ts'
import { decrees } from './decrees.ts'
import { agentOf, speakerOf } from './doers.ts'
import { type Sentence, toResult } from './sentence.ts'
import { emit } from './statements.ts'
import { actOf } from './verbs.ts'

/** Rule of a line of a resolution, which opens with a verb whose subject the opening names. */
export const OPERATIVE = 'clause/operative'
/** Rule of a line that opens with a base form. */
export const BARE = 'clause/bare-act'
/** Rule of a line that opens with a sum of money and says what it is for. */
export const SUM = 'clause/sum'
/** Rule of an item under an auxiliary alone ("We are:", "The two sides have:"), or of one that tells what was done without one. */
export const AUXILIARY = 'clause/auxiliary'
/** What a verb at the start of a line says by its frame, not as an act to come. */
export const bareStances = new Set([
  'position',
  'attitude',
  'clause-position',
  'proposal',
  'request',
  'speech',
  'nothing',
  'forecast',
  'commitment',
])
/** Longest label before a colon. */
const LABEL = 24
/** Forms by which the items of a list may open. */
export const ITEMS = Flag.BASE | Flag.ING | Flag.TO
/** The same where the lead-in breaks off before a verb ("R will:"): a word that may be one is no noun. */
export const VERBS = ITEMS | Flag.DO

/** Where the clause of its own begins that follows a label and a colon ("Group 1 – Ports: The group will …"); -1 where none does. */
export function labelEnd(s: Sentence, from: number): number {
  const { units } = s
  let colon = from
  while (colon < Math.min(s.end, from + LABEL) && units[colon]?.word.code !== Code.COLON) colon++
  if (units[colon]?.word.code !== Code.COLON || colon + 2 >= s.end || !has(units[colon + 1], Flag.CAPITAL | Flag.NAME)) return -1
  const first = findGroups(units).find((group) => group.form === 'finite' && group.head > from)
  return first && first.start > colon + 1 ? colon + 1 : -1
}

/** Longest address to the hearers. */
const ADDRESS = 7

/** Past "Dear friends," and the like, where a clause follows. */
export function pastVocative(s: Sentence, from: number): number {
  const { units } = s
  const words = partyWords(s.vocabulary)
  let k = from
  let calls = false
  for (; k < Math.min(s.end, from + ADDRESS) && !isComma(units[k]); k++) {
    const { name, word } = units[k] as Unit
    const vocative = isA(words, name ? name.ref.toLowerCase() : word.text, Is.vocative)
    if (!vocative && !has(units[k], Flag.POSSESSIVE | Flag.COORDINATOR)) return from
    calls ||= vocative
  }
  const opens = Flag.PRONOUN | Flag.DETERMINER | Flag.POSSESSIVE | Flag.TIME | Flag.ADVERB | Flag.PREPOSITION | Flag.NAME
  return calls && isComma(units[k]) && has(units[k + 1], opens) ? k + 1 : from
}

/** Longest label before the verb of an item. */
const TITLE = 9

/** Where the verb of an item stands that follows a label ("Fisheries: Build a second quay", "A port fund – building …"); -1 where none does. */
export function labelledVerb(s: Sentence, from: number): number {
  const { units } = s
  let mark = from
  while (mark < Math.min(s.end, from + TITLE) && !isStrongMark(units[mark]?.word.code)) mark++
  const verb = units[mark + 1]
  const { code } = units[mark]?.word ?? {}
  if (mark === from || (code !== Code.COLON && code !== Code.DASH) || mark + 3 >= s.end || !verb) return -1
  const open = has(verb, Flag.BASE) || (has(verb, Flag.ING) && s.closes && s.context.voice === 'report')
  if (!open || has(verb, Flag.NAME | Flag.PREPOSITION | Flag.MODAL | Flag.BE | Flag.HAVE) || !governs(units, mark + 1)) return -1
  for (let k = from; k < mark; k++) if (has(units[k], Flag.MODAL | Flag.BE | Flag.HAVE | Flag.TO | Flag.PRONOUN)) return -1
  return isA(partyWords(s.vocabulary), verb.word.lemma, Is.directive) ? -1 : mark + 1
}

/** Of a resolution whose opening is not there. */
const unnamedOrgan: Subject = as(nobody, { kind: 'body', rule: 'party/unnamed-organ' })

/** "1. Decides to extend …;", "1. Decided to extend …": a line of a resolution goes on with the organ that its opening names. */
export function operativeLead(s: Sentence, from: number): Lead | undefined {
  const { units, memory } = s
  let at = from
  while (has(units[at], Flag.ADVERB) && !has(units[at], VERB)) at++
  const verb = units[at]
  // "1. Decided to extend …": what those who meet have done is told of nobody else
  const told = memory.organ?.parties.every((party) => s.context.parties.includes(party))
  if (
    !(s.alone || memory.organ) ||
    !verb ||
    !has(verb, told ? Flag.PRESENT | Flag.PAST : Flag.PRESENT) ||
    has(verb, Flag.BASE | Flag.NAME | Flag.BE | Flag.HAVE | Flag.MODAL)
  )
    return undefined
  const subject = memory.organ ?? (s.context.voice === 'joint' ? s.joint : s.item ? unnamedOrgan : undefined)
  const stands = verb.word.frames.some((frame) => bareStances.has(frame.outcome))
  if (!subject || !governs(units, at) || !(stands || decrees(s, at))) return undefined
  return leadOfLine(ITEMS | (has(verb, Flag.PRESENT) ? Flag.PRESENT : Flag.PAST), subject, OPERATIVE)
}

/** A line that opens with a base form ("Open a second port.") is an item of what the text undertakes, unless it directs its reader. */
export function bareLead(s: Sentence, from: number): Lead | undefined {
  const unit = s.units[from]
  const verb = has(unit, Flag.ADVERB) && !has(unit, Flag.BASE) ? s.units[from + 1] : unit
  if (!s.alone || !verb || s.end - from < 3 || has(verb, Flag.NAME | Flag.PREPOSITION | Flag.MODAL)) return undefined
  const plans = has(verb, Flag.ING) || (has(verb, Flag.TO) && verb.word.form === verb.word.text)
  const open = has(verb, Flag.BASE) || (s.closes && s.context.voice === 'report' && !s.memory.organ && plans)
  const after = s.units[s.units.indexOf(verb) + 1]
  // "Further, R will …"
  if (!open || isComma(after) || has(after, Flag.MODAL | Flag.BE | Flag.HAVE)) return undefined
  if (isA(partyWords(s.vocabulary), verb.word.lemma, Is.directive)) return undefined
  const { speaker, undertaken, tells } = s.memory
  const before = unitAt(s.units, from - 1)
  // "And raising fees.", "Or closing the port." only go on with what was said, and that was no undertaking
  const goesOn = has(before, Flag.COORDINATOR) && (before?.word.code === Code.OR || (plans && !undertaken))
  if (goesOn && s.context.voice === 'report') return undefined
  // "They cut the fund. Putting ships at risk.": what is told goes on
  if (tells && s.closes && s.context.voice === 'report' && !s.memory.organ) return undefined
  const told = speaker ?? s.memory.organ ?? (undertaken?.kind === 'joint' ? undertaken : nobody)
  const subject = s.context.voice === 'report' ? told : s.joint
  return leadOfLine(ITEMS, subject, BARE)
}

/** The lead that a line without a lead-in is read under: what `subject` will do. */
const leadOfLine = (forms: number, subject: Subject, rule: string): Lead => ({
  forms,
  act: '',
  lists: false,
  announces: false,
  model: toModel('commitment', 'intent', 'new', false, subject, undefined, rule, undefined, undefined),
})

/** A line of a preamble: it ends in a comma, a semicolon or "and", and says what those hold who go on to agree. */
export function isPreamble(s: Sentence, from: number): boolean {
  const { units, end } = s
  if (!s.alone || (s.context.voice === 'report' && !s.memory.organ) || from >= end) return false
  const mark = units[end]
  return mark ? !has(mark, Flag.TERMINAL) && mark.word.code !== Code.COLON : has(units[end - 1], Flag.COORDINATOR)
}

/** States a recital: those who go on to agree hold it. */
export function recite(s: Sentence, from: number, act: string, end = s.end): void {
  let to = end
  while (to > from + 1 && has(s.units[to - 1], Flag.PUNCTUATION | Flag.COORDINATOR) && s.units[to - 1]?.word.code !== Code.CLOSE) to--
  const subject = as(s.memory.organ ?? s.joint, { rule: 'party/recital' })
  const model = toModel('position', 'none', 'new', false, subject, undefined, 'clause/recital', undefined, undefined)
  s.drafts.push(toDraft(model, from, to, undefined, act, [from, from + 1]))
  s.owners.push(undefined)
}

/** "Done at …, in two copies, both texts being equally authentic": the signing, up to what it says of the texts. */
export function testify(s: Sentence, from: number): void {
  let to = s.end
  for (let k = from; k < s.end; k++) if (has(s.units[k], Flag.BE) && has(s.units[k], Flag.ING)) to = k
  while (to < s.end && to > from && !isComma(s.units[to])) to--
  if (to === from) to = s.end
  const subject = as(s.joint, { rule: 'party/treaty' })
  const model = toModel('report', 'none', 'new', false, subject, undefined, 'clause/testimonium', undefined, undefined)
  s.drafts.push(toDraft(model, from, to, undefined, s.lemma(from), [from, from + 1]))
  s.owners.push(undefined)
}

/** "Two ports to be opened by May.": a thing and what is to be done with it, as headlines and plans have it. */
export function isToBeDone(s: Sentence, from: number): boolean {
  const first = s.tree.nodes[0]
  if (!s.alone || first?.group.form !== 'to' || !first.group.passive || first.group.start <= from) return false
  return !s.tree.nodes.some((node) => node.group.form === 'finite' && node.relation !== 'relative')
}

/** States what is to be done with the thing that a line names. */
export function toBeDone(s: Sentence, node: Node, from: number): true {
  const act = actOf(s, node.group.head)
  const model: Model = {
    kind: 'commitment',
    force: 'intent',
    aspect: act.aspect,
    negated: node.group.negated,
    subject: agentOf(s, node.group.head, nobody),
    speaker: speakerOf(s, nobody, undefined),
    rule: 'clause/to-be-done',
    asked: undefined,
    addressed: undefined,
  }
  return emit(s, node, toResult(nobody, undefined), model, act.lemma, node.group.head, from)
}

/** "R to open a second port", as an item: one of the parties, and what it is to do. */
export function isToDo(s: Sentence, from: number): boolean {
  const { nodes } = s.tree
  const [first] = nodes
  if (!s.alone || first?.group.form !== 'to' || first.group.passive || first.group.start <= from) return false
  if (nodes.some((node) => node.group.form === 'finite' && node.relation !== 'relative')) return false
  const { kind, parties } = s.resolve(from, first.group.start)
  return (kind === 'party' || kind === 'joint') && parties.every((party) => s.context.parties.includes(party))
}

/** States what a party is to do. */
export function toDo(s: Sentence, node: Node, from: number): true {
  const subject = s.resolve(from, node.group.start)
  const act = actOf(s, node.group.head)
  const model = toModel('commitment', 'intent', act.aspect, node.group.negated, subject, undefined, 'clause/to-do', undefined, undefined)
  return emit(s, node, toResult(subject, undefined), model, act.lemma, node.group.head, from)
}

/** "Our plan for the north:", "R's commitments:": a title that names whose plan or pledge its items are. */
export function ownPlan(s: Sentence, from: number): Lead | undefined {
  const { units, end } = s
  if (s.context.voice !== 'report' || units[end]?.word.code !== Code.COLON || has(units[end - 1], Flag.NOUN_CUE)) return undefined
  for (let k = from; k < end; k++) {
    const owned = has(units[k], Flag.POSSESSIVE) || has(units[k], Flag.GENITIVE)
    const noun = owned ? nounCueAt(units, k + 1, end) : undefined
    if (!owned || !(noun?.cue.act === 'commitment' || units.slice(k + 1, end).some(({ word }) => word.actor === 'instrument'))) continue
    return setAside(s, 'clause/plan')
  }
  return undefined
}

/** How many words may stand before a sum that only say that it is more. */
const QUALIFIED = 4
/** A sum in figures is a large one from this many characters on ("900,000"), or before a word of scale. */
const LARGE = 7

/** "$5 million for a second quay": a line of its own that sets a sum aside, where no clause before it only tells. */
export function isSum(s: Sentence, from: number): boolean {
  const { units, text } = s
  // "An extra $5 million for …"
  let at = from
  while (at < from + QUALIFIED && at < s.end && !has(units[at], Flag.NUMBER | VERB | Flag.PREPOSITION)) at++
  const sum = units[at]
  if (!s.alone || s.context.voice !== 'report' || s.memory.tells || !sum || !has(sum, Flag.NUMBER)) return false
  if (!/\p{Sc}/u.test(text[sum.from - 1] ?? '')) return false
  const scaled = units[at + 1]?.flags === 0
  const { code } = units[scaled ? at + 2 : at + 1]?.word ?? {}
  return (scaled || sum.to - sum.from >= LARGE) && (code === Code.FOR || code === Code.TO || code === Code.IN)
}

/** What a line that sets a sum aside is read under. */
export const sumLead = (s: Sentence): Lead => setAside(s, SUM)

/** The lead of things without a verb that are promised: their act is the verb that takes a sum. */
function setAside(s: Sentence, rule: string): Lead {
  return { ...leadOfLine(ITEMS, s.memory.speaker ?? nobody, rule), act: s.vocabulary.sumVerb, lists: true }
}

/** "Removal of fees imposed in May", under what is undertaken: the noun that names the act of an item, whatever verb limits what it is of; -1 where none opens it. */
export function namedAct(s: Sentence, from: number, { model }: Lead): number {
  if (model.kind !== 'commitment' || model.rule === BARE || s.context.voice === 'report') return -1
  const at = nominalAt(s.units, from, Math.min(s.end, from + 3))
  if (at < 0 || s.tree.nodes.some((node) => node.group.modal || (node.relation !== 'relative' && node.group.passive))) return -1
  return at
}

/**
 * "Firms that will join include: – Lake Ferries", "– Anna Berg, Adviser to the Mayor": a line of nothing but names, titles and what ties
 * them, under a verb that only says who or what belongs to it.
 */
export function isRoll(s: Sentence, from: number, lead: Lead): boolean {
  if (!s.vocabulary.frames.get(lead.act)?.some(({ outcome }) => outcome === 'details')) return false
  const ties = Flag.PUNCTUATION | Flag.COORDINATOR | Flag.PREPOSITION | Flag.GENITIVE | Flag.TO
  for (let k = from; k < s.end; k++)
    if (!has(s.units[k], Flag.NAME | Flag.CAPITAL | ties) && !(has(s.units[k], Flag.DETERMINER) && has(s.units[k - 1], ties))) return false
  return true
}

/** An item without a verb under a report ("The following were signed:"), or one whose act the noun at `act` names. */
export function listed(s: Sentence, from: number, lead: Lead, act = -1): void {
  const { units } = s
  // "$5 million for the port": the mark of the currency belongs to its sum
  const first = from > 0 && has(units[from], Flag.NUMBER) && units[from - 1]?.to === units[from]?.from ? from - 1 : from
  let to = s.end
  while (to > from + 1 && has(units[to - 1], Flag.PUNCTUATION | Flag.COORDINATOR) && units[to - 1]?.word.code !== Code.CLOSE) to--
  const own = act < 0 ? undefined : s.vocabulary.nominals.get(s.units[act]?.word.text ?? '')
  const model = vary(lead.things ?? lead.model, { rule: withItem(lead.model.rule) })
  s.drafts.push(toDraft(model, first, to, undefined, own ?? lead.act, [from, from + 1]))
  s.owners.push(undefined)
}
