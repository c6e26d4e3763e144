// "It" and what only happens: subjects that stand for a thing and not for a side, which promise nothing.
import { Code, Flag } from '../../../lexicon/word.ts'
import { unitAt } from '../../recognise/units.ts'
import { has } from '../groups.ts'
import type { Subject } from '../subject.ts'
import type { Node } from '../tree.ts'
import { speaksOfSelf } from './doers.ts'
import type { Result, Sentence } from './sentence.ts'

/** The subject is "it". */
export const isIt = ({ units }: Sentence, { subject }: Node): boolean =>
  subject !== undefined && subject[1] - subject[0] === 1 && units[subject[0]]?.word.kind === 'it'

/** "There is going to be a vote", "it is going to be hard": nobody who could promise, or nothing that he would do. */
export function isOfWorld(s: Sentence, node: Node, verb: number): boolean {
  const { units } = s
  if (unitAt(units, node.group.start - 1)?.word.code === Code.THERE) return true
  if (!isIt(s, node)) return false
  const outcome = s.frameAt(verb)?.frame.outcome ?? ''
  return (
    has(units[verb], Flag.BE | Flag.HAVE) ||
    units[verb]?.word.kind === 'effect' ||
    ['nothing', 'forecast', 'undergo', 'perceive'].includes(outcome)
  )
}

/**
 * "It will cut costs": in a transcript "it" is the thing spoken of last, unless the sentence names a side before that it can stand
 * for ("Z is a friend, and it will help"), or another says it of itself ("the firm has announced that it will pause"). `settled`: what
 * the clause above says, where one reports this clause.
 */
export function isThing(s: Sentence, { subject: span, parent }: Node, subject: Subject, settled: Result | undefined): boolean {
  if (subject.rule !== 'party/it' || !s.context.turns || !span) return false
  const outcome = settled?.pending?.outcome
  if ((outcome === 'clause' || outcome === 'speech') && parent && !speaksOfSelf(s, parent)) return false
  for (let k = 0; k < span[0]; k++) if (s.units[k]?.name?.parties.some((party) => subject.parties.includes(party))) return false
  return true
}
