/** What may stand in a column of either database: PostgreSQL has no NUL in texts, and an index no entry of more than some 2,700 bytes. */

const LONGEST = 200
const ESCAPE = '\u{10ffff}'

/** A text for a column that is searched or sorted: well-formed, without NUL, short. Not for showing. */
export function plain(text: string): string {
  return wellFormed(text).replaceAll('\0', '\ufffd').slice(0, LONGEST)
}

/** A text without halves of surrogate pairs, each of which becomes U+FFFD: what is left has the same length, and the same hash as UTF-8. */
export function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
}

/** A well-formed text of any length for a column, so that `unpack` gives it back to the character. */
export function pack(text: string): string {
  return text.includes('\0') || text.includes(ESCAPE) ? text.replaceAll(ESCAPE, `${ESCAPE}1`).replaceAll('\0', `${ESCAPE}0`) : text
}

/** The text that was packed. */
export function unpack(column: string): string {
  return column.includes(ESCAPE) ? column.replaceAll(`${ESCAPE}0`, '\0').replaceAll(`${ESCAPE}1`, ESCAPE) : column
}
