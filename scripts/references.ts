// Draws the references of the pages anew: `npm run references` all, `npm run references -- ledger` those of one page. Look at every one that changed before it is committed.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { changedOf, openStudio, pictures, referenceOf } from '../test/web/pictures.ts'

const asked = process.argv.slice(2)
const wanted = pictures.filter(({ page, name }) => asked.length === 0 || asked.includes(page) || asked.includes(name))
mkdirSync('test/web/references', { recursive: true })
const studio = await openStudio()
for (const picture of wanted) {
  writeFileSync(referenceOf(picture), await studio.draw(picture))
  rmSync(changedOf(picture), { force: true })
}
await studio.close()
console.log(`${wanted.length} drawn`)
