import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { sourceOfBytes } from '../../src/intake/intake.ts'
import { openApi } from '../../src/server/twins/openapi.ts'
import { openStore } from '../../src/store/store.ts'
import { newFolder } from '../folder.ts'
import { pdfOf } from '../intake/pdf-file.ts'
import { browserPath, openBrowser, type Running, start, violations } from './browser.ts'

/** A page that would do harm if this server showed it as one. */
const page = Buffer.from(
  '<!doctype html><title>Ports</title><body><script>document.title = "harm"</script><p>France will open a port in the north by the end of 2034.</p>',
)
const pdf = pdfOf([['Nothing is here but rain and wind.'], ['Germany will train forty pilots a year.']])

let house: Running
const ids: Record<string, string> = {}
before(async () => {
  const store = await openStore(join(newFolder(), 'ledger.db'), { create: true })
  house = await start(store, undefined, '2033-06-01')
  for (const [name, bytes] of [
    ['page', page],
    ['pdf', pdf],
  ] as const) {
    const { source, original, grounds } = await sourceOfBytes(bytes, {})
    const receipt = { bytes, form: original.form, grounds: { ...grounds } }
    const [added] = await store.add([{ source: { ...source, language: 'en' }, receipt }])
    ids[name] = added?.document.id ?? ''
  }
  const [bare] = await store.add([{ source: { text: 'Ghana will build a school.\n', language: 'en' } }])
  ids['bare'] = bare?.document.id ?? ''
})
/** A ledger in which somebody may write. */
let desk: Running
before(async () => {
  const store = await openStore(join(newFolder(), 'ledger.db'), { create: true })
  desk = await start(store, 'tester', '2033-06-01')
})
after(async () => {
  await house.close()
  await desk.close()
})

for (const [name, bytes, ending] of [
  ['page', page, '.html'],
  ['pdf', pdf, '.pdf'],
] as const)
  test(`the original of a ${name} is its bytes, to be saved and never shown`, async () => {
    // twice: what is kept of answers must not spoil them
    for (let i = 0; i < 2; i++) {
      const answer = await fetch(`${house.url}/texts/${ids[name]}/original`)
      assert.equal(answer.status, 200)
      assert.deepEqual(Buffer.from(await answer.arrayBuffer()), Buffer.from(bytes))
      assert.equal(answer.headers.get('content-type'), 'application/octet-stream')
      assert.equal(answer.headers.get('content-disposition'), `attachment; filename="${ids[name]}${ending}"`)
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
      assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/)
    }
  })

test('where there is no original, or no text, that is said', async () => {
  for (const [id, words] of [
    [ids['bare'], /does not have the bytes/],
    ['0123456789abcdef', /no such text/],
  ] as const) {
    const answer = await fetch(`${house.url}/texts/${id}/original`)
    assert.equal(answer.status, 404)
    assert.match(await answer.text(), words)
  }
})

test('the twin of a text says where its statements stand in the original, as it is described', async () => {
  const { components } = openApi() as { components: { schemas: Record<string, object> } }
  const ajv = new Ajv2020({ strict: true })
  ajv.addVocabulary(['components'])
  ajv.addSchema({ $id: 'openapi', components } as object, 'openapi')
  const check = ajv.compile({ $ref: 'openapi#/components/schemas/TextPage' })
  const places: Record<string, unknown> = {}
  for (const name of ['page', 'pdf', 'bare']) {
    const twin = (await (await fetch(`${house.url}/texts/${ids[name]}.json`)).json()) as {
      notes: { place?: unknown }[]
      original?: { form: string; size: number }
    }
    assert.ok(check(twin), ajv.errorsText(check.errors))
    places[name] = [twin.notes[0]?.place, twin.original?.form, twin.original?.size]
  }
  assert.deepEqual(places, {
    page: [{ path: '/html[1]/body[1]/p[1]', from: 0, to: 55 }, 'html', page.length],
    pdf: [{ page: 2 }, 'pdf', pdf.length],
    bare: [undefined, undefined, undefined],
  })
})

const skip = browserPath ? false : 'no Chromium on this machine'
for (const colorScheme of ['light', 'dark'] as const)
  test(`the page of a text offers the original and says where a statement stands in it, ${colorScheme}`, { skip }, async () => {
    const browser = await openBrowser()
    try {
      const view = await browser.newPage({ colorScheme, viewport: { width: 390, height: 800 } })
      await view.goto(`${house.url}/texts/${ids['pdf']}`)
      assert.match((await view.textContent('.note')) ?? '', /on page 2 of the original/)
      assert.deepEqual(await violations(view), [])
      assert.ok(((await view.evaluate('document.documentElement.scrollWidth')) as number) <= 390)
      const saved = view.waitForEvent('download')
      await view.click('text=The original as received')
      assert.equal((await saved).suggestedFilename(), `${ids['pdf']}.pdf`)
      await view.goto(`${house.url}/texts/${ids['page']}`)
      await view.click('.note summary')
      assert.match((await view.textContent('.note')) ?? '', /in the original: \/html\[1\]\/body\[1\]\/p\[1\], characters 0 to 55/)
      assert.deepEqual(await violations(view), [])
      assert.ok(((await view.evaluate('document.documentElement.scrollWidth')) as number) <= 390)
    } finally {
      await browser.close()
    }
  })

test('a file that comes by the form is kept as it came, and its statements are shown in it', {
  skip: browserPath ? false : 'no Chromium on this machine',
}, async () => {
  const browser = await openBrowser()
  try {
    const tab = await browser.newPage()
    for (const [name, type, bytes, place] of [
      [
        'talks.html',
        'text/html',
        Buffer.from('<!doctype html><html lang="en"><title>Talks &amp; rain</title><body><p>Norway will open a school in Lagos.</p>'),
        /\/html\[1\]\/body\[1\]\/p\[1\]/,
      ],
      ['talks.pdf', 'application/pdf', pdfOf([['Norway will open a clinic in Accra by the end of 2034.']]), /page 1/],
      // windows-1252, with line ends that a form would change
      [
        'talks.txt',
        'text/plain',
        Buffer.from('Norway will open a caf\u00e9 in Accra.\r\nKenya will open a hall in Oslo.\r\n', 'latin1'),
        undefined,
      ],
    ] as const) {
      await tab.goto(`${desk.url}/read`)
      await tab.setInputFiles('#paste-file', { name, mimeType: type, buffer: bytes })
      await tab.fill('#paste-publisher', 'Ministry of Rain')
      await tab.click('main button')
      await tab.waitForSelector('text=Read, not stored')
      assert.deepEqual(await violations(tab), [])
      await tab.click('main button')
      await tab.waitForURL(/\/texts\/[0-9a-f]{16}$/)
      const id = tab.url().split('/').at(-1) ?? ''
      assert.deepEqual(Buffer.from((await desk.store.bytes(id)) ?? []), bytes)
      const wanted = await sourceOfBytes(bytes, { name })
      const found = await desk.store.document(id)
      assert.equal(found?.text, wanted.source.text)
      assert.equal(found?.document.publisher, 'Ministry of Rain')
      const receipt = await desk.store.receipt(id)
      assert.deepEqual(receipt?.grounds, wanted.grounds)
      assert.deepEqual([receipt?.form, receipt?.ending], [wanted.original.form, `.${name.split('.')[1]}`])
      if (place) assert.match((await tab.textContent('main')) ?? '', place)
    }
    await tab.goto(`${desk.url}/read`)
    await tab.setInputFiles('#paste-file', { name: 'scan.pdf', mimeType: 'application/pdf', buffer: pdfOf([[]]) })
    await tab.click('main button')
    await tab.waitForSelector('text=a scan it seems')
  } finally {
    await browser.close()
  }
})

test('bytes that come back from the page are taken in anew: what a form says of them counts for nothing', async () => {
  const form = new FormData()
  form.set('received', Buffer.from('<!doctype html><p>Norway will open a bank in Cairo.').toString('base64'))
  form.set('received-name', '../x.html')
  form.set('exact', Buffer.from('Something else.').toString('base64'))
  const answer = await fetch(`${desk.url}/texts`, { method: 'POST', body: form, redirect: 'manual', headers: { origin: desk.url } })
  const id = answer.headers.get('location')?.split('/').at(-1) ?? ''
  assert.equal((await desk.store.document(id))?.text, 'Norway will open a bank in Cairo.')
})
