import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

const BOTH = 'PRESIDENT NOOR OF KENYA:  Kenya supports the port.\n\nPRESIDENT ALVAREZ OF PERU:  '

/** What one of two says in a press conference, as "kind/force parties act", in order. */
const says = (words: string): string[] =>
  read({ text: BOTH + words })
    .statements.filter((s) => s.span.from >= BOTH.length)
    .map((s) => `${s.kind}/${s.force} ${s.parties.toSorted().join(',')} ${s.act}`)

/** Phenomenon, words of one who speaks without notes, what they state. */
const turns: [string, string, string[]][] = [
  ['a thing spoken of', 'Peru has a new law. It will cut the price of grain.', []],
  ['a thing spoken of', 'Peru has a new law. It is going to lift wages.', []],
  ['a thing spoken of', 'Chile is a friend, and it will send two ships.', ['position/none PE be', 'commitment/intent CL send']],
  ['a thing spoken of', 'If Chile leaves, it will pay a fine.', ['commitment/intent CL pay']],
  ['a thing spoken of', 'Chile announced that it will close the mine.', ['commitment/agreed CL close']],
]
for (const [phenomenon, words, expected] of turns) test(`${phenomenon}: ${words}`, () => assert.deepEqual(says(words), expected))
