import type { Features } from './features.ts'
import { isEntry } from './ids.ts'
import { common } from './indexed.ts'
import { areOneFormula } from './nodes.ts'
import { alikePlaces } from './parts.ts'

/** Score from which a link is made without asking, where nothing asks for more. */
export const SAME = 0.68
/** Where a government speaks alone: it says much, and little of it twice. */
const SAME_ALONE = 0.95
/** Where somebody talks for himself. */
const SAME_TALK = 0.98

/** Where one of two does not even say whose it is. */
const SAME_NOBODY = 0.93
/** Where only words hold two together. */
const SAME_BARE = 0.91
/** Two commitments: each says what is to be done, and two may be alike in all but that. */
const SAME_TO_DO = 0.85
/** Where the statements of the two texts make this many pairs or more, of which some are alike by chance: two texts of 40. */
const MANY = 1500
const SAME_MANY = 0.85
/** The same of what other parties hold, who hold more that is alike: two texts of 20. */
const SOME = 400
const SAME_OTHERS = 0.95

/** The same where both texts say little, and less of it is alike by chance. */
const SAME_FEW = 0.84
/** Two texts of which few statements are alike by chance. */
export const areOfFew = (a: Features, b: Features): boolean => a.size * b.size > 0 && a.size * b.size < SOME

/** Where one is only told to have been talked of by others, with a word of how they stand to it. */
const SAME_TALKED = 0.8

/** Where one tells of a meeting held to say it, and maybe to do more. */
const SAME_MET = 0.95

const isTalked = ({ kind, act }: Features): boolean => kind === 'report' && act === 'talk'
const isAct = ({ says, once }: Features): boolean => !says || once

/** A government speaks alone in one of the texts. */
export const isAlone = (a: Features, b: Features): boolean => Math.min(a.between.length, b.between.length) < 2

/** What one welcomes is what the other does. */
const answers = (a: Features, b: Features): boolean => (a.alone && a.words.includes(b.act)) || (b.alone && b.words.includes(a.act))

/** They share no place, and both are acts, or of long texts. */
const isBare = (a: Features, b: Features): boolean =>
  alikePlaces(a.places, b.places) === 0 && (a.size * b.size >= MANY || (isAct(a) && isAct(b) && !answers(a, b)))

/** What both say weighs less than this: one body or instrument that only one names may be what it is about. */
const OF_BODY = 80

const isOfBody = (a: Features, b: Features): boolean =>
  (a.mechanisms.length === 0) !== (b.mechanisms.length === 0) && common(a, b).weight < OF_BODY

/** Each reason to ask for more, and how much. */
const reasons: readonly (readonly [(a: Features, b: Features) => boolean, number])[] = [
  [(a, b) => a.nobody || b.nobody, SAME_NOBODY],
  [(a, b) => isBare(a, b) && !areOfFew(a, b), SAME_BARE],
  [isBare, SAME_FEW],
  [(a, b) => a.kind === 'commitment' && b.kind === 'commitment', SAME_TO_DO],
  [isOfBody, SAME_BARE],
  [(a, b) => a.met || b.met, SAME_MET],
  [(a, b) => isTalked(a) !== isTalked(b) && a.parties.join() !== b.parties.join(), SAME_TALKED],
  [(a, b) => a.size * b.size >= MANY, SAME_MANY],
  [(a, b) => a.size * b.size >= SOME && a.parties.join() !== b.parties.join(), SAME_OTHERS],
]

/** Score from which two nodes are linked without asking. An entry is in other words than its text, and asks for no more. */
export function neededFor(a: Features, b: Features): number {
  if (a.talk || b.talk) return SAME_TALK
  if (isAlone(a, b)) return SAME_ALONE
  if (isEntry(a.id) || isEntry(b.id) || areOneFormula(a, b)) return SAME
  return reasons.reduce((most, [applies, score]) => (score > most && applies(a, b) ? score : most), SAME)
}
