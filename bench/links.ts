/**
 * Links on the gold of linking and on the entries of a programme: `npm run bench -- links [--misses] [--gold FILE | --sample N --seed WORD [--from 0|1|2] [--below SCORE]]`. Gold items are matched with
 * statements by span (intersection over union of at least 0.5); pairs with an item that was not read count as missed. `--gold` takes another file of the format of
 * `links.dev.json` in the shared folder's gold, and measures that alone.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { read } from '../src/index.ts'
import { cluster, type Edge } from '../src/ledger/link/cluster.ts'
import { type Features, featuresOf, keysOf } from '../src/ledger/link/features.ts'
import { relate } from '../src/ledger/link/relate.ts'
import { scoreLink } from '../src/ledger/link/score.ts'
import type { Span } from '../src/model.ts'
import { parseProgramme } from '../src/programme/parse.ts'
import { filesOf } from '../test/programme/folder.ts'
import { placed } from '../test/programme/linked.ts'
import { type Figure, figure, rough } from './figures.ts'
import { sharedFolder } from './gold.ts'
import { linkSample } from './link-sample.ts'

interface Item extends Span {
  readonly key: string
  readonly doc: string
}
interface Gold {
  readonly documents: readonly { id: string; date: string; text: string }[]
  readonly items: readonly Item[]
  readonly groups: readonly { members: string[]; relations: string[] }[]
  readonly hard_negatives: readonly [string, string, string][]
  readonly unscored: readonly [string, string, string][]
}

function likeness(a: Span, b: Span): number {
  const both = Math.min(a.to, b.to) - Math.max(a.from, b.from)
  return both <= 0 ? 0 : both / (Math.max(a.to, b.to) - Math.min(a.from, b.from))
}

/** Every statement of the documents, and the statement of each item that was read. */
function readGold(gold: Gold): { nodes: Features[]; found: Map<string, Features> } {
  const nodes: Features[] = []
  const found = new Map<string, Features>()
  for (const { id, date, text } of gold.documents) {
    const reading = read({ text, date, language: 'en' })
    const own = reading.statements.map((statement) => ({
      span: statement.span,
      node: featuresOf(statement, reading.hash, { id, hash: reading.hash, date }, reading.parties, reading.statements.length),
    }))
    nodes.push(...own.map(({ node }) => node))
    for (const item of gold.items.filter(({ doc }) => doc === id)) {
      const [best] = [...own].sort((x, y) => likeness(y.span, item) - likeness(x.span, item))
      if (best && likeness(best.span, item) >= 0.5) found.set(item.key, best.node)
    }
  }
  return { nodes, found }
}

interface Links {
  readonly edges: Edge[]
  readonly open: Set<string>
  readonly lost: number
}

/** Links among all nodes that share a key; `lost` counts those above the threshold that share none. */
function linksOf(nodes: readonly Features[]): Links {
  const edges: Edge[] = []
  const open = new Set<string>()
  let lost = 0
  for (const [i, a] of nodes.entries()) {
    const keys = new Set(keysOf(a))
    for (const b of nodes.slice(i + 1)) {
      const link = scoreLink(a, b)
      if (link.verdict === 'apart') continue
      if (!keysOf(b).some((key) => keys.has(key))) lost++
      else {
        open.add(`${a.id} ${b.id}`).add(`${b.id} ${a.id}`)
        if (link.verdict === 'same') edges.push({ a: a.id, b: b.id, weight: link.score })
      }
    }
  }
  return { edges, open, lost }
}

function relationsOf(gold: Gold, found: ReadonlyMap<string, Features>): { right: number; all: number } {
  const doc = new Map(gold.items.map((item) => [item.key, item.doc]))
  let [right, all] = [0, 0]
  for (const { members, relations } of gold.groups)
    for (const [i, key] of members.entries()) {
      const before = members.slice(0, i)
      const last = before.filter((other) => doc.get(other) !== doc.get(key)).at(-1) ?? before.at(-1)
      const [earlier, later] = [found.get(last ?? ''), found.get(key)]
      if (!earlier || !later || relations[i] === 'new') continue
      all++
      if (relate(earlier, later) === relations[i]) right++
    }
  return { right, all }
}

/** Pairs of nodes scored a second. */
function pace(nodes: readonly Features[]): number {
  const start = performance.now()
  let pairs = 0
  for (let round = 0; round < 5; round++)
    for (const [i, a] of nodes.entries())
      for (const b of nodes.slice(i + 1)) {
        scoreLink(a, b)
        pairs++
      }
  return (1000 * pairs) / (performance.now() - start)
}

/** What linking made of the pairs of items of different documents. */
interface Tally {
  readonly right: number
  readonly wrong: number
  readonly missed: number
  /** Of the missed: those that wait for review. */
  readonly proposed: number
  readonly hard: number
}

function countPairs(gold: Gold, nodes: readonly Features[], found: ReadonlyMap<string, Features>, links: Links, tell: boolean): Tally {
  const groups = cluster(
    nodes.map(({ id }) => id),
    links.edges,
    [],
  )
  const group = new Map(groups.flatMap((members, i) => members.map((node) => [node, i] as const)))
  const label = new Map(gold.groups.flatMap(({ members }, i) => members.map((key) => [key, i] as const)))
  const unscored = new Set(gold.unscored.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  const joined = (a: string, b: string): boolean => {
    const [x, y] = [found.get(a), found.get(b)]
    return x !== undefined && y !== undefined && group.get(x.id) === group.get(y.id)
  }
  let [right, wrong, missed, proposed] = [0, 0, 0, 0]
  for (const [i, a] of gold.items.entries())
    for (const b of gold.items.slice(i + 1)) {
      if (a.doc === b.doc || unscored.has(`${a.key} ${b.key}`)) continue
      const same = label.get(a.key) === label.get(b.key)
      if (joined(a.key, b.key)) {
        if (same) right++
        else wrong++
        if (tell && !same) console.log(`wrong: ${a.key} ${b.key}`)
      } else if (same) {
        missed++
        if (links.open.has(`${found.get(a.key)?.id} ${found.get(b.key)?.id}`)) proposed++
        if (tell) console.log(`missed: ${a.key} ${b.key}`)
      }
    }
  return { right, wrong, missed, proposed, hard: gold.hard_negatives.filter(([a, b]) => joined(a, b)).length }
}

/** How many entries of the programme stand beside a statement of their founding text, and beside one that is no item's; undefined without the text. */
function countEntries(shared: string): { right: number; wrong: number; all: number } | undefined {
  const [text, items] = [join(shared, 'corpus', 'founding-text.txt'), join(shared, 'programme', 'china-kazakhstan.json')]
  if (!existsSync(text) || !existsSync(items)) return undefined
  const commitments: { id: string; seed_start: number; seed_end: number }[] = JSON.parse(readFileSync(items, 'utf8')).commitments
  const under = placed(parseProgramme(filesOf(join('programmes', 'china-kazakhstan'))), [{ text: readFileSync(text, 'utf8') }])
  const name = (id: string): string => id.replace(/^[a-z]-/, '')
  const over = ({ from, to }: Span) => commitments.filter((item) => Math.min(to, item.seed_end) > Math.max(from, item.seed_start))
  const right = commitments.filter(({ id }) =>
    under.some(({ entry, span }) => entry === name(id) && over(span).some((item) => item.id === id)),
  )
  const wrong = under.filter(({ entry, span }) => over(span).length > 0 && !over(span).some(({ id }) => name(id) === entry))
  return { right: right.length, wrong: wrong.length, all: commitments.length }
}

/** Measures linking on its gold and on the founding text; prints, and returns the figures. */
export async function links(args: string[]): Promise<Figure[]> {
  const { values } = parseArgs({
    args,
    options: {
      misses: { type: 'boolean', default: false },
      sample: { type: 'string' },
      seed: { type: 'string', default: '' },
      from: { type: 'string', default: '0' },
      below: { type: 'string' },
      gold: { type: 'string' },
    },
  })
  const shared = sharedFolder()
  if (!shared) {
    console.log('links: skipped, no shared folder with gold')
    return []
  }
  if (values.sample !== undefined) {
    const below = values.below === undefined ? {} : { below: Number(values.below) }
    linkSample(shared, { n: Number(values.sample), seed: values.seed, first: Number(values.from), ...below })
    return []
  }
  const gold: Gold = JSON.parse(readFileSync(values.gold ?? join(shared, 'gold', 'links.dev.json'), 'utf8'))
  const { nodes, found } = readGold(gold)
  const made = linksOf(nodes)
  const { right, wrong, missed, proposed, hard } = countPairs(gold, nodes, found, made, values.misses)
  const relations = relationsOf(gold, found)
  const entries = values.gold === undefined ? countEntries(shared) : undefined
  const speed = pace(nodes)
  const all = right + missed || 1
  const [precision, recall, both] = [right / (right + wrong || 1), right / all, (right + proposed) / all]
  console.log(`links: items read ${found.size} of ${gold.items.length}; pairs ${right + missed}, linked right ${right}, wrong ${wrong}`)
  console.log(
    `  precision ${precision.toFixed(3)} recall ${recall.toFixed(3)}, with proposals ${both.toFixed(3)}; hard negatives linked ${hard}`,
  )
  console.log(
    `  relations ${relations.right} of ${relations.all}; links that share no key ${made.lost}; ${Math.round(speed)} pairs scored a second`,
  )
  if (entries) console.log(`  founding text: ${entries.right} of ${entries.all} entries beside their statement, wrong ${entries.wrong}`)
  return [
    figure('links.precision', precision),
    figure('links.recall', recall),
    figure('links.proposed', both),
    figure('links.hard', hard, 0),
    figure('links.relations', relations.right / (relations.all || 1)),
    figure('links.lost', made.lost, 0),
    ...(entries ? [figure('links.founding', entries.right, 0), figure('links.founding.wrong', entries.wrong, 0)] : []),
    rough('links.pairs', speed, 0),
  ]
}
