import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { toUnit, type Unit } from '../recognise/units.ts'

/** Joins function words of several tokens ("as well as", "in order to") into one unit each, in place; longest first. */
export function joinPhrases(units: Unit[], vocabulary: Vocabulary): void {
  let out = 0
  for (let i = 0; i < units.length; i++, out++) {
    const unit = units[i] as Unit
    units[out] = unit
    if (unit.name) continue
    const list = vocabulary.phrases.get(unit.word.text)
    const phrase = list?.find(({ words }) => words.every((word, k) => units[i + 1 + k]?.word.text === word))
    if (!phrase) continue
    const last = units[i + phrase.words.length] as Unit
    units[out] = toUnit(unit.from, last.to, phrase.word, phrase.word.flags, undefined)
    i += phrase.words.length
  }
  units.length = out
}
