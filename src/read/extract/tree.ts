import type { Frame, NounCue } from '../../lexicon/vocabulary.ts'
import { Code, Flag, More, VERB } from '../../lexicon/word.ts'
import type { Unit } from '../recognise/units.ts'
import { matchFrame, nounCueAt } from './frames.ts'
import { findGroups, type Group, toVerbs, governs, has, isStrongMark, isComma } from './groups.ts'

/**
 * How a predicate hangs on another:
 * `root` opens the sentence; `front` an adjunct before the main clause; `clause` a coordinate clause with a subject of
 * its own; `same` goes on with the subject of `peer`; `that` a reported clause; `content` a clause that fills a noun
 * ("the announcement that …"); `relative`, `subordinate`; `complement` the verb that a verb asks for; `noun` the verb
 * that a noun asks for; `list` shares the governor of `peer`; `nouns` a performing noun coordinated with an earlier one;
 * `purpose`, `means`, `adjunct`: no act of their own.
 */
export type Relation =
  | 'root' | 'front' | 'clause' | 'same' | 'that' | 'content' | 'relative' | 'subordinate'
  | 'complement' | 'noun' | 'list' | 'nouns' | 'purpose' | 'means' | 'adjunct'

/** What a verb does with what follows it, found at a node. */
export interface FrameMatch {
  readonly frame: Frame
  /** Unit after the words of the frame. */
  readonly at: number
  /** Unit of the complement's verb, or of what stands there. */
  readonly verb: number
}

/** A predicate of a sentence with its place in the tree. Indexes are units. */
export interface Node {
  /** Its place among the nodes of the sentence. */
  readonly index: number
  readonly group: Group
  readonly relation: Relation
  readonly parent: Node | undefined
  /** The node that this one continues (`list`, `same`, `clause`, `nouns`). */
  readonly peer: Node | undefined
  /** First unit of the phrase: its subject, or its verb group where the subject is inherited. */
  readonly from: number
  /** Where what stands before ends: the first of the connectors before `from`. */
  readonly link: number
  /** Its own subject. */
  readonly subject: readonly [number, number] | undefined
  readonly frame: FrameMatch | undefined
  /** Performing noun of a `nouns` node, or the noun that a `noun` node fills. */
  readonly noun: { cue: NounCue; at: number } | undefined
  /** Forms by which a verb without subject may go on from here. */
  accepts: number
}

/** Where a phrase stands: its first unit, the first of the connectors before it, what kind they are, and its subject. */
interface Place {
  readonly from: number
  readonly link: number
  /** Bits of `Link`. */
  readonly bits: number
  readonly subject: readonly [number, number] | undefined
}

/** As `Place`, while the subject is sought: it runs from `subject` to `end`. */
interface Stretch {
  readonly from: number
  readonly subject: number
  readonly link: number
  readonly bits: number
  end: number
}

// objects of one shape each, made in one place: copies by spread would have as many shapes as there are places that copy
const toPlace = (from: number, link: number, bits: number, subject: readonly [number, number] | undefined): Place => ({ from, link, bits, subject })
const toStretch = (from: number, subject: number, link: number, bits: number, end: number): Stretch => ({ from, subject, link, bits, end })
const again = ({ start, head, modal, negated }: Group, form: Group['form'], tense: Group['tense'], passive: boolean, goesOn: number): Group =>
  toVerbs(start, head, form, tense, modal, passive, negated, goesOn)

/** What stands before a phrase. */
const Link = { COMMA: 1, COORD: 2, STRONG: 4, ITEM: 8, START: 16, THAT: 32, RELATIVE: 64, SUB: 128, PREP: 256 } as const

const RELATED = Flag.TO | Flag.BASE
const WINDOW = 60
/** What an object opens with. */
const OBJECTS = Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.PRONOUN | Flag.NUMBER

/** Builds the tree of predicates of one sentence, left to right; never looks back at what is decided. */
export class Tree {
  readonly nodes: Node[] = []
  private readonly stack: Node[] = []
  /** Verb groups by the unit they start at. */
  readonly groups: (Group | undefined)[] = []
  private begun = false
  private readonly units: readonly Unit[]
  private readonly end: number
  private readonly lead: number
  private readonly start: number

  /** `lead`: forms by which the first verb may go on from a list lead; 0 without one. `labelled`: what stands before `from` is no part of the sentence. */
  constructor(units: readonly Unit[], from: number, end: number, lead: number, labelled = false) {
    this.units = units
    this.end = end
    this.lead = lead
    this.start = labelled ? from : 0
    const groups = findGroups(units)
    for (const group of groups) this.groups[group.start] = group
    let depth = 0
    for (let i = from; i < end; i++) {
      const unit = units[i] as Unit
      if (has(unit, Flag.PUNCTUATION)) depth = bracket(units, i, depth)
      if (depth > 0) continue
      const group = this.groups[i]
      if (group && group.head < end) {
        this.attach(group)
        i = group.head
      } else if (has(unit, Flag.COORDINATOR) || (isComma(unit) && !has(units[i + 1], Flag.COORDINATOR))) this.nounList(i)
    }
  }

  private attach(group: Group): void {
    if (group.form === 'finite') this.finite(group)
    else if (group.form === 'to') this.infinitive(group)
    else if (group.form === 'ing') this.gerund(group)
    else this.loose(group)
  }

  private get top(): Node | undefined {
    return this.stack[this.stack.length - 1]
  }

  /** The parent of a node with a peer is the peer's. */
  private push(group: Group, relation: Relation, place: Place, above: Node | undefined, peer?: Node, noun?: { cue: NounCue; at: number }): Node {
    const parent = peer ? peer.parent : above
    const frame = matchFrame(this.units, group, this.end, this.groups)
    const node: Node = { index: this.nodes.length, group, relation, parent, peer, from: place.from, link: place.link, subject: place.subject, frame, noun, accepts: accepts(group) }
    if (relation === 'root') this.begun = true
    while (this.stack.length && this.top !== parent) this.stack.pop()
    this.stack.push(node)
    this.nodes.push(node)
    return node
  }

  /** Adverbs before a group belong to it; then the connectors, and what kind they are. */
  private before(start: number): Place {
    const { units } = this
    let from = start
    const isManner = (k: number): boolean => has(units[k], Flag.ADVERB | Flag.NOT) && !has(units[k], Flag.NAME | Flag.COORDINATOR)
    while (from > 0 && isManner(from - 1)) {
      from--
      // "directly or indirectly favour"
      const opens = from < 3 || has(units[from - 3], Flag.PUNCTUATION | Flag.MODAL)
      if (from > 1 && opens && has(units[from - 1], Flag.COORDINATOR) && isManner(from - 2) && !has(units[from - 2], Flag.NOT)) from--
    }
    let link = from
    let bits = 0
    while (link > 0) {
      const unit = units[link - 1] as Unit
      const item = itemMark(units, link - 1)
      if (item < link) {
        bits |= Link.ITEM | Link.COORD
        link = item
        continue
      }
      if (has(unit, Flag.COORDINATOR)) bits |= Link.COORD
      else if (isComma(unit)) bits |= Link.COMMA
      else if (isStrong(unit) && !joinsNames(units, link - 1)) bits |= Link.STRONG
      else if (!isQuote(unit)) break
      link--
    }
    if (bits === Link.COMMA) {
      const aside = this.aside(link)
      if (aside >= 0) {
        this.dropAside(aside)
        let first = aside
        while (has(units[first], Flag.COORDINATOR) || isComma(units[first])) first++
        return toPlace(first, aside, Link.COORD | Link.COMMA, undefined)
      }
    }
    const last = units[link - 1]
    if (!last) bits |= Link.START
    else if (has(last, Flag.THAT)) bits |= Link.THAT
    else if (has(last, Flag.RELATIVE)) bits |= Link.RELATIVE
    else if (has(last, Flag.PREPOSITION | Flag.TO)) bits |= Link.PREP
    else if (has(last, Flag.SUBORDINATOR)) bits |= Link.SUB
    return toPlace(from, link, bits, undefined)
  }

  /** Where "and, from next spring," begins, when the comma at `comma` ends it; -1 when it ends nothing such. */
  private aside(comma: number): number {
    const { units } = this
    for (let k = comma - 1; k > Math.max(0, comma - 10); k--) {
      if (has(units[k], Flag.MODAL | Flag.BE | Flag.TO | Flag.COORDINATOR)) return -1
      if (isComma(units[k])) return has(units[k - 1], Flag.COORDINATOR) ? (isComma(units[k - 2]) ? k - 2 : k - 1) : -1
    }
    return -1
  }

  /** Predicates inside an aside that turns out to stand before a later verb hang on nothing. */
  private dropAside(from: number): void {
    while (this.nodes.length && (this.nodes.at(-1) as Node).from >= from && isIdle(this.nodes.at(-1) as Node)) {
      const node = this.nodes.pop()
      if (this.top === node) this.stack.pop()
    }
  }

  private finite(group: Group): void {
    const near = this.before(group.start)
    const joins = (near.bits & (Link.COORD | Link.COMMA | Link.STRONG)) !== 0
    if (joins && !(near.bits & (Link.THAT | Link.RELATIVE | Link.SUB)) && this.top && this.begun) {
      if (this.sameSubject(group, near)) return
    }
    const found = this.ownSubject(near)
    const reduced = this.reducedRelative(found)
    if (reduced) return void this.push(group, 'relative', toPlace(reduced, reduced, 0, [reduced, found.end]), this.begun ? this.top : undefined)
    const subject = found.subject < found.end ? ([found.subject, found.end] as const) : undefined
    this.place(group, toPlace(found.from, found.link, found.bits, subject), found.bits)
  }

  /** "The tasks we take up are large": the pronoun right after the noun that opens the sentence has a clause of its own; 0 where none does. */
  private reducedRelative(found: { subject: number; bits: number; end: number }): number {
    const { units } = this
    const pronoun = found.end - 1
    if ((this.begun ? !(found.bits & (Link.COORD | Link.STRONG)) || found.bits & (Link.THAT | Link.RELATIVE | Link.SUB) : found.bits !== Link.START) || pronoun < found.subject + 2 || !has(units[found.subject], Flag.DETERMINER | Flag.POSSESSIVE)) return 0
    const { kind } = (units[pronoun] as Unit).word
    if (!has(units[pronoun], Flag.PRONOUN) || (kind !== 'joint' && kind !== 'single') || has(units[found.subject], Flag.TIME | Flag.NUMBER)) return 0
    for (let k = found.subject; k < pronoun; k++) if (has(units[k], Flag.PUNCTUATION | Flag.COORDINATOR | Flag.TIME | Flag.SUBORDINATOR)) return 0
    return has(units[pronoun - 1], Flag.PREPOSITION | Flag.NAME) ? 0 : pronoun
  }

  /** The subject of a finite verb, past predicates that only modify it ("the plan, which opened in May, will …"). */
  private ownSubject(near: Place): Stretch {
    const opening = skipOpening(this.units, this.start, near.from)
    const first = this.nodes[0]
    const gerund = !this.begun && this.nodes.length === 1 && first?.relation === 'front' && first.group.form === 'ing' && !has(this.units[first.group.head + 1], Flag.THAT) && first.frame?.frame.form !== 'that' && !this.thatBetween(first.group.head, near.from) && !this.commaBetween(first.group.head, near.from)
    if (gerund) {
      this.stack.length = 0
      return toStretch(opening, opening, opening, Link.START, near.from)
    }
    const limited = !this.begun && first?.relation === 'front' && first.group.form === 'finite' && near.bits === Link.COMMA && first.link > opening + 1 && this.opensNoun(opening)
    if (limited) {
      this.stack.length = 0
      return toStretch(opening, opening, opening, Link.START, near.from)
    }
    const modified = !this.begun && first !== undefined && first.link > opening && first.relation !== 'front' && !this.nodes.some((n) => n.relation === 'front') && !has(this.units[near.from - 1], Flag.RELATIVE)
    if (modified) {
      this.stack.length = 0
      const to = first.relation === 'relative' && has(this.units[first.link], Flag.PRONOUN) ? first.link : near.from
      return this.fronted(opening, to, opening, Link.START)
    }
    let end = near.from
    for (;;) {
      const top = this.top
      const limit = top ? top.group.head + 1 : this.start
      const found = this.subjectBefore(limit, end)
      const empty = found.subject >= end && !(found.bits & (Link.RELATIVE | Link.THAT | Link.SUB))
      const modifies = top && (top.relation === 'relative' || top.relation === 'adjunct' || top.relation === 'content' || top.relation === 'purpose' || top.relation === 'noun' || (isIdle(top) && this.waits(firstOf(top))))
      const comma = near.bits === Link.COMMA && end === near.from
      const dangling = has(this.units[found.subject], Flag.PREPOSITION) && !(found.bits & ~Link.COMMA)
      if (modifies && this.stack.length > 1 && (empty || comma || dangling || this.waits(firstOf(top)))) {
        this.stack.pop()
        end = firstOf(top).link
        continue
      }
      found.end = near.from
      return found
    }
  }

  /** "Weapons, for as long as they exist, should …": what stands first is a subject and no adverbial. */
  private opensNoun(k: number): boolean {
    return !has(this.units[k], Flag.PREPOSITION | Flag.SUBORDINATOR | Flag.ADVERB | Flag.TIME | Flag.OPENER | VERB) && this.units[k]?.word.kind !== 'weak'
  }

  private thatBetween(from: number, to: number): boolean {
    for (let k = from + 1; k < to; k++) if (has(this.units[k], Flag.THAT | Flag.RELATIVE) && !has(this.units[k - 1], Flag.PREPOSITION)) return true
    return false
  }

  private commaBetween(from: number, to: number): boolean {
    for (let k = from; k < to; k++) if (isComma(this.units[k])) return true
    return false
  }

  /** Before the modifier `top` a "that" still waits for its verb. */
  private waits(top: Node): boolean {
    const before = this.nodes[top.index - 1]
    for (let k = top.link - 1; k > (before?.group.head ?? -1); k--) if (has(this.units[k], Flag.THAT | Flag.RELATIVE) && this.opensClause(k, top.link) && (has(this.units[k], Flag.RELATIVE) || !has(this.units[k - 1], Flag.PREPOSITION))) return true
    return false
  }

  private place(group: Group, place: Place, bits: number): void {
    const top = this.top
    if (bits & Link.RELATIVE) return void this.push(group, 'relative', place, top)
    if (bits & Link.THAT) return this.thatClause(group, place, place.link)
    if (bits & Link.SUB && this.contrasts(group, place)) {
      const peer = this.clausePeer(bits)
      return void this.push(group, 'clause', place, undefined, peer)
    }
    if (bits & Link.SUB) return void this.push(group, this.begun ? 'subordinate' : 'front', place, this.begun ? top : undefined)
    if (top && !this.begun && this.fills(top, place.from)) return void this.push(group, 'that', place, top)
    if (!top || !this.begun) {
      this.begun = true
      return void this.push(group, 'root', place, undefined)
    }
    // "aware of A, and of the challenges these have posed": no subject opens with "of"
    if (place.subject && this.units[place.subject[0]]?.word.code === Code.OF) return void this.push(group, 'relative', place, top)
    if (bits & (Link.COORD | Link.STRONG | Link.COMMA)) {
      const peer = this.clausePeer(bits)
      return void this.push(group, 'clause', place, undefined, peer)
    }
    this.push(group, this.takesThat(top) ? 'that' : 'relative', place, top)
  }

  /** ", while Z will …": a word that also coordinates sets a promise of its own beside the first. */
  private contrasts(group: Group, place: Place): boolean {
    const opener = this.units[place.from - 1]
    return this.begun && place.subject !== undefined && (group.modal !== '' || (has(this.units[place.subject[0]], Flag.NAME) && group.tense !== 'copula')) && has(opener, Flag.SUBORDINATOR) && has(opener, Flag.COORDINATOR) && isComma(this.units[place.from - 2])
  }

  /** "To ensure this effort works, …": the clause right after a fronted verb that takes one. */
  private fills(top: Node, from: number): boolean {
    return top.relation === 'front' && top.group.form !== 'finite' && top.group.head + 1 === from && this.takesThat(top)
  }

  /** True when some frame of the node's verb takes a clause. */
  private takesThat(node: Node): boolean {
    if (node.frame?.frame.form === 'that') return true
    return this.units[node.group.head]?.word.frames.some((f) => f.form === 'that' && f.words.length === 0) === true
  }

  private thatClause(group: Group, place: Place, link: number): void {
    const { units } = this
    const joined = has(units[link - 1], Flag.COORDINATOR | Flag.PUNCTUATION)
    if (joined) {
      for (let i = this.stack.length - 1; i >= 0; i--) {
        const node = this.stack[i] as Node
        if (!place.subject && node.relation !== 'that') continue
        if (node.relation === 'that' || node.relation === 'content') {
          let start = link
          while (has(units[start - 1], Flag.COORDINATOR) || isComma(units[start - 1]) || isStrong(units[start - 1])) start--
          return void this.push(group, node.relation, toPlace(place.from, start, 0, place.subject), undefined, node)
        }
      }
    }
    const top = this.top
    if (!top) {
      if (!place.subject && link > skipOpening(units, this.start, link)) return void this.push(group, 'relative', place, undefined)
      this.begun = true
      return void this.push(group, 'root', place, undefined)
    }
    const verb = this.clauseVerb(link)
    if (verb) return void this.push(group, 'that', place, verb)
    const noun = link > 0 && top.group.head !== link - 1 && !has(units[link - 1], Flag.PUNCTUATION | Flag.COORDINATOR)
    if (noun) {
      const filled = units[link - 1]?.word.noun?.links.includes(units[link]?.word.text ?? '') === true
      return void this.push(group, place.subject && filled ? 'content' : 'relative', place, top)
    }
    this.push(group, place.subject || this.takesThat(top) ? 'that' : 'relative', place, top)
  }

  /** The open node whose frame takes the "that" at `link`. */
  private clauseVerb(link: number): Node | undefined {
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const node = this.stack[i] as Node
      if (node.frame?.frame.form === 'that' && node.frame.verb - 1 === link) return node
      if (i === this.stack.length - 1 && node.group.head + 1 === link && this.takesThat(node)) return node
    }
    return undefined
  }

  /** The clause that a coordinate clause stands beside: the outermost main one, or the reported one it goes on with. */
  private clausePeer(bits: number): Node | undefined {
    const plain = (bits & Link.COORD) !== 0 && (bits & (Link.STRONG | Link.COMMA)) === 0
    let peer: Node | undefined
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const node = this.stack[i] as Node
      if (node.group.form !== 'finite' && node.relation !== 'list') continue
      if (node.relation === 'that') return node
      if (plain && !peer && (node.relation === 'relative' || node.relation === 'subordinate')) return node
      if (node.relation === 'root' || node.relation === 'clause' || node.relation === 'same') peer = node
    }
    return peer
  }

  /**
   * The subject before a finite verb at `to`, in what stands after the last predicate at `limit`: after the last "that",
   * "which", "if"; else after the last strong mark, the last comma with "and", the last "and", the last comma.
   */
  private subjectBefore(limit: number, to: number): Stretch {
    const { units } = this
    const first = limit === this.start
    let sub = -1
    let strong = -1
    let commaAnd = -1
    let and = -1
    let comma = -1
    let depth = 0
    for (let k = to - 1; k >= limit; k--) {
      const unit = units[k] as Unit
      if (unit.word.code === Code.CLOSE) depth++
      if (unit.word.code === Code.OPEN) depth--
      if (depth > 0) continue
      if (sub < 0 && has(unit, Flag.THAT | Flag.RELATIVE | Flag.SUBORDINATOR) && this.opensClause(k, to)) sub = k
      else if (strong < 0 && isStrong(unit) && !joinsNames(units, k)) {
        const opens = unit.word.code === Code.DASH ? dashBefore(units, k, limit) : -1
        if (opens > limit) k = opens
        else strong = k
      }
      else if (has(unit, Flag.COORDINATOR)) {
        if (commaAnd < 0 && isComma(units[k - 1])) commaAnd = k - 1
        else if (and < 0) and = k
      } else if (comma < 0 && isComma(unit) && k < to - 1) comma = k
    }
    const at = (k: number, bits: number) => {
      let from = k + 1
      while (from < to && (has(units[from], Flag.COORDINATOR) || isComma(units[from]) || isQuote(units[from]) || isStrong(units[from]))) from++
      let link = k
      while (link > limit && (isComma(units[link - 1]) || isStrong(units[link - 1]) || isQuote(units[link - 1]) || has(units[link - 1], Flag.COORDINATOR))) link--
      return this.fronted(from, to, link, bits)
    }
    if (sub >= limit && sub >= 0 && !(first && sub === 0 && has(units[0], Flag.THAT) && has(units[0], Flag.DETERMINER))) {
      const kind = has(units[sub], Flag.RELATIVE) ? Link.RELATIVE : has(units[sub], Flag.THAT) ? Link.THAT : Link.SUB
      let from = sub + 1
      while (from < to && isComma(units[from])) from++
      const place = this.fronted(from, to, sub, kind)
      return kind === Link.RELATIVE && place.subject >= to ? toStretch(sub, place.subject, place.link, place.bits, to) : place
    }
    const top = this.top
    const said = top?.frame?.frame.form === 'that' ? top.frame.verb : -1
    if (said >= limit && said === (said > limit ? to - 1 : limit) && comma < 0 && strong < 0) return toStretch(said, said, said, 0, to)
    if (first) return this.fronted(skipOpening(units, limit, to), to, limit, Link.START)
    if (strong >= 0) return at(strong, Link.STRONG)
    const pronoun = comma === to - 2 && has(units[to - 1], Flag.PRONOUN) && has(units[to - 2], Flag.PUNCTUATION)
    if (pronoun && (commaAnd >= 0 || and >= 0)) {
      const joined = commaAnd >= 0 ? at(commaAnd, Link.COORD | Link.COMMA) : at(and, Link.COORD)
      return joined.subject === to - 1 ? joined : at(comma, Link.COMMA)
    }
    if (!this.begun && comma >= 0) return at(subjectComma(units, limit - 1, to), Link.COMMA)
    if (commaAnd >= 0) return at(commaAnd, Link.COORD | Link.COMMA)
    if (and >= 0) return at(and, Link.COORD)
    if (comma >= 0) return at(comma, Link.COMMA)
    return toStretch(limit, limit, limit, 0, to)
  }

  /** A "that", "which", "as" opens a clause only where a subject or the verb itself can follow. */
  private opensClause(k: number, to: number): boolean {
    const { units } = this
    const unit = units[k] as Unit
    if (has(unit, Flag.PREPOSITION) || unit.word.kind === 'weak') {
      const named = has(units[k + 1], Flag.NAME | Flag.PRONOUN) || (has(units[k + 1], Flag.DETERMINER) && has(units[k + 2], Flag.NAME))
      for (let j = k + 1; j < to && !named; j++) if (has(units[j], Flag.COORDINATOR) || isComma(units[j])) return false
      // "As members we agree": what a pronoun follows is what it acts as
      if (unit.word.kind === 'weak' && to - 1 > k + 1 && has(units[to - 1], Flag.PRONOUN) && !has(units[to - 2], Flag.COORDINATOR)) return false
      // "As Club members, R and Z agree": with one verb, what stands before the comma has none
      if (unit.word.kind === 'weak' && !this.begun && this.commaBetween(k, to) && !this.laterClause(to)) return false
    }
    if (has(unit, Flag.DETERMINER) && k + 1 < to && has(units[k - 1], Flag.PREPOSITION)) return false
    // "If elected, R will": without a subject it has no verb of its own to wait for
    if (has(unit, Flag.SUBORDINATOR) && has(units[k + 1], Flag.PARTICIPLE)) for (let j = k + 2; j < Math.min(to, k + 8); j++) if (isComma(units[j])) return false
    return true
  }

  /** A comma after unit `at` opens a clause of its own. */
  private laterClause(at: number): boolean {
    const { units } = this
    let opened = false
    for (let k = at; k < Math.min(this.end, at + WINDOW); k++) {
      if (isComma(units[k])) opened = !has(units[k + 1], Flag.COORDINATOR | Flag.RELATIVE)
      else if (opened && this.groups[k]?.form === 'finite') return true
    }
    return false
  }

  /** Past an adverbial at the front of a clause ("In this regard, …", "On 3 May the sides …") to its subject. */
  private fronted(from: number, to: number, link: number, bits: number): Stretch {
    const { units } = this
    let start = from
    while (start < to && has(units[start], Flag.ADVERB) && !has(units[start], Flag.DETERMINER | Flag.PRONOUN)) start++
    while (start < to && isComma(units[start])) start++
    const first = units[start]
    if (start >= to || (first?.word.kind !== 'weak' && !has(first, Flag.PREPOSITION | Flag.TIME | Flag.PARTICIPLE | Flag.OPENER | Flag.ING))) return toStretch(start, start, link, bits, to)
    const comma = subjectComma(units, start, to)
    if (comma < 0 || has(units[comma + 1], Flag.COORDINATOR | Flag.PREPOSITION)) return toStretch(start, start, link, bits, to)
    let dated = false
    for (let k = start; k < comma && !dated; k++) dated = has(units[k], Flag.NUMBER | Flag.TIME) && !has(units[k + 1], Flag.GENITIVE)
    const subject = comma + 1
    return toStretch(dated && comma - start < 14 ? start : subject, subject, link, bits, to)
  }

  /** A finite verb right after a connector goes on with the subject of an open finite clause. */
  private sameSubject(group: Group, near: Place): boolean {
    const joined = (near.bits & (Link.COORD | Link.STRONG)) !== 0
    if (!joined && (!this.laterCoordinator(group.head) || (this.top?.relation === 'adjunct' && this.waits(this.top)))) return false
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const node = this.stack[i] as Node
      if (node.group.form !== 'finite' && !(node.accepts & (Flag.PAST | Flag.PRESENT))) continue
      if ((near.bits & Link.COMMA) !== 0 && node.relation === 'relative' && i > 0) continue
      if (i > 0 && this.leaves(group, node, near.bits)) continue
      this.push(group, 'same', near, undefined, node)
      return true
    }
    return false
  }

  /**
   * "We oppose rules that harm trade and will act": a promise after a relative clause in the present goes on with the main verb, and
   * so does a state of mind ("…, and are proud of …") after a reported clause about things.
   */
  private leaves(group: Group, node: Node, bits: number): boolean {
    const { units } = this
    if (node.relation === 'relative') {
      const main = this.stack.find((n) => n.relation === 'root' && n.group.tense === 'present')?.frame?.frame.outcome
      return group.modal === 'intent' && node.group.tense === 'present' && !node.subject && (main === 'position' || main === 'attitude')
    }
    if (node.relation !== 'that' || !(bits & Link.COMMA) || group.modal || !node.subject || has(units[node.subject[0]], Flag.NAME | Flag.PRONOUN)) return false
    return matchFrame(units, group, this.end, this.groups)?.frame.outcome === 'attitude'
  }

  private infinitive(group: Group): void {
    const near = this.before(group.start)
    const top = this.top
    if (!top) {
      if (this.lead & Flag.TO) this.push(group, 'root', near, undefined)
      else this.push(group, near.bits & Link.START ? 'front' : 'adjunct', near, undefined)
      return
    }
    const aside = (near.bits & (Link.COORD | Link.ITEM)) === 0 && this.units[near.link]?.word.code === Code.DASH
    if ((near.bits & (Link.COORD | Link.STRONG | Link.ITEM) && !aside) || (near.bits & Link.COMMA && this.laterInfinitive(group.head))) {
      const nearest = top.relation === 'purpose' && (near.bits & (Link.COORD | Link.STRONG)) === 0 ? top : undefined
      const peer = nearest ?? this.peerWith(Flag.TO, near.bits)
      const other = peer && !isIdle(peer) ? peer : (near.link === near.from - 1 || !has(this.units[near.link + 1], Flag.PREPOSITION) ? (this.gerundAfterTo() ?? peer) : peer)
      if (other) return void this.push(group, 'list', near, undefined, other)
    }
    for (let i = this.stack.length - 1; i >= Math.max(0, this.stack.length - 2); i--) {
      const node = this.stack[i] as Node
      const verb = node.frame?.verb
      if (verb === group.head || (node.frame && verb === group.start)) return void this.push(group, node.frame?.frame.form === 'noun-cue' ? 'noun' : 'complement', near, node)
    }
    const noun = this.nounBefore(near.from, top)
    if (noun) return void this.push(group, 'noun', near, top, undefined, noun)
    if (top.group.head + 1 === near.from && top.group.form !== 'to') return void this.push(group, 'complement', near, top)
    const effort = top.group.passive && top.subject !== undefined && this.units[top.subject[1] - 1]?.word.kind === 'light'
    if (effort) return void this.push(group, 'complement', near, top)
    this.push(group, 'purpose', near, top)
  }

  /** "committed to deepening … and to continue …": an open gerund after the same "to". */
  private gerundAfterTo(): Node | undefined {
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const node = this.stack[i] as Node
      if (node.group.form === 'ing' && (node.relation === 'complement' || node.relation === 'noun') && has(this.units[node.from - 1], Flag.TO)) return node
    }
    return undefined
  }

  /** The performing noun that an infinitive or gerund right after it fills: "commitment to …", "the decision of R to …". */
  private nounBefore(at: number, top: Node): { cue: NounCue; at: number } | undefined {
    const { units } = this
    let k = at - 1
    if (has(units[k], Flag.PREPOSITION | Flag.TO)) k--
    if (isComma(units[k])) {
      let j = k - 1
      while (j > top.group.head && !isComma(units[j])) j--
      if (!isComma(units[j])) return undefined
      k = j - 1
    }
    for (let steps = 0; k > top.group.head && steps < 8; k--, steps++) {
      const unit = units[k] as Unit
      const cue = unit.word.noun
      if (cue && has(unit, Flag.NOUN_CUE)) return { cue, at: k }
      if (steps === 0 && k === at - 1 && !has(unit, Flag.NAME) && !has(units[k - 1], Flag.PREPOSITION | Flag.NAME | Flag.DETERMINER | Flag.GENITIVE)) return undefined
      if (has(unit, Flag.PUNCTUATION | Flag.COORDINATOR)) return undefined
    }
    return undefined
  }

  /** Innermost open node that goes on with a form; purposes only where nothing else does. */
  private peerWith(form: number, bits: number): Node | undefined {
    let purpose: Node | undefined
    let aside: Node | undefined
    const parted = (bits & (Link.COMMA | Link.STRONG)) !== 0
    let dependent = parted ? this.stack.findIndex((n, i) => i > 0 && (n.relation === 'relative' || n.relation === 'subordinate')) : -1
    // "… that feed the poor, keep the peace, and serve all": a list that began inside the clause ends there
    if (dependent > 0 && (bits === Link.COMMA ? this.stack.length - 1 === dependent : this.listsOn())) dependent = -1
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const node = this.stack[i] as Node
      if (!(node.accepts & form)) continue
      if (form === Flag.ING && node.relation === 'means') return node
      if (dependent > 0 && i >= dependent) {
        aside ??= node
        continue
      }
      if (isIdle(node)) {
        purpose ??= node
        // a bare verb goes on with the nearest infinitive; a strong mark leads back to the act
        if (form === Flag.BASE ? (bits & Link.STRONG) === 0 : !parted && form !== Flag.TO) return node
        continue
      }
      return node
    }
    return aside ?? purpose
  }

  /** The last predicate goes on with a list of a relative clause. */
  private listsOn(): boolean {
    const { top } = this
    return top !== undefined && (top.relation === 'same' || top.relation === 'list') && top.peer?.relation === 'relative'
  }

  private gerund(group: Group): void {
    const near = this.before(group.start)
    const top = this.top
    if (!top) {
      this.push(group, this.lead & Flag.ING && (near.bits & ~Link.PREP || near.link - 1 === skipOpening(this.units, this.start, near.link)) ? 'root' : near.bits & Link.START ? 'front' : 'adjunct', near, undefined)
      return
    }
    if (near.bits & Link.PREP) {
      const head = this.units[near.link - 1]
      if (top.frame && (top.frame.verb === group.head || top.frame.at === near.from)) return void this.push(group, 'complement', near, top)
      const coordinated = has(this.units[near.link - 2], Flag.COORDINATOR) || isComma(this.units[near.link - 2])
      if (coordinated) {
        const peer = this.peerWith(Flag.ING, 0)
        const wide = this.before(near.link - 1)
        if (peer && samePreposition(this.units, peer, head)) return void this.push(group, 'list', toPlace(near.link - 1, wide.link, 0, undefined), undefined, peer)
      }
      const noun = this.nounBefore(near.from, top)
      if (noun && noun.cue.links.includes(head?.word.text ?? '')) return void this.push(group, 'noun', near, top, undefined, noun)
      return void this.push(group, 'means', near, top)
    }
    if (near.bits & (Link.COORD | Link.COMMA | Link.STRONG)) {
      const concedes = has(this.units[near.from - 1], Flag.SUBORDINATOR) && has(this.units[near.from - 1], Flag.COORDINATOR)
      const joined = (near.bits & (Link.COORD | Link.STRONG)) !== 0 && !concedes
      if (joined && near.link === top.group.head + 1 && !(near.bits & Link.COMMA) && top.accepts & Flag.ING) return
      const peer = joined || this.laterCoordinator(group.head) ? this.peerWith(Flag.ING, near.bits) : undefined
      const remark = peer && !joined && near.bits === Link.COMMA && this.isStance(group) && !this.isStance(peer.group)
      if (remark && this.begun) return void this.push(group, 'adjunct', near, this.mainClause() ?? top)
      if (peer && (joined || peer.relation !== 'adjunct')) return void this.push(group, 'list', near, undefined, peer)
      return void this.push(group, this.begun ? 'adjunct' : 'front', near, top)
    }
    const adjacent = top.frame?.frame.form === 'ing' && top.frame.verb === group.head
    if (adjacent) return void this.push(group, 'complement', near, top)
    this.push(group, 'adjunct', near, top)
  }

  /** A bare form after a connector: a verb only where something open goes on with that form. */
  private loose(group: Group): void {
    const { units } = this
    const near = this.before(group.start)
    const unit = units[group.head] as Unit
    const top = this.top
    if (!top && this.lead & group.goesOn && near.bits & Link.START) {
      // the verb of a resolution's line ("Decides to …") is the finite verb of its organ
      const finite = (this.lead & Flag.PRESENT) !== 0 && has(unit, Flag.PRESENT) && !has(unit, Flag.BASE)
      if (governs(units, group.head) || this.hasComplement(group)) this.push(finite ? again(group, 'finite', 'present', group.passive, Flag.PRESENT) : group, 'root', near, undefined)
      return
    }
    if (!this.begun && this.apposed(group, near)) return
    if (!top) return
    if (top.frame?.verb === group.head && near.bits & (Link.STRONG | Link.ITEM)) return void this.push(group, 'complement', near, top)
    const joined = (near.bits & (Link.COORD | Link.STRONG | Link.ITEM)) !== 0
    if (!joined && !this.laterCoordinator(group.head)) return
    if (!governs(units, group.head) && !this.hasWords(group) && !(isComma(units[group.head + 1]) && joined && this.hasComplement(group))) return
    // "free and open seas"
    if (near.bits === Link.COORD && units[near.link - 1]?.word.kind === 'adjective' && has(units[near.link - 2], Flag.TO) && !has(units[group.head + 1], OBJECTS | Flag.TO)) return
    let bare = near.link
    // "examine closely and debate honestly": an adverb each
    while (has(units[group.head + 1], Flag.ADVERB) && bare > top.group.head + 1 && has(units[bare - 1], Flag.ADVERB)) bare--
    const shares = bare === top.group.head + 1
    // "We have opened talks, and urge …": an attitude or a call in the present goes on with the main verb of "we"
    const calls = has(unit, Flag.BASE) && (near.bits & Link.COMMA) !== 0 && joined && (this.hasStance(group) || this.asksOrHolds(group) || this.holds(group))
    const open = calls ? this.peerWith(Flag.BASE, near.bits) : undefined
    const root = calls && (!open || isIdle(open)) ? this.stack.find((n) => n.relation === 'root' && (n.group.tense === 'perfect' || n.group.tense === 'progressive') && n.subject !== undefined && units[n.subject[1] - 1]?.word.kind === 'joint') : undefined
    if (root) return void this.push(again(group, 'finite', 'present', group.passive, Flag.BASE), 'same', near, undefined, root)
    if (has(unit, Flag.BASE)) {
      const peer = this.peerWith(Flag.BASE, near.bits)
      const back = peer !== undefined && (isIdle(peer) || peer.relation === 'noun') && this.asksOrHolds(group)
      const main = back ? this.stack.find((n) => n.group.form === 'finite' && n.group.modal !== '' && (n.accepts & Flag.BASE) !== 0) : undefined
      if (main && joined) return void this.push(again(group, group.form, group.tense, group.passive, Flag.BASE), 'list', near, undefined, main)
      const stance = joined && this.presentRoot() && (back || ((near.bits & Link.COMMA) !== 0 && this.hasStance(group)))
      if (peer && !stance && !(peer.group.form === 'finite' && peer.group.tense === 'present')) {
        if (shares && peer === top) return
        return void this.push(again(group, group.form, group.tense, group.passive, Flag.BASE | (peer.accepts & Flag.TO)), 'list', near, undefined, peer)
      }
    }
    if (this.insideReported(near.link)) return
    const sure = has(unit, Flag.PRESENT) ? !has(unit, Flag.ALSO_NOUN) : has(unit, Flag.PAST) && !has(unit, Flag.PARTICIPLE)
    const clear = joined && (sure || this.hasComplement(group))
    const forms = group.goesOn & (Flag.PAST | Flag.PRESENT | Flag.BASE)
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const node = this.stack[i] as Node
      const finite = forms & (clear ? Flag.PAST | Flag.PRESENT | Flag.BASE : node.accepts & (Flag.PAST | Flag.PRESENT | Flag.BASE))
      if (finite && (node.group.form === 'finite' || node.relation === 'same')) {
        if ((near.bits & Link.COMMA) !== 0 && node.relation === 'relative' && i > 0 && (near.bits !== Link.COMMA || this.perfectMain(node)) && !this.agreesOnly(unit, node)) continue
        // ", and decided" after a reported clause with "must": the main verb, which is past too, goes on
        const outer = node.relation === 'that' && (node.group.tense === 'modal' || (node.group.tense === 'copula' && has(unit, Flag.PAST))) && (near.bits & Link.COMMA) !== 0 && (node.group.tense === 'copula' || !(node.accepts & forms)) && this.stack.slice(0, i).some((n) => n.accepts & forms & Flag.PAST)
        if (outer) continue
        if (!this.looksFinite(group.head, near)) return
        if (shares && node === top && !this.hasComplement(group)) return
        return void this.push(again(group, 'finite', finite & Flag.PAST ? 'past' : 'present', group.passive, finite), 'same', near, undefined, node)
      }
      const cue = has(unit, Flag.PAST) && (near.bits & Link.COMMA) !== 0 && unit.word.frames.length > 0
      const adjective = (unit.word.more & More.KNOWN) === 0 && !has(units[group.head + 1], OBJECTS | Flag.PREPOSITION | Flag.TO)
      const outer = this.hasWords(group) && this.stack.some((n, j) => j < i && n.group.form === 'finite' && (n.accepts & Flag.PAST) !== 0)
      // "are committed to …" takes no other participle before a bare noun
      const apart = node.group.passive && node.frame !== undefined && !has(units[group.head + 1], OBJECTS | Flag.PREPOSITION | Flag.TO | Flag.ADVERB)
      if (!cue && !adjective && !outer && !apart && has(unit, Flag.PARTICIPLE) && node.accepts & Flag.PARTICIPLE && !isIdle(node)) {
        if (shares && node === top) return
        return void this.push(again(group, group.form, group.tense, node.group.passive, Flag.PARTICIPLE), 'list', near, undefined, node)
      }
    }
  }

  /** "We have closed a mill that spoilt the lake, opened …": a participle goes on with the perfect of the main verb, not with a plain past. */
  private perfectMain(node: Node): boolean {
    return node.group.tense === 'past' && this.stack.some((n) => n.relation === 'root' && n.group.tense === 'perfect')
  }

  /** "We back a plan that lasts, keeps the peace, and serves all": a singular verb goes on with the singular relative clause, not with "we". */
  private agreesOnly(unit: Unit, node: Node): boolean {
    const singular = has(unit, Flag.PRESENT) && !has(unit, Flag.BASE | Flag.PAST)
    return singular && (node.accepts & Flag.PRESENT) !== 0 && this.stack.some((n) => n.relation === 'root' && n.group.goesOn === Flag.BASE)
  }

  /** "We, the Ministers of R and Z, reaffirm": a verb after a comma that ends an apposition to the subject. */
  private apposed(group: Group, near: Place): boolean {
    const { units } = this
    if ((near.bits !== Link.COMMA && near.bits !== Link.STRONG) || near.link < 2) return false
    if (near.bits === Link.STRONG && dashBefore(units, near.link, 0) < 0) return false
    let first = skipOpening(units, this.start, near.link)
    // "On 2 May, starting at noon, Minister A, head of …, held": past the adverbials to the name
    for (let k = first; !has(units[first], Flag.PRONOUN | Flag.NAME | Flag.DETERMINER) && k < near.link - 1; k++) if (isComma(units[k]) && (units[k + 1]?.name?.type === 'role' || units[k + 1]?.name?.type === 'person' || has(units[k + 1], Flag.DETERMINER) || (units[k + 1]?.word.kind === 'joint' && isComma(units[k + 2])))) first = k + 1
    if (!has(units[first], Flag.PRONOUN | Flag.NAME | Flag.DETERMINER) || !governs(units, group.head)) return false
    const unit = units[group.head] as Unit
    const last = unit.word.frames.some((f) => f.outcome === 'report' && f.words.length === 0) && !this.groups.some((g) => g !== undefined && g.start > group.head && g.form !== 'to' && g.form !== 'ing')
    if (!last && has(unit, Flag.PARTICIPLE) && has(units[group.head + 1], Flag.PREPOSITION | Flag.ADVERB | Flag.PUNCTUATION | (has(units[first], Flag.PRONOUN) ? 0 : Flag.TO)) && !this.hasWords(group) && !this.hasComplement(group)) return false
    if (has(unit, Flag.PARTICIPLE) && this.laterMain(group.head)) return false
    const plural = has(unit, Flag.BASE) && (units[first]?.word.kind === 'joint' || (unit.word.frames.length > 0 && this.severalBefore(first, near.link)))
    if (!plural && !has(unit, Flag.PAST | Flag.PRESENT)) return false
    this.begun = true
    this.push(again(group, 'finite', has(unit, Flag.PAST) ? 'past' : 'present', group.passive, group.goesOn), 'root', toPlace(first, first, 0, [first, near.link]), undefined)
    return true
  }

  /** "R and Z, united by …, …": the names before the first comma are more than one. */
  private severalBefore(from: number, to: number): boolean {
    const { units } = this
    let several = false
    for (let k = from; k < to && !isComma(units[k]); k++) {
      if (this.groups[k] || has(units[k], Flag.PREPOSITION | Flag.PRONOUN)) return false
      if (has(units[k], Flag.COORDINATOR) && has(units[k - 1], Flag.NAME)) several = true
    }
    return several
  }

  /** A finite verb after `head` that is no relative, and not what a gerund of speech reports (", saying Z will"). */
  private laterMain(head: number): boolean {
    for (const g of this.groups) {
      if (!g || g.start <= head) continue
      if (g.form === 'ing' && isComma(this.units[g.start - 1]) && this.units[g.head]?.word.frames.some((f) => f.form === 'that' && f.words.length === 0)) return false
      if (g.form === 'finite' && !has(this.units[g.start - 1], Flag.RELATIVE | Flag.THAT)) return true
    }
    return false
  }

  /** A frame of the verb has words of its own, and they stand here ("stands ready to"). */
  private hasWords(group: Group): boolean {
    const match = matchFrame(this.units, group, this.end, this.groups)
    return match !== undefined && match.frame.words.some((word) => word !== '~')
  }

  /** An "-ed" form that the frames do not know is a verb only before what a verb governs. */
  private looksFinite(head: number, near: { link: number; bits: number }): boolean {
    const unit = this.units[head] as Unit
    const next = this.units[head + 1]
    const participial = has(unit, Flag.PARTICIPLE) && has(next, Flag.PREPOSITION | Flag.ADVERB) && !(near.bits & (Link.COORD | Link.STRONG))
    if (participial) return this.hasWords({ start: head, head, passive: false } as Group)
    if (!has(unit, Flag.PAST) || unit.word.frames.length > 0) return true
    if (has(next, Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.TO | Flag.THAT | Flag.PREPOSITION | Flag.NUMBER | Flag.PRONOUN)) return true
    // "for deeper and strengthened ties": before a bare noun it is an adjective
    return !has(unit, Flag.PARTICIPLE)
  }

  /** A "that" between the last predicate and `link` still waits for its own verb. */
  private insideReported(link: number): boolean {
    for (let k = link - 1; k > (this.top?.group.head ?? 0); k--) if (has(this.units[k], Flag.THAT) && !has(this.units[k - 1], Flag.PREPOSITION)) return true
    return false
  }

  /** The innermost open clause that is no object of a noun or an act ("their support for ensuring that …"). */
  private mainClause(): Node | undefined {
    return this.stack.findLast((n) => n.relation === 'root' || n.relation === 'clause' || n.relation === 'same' || (n.relation === 'that' && n.parent?.group.form === 'finite'))
  }

  /** ", underscoring the value of …": a verb by which the subject adds what it holds. */
  private isStance(group: Group): boolean {
    const outcome = matchFrame(this.units, group, this.end, this.groups)?.frame.outcome
    return outcome === 'attitude' || outcome === 'clause-position'
  }

  /** A verb of attitude or speech with a clause of its own. */
  private hasStance(group: Group): boolean {
    const match = matchFrame(this.units, group, this.end, this.groups)
    return match?.frame.form === 'that' && match.frame.outcome !== 'act'
  }

  /** A verb that with words of its own asks, looks forward or holds: no step on the way to another act. */
  private asksOrHolds(group: Group): boolean {
    const match = matchFrame(this.units, group, this.end, this.groups)
    return match !== undefined && match.frame.words.length > 0 && ['proposal', 'commitment', 'position'].includes(match.frame.outcome)
  }

  /** A verb that by itself calls or holds, before an object. */
  private holds(group: Group): boolean {
    const match = matchFrame(this.units, group, this.end, this.groups)
    return match !== undefined && ['proposal', 'attitude'].includes(match.frame.outcome)
  }

  private presentRoot(): boolean {
    return this.stack.some((node) => node.group.form === 'finite' && node.group.tense === 'present' && (node.accepts & Flag.BASE) !== 0)
  }

  private hasComplement(group: Group): boolean {
    const match = matchFrame(this.units, group, this.end, this.groups)
    return match !== undefined && match.frame.form !== 'any' && match.frame.form !== 'object'
  }

  private laterInfinitive(k: number): boolean {
    for (let i = k + 1; i < Math.min(this.end, k + WINDOW); i++) {
      if (!has(this.units[i], Flag.COORDINATOR)) continue
      for (let j = i + 1; j < Math.min(this.end, i + 12); j++) if (this.groups[j]?.form === 'to' && (j === i + 1 || isComma(this.units[j - 1]))) return true
    }
    return false
  }

  /** A list without "and" yet needs one further on, before a verb. */
  private laterCoordinator(k: number): boolean {
    for (let i = k + 1; i < Math.min(this.end, k + WINDOW); i++) {
      if (!has(this.units[i], Flag.COORDINATOR)) continue
      if (isComma(this.units[i - 1]) || has(this.units[i + 1], VERB | Flag.ADVERB)) return true
    }
    return false
  }

  /** "…, and their readiness to": a performing noun coordinated with one under an open verb. */
  private nounList(i: number): void {
    const { units } = this
    let j = i + 1
    while (j < this.end && (has(units[j], Flag.COORDINATOR) || isComma(units[j]))) j++
    if (this.groups[j]?.form === 'loose' && governs(units, j)) return
    if (!has(units[j], Flag.POSSESSIVE | Flag.DETERMINER | Flag.NAME) || this.groups[j]?.form === 'finite') return
    if (!has(units[i], Flag.COORDINATOR) && !has(units[j - 1], Flag.COORDINATOR) && !this.laterCoordinator(j)) return
    const noun = nounCueAt(units, j, Math.min(this.end, j + 6))
    if (!noun || this.nodes.at(-1)?.noun?.at === noun.at) return
    for (let k = j; k < noun.at; k++) {
      if (this.groups[k]?.form === 'finite') return
      // "R and Z's commitment" has one owner
      if (has(units[k], Flag.GENITIVE) && has(units[i - 1], Flag.NAME) && has(units[j], Flag.NAME)) return
    }
    for (let k = this.stack.length - 1; k >= 0; k--) {
      const node = this.stack[k] as Node
      const outcome = node.frame?.frame.outcome
      const holds = outcome === 'attitude' || outcome === 'position'
      if (node.relation !== 'nouns' && !(holds && (node.group.form === 'finite' || !isIdle(node)))) continue
      const group = toVerbs(j, noun.at, 'ing', 'present', '', false, false, 0)
      this.push(group, 'nouns', toPlace(j, isComma(units[i - 1]) ? i - 1 : i, 0, undefined), undefined, node, noun)
      return
    }
  }
}

/** The comma after an adverbial at `start`: the last before `to`, or the one before a list of names that ends there. */
function subjectComma(units: readonly Unit[], start: number, to: number): number {
  let comma = -1
  let list = false
  for (let k = to - 2; k > start; k--) {
    if (!isComma(units[k])) continue
    // "R and Z, together with others, are …": an aside right before the verb
    if (comma < 0 && isComma(units[to - 1]) && has(units[k + 1], Flag.PREPOSITION | Flag.ADVERB | Flag.ING | Flag.PARTICIPLE)) {
      return Math.max(subjectComma(units, start, k), -1)
    }
    if (comma < 0) {
      comma = k
      list = isName(units, k + 1) && listGoesOn(units, k + 1, to)
      continue
    }
    if (isName(units, k + 1) && nameEnd(units, k + 1) === comma) {
      comma = k
      list = true
      continue
    }
    return list && has(units[comma - 1], Flag.NAME) ? k : comma
  }
  return comma
}

const isName = (units: readonly Unit[], k: number): boolean => has(units[k], Flag.NAME) || (has(units[k], Flag.DETERMINER) && has(units[k + 1], Flag.NAME))
const nameEnd = (units: readonly Unit[], k: number): number => (has(units[k], Flag.NAME) ? k + 1 : k + 2)

/** "B and C": a name, "and", a name. */
const listGoesOn = (units: readonly Unit[], k: number, to: number): boolean => {
  const end = nameEnd(units, k)
  return end < to && has(units[end], Flag.COORDINATOR) && isName(units, end + 1)
}

const isIdle = (node: Node): boolean => node.relation === 'purpose' || node.relation === 'means' || node.relation === 'adjunct' || (node.relation === 'list' && node.peer !== undefined && isIdle(node.peer))

/** The first of the acts that a list shares its governor with. */
function firstOf(node: Node): Node {
  let first = node
  while (first.relation === 'list' && first.peer) first = first.peer
  return first
}

const isStrong = (unit: Unit | undefined): boolean => unit !== undefined && isStrongMark(unit.word.code)
const isQuote = (unit: Unit | undefined): boolean => unit !== undefined && (unit.word.more & More.QUOTE) !== 0

/** A dash between two names ("Torugart – Makmal") joins them. */
const joinsNames = (units: readonly Unit[], k: number): boolean => units[k]?.word.code === Code.DASH && has(units[k - 1], Flag.NAME) && has(units[k + 1], Flag.NAME)

/** The dash that opens an insertion which the dash at `k` closes; -1 when there is none. */
function dashBefore(units: readonly Unit[], k: number, limit: number): number {
  for (let j = k - 2; j > limit; j--) {
    if (units[j]?.word.code === Code.DASH && !joinsNames(units, j)) return j
    if (has(units[j], Flag.THAT | Flag.RELATIVE | Flag.MODAL)) return -1
  }
  return -1
}

function bracket(units: readonly Unit[], i: number, depth: number): number {
  const { code } = (units[i] as Unit).word
  if (code === Code.OPEN) return itemMark(units, i + 2) <= i || itemMark(units, i + 3) <= i ? depth : depth + 1
  if (code === Code.CLOSE) return Math.max(0, depth - 1)
  return depth
}

/** Start of an enumeration mark that ends at `k` ("(a)", "(ii)", "1)"); `k + 1` when there is none. */
function itemMark(units: readonly Unit[], k: number): number {
  if (units[k]?.word.code !== Code.CLOSE) return k + 1
  const label = units[k - 1]
  if (!label || label.name || label.to - label.from > 4 || has(label, Flag.PUNCTUATION)) return k + 1
  if (units[k - 2]?.word.code === Code.OPEN) return k - 2
  return k === 1 || has(units[k - 2], Flag.PUNCTUATION) ? k - 1 : k + 1
}

function skipOpening(units: readonly Unit[], from: number, to: number): number {
  let k = from
  while (k < to && has(units[k], Flag.PUNCTUATION | Flag.COORDINATOR)) k++
  return k
}

function samePreposition(units: readonly Unit[], peer: Node, head: Unit | undefined): boolean {
  for (let k = peer.group.start - 1; k >= Math.max(0, peer.group.start - 3); k--) if (has(units[k], Flag.PREPOSITION | Flag.TO)) return units[k]?.word === head?.word
  return false
}

function accepts(group: Group): number {
  if (group.form === 'to') return RELATED
  if (group.form === 'ing') return Flag.ING
  return group.goesOn
}
