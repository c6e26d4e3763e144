import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compare, loud } from './witness.ts'

const cases: readonly (readonly [what: string, a: string, b: string, turned: boolean])[] = [
  ['an active verb', 'The rebels attacked the army.', 'The army attacked the rebels.', true],
  ['a passive on one side', "Kenya's union accused the cabinet of lies.", 'The union of Kenya was accused by the cabinet of lies.', true],
  ['a passive with its sides', 'The rebels attacked the army.', 'The army was attacked by the rebels.', false],
  ['names with an office', 'Kenya invited the president of Mali.', 'The president of Mali invited Kenya.', true],
  ['those who asked', 'The council approved the budget of the court.', 'The court approved the budget of the council.', true],
  ['done together', 'The envoy met the bishop.', 'The bishop met the envoy.', false],
  ['states behind prepositions', 'The loan was paid by Kenya to Mali.', 'The loan was paid by Mali to Kenya.', true],
  ['states of a list', 'The loan was paid by Kenya and Mali.', 'The loan was paid by Mali and Kenya.', false],
  ['adjectives of states', 'Fijian officers may search Tongan boats.', 'Tongan officers may search Fijian boats.', true],
  ['a verb and its noun', 'Envoys were concerned by the flood.', 'Envoys voiced concern about the flood.', false],
]
for (const [what, a, b, turned] of cases)
  test(`roles: ${what}`, () =>
    assert.equal(
      loud(compare(a, b)).some((one) => one.startsWith('party: ')),
      turned,
    ))

for (const [what, a, b, told] of [
  [
    'by its adjective',
    'Togo and Benin met. Then he thanked the colleague.',
    'Togo and Benin met. Then the Togolese minister thanked the colleague.',
    [],
  ],
  [
    'that was not named before',
    'Togo and Benin met. Then he thanked the colleague.',
    'Togo and Benin met. Then the Chadian minister thanked the colleague.',
    ['party: - | Chadian'],
  ],
] as const)
  test(`a state ${what} in the place of a pronoun`, () => assert.deepEqual(loud(compare(a, b)), told))
