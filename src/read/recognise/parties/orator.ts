// Who speaks in a text that one person says from beginning to end, by the line at its top that says so.
import type { Vocabulary } from '../../../lexicon/vocabulary.ts'
import { Code, Flag, TELLING } from '../../../lexicon/word.ts'
import type { Unit } from '../units.ts'
import { headOf } from './bodies.ts'
import { as, type Memory, type Subject } from './memory.ts'
import { Is, isA, type PartyWords, partyWords } from './words.ts'

/** How long the words for who speaks may be, in units. */
const REACH = 16

/**
 * Who is said to speak by a title among the first lines: "Remarks by Minister A of R at …", "Minister A's Press Conference".
 * Undefined where none says so, or two are named. The people of `memory` are registered before.
 */
export function oratorOf(lines: readonly (readonly Unit[])[], memory: Memory, vocabulary: Vocabulary): Subject | undefined {
  const words = partyWords(vocabulary)
  for (const units of lines) {
    if (units.some(tells)) continue
    for (let i = 0; i < units.length; i++) {
      const unit = units[i] as Unit
      // "Statement of Minister", read as one name, before who it is
      const opens =
        unit.name?.type === 'mechanism' && vocabulary.lookup(unit.name.ref.slice(0, unit.name.ref.indexOf(' '))).kind === 'address'
      if (!opens && !isAddress(unit, vocabulary)) continue
      const owns = isA(words, units[i + 1]?.word.text ?? '', Is.owner)
      const found = opens
        ? speakerAt(units, i + 1, units.length, memory, words)
        : owns
          ? speakerAt(units, i + 2, units.length, memory, words)
          : ownerOf(units, i, memory, words)
      if (found) return found
    }
  }
  return undefined
}

/** A verb that makes a sentence; neither "'s" after an owner nor the month of May is one. */
const tells = ({ flags, name }: Unit): boolean => !name && (flags & (Flag.GENITIVE | Flag.CAPITAL)) === 0 && (flags & TELLING) !== 0

/** "Remarks", "Press Statement": what one person says. */
function isAddress({ name, word }: Unit, vocabulary: Vocabulary): boolean {
  if (name && name.type !== 'proper' && name.type !== 'mechanism' && name.type !== 'body') return false
  return (name ? vocabulary.lookup(headOf(name.ref)) : word).kind === 'address'
}

/** "Spokesperson A's Regular Press Conference": whose it is. */
function ownerOf(units: readonly Unit[], at: number, memory: Memory, words: PartyWords): Subject | undefined {
  let k = at - 1
  while (k > 0 && !((units[k] as Unit).flags & (Flag.GENITIVE | Flag.PUNCTUATION | Flag.PREPOSITION))) k--
  if (k < 1 || !((units[k] as Unit).flags & Flag.GENITIVE)) return undefined
  let from = k
  while (from > 0 && isOfName(units[from - 1] as Unit)) from--
  return speakerAt(units, from, k, memory, words)
}

const isOfName = ({ name, flags, word }: Unit): boolean => name !== undefined || (flags & Flag.CAPITAL) !== 0 || word.code === Code.OF

/** The one official named from unit `from` on, before what says where or about what; with the state that is named for the office. */
function speakerAt(units: readonly Unit[], from: number, to: number, memory: Memory, words: PartyWords): Subject | undefined {
  let name = ''
  let found: Subject | undefined
  let parties: readonly string[] = []
  let person = false
  for (let k = from; k < Math.min(to, from + REACH); k++) {
    const unit = units[k] as Unit
    const type = unit.name?.type
    const { text } = unit.word
    if (unit.name && (type === 'person' || type === 'role' || type === 'proper')) {
      const key = unit.name.ref.slice(unit.name.ref.lastIndexOf(' ') + 1).toLowerCase()
      if (!found?.parties.length) found = memory.people.get(key) ?? memory.offices.get(unit.name.ref.toLowerCase()) ?? found
      if (type === 'person' && !found?.parties.length)
        found = { parties: unit.name.parties, kind: 'official', name: unit.name.ref, rule: 'party/turn' }
      person ||= type !== 'proper'
      if (!name || type === 'person') name = unit.name.ref
    } else if (unit.name?.parties.length && (type !== 'body' || !parties.length)) parties = parties.length ? parties : unit.name.parties
    else if (unit.flags & Flag.COORDINATOR && name && isNamed(units, k + 1)) return undefined
    else if (unit.flags & Flag.PREPOSITION && !isA(words, text, Is.owner)) break
  }
  if (!name || !(person || found)) return undefined
  const own = found?.parties.length ? found.parties : parties
  return found ? as(found, { parties: own, rule: 'party/turn' }) : { parties: own, kind: 'official', name, rule: 'party/turn' }
}

/** A person or an office stands at `at`, with or without an article. */
function isNamed(units: readonly Unit[], at: number): boolean {
  const after = units[at]?.flags ?? 0
  const { type } = units[after & Flag.DETERMINER ? at + 1 : at]?.name ?? {}
  return type === 'person' || type === 'role' || type === 'proper'
}
