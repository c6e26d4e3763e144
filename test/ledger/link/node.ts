import { read } from '../../../src/index.ts'
import { type Features, featuresOf } from '../../../src/ledger/link/features.ts'

/** What linking sees of the last statement of a text between Kenya and Norway; `date` tells texts apart. */
export function nodeOf(sentence: string, date = '2031-03-01', opening = 'Kenya and Norway held talks.'): Features {
  const text = `${opening} ${sentence}`
  const reading = read({ text, date, language: 'en' })
  const statement = reading.statements.at(-1)
  if (!statement) throw new Error(`nothing read in: ${sentence}`)
  const document = { id: date, hash: reading.hash, date }
  return featuresOf(statement, reading.hash, document, reading.parties, reading.statements.length)
}
