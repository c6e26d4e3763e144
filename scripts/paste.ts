// Pastes into docs/ what stands elsewhere: help of the built program, comments and columns of the lexicon; with --check, fails where it is stale.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Whole `page` with what stands between the marks made anew. */
type Paste = (page: string) => string

const help: Paste = (page) =>
  page.replaceAll(/<!-- paste: stocktake (.*) -->\n[\s\S]*?<!-- end -->/g, (_, call: string) => {
    const printed = execFileSync('node', ['dist/cli.js', ...call.split(' ')], { encoding: 'utf8' })
    return `<!-- paste: stocktake ${call} -->\n\n\`\`\`text\n${printed}\`\`\`\n\n<!-- end -->`
  })

/** One line a table: its name, the comment at its top, its columns. */
function row(path: string): string {
  const lines = readFileSync(path, 'utf8').split('\n')
  const start = lines.findIndex((line) => !line.startsWith('#'))
  const about = lines.slice(0, start).map((line) => line.slice(1).trim())
  if (!about.length) throw new Error(`${path}: say in a comment on its first line what the table holds`)
  const columns = (lines[start] ?? '').split('\t').map((column) => `\`${column}\``)
  const name = path.replace(/^.*\//, '').replace('.tsv', '')
  return `| \`${name}\` | ${about.join(' ').replaceAll('|', '\\|')} | ${columns.join(', ')} |`
}

const tables: Paste = (page) =>
  page.replaceAll(/<!-- tables: (\w+) -->\n[\s\S]*?<!-- end -->/g, (_, language: string) => {
    const folder = join('lexicon', language)
    const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'))
    const rows = files.sort().map((name) => row(join(folder, name)))
    return [`<!-- tables: ${language} -->`, '', '| table | what | columns |', '|---|---|---|', ...rows, '', '<!-- end -->'].join('\n')
  })

const pages: Readonly<Record<string, Paste>> = { 'docs/command-line.md': help, 'docs/lexicon.md': tables }
for (const [path, paste] of Object.entries(pages)) {
  const page = readFileSync(path, 'utf8')
  const fresh = paste(page)
  if (!process.argv.includes('--check')) writeFileSync(path, fresh)
  else if (fresh !== page) {
    process.stderr.write(`${path}: not what the program and the lexicon say; npm run refresh\n`)
    process.exitCode = 1
  }
}
