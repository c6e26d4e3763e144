import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { countOf } from '../../src/web/parts/names.ts'
import { type Running, startDemo } from './browser.ts'

let house: Running
before(async () => {
  house = await startDemo()
  const words = (force: string) => `Joint Statement of Fiji and Nepal\n\nFiji ${force} plant 40 blue pear trees in Pokhara by 2035.\n`
  await house.store.add([
    { source: { text: words('intends to'), date: '2031-05-01', title: 'Before today' } },
    { source: { text: words('will'), date: '2031-09-01', title: 'After today' } },
  ])
})
after(() => house.close())
const get = async (path: string) => (await fetch(house.url + path)).text()

for (const [n, kinds, words] of [
  [1200, [], '1,200 undertakings, positions and reports'],
  [1, [], '1 undertaking, position or report'],
  [0, ['position'], '0 positions'],
  [1, ['position'], '1 position'],
  [2, ['commitment', 'proposal'], '2 commitments and proposals'],
  [1, ['commitment', 'proposal'], '1 commitment or proposal'],
] as const)
  test(`${words}: what a list counts is called what it is`, () => assert.equal(countOf(n, kinds), words))

test('the ledger and the tables say what they count', async () => {
  assert.match(await get('/ledger'), /\d+ undertakings, positions and reports; standing as of 1 Jun 2031/)
  assert.match(await get('/ledger?kind=position'), /\d+ positions; standing as of/)
  assert.match(await get('/matrix/party-topic'), /Each cell counts undertakings, positions and reports, and leads to them\./)
  assert.match(await get('/matrix/year-force'), /Each cell counts undertakings, positions and reports\./)
})

test('a force that a text gives whose day has not come is told from one that holds, but where the day of its only text is told anyway', async () => {
  for (const columns of ['', '&columns=label,force']) {
    const page = await get(`/ledger?kind=commitment&sort=first${columns}`)
    const rows = [...page.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) => row)
    const { rows: data } = JSON.parse(await get(`/ledger.json?kind=commitment&sort=first${columns}`)) as {
      rows: { id: string; force: string; first: string; last: string }[]
    }
    const ahead = data.filter(({ last, force }) => last > '2031-06-01' && force !== 'none')
    assert.ok(ahead.length > 0 && ahead.length < data.length)
    assert.equal(ahead.filter(({ first }) => first <= '2031-06-01').length, 1, 'the trees were promised before, in other words')
    for (const { id, force, first, last } of data) {
      const row = rows.find((one) => one.includes(encodeURIComponent(id))) ?? ''
      assert.equal(
        row.includes(`${force}<span class="doubt"> after today</span>`),
        last > '2031-06-01' && force !== 'none' && (columns !== '' || first <= '2031-06-01'),
        id,
      )
    }
  }
})
