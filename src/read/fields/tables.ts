import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import type { Vocabulary as TimeVocabulary } from '../recognise/times/cells.ts'
import { compileVocabulary } from '../recognise/times/vocabulary.ts'
import { compilePhrases, type Phrases } from './phrases.ts'

/** The tables of a language as the fields of a statement need them. */
export interface FieldTables {
  readonly times: TimeVocabulary
  readonly hedges: Phrases
  readonly conditions: Phrases
  readonly topics: Phrases
  readonly general: Phrases
}

/** Classes of times.tsv and units.tsv that can open a time or a quantity; a stretch without a word of theirs and without a digit is skipped. */
const triggers = new Set([
  'month', 'month-weak', 'weekday', 'unit', 'units', 'season', 'season-weak', 'rel', 'vague', 'vague-adverb', 'moment', 'moment-weak',
  'frequency', 'times', 'feast', 'trigger', 'number', 'scale', 'percent', 'currency-before', 'goal',
])

const made = new WeakMap<Vocabulary, FieldTables>()

/** The compiled tables of a vocabulary. A memo: the same vocabulary always gives the same tables. */
export function tablesOf(vocabulary: Vocabulary): FieldTables {
  const known = made.get(vocabulary)
  if (known) return known
  const tables: FieldTables = {
    times: compileVocabulary([...vocabulary.rows('times'), ...vocabulary.rows('units')], triggers),
    hedges: compilePhrases(vocabulary.rows('hedges')),
    conditions: compilePhrases(vocabulary.rows('conditions')),
    topics: compilePhrases(vocabulary.rows('topics')),
    general: compilePhrases(vocabulary.rows('general')),
  }
  made.set(vocabulary, tables)
  return tables
}
