import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { Flag, TELLING } from '../../lexicon/word.ts'
import { Is, isA, type PartyWords } from '../recognise/parties/words.ts'
import type { Unit } from '../recognise/units.ts'
import { issuers, unknownBody } from './openings.ts'

/** How far into a sentence those who met may stand. */
const REACH = 12
/** How far into a sentence "we" may stand, and what "we" are called after it. */
const FRONT = 24

/** A body that issues a text; empty where none is told. `joint`: it does so for all its members, in a joint text. */
export interface Issued {
  readonly body: readonly string[]
  readonly joint: boolean
}

/** Which body issues a text, by its title or by what its opening calls "we". */
export class Issuer {
  private readonly vocabulary: Vocabulary
  private readonly words: PartyWords

  constructor(vocabulary: Vocabulary, words: PartyWords) {
    this.vocabulary = vocabulary
    this.words = words
  }

  /** "We, the leaders of the Group of Ten, met", "Today we the leaders …": the one body of the world after "we" and before any verb. */
  inOpening(units: readonly Unit[]): Issued {
    let k = 0
    while (k < FRONT && !((units[k]?.word.relation ?? 0) & Is.ours && units[k]?.word.kind === 'joint')) k++
    const next = units[k + 1]
    const apart = next?.word.text === ','
    if (k === FRONT || !(apart || next?.flags === undefined || next.flags & Flag.DETERMINER))
      return { body: this.membersOf(units), joint: false }
    let to = k + (apart ? 2 : 1)
    const from = to
    while (to < Math.min(units.length, k + FRONT) && !this.says(units[to] as Unit) && units[to]?.word.text !== ',') to++
    const known = this.only(units, from, to)
    const body = known.length ? known : unknownBody(units, from, to)
    return { body, joint: body.length > 0 }
  }

  /** A verb that no name and no noun can be. */
  private says(unit: Unit): boolean {
    const { flags } = unit
    return !unit.name && (flags & TELLING) !== 0
  }

  /** "The leaders of the Group of Ten met": the one body before the verb, whose leaders or members the sentence opens with. */
  private membersOf(units: readonly Unit[]): readonly string[] {
    let verb = 0
    while (verb < units.length && !this.says(units[verb] as Unit)) verb++
    for (let k = 0; k < Math.min(verb, REACH); k++) {
      const { name, word } = units[k] as Unit
      const inside = name?.type === 'role' ? this.insideOf(name.ref) : undefined
      if (inside) return [inside]
      const head = name ? name.ref.slice(name.ref.lastIndexOf(' ') + 1).toLowerCase() : word.text
      if (this.vocabulary.actors.get(head) !== 'joint' || (name && name.type !== 'role' && name.type !== 'proper')) continue
      let at = k + 1
      if (!isA(this.words, units[at]?.word.text ?? '', Is.owner)) return []
      while (isA(this.words, units[++at]?.word.text ?? '', Is.article));
      const body = units[at]?.name
      if (at >= verb || body?.type !== 'body' || body.parties.length > 1) return []
      for (let j = 0; j < verb; j++) {
        const other = units[j]?.name
        if (j !== at && (other?.type === 'state' || other?.type === 'body')) return []
      }
      return body.parties.length ? body.parties : [body.ref]
    }
    return []
  }

  /** "Ministers of the Lake Coalition" as one name: the body whose ministers they are. */
  private insideOf(ref: string): string | undefined {
    const parts = ref.split(' ')
    const of = parts.findIndex((part) => isA(this.words, part, Is.owner))
    if (of < 1 || this.vocabulary.actors.get((parts[of - 1] as string).toLowerCase()) !== 'joint') return undefined
    let at = of + 1
    while (isA(this.words, parts[at] ?? '', Is.article)) at++
    return this.vocabulary.nameHeads.get(parts.at(-1) ?? '') === 'body' && at < parts.length ? parts.slice(at).join(' ') : undefined
  }

  /** The one party that units `from` to `to` name, where it is a body; none where they name more. */
  private only(units: readonly Unit[], from: number, to: number): readonly string[] {
    let found: readonly string[] = []
    for (let j = from; j < to; j++) {
      const name = units[j]?.name
      if (!name?.parties.length || name.type === 'people' || name.type === 'place' || name.type === 'person') continue
      const body = name.type === 'body' && name.parties.length === 1
      if (!body || (found.length && found[0] !== name.parties[0])) return []
      found = name.parties
    }
    return found
  }

  /** "Lake Union Leaders' Statement on trade": the one body that a title names before its subject; a statement of it is a joint one. */
  inTitle(units: readonly Unit[]): Issued {
    const to = issuers(units, this.words)
    const only = this.only(units, 0, to)
    const body = only.length ? only : this.ownBody(units.slice(0, to))
    const [first] = body
    // "on countering the Movement": a movement issues no text of states
    if (first !== undefined && this.words.movements.has(first)) return { body: [], joint: false }
    if (first === undefined) return { body, joint: false }
    const state = this.words.agencies.get(first)
    if (state) return { body: state, joint: false }
    let instrument = false
    for (const { name, word } of units.slice(0, to)) {
      const parts = name?.ref.toLowerCase().split(' ') ?? [word.text]
      // "Statement by the Union's Secretary-General": one official speaks
      if (name?.type === 'person' || (name?.type === 'role' && !parts.some((part) => this.vocabulary.actors.get(part) === 'joint')))
        return { body, joint: false }
      instrument ||= parts.some((part) => this.vocabulary.actors.get(part) === 'instrument')
    }
    return { body, joint: instrument }
  }

  /** "the G7 Trade Council": the one known body that names of unknown ones open with, beside which no party is named. */
  private ownBody(units: readonly Unit[]): readonly string[] {
    let found: readonly string[] = []
    for (const { name } of units) {
      if (name?.parties.length) return []
      if (name?.type !== 'body' && name?.type !== 'mechanism') continue
      const first = this.vocabulary.names.get(name.ref.slice(0, Math.max(0, name.ref.indexOf(' '))))
      const body = first?.find(({ type, tokens, parties }) => type === 'body' && tokens.length === 1 && parties.length === 1)
      if (body) found = body.parties
    }
    return found
  }
}
