import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { vocabularyOf } from '../../src/index.ts'
import type { Frame, FrameIndex } from '../../src/lexicon/frames.ts'
import { emptyTokens } from '../../src/lexicon/tokens.ts'
import type { Vocabulary } from '../../src/lexicon/vocabulary.ts'
import { Frames } from '../../src/read/extract/frames.ts'
import { findGroups } from '../../src/read/extract/groups.ts'
import { toUnits, type Unit } from '../../src/read/recognise/units.ts'
import { tokenize } from '../../src/read/tokens.ts'

const vocabulary = vocabularyOf('en') as Vocabulary

function unitsOf(text: string): Unit[] {
  const tokens = tokenize(text, 0, text.length, vocabulary, emptyTokens())
  return toUnits(text, tokens, 0, tokens.length, undefined)
}

function framesOf(units: readonly Unit[]): Frames {
  const groups: (ReturnType<typeof findGroups>[number] | undefined)[] = []
  for (const group of findGroups(units)) groups[group.start] = group
  return new Frames(units, units.length, groups)
}

/** The units with the verb at `k` having one row alone, whatever stands after it. */
function withRow(units: readonly Unit[], k: number, row: Frame): Unit[] {
  const { from, to, word, flags, name } = units[k] as Unit
  const only = { at: () => [row], bare: word.framesBy?.bare, asks: word.framesBy?.asks } as unknown as FrameIndex
  return units.map((unit, i) => (i === k ? { from, to, word: { ...word, framesBy: only }, flags, name } : unit))
}

const words =
  'is are be been make makes stand remain take express have agree will to not also very fully firmly ready committed clear part in of and , that themselves itself it the a concern steps open talks united with for'.split(
    ' ',
  )

test('the index of a verb leaves out no row that fits', () => {
  let left = 0
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 14 }), (chosen) => {
      const units = unitsOf(`we ${chosen.join(' ')}`)
      for (let k = 0; k < units.length; k++) {
        const { framesBy, frames } = (units[k] as Unit).word
        if (!framesBy) continue
        const kept = framesBy.at(units, k + 1)
        assert.deepEqual(
          kept,
          frames.filter((row) => kept.includes(row)),
          'in their order',
        )
        for (const row of frames) {
          if (kept.includes(row)) continue
          left++
          assert.equal(framesOf(withRow(units, k, row)).at(k), undefined, `${row.id} at ${k} of ${chosen.join(' ')}`)
        }
      }
    }),
    { numRuns: 150 },
  )
  assert.ok(left > 1000, 'the index leaves most rows out')
})
