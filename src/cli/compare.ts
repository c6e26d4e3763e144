import { parseArgs } from 'node:util'
import { collate } from '../compare/collate/collate.ts'
import type { Witness } from '../compare/collate/nouns.ts'
import { read, vocabularyOf } from '../index.ts'
import { compareViewLines } from './compare-view.ts'
import { CliError } from './error.ts'
import { sourceOf } from './intake.ts'
import { write, writeAll } from './output.ts'

/** What `stocktake compare --help` prints. */
export const compareHelp = `stocktake compare A B [C...]     copies of one text side by side: what differs, and what that changes
stocktake compare --drift OLD NEW  what a later text says otherwise than an earlier one

  --format FORMAT    text (default), json, csv, html or tei
  --json             the same as --format json
  --all              also differences of wording and cosmetic ones
  --color WHEN       auto (default), always or never
  --width COLUMNS    width of the terminal view, 40 to 400
  --help             this page

Exit code: 0, 2 when a file could not be read or the call is wrong.
`

const formats = ['text', 'json', 'csv', 'html', 'tei'] as const
type Format = (typeof formats)[number]

interface Options {
  readonly help: boolean
  readonly format: Format
  readonly all: boolean
  readonly color: boolean
  readonly width: number
  readonly files: readonly string[]
}

/** The verb `compare`. Returns the exit code. Throws `CliError` where a file cannot be read or the call is wrong. */
export async function compareVerb(argv: readonly string[]): Promise<number> {
  const options = parse(argv)
  if (options.help) {
    await write(compareHelp)
    return 0
  }
  const vocabulary = vocabularyOf('en')
  if (!vocabulary) throw new CliError('compare: the lexicon is missing; install stocktake again')
  const collation = collate(await witnessesOf(options.files), vocabulary)
  switch (options.format) {
    case 'text':
      await writeAll(lines(compareViewLines(collation, options)))
      return 0
    default: {
      const { collationAs } = await import('../export/collation/formats.ts')
      await writeAll(collationAs(options.format, collation))
      return 0
    }
  }
}

/** The files as witnesses; two files of one name get numbers. */
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

function* lines(of: Iterable<string>): Generator<string> {
  for (const line of of) yield `${line}\n`
}

function parse(argv: readonly string[]): Options {
  const { values, positionals: files } = parsed(argv)
  const format = values.json ? 'json' : (values.format ?? 'text')
  if (values.json && values.format && values.format !== 'json')
    throw wrong(`--json and --format ${values.format}`, 'exclude each other; give one')
  if (!isFormat(format)) throw wrong(`--format ${format}`, `is unknown; use one of ${formats.join(', ')}`)
  const when = values.color ?? 'auto'
  if (!['auto', 'always', 'never'].includes(when)) throw wrong(`--color ${when}`, 'is unknown; use one of auto, always, never')
  const width = values.width === undefined ? Math.min(400, Math.max(40, process.stdout.columns ?? 100)) : Number(values.width)
  if (!(Number.isInteger(width) && width >= 40 && width <= 400))
    throw wrong(`--width ${values.width}`, 'is no width; give a whole number from 40 to 400')
  const help = values.help === true
  if (!help && files.length < 2) throw new CliError('compare: two texts at least are wanted; name their files')
  if (!help && files.filter((file) => file === '-').length > 1) throw wrong('-', 'stands twice; standard input is one text')
  const terminal = process.stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb'
  return { help, format, all: values.all === true, color: when === 'always' || (when === 'auto' && terminal), width, files }
}

const isFormat = (value: string): value is Format => (formats as readonly string[]).includes(value)

function parsed(argv: readonly string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: { format: text, json: flag, all: flag, color: text, width: text, help: { ...flag, short: 'h' } },
    })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const option = /--?[A-Za-z-]+/.exec(message)?.[0] ?? 'an option'
    const what =
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? 'is unknown' : / argument missing/.test(message) ? 'wants a value' : 'is used wrongly'
    throw wrong(option, `${what}; see stocktake compare --help`)
  }
}

const wrong = (where: string, what: string): CliError => new CliError(`compare: ${where}: ${what}`)
