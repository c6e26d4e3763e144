import { stateName } from '../lexicon/state-names.ts'

/** How many parties a note names before it counts the others. */
const NAMED = 6

/** Parties as people write them: "Kenya, Nepal"; states by name and not by code, of many the first six and how many more. */
export function partiesInWords(parties: readonly string[]): string {
  const names = parties.map((party) => stateName(party) ?? party)
  return names.length > NAMED ? `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more` : names.join(', ')
}
