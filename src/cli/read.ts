import { read } from '../index.ts'
import type { Reading, Source } from '../model.ts'
import { CliError } from './error.ts'
import { filter } from './filter.ts'
import { csvHeader, csvRows, jsonPieces } from './formats.ts'
import { harmless } from './harmless.ts'
import { intakeOf, receivedReading, standardInput } from './intake.ts'
import { parseRead, type ReadOptions, readUsage } from './options.ts'
import { write, writeAll } from './output.ts'
import { screen } from './screen.ts'
import { helpPage } from './usage.ts'
import { viewLines } from './view.ts'

/** The verb `read`. Returns the exit code: 0, 1 when a line of the filter was broken, 2 when a file could not be read. */
export async function readVerb(argv: readonly string[]): Promise<number> {
  const options = parseRead(argv)
  if (options.help) {
    await write(helpPage(readUsage))
    return 0
  }
  if (options.jsonl) return filter(standardInput(), options)
  const array = options.format === 'json' && options.files.length > 1
  let code = 0
  let shown = 0
  if (options.format === 'csv') await write(csvHeader)
  if (array) await write('[')
  for (const path of options.files) {
    try {
      const intake = await intakeOf(path, options.about.language)
      const source = { ...options.about, ...intake.source }
      if (shown++ && (array || options.format === 'text')) await write(array ? ',\n' : '\n')
      await writeAll(show(await receivedReading(read(source), intake, options.format.startsWith('json')), source, options))
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      process.stderr.write(`stocktake: ${harmless(error.message)}\n`)
      code = 2
    }
  }
  if (array) await write(']\n')
  return code
}

function* show(reading: Reading, source: Source, options: ReadOptions): Generator<string> {
  if (options.format === 'csv') yield* csvRows(reading)
  else if (options.format !== 'text') yield* jsonPieces(reading)
  else {
    const drawn = { ...screen(options), explain: options.explain }
    for (const line of viewLines(reading, source.text, drawn)) yield `${line}\n`
  }
}
