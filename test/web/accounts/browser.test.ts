import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { browserPath, openBrowser, violations } from '../browser.ts'
import { passwordOf, startWorld, type World } from './world.ts'

const skip = browserPath ? false : 'no Chromium on this machine'
let world: World
let browser: Browser
before(async () => {
  if (skip) return
  world = await startWorld()
  browser = await openBrowser()
})
after(async () => {
  if (skip) return
  await browser.close()
  await world.close()
})

/** Fills the form and sends it by Return. */
async function signIn(page: Page, name: string, password = passwordOf(name)): Promise<void> {
  await page.fill('#sign-in-name', name)
  await page.fill('#sign-in-password', password)
  await page.press('#sign-in-password', 'Enter')
  await page.waitForLoadState()
}

const fits = async (page: Page) => ((await page.evaluate('document.documentElement.scrollWidth')) as number) <= 390

async function inBoth(work: (context: BrowserContext, page: Page) => Promise<void>): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 390, height: 800 } })
    await work(context, await context.newPage())
    await context.close()
  }
}

test('signing in and out without scripts: from the page that was asked for and back to it', { skip }, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${world.url}/ledger?party=GH`)
  assert.match(page.url(), /\/sign-in\?to=%2Fledger%3Fparty%3DGH$/)
  await signIn(page, 'Rosa', 'not the password')
  assert.match((await page.textContent('[role="alert"]')) ?? '', /do not go together/)
  assert.equal(await page.inputValue('#sign-in-name'), 'Rosa')
  assert.equal(await page.inputValue('#sign-in-password'), '')
  await page.fill('#sign-in-password', passwordOf('Rosa'))
  await page.click('main button')
  await page.waitForURL(`${world.url}/ledger?party=GH`)
  assert.match((await page.textContent('header.house .signed')) ?? '', /Rosa, reader/)
  const [cookie, ...others] = await context.cookies()
  assert.deepEqual([cookie?.name, cookie?.httpOnly, cookie?.sameSite, cookie?.secure, others.length], ['stocktake', true, 'Lax', false, 0])
  await page.click('text=Sign out')
  await page.waitForURL(`${world.url}/sign-in`)
  assert.deepEqual(await context.cookies(), [])
  await page.goto(`${world.url}/texts`)
  assert.match(page.url(), /\/sign-in\?to=%2Ftexts$/)
  await context.close()
})

test('scripts of a page do not see the cookie', { skip }, async () => {
  const page = await browser.newPage()
  await page.goto(`${world.url}/sign-in`)
  await signIn(page, 'Rosa')
  assert.equal(await page.evaluate('document.cookie'), '')
  await page.close()
})

test('the forms of signing in, refused and right, and the page of somebody signed in: WCAG AA in both themes, at the width of a phone', {
  skip,
}, async () => {
  await inBoth(async (_, page) => {
    await page.goto(`${world.url}/sign-in`)
    assert.deepEqual(await violations(page), [])
    assert.ok(await fits(page))
    await signIn(page, 'Carl', 'not the password')
    assert.deepEqual(await violations(page), [])
    await signIn(page, 'Carl')
    assert.deepEqual(await violations(page), [])
    assert.ok(await fits(page))
    await page.click('header.house .signed a')
    await page.fill('#own-old', 'not the password')
    await page.fill('#own-fresh', 'four boats before the quay')
    await page.fill('#own-again', 'four boats before the quay')
    await page.click('.taking button')
    assert.match((await page.textContent('[role="alert"]')) ?? '', /until now is not right/)
    assert.deepEqual(await violations(page), [])
    assert.ok(await fits(page))
  })
})

test('a reader is shown no form, a coder judges under the own name, an editor adds texts', { skip }, async () => {
  const [id] = world.statements
  const opened = async (name: string) => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${world.url}/sign-in?to=${encodeURIComponent(`/statements/${id}`)}`)
    await signIn(page, name)
    await page.waitForURL(/\/statements\//)
    return page
  }
  const reader = await opened('Rosa')
  assert.equal(await reader.locator('main form').count(), 0)
  await reader.context().close()
  const coder = await opened('Carl')
  await coder.selectOption('#field-force', 'agreed')
  await coder.fill('#field-reason', 'the text is a treaty')
  await coder.click('.correcting button')
  await coder.waitForSelector('#corrections')
  assert.deepEqual(
    (await world.store.judgementsOn(id as string)).map(({ type, by }) => [type, by]),
    [['correction', 'Carl']],
  )
  const read = async (page: Page, words: string) => {
    await page.goto(`${world.url}/read`)
    await page.fill('#paste-text', words)
    await page.click('main button')
    await page.waitForSelector('text=Read, not stored')
    return page.locator('main button').count()
  }
  assert.equal(await read(coder, 'Ghana will open a consulate in Kumasi.'), 0)
  await coder.context().close()
  const editor = await opened('Edda')
  const before = (await world.store.stats()).documents
  assert.equal(await read(editor, 'Ghana will open a consulate in Kumasi.'), 1)
  await editor.click('main button')
  await editor.waitForURL(/\/texts\/[0-9a-f]{16}/)
  assert.equal((await world.store.stats()).documents, before + 1)
  await editor.context().close()
})

test('the audit: who signed in, who failed, who judged; hostile words stay words; WCAG AA', { skip }, async () => {
  await world.store.accounts.add(
    { name: `${'Ж'.repeat(60)}`, role: 'coder', password: passwordOf('long') },
    { by: '<img src=x onerror=alert(1)>\u202e', at: '2031-05-01T00:00:00.000Z' },
  )
  await world.store.append([
    {
      body: {
        type: 'evidence',
        on: world.statements[1] as string,
        shows: 'progress',
        certainty: 'high',
        page: { paraphrase: 'seen', publisher: 'x' },
      },
      by: '</td><script>alert(2)</script>',
    },
  ])
  for (let i = 0; i < 3; i++) await world.ask('/sign-in', { form: { name: '<script>', password: 'x' } })
  await inBoth(async (_, page) => {
    let alerted = false
    page.on('dialog', () => {
      alerted = true
    })
    await page.goto(`${world.url}/sign-in?to=/audit`)
    await signIn(page, 'Ada')
    const words = (await page.textContent('main')) ?? ''
    for (const said of [
      'signed in',
      'failed to sign in',
      'a name that is not known',
      'user added: coder',
      'judged: evidence',
      'judged: correction',
      '127.0.0.1',
    ])
      assert.ok(words.includes(said), said)
    assert.deepEqual(await violations(page), [])
    assert.ok(await fits(page))
    assert.equal(await page.locator('main img, main script').count(), 0)
    assert.equal(alerted, false)
    await page.click('text=Judgements')
    assert.equal(await page.locator('main tbody tr:not(:has-text("judged"))').count(), 0)
  })
})

test('a form on a page of another site, sent by the browser of somebody signed in, is refused', { skip }, async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${world.url}/sign-in`)
  await signIn(page, 'Edda')
  const before = (await world.store.wholeJournal()).length
  const evil = createServer((request, response) => {
    response.setHeader('content-type', 'text/html')
    const type = request.url === '/plain' ? 'text/plain' : 'application/x-www-form-urlencoded'
    response.end(`<form method="post" enctype="${type}" action="${world.url}/evidence/none">
      <input name="on" value="${world.statements[0]}"><input name="query" value="x"><input name="where" value="y">
      <input name="until" value="2031-01-01"><button>win a car</button></form>`)
  }).listen(0, '127.0.0.1')
  await new Promise((done) => evil.once('listening', done))
  const { port } = evil.address() as AddressInfo
  for (const host of ['127.0.0.1', 'localhost'])
    for (const path of ['/', '/plain']) {
      await page.goto(`http://${host}:${port}${path}`).catch(() => page.goto(`http://127.0.0.1:${port}${path}`))
      const answer = page.waitForResponse(`${world.url}/evidence/none`)
      await page.click('button')
      assert.equal((await answer).status(), 403)
    }
  evil.close()
  assert.equal((await world.store.wholeJournal()).length, before)
  await context.close()
})

test('an administrator lets somebody in, gives another role, and removes them, without scripts; WCAG AA', { skip }, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${world.url}/sign-in?to=/users`)
  await signIn(page, 'Ada')
  const user = (name: string) => page.locator(`.users .rows > li:has(b:text-is("${name}"))`)
  assert.equal(await user('Ada').locator('form').count(), 0)
  const add = async (name: string, password: string) => {
    await page.fill('#users-name', name)
    await page.selectOption('#users-role', 'coder')
    await page.fill('#users-password', password)
    await page.click('form.sign-in button')
    await page.waitForLoadState()
  }
  for (const [name, password, says] of [
    ['<b>x</b>', passwordOf('x'), /no name of a user/],
    ['rosa', passwordOf('rosa'), /is there already/],
    ['Xenia', 'short', /shorter than 12/],
  ] as const) {
    await add(name, password)
    assert.match((await page.textContent('[role="alert"]')) ?? '', says)
    assert.equal(await page.inputValue('#users-name'), name)
    assert.equal(await page.inputValue('#users-password'), '')
  }
  await add('Xenia', passwordOf('Xenia'))
  assert.match((await user('Xenia').textContent()) ?? '', /coder/)
  const cookie = await world.signIn('Xenia')
  await user('Xenia').locator('summary').click()
  assert.ok(await fits(page))
  await user('Xenia').locator('select').selectOption('editor')
  await user('Xenia').locator('button').first().click()
  await page.waitForLoadState()
  assert.match((await user('Xenia').textContent()) ?? '', /editor/)
  assert.equal((await world.ask('/ledger', { cookie })).status, 303)
  await user('Xenia').locator('summary').click()
  await user('Xenia').locator('input[type="checkbox"]').check()
  await user('Xenia').locator('button').last().click()
  await page.waitForLoadState()
  assert.equal(await user('Xenia').count(), 0)
  assert.deepEqual(
    (await world.store.accounts.audit({ limit: 9, kind: 'accounts' })).rows
      .filter(({ by }) => by === 'Ada')
      .slice(0, 3)
      .map(({ what, about }) => [what, about]),
    [
      ['user-removed', 'Xenia'],
      ['user-role', 'Xenia'],
      ['user-added', 'Xenia'],
    ],
  )
  await add('Xenia', passwordOf('Xenia'))
  assert.match((await page.textContent('[role="alert"]')) ?? '', /was removed on/)
  await page.check('form.sign-in [name="back"]')
  await add('Xenia', passwordOf('Xenia'))
  assert.match((await user('Xenia').textContent()) ?? '', /coder/)
  await context.close()
  await inBoth(async (_, open) => {
    await open.goto(`${world.url}/sign-in?to=/users`)
    await signIn(open, 'Ada')
    await open.click('summary >> nth=0')
    assert.deepEqual(await violations(open), [])
    assert.ok(await fits(open))
  })
})
