#!/usr/bin/env node
import { CliError } from './error.ts'
import { harmless } from './harmless.ts'
import { readVerb } from './read.ts'

/** Put in by scripts/build.ts from package.json. */
declare const VERSION: string

const help = `stocktake: reads what governments tell each other

  stocktake read FILE...    statements of a text, each tied to its exact characters
  stocktake read --help     its options
  stocktake --version       the version
  stocktake --help          this page
`

async function main(argv: string[]): Promise<number> {
  const [verb, ...rest] = argv
  switch (verb) {
    case 'read':
      return readVerb(rest)
    case 'compare':
      return (await import('./compare.ts')).compareVerb(rest)
    case undefined:
    case '--help':
    case 'help':
      process.stdout.write(help)
      return 0
    case '--version':
      process.stdout.write(`stocktake ${VERSION}\n`)
      return 0
    default:
      throw new CliError(`${verb}: unknown verb; see stocktake --help`)
  }
}

/** A reader that closes its end (`| head`) is no mistake. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  fail(new CliError(`standard output: cannot be written (${error.code ?? error.message})`))
  process.exit(2)
})

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  const own = error instanceof CliError
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
