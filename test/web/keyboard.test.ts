import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { browserPath, openBrowser, type Running, startDemo } from './browser.ts'

const skip = browserPath ? false : 'no Chromium on this machine'
let house: Running
let browser: Browser
let paths: string[]
before(async () => {
  if (skip) return
  house = await startDemo()
  browser = await openBrowser()
  const documents = (await house.store.documents({ limit: 10 })).rows.map(({ document }) => document)
  const [one, other] = ['readout.txt', 'joint-statement.txt'].map(
    (name) => documents.find(({ externalId }) => externalId === name)?.id ?? '',
  )
  const statement = (await house.store.document(one ?? ''))?.statements[0]?.statement.id
  paths = [
    ...[
      '/undertakings/china-kazakhstan%2Fflights',
      '/texts',
      `/texts/${one}`,
      `/statements/${statement}`,
      `/texts/${one}/draw?away=${statement}`,
    ],
    ...[
      '/compare',
      `/compare?text=${one}&text=${other}`,
      '/drift',
      '/phrase?words=the+two+sides',
      '/review',
      '/review/evidence',
      '/coding',
    ],
    ...[
      '/coding/links',
      '/coding/differences',
      '/coding/links/differences',
      '/search?q=ports',
      '/read',
      '/matrix/year-force',
      '/nothing-here',
    ],
    '/ledger?kind=commitment&text=ports',
  ]
})
after(async () => {
  await browser?.close()
  await house?.close()
})

/** Where the focus is: the place of its element in the page, and whether it can be seen to be there; nothing where it is on no element. */
const AT = `(() => {
  const at = document.activeElement
  if (!at || at === document.body) return null
  const { outlineStyle, outlineWidth } = getComputedStyle(at)
  return { place: [...document.querySelectorAll('*')].indexOf(at), seen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2, what: at.outerHTML.slice(0, 120) }
})()`
const REACHABLE = `[...document.querySelectorAll('*')].flatMap((one, place) =>
  one.matches('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]') && !one.disabled && one.checkVisibility() ? [place] : [])`

interface Focus {
  readonly place: number
  readonly seen: boolean
  readonly what: string
}

/** Everything that the Tab key comes to, in its order, until it leaves the page. A field of a day has several stops. */
async function walk(page: Page, most: number): Promise<Focus[]> {
  const stops: Focus[] = []
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab')
    const at = (await page.evaluate(AT)) as Focus | null
    // past the end of the page the browser begins anew
    if (!at || (stops.length > 1 && at.place === stops[0]?.place)) return stops
    if (stops.at(-1)?.place !== at.place) stops.push(at)
  }
  assert.fail(`Tab does not leave ${page.url()} after ${most} steps`)
}

test('by Tab alone: the skip link first, then everything that can be done, in the order of the page, always in sight', {
  skip,
}, async () => {
  const page = await browser.newPage()
  for (const path of paths) {
    await page.goto(house.url + path)
    const reachable = (await page.evaluate(REACHABLE)) as number[]
    const stops = await walk(page, 4 * reachable.length)
    assert.match(stops[0]?.what ?? '', /class="skip" href="#main"/, path)
    assert.deepEqual(
      stops.map(({ place }) => place),
      reachable,
      path,
    )
    assert.deepEqual(
      stops.filter(({ seen }) => !seen).map(({ what }) => what),
      [],
      path,
    )
  }
  await page.close()
})

test('the skip link leads past the navigation', { skip }, async () => {
  const page = await browser.newPage()
  await page.goto(`${house.url}/ledger`)
  for (const key of ['Tab', 'Enter', 'Tab']) await page.keyboard.press(key)
  assert.equal(await page.evaluate('document.activeElement.closest("main") !== null'), true)
  await page.close()
})

test('Enter in a field never presses the first of several buttons that each say something else', { skip }, async () => {
  const page = await browser.newPage()
  const asked = [...paths, '/', '/brief?programme=china-kazakhstan']
  let several = 0
  for (const path of asked) {
    await page.goto(house.url + path)
    const forms = (await page.evaluate(`[...document.forms].flatMap((form) => {
      const all = [...form.elements]
      const buttons = all.filter((one) => one.type === 'submit')
      const typed = all.some((one) => one.matches('input:not([type=hidden], [type=checkbox], [type=radio])'))
      return typed && buttons.filter((one) => !one.disabled).length > 1 ? [{ guarded: buttons[0].disabled, action: form.action }] : []
    })`)) as { guarded: boolean; action: string }[]
    several += forms.length
    assert.deepEqual(
      forms.filter(({ guarded }) => !guarded),
      [],
      path,
    )
  }
  assert.ok(several > 0, 'some page has such a form')
  await page.close()
})
