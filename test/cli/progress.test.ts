import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textWidth } from '../../src/cli/flow.ts'
import { progressLine, type State, span } from '../../src/cli/progress.ts'

const bar = (full: number) => `${'█'.repeat(full)}${'░'.repeat(24 - full)}`
const lines: readonly (readonly [name: string, state: State, seconds: number, line: string])[] = [
  ['nothing yet', { done: 0, of: 10, share: 0, note: '' }, 0, `${bar(0)}   0 % · 0 of 10 texts`],
  ['half of it', { done: 5, of: 10, share: 0.5, note: '4 new' }, 10, `${bar(12)}  50 % · 5 of 10 texts · 0.5 a second · 10 s left · 4 new`],
  ['all of it', { done: 10, of: 10, share: 1, note: '' }, 20, `${bar(24)} 100 % · 10 of 10 texts · 0.5 a second`],
  ['no end known', { done: 70, of: undefined, share: undefined, note: '' }, 2, '70 texts · 35 a second'],
]
for (const [name, state, seconds, line] of lines)
  test(`progress: ${name}`, () => assert.equal(progressLine(state, 'texts', seconds, 200), line))

test('progress keeps to the width of the terminal', () => {
  for (const width of [20, 40, 80])
    assert.ok(textWidth(progressLine({ done: 5, of: 10, share: 0.5, note: 'x' }, 'texts', 10, width)) <= width)
})

for (const [seconds, words] of [
  [0.2, '1 s'],
  [89, '89 s'],
  [91, '2 min'],
  [3600, '60 min'],
  [7500, '2 h 5 min'],
] as const)
  test(`${seconds} seconds are ${words}`, () => assert.equal(span(seconds), words))
