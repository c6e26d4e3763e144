import type { LedgerRow } from './props.ts'

/** A column of the ledger: its name in addresses, CSV and JSON, what people call it, the field of a row that it shows, its width in a workbook. */
export interface LedgerColumn {
  readonly name: string
  readonly label: string
  readonly field: keyof LedgerRow
  /** In letters. */
  readonly width: number
}

/** Every column that the ledger has, in the order of a file that nobody chose columns for. */
export const columns: readonly LedgerColumn[] = [
  { name: 'id', label: 'Id', field: 'id', width: 28 },
  { name: 'standing', label: 'Standing', field: 'standing', width: 14 },
  { name: 'label', label: 'What is said', field: 'label', width: 60 },
  { name: 'kind', label: 'Kind', field: 'kind', width: 12 },
  { name: 'force', label: 'Force', field: 'force', width: 10 },
  { name: 'parties', label: 'Parties', field: 'parties', width: 20 },
  { name: 'first', label: 'First said', field: 'first', width: 12 },
  { name: 'last', label: 'Last said', field: 'last', width: 12 },
  { name: 'due', label: 'Due', field: 'due', width: 12 },
  { name: 'statements', label: 'Statements', field: 'statements', width: 12 },
  { name: 'texts', label: 'Texts', field: 'documents', width: 8 },
  { name: 'topics', label: 'Topics', field: 'topics', width: 24 },
  { name: 'mechanisms', label: 'Mechanisms', field: 'mechanisms', width: 28 },
  { name: 'places', label: 'Places', field: 'places', width: 24 },
  { name: 'programme', label: 'Programme', field: 'programme', width: 18 },
  { name: 'direction', label: 'Direction', field: 'direction', width: 18 },
  { name: 'evidence', label: 'Evidence', field: 'evidence', width: 10 },
  { name: 'scores', label: 'Scores', field: 'scores', width: 8 },
]

/** The columns of the page, and those of a file, where the address names none. */
export const shownAtFirst: readonly string[] = ['standing', 'label', 'force', 'last', 'due', 'texts']
export const filedAtFirst: readonly string[] = columns.slice(0, 11).map(({ name }) => name)

/** Columns by their names, in that order; `otherwise` where none is named. */
export function columnsNamed(names: readonly string[], otherwise: readonly string[]): LedgerColumn[] {
  return (names.length ? names : otherwise).flatMap((name) => columns.find((one) => one.name === name) ?? [])
}
