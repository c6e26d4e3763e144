import { exportTable } from '../../lexicon/export-tables.ts'
import type { Row } from '../../lexicon/lexicon.ts'
import type { Statement } from '../../model.ts'

/** What the two schemes make of a statement. An empty code: that scheme has none, or none that is sure. */
export interface Codes {
  /** Class of the act, as `eventacts.tsv` names it; empty where the table does not know the act. */
  readonly act: string
  /** Event type of PLOVER. */
  readonly plover: string
  /** Its mode. */
  readonly mode: string
  /** Leaf or root of CAMEO. */
  readonly cameo: string
  /** PLOVER takes the other side as the source: who is visited, where the text says who hosts. */
  readonly turned: boolean
  /** One line: why there is no code, or what the code leaves open; empty where nothing is to be said. */
  readonly note: string
}

const cells = (row: Row, column: string): readonly string[] => (row[column] ? row[column].split('|') : [])

const acts = exportTable('eventacts').map((row) => ({
  klass: (row['id'] as string).replace(/-\d+$/, ''),
  forms: new Set(cells(row, 'forms')),
  with: cells(row, 'with'),
  topics: cells(row, 'topics'),
}))

/** The class of the act of a statement, by its verb, the words with it and its topics; empty where no row fits. */
function actClass({ act, quote, topics }: Statement): string {
  let words: Set<string> | undefined
  const known = acts.find((row) => {
    if (!row.forms.has(act)) return false
    if (row.topics.length && !row.topics.some((topic) => topics.includes(topic))) return false
    words ??= new Set(quote.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu))
    return row.with.length === 0 || row.with.some((word) => words?.has(word))
  })
  return known?.klass ?? ''
}

const codes = exportTable('eventcodes').map((row) => ({
  kinds: cells(row, 'kind'),
  forces: cells(row, 'force'),
  negated: row['negated'],
  rules: cells(row, 'rule'),
  klass: row['class'] as string,
  codes: { plover: row['plover'] as string, mode: row['mode'] as string, cameo: row['cameo'] as string, note: row['open'] as string },
  turned: row['turned'] === 'yes',
}))

/** The row of the reader's tables that decided the kind: `refuse-to` of `frame/refuse-to+list`. */
function ruleOf({ grounds }: Statement): string {
  const rule = grounds['kind']?.rule ?? ''
  return rule.slice(rule.indexOf('/') + 1).split('+')[0] as string
}

const within = (klass: string, wanted: string): boolean => wanted === '*' || klass === wanted || klass.startsWith(`${wanted}-`)

/** What PLOVER and CAMEO make of a statement, by the rows of `eventcodes.tsv`. Where no row fits there is no code, and the note says why. */
export function codesOf(statement: Statement): Codes {
  const act = actClass(statement)
  const rule = ruleOf(statement)
  const row = codes.find(
    ({ kinds, forces, negated, rules, klass }) =>
      kinds.includes(statement.kind) &&
      (forces.length === 0 || forces.includes(statement.force)) &&
      (negated === '' || (negated === 'yes') === (statement.negated === true)) &&
      (rules.length === 0 || rules.includes(rule)) &&
      within(act, klass),
  )
  if (row) return { act, ...row.codes, turned: row.turned }
  const note = act ? `no code for a ${statement.kind} of this act` : 'the act is not in the table of acts'
  return { act, plover: '', mode: '', cameo: '', turned: false, note: statement.negated ? `${note}, negated` : note }
}
