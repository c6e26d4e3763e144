import assert from 'node:assert/strict'
import { test } from 'node:test'
import { says } from './podium.ts'

/** Phenomenon, words of one who speaks without notes, what they state. */
const turns: [string, string, string[]][] = [
  ['a thing spoken of', 'Peru has a new law. It will cut the price of grain.', []],
  ['a thing spoken of', 'Peru has a new law. It is going to lift wages.', []],
  ['a thing spoken of', 'Chile is a friend, and it will send two ships.', ['position/none PE be', 'commitment/intent CL send']],
  ['a thing spoken of', 'If Chile leaves, it will pay a fine.', ['commitment/intent CL pay']],
  ['a thing spoken of', 'Chile announced that it will close the mine.', ['commitment/agreed CL close']],
  ['how the talk goes on', 'I will tell you this: Kenya will open a port.', ['commitment/intent KE open']],
  ['how the talk goes on', 'I will tell the minister of the plan.', ['commitment/intent PE tell']],
  ['how the talk goes on', "I'll turn it over to my colleague.", []],
  ['how the talk goes on', "I'll close with this: Kenya will close the mine.", ['commitment/intent KE close']],
  ['how the talk goes on', "I'll let the minister speak to that.", []],
  ['how the talk goes on', 'I want to put this in perspective.', []],
  ['how the talk goes on', 'I will give you one example of our work.', []],
  ['how the talk goes on', 'We will give Kenya a ship.', ['commitment/intent PE give']],
  ['what is only said', "I'll just mention, before I go, what we saw.", []],
  ['what is only said', 'We will respond.', ['commitment/intent PE respond']],
  ['what is only said', 'The minister did not say anything else.', []],
  ['what is only said', "I'm going to make some brief remarks.", []],
  ['what is only said', "I'm going to make some new roads.", ['commitment/intent PE make']],
  ['what is only said', 'We will make a statement.', []],
  ['a moment taken', 'I want to take a moment to thank Kenya for the new law.', ['position/none PE thank']],
  ['a moment taken', 'I want to take a moment to open the port.', ['commitment/ready PE open']],
  ['have got to', "We've got to pay for this road.", ['proposal/should PE pay']],
  ['have got to', 'Kenya has got to protect the lake.', ['proposal/should KE protect']],
  ['have got to', "We've got two ships to protect the lake.", ['report/none PE get']],
  ['used to', 'We used to build ships in Callao.', []],
  ['used to', 'We used the money to build ships in Callao.', ['report/none PE use']],
  ['broken off', "I'm going to — and those at home as well.", []],
  ['broken off', 'We flew in on the — I went up in the cabin.', ['report/none PE go']],
  ['broken off', 'We are building a — but that is not new.', []],
  ['broken off', 'We will build a — a new port.', ['commitment/intent PE build']],
  ['broken off', 'We will give it to — to Kenya.', ['commitment/intent PE give']],
]
for (const [phenomenon, words, expected] of turns) test(`${phenomenon}: ${words}`, () => assert.deepEqual(says(words), expected))
