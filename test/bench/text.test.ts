import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeText } from '../../bench/text.ts'

test('made texts have their size, are the same each time, and keep to one line or many', () => {
  for (const bytes of [0, 1, 4096, 100_000]) {
    for (const lines of [true, false]) {
      const text = makeText(bytes, lines)
      assert.equal(Buffer.byteLength(text), bytes)
      assert.equal(text, makeText(bytes, lines))
      assert.equal(text.includes('\n'), lines && bytes > 1000)
    }
  }
})
