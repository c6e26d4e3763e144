import assert from 'node:assert/strict'
import { test } from 'node:test'
import { costs, sourceOfLines } from '../../bench/profile.ts'

const frame = (functionName: string, lineNumber: number) => ({ functionName, url: 'bundle.mjs', lineNumber })

test('self and total time of a function, counted once where it calls itself', () => {
  const profile = {
    nodes: [
      { id: 1, callFrame: frame('main', 0), children: [2, 4] },
      { id: 2, callFrame: frame('walk', 5), children: [3] },
      { id: 3, callFrame: frame('walk', 5) },
      { id: 4, callFrame: frame('leaf', 9) },
    ],
    samples: [1, 2, 3, 3, 4],
    timeDeltas: [10, 20, 30, 5, 7],
  }
  const found = Object.fromEntries(costs(profile, () => 'f').map(({ name, self, total }) => [name, [self, total]]))
  assert.deepEqual(found, { main: [10, 72], walk: [55, 55], leaf: [7, 7] })
})

test('a line of a bundle is named by the file comment above it', () => {
  const sourceOf = sourceOfLines('var x\n// src/a.ts\nlet a\nlet b\n// src/read/b.ts\nlet c\n')
  assert.deepEqual([0, 2, 3, 5].map(sourceOf), ['', 'src/a.ts', 'src/a.ts', 'src/read/b.ts'])
})
