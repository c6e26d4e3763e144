import { apartOf } from '../compare/apart.ts'
import { collate } from '../compare/collate/collate.ts'
import type { Witness } from '../compare/collate/nouns.ts'
import { read, vocabularyOf } from '../index.ts'
import { compareViewLines } from './compare-view.ts'
import { CliError } from './error.ts'
import { sourceOf } from './intake.ts'
import { viewing } from './options.ts'
import { writeAll, writeLines } from './output.ts'
import { screen } from './screen.ts'
import { usage } from './usage.ts'
import { type Run, verb } from './verb.ts'

const formats = ['text', 'json', 'csv', 'html', 'tei'] as const

/** What `stocktake compare` takes, and its help page. */
export const compareUsage = usage({
  verb: 'compare',
  calls: [
    ['compare A B [C...]', 'copies of one text side by side: what differs, and what that changes'],
    ['compare --drift OLD NEW', 'successive texts: what became of each undertaking; see compare --drift --help'],
  ],
  options: {
    format: { value: 'FORMAT', about: `${formats.join(', ')} (text is the default)`, oneOf: formats },
    json: { about: 'the same as --format json' },
    all: { about: 'also differences of wording and cosmetic ones' },
    ...viewing,
  },
  after: `What changes the sense comes first, what touches a statement before all else. Files, or - for standard input.
Exit code: 0, 2 when a file could not be read or the call is wrong.`,
  words: [0, Number.POSITIVE_INFINITY],
})

const copies = verb(compareUsage, async ({ values, words: files }) => {
  if (values.json && values.format && values.format !== 'json')
    throw new CliError(`compare: --json and --format ${values.format}: exclude each other; give one`)
  if (files.length < 2) throw new CliError('compare: two texts at least are wanted; name their files')
  if (files.filter((file) => file === '-').length > 1) throw new CliError('compare: -: stands twice; standard input is one text')
  const vocabulary = vocabularyOf('en')
  if (!vocabulary) throw new CliError('compare: the lexicon is missing; install stocktake again')
  const witnesses = await witnessesOf(files)
  const collation = collate(witnesses, vocabulary)
  const format = formats.find((name) => name === (values.json ? 'json' : (values.format ?? 'text'))) ?? 'text'
  if (format === 'text') await writeLines(compareViewLines(collation, { ...screen(values), all: values.all, apart: apartOf(witnesses) }))
  else {
    const { collationAs } = await import('../export/collation/formats.ts')
    await writeAll(collationAs(format, collation))
  }
  return 0
})

/** The verb `compare`; with `--drift` it compares successive texts. Returns the exit code. Throws `CliError` where the call is wrong. */
export const compareVerb: Run = async (argv) => (argv.includes('--drift') ? (await import('./drift.ts')).driftVerb(argv) : copies(argv))

/** The files as witnesses; a file that is named twice gets a number. */
async function witnessesOf(files: readonly string[]): Promise<Witness[]> {
  const witnesses: Witness[] = []
  for (const [i, path] of files.entries()) {
    const source = await sourceOf(path)
    const name = source.id ?? 'standard input'
    const id = files.indexOf(path) === i ? name : `${name} (${i + 1})`
    witnesses.push({ id, text: source.text, reading: read(source) })
  }
  return witnesses
}
