/** Tables of one language as parsed from `lexicon/<language>/*.tsv`: table name (path without `.tsv`) to rows. */
export interface Row {
  readonly [column: string]: string
}
export interface Lexicon {
  readonly language: string
  readonly version: string
  readonly tables: Readonly<Record<string, readonly Row[]>>
}
