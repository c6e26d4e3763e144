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

/** Every place of a text where the words of a quotation stand, whatever white space is between them. */
export function placesOf(text: string, quote: string): { from: number; to: number }[] {
  const words = quote.split(/\s+/).filter(Boolean)
  const [first] = words
  const places: { from: number; to: number }[] = []
  if (first === undefined) return places
  for (let from = text.indexOf(first); from >= 0; from = text.indexOf(first, from + 1)) {
    const to = endOf(text, from, words)
    if (to !== undefined) places.push({ from, to })
  }
  return places
}

const blank = /\s/

function endOf(text: string, from: number, words: readonly string[]): number | undefined {
  let at = from
  for (const [i, word] of words.entries()) {
    const start = at
    if (i) while (at < text.length && blank.test(text[at] as string)) at++
    if (i && at === start) return undefined
    if (!text.startsWith(word, at)) return undefined
    at += word.length
  }
  return at
}
