import { Flag, VERB } from '../../lexicon/word.ts'
import type { Sighting, Sightings } from './sightings.ts'
import { damageWordsOf } from './vocabulary.ts'
import type { Mark, Whole } from './whole.ts'

const FINITE = Flag.MODAL | Flag.HAVE | Flag.BE | Flag.PAST | Flag.PRESENT
/** Each of the two parties of a report is named at least so often. */
const PARTY = 3

/**
 * A state that the text names once, standing where a party acts: put there by automatic links or translation. Sure where the sentence
 * has another subject beside it ("it X will", "R X will", "that X the two sides"); in a report between two or more parties also
 * where the foreign state alone promises something.
 */
export function markSpliced(whole: Whole, sightings: Sightings, mark: Mark): void {
  const parties = [...sightings.counts.values()].filter((count) => count >= PARTY).length
  const report = whole.report && parties >= 2 && whole.blocks.some((block) => block.dateline)
  sightings.list.forEach((sighting, i) => {
    if (sighting.entry.type !== 'state' || sightings.counts.get(sighting.state) !== 1) return
    const rule = sure(whole, i > 0 ? sightings.list[i - 1] : undefined, sighting)
      ? 'damage/spliced-name'
      : report && promises(whole, sighting)
        ? 'damage/spliced-actor'
        : ''
    if (rule)
      mark(
        sighting.from,
        sighting.to,
        rule,
        rule === 'damage/spliced-name' ? 'foreign name spliced in' : 'foreign name in the place of the actor',
      )
  })
}

function sure({ text, vocabulary, blocks, report }: Whole, previous: Sighting | undefined, { from, to, block }: Sighting): boolean {
  const next = wordAfter(text, to)
  const before = wordBefore(text, from, blocks[block]?.content ?? 0)
  const after = vocabulary.lookup(next).flags
  const acts = (after & FINITE) !== 0
  const last = vocabulary.lookup(before)
  if (acts && (last.kind === 'single' || last.kind === 'it') && last.flags & Flag.PRONOUN) return true
  if (last.flags & Flag.THAT && after & Flag.DETERMINER && !(after & Flag.CAPITAL) && (after & VERB) === 0) return true
  const state = previous?.to === from - 1 && text.charCodeAt(from - 1) === 32 && previous.entry.type === 'state'
  if (report && acts && afterPerson(vocabulary, before, after)) return true
  // "the EU X will": the same after a body of one word
  const adjacent =
    state ||
    vocabulary.names.get(before)?.some((entry) => entry.type === 'body' && entry.tokens.length === 1 && entry.parties.length > 0) === true
  return adjacent && (after & (Flag.MODAL | Flag.HAVE)) !== 0
}

/** "Minister Berg X underlined": after a capitalised word that is nothing but a name, before a past verb. */
function afterPerson(vocabulary: Whole['vocabulary'], before: string, after: number): boolean {
  const word = before[0] ?? ''
  return (
    word !== word.toLowerCase() &&
    before !== before.toUpperCase() &&
    (after & Flag.PAST) !== 0 &&
    !(after & Flag.ALSO_NOUN) &&
    vocabulary.names.get(before) === undefined &&
    vocabulary.nameHeads.get(before) === undefined &&
    (vocabulary.lookup(before.toLowerCase()).flags | vocabulary.lookup(before).flags) === Flag.CAPITAL &&
    !vocabulary.actors.has(before.toLowerCase())
  )
}

/** Stands as a subject, alone, before "will", "shall", "should" or "has agreed to". */
function promises({ text, vocabulary, blocks }: Whole, { from, to, block }: Sighting): boolean {
  const next = vocabulary.lookup(wordAfter(text, to))
  const start = blocks[block]?.content ?? 0
  const before = wordBefore(text, from, start)
  const flags = vocabulary.lookup(before).flags
  const opens = before === '' || (flags & (Flag.THAT | Flag.COORDINATOR)) !== 0
  if (!opens || (before !== '' && flags & Flag.COORDINATOR && !isClause(text, from, before))) return false
  if (next.flags & Flag.MODAL && next.kind !== 'can') return true
  const verb = wordAfter(text, to + 1 + wordAfter(text, to).length)
  return (next.flags & Flag.HAVE) !== 0 && damageWordsOf(vocabulary).of('agreed').has(verb)
}

/** "…, and X will": the coordinator joins clauses, not two states. */
const isClause = (text: string, from: number, before: string): boolean => text[from - before.length - 3] === ','

/** The word right after a space, '' where a mark or the end follows. */
function wordAfter(text: string, at: number): string {
  if (text.charCodeAt(at) !== 32) return ''
  let end = at + 1
  while (end < text.length && isLetter(text.charCodeAt(end))) end++
  return text.slice(at + 1, end)
}

/** The word before a space, '' at the start of a sentence or after a mark. */
function wordBefore(text: string, at: number, start: number): string {
  if (at - 1 <= start || text.charCodeAt(at - 1) !== 32) return ''
  let from = at - 1
  while (from > start && isLetter(text.charCodeAt(from - 1))) from--
  const word = text.slice(from, at - 1)
  return word === '' && text[at - 2] !== '.' ? ',' : word
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code >= 0xc0
