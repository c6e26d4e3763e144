import { drift } from '../compare/drift/drift.ts'
import type { DriftItem, Wording } from '../compare/drift/nouns.ts'
import { read, vocabularyOf } from '../index.ts'
import type { Reading } from '../model.ts'
import { driftLines } from './drift-view.ts'
import { CliError } from './error.ts'
import { sourceOf } from './intake.ts'
import { viewing } from './options.ts'
import { writeJson, writeLines } from './output.ts'
import { screen } from './screen.ts'
import { usage } from './usage.ts'
import { verb } from './verb.ts'

const driftUsage = usage({
  verb: 'compare --drift',
  calls: [['compare --drift OLD NEW', 'what became of each undertaking and position from one text to the next']],
  options: {
    drift: { about: 'successive texts instead of copies of one' },
    all: { about: 'also what is repeated unchanged' },
    json: { about: 'as JSON: {items: [{change, also, kind, old, new, score, note}]}' },
    ...viewing,
  },
  after: `"Gone" means: not in the new text. It may stand in another, and nobody may have taken it back.
Exit code: 0, 2 when a file could not be read or the call is wrong.`,
  words: [2, 2],
})

/** `compare --drift OLD NEW`. Returns the exit code. Throws `CliError` where a file cannot be read or the call is wrong. */
export const driftVerb = verb(driftUsage, async ({ values, words: [older = '', newer = ''] }) => {
  const vocabulary = vocabularyOf('en')
  if (!vocabulary) throw new CliError('compare: the lexicon is missing; install stocktake again')
  const [old, fresh] = [await sourceOf(older), await sourceOf(newer)]
  const readings = [read(old), read(fresh)] as const
  const items = drift(...readings, vocabulary)
  if (values.json) await writeJson({ items: items.map(plain) })
  else await writeLines(driftLines(items, [old, fresh], { ...screen(values), all: values.all, notes: notesOf(...readings) }))
  return 0
})

/** What makes a drift say little, or the wrong thing. */
function notesOf(old: Reading, fresh: Reading): string[] {
  const unread = [old, fresh].flatMap(({ lexicon, notes }, k) =>
    lexicon === 'none' ? [`${k ? 'new' : 'old'}: ${notes[0] ?? ''}, so that all of the other text is ${k ? 'gone' : 'new'}`] : [],
  )
  const [before, after] = [old.source.date, fresh.source.date]
  const turned = before !== undefined && after !== undefined && before > after
  return [
    ...unread,
    ...(turned ? [`the old text is dated after the new one (${before}, ${after}): they may have changed places`] : []),
    ...(old.hash === fresh.hash ? ['the texts are the same, character by character'] : []),
  ]
}

const wording = (one: Wording | undefined) => (one ? { span: one.span, quote: one.quote, force: one.force } : null)

const plain = ({ old, new: fresh, score, ...rest }: DriftItem) => ({
  ...rest,
  old: wording(old),
  new: wording(fresh),
  ...(score === undefined ? {} : { score }),
})
