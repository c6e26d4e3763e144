/**
 * What went wrong in the work documents, in the order of the text, gold and prediction side by side. Texts of
 * held-back documents are never shown.
 */
import type { Rejection, Statement } from '../src/model.ts'
import type { GoldStatement } from './gold.ts'
import type { Scored } from './gold-run.ts'
import { match, overlap, pair, setF1 } from './score.ts'

export type Miss = 'missed' | 'extra' | 'limits' | 'kind' | 'force' | 'parties' | 'damage-missed' | 'damage-extra'
export const missTypes: readonly Miss[] = ['missed', 'extra', 'limits', 'kind', 'force', 'parties', 'damage-missed', 'damage-extra']

/** One error. A `limits` error has both sides (they overlap, but by less than half); so have kind, force, parties. */
export interface Finding {
  readonly at: number
  readonly types: readonly Miss[]
  readonly gold?: GoldStatement
  readonly predicted?: Statement
  /** For `missed` and `extra`: the best overlapping statement of the other side that is already paired elsewhere. */
  readonly near?: string
  readonly text?: string
}

const label = (one: { kind: string; force: string; parties: readonly string[]; act?: string }) =>
  `${one.kind}/${one.force} [${one.parties.join(' ')}] ${one.act ?? ''}`

/** The pairs of what is left over that overlap at all, best first, one to one. */
function leftoverPairs(
  gold: readonly GoldStatement[],
  predicted: readonly Statement[],
  freeGold: Set<number>,
  freePredicted: Set<number>,
): [number, number][] {
  const candidates: [number, number, number][] = []
  for (const i of freeGold) {
    for (const j of freePredicted) {
      const share = overlap(gold[i] as GoldStatement, (predicted[j] as Statement).span)
      if (share > 0) candidates.push([share, i, j])
    }
  }
  candidates.sort((a, b) => b[0] - a[0])
  const chosen: [number, number][] = []
  for (const [, i, j] of candidates) {
    if (!freeGold.has(i) || !freePredicted.has(j)) continue
    freeGold.delete(i)
    freePredicted.delete(j)
    chosen.push([i, j])
  }
  return chosen
}

function wrongFields(g: GoldStatement, p: Statement): Miss[] {
  const types: Miss[] = []
  if (g.kind !== p.kind) types.push('kind')
  else if (g.force !== p.force) types.push('force')
  if (setF1(g.parties, p.parties) < 1) types.push('parties')
  return types
}

/** Every error of one document, by position. Pairs by kind first, as the score does; then what is left over. */
export function findings({ doc, reading }: Scored): Finding[] {
  const gold = doc.statements
  const predicted = reading.statements
  const { coded } = match(doc, predicted)
  const freeGold = new Set(gold.keys())
  const freePredicted = new Set(predicted.keys())
  const out: Finding[] = []
  for (const [i, j] of coded) {
    freeGold.delete(i)
    freePredicted.delete(j)
    const g = gold[i] as GoldStatement
    const p = predicted[j] as Statement
    const types = wrongFields(g, p)
    if (types.length) out.push({ at: g.from, types, gold: g, predicted: p })
  }
  for (const [i, j] of leftoverPairs(gold, predicted, freeGold, freePredicted)) {
    const g = gold[i] as GoldStatement
    const p = predicted[j] as Statement
    const limits: Miss[] = overlap(g, p.span) < 0.5 ? ['limits'] : []
    out.push({ at: Math.min(g.from, p.span.from), types: [...limits, ...wrongFields(g, p)], gold: g, predicted: p })
  }
  const best = <T>(all: readonly T[], share: (one: T) => number) =>
    all.reduce<T | undefined>((top, one) => (share(one) > (top ? share(top) : 0) ? one : top), undefined)
  for (const i of freeGold) {
    const g = gold[i] as GoldStatement
    const near = best(predicted, (p) => overlap(g, p.span))
    out.push({ at: g.from, types: ['missed'], gold: g, ...(near && { near: `inside or beside pred ${label(near)} «${near.quote}»` }) })
  }
  for (const j of freePredicted) {
    const p = predicted[j] as Statement
    const near = best(gold, (g) => overlap(g, p.span))
    out.push({
      at: p.span.from,
      types: ['extra'],
      predicted: p,
      ...(near && { near: `inside or beside gold ${label(near)} «${near.quote}»` }),
    })
  }
  return [...out, ...damageFindings(doc, reading)].sort((a, b) => a.at - b.at)
}

function damageFindings(doc: Scored['doc'], reading: Scored['reading']): Finding[] {
  const gold = doc.damage ?? []
  const pairs = pair(
    gold,
    reading.damage.map((d) => d.span),
    () => true,
  )
  const foundGold = new Set(pairs.map(([i]) => i))
  const foundPredicted = new Set(pairs.map(([, j]) => j))
  const missed = gold.flatMap((g, i) => {
    const near = reading.damage.find((d) => overlap(g, d.span) > 0)
    const beside = near ? ` | overlaps pred ${near.rule} «${near.quote}»` : ''
    const text = `«${doc.text.slice(g.from, g.to)}» ${g.what ?? ''}${beside}`
    return foundGold.has(i) ? [] : [{ at: g.from, types: ['damage-missed'] as const, text }]
  })
  const extra = reading.damage.flatMap((d, j) =>
    foundPredicted.has(j) ? [] : [{ at: d.span.from, types: ['damage-extra'] as const, text: `«${d.quote}» ${d.rule}: ${d.what}` }],
  )
  return [...missed, ...extra]
}

const flat = (text: string) => text.replace(/\s+/g, ' ')

/** The stretch around both spans with gold limits as ⟦ ⟧ and predicted ones as { }. */
export function marked(
  text: string,
  gold: { from: number; to: number } | undefined,
  predicted: { from: number; to: number } | undefined,
): string {
  const spans = [gold, predicted].filter((one) => one !== undefined)
  const from = Math.max(0, Math.min(...spans.map((one) => one.from)) - 60)
  const to = Math.min(text.length, Math.max(...spans.map((one) => one.to)) + 30)
  const marks: [number, string][] = []
  if (gold) marks.push([gold.from, '⟦'], [gold.to, '⟧'])
  if (predicted) marks.push([predicted.from, '{'], [predicted.to, '}'])
  marks.sort((a, b) => a[0] - b[0])
  let out = from ? '…' : ''
  let at = from
  for (const [position, mark] of marks) {
    out += text.slice(at, position) + mark
    at = position
  }
  return flat(out + text.slice(at, to) + (to < text.length ? '…' : ''))
}

const ruleOf = (p: Statement) => p.grounds.kind?.rule ?? '?'

/** Rules that named the parties and the force, where they differ from the rule of the kind. */
const otherRules = (p: Statement) => `parties by ${p.grounds.parties?.rule ?? '?'}, force by ${p.grounds.force?.rule ?? '?'}`

function show(one: Finding, text: string, rejections: readonly Rejection[]): string[] {
  const { gold: g, predicted: p } = one
  const lines = [`${String(one.at).padStart(6)} ${one.types.join('+').toUpperCase()}`]
  if (one.text) lines[0] += `  ${flat(one.text)}`
  if (g) lines.push(`         gold ${label(g)}${g.attribution ? ` (said by ${g.attribution})` : ''}${g.doubt ? ` DOUBT: ${g.doubt}` : ''}`)
  if (p) lines.push(`         pred ${label(p)}${p.attribution ? ` (said by ${p.attribution})` : ''}  rule ${ruleOf(p)}`)
  if (p && one.types.some((type) => type === 'parties' || type === 'force')) lines.push(`              ${otherRules(p)}`)
  if (g || p) lines.push(`         ${marked(text, g, p?.span)}`)
  if (one.near) lines.push(`         ${flat(one.near)}`)
  if (g && !p) {
    const refused = rejections.filter(({ span }) => span.from < g.to && g.from < span.to)
    for (const { gate, rule, span } of refused.slice(0, 3))
      lines.push(`         refused: ${gate} by ${rule} «${flat(text.slice(span.from, span.to)).slice(0, 100)}»`)
    if (!refused.length && !one.near) lines.push('         no cue seen')
  }
  return lines
}

/**
 * Prints the errors of the work documents. `filter`: words, all of which must be a type of miss (`limits`), or occur
 * in kind, force, rule or text of the error.
 */
export function printMisses(scored: readonly Scored[], filter: string): void {
  const words = filter
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.toLowerCase())
  let shown = 0
  for (const one of scored) {
    if (one.held) continue
    const blocks = findings(one)
      .map((finding) => ({ finding, lines: show(finding, one.doc.text, one.reading.rejections) }))
      .filter(({ finding, lines }) => {
        const all = lines.join('\n').toLowerCase()
        return words.every((word) =>
          (missTypes as readonly string[]).includes(word) ? (finding.types as readonly string[]).includes(word) : all.includes(word),
        )
      })
    if (!blocks.length) continue
    console.log(`\n=== ${one.doc.id} (${one.genre}; text parties ${one.reading.parties.join(' ') || 'none'}), ${blocks.length} errors`)
    for (const { lines } of blocks) console.log(lines.join('\n'))
    shown += blocks.length
  }
  const held = scored.filter((one) => one.held).length
  console.log(`\n${shown} errors shown${held ? ` (${held} held-back documents are not shown)` : ''}\n`)
}
