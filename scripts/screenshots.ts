// Draws the pictures of the README from the running pages: `npm run screenshots`. Wants Chromium; CHROMIUM says where it is not Debian's.
import { mkdirSync } from 'node:fs'
import { openBrowser, startDemo } from '../test/web/browser.ts'

mkdirSync('docs/pages', { recursive: true })
const house = await startDemo({ today: '2026-11-25' })
const browser = await openBrowser()
const page = await browser.newPage({ viewport: { width: 1200, height: 900 } })

async function draw(path: string, name: string): Promise<void> {
  await page.goto(house.url + path)
  await page.screenshot({ path: `docs/pages/${name}.png` })
}

await draw('/', 'programme')
await draw('/undertakings/china-kazakhstan%2Ftitr', 'undertaking')
const { rows } = await house.store.documents({ limit: 50 })
const damaged = rows.find(({ document }) => document.externalId === 'damaged-news-copy.txt')
if (damaged) await draw(`/texts/${damaged.document.id}`, 'reading')
await browser.close()
await house.close()
