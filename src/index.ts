import { bundled } from './lexicon/bundled.ts'
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

/** Latin letters make up at least half of the letters in the opening of the text. */
function looksLatin(text: string): boolean {
  const opening = text.slice(0, 4000)
  const letters = opening.match(/\p{L}/gu)?.length ?? 0
  return letters === 0 || (opening.match(/[A-Za-z\u00c0-\u024f]/g)?.length ?? 0) * 2 >= letters
}

/**
 * Reads one text with the lexica that ship with Stocktake. Never throws on any text.
 * @param source the text as received; `language` decides the lexicon, without it English is assumed for Latin script and the reading says so.
 */
export function read(source: Source): Reading {
  const language = source.language ?? (looksLatin(source.text) ? 'en' : 'und')
  const reading = readWith(source, vocabularyOf(language))
  return source.language || language === 'und' ? reading : { ...reading, notes: [...reading.notes, 'language assumed: en'] }
}
