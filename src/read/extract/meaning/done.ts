// An item that tells what the side did whose text it is, without a subject and without a lead-in that gives one.
import { Flag } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { type Lead, toModel } from '../draft.ts'
import { governs, has } from '../groups.ts'
import { marksSum } from '../sums.ts'
import { AUXILIARY } from './lines.ts'
import type { Sentence } from './sentence.ts'

/** What a past form that is also something else may be. */
const ELSE = Flag.BASE | Flag.PRESENT | Flag.NAME | Flag.BE | Flag.HAVE | Flag.DO | Flag.MODAL | Flag.PREPOSITION

/** "- Signed the pact and opened two ports.", in what one side publishes: its own acts, under whatever heading. */
export function doneLead(s: Sentence, from: number): Lead | undefined {
  const { units } = s
  const { author, voice, turns } = s.context
  if (!s.item || !s.alone || !author || turns || voice !== 'report') return undefined
  if (!has(units[from], Flag.PAST) || has(units[from], ELSE) || !governs(units, from)) return undefined
  const pair = has(units[from + 1], Flag.COORDINATOR) && has(units[from + 2], Flag.PAST)
  const object = pair ? from + 3 : from + 1
  // "Advanced Robotics for Norvik": a name on a list has no full stop
  const named = has(units[object], Flag.NAME) && (s.closes || has(units[object + 1], Flag.GENITIVE))
  if (!named && !opensObject(units, object)) return undefined
  const subject = { parties: author, kind: 'party' as const, name: '', rule: 'party/of-the-author' }
  const model = toModel('report', 'none', 'new', false, subject, undefined, AUXILIARY, undefined, undefined)
  return { forms: Flag.PAST, act: '', model, lists: false, announces: false }
}

/** An object begins that says that the form before it is no participle: "the pact", "$2 million"; not "by Norway", "in May". */
const opensObject = (units: readonly Unit[], k: number): boolean =>
  marksSum(units, k) || has(units[k], Flag.DETERMINER | Flag.POSSESSIVE | Flag.NUMBER)
