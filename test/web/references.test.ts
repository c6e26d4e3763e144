import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { browserPath } from './browser.ts'
import { changedOf, differenceOf, openStudio, type Picture, pictures, referenceOf, type Studio } from './pictures.ts'

const skip = browserPath ? false : 'no Chromium on this machine'
let studio: Studio
before(async () => {
  if (!skip) studio = await openStudio()
})
after(() => studio?.close())

for (const picture of pictures)
  test(`${picture.name} looks as it did`, { skip }, async () => {
    const now = await studio.draw(picture)
    const difference = existsSync(referenceOf(picture))
      ? differenceOf(readFileSync(referenceOf(picture)), now)
      : 'there is no reference of it'
    if (difference === undefined) return rmSync(changedOf(picture), { force: true })
    writeFileSync(changedOf(picture), now)
    assert.fail(
      `${referenceOf(picture)}: ${difference}. Look at ${changedOf(picture)}; if it is right: npm run references -- ${picture.page}`,
    )
  })

const [front, ledger] = ['programme.1440.light', 'ledger.390.dark'].map((name) => pictures.find((one) => one.name === name)) as [
  Picture,
  Picture,
]
for (const [what, picture, style] of [
  ['a margin of twelve pixels', front, 'main { padding-left: 12px }'],
  ['larger letters', ledger, 'html { font-size: 18px }'],
  ['a mark that is gone', front, '.standing .mark { visibility: hidden }'],
  ['another ground', ledger, ':root { --paper: #000000 }'],
  ['links without their colour', ledger, ':root { --link: #ece8df }'],
] as const)
  test(`${what} is told`, { skip }, async () => {
    const now = await studio.draw(picture, (page) => page.addStyleTag({ content: style }))
    assert.ok(differenceOf(readFileSync(referenceOf(picture)), now))
  })

test('every reference is of a picture, and all together are small', () => {
  const known = new Set(pictures.map(({ name }) => `${name}.png`))
  const files = readdirSync('test/web/references').filter((file) => !file.endsWith('-changed.png'))
  assert.deepEqual(
    files.filter((file) => !known.has(file)),
    [],
  )
  assert.equal(files.length, pictures.length)
  const bytes = files.reduce((sum, file) => sum + statSync(`test/web/references/${file}`).size, 0)
  assert.ok(bytes < 2_500_000, `${bytes} bytes`)
})
