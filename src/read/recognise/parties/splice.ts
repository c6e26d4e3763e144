import { Code } from '../../../lexicon/word.ts'
import type { Context } from '../../context.ts'
import { type Unit, unitAt } from '../units.ts'
import type { Subject } from './memory.ts'

/** Most mentions of a state that was spliced in by a machine; an adjective is half a mention. */
const RARE = 1
const RARE_AGREED = 1.5

/** What of a statement decides whether a name was spliced in as its doer. */
export interface Suspect {
  readonly kind: string
  readonly force: string
  readonly from: number
  /** Unit of the cue: names after it are no doers. */
  readonly cue: number
  readonly subject: Subject
}

/**
 * The unit of a state's name that cannot be the doer: it breaks the phrase it stands in ("R the two sides"), or a
 * state outside the text, named once, alone undertakes what the parties of the text speak of. Undefined when none does.
 */
export function findSplice(suspect: Suspect, units: readonly Unit[], context: Context): Unit | undefined {
  const { subject } = suspect
  if (context.voice !== 'report' || context.turns) return undefined
  if (subject.rule === 'party/spoiled-by-damage') return breaking(suspect, units)
  const [party] = subject.parties
  if (subject.rule !== 'party/name' || subject.parties.length !== 1 || party === undefined) return undefined
  if (context.parties.length < 2 || context.parties.includes(party) || suspect.kind !== 'commitment') return undefined
  const count = context.counts.get(party) ?? 0
  const rare = count <= RARE || (suspect.force === 'agreed' && context.parties.length === 2 && count <= RARE_AGREED)
  if (!rare) return undefined
  for (let i = suspect.cue - 1; i >= 0; i--) {
    const unit = units[i] as Unit
    // "the Export Bank of R": a part of a longer name
    if (unit.name?.type === 'state' && unit.name.parties[0] === party)
      return unitAt(units, i - 1)?.word.code === Code.OF && unitAt(units, i - 2)?.name?.type === 'body' ? undefined : unit
  }
  return undefined
}

/** The name in a broken phrase that is no party of the text, else its first name. */
function breaking({ from, cue }: Suspect, units: readonly Unit[]): Unit | undefined {
  let found: Unit | undefined
  for (let i = Math.max(0, from - 2); i < cue; i++) if (units[i]?.name?.type === 'state') found = units[i]
  return found
}
