import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { read } from '../index.ts'
import type { Source } from '../model.ts'
import { CliError } from './error.ts'
import { compact, csvHeader, csvRows, jsonPieces } from './formats.ts'
import { sourceOf } from './intake.ts'
import { renderText } from './view.ts'

export const readHelp = `stocktake read FILE... | -      read texts and show what is in them
stocktake read --jsonl          filter: one document a line in, one reading a line out

  --format FORMAT    text (default), json, jsonl or csv
  --json             the same as --format json
  --explain          also why: rule and words of every statement, gate of every refused clause
  --jsonl            documents as JSON lines {id, text, title?, date?, publisher?, language?} on standard input
  --full             with --jsonl: whole readings instead of compact ones
  --date DATE        date of the text (2022-06-07), where the file does not say it
  --language TAG     language of the text, where the file does not say it
  --color WHEN       auto (default), always or never
  --width COLUMNS    width of the terminal view
`
const formats = ['text', 'json', 'jsonl', 'csv']

/** The verb `read`. Returns the exit code: 0, 1 when a line of the filter was broken, 2 when a file could not be read. */
export async function readVerb(argv: string[]): Promise<number> {
  const { values, positionals } = parse(argv)
  if (values.help) {
    await write(readHelp)
    return 0
  }
  const about = { ...(values.date ? { date: values.date } : {}), ...(values.language ? { language: values.language } : {}) }
  if (values.jsonl) return filter(values.full === true, about)
  const format = values.json ? 'json' : (values.format ?? 'text')
  if (!formats.includes(format)) throw new CliError(`--format ${format}: unknown; use one of ${formats.join(', ')}`)
  if (!positionals.length) throw new CliError('read: no file named; name text files, or - for standard input')
  let code = 0
  if (format === 'csv') await write(csvHeader)
  for (const path of positionals) {
    try {
      await show({ ...sourceOf(path), ...about }, format, values)
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      process.stderr.write(`stocktake: ${error.message}\n`)
      code = 2
    }
  }
  return code
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        format: { type: 'string' }, json: { type: 'boolean' }, explain: { type: 'boolean' }, jsonl: { type: 'boolean' }, full: { type: 'boolean' },
        date: { type: 'string' }, language: { type: 'string' }, color: { type: 'string' }, width: { type: 'string' }, help: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new CliError(`read: ${(error as Error).message.split('. ')[0]}; see stocktake read --help`)
  }
}

async function show(source: Source, format: string, options: { color?: string | undefined; width?: string | undefined; explain?: boolean | undefined }): Promise<void> {
  const reading = read(source)
  if (format === 'json' || format === 'jsonl') for (const piece of jsonPieces(reading)) await write(piece)
  else if (format === 'csv') for (const row of csvRows(reading)) await write(row)
  else {
    const terminal = process.stdout.isTTY === true && !process.env['NO_COLOR']
    const color = options.color === 'always' || (options.color !== 'never' && terminal)
    await write(`${renderText(reading, source.text, { color, width: Number(options.width ?? process.stdout.columns ?? 100), explain: options.explain === true })}\n`)
  }
}

async function filter(full: boolean, about: Partial<Source>): Promise<number> {
  let code = 0
  let number = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    const plain = number === 1 ? line.replace(/^\ufeff/, '') : line
    if (plain.trim() === '') continue
    const source = document(plain)
    if (typeof source === 'string') {
      code = 1
      process.stderr.write(`stocktake: standard input line ${number}: ${source}\n`)
      await write(`${JSON.stringify({ line: number, error: source })}\n`)
      continue
    }
    const reading = read({ ...about, ...source })
    if (full) for (const piece of jsonPieces(reading)) await write(piece)
    else await write(`${JSON.stringify(compact(reading))}\n`)
  }
  return code
}

function document(line: string): Source | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'is not JSON; write one object a line'
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is not an object; write {"id": …, "text": …}'
  const record = value as Record<string, unknown>
  if (typeof record['text'] !== 'string') return 'has no text; give it a field "text"'
  const pick = ['id', 'title', 'date', 'publisher', 'url', 'language'].filter((key) => typeof record[key] === 'string')
  return { ...Object.fromEntries(pick.map((key) => [key, record[key]])), text: record['text'] } as Source
}

async function write(piece: string): Promise<void> {
  if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
}
