import type { Vocabulary } from '../../../lexicon/vocabulary.ts'
import { Code, Flag } from '../../../lexicon/word.ts'
import { type Unit, unitAt } from '../units.ts'
import type { Memory } from './memory.ts'
import { Is, isA, type PartyWords } from './words.ts'

/** "Negev Forum" before "Steering Committee": the first part of one name, with a space; '' without one. A code ("EU") is an owner. */
export function compoundBefore(units: readonly Unit[], i: number): string {
  const before = unitAt(units, i - 1)?.name
  return before && (before.type === 'body' || before.type === 'mechanism') && before.ref.includes(' ') ? `${before.ref} ` : ''
}

/** A body's full name, with the state it is for, under its last word: "the Fund" later means it. */
export function noteBody(units: readonly Unit[], i: number, memory: Memory, vocabulary: Vocabulary, words: PartyWords): void {
  const { bodies } = memory
  const unit = units[i] as Unit
  const prefix = compoundBefore(units, i)
  const own = prefix + (unit.name?.ref ?? '')
  const entry = unit.name?.entry
  if (entry) {
    // "the Bank", after "the Asian Development Bank"
    const head = entry.tokens.length > 1 ? entryHead(entry.tokens, vocabulary) : ''
    if (head && unit.name?.type === 'body' && unit.name.parties.length === 1 && !bodies.has(head))
      bodies.set(head, { parties: unit.name.parties, kind: 'body', name: entry.tokens.join(' '), rule: 'party/body-again' })
    return
  }
  const organ = unit.name?.type === 'body' || vocabulary.actors.get(organHead(own, vocabulary, words)) === 'body'
  const whose = organ ? organisationOf(units, i) : undefined
  if (whose) {
    bodies.set(organHead(own, vocabulary, words), { parties: whose, kind: 'body', name: own, rule: 'party/organ' })
    return
  }
  if (!own.includes(' ')) return
  const owner =
    units[i + 2]?.name?.type === 'state' && (units[i + 1]?.flags ?? 0) & Flag.PREPOSITION && unit.name?.type === 'mechanism'
      ? units[i + 2]
      : undefined
  const ref = owner?.name?.entry && units[i + 1]?.word.text === 'for' ? `${own} for ${owner.name.entry.tokens.join(' ')}` : own
  const last = headOf(own)
  const parties = unit.name?.parties.length ? unit.name.parties : modifiersBefore(units, i)
  const known = memory.register?.bodies.get(last)
  const old = bodies.get(last) ?? (known?.rule === 'party/organ' ? known : undefined)
  if (old && old.parties.length > 1) return
  if (old && old.name.length >= ref.length && !(parties.length > 1)) return
  bodies.set(last, {
    parties: parties.length > 1 ? parties : [ref],
    kind: 'body',
    name: ref,
    rule: parties.length > 1 ? 'party/body-of-two' : 'party/body-again',
  })
}

/** "bank" of "Asian Development Bank", "coalition" of "Global Coalition to Keep the Peace": what a body of the lexicon is called later. */
function entryHead(tokens: readonly string[], { actors }: Vocabulary): string {
  const small = tokens.findIndex((token, k) => k > 0 && token === token.toLowerCase())
  const head = (tokens[small - 1] ?? '').toLowerCase()
  return actors.get(head) === 'body' ? head : (tokens.at(-1) as string).toLowerCase()
}

/** "the R-Z Alliance": a common noun in capitals that two own; "the Alliance" later means both. */
export function noteCommon(units: readonly Unit[], i: number, { bodies }: Memory): void {
  const parties = modifiersBefore(units, i)
  const { text } = (units[i] as Unit).word
  if (parties.length > 1) bodies.set(text, { parties, kind: 'body', name: text, rule: 'party/body-of-two' })
}

/** "council" of "Communiqué of the Peace Council", "authority" of "Authority of Heads of State": the word by which an organ is called later. */
function organHead(ref: string, vocabulary: Vocabulary, words: PartyWords): string {
  const parts = ref.split(' ')
  const head = parts.find(
    (part, k) =>
      (vocabulary.nameHeads.get(part) === 'body' || vocabulary.actors.get(part.toLowerCase()) === 'body') &&
      (k + 1 === parts.length || isA(words, parts[k + 1] as string, Is.owner)),
  )
  return (head ?? headOf(ref)).toLowerCase()
}

/** How many "of …" may stand between an organ and its organisation. */
const OWNERS = 3

/** "the Council of Ministers of the Lake Union": the organisation of the lexicon whose organ the body at `i` is. */
function organisationOf(units: readonly Unit[], i: number): readonly string[] | undefined {
  let at = i
  for (let n = 0; n < OWNERS; n++) {
    // "Authority of Heads of State and Government of …": what joins the name to its second part
    if ((units[at + 1]?.flags ?? 0) & Flag.COORDINATOR) at += 2
    if (units[at + 1]?.word.code !== Code.OF) return undefined
    at += units[at + 2]?.word.code === Code.THE ? 3 : 2
    const name = units[at]?.name
    if (name?.type === 'body' && name.entry && name.parties.length === 1) return name.parties
  }
  return undefined
}

/** Head of a body's name, in lower case: "commission" of "Intergovernmental Commission on Trade". */
export function headOf(ref: string): string {
  const stop = ref.search(/ (?:[a-z]+) /)
  const name = stop > 0 ? ref.slice(0, stop) : ref
  return name.slice(name.lastIndexOf(' ') + 1).toLowerCase()
}

/** "the R-Z Intergovernmental Commission": both own it. */
function modifiersBefore(units: readonly Unit[], i: number): readonly string[] {
  const before = unitAt(units, i - 1)?.name
  return before?.type === 'adjective' ? before.parties : []
}
