/**
 * Everything that `npm run bench` does; docs/measurements.md explains each measure.
 *   npm run bench                        all parts but pages and threads, then what differs from the frozen run
 *   npm run bench -- PART [OPTIONS]      one part: accuracy, fields, sentences, events, speed, linear, start, links, store, copies, textcopies, drift, intake, languages, threads, pages
 *   npm run bench -- diff REV [OPTIONS]  statements gained and lost against a git revision
 *   npm run bench -- [PART] --freeze     writes the figures to bench/frozen.tsv
 *   npm run bench -- [PART] --markdown   the table of docs/measurements.md alone; with --freeze both
 */
import { diff } from './diff.ts'
import { differences, type Figure, freeze, readFrozen } from './figures.ts'
import { markdown } from './markdown.ts'
import { UsageError } from './usage.ts'

/** Loaded when it is run: a part needs what the others need not (a browser, a database). */
const parts: Readonly<Record<string, () => Promise<(args: string[]) => Promise<Figure[]>>>> = {
  accuracy: async () => (await import('./accuracy.ts')).accuracy,
  fields: async () => (await import('./fields.ts')).fieldsPart,
  sentences: async () => (await import('./sentences.ts')).sentenceSetsPart,
  events: async () => (await import('./events.ts')).events,
  speed: async () => (await import('./speed.ts')).speed,
  linear: async () => (await import('./linear.ts')).linear,
  start: async () => (await import('./start.ts')).start,
  links: async () => (await import('./links.ts')).links,
  store: async () => (await import('./store.ts')).store,
  copies: async () => (await import('./copies.ts')).copies,
  textcopies: async () => (await import('./textcopies.ts')).textCopies,
  drift: async () => (await import('./drift.ts')).driftPart,
  pages: async () => (await import('./pages.ts')).pages,
  intake: async () => (await import('./intake.ts')).intake,
  languages: async () => (await import('./languages.ts')).languages,
  threads: async () => (await import('./threads.ts')).threads,
}

/** Run only where they are named: they take long, and want the machine for themselves. */
const byName = ['pages', 'threads']

function take(args: string[], flag: string): boolean {
  const at = args.indexOf(flag)
  if (at >= 0) args.splice(at, 1)
  return at >= 0
}

async function main(args: string[]): Promise<void> {
  const [freezes, tables] = [take(args, '--freeze'), take(args, '--markdown')]
  if (tables) console.log = console.error // the table is to stand alone on standard output
  if (args[0] === 'diff') return diff(args.slice(1))
  const chosen =
    args[0] && !args[0].startsWith('-') ? [args.shift() as string] : Object.keys(parts).filter((name) => !byName.includes(name))
  const figures: Figure[] = []
  for (const name of chosen) {
    const part = parts[name]
    if (!part) throw new UsageError(`bench: no part named ${name}; use one of ${Object.keys(parts).join(', ')} or diff REV`)
    figures.push(...(await (await part())([...args])))
    if (chosen.length > 1) console.log('')
  }
  const measured = [...new Set(figures.map((one) => one.id.split('.')[0] as string))]
  if (freezes && figures.length) freeze(figures, measured)
  if (tables) process.stdout.write(markdown(figures))
  if (!freezes && !tables && figures.length) {
    const lines = differences(figures, readFrozen(), measured)
    console.log(lines.length ? `against the frozen run:\n${lines.join('\n')}` : 'no figure differs from the frozen run')
  }
}

process.stdout.on('error', () => process.exit(0)) // the reader of a pipe, `head` for one, may close it early
main(process.argv.slice(2)).catch((error: unknown) => {
  const usage = error instanceof UsageError || (error as NodeJS.ErrnoException)?.code?.startsWith('ERR_PARSE_ARGS')
  if (!usage) throw error
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 2
})
