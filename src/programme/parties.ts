import { bundled } from '../lexicon/bundled.ts'
import { partyIds } from '../lexicon/name-index.ts'
import { NAMES } from '../lexicon/parse.ts'

let known: ReadonlySet<string> | undefined

/** Codes of the states and bodies that the lexica know, of every language. */
export function knownParties(): ReadonlySet<string> {
  known ??= new Set(Object.values(bundled).flatMap(({ files }) => [...partyIds(files[NAMES] ?? '')]))
  return known
}
