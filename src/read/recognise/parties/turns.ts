import type { Vocabulary } from '../../../lexicon/vocabulary.ts'
import { Flag, More } from '../../../lexicon/word.ts'
import { titleCase } from '../../letters.ts'
import { answers } from '../../segment/turns.ts'
import type { Unit } from '../units.ts'
import { as, type Memory, nobody, type Subject } from './memory.ts'
import { officeKeys, setOffice } from './offices.ts'
import { Is, isA, type PartyWords, partyWords } from './words.ts'

/** How many units the label of a turn has at most. */
const LABEL = 14

/** Number of units of a label that opens a turn ("MINISTER A:"), with its colon; 0 without one. */
function labelLength(units: readonly Unit[]): number {
  const first = units[0]
  if (!first || !(first.flags & (Flag.NAME | Flag.CAPITAL))) return 0
  for (let i = 1; i < Math.min(5, units.length); i++) {
    const unit = units[i] as Unit
    if (unit.word.text === ':') return i + 1 < units.length || i > 0 ? i + 1 : 0
    if (!(unit.flags & (Flag.NAME | Flag.CAPITAL)) || unit.flags & Flag.PUNCTUATION) return 0
  }
  return 0
}

function isLabel(units: readonly Unit[], length: number, vocabulary: Vocabulary, words: PartyWords): boolean {
  for (let i = 0; i < length - 1; i++) {
    const unit = units[i] as Unit
    if (unit.name?.type === 'role' || unit.name?.type === 'person') return true
    // "R:" alone opens a list; "R: Minister A" says who speaks or signs for it
    if (unit.name?.type === 'state' && !(unit.word.more & More.CAPS) && !units[length]?.name) continue
    const ref = unit.name?.ref ?? unit.word.text
    if (ref.length > 1 && ref === ref.toUpperCase() && ref !== ref.toLowerCase()) return true
    if (isA(words, unit.word.text, Is['speaker-less']) || vocabulary.actors.get(unit.word.text) === 'official') return true
  }
  return false
}

/** Number of units of the label with which a sentence opens, with its colon; 0 where it opens no turn. `labelled`: it is known to open one. */
export const turnLength = (units: readonly Unit[], vocabulary: Vocabulary, labelled: boolean): number => {
  if (labelled) return 1 + units.slice(0, LABEL).findIndex(({ word }) => word.text === ':')
  const length = labelLength(units)
  return length > 0 && isLabel(units, length, vocabulary, partyWords(vocabulary)) ? length : 0
}

/** Sets whose turn it is when a sentence opens with a label; else goes on with the turn that is open. */
export function takeTurn(units: readonly Unit[], memory: Memory, vocabulary: Vocabulary, words: PartyWords, labelled: boolean): void {
  const length = turnLength(units, vocabulary, labelled)
  if (length) {
    const answered = length === 2 && answers(titleCase((units[0] as Unit).word.text), vocabulary)
    const speaker = answered ? whoIsAsked(memory) : speakerOf(units, length - 1, memory, vocabulary, words)
    memory.turn = ofUnseen(speaker, memory, vocabulary)
    memory.speaker = memory.turn
    if (memory.turn.parties.length) memory.person = memory.turn
    noteLabel(units, length - 1, memory, words)
  } else if (memory.turn && !memory.speaker) memory.speaker = memory.turn
}

/** "A:" after "Q:": the one whom the title says is asked, else the side whose text it is. */
function whoIsAsked({ register }: Memory): Subject {
  const parties = register?.home ? [register.home] : []
  return register?.orator ?? as(nobody, { kind: 'official', parties, rule: 'party/turn' })
}

/** "PRIME MINISTER A": the office before the name, for "the Prime Minister" in what others say. */
function noteLabel(units: readonly Unit[], to: number, memory: Memory, words: PartyWords): void {
  if (!memory.turn?.parties.length) return
  const label = units.slice(0, to).map(({ name, word }) => (name?.ref ?? word.text).toLowerCase())
  const office = label.join(' ').split(' ').slice(0, -1).join(' ')
  if (office) for (const key of officeKeys(office, words)) setOffice(memory, key, as(memory.turn, { kind: 'official' }))
}

/**
 * A speaker of no known state speaks for the one side that nobody else speaks for; by an office or a courtesy title alone ("MR A", "THE
 * PRESIDENT") for the one whose text it is.
 */
export function ofUnseen(speaker: Subject, { register }: Memory, vocabulary: Vocabulary): Subject {
  if (!register || speaker.kind !== 'official' || speaker.parties.length) return speaker
  const party = (register.home && isOfHouse(speaker.name, vocabulary) ? register.home : undefined) ?? register.unseen
  return party ? as(speaker, { parties: [party] }) : speaker
}

/** "MR A", "THE PRESIDENT": a label without both office and name, of whom a text need not say whose they are. */
function isOfHouse(label: string, vocabulary: Vocabulary): boolean {
  const lower = label.toLowerCase()
  const first = lower.slice(0, Math.max(0, lower.indexOf(' ')))
  return isA(partyWords(vocabulary), first, Is.title) || vocabulary.actors.get(lower.slice(lower.lastIndexOf(' ') + 1)) === 'official'
}

function speakerOf(units: readonly Unit[], to: number, memory: Memory, vocabulary: Vocabulary, words: PartyWords): Subject {
  let name = ''
  for (let i = 0; i < to; i++) {
    const unit = units[i] as Unit
    if (unit.name?.parties.length) return { parties: unit.name.parties, kind: 'official', name: unit.name.ref, rule: 'party/turn' }
    name += `${name ? ' ' : ''}${unit.name?.ref ?? unit.word.text}`
  }
  const last = name.slice(name.lastIndexOf(' ') + 1)
  const known = memory.people.get(last.toLowerCase()) ?? memory.register?.people.get(last.toLowerCase())
  if (known) return as(known, { rule: 'party/turn' })
  const entry = vocabulary.names
    .get(titleCase(last))
    ?.find((one) => one.type === 'person' && one.tokens.length === 1 && one.parties.length > 0)
  if (entry) return { parties: entry.parties, kind: 'official', name: entry.ref, rule: 'party/turn' }
  const office = memory.offices.get(name.toLowerCase())
  if (office?.parties.length) return as(office, { rule: 'party/turn' })
  const silent = isA(words, name.slice(0, name.includes(' ') ? name.indexOf(' ') : name.length).toLowerCase(), Is['speaker-less'])
  return as(nobody, { kind: silent ? 'none' : 'official', name, rule: 'party/turn' })
}
