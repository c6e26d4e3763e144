import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openStore } from '../../src/store/store.ts'
import { browserPath, openBrowser, type Running, start, startDemo, violations } from './browser.ts'

const skip = browserPath ? false : 'no Chromium on this machine'
const text =
  'Joint Statement of the Republic of Ghana and Canada\n\nThe two sides will open a port in Tema and build a bridge at Kumasi by 2032.\n\n' +
  'The two sides agreed to exchange lists of species.\n\nHave agreed as follows:\n\nA canal is for both sides\na matter of honour. <script>alert(1)</script>\n\nThe two sides will study the river.\n'
let house: Running
let browser: Browser
before(async () => {
  house = await startDemo()
  if (!skip) browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await house.close()
})

let made = 0
/** A text of its own for a test: the id of its document, and its statements as they are now. */
async function room() {
  const [added] = await house.store.add([{ source: { text: `${text}\nNo ${++made}.\n`, title: 'A synthetic text', date: '2031-01-02' } }])
  const document = added?.document.id as string
  const now = async () => ((await house.store.document(document))?.statements ?? []).map(({ statement }) => statement)
  const quotes = async () => (await now()).map(({ quote }) => quote.replace(/\s+/g, ' '))
  const twin = async () =>
    (await (await fetch(`${house.url}/texts/${document}.json`)).json()) as { notes: { id: string; state: string; quote: string }[] }
  const send = (path: string, fields: readonly (readonly [string, string])[], accept = 'application/json') =>
    fetch(`${house.url}/texts/${document}/${path}`, {
      method: 'POST',
      headers: { origin: house.url, accept },
      body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
      redirect: 'manual',
    })
  return { document, now, quotes, twin, send, url: `${house.url}/texts/${document}` }
}

const all = [
  'The two sides will open a port in Tema',
  'build a bridge at Kumasi by 2032',
  'The two sides agreed to exchange lists of species',
  'The two sides will study the river',
]
const note = (page: Page, n: number) => page.locator('.note[data-stop]').nth(n)

test('by keys: accepted, refused, joined, split, added by selection; each can be taken back', { skip }, async () => {
  const { url, quotes, now } = await room()
  assert.deepEqual(await quotes(), all)
  const page = await browser.newPage()
  await page.goto(url)
  // nothing is at hand yet: no key says anything of a statement
  await page.keyboard.press('a')
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await page.waitForURL(/done=/)
  assert.match((await note(page, 0).textContent()) ?? '', /accepted by tester/)
  await page.keyboard.press('z')
  await page.waitForURL((to) => !to.href.includes('done='))
  assert.doesNotMatch((await note(page, 0).textContent()) ?? '', /accepted/)
  // back at the same statement: the next one
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('r')
  await page.waitForURL(/done=/)
  assert.deepEqual(await quotes(), [...all.slice(0, 2), ...all.slice(3)])
  assert.match((await page.textContent('#away + form + ol, #away ~ ol')) ?? '', /exchange lists of species.*refused by tester/s)
  await page.keyboard.press('z')
  await page.waitForURL((to) => !to.href.includes('done='))
  assert.deepEqual(await quotes(), all)
  await page.goto(`${url}#n-${(await now())[0]?.id}`)
  await page.reload()
  await page.keyboard.press('o')
  await page.waitForURL(/draw\?away=.*&away=/)
  assert.deepEqual(await violations(page), [])
  await page.fill('#field-act', 'open')
  await page.fill('#field-reason', 'one sentence, one promise')
  await page.keyboard.press('Enter')
  await page.waitForURL(/done=/)
  assert.deepEqual(await quotes(), ['The two sides will open a port in Tema and build a bridge at Kumasi by 2032', ...all.slice(2)])
  assert.match((await note(page, 0).textContent()) ?? '', /judged: drawn by tester/)
  await page.keyboard.press('s')
  await page.waitForURL(/draw\?away=/)
  await page.fill('#field-words', 'The two sides will open a port in Tema\nbuild a bridge at Kumasi by 2032')
  await page.fill('#field-reason', 'two after all')
  await page.click('.correcting button')
  await page.waitForURL(/done=/)
  assert.deepEqual(await quotes(), all)
  assert.deepEqual(
    (await now()).slice(0, 2).map(({ act, parties, force, deadline }) => [act, parties, force, deadline?.phrase]),
    [
      ['open', ['GH', 'CA'], 'intent', undefined],
      ['', ['GH', 'CA'], 'intent', 'by 2032'],
    ],
  )
  // words of two lines, selected as with the mouse
  await page.evaluate(() => {
    const paragraph = [...document.querySelectorAll('.text')].find((one) => one.textContent?.includes('A canal'))
    const walker = document.createTreeWalker(paragraph as Element, NodeFilter.SHOW_TEXT)
    const first = walker.nextNode() as Text
    let last = first
    for (let next = walker.nextNode(); next && !last.data.includes('honour'); next = walker.nextNode()) last = next as Text
    getSelection()?.setBaseAndExtent(first, first.data.indexOf('A canal'), last, last.data.indexOf('honour') + 'honour'.length)
  })
  await page.keyboard.press('n')
  await page.waitForURL(/draw\?.*words=A\+canal/)
  assert.deepEqual(await violations(page), [])
  await page.selectOption('#field-kind', 'position')
  await page.selectOption('#field-force', 'none')
  await page.fill('#field-parties', 'GH, CA')
  await page.fill('#field-reason', 'missed')
  await page.keyboard.press('Enter')
  await page.waitForURL(/done=/)
  assert.ok((await quotes()).includes('A canal is for both sides a matter of honour'))
  await page.keyboard.press('x')
  await page.waitForURL(/rejected=1/)
  assert.ok((await page.locator('.rejection').count()) > 0)
  assert.deepEqual(await violations(page), [])
  await page.emulateMedia({ colorScheme: 'dark' })
  assert.deepEqual(await violations(page), [])
  assert.deepEqual(await house.store.verify(), [])
  await page.close()
})

test('without scripts, on a phone: a statement is refused, brought back, and one is added by its words', { skip }, async () => {
  const { url, quotes } = await room()
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 }, colorScheme: 'dark' })
  const page = await context.newPage()
  await page.goto(url)
  await page.fill('#word input[name="reason"]', 'a title, no promise')
  await note(page, 2).locator('button[name="refuse"]').click()
  assert.deepEqual(await quotes(), [...all.slice(0, 2), ...all.slice(3)])
  assert.match((await page.textContent('ol.refused:has(button)')) ?? '', /a title, no promise/)
  await page.click('ol.refused button[name="of"]')
  assert.deepEqual(await quotes(), all)
  await page.fill('.words input[name="words"]', 'a matter of honour')
  await page.click('.words button:has-text("Add")')
  assert.match((await page.textContent('mark')) ?? '', /a matter of honour/)
  await page.selectOption('#field-kind', 'position')
  await page.selectOption('#field-force', 'none')
  await page.fill('#field-reason', 'missed')
  await page.click('.correcting button')
  assert.ok((await quotes()).includes('a matter of honour'))
  assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'fits the width')
  await context.close()
})

test('two people at once: the second is told, and nothing is written', async () => {
  const { twin, send, now, document } = await room()
  const { notes } = await twin()
  const [one, other, third] = notes as [(typeof notes)[number], (typeof notes)[number], (typeof notes)[number]]
  const hash = (await house.store.document(document))?.document.hash ?? ''
  await house.store.append([{ body: { type: 'correction', on: one.id, field: 'force', value: 'binding' }, by: 'somebody else' }])
  await house.store.append([{ body: { type: 'recast', text: hash, away: [other.id], drawn: [] }, by: 'somebody else', reason: 'none' }])
  const before = (await house.store.wholeJournal()).length
  const value = (note: { id: string; state: string }) => `${note.id} ${note.state}`
  const fields = [
    ['kind', 'commitment'],
    ['force', 'intent'],
    ['reason', 'mine'],
  ] as const
  for (const [path, sent, said] of [
    ['word', [['accept', value(one)]], /changed since you opened the page/],
    ['word', [['refuse', value(one)]], /changed since you opened the page/],
    ['word', [['refuse', value(other)]], /somebody else has taken this statement away/],
    ['draw', [['away', value(one)], ['words', 'The two sides\nopen a port'], ...fields], /was changed since you opened the form/],
    ['draw', [['away', value(other)], ['words', 'build\na bridge'], ...fields], /somebody has taken it away/],
    ['draw', [['words', 'The two sides agreed to exchange lists'], ...fields], /stands there already/],
    ['draw', [['words', 'A canal'], ...fields.slice(0, 2)], /Say why/],
    [
      'draw',
      [
        ['words', 'A canal'],
        ['kind', 'report'],
        ['force', 'agreed'],
        ['reason', 'x'],
      ],
      /the force of a report is none/,
    ],
    [
      'draw',
      [
        ['words', 'A canal'],
        ['reason', 'x'],
      ],
      /say its kind/,
    ],
    ['draw', [['words', 'the moon'], ...fields], /as they stand in the text/],
    ['draw', [['away', value(third)], ['words', 'The two sides agreed'], ...fields], /one part alone is no split/],
    ['draw', [['away', value(third)], ['words', 'The two sides\nthe moon'], ...fields], /does not say “the moon”/],
  ] as const) {
    const answer = await send(path, sent)
    assert.equal(answer.status, 409, String(said))
    assert.match(await answer.text(), said)
  }
  assert.equal((await send('undo', [['of', '0123456789abcdef']])).status, 400)
  assert.equal((await send('word', [['refuse', 'ffffffffffff-0-9 x']])).status, 404)
  assert.equal((await house.store.wholeJournal()).length, before)
  assert.equal((await now()).length, 3)
  // what was typed is still there
  const back = (await (
    await send('draw', [
      ['words', 'A canal'],
      ['act', 'dig'],
      ['kind', 'commitment'],
    ])
  ).json()) as { given: { act: string }; words: string }
  assert.deepEqual([back.given.act, back.words], ['dig', 'A canal'])
  // of the same word sent at once one is written
  const answers = await Promise.all([1, 2, 3].map(() => send('word', [['refuse', value(third)]])))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409, 409])
})

test('a statement that was taken away has its page, with who did it and the way back', async () => {
  const { twin, send, quotes } = await room()
  const [, , third] = (await twin()).notes
  await send('word', [
    ['refuse', `${third?.id} ${third?.state}`],
    ['reason', '<b>no</b> promise'],
    ['back', 'statement'],
  ])
  const page = (await (await fetch(`${house.url}/statements/${third?.id}.json`)).json()) as {
    gone: { what: string; word: { id: string; by: string } }
  }
  assert.deepEqual([page.gone.what, page.gone.word.by], ['refused', 'tester'])
  const html = await (await fetch(`${house.url}/statements/${third?.id}`)).text()
  assert.ok(html.includes('&lt;b>no&lt;/b> promise') && !html.includes('<b>no</b>'))
  assert.ok(!html.includes('Correct its fields'))
  assert.equal((await send('undo', [['of', page.gone.word.id]])).status, 303)
  assert.deepEqual(await quotes(), all)
})

test('hostile words of an address are words; an address that asks for nonsense is told so', async () => {
  const { url } = await room()
  const html = await (await fetch(`${url}/draw?words=${encodeURIComponent('<script>alert(1)</script>')}`)).text()
  assert.ok(html.includes('&lt;script>alert(1)') && !html.includes('<script>alert'))
  for (const [query, status] of [
    ['from=3', 400],
    ['nonsense=1', 400],
    ['away=ffffffffffff-0-9', 404],
    ['from=90&to=20', 200],
    ['from=0&to=999999', 200],
  ] as const)
    assert.equal((await fetch(`${url}/draw.json?${query}`)).status, status, query)
  assert.equal((await fetch(`${house.url}/texts/0000000000000000/draw`)).status, 404)
})

test('a server for reading only has no forms, and takes none', async (t) => {
  const { document, twin } = await room()
  const [first] = (await twin()).notes
  const reader = await start(await openStore(house.store.name, { readOnly: true }), undefined, '2031-06-01')
  t.after(reader.close)
  for (const path of [`/texts/${document}`, `/texts/${document}/draw?words=A+canal`, `/statements/${first?.id}`])
    assert.doesNotMatch(await (await fetch(reader.url + path)).text(), /method="post"/, path)
  for (const path of ['word', 'draw', 'undo'])
    assert.equal(
      (
        await fetch(`${reader.url}/texts/${document}/${path}`, {
          method: 'POST',
          headers: { origin: reader.url },
          body: new URLSearchParams(),
        })
      ).status,
      403,
    )
})
