// npm run case -- FILE            makes test/cases/<name of the file>/ from a text: review and correct expected.tsv by hand
// npm run case -- --shrink        takes the lines that are met now off every known-misses.tsv
// npm run case -- --misses SLUG…  writes known-misses.tsv of a case that was coded by hand (all cases without SLUG)
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { CliError } from '../src/cli/error.ts'
import { sourceOf } from '../src/cli/intake.ts'
import { read } from '../src/index.ts'
import { columns, differencesOf, linesOf, load, root, slugs } from '../test/cases/case.ts'

async function make(file: string): Promise<void> {
  const slug = basename(file).replace(/\.[a-z]+$/, '')
  const folder = join(root, slug)
  if (existsSync(folder)) throw new CliError(`${folder}: exists already; name the text file otherwise`)
  const reading = read(await sourceOf(file))
  mkdirSync(folder, { recursive: true })
  copyFileSync(file, join(folder, 'source.txt'))
  writeFileSync(join(folder, 'about.json'), `${JSON.stringify({ about: '', coded: '' }, null, 2)}\n`)
  writeFileSync(join(folder, 'expected.tsv'), `${[columns.join('\t'), ...linesOf(reading)].join('\n')}\n`)
  console.log(`${folder}: made; correct expected.tsv by docs/codebook.md, fill about.json, then npm run case -- --misses ${slug}`)
}

function keep(slug: string, lines: readonly string[]): void {
  const path = join(root, slug, 'known-misses.tsv')
  if (lines.length) writeFileSync(path, `${lines.join('\n')}\n`)
  else rmSync(path, { force: true })
  console.log(`${slug}: ${lines.length} known misses`)
}

function shrink(slug: string): void {
  const now = differencesOf(slug)
  const kept = load(slug).known.filter((line) => now.includes(line))
  keep(slug, kept)
}

const [first, ...rest] = process.argv.slice(2)
try {
  if (first === undefined) console.log('npm run case -- FILE | --shrink | --misses SLUG…')
  else if (first === '--misses') for (const slug of rest.length ? rest : slugs()) keep(slug, differencesOf(slug))
  else if (first === '--shrink') slugs().forEach(shrink)
  else make(first)
} catch (error) {
  if (!(error instanceof CliError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
