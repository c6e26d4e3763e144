/** Collation against known truth, against the marked pairs, and its speed beside jsdiff: `npm run bench -- copies [--rounds N] [--most N]`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { collate } from '../src/compare/collate/collate.ts'
import { type Collation, isQuiet, type Witness } from '../src/compare/collate/nouns.ts'
import { read, vocabularyOf } from '../src/index.ts'
import { splitHeader } from '../src/intake/header.ts'
import type { Vocabulary } from '../src/lexicon/vocabulary.ts'
import { type Spot, spunPairs } from '../test/compare/spun.ts'
import { bundle } from './bundle.ts'
import { runChild } from './child.ts'
import { type Damaged, damage, heavy, light, type Stretch } from './damage.ts'
import { type Figure, figure, rough } from './figures.ts'
import { sharedFolder } from './gold.ts'

const options = { rounds: { type: 'string', default: '40' }, most: { type: 'string', default: '60' } } as const
const english = vocabularyOf('en') as Vocabulary

/** Runs the part; prints its lines and returns its figures. */
export async function copies(args: string[]): Promise<Figure[]> {
  const { values } = parseArgs({ args, options })
  const texts = sources(Number(values.most))
  const figures: Figure[] = []
  for (const [name, dose] of [
    ['light', light],
    ['heavy', heavy],
  ] as const) {
    const tally = new Tally()
    texts.forEach((text, i) => {
      const made = damage(text, dose, i + 1)
      tally.add(compareTexts(text, made.text), made)
    })
    figures.push(...tally.figures(name))
  }
  figures.push(...marked(), ...spun())
  if (values.rounds !== '0') figures.push(...(await speeds(Number(values.rounds))))
  return figures
}

const witness = (text: string, id: string): Witness => ({ id, text, reading: read({ text }) })
const compareTexts = (a: string, b: string): Collation => collate([witness(a, 'a'), witness(b, 'b')], english)

/** The samples, and English texts of the shared folder where it is present, without their headers. */
function sources(most: number): string[] {
  const samples = readdirSync('samples', { withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ name }) => readFileSync(join('samples', name), 'utf8'))
  const shared = sharedFolder()
  const folder = shared && join(shared, 'corpus')
  if (!folder || !existsSync(folder)) {
    console.log('copies: only the samples are damaged, the shared folder is absent')
    return samples
  }
  const texts = readdirSync(folder)
    .filter((name) => /^\d{4}.*(?:whitehouse|state|kremlin|treaty)/.test(name))
    .map((name) => splitHeader(readFileSync(join(folder, name), 'utf8')).text)
    .filter((text) => text.length > 1000 && text.length < 30_000)
  return [...samples, ...texts].slice(0, most)
}

const overlaps = (x: Stretch | null | undefined, y: Stretch | null | undefined): boolean => !!x && !!y && x.from < y.to && x.to > y.from

class Tally {
  private right = 0
  private words = 0
  private found = 0
  private meaning = 0
  private raised = 0
  private false = 0

  add({ rows, differences }: Collation, made: Damaged): void {
    const cells = rows.flatMap((row) => row.columns).filter((column) => column[0])
    cells.sort((x, y) => (x[0]?.from ?? 0) - (y[0]?.from ?? 0))
    const truth = [...made.words].sort((x, y) => x.a.from - y.a.from)
    let at = 0
    for (const { a, b } of truth) {
      while (at < cells.length && (cells[at]?.[0]?.to ?? 0) <= a.from) at++
      const own = cells[at]?.[1] ?? null
      this.words++
      if (b ? overlaps(own, b) : own === null) this.right++
    }
    const loud = differences.filter((one) => !isQuiet(one.class))
    const meets = (one: (typeof loud)[0], item: Damaged['meaning'][0]): boolean =>
      overlaps(one.spans[0], item.a) || overlaps(one.spans[1], item.b)
    for (const item of made.meaning) {
      this.meaning++
      if (loud.some((one) => meets(one, item))) this.found++
    }
    this.raised += loud.length
    this.false += loud.filter((one) => !made.meaning.some((item) => meets(one, item))).length
  }

  figures(name: string): Figure[] {
    const aligned = this.right / this.words
    const recall = this.found / this.meaning
    const alarms = this.false / (this.raised - this.false)
    console.log(
      `copies, ${name} damage: ${this.words} words, ${aligned.toFixed(4)} aligned right; ${this.meaning} changes of sense, ${recall.toFixed(4)} found; ${(10 * alarms).toFixed(2)} false alarms for ten true ones`,
    )
    return [
      figure(`copies.${name}.aligned`, aligned, 4),
      figure(`copies.${name}.found`, recall, 4),
      figure(`copies.${name}.alarms`, alarms, 4),
    ]
  }
}

interface Gold {
  readonly documents: readonly { readonly id: string; readonly text: string }[]
  readonly pairs: readonly {
    readonly a: string
    readonly b: string
    readonly meaning: readonly Spot[]
    readonly cosmetic: readonly Pick<Spot, 'a' | 'b'>[]
  }[]
}

/** Two texts and what was marked of them by hand. */
type Pair = Gold['pairs'][0]

/** The pairs marked by hand, where the shared folder is present. */
function marked(): Figure[] {
  const shared = sharedFolder()
  const path = shared && join(shared, 'gold', 'copies.dev.json')
  if (!path || !existsSync(path)) {
    console.log('copies: no marked pairs, the shared folder is absent')
    return []
  }
  const gold: Gold = JSON.parse(readFileSync(path, 'utf8'))
  const texts = new Map(gold.documents.map(({ id, text }) => [id, text]))
  const pairs = gold.pairs.map(({ a, b, ...marks }) => ({ ...marks, a: texts.get(a) ?? '', b: texts.get(b) ?? '' }))
  return told('marked', 'marked pairs', pairs, () => true)
}

/** The pairs of test/compare/spun, written and marked before the program saw them. A passage that moved is no alarm for the words in it. */
const spun = (): Figure[] => told('spun', 'spun pairs', spunPairs(join('test', 'compare', 'spun')), (one) => one.class !== 'moved')

/** How many of the marked changes of sense are found, and how many of the other marks are raised. */
function told(id: string, name: string, pairs: readonly Pair[], alarms: (one: Collation['differences'][0]) => boolean): Figure[] {
  let [must, found, right, quiet, raised] = [0, 0, 0, 0, 0]
  for (const { a, b, meaning, cosmetic } of pairs) {
    const loud = compareTexts(a, b).differences.filter((one) => !isQuiet(one.class))
    const hits = (item: Pick<Spot, 'a' | 'b'>) => loud.filter((one) => overlaps(one.spans[0], item.a) || overlaps(one.spans[1], item.b))
    must += meaning.length
    found += meaning.filter((item) => hits(item).length).length
    right += meaning.filter((item) => hits(item).some((one) => one.class === item.kind)).length
    quiet += cosmetic.length
    raised += cosmetic.filter((item) => hits(item).some(alarms)).length
  }
  console.log(
    `copies, ${name}: ${(found / must).toFixed(3)} of ${must} changes of sense found, ${(right / must).toFixed(3)} with their class; ${(raised / quiet).toFixed(3)} of ${quiet} cosmetic ones raised`,
  )
  return [
    figure(`copies.${id}.found`, found / must, 3),
    figure(`copies.${id}.class`, right / must, 3),
    figure(`copies.${id}.alarms`, raised / quiet, 3),
  ]
}

/** What bench/copies-child.ts measures, in milliseconds of the processor; the best of some rounds. */
export interface CopiesRun {
  readonly own: number
  readonly jsdiff: number
}

/** Two texts read and compared, beside jsdiff in its mode of words: a bundle of its own, as users run it. */
async function speeds(rounds: number): Promise<Figure[]> {
  const child = await bundle('copies-child.ts')
  const figures: Figure[] = []
  const run = (kilobytes: number, dose: string, times: number): CopiesRun =>
    runChild<CopiesRun>(child, [String(kilobytes), dose, String(times)], 300)
  for (const [kilobytes, dose, times] of [
    [20, 'light', rounds],
    [20, 'heavy', rounds],
    [100, 'light', Math.ceil(rounds / 10)], // jsdiff alone takes more than ten times what it takes for 20 KB
  ] as const) {
    const { own, jsdiff } = run(kilobytes, dose, times)
    console.log(
      `copies: two texts of ${kilobytes} KB, ${dose} damage, read and compared in ${own.toFixed(0)} ms, jsdiff ${jsdiff.toFixed(0)} ms: ${(own / jsdiff).toFixed(2)} times its time (best of ${times})`,
    )
    figures.push(rough(`copies.speed.${kilobytes}KB.${dose}`, own / jsdiff))
  }
  const [tenth, whole] = [run(100, 'alone', 2).own, run(1000, 'alone', 1).own]
  console.log(`copies: two texts of 1 MB in ${(whole / 1000).toFixed(1)} s, ${(whole / tenth).toFixed(1)} times the time of 100 KB`)
  figures.push(rough('copies.growth.tenfold', whole / tenth))
  return figures
}
