import { type Followed, followPhrase } from '../../compare/phrases/follow.ts'
import { type Cut, cutWords } from '../../compare/phrases/text.ts'
import { flow, type Part, type Style } from '../flow.ts'
import { harmless } from '../harmless.ts'
import { fill, plural, styleOf } from '../layout.ts'
import { bold, dim } from '../marks.ts'
import { ledgerOption, withStore } from '../open.ts'
import { viewing } from '../options.ts'
import { writeJson, writeLines } from '../output.ts'
import { type Screen, screen } from '../screen.ts'
import { usage, wrong } from '../usage.ts'
import { verb } from '../verb.ts'
import { textsOfFiles, textsOfLedger, vocabulary } from './texts.ts'

const phraseUsage = usage({
  verb: 'phrase',
  calls: [
    ['phrase "WORDS" FILE... | FOLDER', 'in which texts of which parties a phrase stands, since when, and where it is missing'],
    ['phrase "WORDS"', 'the same in the texts of the ledger'],
  ],
  options: {
    all: { about: 'also texts of parties none of whose texts has it' },
    json: { about: 'as JSON: {phrase, since, last, parties, texts}' },
    ...ledgerOption,
    ...viewing,
  },
  after: `Letter case, accents and endings do not count: "core interest" stands in "Core interests".
Exit code: 0, 1 where the phrase stands nowhere, 2 when a file could not be read or the call is wrong.`,
  words: [1, Number.POSITIVE_INFINITY],
})

/** The verb `phrase`. Returns the exit code: 0, 1 where the phrase stands nowhere, 2 when a file could not be read. */
export const phraseVerb = verb(phraseUsage, async ({ values, words: [phrase = '', ...paths] }) => {
  const words = vocabulary()
  const { key } = cutWords({ id: '', text: phrase, parties: [] }, words)
  if (!key.length) throw wrong(phraseUsage, phrase || '""', 'has no words; write a phrase in quotes')
  const { texts, code } = paths.length
    ? await textsOfFiles(paths, words)
    : { texts: await withStore(values.ledger, { readOnly: true }, (store) => textsOfLedger(store, words)), code: 0 }
  const followed = followPhrase(key, texts)
  if (values.json) await writeJson({ phrase, ...followed })
  else await writeLines(phraseLines(phrase, followed, texts, { ...screen(values), all: values.all }))
  return code || (followed.texts.some(({ spans }) => spans.length) ? 0 : 1)
})

/** Characters before and after the phrase that are shown with it. */
const around = 60

function* phraseLines(
  phrase: string,
  followed: Followed,
  cuts: readonly Cut[],
  given: Screen & { readonly all: boolean },
): Generator<string> {
  const { width, all } = given
  const style = styleOf(given)
  const texts = new Map(cuts.map((cut) => [cut.id, cut.text]))
  const having = followed.texts.filter(({ spans }) => spans.length)
  yield* flow([[`“${harmless(phrase)}”`, bold], [` stands in ${having.length} of ${plural(followed.texts.length, 'text')}`]], width, style)
  if (followed.since !== undefined) yield style(dim, `first ${harmless(followed.since)}, last ${harmless(followed.last ?? '')}`)
  const users = new Set(followed.parties.filter((group) => group.with).map(({ parties }) => parties.join(' ')))
  const isShown = (parties: readonly string[]) => all || users.has(parties.join(' '))
  for (const { parties, with: some, of, since } of followed.parties) {
    if (!isShown(parties)) continue
    const who = parties.length ? parties.join(', ') : 'parties unknown'
    const what = some ? `${some} of ${of}${since ? `, since ${since}` : ''}` : `missing in ${of === 1 ? 'their text' : `all ${of}`}`
    yield* flow([[`  ${some ? '●' : '○'} ${harmless(who)}: ${harmless(what)}`]], width, style)
  }
  const others = followed.texts.filter(({ parties }) => !isShown(parties)).length
  if (others) yield style(dim, `  ○ missing in all ${plural(others, 'text')} of other parties: --all lists them`)
  for (const { id, title, date, spans, parties } of followed.texts) {
    if (!isShown(parties)) continue
    yield ''
    const mark = spans.length ? `● ${spans.length}×` : '○ missing'
    yield* flow(
      [[`${fill(mark, 10)}${harmless([date, title ?? id].filter(Boolean).join(' · '))}`, spans.length ? bold : dim]],
      width,
      style,
    )
    const [first] = spans
    if (first) yield* quoted(texts.get(id) ?? '', first.from, first.to, width, style)
  }
}

function quoted(text: string, from: number, to: number, width: number, style: Style): string[] {
  const before = harmless(text.slice(Math.max(0, from - around), from)).replace(/^\S*\s/, '')
  const after = harmless(text.slice(to, to + around)).replace(/\s\S*$/, '')
  const parts: Part[] = [
    [`… ${before} `, dim],
    [harmless(text.slice(from, to)), bold],
    [` ${after} …`, dim],
  ]
  return flow(parts, width - 10, style).map((line) => `${' '.repeat(10)}${line}`)
}
