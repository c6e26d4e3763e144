// What an assembly does by saying so, in a line that opens with the verb.
import { Flag } from '../../../lexicon/word.ts'
import { has } from '../groups.ts'
import type { Subject } from '../subject.ts'
import type { Sentence } from './sentence.ts'

/** A council, an assembly: what it says in a line, it does; not so an order or a plan, whose lines say what it holds. */
export const isAssembly = ({ kind, name }: Subject, { actors }: Sentence['vocabulary']): boolean =>
  kind !== 'instrument' && name.split(' ').some((word) => actors.get(word.toLowerCase()) === 'body')

/** "Appoints Kenya as chair;": what an assembly does; no heading ("Results of the vote"). */
export const decrees = ({ units, memory: { organ }, vocabulary }: Sentence, at: number): boolean =>
  organ !== undefined &&
  has(units[at], Flag.PRESENT) &&
  (!has(units[at], Flag.ALSO_NOUN) || has(units[at + 1], Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME)) &&
  isAssembly(organ, vocabulary)
