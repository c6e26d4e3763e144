import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import pixelmatch from 'pixelmatch'
import { type Browser, chromium, type Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { browserPath, type Running, startDemo } from './browser.ts'

/**
 * Pictures of the main pages of the demo ledger, the same on every machine that has a Chromium: fonts come from packages and not from the machine, the day is
 * given, the server has a name without a port, the language and the time zone are set. Drawn small: what is looked at is where things stand, how large
 * they are and in which colour, not how a version of Chromium smooths the edges of its letters.
 */
const SCALE = 0.4
/** Pixels of the page, from its top, that are kept. */
const HEIGHT = 1700
const WIDTHS = [390, 900, 1440] as const
const THEMES = ['light', 'dark'] as const

/** How far a pixel may be off (0 to 1) before it differs, and the share of pixels that may: edges of letters and of native controls. */
const PIXELS = { off: 0.2, share: 0.004 }
/**
 * Pictures are also compared by the mean colour of fields of so many pixels a side: what a version of Chromium smooths otherwise is even over a field, a
 * colour that changed or a mark that is gone is not. How far a channel may be off (of 255), and the share of fields that may.
 */
const FIELDS = { side: 16, off: 12, share: 0.004 }
/** Pixels by which the height of a page may differ. */
const TALLER = 2

/** Pages by the names of their pictures. */
const pages: Readonly<Record<string, string>> = {
  programme: '/',
  ledger: '/ledger',
  undertaking: '/undertakings/china-kazakhstan%2Fflights',
  matrix: '/matrix/year-force',
  texts: '/texts',
  reading: '/texts/DAMAGED',
  statement: '/statements/STATEMENT',
  compare: '/compare?text=DAMAGED&text=OTHER',
  review: '/review',
  coding: '/coding',
  differences: '/coding/differences',
  links: '/coding/links',
  search: '/search?q=cooperation',
  brief: '/brief?programme=china-kazakhstan&direction=trade',
  read: '/read',
}

/** A picture to be drawn: a page at a width in a theme. */
export interface Picture {
  /** `ledger.390.dark`. */
  readonly name: string
  readonly page: string
  readonly width: number
  readonly theme: (typeof THEMES)[number]
}

/** Every picture. */
export const pictures: readonly Picture[] = Object.keys(pages).flatMap((page) =>
  WIDTHS.flatMap((width) => THEMES.map((theme) => ({ name: `${page}.${width}.${theme}`, page, width, theme }))),
)

/** Where the reference of a picture lies, and what was drawn where it differs. */
export const referenceOf = ({ name }: Picture): string => `test/web/references/${name}.png`
export const changedOf = ({ name }: Picture): string => `test/web/references/${name}-changed.png`

const find = createRequire(import.meta.url)
const face = (family: string, file: string, weight: number, style = 'normal') =>
  ['latin', 'latin-ext', 'cyrillic'].map((part) => {
    const range = { latin: 'U+0-FF,U+2000-2BFF', 'latin-ext': 'U+100-2FF,U+1E00-1EFF', cyrillic: 'U+400-52F' }[part]
    const bytes = readFileSync(find.resolve(`@fontsource/${file}/files/${file}-${part}-${weight}-${style}.woff2`)).toString('base64')
    return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};unicode-range:${range};src:url(data:font/woff2;base64,${bytes})}`
  })
const fonts = [
  ...face('Reference Serif', 'pt-serif', 400),
  ...face('Reference Serif', 'pt-serif', 700),
  ...face('Reference Serif', 'pt-serif', 400, 'italic'),
  ...face('Reference Sans', 'pt-sans', 400),
  ...face('Reference Sans', 'pt-sans', 700),
  ':root{--serif:"Reference Serif"!important;--sans:"Reference Sans"!important}',
  'button,input,select,textarea,pre,code,kbd,svg text{font-family:"Reference Sans"!important}',
  '*{caret-color:transparent!important;transition:none!important;animation:none!important}',
].join('\n')

/** The demo ledger on a server, and a browser, for drawing. */
export interface Studio {
  draw(picture: Picture, before?: (page: Page) => Promise<unknown>): Promise<Buffer>
  close(): Promise<void>
}

/** Opens the demo ledger for drawing. */
export async function openStudio(): Promise<Studio> {
  const house = await startDemo({ author: 'tester', today: '2031-06-01' })
  const paths = await pathsIn(house)
  const { port } = new URL(house.url)
  const browser: Browser = await chromium.launch({
    executablePath: browserPath as string,
    args: [
      ...['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'],
      `--host-resolver-rules=MAP 127.0.0.1:80 127.0.0.1:${port}`,
    ],
  })
  return {
    async draw({ page: name, width, theme }, before) {
      const page = await browser.newPage({
        viewport: { width, height: 900 },
        colorScheme: theme,
        deviceScaleFactor: SCALE,
        locale: 'en-GB',
        timezoneId: 'UTC',
        reducedMotion: 'reduce',
        // the fonts of the references are put into the page; its policy has tests of its own
        bypassCSP: true,
      })
      await page.goto(`http://127.0.0.1${paths[name]}`)
      await page.addStyleTag({ content: fonts })
      for (const folded of await page.$$('.apart > summary')) await folded.click()
      await before?.(page)
      await page.evaluate('document.fonts.ready')
      const tall = (await page.evaluate('document.documentElement.scrollHeight')) as number
      const bytes = await page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(HEIGHT, tall) } })
      await page.close()
      return packed(bytes)
    },
    async close() {
      await browser.close()
      await house.close()
    },
  }
}

async function pathsIn({ store }: Running): Promise<Record<string, string>> {
  const documents = (await store.documents({ limit: 50 })).rows.map(({ document }) => document)
  const named = (file: string) => documents.find(({ externalId }) => externalId === file)?.id ?? ''
  const damaged = named('damaged-news-copy.txt')
  const statement = (await store.document(damaged))?.statements[0]?.statement.id ?? ''
  const filled = (path: string) =>
    path.replaceAll('DAMAGED', damaged).replaceAll('OTHER', named('joint-statement.txt')).replaceAll('STATEMENT', statement)
  return Object.fromEntries(Object.entries(pages).map(([name, path]) => [name, filled(path)]))
}

/** A picture in fewer colours (five bits each), without transparency: a third of the size. */
function packed(bytes: Buffer): Buffer {
  const picture = PNG.sync.read(bytes)
  for (let i = 0; i < picture.data.length; i++)
    if (i % 4 < 3) picture.data[i] = ((picture.data[i] as number) & 0xf8) | ((picture.data[i] as number) >> 5)
  // which way of telling rows by their neighbours is the smallest depends on the page
  const ways = [-1, 0, 1].map((filterType) => PNG.sync.write(picture, { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType }))
  return ways.reduce((least, one) => (one.length < least.length ? one : least))
}

/** What differs between a reference and what was drawn now: one line, or nothing where they are alike within the tolerance. */
export function differenceOf(reference: Buffer, now: Buffer): string | undefined {
  const [a, b] = [PNG.sync.read(reference), PNG.sync.read(now)]
  if (a.width !== b.width) return `it is ${b.width} pixels wide, and was ${a.width}`
  if (Math.abs(a.height - b.height) > TALLER) return `it is ${b.height} pixels high, and was ${a.height}`
  const height = Math.min(a.height, b.height)
  const rows = ({ data, width }: PNG) => data.subarray(0, width * height * 4)
  const pixels = pixelmatch(rows(a), rows(b), undefined, a.width, height, { threshold: PIXELS.off }) / (a.width * height)
  if (pixels > PIXELS.share) return `${(100 * pixels).toFixed(2)} % of its pixels differ`
  const [one, other] = [fieldsOf(a, height), fieldsOf(b, height)]
  const fields = one.filter((mean, i) => mean.some((value, channel) => Math.abs(value - (other[i]?.[channel] ?? 0)) > FIELDS.off)).length
  return fields > FIELDS.share * one.length ? `${fields} of its ${one.length} fields are of another colour` : undefined
}

/** Mean red, green and blue of every field of a picture. */
function fieldsOf({ data, width }: PNG, height: number): number[][] {
  const { side } = FIELDS
  const across = Math.ceil(width / side)
  const sums = Array.from({ length: across * Math.ceil(height / side) }, () => [0, 0, 0, 0] as [number, number, number, number])
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const sum = sums[Math.floor(y / side) * across + Math.floor(x / side)] as [number, number, number, number]
      const at = (y * width + x) * 4
      for (const channel of [0, 1, 2] as const) sum[channel] += data[at + channel] as number
      sum[3]++
    }
  return sums.map(([red, green, blue, count]) => [red / count, green / count, blue / count])
}
