import { join } from 'node:path'
import type { Reading } from '../src/model.ts'
import { type GoldDocument, genres, heldBack, jsonLines, metadata } from './gold.ts'
import type { Read } from './reader.ts'
import { addTallies, scoreDocument, type Tally } from './score.ts'

/** The sets of whole documents, by name. */
export const sets = ['statements', 'composed'] as const
export type SetName = (typeof sets)[number]

/** One gold document with what was read in it. */
export interface Scored {
  readonly set: SetName
  readonly doc: GoldDocument
  readonly genre: string
  readonly held: boolean
  readonly reading: Reading
  readonly tally: Tally
}

/** Path of a gold set. */
export const goldPath = (shared: string, set: SetName): string => join(shared, 'gold', `${set}.dev.jsonl`)

/** Scores any producer of readings over both sets; `withMetadata` also gives it title, date and publisher. */
export function scoreSets(shared: string, read: Read, withMetadata = false): Scored[] {
  const genre = genres()
  const held = heldBack()
  return sets.flatMap((set) =>
    jsonLines<GoldDocument>(goldPath(shared, set)).map((doc) => {
      const extra = withMetadata ? metadata(shared, doc.id) : {}
      const reading = read({ id: doc.id, text: doc.text, ...extra })
      const tally = scoreDocument(doc, reading.statements, reading.damage)
      return { set, doc, genre: genre(doc.id), held: held.has(doc.id), reading, tally }
    }),
  )
}

/** Sum over the documents that `keep` accepts. */
export const total = (scored: readonly Scored[], keep: (one: Scored) => boolean = () => true): Tally =>
  addTallies(scored.filter(keep).map((one) => one.tally))
