import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { Flag } from '../../lexicon/word.ts'
import type { Context } from '../context.ts'
import { type Memory, nobody, type Subject, unique } from '../recognise/parties/memory.ts'
import type { Unit } from '../recognise/units.ts'

export { type Memory, nobody, type Subject } from '../recognise/parties/memory.ts'
export { registerPeople } from '../recognise/parties/people.ts'

/** Resolves the units of a noun phrase to parties. Adjectives and possessors bind only where the head says so. */
export function resolveSubject(units: readonly Unit[], from: number, to: number, context: Context, memory: Memory, vocabulary: Vocabulary, text: string): Subject {
  const stated: string[] = []
  const modifiers: string[] = []
  let head = ''
  let headClass = ''
  let role = ''
  let person: Unit | undefined
  let named = ''
  let depth = 0
  let inOf = false
  let possessor = false
  let joins = true
  let officials = 0
  let personSubject: Subject | undefined
  const speaks = memory.speaker && context.voice === 'report' ? memory.speaker : undefined
  for (let i = from; i < to; i++) {
    const unit = units[i] as Unit
    const word = unit.word.text
    if (unit.flags & Flag.COORDINATOR) joins = true
    if (word === '(') depth++
    if (word === ')') depth--
    if (depth > 0) continue
    if (word === ',' && i > from && units[i + 1] && units[i + 1]?.flags && ((units[i + 1] as Unit).flags & (Flag.PARTICIPLE | Flag.RELATIVE | Flag.ING))) break
    if (unit.flags & Flag.PREPOSITION) {
      inOf = word === 'of' || word === 'from' || word === 'between'
      if (!inOf && (head || named || stated.length)) break
      continue
    }
    const name = unit.name
    if (name) {
      const genitive = (units[i + 1]?.flags ?? 0) & Flag.GENITIVE
      if (name.type === 'adjective' || genitive) modifiers.push(...name.parties)
      else if (name.type === 'person') {
        person = unit
        if (joins) officials++
        joins = false
        stated.push(...name.parties)
      } else if (name.type === 'role' || name.type === 'proper' || name.type === 'body' || name.type === 'mechanism') {
        const last = lastWord(name.ref)
        const kind = vocabulary.actors.get(last.toLowerCase())
        const known = memory.people.get(last.toLowerCase()) ?? context.register?.people.get(last.toLowerCase()) ?? memory.people.get(firstWord(name.ref).toLowerCase())
        if (known && name.type !== 'mechanism' && name.type !== 'body') {
          person = unit
          personSubject = known
          stated.push(...known.parties)
          if (joins) officials++
          joins = false
        } else if (kind === 'joint' && !inOf) {
          head = last
          headClass = 'joint'
        } else if (name.type === 'role') {
          role = name.ref
          if (joins) officials++
          joins = false
        } else if (name.parties.length) stated.push(...name.parties)
        else if (!named || name.type === 'body') named = name.ref
      }
      else if (name.parties.length && name.type !== 'people') stated.push(...name.parties)
      if (genitive) possessor = true
      continue
    }
    if (unit.flags & Flag.PRONOUN || word === 'both') {
      if (unit.word.kind === 'joint' && i < to) {
        const side = word === 'we' || word === 'us' ? speaks : undefined
        if (side && to - from <= 2) return { ...side, kind: 'party', rule: 'party/we-speaker' }
        if (word === 'they' && to - from <= 2 && memory.single && memory.single.parties.length > 1) return { ...memory.single, rule: 'party/they' }
        head = word
        headClass = 'joint'
      } else if (unit.word.kind === 'single') return memory.person ? { ...memory.person, rule: 'party/he' } : { ...nobody, kind: 'official', name: word }
      else if (unit.word.kind === 'it') return memory.single ? { ...memory.single, rule: 'party/it' } : { ...nobody, kind: 'abstract', name: word }
      continue
    }
    if (unit.flags & Flag.POSSESSIVE && i === from && (word === 'its' || word === 'his' || word === 'her')) {
      const owner = word === 'its' ? memory.single : memory.person
      if (owner) modifiers.push(...owner.parties)
    }
    const known = vocabulary.actors.get(word)
    if (known && !inOf) {
      head = word
      headClass = known
    } else if (known && inOf && !headClass) headClass = known === 'joint' ? 'joint' : headClass
    else if (!inOf && !(unit.flags & (Flag.DETERMINER | Flag.POSSESSIVE | Flag.COORDINATOR | Flag.ADVERB | Flag.PUNCTUATION | Flag.GENITIVE))) {
      head = word
      headClass = headClass === 'joint' ? headClass : ''
    }
  }
  const name = text.slice(units[from]?.from ?? 0, units[Math.max(from, to - 1)]?.to ?? 0)
  const all = (rule: string): Subject => ({ parties: context.parties, kind: 'joint', name, rule })
  if (officials > 1 && unique(stated).length < 2 && context.parties.length > 1) return all('party/two-officials')
  if (personSubject && officials === 1) return { ...personSubject, rule: 'party/person' }
  if (stated.length && (!head || headClass)) return { parties: unique(stated), kind: person || role ? 'official' : 'party', name: person?.name?.ref ?? name, rule: 'party/name' }
  if (headClass === 'joint') {
    if (modifiers.length > 1) return { parties: unique(modifiers), kind: 'joint', name, rule: 'party/adjectives' }
    if (modifiers.length === 1 && !possessor) return { parties: [], kind: 'party', name, rule: 'party/others' }
    if (speaks && /^(our|we)/i.test(name) === false && context.parties.length < 2) return { ...speaks, rule: 'party/speaker' }
    return all('party/both-sides')
  }
  if ((headClass === 'side' || headClass === 'official') && modifiers.length) return { parties: unique(modifiers), kind: headClass === 'official' ? 'official' : 'party', name, rule: 'party/side' }
  if (stated.length) return { parties: unique(stated), kind: 'party', name, rule: 'party/name' }
  const rest = role && !modifiers.length && !memory.person ? otherSide(context, memory) : undefined
  if (rest) return { parties: [rest], kind: 'official', name, rule: 'party/other-side' }
  if (role || person) return modifiers.length ? { parties: unique(modifiers), kind: 'official', name, rule: 'party/office' } : memory.person ? { ...memory.person, kind: 'official' } : { ...nobody, kind: 'official', name }
  if (headClass === 'official') return memory.person ? { ...memory.person, rule: 'party/office-again' } : { ...nobody, kind: 'official', name }
  if (headClass === 'side') return memory.single ? { ...memory.single, rule: 'party/side-again' } : all('party/side-of-text')
  const other = otherSide(context, memory)
  if (other && (role || (named && units.slice(from, to).some((u) => u.name?.type === 'proper')))) return { parties: [other], kind: 'official', name: named || name, rule: 'party/other-side' }
  if (named) return { parties: [named], kind: 'body', name: named, rule: 'party/name-by-form' }
  if (headClass === 'body') return { parties: modifiers.length && possessor ? unique(modifiers) : [name.replace(/^(the|a|an|these|those|this)\s+/i, '')], kind: 'body', name, rule: 'party/body' }
  if (headClass === 'instrument') return { parties: context.voice === 'report' && memory.single ? memory.single.parties : context.parties, kind: 'instrument', name, rule: 'party/instrument' }
  return { parties: [], kind: from < to ? 'abstract' : 'none', name, rule: 'party/abstract' }
}

const lastWord = (ref: string): string => ref.slice(ref.lastIndexOf(' ') + 1)
const firstWord = (ref: string): string => ref.split(' ', 1)[0] ?? ref

/** In a text of two parties whose named officials are all of one side, an unknown official is of the other. */
function otherSide(context: Context, _memory: Memory): string | undefined {
  return context.voice === 'report' ? context.unseen : undefined
}
