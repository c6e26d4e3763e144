import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Recent } from '../../src/store/database/recent.ts'

test('what is asked for stays, what nobody asks for goes, and it never grows past twice its measure', () => {
  const recent = new Recent<number, number>(10)
  recent.set(-1, 7)
  for (let i = 0; i < 1000; i++) {
    recent.set(i, i)
    assert.equal(recent.get(-1), 7)
  }
  const kept = Array.from({ length: 1000 }, (_, i) => i).filter((i) => recent.get(i) !== undefined)
  assert.ok(kept.length >= 9 && kept.length <= 20 && kept.every((i) => i > 970), String(kept))
  recent.delete(-1)
  assert.equal(recent.get(-1), undefined)
})
