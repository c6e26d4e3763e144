import { nameOf } from '../../ledger/documents.ts'
import type { Place } from '../../model.ts'
import type { OriginalFound } from '../../server/pages/received.ts'
import type { DocumentFound, ReceiptFound } from '../../store/types.ts'
import { harmless } from '../harmless.ts'
import { block, plural, styleOf, under } from '../layout.ts'
import { bold, dim, markOf } from '../marks.ts'
import type { Screen } from '../screen.ts'

/** A document of the ledger: what it is, and each statement with its undertaking. */
export function* documentLines(
  { document, text, statements, away, recasts, accepted }: DocumentFound,
  original: OriginalFound | undefined,
  screen: Screen,
): Generator<string> {
  const style = styleOf(screen)
  yield* under([[harmless(nameOf(document)), bold]], screen.width, style, 0)
  const about = [document.publisher, document.date, document.url, document.language, `document ${document.id}`, `${text.length} characters`]
  yield* under([[harmless(about.filter(Boolean).join(' · ')), dim]], screen.width, style, 0)
  if (original) yield* under([[harmless(receiptLine(original.receipt)), dim]], screen.width, style, 0)
  for (const [i, { statement, undertaking }] of statements.entries()) {
    yield ''
    const who = statement.parties.length ? statement.parties.join(', ') : '(nobody named)'
    yield* block(
      markOf(statement.kind, statement.force),
      [[harmless(who), bold], [' → '], [harmless(statement.act), bold]],
      screen.width,
      style,
    )
    yield* under([[`“${harmless(statement.quote)}”`]], screen.width, style)
    const place = original?.places?.[i]
    if (place) yield* under([[harmless(placeLine(place)), dim]], screen.width, style)
    const drawn = recasts.find(({ id }) => statement.grounds['span']?.rule === `judged/${id}`)
    const word = [drawn && ` · drawn by ${drawn.by}`, accepted.has(statement.id) && ` · accepted by ${accepted.get(statement.id)?.by}`]
    const where = undertaking === statement.id ? '' : ` · of ${undertaking}`
    yield* under([[harmless(`${statement.id}${where}${word.filter(Boolean).join('')}`), dim]], screen.width, style)
  }
  for (const { statement, by } of away) {
    yield ''
    const what = by.drawn.length === 0 ? 'refused' : by.away.length > 1 ? 'joined with others' : 'split or replaced'
    yield* under([[harmless(`${what} by ${by.by}${by.reason ? ` (${by.reason})` : ''}: “${statement.quote}”`), dim]], screen.width, style)
    yield* under([[harmless(`${statement.id} · judgement ${by.id}`), dim]], screen.width, style)
  }
  yield ''
  yield style(bold, plural(statements.length, 'statement'))
}

/** What the ledger has of the document as received. */
function receiptLine({ form, type, encoding, size, hash }: ReceiptFound): string {
  const kept = size === undefined ? 'not kept' : plural(size, 'byte')
  return ['original', form, type?.split(';')[0], encoding, kept, `SHA-256 ${hash}`].filter(Boolean).join(' · ')
}

/** Where in the original a statement stands. */
function placeLine(place: Place): string {
  if (place.form === 'pdf') return `original: page ${place.page}${place.toPage === undefined ? '' : ` to ${place.toPage}`}`
  const { value, refinedBy } = place.selector
  return `original: ${value}, characters ${refinedBy.start}-${refinedBy.end}`
}
