import type { LedgerRow } from './props.ts'

/** A column of the ledger: its name in addresses and files, what people call it, the field of a row that it shows. */
export interface LedgerColumn {
  readonly name: string
  readonly label: string
  readonly field: keyof LedgerRow
}

/** Every column that the ledger has, in the order of a file that nobody chose columns for. */
export const columns: readonly LedgerColumn[] = [
  { name: 'id', label: 'Id', field: 'id' },
  { name: 'standing', label: 'Standing', field: 'standing' },
  { name: 'label', label: 'Undertaking', field: 'label' },
  { name: 'kind', label: 'Kind', field: 'kind' },
  { name: 'force', label: 'Force', field: 'force' },
  { name: 'parties', label: 'Parties', field: 'parties' },
  { name: 'first', label: 'First said', field: 'first' },
  { name: 'last', label: 'Last said', field: 'last' },
  { name: 'due', label: 'Due', field: 'due' },
  { name: 'statements', label: 'Statements', field: 'statements' },
  { name: 'texts', label: 'Texts', field: 'documents' },
  { name: 'topics', label: 'Topics', field: 'topics' },
  { name: 'mechanisms', label: 'Mechanisms', field: 'mechanisms' },
  { name: 'places', label: 'Places', field: 'places' },
  { name: 'programme', label: 'Programme', field: 'programme' },
  { name: 'direction', label: 'Direction', field: 'direction' },
  { name: 'evidence', label: 'Evidence', field: 'evidence' },
  { name: 'scores', label: 'Scores', field: 'scores' },
]

/** The columns of the page, and those of a file, where the address names none. */
export const shownAtFirst: readonly string[] = ['standing', 'label', 'force', 'last', 'due', 'texts']
export const filedAtFirst: readonly string[] = columns.slice(0, 11).map(({ name }) => name)

/** Columns by their names, in that order; `otherwise` where none is named. */
export function columnsNamed(names: readonly string[], otherwise: readonly string[]): LedgerColumn[] {
  return (names.length ? names : otherwise).flatMap((name) => columns.find((one) => one.name === name) ?? [])
}
