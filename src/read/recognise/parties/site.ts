import type { Vocabulary } from '../../../lexicon/vocabulary.ts'
import type { Context } from '../../context.ts'
import type { Unit } from '../units.ts'
import type { Memory, Subject } from './memory.ts'
import type { PartyWords } from './words.ts'

/** Where a noun phrase is resolved, and against what. */
export interface Site {
  readonly units: readonly Unit[]
  readonly context: Context
  readonly memory: Memory
  readonly vocabulary: Vocabulary
  readonly words: PartyWords
  readonly text: string
}

/** Looks a key up in the memory of the reading, then in the register of the whole text. */
export function find(
  near: ReadonlyMap<string, Subject> | undefined,
  far: ReadonlyMap<string, Subject> | undefined,
  key: string,
): Subject | undefined {
  return near?.get(key) ?? far?.get(key)
}

/** Rules by which the two sides of the meeting told of last are meant. */
const MEETING = new Set(['party/they', 'party/both-sides', 'party/of-the-parties', 'party/two-officials', 'party/each-side'])

/** Rule of "the members of the Council": the body, and "they" later. */
export const MEMBERS = 'party/members-of'

/** The side that speaks, in a text where one side does. */
export function speakerOf({ context, memory }: Site): Subject | undefined {
  return context.voice === 'report' ? memory.speaker : undefined
}

/** The sides of the text together; by some rules those of the meeting that was told of last. */
export function together({ context, memory }: Site, name: string, rule: string): Subject {
  return { parties: (MEETING.has(rule) ? memory.meeting : undefined) ?? context.parties, kind: 'joint', name, rule }
}
