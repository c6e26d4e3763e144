// Draws docs/read.svg, the picture of the README, from what the built program prints; with --check, fails where it is stale.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { textWidth } from '../src/cli/flow.ts'

const path = 'docs/read.svg'
const sample = 'samples/press-conference.txt'
const call = `stocktake read ${sample}`
const columns = 84
const mostLines = 46
const cell = { width: 7.83, height: 18 }
const edge = 20

const colors: Readonly<Record<string, string>> = {
  '1': '#ffffff',
  '2': '#8b98a9',
  '31': '#ff8f8f',
  '32': '#7ee2a8',
  '33': '#f4cf73',
  '36': '#7fd1ee',
}
const plain = '#d5dde8'

const entities = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** One line with its escape sequences as runs of text, each pinned to its column. */
function draw(line: string, row: number): string {
  const y = edge + 34 + row * cell.height
  let at = 0
  let style = ''
  const runs: string[] = []
  for (const piece of line.split(/(\u001b\[\d+m)/)) {
    const code = /^\u001b\[(\d+)m$/.exec(piece)?.[1]
    if (code !== undefined) style = code === '0' ? '' : code
    else if (piece) {
      const lead = piece.length - piece.trimStart().length
      const text = piece.trim()
      const x = edge + (at + lead) * cell.width
      const width = textWidth(text) * cell.width
      const weight = style === '1' ? ' font-weight="700"' : ''
      if (text)
        runs.push(
          `<tspan x="${x.toFixed(1)}" textLength="${width.toFixed(1)}" fill="${colors[style] ?? plain}"${weight}>${entities(text)}</tspan>`,
        )
      at += textWidth(piece)
    }
  }
  return runs.length ? `<text y="${y}">${runs.join('')}</text>` : ''
}

const printed = execFileSync('node', ['dist/cli.js', 'read', '--color', 'always', '--width', String(columns), sample], { encoding: 'utf8' })
const all = printed.trimEnd().split('\n')
const end = all.slice(0, mostLines).lastIndexOf('')
const lines = all.length > mostLines ? [...all.slice(0, end), '', '\u001b[2m  …\u001b[0m'] : all
const width = Math.ceil(columns * cell.width) + 2 * edge
const height = lines.length * cell.height + 2 * edge + 34
const fresh = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="13">
<title>${call}</title>
<rect width="${width}" height="${height}" rx="8" fill="#131a24"/>
<text x="${edge}" y="${edge + 8}" fill="#8b98a9">$ ${entities(call)}</text>
${lines.map(draw).filter(Boolean).join('\n')}
</svg>
`
if (!process.argv.includes('--check')) writeFileSync(path, fresh)
else if (!existsSync(path) || readFileSync(path, 'utf8') !== fresh) {
  process.stderr.write(`${path}: not what the program prints; npm run refresh\n`)
  process.exitCode = 1
}
