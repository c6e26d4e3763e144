// What single verbs are: which act they name, and whether they hold, report or foresee something.
import { isSaying } from '../../../lexicon/frames.ts'
import { Code, Flag, More, VERB } from '../../../lexicon/word.ts'
import type { Aspect } from '../../../model.ts'
import type { Unit } from '../../recognise/units.ts'
import { has } from '../groups.ts'
import { nounCueAt } from '../nouns.ts'
import type { FrameMatch, Node } from '../tree.ts'
import type { Sentence } from './sentence.ts'

/** Outcomes of verbs that report a clause. */
export const clauseOutcomes = new Set(['speech', 'clause', 'clause-position', 'request'])

/** Outcomes of verbs by which one takes a stand. */
export const stands: ReadonlySet<string> = new Set(['position', 'attitude', 'stance', 'clause-position'])

/** Outcomes of verbs that only lead to the next one. */
export const leadingOutcomes: ReadonlySet<string> = new Set(['chain', 'chain-not', 'continue', 'obligation'])

/** The verb that names the act: past "work to", "continue to", "take steps to". */
export function actOf(s: Sentence, verb: number): { lemma: string; aspect: Aspect } {
  let at = verb
  let aspect: Aspect = 'new'
  for (let step = 0; step < 5; step++) {
    const found = s.frameAt(at)
    if (!found || found.verb < at) break
    const { outcome } = found.frame
    if (found.frame.act && outcome === 'chain')
      return { lemma: found.frame.act, aspect: aspect === 'new' ? s.aspectOf(found.frame.act) : aspect }
    const aims =
      outcome === 'commitment' && found.frame.force === 'intent' && found.frame.form !== 'object' && has(s.units[found.verb], VERB)
    if ((!leadingOutcomes.has(outcome) && !aims) || joinsDeed(s, found)) break
    if (outcome === 'continue') aspect = 'continuing'
    at = found.verb
  }
  const lemma = s.vocabulary.nominals.get(s.units[at]?.word.text ?? '') ?? s.lemma(at)
  return { lemma: nameOfAct(s, at, lemma), aspect: aspect === 'new' ? s.aspectOf(lemma) : aspect }
}

/** Outcomes of what several hold or ask together. */
export const heldTogether: ReadonlySet<string> = new Set(['position', 'attitude', 'clause-position', 'proposal'])

/** "join Z in building a road": whoever joins in a deed joins; in what is held, asked or pledged he holds, asks or pledges. */
export function joinsDeed(s: Sentence, { frame, verb }: FrameMatch): boolean {
  const says = frame.id === 'join-in' ? (s.frameAt(verb)?.frame.outcome ?? '') : 'commitment'
  return says !== 'commitment' && !heldTogether.has(says)
}

/** The name of an act: with its particle or noun where the verb alone would be another ("set up", "take part"). */
export function nameOfAct(s: Sentence, at: number, lemma: string): string {
  for (const words of s.vocabulary.phrasals.get(lemma) ?? []) {
    let k = at + 1
    const fits = words.every((word) => {
      if (word === '~') {
        for (let skipped = 0; skipped < 3 && !has(s.units[k], Flag.PREPOSITION | Flag.PUNCTUATION) && !followsGap(s, k, words); skipped++)
          k++
        return true
      }
      return s.units[k++]?.word.text === word
    })
    if (fits) return [lemma, ...words.filter((word) => word !== '~')].join(' ')
  }
  return lemma
}

/** The word after the gap of a phrasal verb stands at `k`. */
function followsGap(s: Sentence, k: number, words: readonly string[]): boolean {
  const next = words[words.indexOf('~') + 1]
  return s.units[k]?.word.text === next
}

/** A verb that by itself holds something: "welcome", "support". */
export function isStance(s: Sentence, lemma: string): boolean {
  return s.vocabulary.framesBy(lemma)?.bare.some(({ outcome }) => outcome === 'attitude' || outcome === 'position') === true
}

/** A verb that by itself reports what somebody says, holds or asks for. */
export function isSpeech(s: Sentence, lemma: string): boolean {
  return s.vocabulary.framesBy(lemma)?.bare.some(({ outcome }) => clauseOutcomes.has(outcome)) === true
}

/** Outcomes of rows by which a verb of speech undertakes nothing. */
const wordless: ReadonlySet<string> = new Set(['speech', 'nothing', 'talk'])

/** Every frame of the verb is of speech or states nothing: with a noun after it ("told her colleague") it states nothing by itself. */
export function onlySpeaks(s: Sentence, lemma: string): boolean {
  return isSpeech(s, lemma) && s.vocabulary.frames.get(lemma)?.every((f) => wordless.has(f.outcome)) === true
}

/** "told her colleague …", "said the volume … grew": somebody is told, or a clause was said. */
export function tells(s: Sentence, head: number, lemma: string): boolean {
  if (s.vocabulary.frames.get(lemma)?.some((f) => f.words.includes('NP'))) return true
  for (let k = head + 2; k < Math.min(s.end, head + 14) && !has(s.units[k], Flag.PUNCTUATION | Flag.COORDINATOR | Flag.RELATIVE); k++)
    if (has(s.units[k], Flag.PAST | Flag.BE | Flag.HAVE | Flag.MODAL)) return true
  return false
}

/** The group that ends in this verb is passive. */
export function isPassive(s: Sentence, verb: number): boolean {
  return s.tree.nodes.some(({ group }) => group.head === verb && group.passive)
}

/** "confidence that ties will grow": the first verb of the clause looks ahead. */
export function foresees(s: Sentence, at: number): boolean {
  const { groups } = s.tree
  for (let k = at; k < s.end; k++) if (groups[k]?.form === 'finite') return groups[k]?.modal === 'intent' || groups[k]?.modal === 'would'
  return false
}

/** One of the words judges a value: "vital", "priority". */
export function judgesValue(s: Sentence, [from, to]: readonly [number, number]): boolean {
  for (let k = from; k < to; k++) if (((s.units[k] as Unit).word.more & More.VALUE) !== 0) return true
  return false
}

/** "is hereby established": saying it does it. */
export function performs(s: Sentence, node: Node): boolean {
  for (let k = Math.max(node.from, node.group.start - 2); k < node.group.head; k++)
    if (s.units[k]?.word.kind === 'performative') return true
  return false
}

/** A verb of speech without an object: "comment on the deal", "say when"; "respond to the demand of Z" answers an act, and not who asks for words. */
export function isMute(s: Sentence, verb: number): boolean {
  const asked = has(s.units[verb + 1], Flag.TO) ? nounCueAt(s.units, verb + 2, Math.min(s.end, verb + 8)) : undefined
  const words = asked && s.units[asked.at + 1]?.word.code === Code.FOR ? s.units[asked.at + 2] : undefined
  if (asked && !(words && isSaying(words.word))) return false
  if (has(s.units[verb + 1], Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.NUMBER | Flag.PRONOUN)) return false
  return isSaying((s.units[verb] as Unit).word)
}
