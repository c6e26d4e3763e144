import { placesOf } from '../../ledger/draw.ts'
import type { Passage } from '../../ledger/nouns.ts'
import type { Store } from '../../store/store.ts'
import { CliError } from '../error.ts'

/**
 * The passage of a document that a quotation names: exact, or with other white space between its words. Throws `CliError` where the text
 * does not have it, or has it more than once and `from` does not say which.
 */
export async function passageOf(store: Store, id: string, quote: string, from: number | undefined): Promise<Passage> {
  const found = await store.document(id)
  if (!found) throw new CliError(`${id}: no document of the ledger has this id; add its text first`)
  const { document, text } = found
  const places = placesOf(text, quote)
  const chosen = from === undefined ? places : places.filter((span) => span.from === from)
  const [span] = chosen
  if (!span) {
    const where = from === undefined ? '' : ` at ${from}`
    throw new CliError(`--quote: does not stand in document ${document.id}${where}; give the words as they stand there`)
  }
  if (chosen.length > 1) {
    const starts = chosen.slice(0, 8).map((one) => one.from)
    throw new CliError(`--quote: stands ${chosen.length} times in document ${document.id}; say which with --at ${starts.join(', ')}`)
  }
  return { document: document.id, span, quote: text.slice(span.from, span.to) }
}
