import type { Register } from '../recognise/parties/memory.ts'
import type { PartyWords } from '../recognise/parties/words.ts'
import type { Unit } from '../recognise/units.ts'
import type { Context } from './nouns.ts'
import { leader } from './openings.ts'
import { OPENING, type Tally } from './tally.ts'

/** How much it says that a name is a party where the opening names its official. */
const MEETING = 20
/** So many sides meet at most; a sentence that names officials of more tells of others too. */
const MET = 6
/** Of the weight of whom a text names most: less is no party of it. */
const HARDLY = 0.2
/** So often the other side of one who speaks alone is named, where neither the title nor a number of sides says who it is. */
const ADDRESSED = 2
/** The state that one who speaks for no known state names: so many times as often as any other. */
const HOME = 1.5

/** A list without the body that it opens with where most of its members follow: "we, the Union ministers of R, S and T". */
function withoutUnion(list: readonly string[], members: PartyWords['members']): readonly string[] {
  const own = members.get(list[0] as string)
  return own && own.filter((one) => list.includes(one)).length * 2 > own.length ? list.slice(1) : list
}

/**
 * The text says somewhere who meets or speaks, or that they are two of those named; else a name is as easily that of one who is only
 * spoken of. No other name may be meant in news that names two, and in a text that names one.
 */
const isTold = (tally: Tally, voice: Context['voice']): boolean =>
  tally.met.size + tally.metWide.size + tally.counted > 0 ||
  tally.titled ||
  tally.headedList ||
  tally.opensTogether ||
  tally.ourselves.length > 0 ||
  tally.entitled.size > 0 ||
  tally.opener !== undefined ||
  (voice === 'report' && tally.we === 0 && tally.weights.size < 3) ||
  few(tally.weights) < 2

/** How many are named, but for those who are hardly named beside another. */
function few(weights: ReadonlyMap<string, number>): number {
  const top = Math.max(0, ...weights.values())
  return [...weights.values()].filter((weight) => weight >= top * HARDLY).length
}

/**
 * The other side, where all who speak are of one: the title (without one, an official in the opening) names it, two are counted, or it is named more often than all others
 * together. Else it is one of many that are spoken of.
 */
function isAddressed(tally: Tally, party: string): boolean {
  if (tally.unknownSpeaker || tally.counted + tally.twos > 0 || (tally.headed ? tally.entitled : tally.met).has(party)) return true
  const often = tally.counts.get(party) ?? 0
  let rest = 0
  for (const [other, count] of tally.counts) if (other !== party && !tally.speakers.has(other)) rest += count
  return often >= ADDRESSED && often > rest
}

/** Whom the text is between: those who speak, declare, are listed or meet, else those named most; `opening`: the sentence with the list. */
export function chooseParties(
  tally: Tally,
  opening: readonly Unit[],
  voice: Context['voice'],
  turns: boolean,
  hosts: boolean,
  { members, movements, formats }: PartyWords,
): readonly string[] {
  if (turns && tally.speakers.size > 1) return [...tally.speakers]
  if (voice === 'joint') for (const party of movements) tally.weights.delete(party)
  const listed = tally.list.length > 2
  const format = tally.ourselves.length && !listed ? formats.get(tally.ourselves[0] as string) : undefined
  if (voice === 'joint' && format) return format
  if (voice === 'joint' && tally.ourselves.length && !(listed && tally.listOpens && tally.listAt < OPENING)) return tally.ourselves
  // a longer list in the opening tells who joined them, or whose members they are
  const joined = listed && tally.listOpens && tally.listAt < OPENING && tally.list.length > tally.signers.length
  const signed = tally.signers.length > 0 && !(joined && tally.signers.every((one) => tally.list.includes(one) || members.has(one)))
  if (voice === 'joint' && signed) return tally.signers
  if (listed && !turns && (voice !== 'report' || tally.listAt < 3)) {
    const first = leader(opening, tally.list)
    return withoutUnion(first ? [...tally.list, first] : tally.list, members)
  }
  // who hosts or witnesses what two declare is named as often as they are
  if (tally.declared.length && !turns && voice !== 'report') return tally.declared
  const { weights } = tally
  if (voice === 'joint' && tally.together.length === 2) return tally.together
  if (voice === 'joint' && tally.body.length && weights.size < 2) return tally.body
  // who meets whom tells more than who is named most, but where a text speaks for itself or lists its governments
  const meeting = voice === 'report' || (tally.we === 0 && !tally.titled)
  if (!turns && meeting && !tally.headedList && tally.met.size > 1 && tally.met.size + tally.metWide.size <= MET)
    return [...tally.met, ...tally.metWide]
  if (turns) for (const party of tally.speakers) weights.set(party, Infinity)
  else if (voice === 'report' && !tally.headedList) {
    if (tally.openers.length && tally.weights.size === 1) return tally.openers
    if (tally.weights.size === 1 && tally.metWide.size === 1) return [...tally.weights.keys(), ...tally.metWide]
    for (const party of tally.met) weights.set(party, (weights.get(party) ?? 0) + MEETING)
  }
  const ranked = [...weights].sort((a, b) => (a[1] === b[1] ? 0 : b[1] - a[1]) || (a[0] < b[0] ? -1 : 1))
  const top = ranked[0]?.[1] ?? 0
  // the bonus of who is met says nothing of how often the host, at home and rarely named, is named
  const best = top === Infinity ? 0 : tally.met.size === 1 && top > MEETING ? top - MEETING : top
  const two = ranked
    .slice(0, 2)
    .filter(
      ([party, weight], i) =>
        i === 0 ||
        ((top < Infinity || isAddressed(tally, party)) &&
          (tally.unknownSpeaker || (hosts && tally.met.size === 1 && voice === 'report') || weight >= best * HARDLY)),
    )
    .map(([party]) => party)
  const told = turns || voice === 'treaty' || isTold(tally, voice) || (two.length > 1 && two.every((party) => tally.joined.has(party)))
  return told ? [...weights.keys()].filter((party) => two.includes(party)) : []
}

/**
 * What a state publishes is about nobody else: its title names no other and its opening no official of another, nothing counts two, and
 * nobody is listed; a body of the world may be met.
 */
export function isAtHome(tally: Tally, publisher: string, title: readonly Unit[]): boolean {
  const { met, metWide } = tally
  for (const { name } of title) if (name?.parties.some((party) => party !== publisher && !metWide.has(party))) return false
  for (const party of met) if (party !== publisher) return false
  const apart = tally.counted + tally.saidTogether + tally.twos > 0 || tally.opensTogether || tally.headedList || tally.list.length > 1
  return metWide.size > 0 || !apart
}

/** Its sides then, where others would be chosen: the state and the body that it meets. Who is only spoken of ("the war in R") is none. */
export const atHome = ({ metWide }: Tally, publisher: string, chosen: readonly string[]): readonly string[] =>
  chosen.some((party) => party !== publisher && !metWide.has(party)) ? [publisher, ...metWide] : chosen

/**
 * Its sides where an organisation publishes what names no other party in its title, and lists and meets nobody but its members; else those
 * that were chosen. Of a text that others publish, and of no known sides, the body that its title says issues it.
 */
export function ownedBy(
  tally: Tally,
  publisher: string | undefined,
  title: readonly Unit[] | undefined,
  chosen: readonly string[],
  { members }: PartyWords,
): readonly string[] {
  const own = publisher === undefined ? undefined : members.get(publisher)
  if (!own || !title) return chosen.length ? chosen : tally.ourselves
  const isOwn = (party: string): boolean => party === publisher || own.includes(party)
  const named = title.every(({ name }) => !name || name.type === 'place' || name.parties.every((party) => party === publisher))
  const met = [...tally.met, ...tally.list, ...tally.declared, ...tally.signers]
  const apart = tally.counted + tally.twos > 0
  return named && !apart && tally.list.length < 3 && met.every(isOwn) ? [publisher as string] : chosen
}

/** The state that is named far more often than any other: that of one who speaks for it alone; none of the `others`, towards whom he acts. */
export function mostNamed({ counts }: Tally, others: (party: string) => boolean): string | undefined {
  let first = ''
  let most = 0
  let next = 0
  for (const [party, count] of counts) {
    if (others(party)) continue
    if (count > most) [first, next, most] = [party, most, count]
    else if (count > next) next = count
  }
  return most >= Math.max(2, next * HOME) ? first : undefined
}

/** In a text of two parties: the one none of whose officials is named with it. */
export function unseenParty(
  parties: readonly string[],
  people: Register['people'],
  named: ReadonlySet<string>,
  turns: boolean,
): string | undefined {
  const [a, b] = parties
  if (parties.length !== 2 || a === undefined || b === undefined) return undefined
  let seenA = named.has(a)
  let seenB = named.has(b)
  if (!turns || seenA === seenB)
    for (const { parties: own } of people.values()) {
      if (own.includes(a)) seenA = true
      if (own.includes(b)) seenB = true
    }
  return seenA === seenB ? undefined : seenA ? b : a
}
