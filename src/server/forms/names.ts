import { partyCodes } from '../../lexicon/party-codes.ts'

/** Names that a field of a form gives, with commas between them. */
export const namesOf = (words: string): string[] =>
  words
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

const CODE = /^[A-Z]{2}$/

/** Parties that a field gives, by name or code: states by their codes, by which the ledger knows them; what names no state stays as it was typed. */
export function partiesOf(words: string): string[] {
  const found = namesOf(words).flatMap((one) => {
    const codes = partyCodes(one)
    return codes.length === 1 || codes.every((code) => CODE.test(code)) ? codes : [one]
  })
  return [...new Set(found)]
}
