import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'

/** A room may import rooms to its right only: cli -> index -> read -> lexicon, span -> model. */
const rank: Record<string, number> = { cli: 0, index: 1, read: 2, lexicon: 3, span: 3, model: 4 }
const room = (path: string): string => (path.includes('/') ? (path.split('/')[0] as string) : path.replace('.ts', ''))
const files = readdirSync('src', { recursive: true })
  .map(String)
  .filter((f) => f.endsWith('.ts') && !f.endsWith('bundled.ts'))

for (const file of files)
  test(`arrows of ${file}`, () => {
    for (const [, target] of readFileSync(join('src', file), 'utf8').matchAll(/from '([^']+)'/g)) {
      if (target?.startsWith('.')) {
        const to = room(relative('src', join('src', dirname(file), target)))
        const allowed = (rank[to] ?? -1) >= (rank[room(file)] ?? 9)
        assert.ok(allowed, `${file} imports ${target}: ${room(file)} may not look at ${to}`)
      } else if (target?.startsWith('node:')) assert.equal(room(file), 'cli', `${file} imports ${target}: only cli may`)
    }
  })
