import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseSync, Visitor } from 'oxc-parser'
import { checkSync } from 'recheck'
import { knownBuilders, knownPatterns } from './known-patterns.ts'

/**
 * No pattern may backtrack without bound. recheck decides by automaton whether its time can grow faster than the length of the text, which
 * is a proof; exponential and polynomial patterns are refused alike, for on a line of 100 MB the square of the length is a hang. Where the
 * automaton cannot decide (look-ahead, back references) recheck searches for an attack, which can only show slowness. Nothing escapes:
 * patterns are taken from the syntax tree, and building one at run time is refused.
 */
function slownessOf(pattern: string, flags: string): string | undefined {
  const proof = checkSync(pattern, flags, { checker: 'automaton', timeout: 10_000 })
  const result = proof.status === 'unknown' ? checkSync(pattern, flags, { checker: 'fuzz', timeout: 10_000, randomSeed: 1 }) : proof
  if (result.status === 'safe') return undefined
  return result.status === 'vulnerable' ? `${result.complexity.type} time` : 'cannot be decided'
}

/** Pattern literals of a source, and whether it builds patterns at run time. */
function patternsOf(path: string, source: string): { literals: { pattern: string; flags: string }[]; builds: boolean } {
  const literals: { pattern: string; flags: string }[] = []
  let builds = false
  new Visitor({
    Literal: (node) => {
      if ('regex' in node) literals.push(node.regex)
    },
    NewExpression: ({ callee }) => {
      if (callee.type === 'Identifier' && callee.name === 'RegExp') builds = true
    },
    CallExpression: ({ callee }) => {
      if (callee.type === 'Identifier' && callee.name === 'RegExp') builds = true
    },
  }).visit(parseSync(path, source).program)
  return { literals, builds }
}

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => path.endsWith(ending) && !path.endsWith('bundled.ts'))
    .sort()

const found = new Map<string, readonly [pattern: string, flags: string]>()
for (const path of [...filesIn('src', '.ts'), ...filesIn('src', '.tsx')]) {
  const { literals, builds } = patternsOf(path, readFileSync(path, 'utf8'))
  test(`${path} builds no pattern at run time`, () => assert.equal(builds, knownBuilders.includes(path)))
  for (const { pattern, flags } of literals) found.set(`${path}: /${pattern}/${flags}`, [pattern, flags])
}
for (const path of filesIn('lexicon', '.tsv')) {
  const lines = readFileSync(path, 'utf8').split('\n')
  const [names = [], ...rows] = lines.filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'))
  for (const row of rows)
    for (const [at, cell] of row.entries()) if (/^pattern/.test(names[at] ?? '') && cell) found.set(`${path}: /${cell}/u`, [cell, 'u'])
}

for (const [line, [pattern, flags]] of found)
  test(`pattern ${line}`, () => {
    const slowness = slownessOf(pattern, flags)
    if (knownPatterns.includes(line)) assert.ok(slowness, 'fine now; take it off test/repository/known-patterns.ts')
    else assert.equal(slowness, undefined, `${line}: ${slowness}; bound its repeats or scan by hand`)
  })

test('the list of known slow patterns only names patterns that exist', () => {
  for (const line of knownPatterns) assert.ok(found.has(line), `${line} is gone; take it off test/repository/known-patterns.ts`)
})

const judged: readonly (readonly [pattern: string, slow: boolean])[] = [
  ['(a+)+b', true],
  ['\\s+$', true],
  ['^\\s+', false],
  ['[a-z]{1,30}:', false],
  ['[a-z]*a(?=b)[a-z]+', true],
]
for (const [pattern, slow] of judged) test(`the check judges /${pattern}/`, () => assert.equal(slownessOf(pattern, '') !== undefined, slow))

test('the search finds pattern literals wherever they stand, and patterns built at run time', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: source code is what is searched
  const { literals, builds } = patternsOf('source.ts', "const a = b / c / d; f('/no/', /[/]y/gu); const t = `${s.replace(/z/, '')}`")
  assert.deepEqual([literals.map(({ pattern }) => pattern), builds], [['[/]y', 'z'], false])
  for (const source of ['const a = new RegExp(b)', 'RegExp(c)']) assert.equal(patternsOf('source.ts', source).builds, true)
})
