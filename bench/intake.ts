/**
 * The text of pages beside Mozilla's Readability: `npm run bench -- intake`. Pages: ../shared/corpus/raw-html, whose texts are in ../shared/corpus, and
 * test/intake/pages, whose texts lie beside them. Words are compared in order (longest common subsequence), white space and bullets aside.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { read } from '../src/index.ts'
import { splitHeader } from '../src/intake/header.ts'
import { sourceOfBytes } from '../src/intake/intake.ts'
import { bundle } from './bundle.ts'
import { median, runChild } from './child.ts'
import { type Figure, figure, rough } from './figures.ts'
import type { IntakeRun, Spent, ToReading } from './intake-child.ts'

interface Page {
  readonly name: string
  readonly bytes: Buffer
  readonly truth: string
  /** Title, date and author over the text: neither furniture nor asked for. */
  readonly over?: string
}

function pagesOf(folder: string, texts: string): Page[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => {
      const path = join(texts, name.replace('.html', '.txt'))
      return { name, bytes: readFileSync(join(folder, name)), truth: splitHeader(readFileSync(path, 'utf8')).text }
    })
}

/**
 * Real texts in the furniture of own pages: what stands between their marks `<!-- text -->` and `<!-- /text -->` is replaced. Titles and dates that
 * such a page puts over its text are neither furniture nor asked for.
 */
function dressed(real: readonly Page[]): Page[] {
  return ['ministry-statement', 'newspaper', 'print-view'].flatMap((dress) => {
    const [before = '', rest = ''] = readFileSync(`test/intake/pages/${dress}.html`, 'utf8').split('<!-- text -->')
    const after = rest.split('<!-- /text -->')[1] ?? ''
    return real.map(({ name, bytes, truth }) => ({
      name: `${dress} ${name}`,
      bytes: Buffer.from(before + bytes.toString('utf8') + after),
      truth,
      over: overs[dress] ?? '',
    }))
  })
}

const overs: Readonly<Record<string, string>> = {
  'ministry-statement': 'Joint statement on river transport Published: 7 June 2031',
  newspaper: 'Two capitals sign port deal By A. Writer June 9, 2031',
  'print-view': 'COMMUNIQUE',
}

/** Words, and in Chinese characters, of a text; its bullets and numbers of items are left out. */
const wordsOf = (text: string): string[] =>
  text.replace(/^[ \t]*(?:-|\d{1,3}\.|[a-z]\.)[ \t]+/gm, '').match(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu) ?? []
const charactersOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + word.length, 0)

/** Characters of the words that both lists have in the same order. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = new Uint32Array(b.length + 1)
  for (const word of a) {
    const next = new Uint32Array(b.length + 1)
    for (let i = 0; i < b.length; i++)
      next[i + 1] = Math.max(next[i] as number, row[i + 1] as number, word === b[i] ? (row[i] as number) + word.length : 0)
    row = next
  }
  return row[b.length] as number
}

interface Sum {
  kept: number
  left: number
  readonly times: number[]
}

/** Blocks of what Readability gives, as it is read: its `textContent` glues them together. */
function readable(bytes: Buffer): string {
  const { document } = parseHTML(bytes.toString('utf8').replace(/^(?!\s*<!doctype|\s*<html)/i, '<!doctype html><html><body>'))
  const article = new Readability(document as unknown as Document).parse()
  if (!article?.content) return ''
  const spaced = article.content.replace(/<(?=\/?(?:p|div|li|h[1-6]|td|th|tr|blockquote|br|ul|ol|table|section|article)\b)/gi, ' <')
  return parseHTML(`<!doctype html><html><body>${spaced}</body></html>`).document.body.textContent ?? ''
}

async function timed(sum: Sum, { bytes, truth, over = '' }: Page, run: (bytes: Buffer) => string | Promise<string>): Promise<string> {
  const from = performance.now()
  const text = await run(bytes)
  sum.times.push(performance.now() - from)
  const [got, wanted] = [wordsOf(text), wordsOf(truth)]
  const shared = common(got, wanted)
  sum.kept += shared
  sum.left += charactersOf(got) - common(got, [...wordsOf(over), ...wanted])
  return text
}

async function measure(name: string, pages: readonly Page[]): Promise<Figure[]> {
  const [own, other]: [Sum, Sum] = [
    { kept: 0, left: 0, times: [] },
    { kept: 0, left: 0, times: [] },
  ]
  const truth = pages.reduce((sum, page) => sum + charactersOf(wordsOf(page.truth)), 0)
  let [same, all] = [0, 0]
  for (const page of pages) {
    const text = await timed(own, page, async (bytes) => (await sourceOfBytes(bytes, { name: page.name })).source.text)
    await timed(other, page, readable)
    const quotes = (of: string) => read({ text: of }).statements.map(({ quote }) => wordsOf(quote).join(' '))
    const [from, wanted] = [quotes(text), quotes(page.truth)]
    const left = [...from]
    all += Math.max(from.length, wanted.length)
    for (const quote of wanted) {
      const at = left.indexOf(quote)
      if (at >= 0) left.splice(at, 1)
      same += at >= 0 ? 1 : 0
    }
  }
  const line = (who: string, { kept, left, times }: Sum) =>
    console.log(
      `intake, ${name}: ${who} keeps ${kept} of ${truth} characters (${((100 * kept) / truth).toFixed(2)} %), leaves ${left} of furniture, ${median(times).toFixed(1)} ms a page`,
    )
  line('stocktake', own)
  line('readability', other)
  console.log(`intake, ${name}: ${same} of ${all} statements are the same from the page and from its text`)
  return [
    figure(`intake.${name}.kept`, own.kept / truth, 4),
    figure(`intake.${name}.furniture`, own.left, 0),
    figure(`intake.${name}.readability-kept`, other.kept / truth, 4),
    figure(`intake.${name}.readability-furniture`, other.left, 0),
    figure(`intake.${name}.same-statements`, same / all, 4),
  ]
}

/** Processor time from bytes to a reading: each form in a process of its own, so that its first time is that of a process that has done nothing. */
async function times(): Promise<Figure[]> {
  const child = await bundle('intake-child.ts', ['unpdf', 'linkedom', '@mozilla/readability'])
  const real = existsSync('../shared/corpus/raw-html') ? '../shared/corpus/raw-html' : ''
  const ms = ({ first, warm }: Spent) => `${warm.toFixed(1)} ms, the first ${first.toFixed(0)}`
  const line = (name: string, wanted: number, { text, reading, letters }: ToReading) =>
    console.log(
      `intake, times: ${name} (${letters} characters of text): to the reading ${ms(reading)} (wanted: under ${wanted}, warm); of that to the text ${ms(text)}`,
    )
  const { page } = runChild<IntakeRun>(child, ['60', '', 'page'])
  const { pdf } = runChild<IntakeRun>(child, ['60', '', 'pdf'])
  const { own, readability } = real ? runChild<IntakeRun>(child, ['40', real, 'page']) : {}
  if (page) line('page of 100 KB', 60, page)
  if (pdf) line('PDF of 7 pages', 250, pdf)
  if (own && readability) console.log(`intake, times: a real page to its text: ${ms(own)}; Readability ${ms(readability)}`)
  return [
    ...(page ? [rough('intake.times.page', page.reading.warm)] : []),
    ...(pdf ? [rough('intake.times.pdf', pdf.reading.warm)] : []),
    ...(own && readability ? [rough('intake.times.over-readability', readability.warm / own.warm)] : []),
  ]
}

/** Runs the part; prints its lines and returns its figures. */
export async function intake(): Promise<Figure[]> {
  const figures: Figure[] = []
  const real = pagesOf('../shared/corpus/raw-html', '../shared/corpus')
  if (real.length) figures.push(...(await measure('real', real)), ...(await measure('dressed', dressed(real))))
  else console.log('intake: ../shared is not there; real pages are left out')
  figures.push(...(await measure('own', pagesOf('test/intake/pages', 'test/intake/pages'))))
  figures.push(...(await times()))
  return figures
}
