/**
 * Measures in one process, and prints JSON: processor time from bytes to a reading, first and once the process is warm. Arguments: rounds, folder of pages to
 * compare with Readability on (may be empty), and `page` or `pdf`: which of them comes first.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { read } from '../src/index.ts'
import { sourceOfBytes } from '../src/intake/intake.ts'
import { pdfOf } from '../test/intake/pdf-file.ts'
import { median } from './child.ts'
import { makeText } from './text.ts'

/** Milliseconds of the processor, all threads of the process. */
export interface Spent {
  readonly first: number
  readonly warm: number
}
export interface ToReading {
  readonly text: Spent
  readonly reading: Spent
  /** Characters of the text. */
  readonly letters: number
}
export interface IntakeRun {
  /** A page of 100 KB. */
  readonly page?: ToReading
  /** A PDF of 7 pages. */
  readonly pdf?: ToReading
  /** A page of the folder, on average: to the text. */
  readonly own?: Spent
  readonly readability?: Spent
}

const [rounds = '60', folder = '', first = 'page'] = process.argv.slice(2)

const cpu = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000

/** Characters of text in the page of 100 KB: about what pages of ministries hold of it. */
const LETTERS = 20_000
const SIZE = 100_000

/** A page of its size in menus, scripts, styles and lists of links around a text. */
function pageOf(): Buffer {
  const paragraphs = makeText(LETTERS, 'many').split('\n\n')
  const text = paragraphs.map((one) => `<p class="body-text">${one.replace(' and ', ' &amp; ')}</p>`).join('\n')
  const furniture: string[] = []
  let size = text.length
  for (let i = 0; size < SIZE; i++) {
    const piece =
      i % 6 === 0
        ? `<script>window.items=window.items||[];window.items.push({id:${i},name:"entry ${i}",list:[${'1,2,3,4,5,6,7,8,9,'.repeat(40)}0]})</script>`
        : `<div class="menu-item-${i}"><ul class="submenu"><li><a href="/topics/${i}?from=menu" title="Topic ${i}">Topic number ${i}</a></li><li><a href="/news/${i}">News of day ${i}</a></li></ul></div>`
    furniture.push(piece)
    size += piece.length
  }
  const half = furniture.length >> 1
  return Buffer.from(
    `<!doctype html><html lang="en"><head><title>Talks</title></head><body><nav class="menu">${furniture.slice(0, half).join('\n')}</nav><main><article><h1>Talks</h1>${text}</article></main><footer class="footer">${furniture.slice(half).join('\n')}</footer></body></html>`,
  )
}

function sevenPages(): Buffer {
  const lines: string[] = ['']
  for (const word of makeText(21_600, 'many').split(/\s+/)) {
    const last = lines[lines.length - 1] as string
    if (last.length + word.length > 88) lines.push(word)
    else lines[lines.length - 1] = last ? `${last} ${word}` : word
  }
  return pdfOf(
    Array.from({ length: 7 }, (_, i) => lines.slice(i * 36, i * 36 + 36)),
    'Talks',
  )
}

async function toReading(bytes: Uint8Array, name: string): Promise<ToReading> {
  const [texts, readings]: [number[], number[]] = [[], []]
  let letters = 0
  for (let i = 0; i <= Number(rounds); i++) {
    const from = cpu()
    const { source } = await sourceOfBytes(bytes, { name })
    const middle = cpu()
    read(source)
    texts.push(middle - from)
    readings.push(cpu() - from)
    letters = source.text.length
  }
  const spent = (times: number[]): Spent => ({ first: times[0] as number, warm: median(times.slice(times.length >> 1)) })
  return { text: spent(texts), reading: spent(readings), letters }
}

async function beside(): Promise<Pick<IntakeRun, 'own' | 'readability'>> {
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => readFileSync(join(folder, name)))
  const times: [number[], number[]] = [[], []]
  for (let i = 0; i <= Number(rounds); i++)
    for (const at of i % 2 ? ([0, 1] as const) : ([1, 0] as const)) {
      const from = cpu()
      for (const page of pages) {
        if (at === 0) await sourceOfBytes(page, { name: 'page.html' })
        else {
          const { document } = parseHTML(page.toString('utf8').replace(/^(?!\s*<!doctype|\s*<html)/i, '<!doctype html><html><body>'))
          new Readability(document as unknown as Document).parse()
        }
      }
      times[at].push((cpu() - from) / pages.length)
    }
  const spent = (list: number[]): Spent => ({ first: list[0] as number, warm: median(list.slice(list.length >> 1)) })
  return { own: spent(times[0]), readability: spent(times[1]) }
}

const forms = { page: () => toReading(pageOf(), 'talks.html'), pdf: () => toReading(sevenPages(), 'talks.pdf') }
const begun = first === 'pdf' ? { pdf: await forms.pdf() } : { page: await forms.page() }
const run: IntakeRun = { ...begun, ...(folder ? await beside() : {}) }
console.log(JSON.stringify(run))
