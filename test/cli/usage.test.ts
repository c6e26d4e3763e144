import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CliError } from '../../src/cli/error.ts'
import { day, helpPage, isDay, parse, partDay, usage, whole } from '../../src/cli/usage.ts'

const made = usage({
  verb: 'try it',
  calls: [['try it THING', 'tries it']],
  options: {
    value: { value: 'NUMBER', about: 'a number', check: whole(1, 9, 'number') },
    colour: { value: 'NAME', about: 'red or blue', oneOf: ['red', 'blue'] },
    tag: { value: 'WORD', about: 'any', many: true },
    signed: { value: 'NUMBER', about: 'with a sign' },
    flag: { about: 'yes' },
  },
  after: 'The end.',
  words: [1, 2],
})

const good: readonly (readonly [name: string, argv: string[], values: object, words: string[]])[] = [
  ['nothing but a word', ['a'], { tag: [], flag: false }, ['a']],
  ['values', ['a', '--value', '3', '--colour=red', '--flag'], { value: '3', colour: 'red', tag: [], flag: true }, ['a']],
  ['a list', ['--tag', 'x', 'a', '--tag=y', 'b'], { tag: ['x', 'y'], flag: false }, ['a', 'b']],
  ['a number below nought', ['a', '--signed', '-1'], { signed: '-1', tag: [], flag: false }, ['a']],
  ['an empty value', ['a', '--signed', ''], { signed: '', tag: [], flag: false }, ['a']],
  ['what stands after --', ['--', '--signed', '-1'], { tag: [], flag: false }, ['--signed', '-1']],
]
for (const [name, argv, values, words] of good)
  test(`parsed: ${name}`, () => {
    const call = parse(made, argv)
    const given = Object.fromEntries(Object.entries(call.values).filter(([key, value]) => value !== undefined && key !== 'help'))
    assert.deepEqual([given, call.words], [values, words])
  })

const bad: readonly (readonly [name: string, argv: string[], message: string])[] = [
  ['no word', [], 'try it: something is missing; write: stocktake try it THING'],
  ['a word too many', ['a', 'b', 'c'], 'try it: c: is one word too many; see stocktake try it --help'],
  ['an unknown option', ['a', '--other'], 'try it: --other: is unknown; see stocktake try it --help'],
  ['an option without its value', ['a', '--tag'], 'try it: --tag: wants a value; see stocktake try it --help'],
  ['an option for a value', ['a', '--tag', '--flag'], 'try it: --tag: is used wrongly; see stocktake try it --help'],
  ['a value that is none of those', ['a', '--colour', 'green'], 'try it: --colour green: is unknown; use one of red, blue'],
  ['a value that fails its check', ['a', '--value', '10'], 'try it: --value 10: is no number; give a whole number from 1 to 9'],
]
for (const [name, argv, message] of bad) test(`refused: ${name}`, () => assert.throws(() => parse(made, argv), new CliError(message)))

test('--help asks for no word', () => assert.equal(parse(made, ['--help']).values.help, true))

test('the help page has every call and option, in columns', () => {
  assert.equal(
    helpPage(made),
    `stocktake try it THING    tries it

  --value NUMBER     a number
  --colour NAME      red or blue
  --tag WORD         any
  --signed NUMBER    with a sign
  --flag             yes
  --help             this page

The end.
`,
  )
})

for (const [value, ok] of [
  ['2022-06-07', true],
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2022-6-7', false],
  ['2022-06-07T00:00', false],
  ['', false],
] as const)
  test(`${value} is ${ok ? 'a' : 'no'} day`, () => assert.deepEqual([isDay(value), day(value) === undefined], [ok, ok]))

for (const [value, ok] of [
  ['2022', true],
  ['2022-06', true],
  ['2022-06-07', true],
  ['2022-13', false],
  ['2022-02-30', false],
  ['22', false],
] as const)
  test(`${value} is ${ok ? 'a' : 'no'} day, month or year`, () => assert.equal(partDay(value) === undefined, ok))

test('whatever the words of a call, it is parsed or refused in one line', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('--value', '--tag', '-1', '--', '--signed', '-x', '--flag=1'))), (argv) => {
      try {
        parse(made, argv)
      } catch (error) {
        assert.ok(error instanceof CliError, String(error))
      }
    }),
  )
})
