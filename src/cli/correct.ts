import { checkCorrection } from '../ledger/correct.ts'
import type { Statement } from '../model.ts'
import { CliError } from './error.ts'
import { judge } from './judge.ts'
import { judging } from './open.ts'
import { usage } from './usage.ts'
import { verb } from './verb.ts'

const correctUsage = usage({
  verb: 'correct',
  calls: [['correct STATEMENT --field NAME --value VALUE', "a person's value for a field that was read wrongly"]],
  options: {
    field: { value: 'NAME', about: 'kind, force, parties, act, aspect, negated, deadline …, as the reading format names them' },
    value: { value: 'VALUE', about: 'text; a list with commas: CN, KZ; anything else as JSON' },
    none: { about: 'the field has no value' },
    ...judging,
  },
  after: 'The field is from then on known to be judged. withdraw takes the correction back.',
  words: [1, 1],
})

const lists: readonly string[] = ['parties', 'proposers', 'addressees', 'hedges', 'mechanisms', 'places', 'topics']
const plain: readonly string[] = ['kind', 'force', 'attribution', 'act', 'aspect', 'condition', 'doubt']

/** The verb `correct`. */
export const correctVerb = verb(correctUsage, async ({ words: [on = ''], values }) => {
  const { field, value, none } = values
  if (field === undefined || (value === undefined) === !none)
    throw new CliError(
      `correct: ${field === undefined ? '--field is missing' : 'wants one of --value and --none'}; see stocktake correct --help`,
    )
  const meant = none ? null : fieldValue(field, value ?? '')
  const wrong = checkCorrection(field, meant)
  if (wrong) throw new CliError(`correct: ${wrong}`)
  return judge(values, async () => ({ bodies: [{ type: 'correction', on, field: field as keyof Statement, value: meant }] }))
})

/** What the words of a call mean for a field: text, a list, or JSON. */
export function fieldValue(field: string, words: string): unknown {
  if (plain.includes(field)) return words
  if (lists.includes(field) && !words.startsWith('['))
    return words
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean)
  try {
    return JSON.parse(words)
  } catch {
    return words
  }
}
