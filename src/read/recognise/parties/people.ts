import type { Vocabulary } from '../../../lexicon/vocabulary.ts'
import { Flag } from '../../../lexicon/word.ts'
import { type Name, type Unit, unitAt } from '../units.ts'
import { noteBody, noteCommon } from './bodies.ts'
import type { Memory, Subject } from './memory.ts'
import {
  bareOffice,
  higherOffice,
  isBareOffice,
  isOffice,
  note,
  officeKeys,
  properName,
  setOffice,
  shareOffice,
  splitRole,
} from './offices.ts'
import { noteOfficial } from './official.ts'
import { takeTurn } from './turns.ts'
import { Is, isA, type PartyWords, partyWords } from './words.ts'

/**
 * Notes every official that a sentence names with a state ("Kenya's Foreign Minister X", "Minister X of Z"), the office, and bodies by
 * name. `labelled`: the sentence is known to open with the label of a turn.
 */
export function registerPeople(units: readonly Unit[], memory: Memory, vocabulary: Vocabulary, labelled = false): void {
  const words = partyWords(vocabulary)
  if (!memory.register || memory.register.turns) takeTurn(units, memory, vocabulary, words, labelled)
  noteStates(units, memory)
  const bare = bareOffice(units, memory)
  for (let i = 0; i < units.length; i++) {
    const { name, word, flags } = units[i] as Unit
    if (!name) {
      if (isBareOffice(units, i, vocabulary, words)) noteOfficial(units, i, memory, vocabulary, words)
      else if (word.actor === 'body' && flags & Flag.CAPITAL) noteCommon(units, i, memory)
      continue
    }
    const { type } = name
    if (type === 'role' || (type === 'body' && isOffice(units[i] as Unit, vocabulary))) noteOfficial(units, i, memory, vocabulary, words)
    else if (type === 'person') {
      const { ref, parties } = name
      memory.named = { parties, kind: 'official', name: ref, rule: 'party/name' }
      noteHolder(units, i, memory, vocabulary, words)
      noteParts(name, memory)
    } else if (type === 'body' || type === 'mechanism') noteBody(units, i, memory, vocabulary, words)
    else if (type === 'proper') {
      noteCounterpart(units, i, memory, words)
      if (units[i + 1]?.word.text === ',') noteApposed(units, i, memory, vocabulary, words)
    }
  }
  if (bare) shareOffice(memory, bare)
}

/** "his Rian counterpart A B", "his Rian counterpart, A B": the adjective says whose official the name is. */
function noteCounterpart(units: readonly Unit[], i: number, memory: Memory, words: PartyWords): void {
  const at = unitAt(units, i - 1)?.word.text === ',' ? i - 2 : i - 1
  if (!isA(words, unitAt(units, at)?.word.text ?? '', Is.counterpart)) return
  const owner = unitAt(units, at - 1)?.name
  if (owner?.type === 'adjective' && owner.parties.length)
    note(memory, '', properName((units[i] as Unit).name?.ref ?? '', words), owner.parties, words)
}

/** How far after a name and a comma its office may stand, in units. */
const APPOSED = 7

/** "A B, R's minister of trade", "A B, the Rian president,": whose official the name is, by the owner of the office after it. */
function noteApposed(units: readonly Unit[], i: number, memory: Memory, vocabulary: Vocabulary, words: PartyWords): void {
  let parties: readonly string[] = []
  let office = false
  for (let k = i + 2; k < Math.min(units.length, i + 2 + APPOSED); k++) {
    const { name, word, flags } = units[k] as Unit
    if (name?.type === 'adjective' || (name?.type === 'state' && (units[k + 1]?.flags ?? 0) & Flag.GENITIVE)) parties = name.parties
    else if (name?.type === 'role' || (!name && word.actor === 'official')) {
      // "A B, Rian Minister C D and …": a list of two
      if (name && splitRole(name.ref, vocabulary, words).name.length) return
      office = true
    } else if (name?.type === 'proper' || name?.type === 'person') return
    else if (!name && flags & (Flag.PUNCTUATION | Flag.COORDINATOR | Flag.RELATIVE | Flag.MODAL | Flag.TO)) break
    else if (!name && flags & Flag.PREPOSITION && !office) return
  }
  if (office && parties.length) note(memory, '', properName((units[i] as Unit).name?.ref ?? '', words), parties, words)
}

function noteStates(units: readonly Unit[], memory: Memory): void {
  let states: string[] | undefined
  for (const unit of units) {
    if (unit.name?.type !== 'state' && unit.name?.type !== 'adjective') continue
    for (const party of unit.name.parties) {
      if (!states) states = [party]
      else if (!states.includes(party)) states.push(party)
    }
  }
  if (!states) return
  memory.recent = states
  const own = memory.speaker?.parties
  const others = own?.length === 1 ? states.filter((party) => party !== own[0]) : []
  if (others.length) memory.others = others
}

/** Rule of a person of the lexicon whom a part of the name means. */
export const PART = 'party/part-of-name'

/** "Kang" and "Prince Amir", after "Kang Kyung-wha" and "Amir bin Salem": the first and the last name of a person of the lexicon. */
function noteParts({ ref, parties, entry }: Name, memory: Memory): void {
  if (!entry || entry.tokens.length < 2 || !parties.length || memory.parted.has(entry)) return
  memory.parted.add(entry)
  const last = ref.slice(Math.max(ref.lastIndexOf(' '), ref.lastIndexOf('-')) + 1).toLowerCase()
  const first = (ref.includes(' ') ? ref.slice(0, ref.indexOf(' ')) : ref).toLowerCase()
  const subject: Subject = { parties, kind: 'official', name: ref, rule: PART }
  if (last.length > 2 && !memory.people.has(last)) memory.people.set(last, subject)
  if (first.length > 2 && !memory.people.has(first)) memory.people.set(first, subject)
}

/** A known person with an office word before the name holds that office. */
function noteHolder(units: readonly Unit[], i: number, memory: Memory, vocabulary: Vocabulary, words: PartyWords): void {
  const unit = units[i] as Unit
  if (!unit.name?.parties.length) return
  const subject: Subject = { parties: unit.name.parties, kind: 'official', name: unit.name.ref, rule: 'party/person' }
  // "A, the President of R"
  const after = units[i + 1]?.word.text === ',' && isA(words, units[i + 2]?.word.text ?? '', Is.article) ? units[i + 3]?.name : undefined
  if (after?.type === 'role') for (const key of officeKeys(after.ref, words)) setOffice(memory, key, subject)
  let k = i - 1
  while (k > i - 5 && k > 0 && isA(words, units[k]?.word.text ?? '', Is.portfolio | Is.owner)) k--
  const before = unitAt(units, k)
  if (before?.name?.type === 'role') for (const key of officeKeys(before.name.ref, words)) setOffice(memory, key, subject)
  else if (before && vocabulary.actors.get(before.word.text) === 'official') setOffice(memory, before.word.text, subject)
  const first = unit.name.entry?.tokens[0]
  if (first !== undefined && vocabulary.nameHeads.get(first) === 'role') setOffice(memory, first.toLowerCase(), subject)
}

/** Gives every official of no stated state to the one party that has no other. */
export function placeOfficials(memory: Memory, party: string, vocabulary: Vocabulary): void {
  const words = partyWords(vocabulary)
  for (const { office, named } of memory.unplaced) {
    if (memory.people.has((named.at(-1) as string).toLowerCase())) continue
    const superior = memory.offices.get(higherOffice(office, vocabulary))
    note(memory, office, named, superior?.parties.length ? superior.parties : [party], words)
  }
}

/** Two officials of no stated state in a text of two parties, neither of which has any: each belongs to one, in the order of the text. */
export function placePair(memory: Memory, parties: readonly string[], words: PartyWords): void {
  if (parties.length !== 2 || memory.people.size) return
  const [first, ...rest] = memory.unplaced
  const second = rest.find(({ named }) => named.at(-1) !== first?.named.at(-1) && named[0] !== first?.named[0])
  if (!first || !second) return
  note(memory, first.office, first.named, [parties[0] as string], words)
  note(memory, second.office, second.named, [parties[1] as string], words)
}
