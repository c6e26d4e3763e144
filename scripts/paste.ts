// Pastes what the built program prints into docs/command-line.md; with --check, fails where the page is stale.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const path = 'docs/command-line.md'
const page = readFileSync(path, 'utf8')
const fresh = page.replaceAll(/<!-- paste: stocktake (.*) -->\n[\s\S]*?<!-- end -->/g, (_, call: string) => {
  const printed = execFileSync('node', ['dist/cli.js', ...call.split(' ')], { encoding: 'utf8' })
  return `<!-- paste: stocktake ${call} -->\n\n\`\`\`text\n${printed}\`\`\`\n\n<!-- end -->`
})
if (!process.argv.includes('--check')) writeFileSync(path, fresh)
else if (fresh !== page) {
  console.error(`${path}: not what the program prints; npm run refresh`)
  process.exitCode = 1
}
