import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compare, loud } from './witness.ts'

const cases: readonly (readonly [what: string, a: string, b: string, told: readonly string[]])[] = [
  [
    'the highest, the lowest',
    'Ghana will pay no more than 200 dollars.',
    'Ghana will pay no less than 200 dollars.',
    ['number: no more than | no less than'],
  ],
  ['the highest, a least one', 'Kenya will train up to 300 nurses.', 'Kenya will train from 300 nurses.', ['number: up to | from']],
  ['a limit on one side', 'Peru will sell up to 500 megawatts.', 'Peru will sell 500 megawatts.', ['number: up to | 500']],
  ['behind the number', 'Chad will host 40 experts or more.', 'Chad will host 40 experts at most.', ['number: or more | at most']],
  ['not reached, passed', 'Oman sent almost 90 tents.', 'Oman sent more than 90 tents.', ['number: almost | more than']],
  ['one limit in other words', 'Fiji will take at most 50 boats.', 'Fiji will take a maximum of 50 boats.', []],
  ['limits near each other', 'Fiji will take at least 50 boats.', 'Fiji will take more than 50 boats.', []],
  ['the two ends of a range', 'Togo will send from 20 to 30 men.', 'Togo will send 20 to 30 men.', []],
  ['a place in the form of a limit', 'Togo will pay over the next 3 years.', 'Togo will pay in the next 3 years.', []],
  [
    'what a share is reckoned from',
    'Mali will buy rice at 10 percent above the market price.',
    'Mali will buy rice at 10% of the market price.',
    ['number: 10 percent above | 10% of'],
  ],
  [
    'another unit',
    'Cuba will send a ship of 30 days and 500 miles.',
    'Cuba will send a ship of 30 working days and 500 nautical miles.',
    ['number: 30 days | 30 working', 'number: 500 miles | 500 nautical'],
  ],
  [
    'a time in other days',
    'Cuba must answer within 30 days of the request.',
    'Cuba must answer within 30 working days of the request.',
    ['date: within 30 days of the request | -'],
  ],
  [
    'a last month, a month',
    'The envoys will meet not later than May 2032.',
    'The envoys will meet in May 2032.',
    ['date: not later than | in'],
  ],
  [
    'a part of a year',
    'Iran will open the port by the end of 2036.',
    'Iran will open the port by the middle of 2036.',
    ['date: end | middle'],
  ],
  [
    'one of two times',
    'On 3 May 2031 Iran said that it would open the port by 1 June 2036.',
    'On 3 May 2031 Iran said that it would open the port by 1 August 2036.',
    ['date: June | August'],
  ],
  ['by and before a year', 'Laos will mend the dam by 2030.', 'Laos will mend the dam before 2030.', []],
  ['the end of a year', 'Laos will mend the dam by the end of 2032.', 'Laos will mend the dam in 2032.', []],
]
for (const [what, a, b, told] of cases) test(`limits: ${what}`, () => assert.deepEqual(loud(compare(a, b)).sort(), [...told].sort()))
