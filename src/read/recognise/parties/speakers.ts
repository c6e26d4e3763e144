// Whom one who speaks means by "we" and "you": his side alone, both sides, or the one that he speaks to.
import { Code, Flag } from '../../../lexicon/word.ts'
import { type Unit, unitAt } from '../units.ts'
import type { Subject } from './memory.ts'
import type { Site } from './site.ts'
import { Is, isA } from './words.ts'

/** How far after a verb "with …" may stand. */
const WITHIN = 8

/** "You have closed two chapters", said to the other of two sides before anybody asks: the side that speaks too, or to which all is said. */
export function hearer({ context, memory }: Site, name: string): Subject | undefined {
  const own = context.turns && !memory.asked ? memory.speaker?.parties : undefined
  const other = own?.length === 1 && context.parties.length === 2 ? context.parties.filter((party) => party !== own[0]) : []
  if (other.length !== 1 || !(context.addressed || context.spoken?.has(other[0] as string))) return undefined
  return { parties: other, kind: 'party', name, rule: 'party/you' }
}

/** "We will together …", "together, we", "we both": the speaker means both sides. */
export function saysTogether({ units, words }: Site, from: number, to: number): boolean {
  for (let k = from - 1; k >= Math.max(0, from - 2); k--) if (isA(words, (units[k] as Unit).word.text, Is.together)) return true
  // "together with Minister A, we will …"
  if (unitAt(units, from - 1)?.word.text === ',')
    for (let k = from - 3; k >= Math.max(0, from - WITHIN); k--)
      if (isA(words, (units[k] as Unit).word.text, Is.together) && units[k + 1]?.word.code === Code.WITH) return true
  for (let k = to; k < Math.min(units.length, to + 4); k++) {
    const word = (units[k] as Unit).word.text
    if (isA(words, word, Is.together) || (isA(words, word, Is.count) && k === to)) return true
  }
  return false
}

/** "had a good discussion": the verb before unit `at` is "have", and a talk follows. */
function meets({ units, words }: Site, at: number): boolean {
  if (!((units[at - 1]?.flags ?? 0) & (Flag.HAVE | Flag.ADVERB))) return false
  for (let k = at; k < Math.min(units.length, at + 6); k++) {
    const { word, flags } = units[k] as Unit
    if (isA(words, word.text, Is.gathering)) return true
    if (flags & (Flag.PREPOSITION | Flag.PUNCTUATION | Flag.TO | Flag.THAT)) return false
  }
  return false
}

/**
 * "We discussed trade", "we have agreed to …": a verb that takes two, told and not promised, and nobody else named after "with" or
 * "to"; where the other side is known to be there, any verb with a thing of both: "we will deepen our mutual trust".
 */
export function takesTwo(site: Site, from: number, to: number): boolean {
  const { units, words } = site
  let at = to
  while ((units[at]?.flags ?? 0) & (Flag.ADVERB | Flag.BE | Flag.HAVE | Flag.MODAL)) at++
  // "we are concerned" tells no act
  const told = ((units[at]?.flags ?? 0) & Flag.PAST) !== 0 && !isState(units, to, at)
  const two = units[at]?.word.kind === 'reciprocal' || meets(site, at) || (told && inTalks(site, from))
  let mutual = false
  for (let k = at + 1; k < Math.min(units.length, at + WITHIN); k++) {
    const { word, flags } = units[k] as Unit
    if (word.code === Code.WITH || (flags & Flag.TO && units[k + 1]?.name)) return false
    mutual ||= isA(words, word.text, Is.shared)
  }
  // "we look forward to our bilateral talks": one who wishes speaks for himself
  return two || (mutual && (told || at > to) && isBeside(site))
}

/** "are deeply concerned": a form of "be" before unit `at`. */
function isState(units: readonly Unit[], from: number, at: number): boolean {
  for (let k = from; k < at; k++) if ((units[k] as Unit).flags & Flag.BE) return true
  return false
}

/** The other of two sides speaks too, or all is said to it. */
function isBeside({ context, memory }: Site): boolean {
  const own = memory.speaker?.parties
  const other = context.parties.find((party) => !own?.includes(party))
  return context.turns === true && other !== undefined && (context.addressed === true || context.spoken?.has(other) === true)
}

/** "At today's talks, we decided": a meeting stands before the subject at `from`. */
function inTalks({ units, words }: Site, from: number): boolean {
  if (unitAt(units, from - 1)?.word.text !== ',') return false
  for (let k = from - 2; k >= Math.max(0, from - WITHIN); k--) {
    const { word, name } = units[k] as Unit
    if (name && name.type !== 'mechanism') return false
    if (isA(words, word.text, Is.gathering)) return true
  }
  return false
}
