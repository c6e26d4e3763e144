import { type CopyPair, findCopies, fingerprint, type Known } from '../../copies/copies.ts'
import { vocabularyOf } from '../../index.ts'
import type { Source, Span } from '../../model.ts'
import { furnitureSpans } from '../../read/furniture.ts'
import { inputsOf } from '../add/inputs.ts'
import { harmless } from '../harmless.ts'
import { viewing } from '../options.ts'
import { writeAll, writeLines } from '../output.ts'
import { Progress } from '../progress.ts'
import { screen } from '../screen.ts'
import { usage, wrong } from '../usage.ts'
import { verb } from '../verb.ts'
import { copiesLines } from './view.ts'

const copiesUsage = usage({
  verb: 'copies',
  calls: [
    ['copies FOLDER... | FILE...', 'which documents are copies of one text, by content'],
    ['copies --jsonl', 'the same of documents as JSON lines on standard input'],
  ],
  options: {
    json: { about: 'as JSON: {pairs: [{a, b, relation, score}]}' },
    jsonl: {
      about: 'documents as JSON lines {id, text, title?, date?, publisher?, language?}; files *.jsonl and *.jsonl.gz are read so anyway',
    },
    progress: { about: 'where standard error is no terminal, a line every few seconds' },
    ...viewing,
  },
  after: `Relations: exact (the same words), near-exact (a corrected reissue), partial (the lead or excerpts), reworded (spun or translated back).
Exact and near-exact copies count as one text in a ledger; the others are suggestions.
Exit code: 0, 1 when a line was broken, 2 when a file could not be read or the call is wrong.`,
  words: [0, Number.POSITIVE_INFINITY],
})

/** What is shown of a document besides its name. */
export type About = Pick<Source, 'title' | 'date' | 'publisher'>

/** The verb `copies`. Returns the exit code: 0, 1 when a line was broken, 2 when a file could not be read. */
export const copiesVerb = verb(copiesUsage, async ({ values, words }) => {
  if (!words.length && !values.jsonl) throw wrong(copiesUsage, 'no documents', 'name folders or files, or give --jsonl and standard input')
  const { known, abouts, code } = await documentsOf(words.length ? words : ['-'], values.jsonl, values.progress)
  const pairs = findCopies(known)
  if (values.json) await writeAll(jsonPieces(pairs))
  else await writeLines(copiesLines(pairs, abouts, screen(values)))
  return code
})

/** Fingerprints of all documents; of the texts themselves only one is held at a time. */
async function documentsOf(names: readonly string[], asLines: boolean, loud: boolean) {
  const inputs = inputsOf(names, asLines)
  const progress = new Progress('documents', loud)
  const known: Known[] = []
  const abouts = new Map<string, About>()
  let code = 0
  for await (const input of inputs.documents) {
    if ('fault' in input) {
      progress.clear()
      process.stderr.write(`stocktake: ${harmless(`${input.name}: ${input.fault}`)}\n`)
      code = input.line && code < 2 ? 1 : input.line ? code : 2
      continue
    }
    const { text, date, title, publisher, id } = input.source
    const name = unused(id ?? input.name, abouts)
    known.push({ id: name, fingerprint: fingerprint(date === undefined ? { text } : { text, date }, furniture(input.source)) })
    abouts.set(name, { ...(title ? { title } : {}), ...(date ? { date } : {}), ...(publisher ? { publisher } : {}) })
    const share = inputs.bytes ? input.bytes / inputs.bytes : undefined
    progress.show({ done: known.length, of: inputs.count, share, note: '' })
  }
  progress.clear()
  return { known, abouts, code }
}

function unused(name: string, taken: ReadonlyMap<string, unknown>): string {
  let free = name
  for (let n = 2; taken.has(free); n++) free = `${name} (${n})`
  return free
}

function furniture({ text, language }: Source): readonly Span[] {
  const vocabulary = vocabularyOf(language ?? 'en')
  return vocabulary ? furnitureSpans(text, vocabulary) : []
}

function* jsonPieces(pairs: readonly CopyPair[]): Generator<string> {
  yield '{"pairs":['
  for (let i = 0; i < pairs.length; i++) {
    const { a, b, relation, score } = pairs[i] as CopyPair
    yield `${i ? ',' : ''}\n${JSON.stringify({ a, b, relation, score: Math.round(score * 1000) / 1000 })}`
  }
  yield '\n]}\n'
}
