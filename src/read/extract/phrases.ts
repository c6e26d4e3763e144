import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { Code, Flag } from '../../lexicon/word.ts'
import type { Unit } from '../recognise/units.ts'

/** Joins function words of several tokens ("as well as", "in order to") into one unit each, in place; longest first. */
export function joinPhrases(units: Unit[], vocabulary: Vocabulary): void {
  let out = 0
  for (let i = 0; i < units.length; i++, out++) {
    const unit = units[i] as Unit
    units[out] = unit
    if (unit.name) continue
    if ((unit.flags & Flag.THAT) !== 0 && standsAlone(units, i)) {
      units[out] = { ...unit, flags: (unit.flags & ~(Flag.THAT | Flag.SUBORDINATOR)) | Flag.PRONOUN }
      continue
    }
    const list = vocabulary.phrases.get(unit.word.text)
    const phrase = list?.find(({ words }) => words.every((word, k) => units[i + 1 + k]?.word.text === word))
    if (!phrase) continue
    const last = units[i + phrase.words.length] as Unit
    units[out] = { from: unit.from, to: last.to, word: phrase.word, flags: phrase.word.flags }
    i += phrase.words.length
  }
  units.length = out
}

/** "We will do that, and …": before the end of a clause "that" is a pronoun and opens nothing. */
function standsAlone(units: readonly Unit[], i: number): boolean {
  const next = units[i + 1]
  if (!next || (next.flags & (Flag.TERMINAL | Flag.COORDINATOR)) !== 0) return true
  return next.word.code === Code.COMMA && ((units[i + 2]?.flags ?? 0) & (Flag.COORDINATOR | Flag.PRONOUN)) !== 0
}
