import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formats } from '../../src/export/formats.ts'
import { asStored, changed, load, slugs } from './ledger.ts'

for (const slug of slugs())
  for (const [name, filesOf] of Object.entries(formats))
    test(`case ${slug} as ${name}`, async () => {
      const wrong = await changed(slug, filesOf(asStored(load(slug))))
      assert.deepEqual(wrong, [], `${slug} is written differently; files with -changed in their names hold what is written now`)
    })

test('every case says what it shows', () => {
  assert.ok(slugs().length >= 2)
  for (const slug of slugs()) assert.ok(load(slug).about.length > 40, slug)
})
