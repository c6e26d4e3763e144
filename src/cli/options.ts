import { parseArgs } from 'node:util'
import type { Source } from '../model.ts'
import { CliError } from './error.ts'

/** What `stocktake read --help` prints. */
export const readHelp = `stocktake read FILE... | -      read texts and show what is in them
stocktake read --jsonl          filter: one document a line in, one reading a line out

  --format FORMAT    text (default), json, jsonl or csv
  --json             the same as --format json
  --explain          also why: rule and words of every statement, gate of every refused clause
  --jsonl            documents as JSON lines {id, text, title?, date?, publisher?, language?} on standard input
  --full             with --jsonl: whole readings instead of compact ones
  --date DATE        date of the text (2022-06-07), where the text does not come with one
  --language TAG     language of the text (en), where the text does not come with one
  --color WHEN       auto (default), always or never
  --width COLUMNS    width of the terminal view, 40 to 400
  --help             this page

Exit code: 0, 1 when a line of the filter was broken, 2 when a file could not be read or the call is wrong.
`

const formats = ['text', 'json', 'jsonl', 'csv'] as const
const colors = ['auto', 'always', 'never'] as const

/** The options of `stocktake read`, checked. */
export interface ReadOptions {
  readonly help: boolean
  readonly format: (typeof formats)[number]
  readonly explain: boolean
  readonly jsonl: boolean
  readonly full: boolean
  readonly color: (typeof colors)[number]
  readonly width: number | undefined
  /** What the call says of a text that does not say it itself. */
  readonly about: Partial<Source>
  readonly files: readonly string[]
}

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

/** Every option of `stocktake read`. */
export const known = {
  format: text,
  json: flag,
  explain: flag,
  jsonl: flag,
  full: flag,
  date: text,
  language: text,
  color: text,
  width: text,
  help: { ...flag, short: 'h' },
} as const

/** Throws `CliError` where the call is wrong. */
export function parseRead(argv: string[]): ReadOptions {
  const { values, positionals: files } = parse(argv)
  if (values.json && values.format && values.format !== 'json')
    throw wrong(`--json and --format ${values.format}`, 'exclude each other; give one')
  const format = values.json ? 'json' : (values.format ?? 'text')
  const color = values.color ?? 'auto'
  const { date, language } = values
  if (!isOne(format, formats)) throw wrong(`--format ${format}`, `is unknown; use one of ${formats.join(', ')}`)
  if (!isOne(color, colors)) throw wrong(`--color ${color}`, `is unknown; use one of ${colors.join(', ')}`)
  if (date !== undefined && !isDate(date)) throw wrong(`--date ${date}`, 'is no date; write it like 2022-06-07')
  if (language !== undefined && !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$/.test(language))
    throw wrong(`--language ${language}`, 'is no language tag; write it like en')
  const width = values.width === undefined ? undefined : Number(values.width)
  if (width !== undefined && !(Number.isInteger(width) && width >= 40 && width <= 400))
    throw wrong(`--width ${values.width}`, 'is no width; give a whole number from 40 to 400')
  const { jsonl = false, full = false, explain = false, help = false } = values
  if (!help) {
    if (jsonl && files.some((file) => file !== '-'))
      throw wrong('--jsonl', `reads standard input; write: stocktake read --jsonl < ${files[0]}`)
    if (full && !jsonl) throw wrong('--full', 'goes with --jsonl; the other formats are full already')
    if (!jsonl && !files.length) throw new CliError('read: no file named; name text files, or - for standard input')
  }
  const about = { ...(date ? { date } : {}), ...(language ? { language } : {}) }
  return { help, format, explain, jsonl, full, color, width, about, files }
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: known,
    })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const option = /--?[A-Za-z-]+/.exec(message)?.[0] ?? 'an option'
    const what =
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? 'is unknown' : / argument missing/.test(message) ? 'wants a value' : 'is used wrongly'
    throw wrong(option, `${what}; see stocktake read --help`)
  }
}

const wrong = (where: string, what: string): CliError => new CliError(`read: ${where}: ${what}`)

const isOne = <T extends string>(value: string, list: readonly T[]): value is T => (list as readonly string[]).includes(value)

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}
