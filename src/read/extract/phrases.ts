import type { Phrase } from '../../lexicon/phrases.ts'
import { Code, Flag } from '../../lexicon/word.ts'
import { toUnit, type Unit, unitAt } from '../recognise/units.ts'

/** Joins function words of several tokens ("as well as", "in order to") into one unit each, in place; longest first. */
export function joinPhrases(units: Unit[]): void {
  let out = 0
  for (let i = 0; i < units.length; i++, out++) {
    const unit = units[i] as Unit
    if (out < i) units[out] = unit
    if (unit.name) continue
    // "And that task force works": no clause stands before it
    if (i === 1 && (unit.flags & Flag.THAT) !== 0 && ((units[0] as Unit).flags & Flag.COORDINATOR) !== 0 && !units[2]?.name) {
      units[out] = toUnit(unit.from, unit.to, unit.word, unit.flags & ~(Flag.THAT | Flag.SUBORDINATOR), undefined)
      if (!standsAlone(units, i)) continue
    }
    if ((unit.flags & Flag.THAT) !== 0 && standsAlone(units, i)) {
      units[out] = toUnit(unit.from, unit.to, unit.word, (unit.flags & ~(Flag.THAT | Flag.SUBORDINATOR)) | Flag.PRONOUN, undefined)
      continue
    }
    const { phrases } = unit.word
    const phrase = phrases && phraseAt(units, i + 1, phrases)
    if (!phrase) continue
    const last = units[i + phrase.words.length] as Unit
    units[out] = toUnit(unit.from, last.to, phrase.word, phrase.word.flags, undefined)
    i += phrase.words.length
  }
  // setting the length calls out of compiled code, whether or not it changes
  while (units.length > out) units.pop()
}

function phraseAt(units: readonly Unit[], at: number, phrases: readonly Phrase[]): Phrase | undefined {
  for (const phrase of phrases) {
    const { words } = phrase
    let k = 0
    while (k < words.length && units[at + k]?.word.text === words[k]) k++
    if (k === words.length) return phrase
  }
  return undefined
}

/** ", and that is vital": after "and", where no relative clause goes on ("ports that are old and that are small"). */
function opensClause(units: readonly Unit[], i: number): boolean {
  if (((unitAt(units, i - 1)?.flags ?? 0) & Flag.COORDINATOR) === 0) return false
  for (let k = 0; k < i; k++) if (((units[k] as Unit).flags & (Flag.THAT | Flag.RELATIVE)) !== 0) return false
  return true
}

/** "We will do that, and …": before the end of a clause "that" is a pronoun and opens nothing. */
function standsAlone(units: readonly Unit[], i: number): boolean {
  const next = units[i + 1]
  if (next && (next.flags & (Flag.BE | Flag.MODAL | Flag.HAVE)) !== 0 && opensClause(units, i)) return true
  if (!next || (next.flags & (Flag.TERMINAL | Flag.COORDINATOR)) !== 0) return true
  return next.word.code === Code.COMMA && ((units[i + 2]?.flags ?? 0) & (Flag.COORDINATOR | Flag.PRONOUN)) !== 0
}
