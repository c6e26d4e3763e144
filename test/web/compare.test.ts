import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Running, startDemo } from './browser.ts'

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
