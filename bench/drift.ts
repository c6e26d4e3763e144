import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { drift } from '../src/compare/drift/drift.ts'
import type { DriftItem, Wording } from '../src/compare/drift/nouns.ts'
import { read, vocabularyOf } from '../src/index.ts'
import type { Vocabulary } from '../src/lexicon/vocabulary.ts'
import { bulkDocuments, bulkPath } from './bulk.ts'
import { type Figure, figure } from './figures.ts'
import { root } from './gold.ts'

/** A change written down by hand. Spans are offsets into the texts as received. */
interface Marked {
  readonly pair: string
  readonly right: readonly string[]
  readonly old: readonly [number, number] | undefined
  readonly new: readonly [number, number] | undefined
  readonly matter: string
  readonly optional: boolean
}

function marks(): Marked[] {
  const rows = readFileSync(join(root, 'bench', 'drift.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
  const span = (cell = '') => (cell ? (cell.split('-').map(Number) as [number, number]) : undefined)
  return rows.slice(1).map((line) => {
    const [older, newer, change = '', also = '', old, fresh, matter = '', optional] = line.split('\t')
    return {
      pair: `${older} ${newer}`,
      right: [change, ...also.split(' ').filter(Boolean)],
      old: span(old),
      new: span(fresh),
      matter,
      optional: Boolean(optional),
    }
  })
}

/** A wording is of a mark where the two overlap; one that a mark does not have must not be there unless the change may be another one. */
const touches = (mark: readonly [number, number] | undefined, one: Wording | undefined): boolean =>
  mark !== undefined && one !== undefined && Math.min(mark[1], one.span.to) > Math.max(mark[0], one.span.from)

const isOf = (mark: Marked, item: DriftItem): boolean => touches(mark.old, item.old) || touches(mark.new, item.new)

/** Changes between twenty-nine pairs of texts against what was written down by hand: `npm run bench -- drift [--items] [--pair PART-OF-ID]`. */
export async function driftPart(args: string[]): Promise<Figure[]> {
  const { values } = parseArgs({
    args,
    options: { shared: { type: 'string', default: '../shared' }, items: { type: 'boolean' }, pair: { type: 'string', default: '' } },
  })
  const path = bulkPath(values.shared)
  if (!path) {
    console.log(`drift: skipped, ${values.shared}/corpus/bulk-en.jsonl.gz is not here`)
    return []
  }
  const all = marks().filter(({ pair }) => pair.includes(values.pair))
  const wanted = new Set(all.flatMap(({ pair }) => pair.split(' ')))
  const sources = new Map(
    bulkDocuments(path)
      .filter(({ id }) => wanted.has(id as string))
      .map((source) => [source.id as string, source]),
  )
  let [found, told, right] = [0, 0, 0]
  for (const pair of new Set(all.map((mark) => mark.pair))) {
    const [old, fresh] = pair.split(' ').map((id) => read({ ...(sources.get(id) ?? { text: '' }), language: 'en' }))
    if (!old || !fresh) continue
    const items = drift(old, fresh, vocabularyOf('en') as Vocabulary)
    const own = all.filter((mark) => mark.pair === pair)
    for (const mark of own.filter(({ optional }) => !optional)) {
      const hit = items.find((item) => isOf(mark, item) && mark.right.includes(item.change))
      if (hit) found++
      else if (values.items) console.log(`  missed: ${mark.right[0]}: ${mark.matter}`)
    }
    for (const item of items) {
      const marked = own.filter((mark) => isOf(mark, item))
      if (marked.length && marked.every(({ optional }) => optional)) continue
      told++
      if (marked.some((mark) => mark.right.includes(item.change))) right++
      else if (values.items) console.log(`  wrong: ${item.change}: ${(item.old ?? item.new)?.quote.replace(/\s+/g, ' ')} ${item.note}`)
    }
  }
  const wantedMarks = all.filter(({ optional }) => !optional).length
  console.log(
    `drift: ${found} of ${wantedMarks} changes told (recall ${(found / wantedMarks).toFixed(3)}), ${right} of ${told} told are right (precision ${(right / told).toFixed(3)})`,
  )
  return [figure('drift.recall', found / wantedMarks), figure('drift.precision', right / told)]
}
