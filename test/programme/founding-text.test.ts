import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadProgramme } from '../../src/cli/programme/load.ts'
import type { Source, Span } from '../../src/model.ts'
import { parseProgramme } from '../../src/programme/parse.ts'
import { openStore } from '../../src/store/store.ts'
import { newFolder } from '../folder.ts'
import { filesOf } from './folder.ts'
import { placed } from './linked.ts'

const text = '../shared/corpus/founding-text.txt'
const draft = '../shared/programme/china-kazakhstan.json'
const skip = existsSync(text) && existsSync(draft) ? false : `${text} is not there`
const parsed = parseProgramme(filesOf('programmes/china-kazakhstan'))

interface Item {
  readonly id: string
  readonly seed_start: number
  readonly seed_end: number
}

/** Items whose stretch of the text stands under the right entry, and what stands under an entry that no item of its stretch belongs to. */
function judge(links: readonly { readonly entry: string; readonly span: Span; readonly quote: string }[]) {
  const items: Item[] = JSON.parse(readFileSync(draft, 'utf8')).commitments
  const name = ({ id }: Item): string => id.replace(/^[a-z]-/, '')
  const over = ({ span }: { span: Span }, item: Item): boolean => Math.min(span.to, item.seed_end) > Math.max(span.from, item.seed_start)
  const missed = items.filter((item) => !links.some((link) => link.entry === name(item) && over(link, item))).map(name)
  const wrong = links.filter((link) => {
    const here = items.filter((item) => over(link, item))
    return here.length > 0 && !here.some((item) => name(item) === link.entry)
  })
  return { right: items.length - missed.length, missed, wrong: wrong.map(({ entry, quote }) => `${entry}: ${quote}`) }
}

/** As `stocktake add` takes the file as it is, and with the day of publication, which the file does not say. */
const given: [how: string, about: Pick<Source, 'date'>][] = [
  ['as the file is', {}],
  ['with its date', { date: '2022-06-08' }],
]

for (const [how, about] of given)
  test(`the founding text ${how}: at least 40 of its 45 items link to the right entry, and nothing to a wrong one`, { skip }, (t) => {
    const { right, missed, wrong } = judge(placed(parsed, [{ text: readFileSync(text, 'utf8'), ...about }]))
    t.diagnostic(`${right} of 45; not: ${missed.join(', ')}`)
    assert.ok(right >= 40, `missed: ${missed.join(', ')}`)
    assert.deepEqual(wrong, [])
  })

for (const [how, about] of given)
  test(`the same in a ledger that has the programme, ${how}: the quotes stand beside the entries`, { skip }, async (t) => {
    const folder = newFolder()
    const store = await openStore(join(folder, 'ledger.db'), { create: true })
    try {
      await loadProgramme(store, parsed)
      await store.add([{ source: { text: readFileSync(text, 'utf8'), ...about } }])
      const found = await store.programme('china-kazakhstan', { asOf: '2026-11-25' })
      assert.equal(found?.rows.length, 45)
      const links = []
      for (const { id, entry } of found.rows) {
        const undertaking = await store.undertaking(id)
        for (const { statement } of undertaking?.members ?? [])
          links.push({ entry: entry.id.replace('china-kazakhstan/', ''), span: statement.span, quote: statement.quote })
      }
      const { right, missed, wrong } = judge(links)
      t.diagnostic(`${right} of 45`)
      assert.ok(right >= 40, `missed: ${missed.join(', ')}`)
      assert.deepEqual(wrong, [])
      assert.deepEqual(await store.verify(), [])
    } finally {
      await store.close()
    }
  })
