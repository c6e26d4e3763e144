// Writes src/lexicon/bundled.ts: the tables of lexicon/ as strings, without comments and columns that only people read;
// links.bundled.ts: those that only linking asks for; events.bundled.ts: those of exports, so that reading need not load them.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { checkTables } from '../src/lexicon/check.ts'
import { indexNames } from '../src/lexicon/name-index.ts'
import { LexiconError, loadLexicon, NAMES, parseTable, readTable } from '../src/lexicon/parse.ts'

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
/** Tables that only linking asks for. */
const ofLinking = ['acts', 'formulas', 'framing', 'kin', 'matters', 'rarity', 'stems']
/** Tables that only exports ask for. */
const ofExports = ['statecodes', 'eventacts', 'eventcodes', 'eventcontexts']
const forPeople = new Set(['reason', 'example', 'source', 'note', 'yes', 'no', 'office'])
const root = new URL('../lexicon/', import.meta.url)
type Bundle = Record<string, { version: string; files: Record<string, string> }>
const bundle: Bundle = {}
const links: Bundle = {}
const events: Bundle = {}

/** Words of one token by which a state is named, with the state: made from the table of states, so that no name is kept twice. */
function stateWords(text: string): string {
  const rows = readTable('states', text).map((row) => {
    const names = [row['names'], row['adjectives'], row['people']].flatMap((cell) => (cell ? cell.split('|') : []))
    const forms = names.filter((name) => /^[\p{L}'-]+$/u.test(name)).map((name) => name.toLowerCase())
    return [row['id'], [...new Set(forms)].join('|')].join('\t')
  })
  return ['id\tforms', ...rows].join('\n')
}

/** The first name of each state, from the table of states. */
const stateNames = (text: string): string =>
  ['id\tname', ...readTable('states', text).map((row) => `${row['id']}\t${row['names']?.split('|')[0]}`)].join('\n')

/** Bodies of states that event coders put under one code, from the table of bodies. */
const igos = (text: string): string => {
  const rows = readTable('bodies', text).filter((row) => row['kind'] === 'global' || row['kind'] === 'organisation')
  return ['id\tcode', ...rows.map((row) => `${row['id']}\tIGO`)].join('\n')
}

/** Bodies that act for one state, each with that state, from the table of bodies. */
const stateBodies = (text: string): string =>
  [
    'id\tstate',
    ...readTable('bodies', text)
      .filter((row) => row['kind'] === 'agency' && row['members'])
      .map((row) => `${row['id']}\t${row['members']}`),
  ].join('\n')

/** Movements, armed or political: a text speaks of them, and nobody promises them anything in it. */
const movements = (text: string): string =>
  ['id', ...readTable('bodies', text).flatMap((row) => (row['kind'] === 'movement' ? [row['id']] : []))].join('\n')

/** Numbers in words from three on: one and two count the parties more often than what they promise. */
const cardinals = (text: string): string =>
  [
    'id\tforms',
    ...readTable('units', text)
      .filter((row) => row['class'] === 'number' && Number(row['value']) > 2)
      .map((row) => `${row['value']}\t${row['forms']}`),
  ].join('\n')

/** Classes of words that name an act: what a statement is about. */
const acting = ['nominal', 'reciprocal']

/** Forms of the closed classes: they tie words together and say nothing of what a statement is about. */
const functionWords = (text: string): string =>
  [
    'id\tforms',
    ...readTable('words', text).flatMap((row) => (acting.includes(row['class'] ?? '') ? [] : [`${row['id']}\t${row['forms']}`])),
  ].join('\n')

function writeBundle(path: string, name: string, value: Bundle): void {
  const type = 'Readonly<Record<string, { version: string; files: Record<string, string> }>>'
  writeFileSync(
    new URL(path, import.meta.url),
    `/** Made by scripts/bundle-lexicon.ts from lexicon/; not edited by hand. */\nexport const ${name}: ${type} = ${JSON.stringify(value)}\n`,
  )
}

for (const language of readdirSync(root).sort()) {
  if (language === 'any') continue
  const files: Record<string, string> = {}
  const sources: Record<string, string> = {}
  const linking: Record<string, string> = {}
  const exporting: Record<string, string> = {}
  const hash = createHash('sha256')
  const linkHash = createHash('sha256')
  const exportHash = createHash('sha256')
  for (const file of readdirSync(new URL(`${language}/`, root)).sort()) {
    if (!file.endsWith('.tsv')) continue
    const text = readFileSync(new URL(`${language}/${file}`, root), 'utf8')
    const name = file.slice(0, -4)
    const isLinking = ofLinking.includes(name)
    const isExport = ofExports.includes(name)
    ;(isLinking ? linkHash : isExport ? exportHash : hash).update(file).update(text)
    sources[name] = text
    const rows = parsed(language, name, text)
    const columns = Object.keys(rows[0] ?? { id: '' }).filter((column) => !forPeople.has(column))
    const bare = [columns, ...rows.map((row) => columns.map((column) => row[column]))].map((cells) => cells.join('\t')).join('\n')
    if (isLinking) linking[name] = bare
    else if (isExport) exporting[name] = bare
    else files[name] = bare
  }
  linking['statewords'] = stateWords(sources['states'] ?? 'id\tnames')
  linking['functionwords'] = functionWords(sources['words'] ?? 'id\tforms')
  linking['statebodies'] = stateBodies(sources['bodies'] ?? 'id\tkind')
  linking['movements'] = movements(sources['bodies'] ?? 'id\tkind')
  linking['ordinals'] = files['ordinals'] ?? 'id\tforms'
  linking['cardinals'] = cardinals(sources['units'] ?? 'id\tclass\tforms\tvalue')
  for (const made of ['statewords', 'functionwords', 'statebodies', 'movements', 'ordinals', 'cardinals'])
    linkHash.update(linking[made] as string)
  links[language] = { version: linkHash.digest('hex').slice(0, 12), files: linking }
  exporting['statenames'] = stateNames(sources['states'] ?? 'id\tnames')
  exporting['bodycodes'] = igos(sources['bodies'] ?? 'id\tkind')
  events[language] = {
    version: exportHash.update(exporting['statenames']).update(exporting['bodycodes']).digest('hex').slice(0, 12),
    files: exporting,
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
/** Tables that belong to no language: what tells languages apart, what servers say in them. */
const any = Object.fromEntries(
  ['languages', 'missing'].map((name) => {
    const rows = parsed('any', name, readFileSync(new URL(`any/${name}.tsv`, root), 'utf8'))
    const columns = Object.keys(rows[0] ?? { id: '' }).filter((column) => column !== 'name')
    return [name, [columns, ...rows.map((row) => columns.map((column) => row[column]))].map((cells) => cells.join('\t')).join('\n')]
  }),
)
writeFileSync(
  new URL('../src/lexicon/any.bundled.ts', import.meta.url),
  `/** Made by scripts/bundle-lexicon.ts from lexicon/any; not edited by hand. */\nexport const anyLanguage = ${JSON.stringify(any)} as const\n`,
)
writeBundle('../src/lexicon/bundled.ts', 'bundled', bundle)
writeBundle('../src/lexicon/links.bundled.ts', 'links', links)
writeBundle('../src/lexicon/events.bundled.ts', 'events', events)
