import { cell } from '../../export/csv/cell.ts'
import type { Row } from '../../store/types.ts'
import { harmless } from '../harmless.ts'
import { block, plural, styleOf, under } from '../layout.ts'
import { bold, dim, markOf, standings } from '../marks.ts'
import type { Screen } from '../screen.ts'

/**
 * Undertakings of a list, one block each: force, label, then who, standing, wordings, days, id. Where the last text is later than the day asked for, the day from which its
 * force holds is said.
 */
export function* rowLines(rows: readonly Row[], screen: Screen, asOf?: string): Generator<string> {
  const style = styleOf(screen)
  for (const row of rows) {
    const [sign, word, code] = standings[row.standing]
    const who = row.parties.length ? row.parties.join(', ') : '(nobody named)'
    yield* block(markOf(row.kind, row.force), [[harmless(row.label), bold]], screen.width, style)
    yield* under([[`${harmless(who)} · `], [`${sign} ${word}`, code], [` · ${facts(row, asOf)}`, dim]], screen.width, style)
    yield* under([[harmless(row.id), dim]], screen.width, style)
  }
}

function facts(row: Row, asOf: string | undefined): string {
  const days = row.first === row.last ? (row.first ?? 'no date') : `${row.first ?? '?'} to ${row.last ?? '?'}`
  return [
    row.statements ? `${plural(row.statements, 'wording')} in ${plural(row.documents, 'text')}` : 'no wording yet',
    days,
    ...(asOf !== undefined && row.force !== 'none' && (row.last ?? '') > asOf ? [`${row.force} from ${row.last} on, after ${asOf}`] : []),
    ...(row.due ? [`due ${row.due}`] : []),
    ...(row.evidence ? [plural(row.evidence, 'piece of evidence', 'pieces of evidence')] : []),
    ...(row.scores ? [plural(row.scores, 'score')] : []),
  ].join(' · ')
}

const columns = [
  'id',
  'label',
  'kind',
  'force',
  'parties',
  'standing',
  'first',
  'last',
  'due',
  'statements',
  'documents',
  'evidence',
  'scores',
  'topics',
  'mechanisms',
  'programme',
  'direction',
] as const satisfies readonly (keyof Row)[]

export const rowsHeader = `${columns.join(',')}\r\n`

/** One undertaking as a line of CSV. */
export const rowCsv = (row: Row): string => `${columns.map((name) => cell(row[name])).join(',')}\r\n`
