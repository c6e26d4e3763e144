#!/usr/bin/env node
import { CliError } from './error.ts'

const help = `stocktake: reads what governments tell each other

  stocktake read FILE...    statements of a text, each tied to its exact characters
  stocktake read --help     its options
  stocktake --version
`

async function main(argv: string[]): Promise<number> {
  const [verb, ...rest] = argv
  switch (verb) {
    case 'read': return (await import('./read.ts')).readVerb(rest)
    case undefined:
    case '--help':
    case 'help': process.stdout.write(help); return 0
    case '--version': process.stdout.write('stocktake 0.1.0\n'); return 0
    default: throw new CliError(`${verb}: unknown verb; see stocktake --help`)
  }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
main(process.argv.slice(2)).then(
  (code) => { process.exitCode = code },
  (error) => {
    if (!(error instanceof CliError)) throw error
    process.stderr.write(`stocktake: ${error.message}\n`)
    process.exitCode = 2
  },
)
