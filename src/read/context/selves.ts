import { Code, Flag, TELLING } from '../../lexicon/word.ts'
import type { Subject } from '../recognise/parties/memory.ts'
import { ownOffice } from '../recognise/parties/offices.ts'
import { Is, type PartyWords } from '../recognise/parties/words.ts'
import type { Unit } from '../recognise/units.ts'
import { opensWith } from './openings.ts'

/** What a sentence that a state opens says of whose text it is: what only one who speaks says of himself, and what is told of anybody. */
const PERFORMS = 2
const TELLS = 1
/** So much of it makes a state the one whose text it is, and so many times as much as any other. */
const ENOUGH = 4
const ABOVE = 2
/** The same for the state whose speaker is asked. */
const ASKED = 1.5
/** How far into a sentence its subject may stand. */
const REACH = 14

/** How far after "we" the state may stand towards which it acts. */
const TOWARDS = 16

/** The same for a state which is surely the object of what "we" do. */
const NEAR = 6

/** Counts of what a text says of the one side that speaks in it, by state or body. */
export class Selves {
  /** "R reiterates", "in closing, R will": states that open sentences and act. */
  private readonly acts = new Map<string, number>()
  /** "Is R considering …?", "What is R's reaction?"; offices that only one has. */
  private readonly asks = new Map<string, number>()
  /** How often somebody says "my country", "my delegation". */
  mine = 0

  /** "We stand with R", "we call on R": towards which states "we" act, who are no part of it; said by nobody known, or by one of no known side. */
  private readonly told = new Map<string, number>()
  private readonly said = new Map<string, number>()
  /** Those of them that stand near "we". */
  private readonly near = new Map<string, number>()

  private readonly words: PartyWords

  constructor(words: PartyWords) {
    this.words = words
  }

  /** One sentence; `turn`: who says it in a transcript. */
  sentence(units: readonly Unit[], turn: Subject | undefined): void {
    if (!turn?.parties.length) this.towards(units, turn ? this.said : this.told)
    const asked = units.at(-1)?.word.code === Code.QUESTION
    for (let i = 0; i < units.length; i++) {
      const { flags, word, name } = units[i] as Unit
      const next = units[i + 1]
      if (flags & Flag.POSSESSIVE && word.relation & Is.first && !(word.relation & Is.ours) && next?.word.actor === 'side') this.mine++
      if (name?.type === 'role') for (const party of ownOffice(name.ref.toLowerCase(), this.words) ?? []) count(this.asks, party, 1)
      if (!asked || !(flags & (Flag.BE | Flag.DO | Flag.HAVE | Flag.MODAL))) continue
      const subject = units[next && next.flags & Flag.DETERMINER && !next.name ? i + 2 : i + 1]?.name
      if (subject?.type === 'state' && subject.parties.length === 1) count(this.asks, subject.parties[0] as string, 1)
    }
    if (!asked) this.opening(units)
  }

  /** States after "we" and its verb, as its object or after a preposition that joins no two. */
  private towards(units: readonly Unit[], others: Map<string, number>): void {
    let left = 0
    let acts = false
    for (let i = 0; i < units.length; i++, left--) {
      const { flags, word, name } = units[i] as Unit
      if (word.relation & Is.ours) {
        left = TOWARDS
        acts = word.kind !== 'joint'
      } else if (left <= 0) continue
      else if (!name) {
        acts ||= (flags & (TELLING | Flag.BASE)) !== 0
        const ends = flags & (Flag.RELATIVE | Flag.THAT | Flag.PRONOUN) && !(flags & Flag.DETERMINER)
        if (ends || (!acts && flags & Flag.PUNCTUATION)) left = 0
      } else if (acts && name.type === 'state' && name.parties.length === 1 && isObject(units, i)) {
        count(others, name.parties[0] as string, 1)
        if (left > TOWARDS - NEAR) count(this.near, name.parties[0] as string, 1)
      }
    }
  }

  /** "We" act towards this state more than towards any other, and it hardly ever acts in the text's own voice: it is no part of "we". `turns`: in a transcript. */
  isOther(party: string, turns: boolean): boolean {
    const others = turns ? this.said : this.told
    const n = others.get(party) ?? 0
    if (!n || n < (this.acts.get(party) ?? 0) / PERFORMS) return false
    for (const [other, times] of others) if (other !== party && times >= n) return false
    return true
  }

  /** Each of the `counts` times that the text names this state, "we" act towards it. */
  isOnlyOther(party: string, counts: ReadonlyMap<string, number>): boolean {
    return this.isOther(party, false) && (this.near.get(party) ?? 0) >= (counts.get(party) ?? 0)
  }

  private opening(units: readonly Unit[]): void {
    for (let i = 0; i < Math.min(units.length, REACH); i++) {
      const { name } = units[i] as Unit
      if (name?.type !== 'state' || name.parties.length !== 1) continue
      let before = i - 1
      while (before >= 0 && (units[before] as Unit).flags & Flag.DETERMINER && !units[before]?.name) before--
      if ((before >= 0 && (units[before] as Unit).word.text !== ',') || !opensWith(units, i)) return
      let at = i + 1
      while ((units[at]?.flags ?? 0) & Flag.ADVERB) at++
      count(this.acts, name.parties[0] as string, weigh(units[at]))
      return
    }
  }

  /** The state that acts in the text's own voice, where one does far more than any other. */
  self(): string | undefined {
    const self = first(this.acts, ENOUGH, ABOVE)
    return self === undefined || this.isOther(self, false) ? undefined : self
  }

  /** The state or body whose speaker answers. */
  asked(): string | undefined {
    return first(this.asks, 1, ASKED)
  }
}

/** "reiterates", "will": of oneself; "closed", "has", "is": of anybody. */
function weigh(unit: Unit | undefined): number {
  if (!unit || unit.name) return 0
  const { flags, word } = unit
  const performs = word.frames.some(({ outcome }) => outcome === 'position' || outcome === 'commitment' || outcome === 'stance')
  if ((flags & Flag.PRESENT && performs) || (flags & Flag.MODAL && word.kind === 'intent')) return PERFORMS
  return flags & (Flag.BE | Flag.HAVE | Flag.PAST) ? TELLS : 0
}

/** The state at `i` stands after a verb, or after a preposition that neither joins it to another nor says whose or where a thing is. */
function isObject(units: readonly Unit[], i: number): boolean {
  if ((units[i + 1]?.flags ?? 0) & Flag.GENITIVE) return false
  let before = i - 1
  while (before > 0 && (units[before] as Unit).flags & Flag.DETERMINER && !units[before]?.name) before--
  const { flags, word, name } = units[before] as Unit
  if (name || flags & Flag.COORDINATOR) return false
  if (flags & (Flag.PREPOSITION | Flag.TO)) return (word.relation & (Is.owner | Is.place)) === 0
  return (flags & (TELLING | Flag.BASE | Flag.ING)) !== 0
}

const count = (counts: Map<string, number>, party: string, by: number): void => {
  if (by) counts.set(party, (counts.get(party) ?? 0) + by)
}

function first(counts: ReadonlyMap<string, number>, enough: number, above: number): string | undefined {
  let top: string | undefined
  let most = 0
  let next = 0
  for (const [party, n] of counts) {
    if (n > most) [top, next, most] = [party, most, n]
    else if (n > next) next = n
  }
  return most >= Math.max(enough, next * above) ? top : undefined
}
