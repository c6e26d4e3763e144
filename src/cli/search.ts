import { nameOf } from '../ledger/documents.ts'
import type { Hit } from '../store/types.ts'
import { CliError } from './error.ts'
import { harmless } from './harmless.ts'
import { plural, styleOf, under } from './layout.ts'
import { bold, dim } from './marks.ts'
import { showing, withStore } from './open.ts'
import { writeJson, writeLines } from './output.ts'
import { type Screen, screen } from './screen.ts'
import { usage, whole } from './usage.ts'
import { verb } from './verb.ts'

const searchUsage = usage({
  verb: 'search',
  calls: [['search WORDS...', 'statements, texts and notes of the ledger with all these words']],
  options: { limit: { value: 'COUNT', about: 'how many, 1 to 1000; 20 without it', check: whole(1, 1000, 'count') }, ...showing },
  after: 'Exit code: 0, 1 where nothing was found.',
  words: [1, Number.POSITIVE_INFINITY],
})

/** The verb `search`. JSON: `{hits, more}`. */
export const searchVerb = verb(searchUsage, async ({ words, values }) => {
  const text = words.join(' ').trim()
  if (!text) throw new CliError('search: no word given; say what to look for')
  return withStore(values.ledger, { readOnly: true }, async (store) => {
    const { hits, more } = await store.search(text, { limit: Number(values.limit ?? 20) })
    if (values.json) await writeJson({ hits, more })
    else {
      await writeLines(hits.flatMap((hit) => [...hitLines(hit, screen(values)), '']))
      await writeLines([
        hits.length
          ? `${plural(hits.length, 'hit')}${more ? ', and more: --limit' : ''}`
          : 'nothing found: all words must stand in one statement, text or note; try fewer',
      ])
    }
    return hits.length ? 0 : 1
  })
})

/** A hit: the words in their document, and the undertaking that they belong to. */
function hitLines({ kind, document, span, quote, said, node, undertaking, judgement }: Hit, drawn: Screen): string[] {
  const style = styleOf(drawn)
  const noted = judgement && [`note on ${undertaking}`, judgement.by, judgement.at.slice(0, 10)]
  const published = noted ?? (document ? [nameOf(document), document.publisher, document.date] : ['declared by a programme'])
  const of = undertaking === undefined || undertaking === node ? '' : ` · of ${undertaking}`
  const where = judgement
    ? `${judgement.type} ${judgement.id}`
    : kind === 'text'
      ? `document ${document?.id} at ${span?.from}`
      : `${node}${of}`
  const who = said ? [said.parties.join(', '), said.force === 'none' ? said.kind : `${said.kind}, ${said.force}`] : []
  return [
    ...under([[harmless(published.filter(Boolean).join(', ')), bold]], drawn.width, style, 2),
    ...under([[kind === 'entry' ? harmless(quote) : `“${harmless(quote)}”`]], drawn.width, style, 4),
    ...under([[harmless([...who, where].filter(Boolean).join(' · ')), dim]], drawn.width, style, 4),
  ]
}
