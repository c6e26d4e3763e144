import type { Collation } from '../../compare/collate/nouns.ts'

/** The differences as CSV (RFC 4180): one line each, three columns a witness. A cell that a spreadsheet would run gets an apostrophe. */
export function* csvOf({ witnesses, differences }: Collation): Generator<string> {
  const columns = witnesses.flatMap(({ id }) => [`${id}: from`, `${id}: to`, id])
  yield line(['class', 'statements', 'note', 'likelier', 'why', ...columns])
  for (const one of differences) {
    const cells = one.spans.flatMap((span, k) =>
      span ? [span.from, span.to, witnesses[k]?.text.slice(span.from, span.to) ?? ''] : ['', '', ''],
    )
    const likelier = one.why ? (one.groups[0] ?? []).map((k) => witnesses[k]?.id ?? '').join('; ') : ''
    yield line([one.class, one.touches.join('; '), one.note, likelier, one.why ?? '', ...cells])
  }
}

const line = (cells: readonly (string | number)[]): string => `${cells.map(cell).join(',')}\r\n`

function cell(value: string | number): string {
  const text = String(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
