import type { Reading, Source, Statement } from '../src/model.ts'

const cue =
  /\b(?:will|shall|agreed?|agrees|pledged?|committed to|commits? to|undertakes?|undertook|decided to|intends? to|plans? to|resolved? to|promised?)\b|['’]ll\b/i

/**
 * The naive floor: every sentence with a word that promises is a commitment of nobody, force `intent`. What the
 * reader must be far above. Sentences end at a full stop, question or exclamation mark before a space, or at a line end.
 */
export function floorRead(source: Source): Reading {
  const { text } = source
  const statements: Statement[] = []
  let from = 0
  for (const match of text.matchAll(/[.?!](?=\s)|\n+|$/g)) {
    const to = match.index
    const raw = text.slice(from, to)
    const start = from + (raw.length - raw.trimStart().length)
    const quote = raw.trim()
    if (quote && cue.test(quote)) statements.push(statement(start, quote))
    from = to + match[0].length
  }
  const empty = { edits: [], segments: [], mentions: [], damage: [], rejections: [] }
  return { id: source.id ?? '', source: {}, hash: '', lexicon: 'floor', notes: [], parties: [], statements, ...empty }
}

const statement = (from: number, quote: string): Statement => ({
  id: `floor-${from}`,
  span: { from, to: from + quote.length },
  quote,
  kind: 'commitment',
  force: 'intent',
  parties: [],
  addressees: [],
  act: '',
  aspect: 'new',
  mechanisms: [],
  places: [],
  topics: [],
  precision: 0,
  grounds: {},
})
