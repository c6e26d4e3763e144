import { browserPath, openBrowser } from '../../test/web/browser.ts'

/** Largest contentful paint of pages, as Chromium's own timing has it, in milliseconds from the start of navigation; the second visit counts. */
export async function paints(url: string, pages: ReadonlyMap<string, string>): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  if (!browserPath) {
    console.log('  largest contentful paint was skipped: no Chromium on this machine')
    return found
  }
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    for (const [name, path] of pages) {
      for (let visit = 0; visit < 2; visit++) {
        await page.goto(url + path)
        const paint = await page.evaluate(`new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
          .observe({ type: 'largest-contentful-paint', buffered: true }))`)
        found.set(name, paint as number)
      }
    }
  } finally {
    await browser.close()
  }
  return found
}
