import { exportTable } from './export-tables.ts'

let names: ReadonlyMap<string, string> | undefined

/** English name of a state of the lexicon, by its two-letter code; undefined for any other party. */
export function stateName(party: string): string | undefined {
  names ??= new Map(exportTable('statenames').map((row) => [row['id'] ?? '', row['name'] ?? '']))
  return names.get(party)
}
