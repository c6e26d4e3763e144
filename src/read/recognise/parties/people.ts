import type { Vocabulary } from '../../../lexicon/vocabulary.ts'
import { Code, Flag, More } from '../../../lexicon/word.ts'
import { titleCase } from '../../letters.ts'
import { type Name, type Unit, unitAt } from '../units.ts'
import { as, type Memory, nobody, type Subject } from './memory.ts'
import { Is, isA, type PartyWords, partyWords } from './words.ts'

/** How far after an office its state and its holder may stand, in units. */
const REACH = 14
/** How many units the label of a turn has at most. */
const LABEL = 14

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
    const { name } = units[i] as Unit
    if (!name) {
      if (isBareOffice(units, i, vocabulary, words)) noteOfficial(units, i, memory, vocabulary, words)
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
  const other = bare ? memory.offices.get(bare) : undefined
  if (other?.parties.length) memory.offices.set(bare, as(other, { parties: [] }))
}

/**
 * "The President met President A of R": the office that opens the sentence without a name or an owner, in lower case, where nobody
 * has held it so far; if another is named with it then, two have it. '' without one.
 */
function bareOffice(units: readonly Unit[], memory: Memory): string {
  const at = units[0]?.word.code === Code.THE ? 1 : 0
  const { name, word } = units[at] ?? {}
  const verb = units[at + 1]
  const office = name?.type === 'role' ? name.ref : name || word?.actor !== 'official' ? '' : word.text
  if (!at || !office || !((verb?.flags ?? 0) & (Flag.PAST | Flag.PRESENT | Flag.HAVE | Flag.ADVERB))) return ''
  const key = office.toLowerCase()
  return memory.offices.has(key) ? '' : key
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

/** "President of R A B": an office of one word, which the state and the holder follow. */
function isBareOffice(units: readonly Unit[], i: number, vocabulary: Vocabulary, words: PartyWords): boolean {
  const unit = units[i] as Unit
  if (unit.word.actor !== 'official' || !(unit.flags & Flag.CAPITAL) || !isA(words, units[i + 1]?.word.text ?? '', Is.owner)) return false
  return vocabulary.nameHeads.get(titleCase(unit.word.text)) === 'role'
}

/** "National Security Council Secretary A": a name with an office after the name of the body is an official's; not "Council of Ministers". */
export function isOffice({ name }: Unit, vocabulary: Vocabulary): boolean {
  if (!name || name.entry) return false
  let last: string | undefined
  for (const part of name.ref.split(' ')) {
    if (last === 'body' && isA(partyWords(vocabulary), part, Is.owner)) return false
    last = vocabulary.nameHeads.get(part) ?? last
  }
  return last === 'role'
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
function takeTurn(units: readonly Unit[], memory: Memory, vocabulary: Vocabulary, words: PartyWords, labelled: boolean): void {
  const length = turnLength(units, vocabulary, labelled)
  if (length) {
    memory.turn = ofUnseen(speakerOf(units, length - 1, memory, vocabulary, words), memory)
    memory.speaker = memory.turn
    if (memory.turn.parties.length) memory.person = memory.turn
    noteLabel(units, length - 1, memory, words)
  } else if (memory.turn && !memory.speaker) memory.speaker = memory.turn
}

/** "PRIME MINISTER A": the office before the name, for "the Prime Minister" in what others say. */
function noteLabel(units: readonly Unit[], to: number, memory: Memory, words: PartyWords): void {
  if (!memory.turn?.parties.length) return
  const label = units.slice(0, to).map(({ name, word }) => (name?.ref ?? word.text).toLowerCase())
  const office = label.join(' ').split(' ').slice(0, -1).join(' ')
  if (office) for (const key of officeKeys(office, words)) setOffice(memory, key, as(memory.turn, { kind: 'official' }))
}

/** A speaker of no known state speaks for the one side that nobody else speaks for. */
export function ofUnseen(speaker: Subject, { register }: Memory): Subject {
  return register?.unseen && speaker.kind === 'official' && !speaker.parties.length ? as(speaker, { parties: [register.unseen] }) : speaker
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

/** Rule of a person of the lexicon whom a part of the name means. */
export const PART = 'party/part-of-name'

/** "Kang" and "Prince Amir", after "Kang Kyung-wha" and "Amir bin Salem": the first and the last name of a person of the lexicon. */
function noteParts({ ref, parties, entry }: Name, memory: Memory): void {
  if (!entry || entry.tokens.length < 2 || !parties.length || memory.parted?.has(entry)) return
  memory.parted ??= new Set()
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

function setOffice(memory: Memory, key: string, subject: Subject): void {
  const { offices } = memory
  const old = offices.get(key)
  const ambiguous = old && old.parties.join() !== subject.parties.join()
  offices.set(key, ambiguous ? as(subject, { parties: [] }) : subject)
}

/** "Deputy Secretary of State" gives "deputy secretary of state", "deputy secretary" and "secretary". */
function officeKeys(ref: string, words: PartyWords): string[] {
  const lower = ref.toLowerCase()
  const parts = lower.split(' ')
  const stop = parts.findIndex((part, k) => k > 0 && isA(words, part, Is.owner | Is.duty))
  const office = stop > 0 ? parts.slice(0, stop).join(' ') : lower
  const last = office.slice(office.lastIndexOf(' ') + 1)
  return [...new Set([lower, office, last])]
}

/** The words of an office and of the name after it: "Foreign Minister Anna Berg". */
function splitRole(ref: string, vocabulary: Vocabulary, words: PartyWords): { office: string; name: string[] } {
  const parts = ref.split(' ')
  let cut = 0
  for (let k = 0; k < parts.length; k++) {
    const part = parts[k] as string
    const lower = part.toLowerCase()
    const known = vocabulary.nameHeads.get(part) === 'role' || isA(words, lower, Is.portfolio | Is.title | Is.owner | Is.duty)
    if (known) cut = k + 1
  }
  const office = parts.slice(0, cut).filter((part) => !isA(words, part.toLowerCase(), Is.title))
  return { office: office.join(' '), name: parts.slice(cut) }
}

/** Finds state and holder of the office at unit `i` and notes both. */
function noteOfficial(units: readonly Unit[], i: number, memory: Memory, vocabulary: Vocabulary, words: PartyWords): void {
  const unit = units[i] as Unit
  const ref = unit.name?.ref ?? titleCase(unit.word.text)
  let parties = ownerBefore(units, i)
  const own = splitRole(ref, vocabulary, words)
  let { office } = own
  if (vocabulary.actors.get(office.slice(office.lastIndexOf(' ') + 1).toLowerCase()) === 'joint') return
  let named = own.name
  let stated = parties.length > 0
  let weak: readonly string[] = []
  let after = i + 1
  for (let j = i + 1; j < Math.min(units.length, i + REACH); j++) {
    const next = units[j] as Unit
    const type = next.name?.type
    const before = units[j - 1]?.word.text ?? ''
    if ((type === 'state' || type === 'body') && next.name?.parties.length) {
      const owned = isA(words, before, Is.owner) || (isA(words, before, Is.article) && isA(words, units[j - 2]?.word.text ?? '', Is.owner))
      if (!owned) break
      if (!stated) parties = next.name.parties
      stated = true
      after = j + 1
      continue
    }
    if (type === 'proper' && named.length === 0 && !((units[j + 1]?.flags ?? 0) & Flag.GENITIVE)) {
      if (units[j - 1]?.name?.type === 'adjective') continue
      named = splitRole(next.name?.ref ?? '', vocabulary, words).name
      if (!named.length) continue
      after = j + 1
      if (stated) break
      continue
    }
    if (type === 'proper' && isA(words, before, Is.particle)) {
      named = [...named, ...(next.name?.ref ?? '').split(' ')]
      after = j + 1
      continue
    }
    if (type === 'adjective') {
      weak = next.name?.parties ?? []
      continue
    }
    if (type === 'person') break
    if (type === 'role') {
      // "Minister A, the Minister of Z, B": another person's office
      if (named.length && isA(words, before, Is.article)) break
      if (!named.length) {
        const inner = splitRole(next.name?.ref ?? '', vocabulary, words)
        const whose =
          isA(words, before, Is.article) && ((units[j - 2]?.flags ?? 0) & Flag.TO || isA(words, units[j - 2]?.word.text ?? '', Is.owner))
        if (inner.office && j > i + 1 && units[j - 1]?.word.text !== ',' && !isA(words, before, Is.owner) && !whose) break
        named = inner.name
        after = j + 1
      } else if (before === ',') {
        if (office) break
        office = splitRole(next.name?.ref ?? '', vocabulary, words).office
      }
      continue
    }
    if (type === 'body' || type === 'mechanism' || type === 'proper') continue
    if (next.word.text === ',' || next.word.text === '.' || next.flags & (Flag.PREPOSITION | Flag.DETERMINER)) continue
    // "Adviser to the President A"
    if (next.flags & Flag.TO && isA(words, units[j + 1]?.word.text ?? '', Is.article)) continue
    if (
      isA(words, next.word.text, Is.portfolio | Is.particle) ||
      (next.flags & Flag.CAPITAL && !named.length && vocabulary.actors.has(next.word.text))
    )
      continue
    if (
      next.flags & Flag.COORDINATOR &&
      !named.length &&
      (units[j + 1]?.name?.type === 'proper' || units[j + 1]?.name?.type === 'adjective')
    )
      continue
    break
  }
  if (!named.length && unitAt(units, i - 1)?.word.text === ',' && unitAt(units, i - 2)?.name?.type === 'proper')
    named = properName(unitAt(units, i - 2)?.name?.ref ?? '', words)
  if (!parties.length && after === i + 1 && units[i + 1]?.name?.type === 'person') parties = units[i + 1]?.name?.parties ?? []
  const known = parties.length || !named.length ? parties : weak
  note(memory, office, named, known.length ? known : (ownOffice(office.toLowerCase(), words) ?? known), words)
}

/** Whose the office is that `key` opens with, by the table alone: "under secretary of state" of "under secretary of state anna berg". */
export function ownOffice(key: string, words: PartyWords): readonly string[] | undefined {
  for (let to = key.length; to > 0; to = key.lastIndexOf(' ', to - 1)) {
    const own = words.offices.get(key.slice(0, to))
    if (own) return own
  }
  return undefined
}

/** "Mr. Berg": a title and a name, without an office. */
export function namesPerson(ref: string, vocabulary: Vocabulary, words: PartyWords): boolean {
  const { office, name } = splitRole(ref, vocabulary, words)
  return name.length > 0 && office === ''
}

/** "secretary" of "Under Secretary Anna Berg": the office that the rank before it is under; '' where `ref` has none. */
export function higherOffice(ref: string, vocabulary: Vocabulary): string {
  const parts = ref.split(' ')
  const at = parts.findIndex((part, k) => k > 0 && (vocabulary.lookup(part).more & More.RANKED) !== 0)
  return at > 0 && (vocabulary.lookup(parts[at - 1] as string).more & More.MODIFIER) !== 0 ? (parts[at] as string).toLowerCase() : ''
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

function note(memory: Memory, office: string, named: readonly string[], parties: readonly string[], words: PartyWords): void {
  if (!parties.length) {
    if (named.length && office && memory.unplaced.length < 50) memory.unplaced.push({ office, named })
    return
  }
  const last = named.at(-1)
  const subject: Subject = { parties, kind: 'official', name: named.join(' ') || office, rule: 'party/office' }
  if (last && last.length > 1) {
    const key = last.toLowerCase()
    if (!memory.people.has(key)) memory.people.set(key, subject)
    const first = (named[0] as string).toLowerCase()
    if (first.length > 1 && !memory.people.has(first)) memory.people.set(first, subject)
  }
  if (office) for (const key of officeKeys(office, words)) setOffice(memory, key, subject)
}

/** The state before an office: "Kenyan Foreign Minister", "Kenya's Minister". */
function ownerBefore(units: readonly Unit[], i: number): readonly string[] {
  let k = i - 1
  // "Republic of R First Vice Minister": the rank belongs to the office
  const flags = unitAt(units, k)?.flags ?? 0
  if (flags & Flag.ADVERB && flags & Flag.CAPITAL) k--
  if ((unitAt(units, k)?.flags ?? 0) & Flag.GENITIVE) k--
  // "Lake Union (LU) Secretary General A"
  if (k > 2 && units[k]?.word.code === Code.CLOSE && units[k - 2]?.word.code === Code.OPEN && units[k - 3]?.name?.type === 'body') k -= 3
  const name = unitAt(units, k)?.name
  if (name?.parties.length && (name.type === 'adjective' || ((name.type === 'state' || name.type === 'body') && k < i - 1)))
    return name.parties
  return name && (name.type === 'state' || name.type === 'body') ? name.parties : []
}

function properName(ref: string, words: PartyWords): string[] {
  return ref.split(' ').filter((part) => !isA(words, part.toLowerCase(), Is.title))
}

/** "Negev Forum" before "Steering Committee": the first part of one name, with a space; '' without one. A code ("EU") is an owner. */
export function compoundBefore(units: readonly Unit[], i: number): string {
  const before = unitAt(units, i - 1)?.name
  return before && (before.type === 'body' || before.type === 'mechanism') && before.ref.includes(' ') ? `${before.ref} ` : ''
}

/** A body's full name, with the state it is for, under its last word: "the Fund" later means it. */
function noteBody(units: readonly Unit[], i: number, memory: Memory, vocabulary: Vocabulary, words: PartyWords): void {
  const { bodies } = memory
  const unit = units[i] as Unit
  const prefix = compoundBefore(units, i)
  const own = prefix + (unit.name?.ref ?? '')
  const entry = unit.name?.entry
  if (entry) {
    // "the Bank", after "the Asian Development Bank"
    const head = entry.tokens.length > 1 ? (entry.tokens.at(-1) as string).toLowerCase() : ''
    if (head && unit.name?.type === 'body' && unit.name.parties.length === 1 && !bodies.has(head))
      bodies.set(head, { parties: unit.name.parties, kind: 'body', name: unit.name.ref, rule: 'party/body-again' })
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
