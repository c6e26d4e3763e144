import { bundled } from './lexicon/bundled.ts'
import { CLEAR, languageToRead } from './lexicon/language.ts'
import { loadLexicon } from './lexicon/parse.ts'
import { Vocabulary } from './lexicon/vocabulary.ts'
import type { Reading, Source } from './model.ts'
import { readWith } from './read/read.ts'

export type * from './model.ts'

const vocabularies = new Map<string, Vocabulary>()

/** The vocabulary of a language that ships with Stocktake; undefined where there is none. Built once. */
export function vocabularyOf(language: string): Vocabulary | undefined {
  const tag = language.toLowerCase().split('-')[0] as string
  const known = vocabularies.get(tag)
  if (known) return known
  const files = bundled[tag]
  if (!files) return undefined
  const made = new Vocabulary(loadLexicon(tag, files.version, files.files))
  vocabularies.set(tag, made)
  return made
}

/** What a text is read as where nobody says its language, and what is said of that. English counts wherever the words are not clearly another's. */
function spoken(text: string): { readonly language: string; readonly note?: string } {
  const { tag, share, script } = languageToRead(text, 'en')
  const latin = script === undefined || script === 'Latin'
  if (tag === 'en' || (latin && (tag === 'und' || share < CLEAR))) return { language: 'en', note: 'language assumed: en' }
  return tag === 'und' ? { language: 'und' } : { language: tag, note: `language recognised: ${tag}` }
}

/**
 * Reads one text with the lexica that ship with Stocktake. Never throws on any text.
 * @param source the text as received; `language` decides the lexicon, without it the language is recognised, and the reading says which.
 */
export function read(source: Source): Reading {
  if (source.language) return readWith(source, vocabularyOf(source.language))
  const { language, note } = spoken(source.text)
  const reading = readWith(language === 'en' || language === 'und' ? source : { ...source, language }, vocabularyOf(language))
  return note ? { ...reading, notes: [...reading.notes, note] } : reading
}
