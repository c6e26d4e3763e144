import { languageOf, scriptOf } from '../../lexicon/language.ts'
import { CLOSED_CLASS, Flag } from '../../lexicon/word.ts'
import type { Foreign, Span } from '../../model.ts'
import type { Tokens } from '../tokens.ts'

/** Words of the closed classes, without marks. */
const CLOSED_WORD = CLOSED_CLASS & ~Flag.PUNCTUATION

/** The script of the languages that have a lexicon. */
const HOME = 'Latin'
/** Letters of another script that make a stretch foreign; below them it is a name. */
const LEAST = 20
/** Words of a sentence below which its language in the script of the lexicon is not told: a name of an office may be as long. */
const WORDS = 6
/** Share of closed-class words of the lexicon from which a sentence is taken for its language without being looked at. */
const OWN = 0.2
/** Words that must speak for the other language, and their share: a name has two, and a sentence with names in it few for its length. */
const SPEAKING = 3
const DENSE = 0.25
/** How far a language must be ahead of the text's own. */
const AHEAD = 0.5

/**
 * The language of a sentence where it is not that of the lexicon: by its script, or, in the same script, by having hardly any of the
 * lexicon's closed-class words and clearly those of another language. Undefined for all others, and wherever it is unsure.
 * @param tokens words of the sentence from `start` to `end`
 */
export function foreignTongue(text: string, tokens: Tokens, start: number, end: number, home: string): string | undefined {
  let own = 0
  for (let i = start; i < end; i++) if (((tokens.word[i]?.flags ?? 0) & CLOSED_WORD) !== 0) own++
  if (own >= (end - start) * OWN) return undefined
  const stretch = text.slice(tokens.from[start], tokens.to[end - 1])
  const { script, letters } = scriptOf(stretch)
  if (letters < LEAST) return undefined
  if (script === HOME && end - start < WORDS) return undefined
  const { tag, share, evidence } = languageOf(stretch, home)
  if (script !== HOME) return tag
  if (tag === 'und' || tag === home || share < AHEAD || !evidence) return undefined
  return evidence.words >= SPEAKING && evidence.words >= evidence.of * DENSE ? tag : undefined
}

/** Stretches that only white space keeps apart are one where they are in one language. @param text as received */
export function joinForeign(found: readonly Foreign[], text: string): Foreign[] {
  const joined: Foreign[] = []
  for (const one of [...found].sort((a, b) => a.span.from - b.span.from)) {
    const last = joined.at(-1)
    if (last && one.span.from <= last.span.to && one.span.to <= last.span.to) continue
    if (last && last.language === one.language && /^\s*$/.test(text.slice(last.span.to, one.span.from)))
      joined[joined.length - 1] = { span: { from: last.span.from, to: one.span.to }, language: last.language }
    else joined.push(one)
  }
  return joined
}

/** Whether a span touches any of the foreign stretches, which are sorted and disjoint. */
export function inForeign(foreign: readonly Foreign[], { from, to }: Span): boolean {
  return foreign.some(({ span }) => span.from < to && from < span.to)
}
