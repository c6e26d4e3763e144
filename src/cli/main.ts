#!/usr/bin/env node
import { CliError, isMistake } from './error.ts'
import { harmless } from './harmless.ts'
import { overview, verbs } from './verbs.ts'

/** Put in by scripts/build.ts from package.json. */
declare const VERSION: string

async function main(argv: string[]): Promise<number> {
  const [verb, ...rest] = argv
  switch (verb) {
    case undefined:
    case '--help':
    case '-h':
    case 'help':
      process.stdout.write(overview)
      return 0
    case '--version':
      process.stdout.write(`stocktake ${VERSION}\n`)
      return 0
    default: {
      const known = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
      if (!known) throw new CliError(`${verb}: unknown verb; see stocktake --help`)
      const run = await known.load()
      return run(rest)
    }
  }
}

/** A reader that closes its end (`| head`) is no mistake. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  fail(new CliError(`standard output: cannot be written (${error.code ?? error.message}); check the room left where it goes`))
  process.exit(2)
})

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  const own = isMistake(error)
  process.stderr.write(
    harmless(own ? `stocktake: ${message}` : `stocktake: fault of stocktake itself: ${message}; STOCKTAKE_TRACE=1 shows where`),
  )
  process.stderr.write('\n')
  if (!own && process.env['STOCKTAKE_TRACE'] && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  process.exitCode = 2
}

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code
}, fail)
