import { read } from '../index.ts'
import type { Reading, Source } from '../model.ts'
import { documentsAt } from './entries.ts'
import { CliError } from './error.ts'
import { filter } from './filter.ts'
import { csvHeader, csvRows, jsonPieces } from './formats.ts'
import { harmless } from './harmless.ts'
import { receivedReading, standardInput } from './intake.ts'
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
  let array = options.format === 'json' && options.files.length > 1
  let code = 0
  let shown = 0
  if (options.format === 'csv') await write(csvHeader)
  if (array) await write('[')
  for (const path of options.files) {
    try {
      const { many, documents } = await documentsAt(path, { language: options.about.language, feedOnly: options.feedOnly })
      if (many && options.format === 'json' && !array) {
        array = true
        await write('[')
      }
      for await (const { name, ...taken } of documents) {
        if ('fault' in taken) {
          complain(`${name}: ${taken.fault}`)
          code = 2
          continue
        }
        const source = { ...options.about, ...taken.intake.source }
        if (shown++ && (array || options.format === 'text')) await write(array ? ',\n' : '\n')
        await writeAll(show(await receivedReading(read(source), taken.intake, options.format.startsWith('json')), source, options))
      }
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      complain(error.message)
      code = 2
    }
  }
  if (array) await write(']\n')
  return code
}

function complain(message: string): void {
  process.stderr.write(`stocktake: ${harmless(message)}\n`)
}

function* show(reading: Reading, source: Source, options: ReadOptions): Generator<string> {
  if (options.format === 'csv') yield* csvRows(reading)
  else if (options.format !== 'text') yield* jsonPieces(reading)
  else {
    const drawn = { ...screen(options), explain: options.explain }
    for (const line of viewLines(reading, source.text, drawn)) yield `${line}\n`
  }
}
