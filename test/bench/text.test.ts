import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeText } from '../../bench/text.ts'

test('made texts have their size, are the same each time, and keep to their shape', () => {
  for (const bytes of [0, 1, 4096, 100_000]) {
    for (const shape of ['one', 'many', 'same'] as const) {
      const text = makeText(bytes, shape)
      assert.equal(Buffer.byteLength(text), bytes)
      assert.equal(text, makeText(bytes, shape))
      assert.equal(text.includes('\n'), shape !== 'one' && bytes > 1000)
    }
  }
  const paragraphs = makeText(200_000, 'many').split('\n\n')
  assert.equal(new Set(paragraphs).size, paragraphs.length)
  assert.ok(new Set(makeText(200_000, 'same').split('\n\n')).size < 10)
})
