/** Tables of one language as parsed from `lexicon/<language>/*.tsv`: table name (path without `.tsv`) to rows. */
export interface Row {
  readonly [column: string]: string
}
export interface Lexicon {
  readonly language: string
  readonly version: string
  /** The names of the tables, packed by `indexNames`; made from the tables where it is absent. */
  readonly names?: string
  readonly tables: Readonly<Record<string, readonly Row[]>>
}
