import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entriesOf, type Zip } from '../../src/intake/zip.ts'
import { zipOf } from './zip-file.ts'

test('of a zip only the list of its files is had, and then the file that is unpacked', () => {
  const files = Object.fromEntries(
    Array.from({ length: 50 }, (_, i) => [`${i}.txt`, Uint8Array.from({ length: 9_000 }, () => Math.random() * 256)]),
  )
  const bytes = zipOf(files)
  let had = 0
  const zip: Zip = {
    size: bytes.length,
    part: (from, to) => {
      const part = bytes.subarray(from, to)
      had += part.length
      return part
    },
  }
  const entries = entriesOf(zip)
  assert.ok(had < 75_000, `${had} bytes for the list`)
  had = 0
  assert.deepEqual(Buffer.from(entries[7]?.unpack() ?? []), Buffer.from(files['7.txt'] ?? []))
  assert.ok(had < 10_000, `${had} bytes for a file`)
})
