import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { rebuild } from '../../src/compare/collate/table.ts'
import { splitHeader } from '../../src/intake/header.ts'
import { compare, loud } from './witness.ts'

const lead = 'Chad and Niger met in Agadez on Monday.'
const ground = [
  'The talks lasted two days and were held behind closed doors.',
  'The delegations visited a school and a dairy.',
  'A choir of children sang at the airport.',
]
const tail = 'The ministers will meet again in Zinder in March.'
const text = (...sentences: readonly string[]): string => [lead, ...ground, ...sentences, tail].join(' ')

interface Case {
  readonly name: string
  readonly a: readonly string[]
  readonly b: readonly string[]
  /** Sentences of one row, joined on either side. */
  readonly rows: readonly string[]
}

const cases: readonly Case[] = [
  {
    name: 'a sentence in other words, known by its numbers, is one; what stands beside it is missing and added',
    a: ['Loans that mature between 2031 and 2034 will be put off by 9 years.', 'Niger will plant a forest.'],
    b: ['Nobody said a word on the menu.', 'Niamey gets 9 more years for credits due from 2031 to 2034.'],
    rows: [
      'Loans that mature between 2031 and 2034 will be put off by 9 years. | Niamey gets 9 more years for credits due from 2031 to 2034.',
      '- | Nobody said a word on the menu.',
      'Niger will plant a forest. | -',
    ],
  },
  {
    name: 'a sentence that became two, in other words',
    a: [
      'Chad will construct the slaughterhouse and shoulder the expense, reckoned at 31 million francs, whereas Niger will operate it from Diffa.',
    ],
    b: [
      'Chad is to build the slaughterhouse and bear the cost, put at 31 million francs.',
      'Niger will run it from its base at Diffa, Doutchi and Dosso.',
    ],
    rows: [
      'Chad will construct the slaughterhouse and shoulder the expense, reckoned at 31 million francs, whereas Niger will operate it from Diffa. | Chad is to build the slaughterhouse and bear the cost, put at 31 million francs. Niger will run it from its base at Diffa, Doutchi and Dosso.',
    ],
  },
]

for (const { name, a, b, rows } of cases)
  test(name, () => {
    const [left, right] = [text(...a), text(...b)]
    const collation = compare(left, right)
    const told = collation.rows.map(({ cells }) =>
      cells.map((cell, k) => (cell ? [left, right][k]?.slice(cell.from, cell.to).trim() : '-')).join(' | '),
    )
    for (const row of rows) assert.ok(told.includes(row), `${row}\n\n${told.join('\n')}`)
    assert.deepEqual([rebuild(collation, 0), rebuild(collation, 1)], [left, right])
  })

test('what another sentence of the other side says is neither missing nor added; a number in it that became another is told', () => {
  const a = text(
    'The gauge at Doutchi will be mended.',
    'She announced that Niger would open its silos at Diffa to 40 Chadian grain traders.',
  )
  const b = [
    `Chad and Niger met in Agadez on Monday, and Niger is to give 70 Chadian grain traders access to its silos at Diffa.`,
    ...ground,
    'The gauge at Doutchi will be mended.',
    tail,
  ].join(' ')
  const collation = compare(a, b)
  const told = loud(collation)
  assert.ok(
    told.some((one) => one.startsWith('moved: She announced')),
    told.join('\n'),
  )
  assert.ok(told.includes('number: 40 | 70'), told.join('\n'))
  assert.ok(!told.some((one) => /^(?:missing|added)/.test(one)), told.join('\n'))
  assert.deepEqual([rebuild(collation, 0), rebuild(collation, 1)], [a, b])
})

test('sentences of two texts that are no copies stand for nothing', () => {
  const [a, b] = ['damaged-news-copy', 'joint-statement'].map(
    (name) => splitHeader(readFileSync(join('samples', `${name}.txt`), 'utf8')).text,
  ) as [string, string]
  const told = loud(compare(a, b))
  assert.ok(told.length > 0 && told.every((one) => /^(?:missing|added|broken)/.test(one)), told.join('\n'))
})
