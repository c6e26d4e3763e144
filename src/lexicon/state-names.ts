import { events } from './events.bundled.ts'
import { readTable } from './parse.ts'

let names: ReadonlyMap<string, string> | undefined

/** English name of a state of the lexicon, by its two-letter code; undefined for any other party. */
export function stateName(party: string): string | undefined {
  names ??= new Map(readTable('statenames', events['en']?.files['statenames'] ?? 'id').map((row) => [row['id'] ?? '', row['name'] ?? '']))
  return names.get(party)
}
