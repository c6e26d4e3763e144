// Who does, says or owns what a predicate speaks of.
import { Code, Flag, VERB } from '../../../lexicon/word.ts'
import { Is, isA, partyWords } from '../../recognise/parties/words.ts'
import type { Unit } from '../../recognise/units.ts'
import { has, isComma, isStrongMark } from '../groups.ts'
import { joinsOwners } from '../nouns.ts'
import { as, nobody, type Subject } from '../subject.ts'
import { marksSum } from '../sums.ts'
import type { Node } from '../tree.ts'
import type { Sentence } from './sentence.ts'

/** Gives the word to those who are said to say what follows; in a report a joint voice takes it from all. */
export function setSpeaker(s: Sentence, subject: Subject): void {
  if (s.context.voice !== 'report' && subject.kind === 'joint') return
  if (subject.kind !== 'joint') s.memory.speaker = subject
  else if (!s.memory.floor) s.memory.speaker = undefined
}

/** In whose name a statement stands: who is said to say it, else who has the word. */
export function speakerOf(s: Sentence, subject: Subject, given: Subject | undefined): Subject | undefined {
  if (given) return given
  const { speaker } = s.memory
  return speaker && s.context.voice !== 'treaty' && subject.rule !== 'party/recital' ? speaker : undefined
}

/** Keeps a subject for the pronouns and nouns that point back to it. */
export function remember(s: Sentence, subject: Subject): void {
  if (subject.kind === 'official' && subject.parties.length) s.memory.person = subject
  if (subject.parties.length && subject.kind !== 'abstract' && subject.kind !== 'people' && subject.kind !== 'instrument')
    s.memory.single = subject
}

/** "It was agreed to …": "it" stands for what follows, and names nobody. */
export function isImpersonal(s: Sentence, node: Node): boolean {
  const form = node.group.passive ? node.frame?.frame.form : undefined
  return (
    (form === 'to' || form === 'that') &&
    node.subject !== undefined &&
    node.subject[1] - node.subject[0] === 1 &&
    s.units[node.subject[0]]?.word.kind === 'it'
  )
}

/** "If R withdraws, it will …": "it" is the one state or body that the clause before is about. */
export function ofFront(s: Sentence, { subject: span, index, group }: Node): Subject | undefined {
  const [front] = s.tree.nodes
  // "if R knows, it is clear that": nobody
  if (!span || group.tense === 'copula' || group.passive || !front?.subject || front.relation !== 'front' || index === 0) return undefined
  if (span[1] - span[0] !== 1 || s.units[span[0]]?.word.kind !== 'it') return undefined
  const { parties, kind, name, rule } = s.resolve(front.subject[0], front.subject[1])
  return parties.length === 1 && kind === 'party' && rule !== 'party/name-by-form' ? { parties, kind, name, rule: 'party/it' } : undefined
}

/** "The President signed the bill. It will cut costs": after a person, and after those who speak, "it" is a thing; who says it of himself may be a ministry. */
export function thingOf({ context, memory, units, end }: Sentence, { subject: span, relation }: Node): Subject | undefined {
  const { single } = memory
  if (!single || !span || context.voice !== 'report' || span[1] - span[0] !== 1 || units[span[0]]?.word.kind !== 'it') return undefined
  // "It will: open a port; …": its items stay theirs who speak
  if (isStrongMark(units[end]?.word.code)) return undefined
  const person = single.kind === 'official' || single.rule.startsWith('party/we') || single.rule.startsWith('party/i-')
  return person && relation !== 'that' && relation !== 'content' ? as(nobody, { kind: 'abstract', name: 'it' }) : undefined
}

/** Who agrees or notes where no doer is named: the one who says it, else those who meet. */
export function impersonalDoer(s: Sentence, speaker: Subject | undefined): Subject {
  if (speaker) return speaker
  if (s.context.voice === 'report' && s.context.parties.length < 2) return nobody
  return as(s.joint, { rule: 'party/impersonal' })
}

/** Who does what a passive verb says: "by …"; in an instrument its parties. */
export function agentOf(s: Sentence, head: number, subject: Subject): Subject {
  for (let k = head + 1; k < Math.min(head + 24, s.end); k++) {
    const unit = s.units[k] as Unit
    if (unit.word.code === Code.BY && !has(s.units[k + 1], Flag.ING | Flag.NUMBER)) {
      const agent = s.resolve(k + 1, listEnd(s, k + 1, Math.min(k + 8, s.end)))
      if (agent.parties.length && !(s.context.voice === 'treaty' && agent.rule === 'party/name-by-form')) return agent
    }
    if (has(unit, Flag.COORDINATOR | Flag.RELATIVE) || isStrongMark(unit.word.code)) break
  }
  if (s.context.instrument) return as(s.joint, { rule: 'party/treaty' })
  return as(nobody, { name: subject.name })
}

/** What stands between the names of a list, and between an office and its state. */
const LISTS = Flag.COORDINATOR | Flag.DETERMINER | Flag.PREPOSITION

/** Where a list of names ends that goes on past unit `to`: "by the Presidents of R, S, T and Z". */
function listEnd({ units, end }: Sentence, from: number, to: number): number {
  let names = 0
  let stop = from
  while (stop < end && (units[stop]?.name || units[stop]?.word.actor || isComma(units[stop]) || has(units[stop], LISTS))) {
    if (units[stop]?.name) names++
    stop++
  }
  return names < 2 ? to : Math.max(stop, to)
}

/** Types of names that may stand before a noun as an adjective does. */
const attributive: ReadonlySet<string> = new Set(['adjective', 'state', 'body'])

/** Whose the noun at `at` is: before it ("Z's", "their"), or after it ("of Z"); undefined where the text does not say. */
export function ownerOf(s: Sentence, at: number, to: number): { from: number; subject: Subject | undefined } | undefined {
  const { units } = s
  for (let k = at - 1; k >= Math.max(0, at - 5); k--) {
    if (has(units[k], Flag.POSSESSIVE)) return { from: k, subject: undefined }
    // "the Rian proposal", "the U.S. commitment"
    const adjective = k === at - 1 && attributive.has(units[k]?.name?.type ?? '') ? units[k]?.name : undefined
    if (adjective?.parties.length === 1 && has(units[k - 1], Flag.DETERMINER))
      return { from: k - 1, subject: { parties: adjective.parties, kind: 'party', name: adjective.ref, rule: 'party/name' } }
    if (has(units[k], Flag.GENITIVE)) {
      let from = k - 1
      while (from > 0 && (has(units[from - 1], Flag.DETERMINER | Flag.NAME) || joinsOwners(units, from - 1))) from--
      return { from, subject: possessor(s, from, k) }
    }
    // "Z's $600 million commitment"
    if (
      (has(units[k], Flag.PUNCTUATION | Flag.PREPOSITION | Flag.COORDINATOR) && !marksSum(units, k)) ||
      (has(units[k], VERB) && !has(units[k], Flag.ALSO_NOUN | Flag.PARTICIPLE))
    )
      break
    if (has(units[k], Flag.DETERMINER)) {
      // "the commitment made by R"
      const link = has(units[at + 1], Flag.PARTICIPLE) ? at + 2 : at + 1
      const { code } = units[link]?.word ?? {}
      if (code !== Code.BY && (code !== Code.OF || link > at + 1)) break
      const subject = s.resolve(link + 1, Math.min(to, link + 13))
      return subject.parties.length ? { from: k, subject } : undefined
    }
  }
  return undefined
}

/** Whom the words before a genitive ending name. */
function possessor(s: Sentence, from: number, to: number): Subject {
  const parties: string[] = []
  for (let k = from; k < to; k++) for (const party of s.units[k]?.name?.parties ?? []) if (!parties.includes(party)) parties.push(party)
  if (!parties.length) return s.resolve(from, to)
  return { parties, kind: 'party', name: s.text.slice(s.units[from]?.from, s.units[to - 1]?.to), rule: 'party/name' }
}

/** "conveyed R's readiness", said by R: the noun is the speaker's own. */
export function isOwn(owner: Subject | undefined, subject: Subject): boolean {
  return owner !== undefined && owner.parties.length === 1 && subject.parties.length === 1 && owner.parties[0] === subject.parties[0]
}

/** "the Union" in a text of the Union: the one whose text it is. */
export const isSelf = ({ context }: Sentence, { parties }: Subject): boolean =>
  parties.length === 1 && context.parties.length === 1 && parties[0] === context.parties[0]

/** Outside the parties of the text: what it does is no undertaking of theirs. */
export function isStranger(s: Sentence, subject: Subject): boolean {
  const { parties } = s.context
  return parties.length > 0 && subject.parties.length > 0 && !subject.parties.some((party) => parties.includes(party))
}

/** "I", "we": who speaks says what he does by speaking. */
export function speaksOfSelf(s: Sentence, { subject: span }: Node): boolean {
  if (s.context.voice !== 'report' || !span || span[1] - span[0] !== 1) return false
  return isA(partyWords(s.vocabulary), s.units[span[0]]?.word.text ?? '', Is.first)
}

/** A pronoun of the third person that stands for nobody the text names. */
export function isUnknown(s: Sentence, { subject: span }: Node, subject: Subject): boolean {
  if (!span || subject.parties.length || span[1] - span[0] !== 1) return false
  const unit = s.units[span[0]]
  return has(unit, Flag.PRONOUN) && !has(unit, Flag.RELATIVE) && !isA(partyWords(s.vocabulary), unit?.word.text ?? '', Is.first)
}

/** How far "to" may stand from "spoke": "spoke today by phone to". */
const REMOVED = 5

/** The parties of "with …" or "to …" soon after unit `at`. */
export function withWhom(s: Sentence, at: number): readonly string[] {
  for (let k = at; k < Math.min(s.end, at + 8); k++) {
    const to = k < at + REMOVED && has(s.units[k], Flag.TO) && !s.tree.groups[k]
    if (has(s.units[k], Flag.COORDINATOR)) return []
    if (s.units[k]?.word.code !== Code.WITH && !to) continue
    let stop = k + 1
    while (stop < s.end && stop < k + 24 && !has(s.units[stop], Flag.MODAL | Flag.BE | Flag.TO) && !isStrongMark(s.units[stop]?.word.code))
      stop++
    const other = s.resolve(k + 1, stop)
    // "travelled to Z" meets nobody, "spoke to Minister A of Z" does
    if (to && other.kind !== 'official') return []
    return other.kind === 'official' || other.kind === 'joint' || other.kind === 'party' ? other.parties : []
  }
  return []
}

/** What happens or is the case, and people at large: they promise nothing. */
export const isAbstract = (subject: Subject): boolean => subject.kind === 'abstract' || subject.kind === 'people'
