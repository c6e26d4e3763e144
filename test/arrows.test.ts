import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'

/**
 * A room may import rooms to its right only:
 * cli -> server -> web, store, intake, export, programme -> compare -> ledger -> copies, index -> read -> lexicon, span -> model.
 */
const rank: Record<string, number> = {
  cli: 0,
  server: 1,
  web: 2,
  store: 2,
  export: 2,
  programme: 2,
  intake: 2,
  compare: 3,
  ledger: 4,
  copies: 5,
  index: 5,
  read: 6,
  lexicon: 7,
  span: 7,
  model: 8,
}
/** Rooms that may look at the machine: files, clock, processes. */
const outside = ['cli', 'store', 'intake']
const room = (path: string): string => (path.includes('/') ? (path.split('/')[0] as string) : path.replace(/\.tsx?$/, ''))
const files = readdirSync('src', { recursive: true })
  .map(String)
  .filter((f) => /\.tsx?$/.test(f) && !f.endsWith('bundled.ts'))

for (const file of files)
  test(`arrows of ${file}`, () => {
    for (const [, target] of readFileSync(join('src', file), 'utf8').matchAll(/(?:from |import\()'([^']+)'/g)) {
      if (target?.startsWith('.')) {
        const to = room(relative('src', join('src', dirname(file), target)))
        const from = room(file)
        const allowed = to === from || (rank[to] ?? -1) > (rank[from] ?? 9)
        assert.ok(allowed, `${file} imports ${target}: ${room(file)} may not look at ${to}`)
      } else if (target?.startsWith('node:'))
        assert.ok(outside.includes(room(file)), `${file} imports ${target}: only ${outside.join(' and ')} may`)
    }
  })

/** Folders of the store, in the order of their arrows: one may import those of a higher rank; the files beside them are free. */
const storeRank: Record<string, number> = {
  accounts: 0,
  rereading: 0,
  'whole-ledger': 0,
  journal: 1,
  incoming: 2,
  queries: 3,
  linking: 4,
  database: 5,
  migrations: 6,
}
const folderOf = (path: string): string => path.split('/').slice(1, -1)[0] ?? ''

test('folders of the store', () => {
  const inStore = files.filter((file) => file.startsWith('store/') && folderOf(file))
  assert.deepEqual([...new Set(inStore.map(folderOf))].sort(), Object.keys(storeRank).sort(), 'each has its rank')
  for (const file of inStore)
    for (const target of importsOf(file).filter((path) => path.startsWith('store/'))) {
      const [from, to] = [folderOf(file), folderOf(target)]
      const allowed = !to || to === from || (storeRank[to] as number) > (storeRank[from] as number)
      assert.ok(allowed, `${file} imports ${target}: ${from} may not look at ${to}`)
    }
})

/** A word knows the frames, names and phrases that begin with it, and those are made of words: one noun that contains itself, in types alone. */
const recursive = { from: 'lexicon/word.ts', to: ['lexicon/frames.ts', 'lexicon/names.ts', 'lexicon/phrases.ts'] }

test('no files import each other in a circle, in types either', () => {
  const arrows = new Map(files.map((file) => [file, new Set(importsOf(file))]))
  const word = readFileSync(join('src', recursive.from), 'utf8')
  for (const target of recursive.to) {
    assert.match(
      word,
      new RegExp(`^import type .* from './${target.replace('lexicon/', '')}'$`, 'm'),
      `${recursive.from} takes types alone from ${target}`,
    )
    arrows.get(recursive.from)?.delete(target)
  }
  // a file that imports none of those still here is in no circle
  for (let before = -1; before !== arrows.size; ) {
    before = arrows.size
    for (const [file, targets] of arrows) if (![...targets].some((target) => arrows.has(target))) arrows.delete(file)
  }
  const tied = new Set([...arrows.values()].flatMap((targets) => [...targets]))
  assert.deepEqual(
    [...arrows.keys()].filter((file) => tied.has(file)),
    [],
  )
})

function importsOf(file: string): string[] {
  const targets = [...readFileSync(join('src', file), 'utf8').matchAll(/(?:from |import\()'(\.[^']+)'/g)]
  return targets.map(([, target = '']) => relative('src', join('src', dirname(file), target)))
}
