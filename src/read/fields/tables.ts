import type { Row } from '../../lexicon/lexicon.ts'
import { timeTables } from '../../lexicon/timewords.ts'
import { fieldTables, type Vocabulary } from '../../lexicon/vocabulary.ts'
import type { Vocabulary as TimeVocabulary } from '../recognise/times/cells.ts'
import { compileVocabulary } from '../recognise/times/vocabulary.ts'
import { compilePhrases, type Phrases } from './phrases.ts'

/** The tables of a language as the fields of a statement need them. */
export interface FieldTables {
  readonly times: TimeVocabulary
  /** Hedges, conditions, topics and the words around names, by their class. */
  readonly phrases: Phrases
  /** Acts that are about states without being towards them: "discuss". */
  readonly silent: ReadonlySet<string>
  /** Acts that give something to another: "send". */
  readonly giving: ReadonlySet<string>
  /** Topics in the order of the codebook. */
  readonly topics: ReadonlyMap<string, number>
}

/** The topics of the codebook, in its order. */
const topics = [
  'politics',
  'security',
  'trade',
  'investment',
  'transport',
  'energy',
  'digital',
  'science',
  'environment',
  'agriculture',
  'health',
  'education',
  'culture',
  'media',
  'people-to-people',
  'consular',
  'law',
  'human-rights',
  'sport',
  'development',
  'multilateral',
  'territory',
  'space',
  'finance',
  'humanitarian',
]

const formsOf = (rows: readonly Row[], cls: string): ReadonlySet<string> =>
  new Set(rows.filter((row) => row['class'] === cls).flatMap((row) => (row['forms'] ?? '').split('|')))

const made = new WeakMap<Vocabulary, FieldTables>()

/** The compiled tables of a vocabulary. A memo: the same vocabulary always gives the same tables. */
export function tablesOf(vocabulary: Vocabulary): FieldTables {
  const known = made.get(vocabulary)
  if (known) return known
  const rows = fieldTables.flatMap((table) => vocabulary.rows(table))
  const tables: FieldTables = {
    times: compileVocabulary(timeTables.flatMap((table) => vocabulary.rows(table))),
    phrases: compilePhrases(rows),
    silent: formsOf(rows, 'act-about'),
    giving: formsOf(rows, 'act-giving'),
    topics: new Map(topics.map((topic, i) => [topic, i])),
  }
  made.set(vocabulary, tables)
  return tables
}
