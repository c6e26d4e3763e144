// Lines that say whose the items under them are: "Commitments of R:", "On the side of Z:", "R:".
import { Code, Flag } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { type Lead, toModel, vary } from '../draft.ts'
import { has } from '../groups.ts'
import type { Subject } from '../subject.ts'
import { VERBS } from './lines.ts'
import type { Sentence } from './sentence.ts'

/** Rule of what stands under a line that names a side. */
export const SIDE = 'clause/side'
/** Most units of such a line. */
const LINE = 9

/** Forms by which its items may open: they go on with the side as their subject too ("Will remove …"). */
const FORMS = VERBS | Flag.PRESENT | Flag.MODAL | Flag.BE | Flag.HAVE

/** The word says that what follows is what its owner does: "commitments", "measures", "obligations". */
const isDeed = ({ word, flags }: Unit): boolean =>
  word.kind === 'deed' ||
  word.kind === 'light' ||
  ((flags & Flag.NOUN_CUE) !== 0 && word.noun?.act === 'commitment' && word.noun.force === 'agreed')

/** What a line of its own hands to the items under it, where it names one side of a joint text and says nothing; `under` is the lead it stands under. */
export function sideLead(s: Sentence, from: number, under: Lead | undefined): Lead | undefined {
  const { units, end, context } = s
  if (context.voice === 'report' || end === from || end - from > LINE) return undefined
  const parties = new Set<string>()
  let deed = false
  let other = false
  for (let k = from; k < end; k++) {
    const unit = units[k] as Unit
    const { name } = unit
    if (name && name.type !== 'person' && name.type !== 'place') for (const party of name.parties) parties.add(party)
    else if (isDeed(unit)) deed = true
    else if (name || has(unit, MAIN)) return undefined
    else other ||= !joins(unit)
  }
  const bare = !other && units[end]?.word.code === Code.COLON
  if (!(deed || bare) || !parties.size || parties.size >= context.parties.length) return undefined
  for (const party of parties) if (!context.parties.includes(party)) return undefined
  const subject: Subject = { parties: [...parties], kind: 'party', name: '', rule: 'party/side' }
  const above = under?.model.kind === 'commitment' ? under.model : undefined
  const own = toModel('commitment', deed ? 'agreed' : 'intent', 'new', false, subject, undefined, SIDE, undefined, undefined)
  const model = above && (bare || above.force === 'binding') ? vary(above, { subject, rule: SIDE }) : own
  return {
    forms: FORMS,
    act: under?.act ?? '',
    lists: deed || under?.lists === true,
    announces: units[end]?.word.code === Code.COLON,
    model,
  }
}

/** What makes a clause of a line. */
const MAIN = Flag.MODAL | Flag.BE | Flag.HAVE | Flag.TO | Flag.PRONOUN

/** A word of such a line besides the side and what it undertakes: "by the … side", "for its part". */
const joins = (unit: Unit): boolean =>
  has(unit, Flag.PREPOSITION | Flag.DETERMINER | Flag.POSSESSIVE | Flag.GENITIVE | Flag.COORDINATOR | Flag.PUNCTUATION) ||
  unit.word.actor === 'side' ||
  unit.word.actor === 'joint'
