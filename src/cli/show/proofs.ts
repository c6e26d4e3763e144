import type { Document, Of, Page } from '../../ledger/nouns.ts'
import type { Scored } from '../../ledger/score/versions.ts'
import { harmless } from '../harmless.ts'
import { block, styleOf, under } from '../layout.ts'
import { bold, dim, showings } from '../marks.ts'
import type { Screen } from '../screen.ts'

/** Columns before the words of a piece of evidence: "contradicts" is the longest mark. */
const wide = 17

/** Evidence in order of the deeds, undated last; one block a piece: what it shows, when, how sure, the words or the paraphrase, the source. */
export function* evidenceLines(
  evidence: readonly Of<'evidence'>[],
  documents: ReadonlyMap<string, Document>,
  screen: Screen,
): Generator<string> {
  const style = styleOf(screen)
  for (const one of [...evidence].sort((a, b) => ((a.date ?? '~') < (b.date ?? '~') ? -1 : a.date === b.date ? 0 : 1))) {
    const head = [
      one.date ?? 'no date',
      `certainty ${one.certainty}`,
      one.unverified ? 'not checked against its page' : '',
      one.parties?.join(', '),
    ]
    yield* block(showings[one.shows], [[harmless(head.filter(Boolean).join(' · '))]], screen.width, style, wide)
    if (one.passage) {
      const document = documents.get(one.passage.document)
      yield* under([[`“${harmless(one.passage.quote)}”`]], screen.width, style, wide)
      yield* under(
        [[harmless([document?.title, document?.publisher, document?.date, one.passage.document].filter(Boolean).join(', ')), dim]],
        screen.width,
        style,
      )
    }
    if (one.page) yield* pageLines(one.page, screen)
    if (one.observation)
      yield* under([[harmless(`value of series ${one.observation.series} for ${one.observation.period}`)]], screen.width, style, wide)
    if (one.note) yield* under([[harmless(one.note), dim]], screen.width, style, wide)
    yield* under([[harmless(`${one.id} · by ${one.by}, ${one.at.slice(0, 10)}`), dim]], screen.width, style, wide)
  }
}

function* pageLines({ paraphrase, publisher, date, url, via }: Page, screen: Screen): Generator<string> {
  const style = styleOf(screen)
  yield* under([[harmless(paraphrase)]], screen.width, style, wide)
  const source = [publisher, date, url, via].filter(Boolean).join(', ')
  if (source) yield* under([[harmless(source), dim]], screen.width, style, wide)
}

/** Searches that found nothing. */
export function* searchLines(searches: readonly Of<'search'>[], screen: Screen): Generator<string> {
  const style = styleOf(screen)
  for (const { id, by, at, party, where, query, until } of searches) {
    const words = `${party ? `${party} · ` : ''}${where.join(', ')} searched for “${query}”, up to ${until}`
    yield* block(['∅', 'not found', '33'], [[harmless(words)]], screen.width, style, wide)
    yield* under([[harmless(`${id} · by ${by}, ${at.slice(0, 10)}`), dim]], screen.width, style, wide)
  }
}

/** Guidelines: the window and what counts as what. */
export function* guidelineLines(guidelines: readonly Of<'guideline'>[], screen: Screen): Generator<string> {
  const style = styleOf(screen)
  for (const { id, by, at, window, parties, full, partial, none, contrary } of guidelines) {
    const head = `guideline · ${window.from} to ${window.to ?? 'open, no end set'}${parties?.length ? ` · ${parties.join(', ')}` : ''}`
    yield* under([[harmless(head)]], screen.width, style, 2)
    const steps: (readonly [string, string | undefined])[] = [
      ['+1', full],
      [' 0', partial],
      ['-1', none],
      ['-1', contrary && `contrary: ${contrary}`],
    ]
    for (const [value, words] of steps) if (words) yield* block([value, '', bold], [[harmless(words)]], screen.width, style, 8)
    yield* under([[harmless(`${id} · by ${by}, ${at.slice(0, 10)}`), dim]], screen.width, style, 2)
  }
}

/** A value of a score as people write it: `+1`, `0`, `-1`, `not applicable`. */
export const valueWords = (value: Of<'score'>['value'] | undefined): string =>
  value === undefined ? 'none' : typeof value === 'number' ? (value > 0 ? '+1' : String(value)) : value.replace('-', ' ')

/** Scores, a block a party: the value that counts, how it came to be, who coded what. */
export function* scoreLines({ parties, refused }: Scored, screen: Screen): Generator<string> {
  const style = styleOf(screen)
  for (const score of parties) {
    const stage = score.stage === undefined ? '' : ` · stage ${score.stage} of 3`
    yield* block(
      ['', score.party, bold],
      [[valueWords(score.value), bold], [`${stage} · ${score.state}${score.interim ? ' · may still change: the window is open' : ''}`]],
      screen.width,
      style,
    )
    for (const one of [score.first, score.second, score.adjudication])
      if (one) {
        const why = one.reason ? `: ${one.reason}` : ''
        yield* under(
          [[harmless(`${one.role}: ${valueWords(one.value)} by ${one.by}, ${one.at.slice(0, 10)}${why} · ${one.id}`), dim]],
          screen.width,
          style,
        )
      }
  }
  for (const { why } of refused) yield* under([[harmless(why), dim]], screen.width, style)
}
