import type { Source } from '../model.ts'
import { CliError } from './error.ts'
import { day, parse, usage, whole, wrong } from './usage.ts'
import { threading, threadsOf } from './work/threads.ts'

const formats = ['text', 'json', 'jsonl', 'csv'] as const
const colors = ['auto', 'always', 'never'] as const

/** Options of every verb that draws on a terminal. */
export const viewing = {
  color: { value: 'WHEN', about: 'auto (default), always or never', oneOf: colors },
  width: { value: 'COLUMNS', about: 'width of the terminal view, 40 to 400', check: whole(40, 400, 'width') },
} as const

/** The option of every verb that takes feeds. */
export const feedOnly = {
  'feed-only': { about: 'of an entry of a feed only what the feed has: the page that it links to is not fetched' },
} as const

/** What `stocktake read` takes. */
export const readUsage = usage({
  verb: 'read',
  calls: [
    ['read FILE... | URL | -', 'read texts, pages, PDF, Word files and feeds and show what is in them'],
    ['read --jsonl', 'filter: one document a line in, one reading a line out'],
  ],
  options: {
    format: { value: 'FORMAT', about: 'text (default), json, jsonl or csv', oneOf: formats },
    json: { about: 'the same as --format json' },
    explain: { about: 'also why: rule and words of every statement, gate of every refused clause' },
    jsonl: { about: 'documents as JSON lines {id, text, title?, date?, publisher?, language?} on standard input' },
    full: { about: 'with --jsonl: whole readings instead of compact ones' },
    ...threading,
    date: { value: 'DATE', about: 'date of the text (2022-06-07), where the text does not come with one', check: day },
    language: { value: 'TAG', about: 'language of the text (en), where the text does not come with one', check: languageTag },
    ...feedOnly,
    ...viewing,
  },
  after: 'Exit code: 0, 1 when a line of the filter was broken, 2 when a file could not be read or the call is wrong.',
  words: [0, Number.POSITIVE_INFINITY],
})

/** The options of `stocktake read`, checked. */
export interface ReadOptions {
  readonly help: boolean
  readonly format: (typeof formats)[number]
  readonly explain: boolean
  readonly jsonl: boolean
  readonly full: boolean
  readonly feedOnly: boolean
  /** With `jsonl`: threads that read. */
  readonly threads: number
  readonly color: string | undefined
  readonly width: string | undefined
  /** What the call says of a text that does not say it itself. */
  readonly about: Partial<Source>
  readonly files: readonly string[]
}

/** Throws `CliError` where the call is wrong. */
export function parseRead(argv: readonly string[]): ReadOptions {
  const { values, words: files } = parse(readUsage, argv)
  const { jsonl, full, 'feed-only': entries, explain, help, date, language, color, width } = values
  if (values.json && values.format && values.format !== 'json')
    throw wrong(readUsage, `--json and --format ${values.format}`, 'exclude each other; give one')
  if (!help) {
    if (jsonl && files.some((file) => file !== '-'))
      throw wrong(readUsage, '--jsonl', `reads standard input; write: stocktake read --jsonl < ${files[0]}`)
    if (full && !jsonl) throw wrong(readUsage, '--full', 'goes with --jsonl; the other formats are full already')
    if (values.threads && !jsonl) throw wrong(readUsage, '--threads', 'goes with --jsonl; files are read one after the other')
    if (!jsonl && !files.length) throw new CliError('read: no file named; name text files, or - for standard input')
  }
  const format = (values.json ? 'json' : (values.format ?? 'text')) as ReadOptions['format']
  return {
    help,
    format,
    explain,
    jsonl,
    full,
    feedOnly: entries,
    threads: threadsOf(values.threads),
    color,
    width,
    about: aboutOf({ date, language }),
    files,
  }
}

/** What a call says of the texts, without what it does not say. */
export function aboutOf(given: { readonly date: string | undefined; readonly language: string | undefined }): Partial<Source> {
  return { ...(given.date ? { date: given.date } : {}), ...(given.language ? { language: given.language } : {}) }
}

/** For `check`: a BCP 47 tag. */
export function languageTag(value: string): string | undefined {
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$/.test(value) ? undefined : 'is no language tag; write it like en'
}
