import type { Vocabulary } from '../lexicon/vocabulary.ts'
import type { Point } from '../model.ts'

/** The point that a sentence opens ("First, …", "The second is …"), or undefined. `text` is the sentence. */
export function pointOf(text: string, vocabulary: Vocabulary): Point | undefined {
  const words = text.slice(0, 60).toLowerCase().match(/\p{L}+|[,:;]/gu) ?? []
  const at = words.length && !vocabulary.ordinals.has(words[0] as string) ? 1 : 0
  const number = vocabulary.ordinals.get(words[at] ?? '')
  const after = words[at + 1] ?? ''
  const opens = at === 0 ? after === ',' || after === ':' || after === 'is' : after === 'is' || after === ','
  if (number === undefined || !opens) return undefined
  const stop = text.search(/[.;,:](?=\s|$)/)
  const label = at === 0 && stop < 12 ? text.slice(0, 60) : text.slice(0, stop > 0 ? stop : 60)
  return { number, label: label.replace(/\s+/g, ' ').trim() }
}
