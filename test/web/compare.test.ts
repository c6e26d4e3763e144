import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ComparePage } from '../../src/web/compare/props.ts'
import { conference, spun, talks } from '../copies/texts.ts'
import { browserPath, openBrowser, type Running, startDemo, violations } from './browser.ts'

let house: Running
let ids: string[]
before(async () => {
  house = await startDemo()
  const told = [
    'Joint Statement of Fiji and Nepal\n\nThe two sides met in Suva. Fiji intends to plant 40 blue pear trees in Pokhara by 2035. Nepal will send gardeners.\n',
    'Joint Statement of Fiji and Nepal\n\nThe two sides met in Suva. Fiji will plant 40 blue pear trees in Pokhara by 2035.\n',
  ]
  const added = await house.store.add(told.map((text, i) => ({ source: { text, date: `2031-05-0${i + 1}`, title: `Copy ${i + 1}` } })))
  ids = added.map(({ document }) => document.id)
})
after(() => house.close())

const get = (address: string) => fetch(`${house.url}${address}`)
const pair = () => ids.map((id) => `text=${id}`).join('&')

test('a difference stands within the words around it, and leads to its row', async () => {
  const { meaning, rows } = (await (await get(`/compare.json?${pair()}`)).json()) as {
    meaning: { readings: (string | null)[]; around: ({ before: string; after: string } | null)[]; row: number }[]
    rows: ({ text: string }[] | null)[][]
  }
  const [force, missing] = meaning
  assert.deepEqual(force?.readings, ['intends', 'will'])
  assert.match(force?.around[1]?.before ?? '', /met in Suva\. Fiji $/)
  assert.match(force?.around[0]?.after ?? '', /^ to plant 40 blue pear trees/)
  assert.deepEqual(missing?.around[1], null, 'a sentence that is not there stands nowhere')
  const row = rows[force?.row ?? -1]?.map((cell) =>
    cell
      ?.map(({ text }) => text)
      .join('')
      .trim(),
  )
  assert.deepEqual(row, [
    'Fiji intends to plant 40 blue pear trees in Pokhara by 2035.',
    'Fiji will plant 40 blue pear trees in Pokhara by 2035.',
  ])
  const page = await (await get(`/compare?${pair()}`)).text()
  assert.match(page, new RegExp(`href="#row-${(force?.row ?? 0) + 1}"`))
  assert.match(page, new RegExp(`id="row-${(force?.row ?? 0) + 1}"`))
})

test('the texts that were chosen are kept from one way of comparing to the other', async () => {
  assert.ok((await (await get(`/compare?${pair()}`)).text()).includes(`href="/drift?old=${ids[0]}&amp;new=${ids[1]}"`))
  assert.ok((await (await get(`/compare?text=${ids[1]}&text=${ids[0]}`)).text()).includes(`href="/drift?old=${ids[0]}&amp;new=${ids[1]}"`))
  assert.ok((await (await get(`/drift?old=${ids[0]}&new=${ids[1]}`)).text()).includes(`href="/compare?text=${ids[0]}&amp;text=${ids[1]}"`))
})

test('the reading room names other copies of its text, and sets both side by side', async () => {
  const body = (change: (text: string) => string) =>
    change(
      'Joint Statement of Chile and Kenya\n\nThe two sides met in Nairobi on 3 May 2031 and reviewed their work. Chile will train 40 Kenyan nurses in Valparaíso by the end of 2032. Kenya stands ready to share its experience of mobile payments. The two sides agreed to open a shipping line between Mombasa and San Antonio, and to hold a forum on the sea every year.\n',
    )
  const [one, other] = await house.store.add([
    { source: { text: body((text) => text), date: '2031-05-03', title: 'Whole', publisher: 'Ministry' } },
    { source: { text: body((text) => text.replace('40 Kenyan', '400 Kenyan')), date: '2031-05-04', title: 'Spoilt', publisher: 'Paper' } },
  ])
  const room = async (id = '') => (await get(`/texts/${id}`)).text()
  const [first, second] = [one?.document.id, other?.document.id]
  assert.match(await room(second), new RegExp(`Another copy: <a href="/texts/${first}">Whole</a>, Ministry, 3 May 2031`))
  assert.match(await room(second), new RegExp(`href="/compare\\?text=${first}&amp;text=${second}"`))
  assert.match(await room(first), new RegExp(`Another copy: <a href="/texts/${second}">Spoilt</a>`))
  assert.doesNotMatch(await room(ids[0]), /Another copy: .*Whole/)
})

const twin = async (address: string) => (await (await get(address)).json()) as ComparePage

test('before anything is chosen, copies that were found and the last two texts of the same parties are offered', async () => {
  const third = 'Joint Statement of Fiji and Nepal\n\nThe two sides spoke by telephone. Nepal will send two cooks to Suva.\n'
  const [late] = await house.store.add([{ source: { text: third, date: '2031-06-07', title: 'The third' } }])
  const { offers } = await twin('/compare.json')
  assert.deepEqual(
    offers?.copies.map(({ first, copy }) => [first.title, copy.title]),
    [['Whole', 'Spoilt']],
  )
  const series = offers?.series.find(({ parties }) => parties.join() === 'FJ,NP')
  assert.deepEqual([series?.old.id, series?.new.id, series?.texts], [ids[1], late?.document.id, 3])
  for (const page of ['/compare', '/drift'])
    assert.ok((await (await get(page)).text()).includes(`href="/drift?old=${ids[1]}&amp;new=${late?.document.id}"`), page)
  assert.match(await (await get('/compare')).text(), /href="\/compare\?text=\w+&amp;text=\w+">Spoilt<\/a>/)
  assert.equal((await twin(`/compare.json?${pair()}`)).offers, undefined, 'two are chosen')
})

test('beside one text its own copies are offered, and the texts before and after it', async () => {
  const { offers } = await twin(`/compare.json?text=${ids[1]}`)
  assert.deepEqual(
    offers?.series.map(({ old, new: fresh }) => [old.title, fresh.title]),
    [
      ['Copy 1', 'Copy 2'],
      ['Copy 2', 'The third'],
    ],
  )
  assert.deepEqual(offers?.copies, [])
  assert.match(await (await get(`/compare?text=${ids[1]}`)).text(), /Copies of this text/)
})

test('a ledger without copies and series says what to do', async () => {
  const other = await startDemo()
  const page = await (await fetch(`${other.url}/compare`)).text()
  assert.match(page, /None was found yet\. Choose two texts above, or add a copy of one\./)
  assert.doesNotMatch(page, /Texts of the same parties/)
  await other.close()
})

test('of texts that are no copies that is said first, with the way that suits them; the differences are folded', async () => {
  const added = await house.store.add([
    { source: { text: talks, date: '2031-05-04', title: 'Talks' } },
    { source: { text: conference, date: '2032-05-04', title: 'Conference' } },
    { source: { text: spun, date: '2031-05-05', title: 'Spun' } },
  ])
  const [one, other, copy] = added.map(({ document }) => document.id)
  const page = await (await get(`/compare?text=${other}&text=${one}`)).text()
  assert.match(page, /These texts are no copies of one another/)
  assert.ok(page.includes(`href="/drift?old=${one}&amp;new=${other}">What the later one adds`))
  assert.ok(page.indexOf('no copies') < page.indexOf('id="meaning"'))
  assert.match(page, /<details class="apart"><summary>Compare them word by word all the same: \d+ differences of meaning/)
  assert.deepEqual((await twin(`/compare.json?text=${one}&text=${copy}`)).apart, [])
  assert.doesNotMatch(await (await get(`/compare?text=${one}&text=${copy}`)).text(), /no copies of one|class="apart"/)
  const three = `/compare?text=${one}&text=${other}&text=${copy}`
  assert.deepEqual((await twin(three.replace('?', '.json?'))).apart, [
    [0, 1],
    [1, 2],
  ])
  const said = await (await get(three)).text()
  assert.match(said, /A and B, B and C are no copies of one another/)
  assert.doesNotMatch(said, /class="apart"/, 'A and C are')
  if (!browserPath) return
  const browser = await openBrowser()
  for (const colorScheme of ['light', 'dark'] as const) {
    const view = await browser.newPage({ colorScheme, viewport: { width: 390, height: 800 } })
    for (const address of ['/compare', `/compare?text=${one}&text=${other}`, three, '/drift']) {
      await view.goto(house.url + address)
      assert.deepEqual(await violations(view), [], address)
      assert.ok(((await view.evaluate('document.documentElement.scrollWidth')) as number) <= 390, address)
    }
    await view.close()
  }
  await browser.close()
})
