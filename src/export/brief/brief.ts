import type { Dump, InForce } from '../../ledger/dump.ts'
import type { Programme, Standing, Undertaking } from '../../ledger/nouns.ts'
import { gather, ofType } from '../rows.ts'
import { inline } from './markdown.ts'
import { capital, type Judged, latest, line, named, paragraphs, type Sources, spoken } from './paragraph.ts'

/** How a brief is laid out. */
export interface BriefOptions {
  /** `direction` (where absent): by the directions of the programmes, then by party outside of them. */
  readonly by?: 'direction' | 'party'
  /** Only what this programme declares. */
  readonly programme?: string
  /** Only what binds or is asked of this party, by its code or name in the ledger. */
  readonly party?: string
}

interface Group {
  readonly title: string
  readonly rows: Undertaking[]
}

const standings: readonly Standing[] = [
  'delivered',
  'progress',
  'restated',
  'contradicted',
  'nothing-found',
  'overdue',
  'not-yet-due',
  'not-applicable',
  'unverifiable',
  'not-assessed',
]

/**
 * A brief in Markdown for print: by direction or party what is undertaken, its standing, its latest wording, what shows what became of it, and
 * what nobody has assessed. Commitments, proposals and what programmes declare; positions and reports are counted. Nothing in a text, a name
 * or an address can be more than words in it.
 */
export async function* briefOf(dump: Dump, options: BriefOptions = {}): AsyncGenerator<string> {
  const journal = await gather(dump.journal)
  const declared = ofType(journal, 'programme').map(({ judgement }) => judgement.programme)
  const programmes = declared.filter(({ name }) => options.programme === undefined || name === options.programme)
  const { groups, left } = await grouped(dump, programmes, options)
  const sources = await sourcesOf(dump, journal, groups)
  const judged = judgedOf(journal)
  const [only, ...more] = programmes
  yield `# ${only && !more.length ? inline(only.title, 200) : 'Undertakings and what became of them'}\n\n`
  yield `Standing on ${inline(dump.asOf)}. ${counted(groups)}\n\n${summary(groups)}`
  for (const { title, rows } of groups) yield* section(title, rows, judged, sources)
  if (left) yield `\n---\n\nLeft out: ${left} that only take a position or report.\n`
}

const none: Judged = { evidence: [], searches: [], scores: [] }

function* section(title: string, rows: readonly Undertaking[], judged: ReadonlyMap<string, Judged>, sources: Sources): Generator<string> {
  yield `\n## ${title}\n`
  const unseen = ({ id, standing }: Undertaking) => standing === 'not-assessed' && !judged.has(id)
  const bare = rows.filter(unseen)
  for (const row of rows) if (!unseen(row)) yield `\n${paragraphs(row, judged.get(row.id) ?? none, sources)}\n`
  if (bare.length === 0) return
  yield '\n**Not assessed.** Nobody has looked yet, which does not mean that nothing was done:\n\n'
  for (const row of bare) yield `${line(row, sources)}\n`
}

/** Undertakings under their directions, in the order of the programmes, then by parties. `left`: how many only take a position or report. */
async function grouped(
  dump: Dump,
  programmes: readonly Programme[],
  { by = 'direction', programme, party }: BriefOptions,
): Promise<{ groups: readonly Group[]; left: number }> {
  const groups = new Map<string, Group>()
  for (const { name, title, directions } of by === 'direction' ? programmes : [])
    for (const { id, label } of directions)
      groups.set(`${name}/${id}`, { title: inline(programmes.length > 1 ? `${title}: ${label}` : label, 200), rows: [] })
  const others = new Map<string, Group>()
  let left = 0
  for await (const row of dump.undertakings) {
    if (programme !== undefined && !row.entries.some((entry) => entry.programme === programme)) continue
    if (party !== undefined && !row.parties.includes(party)) continue
    const entry = row.entries.find(({ programme, direction }) => groups.has(`${programme}/${direction}`))
    if (entry) groups.get(`${entry.programme}/${entry.direction}`)?.rows.push(row)
    else if (row.entries.length || row.kind === 'commitment' || row.kind === 'proposal') {
      const title = (groups.size ? 'Outside the programmes: ' : '') + (named(row.parties) || 'parties not named')
      if (!others.has(title)) others.set(title, { title, rows: [] })
      others.get(title)?.rows.push(row)
    } else left++
  }
  const rest = [...others.values()].sort((a, b) => (a.title < b.title ? -1 : 1))
  return { groups: [...groups.values(), ...rest].filter(({ rows }) => rows.length), left }
}

async function sourcesOf(dump: Dump, journal: readonly InForce[], groups: readonly Group[]): Promise<Sources> {
  const wanted = new Set(ofType(journal, 'evidence').map(({ judgement: { passage } }) => passage?.document))
  for (const { rows } of groups) for (const { members } of rows) wanted.add(latest(members)?.document)
  const documents = new Map()
  for await (const document of dump.documents) if (wanted.has(document.id)) documents.set(document.id, document)
  const series = new Map(ofType(journal, 'series').map(({ judgement: { series: one } }) => [one.id, one]))
  return { documents, series, observations: ofType(journal, 'observation') }
}

function judgedOf(journal: readonly InForce[]): ReadonlyMap<string, Judged> {
  const out = new Map<string, { [K in keyof Judged]: Judged[K][number][] }>()
  const at = (id: string) => {
    if (!out.has(id)) out.set(id, { evidence: [], searches: [], scores: [] })
    return out.get(id) as { [K in keyof Judged]: Judged[K][number][] }
  }
  for (const row of ofType(journal, 'evidence')) if (row.undertaking) at(row.undertaking).evidence.push(row)
  for (const row of ofType(journal, 'search')) if (row.undertaking) at(row.undertaking).searches.push(row)
  for (const row of ofType(journal, 'score')) if (row.undertaking) at(row.undertaking).scores.push(row)
  return out
}

function counted(groups: readonly Group[]): string {
  const all = groups.flatMap(({ rows }) => rows)
  const open = all.filter(({ standing }) => standing === 'not-assessed').length
  return `${all.length} undertakings, ${open} of them not assessed.`
}

function summary(groups: readonly Group[]): string {
  const shown = standings.filter((name) => groups.some(({ rows }) => rows.some(({ standing }) => standing === name)))
  const count = (rows: readonly Undertaking[], name: Standing): string => String(rows.filter(({ standing }) => standing === name).length)
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  const head = row(['', ...shown.map((name) => capital(spoken(name))), 'All'])
  const rule = row(['---', ...shown.map(() => '---:'), '---:'])
  return (
    head + rule + groups.map(({ title, rows }) => row([title, ...shown.map((name) => count(rows, name)), String(rows.length)])).join('')
  )
}
