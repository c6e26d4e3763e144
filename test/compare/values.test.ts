import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compare, loud } from './witness.ts'

const cases: readonly (readonly [what: string, a: string, b: string, told: readonly string[]])[] = [
  ['a decade, ten years', 'Peru will aid the port for ten years.', 'Peru will aid the port for a decade.', []],
  ['weeks in days', 'Peru will halt the fleet for two weeks.', 'Peru will halt the fleet for 14 days.', []],
  ['years in months', 'Peru will halt the fleet for 24 months.', 'Peru will halt the fleet for two years.', []],
  [
    'years in too many months',
    'Peru will halt the fleet for two years.',
    'Peru will halt the fleet for 30 months.',
    ['date: two years | 30 months'],
  ],
  ['half in per cent', 'Half of the toll will go to Chad.', '50 percent of the toll will go to Chad.', []],
  ['a part in per cent', 'Chad will pay a quarter of the toll.', 'Chad will pay 25% of the toll.', []],
  ['another share', 'Chad will pay a quarter of the toll.', 'Chad will pay half of the toll.', ['number: a quarter | half']],
  ['a number with the letter of its scale', 'Togo will pay 18 million dollars.', 'Togo will pay $18m.', []],
  ['another number with its letter', 'Togo will pay 18 million dollars.', 'Togo will pay $81m.', ['number: 18 million | 81m']],
  ['a dozen', 'Togo will buy a dozen trawlers.', 'Togo will buy 12 trawlers.', []],
  ['a day in figures', 'Mali will reopen the road on 9 October 2032.', 'Mali will reopen the road on 09.10.2032.', []],
  ['a day in figures, the month first', 'Mali will reopen the road on October 9, 2032.', 'Mali will reopen the road on 10/9/2032.', []],
  [
    'another day in figures',
    'Mali will reopen the road on 9 October 2032.',
    'Mali will reopen the road on 19.10.2032.',
    ['date: 9 October 2032 | 19.10.2032'],
  ],
  ['a day in brackets behind its weekday', 'Oman and Cuba met on Monday.', 'Oman and Cuba met on Monday (6th).', []],
  ['a number in words with a hyphen', 'Peru freed the fifty-three sailors.', 'Peru freed the 53 sailors.', []],
  ['half of a scale', 'Peru will ship half a million tonnes.', 'Peru will ship 500 thousand tonnes.', []],
  [
    'half of a scale, another number',
    'Peru will ship half a million tonnes.',
    'Peru will ship 50 thousand tonnes.',
    ['number: - | 50', 'number: million | thousand'],
  ],
  ['one unit of time', "Chad may leave on twelve months' notice.", "Chad may leave on a year's notice.", []],
  ['so many of so many', 'Mali will train three in four nurses.', 'Mali will train 75 percent of nurses.', []],
  ['a place in a row for a day', 'Togo will reopen the port on the third of May.', 'Togo will reopen the port on 3 May.', []],
  ['another day of the month', 'Togo will reopen the port on the third of May.', 'Togo will reopen the port on 13 May.', ['date: - | 13']],
  ['every unit of time', 'Oman and Cuba will meet every quarter.', 'Oman and Cuba will meet every three months.', []],
  ['an acronym', 'Fiji will leave the World Trade Organization.', 'Fiji will leave the WTO.', []],
  ['an acronym at the front', 'The United Nations Development Programme will aid Fiji.', 'UNDP will aid Fiji.', []],
  [
    'another organisation',
    'Fiji will leave the World Trade Organization.',
    'Fiji will leave the WHO.',
    ['missing: World Trade Organization | -'],
  ],
]
for (const [what, a, b, told] of cases) test(`values: ${what}`, () => assert.deepEqual(loud(compare(a, b)), told))
