// Writes src/lexicon/bundled.ts: the tables of lexicon/ as strings, without comments and columns that only people read.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { checkTables } from '../src/lexicon/check.ts'
import { indexNames } from '../src/lexicon/names.ts'
import { LexiconError, loadLexicon, NAMES, parseTable } from '../src/lexicon/parse.ts'

/** A mistake in a table is one line that names the file, its line and the entry. */
function parsed(language: string, name: string, text: string) {
  try {
    return parseTable(name, text)
  } catch (error) {
    if (!(error instanceof LexiconError)) throw error
    process.stderr.write(`lexicon/${language}/${error.message}\n`)
    process.exit(2)
  }
}

/** Tables of which a vocabulary asks only the names, which the bundle holds as `indexNames` packs them. */
const onlyNames = ['mechanisms', 'people', 'places', 'states']
const forPeople = new Set(['reason', 'example', 'source', 'note', 'yes', 'no', 'office'])
const root = new URL('../lexicon/', import.meta.url)
const bundle: Record<string, { version: string; files: Record<string, string> }> = {}
for (const language of readdirSync(root).sort()) {
  const files: Record<string, string> = {}
  const sources: Record<string, string> = {}
  const hash = createHash('sha256')
  for (const file of readdirSync(new URL(`${language}/`, root)).sort()) {
    if (!file.endsWith('.tsv')) continue
    const text = readFileSync(new URL(`${language}/${file}`, root), 'utf8')
    hash.update(file).update(text)
    const name = file.slice(0, -4)
    sources[name] = text
    const rows = parsed(language, name, text)
    const columns = Object.keys(rows[0] ?? { id: '' }).filter((column) => !forPeople.has(column))
    files[name] = [columns, ...rows.map((row) => columns.map((column) => row[column]))].map((cells) => cells.join('\t')).join('\n')
  }
  const faults = checkTables(sources)
  if (faults.length) {
    process.stderr.write(`${faults.map((fault) => `lexicon/${language}/${fault}`).join('\n')}\n`)
    process.exit(2)
  }
  const { tables } = loadLexicon(language, '', files)
  files[NAMES] = indexNames((name) => tables[name] ?? [])
  for (const name of onlyNames) delete files[name]
  bundle[language] = { version: hash.digest('hex').slice(0, 12), files }
}
const type = 'Readonly<Record<string, { version: string; files: Record<string, string> }>>'
writeFileSync(
  new URL('../src/lexicon/bundled.ts', import.meta.url),
  `/** Made by scripts/bundle-lexicon.ts from lexicon/; not edited by hand. */\nexport const bundled: ${type} = ${JSON.stringify(bundle)}\n`,
)
