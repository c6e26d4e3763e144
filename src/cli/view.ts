import type { Reading, Statement } from '../model.ts'

export interface ViewOptions {
  readonly color: boolean
  readonly width: number
  readonly explain: boolean
}

const marks: Record<string, string> = { binding: '■ binding', agreed: '● agreed', intent: '◐ intent', ready: '○ ready', should: '△ should' }
const kinds: Record<string, string> = { position: '◇ position', report: '· report' }
/** Control characters of a hostile text must not reach the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const fold = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd')

/** The reading as a desk officer reads it: statement by statement in the order of the text. */
export function renderText(reading: Reading, text: string, options: ViewOptions): string {
  const style = (code: string, value: string) => (options.color ? `\u001b[${code}m${value}\u001b[0m` : value)
  const out: string[] = []
  const title = reading.source.title ?? reading.id
  out.push(style('1', fold(title)))
  const about = [reading.source.publisher, reading.source.date, reading.parties.length ? `between ${reading.parties.join(', ')}` : ''].filter(Boolean)
  if (about.length) out.push(style('2', fold(about.join(' · '))))
  let label: string | undefined
  for (const statement of reading.statements) {
    if (statement.point && statement.point.label !== label) {
      label = statement.point.label
      out.push('', style('1', `Point ${statement.point.number}${statement.point.of ? ` of ${statement.point.of}` : ''} — ${fold(label)}`))
    }
    out.push('', ...statementLines(statement, style, options.width))
    if (options.explain) for (const [field, ground] of Object.entries(statement.grounds)) {
      out.push(style('2', `    why ${field}: ${ground.basis} by ${ground.rule}, from “${fold(ground.spans.map((s) => text.slice(s.from, Math.min(s.to, s.from + 60))).join(' … '))}”`))
    }
  }
  if (reading.damage.length) out.push('', style('1', `Damage (${reading.damage.length})`), ...reading.damage.map((d) => `  ✗ ${d.what}: “${fold(d.quote).slice(0, 90)}”`))
  const gates = new Map<string, number>()
  for (const { gate } of reading.rejections) gates.set(gate, (gates.get(gate) ?? 0) + 1)
  if (options.explain) {
    out.push('', style('1', 'Refused clauses'))
    for (const r of reading.rejections) out.push(`  ${r.gate} (${r.rule}): ${fold(text.slice(r.span.from, r.span.to)).slice(0, options.width)}`)
  } else if (gates.size) out.push('', style('2', `${reading.statements.length} statements; refused: ${[...gates].map(([gate, n]) => `${n} ${gate}`).join(', ')}`))
  for (const note of reading.notes) out.push(style('2', `note: ${note}`))
  return `${out.join('\n')}\n`
}

function statementLines(s: Statement, style: (code: string, value: string) => string, width: number): string[] {
  const mark = s.kind === 'commitment' ? (marks[s.force] ?? s.force) : s.kind === 'proposal' ? '△ proposal' : (kinds[s.kind] ?? s.kind)
  const who = s.parties.length ? s.parties.join(', ') : '(nobody named)'
  const asked = s.proposers?.length ? `${s.proposers.join(', ')} asks ${who}` : who
  const extra = [s.aspect === 'new' ? '' : s.aspect, s.negated ? 'not' : '', s.deadline ? `by: ${s.deadline.phrase}` : '', s.target ? s.target.phrase : '', s.attribution ? `said by ${s.attribution}` : ''].filter(Boolean)
  const head = `  ${style(s.kind === 'commitment' ? '32' : s.kind === 'proposal' ? '33' : '36', mark.padEnd(11))} ${style('1', fold(asked))} → ${fold(s.act)}${extra.length ? style('2', `  (${fold(extra.join('; '))})`) : ''}`
  const lines = wrap(`“${fold(s.quote)}”`, Math.max(30, width - 14)).map((line) => `              ${line}`)
  return [head, ...lines, ...(s.doubt ? [style('31', `              ✗ doubt: ${fold(s.doubt)}`)] : [])]
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && line.length + word.length + 1 > width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return line ? [...lines, line] : lines
}
