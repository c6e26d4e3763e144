import { isSaying } from '../../lexicon/frames.ts'
import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { Code, Flag, More } from '../../lexicon/word.ts'
import type { Subject } from '../recognise/parties/memory.ts'
import { Is, isA, type PartyWords } from '../recognise/parties/words.ts'
import { type Name, type Unit, unitAt } from '../recognise/units.ts'
import { type Issued, Issuer } from './issuer.ts'
import { bodyOf, closing, commaNear, concludes, groupAt, issuers, isThing, openerOf, opensWith } from './openings.ts'
import { pairOf, releasedBy, signersOf } from './signers.ts'

/** Weights: how much a place in the text says that a name is a party. */
const EARLY = 3
const LISTED = 3
const HEADED = 10
const OWN = 2
/** A body weighs a little less than a state or its officials: of two named alike, the state is who speaks. */
const BODY = 0.9
/** Sentences that count as the opening. */
export const OPENING = 4
/** Fewer units than these are a title, a date or a heading and do not count. */
export const SENTENCE = 8
/** What follows "I" where it is no numeral. */
const SAYS = Flag.MODAL | Flag.BE | Flag.HAVE | Flag.BASE | Flag.PAST | Flag.ADVERB
/** Row of `frames` whose verbs say who met whom. */
const MEETS = 'meet'
/** How far into the first line its title may stand. */
const ENTITLED = 4

/** Counts of one text while its parties are decided. */
export class Tally {
  readonly weights = new Map<string, number>()
  readonly counts = new Map<string, number>()
  list: readonly string[] = []
  listAt = 0
  /** It is the subject of its sentence, or of those who issue the text. */
  listOpens = false
  we = 0
  shall = 0
  joint = 0
  /** How often they are counted: "the two sides", "both leaders". */
  counted = 0
  /** How often "the two" stand for them. */
  twos = 0
  said = 0
  /** How often it is said of the sides together: "the two sides pointed out". */
  saidTogether = 0
  /** How often such a word only qualifies a noun: "continued support". */
  qualified = 0
  turns = 0
  /** How often one person speaks of himself. */
  alone = 0
  /** Parties of the officials whom the opening names: who meets whom. */
  readonly met = new Set<string>()
  /** Party of the first of them. */
  host: string | undefined
  /** Bodies of the world among them: a party where a state meets nobody else. */
  readonly metWide = new Set<string>()
  /** Parties of the lexicon's persons in the text. */
  readonly persons = new Set<string>()
  /** The first sentence has two or more parties for its subject. */
  opensTogether = false
  /** They are a state and a body of the world. */
  openers: readonly string[] = []
  /** Parties of which some sentence joins two in its subject, or that meet in it. */
  readonly joined = new Set<string>()
  /** The source has a title. */
  headed = false
  /** Parties that the title names. */
  readonly entitled = new Set<string>()
  /** The first line calls the text a joint one: "Joint Statement". */
  titled = false
  /** The first line is a title that says between whom: "Memorandum of Understanding between …", "Outcomes of the Talks between …". */
  between = false
  /** That title is in capitals and calls the text an instrument: "AGREED MINUTES … BETWEEN …". */
  drawnUp = false
  /** The opening names its parties once for all ("hereinafter called the Sides"), or a preamble ends ("Have agreed as follows:"). */
  defines = false
  /** The opening lists its governments. */
  headedList = false
  /** Those who call themselves "we": "We, the President of R and the President of Z, met …". */
  declared: readonly string[] = []
  /** Parties of those who take turns, and whether one's is not known. */
  readonly speakers = new Set<string>()
  unknownSpeaker = false
  /** Somebody answers under a label that names nobody: "A:". */
  answered = false
  /** The one party that is the subject of the first sentence. */
  opener: string | undefined
  /** The body whose leaders the opening calls "we". */
  ourselves: readonly string[] = []
  /** Those who sign a joint text, by its title or its opening. */
  signers: readonly string[] = []
  /** The body that the first sentence is about. */
  body: readonly string[] = []
  /** The parties that the first sentence joins in its subject, where it goes on with "our". */
  together: readonly string[] = []

  private readonly vocabulary: Vocabulary
  private readonly words: PartyWords
  private readonly issuer: Issuer

  constructor(vocabulary: Vocabulary, words: PartyWords) {
    this.vocabulary = vocabulary
    this.words = words
    this.issuer = new Issuer(vocabulary, words)
  }

  add(name: Name, weight: number, count: number): void {
    const wide = name.type === 'body' && name.parties.some((party) => this.vocabulary.global.has(party))
    if (wide) return
    for (const party of this.statesOf(name)) {
      this.weights.set(party, (this.weights.get(party) ?? 0) + weight)
      this.counts.set(party, (this.counts.get(party) ?? 0) + count)
    }
  }

  /** Whom a name means; an agency is no side beside its state. */
  private statesOf({ type, ref, parties }: Name): readonly string[] {
    return type === 'body' ? (this.words.agencies.get(ref) ?? parties) : parties
  }

  /** A party that the title names. */
  addTitled(name: Name, weight: number): void {
    this.add(name, weight, 0)
    for (const party of this.statesOf(name)) this.entitled.add(party)
  }

  /** One sentence: its words of voice, its names, its lists of names. */
  sentence(units: readonly Unit[], n: number, people: ReadonlyMap<string, Subject>): void {
    // "have declared as follows:" opens what is declared, and says nothing of others
    const opens = units.at(-1)?.word.code === Code.COLON
    if (n < OPENING) this.defines ||= units.some(({ word }) => word.kind === 'definer')
    if (((units.at(-1)?.flags ?? 0) & Flag.TERMINAL) === 0) this.defines ||= concludes(units)
    if (n < OPENING && !this.ourselves.length) this.issued(this.issuer.inOpening(units))
    // "The text of the following statement was released by …"
    if (n < OPENING && !this.signers.length && units.some(({ word }) => word.code === Code.FOLLOWING))
      this.signers = releasedBy(units, this.words)
    if (n === 0 && !this.body.length && units.length >= SENTENCE) this.body = bodyOf(units)
    let run: string[] = []
    let from = 0
    let aside = -1
    if (n === 0 && !this.titled) this.titled = this.entitles(units)
    if (n === 0 && units.length >= SENTENCE) this.opener = openerOf(units)
    for (let i = 0; i < units.length; i++) {
      const unit = units[i] as Unit
      this.voice(unit, unitAt(units, i - 1), unitAt(units, i - 2), opens)
      if (unit.word.code === Code.I && !unit.name && (units[i + 1]?.flags ?? 0) & SAYS) this.alone++
      // "President A of R (for whom B came) and President C of Z": an aside in brackets breaks no list
      if (unit.word.code === Code.OPEN && run.length) aside = closing(units, i)
      if (i <= aside) continue
      const name = unit.name
      const members = n === 0 ? groupAt(units, i, this.words) : undefined
      if (members && opensWith(units, i)) {
        if (!run.length) from = i
        for (const one of members) {
          this.weights.set(one, (this.weights.get(one) ?? 0) + EARLY)
          if (!run.includes(one)) run.push(one)
        }
        continue
      }
      const party = name && name.parties.length > 0 && name.type !== 'people' && name.type !== 'place'
      if (!party) {
        // "R, S, T, the Council of Towns, U": a body of no known parties in a list
        const inList = run.length > 2 && (name?.type === 'body' || name?.type === 'mechanism')
        if (run.length && !inList && !this.links(unit)) {
          this.close(units, run, from, n)
          run = []
        }
        continue
      }
      if (this.isPlace(units, i) || (name.type === 'body' && this.isAside(units, i))) continue
      if (name.type === 'person' && this.isNamesake(name, people)) continue
      if ((name.type === 'adjective' || name.type === 'state') && this.isChair(units[i + 1])) continue
      // "stressed that R would …": a state that one side speaks of as its own
      const own = name.type === 'state' && i > 1 && ((units[i - 1] as Unit).flags & Flag.THAT) !== 0 ? OWN : 0
      this.add(
        name,
        own + (name.type === 'adjective' ? 0.5 : name.type === 'body' ? BODY : 1) * (n < OPENING ? EARLY : 1),
        name.type === 'adjective' ? 0.5 : name.type === 'person' ? 0 : 1,
      )
      if (name.type !== 'state' && name.type !== 'body') continue
      // "the envoys for R from S, T and Z": what they are sent to is none of them
      if (units[i + 1]?.word.code === Code.FROM) continue
      if (!run.length) from = i
      for (const one of this.statesOf(name)) if (!run.includes(one) && !this.words.regions.has(one.toLowerCase())) run.push(one)
    }
    this.close(units, run, from, n)
    if (n === 0 && ((units.at(-1)?.flags ?? 0) & Flag.TERMINAL) === 0) {
      this.between = units.some(({ word }) => word.code === Code.BETWEEN)
      const loud = this.between && units.some(({ word }) => word.code === Code.BETWEEN && (word.more & More.CAPS) !== 0)
      this.drawnUp = loud && units.some(({ name, word }) => name?.type === 'mechanism' || word.actor === 'instrument')
    }
    // "…, Lake News reports."
    const last = unitAt(units, units.length - 2)
    if (last && last.flags & Flag.PRESENT && unitAt(units, units.length - 3)?.name && commaNear(units) && isSaying(last.word)) this.said++
  }

  /** "under the Rian Presidency": whose turn it is to lead a body says not whose text it is. */
  private isChair(next: Unit | undefined): boolean {
    const ref = next?.name?.ref ?? next?.word.text ?? ''
    return this.words.chairs.has(ref.slice(ref.lastIndexOf(' ') + 1).toLowerCase())
  }

  /** What a title says of who issues what it names. */
  title(units: readonly Unit[]): void {
    this.headed = true
    this.titled = this.entitles(units)
    this.issued(this.issuer.inTitle(units))
    const signers = signersOf(units, this.vocabulary)
    this.signers = signers.length ? signers : pairOf(units)
  }

  private issued({ body, joint }: Issued): void {
    this.ourselves = body
    this.titled ||= joint
  }

  /** "Joint Statement of R, S and Z", "an R – S – Z Agreement": three or more states named one after another are the parties of what the title names. */
  titleList(units: readonly Unit[]): void {
    let run: string[] = []
    const to = issuers(units, this.words)
    for (const [i, unit] of units.slice(0, to).entries()) {
      const { name } = unit
      const members = groupAt(units, i, this.words)
      if (members) run = [...run, ...members.filter((one) => !run.includes(one))]
      else if (name?.type === 'state' || name?.type === 'adjective' || name?.type === 'body')
        for (const party of this.statesOf(name)) run = run.includes(party) ? run : [...run, party]
      else if (!(unit.flags & (Flag.PUNCTUATION | Flag.COORDINATOR)) && (unit.word.relation & (Is.article | Is.owner)) === 0) run = []
      if (run.length > Math.max(2, this.list.length)) this.list = run
    }
  }

  /** A lone surname of the lexicon that an official of the text bears for another party. */
  isNamesake({ entry, parties }: Name, people: ReadonlyMap<string, Subject>): boolean {
    if (entry?.tokens.length !== 1) return false
    const known = people.get((entry.tokens[0] as string).toLowerCase())
    return known !== undefined && known.parties[0] !== parties[0]
  }

  /** The first sentences that name officials of two sides say who meets whom. */
  meeting(officials: readonly string[]): void {
    this.host ??= officials[0]
    if (this.met.size > 1 || (this.met.size && this.metWide.size)) return
    for (const party of officials) (this.vocabulary.global.has(party) ? this.metWide : this.met).add(party)
  }

  turn(speaker: Subject | undefined): void {
    this.turns++
    if (!speaker || speaker.kind === 'none') return
    this.answered ||= speaker.name === ''
    if (!speaker.parties.length) this.unknownSpeaker = true
    for (const party of speaker.parties) this.speakers.add(party)
  }

  /** "Joint Statement", "Joint Declaration of …" at the beginning of a line in capitals. */
  private entitles(units: readonly Unit[]): boolean {
    // "R-Z Summit Joint Statement": also the last of a title; that alone names no sides
    for (let i = 0; i < (units.length > 1 ? Math.min(units.length, ENTITLED) : 0); i++) {
      const unit = units[i] as Unit
      const words = [...(unit.name?.ref.toLowerCase().split(' ') ?? [unit.word.text]), units[i + 1]?.word.text ?? '']
      const at = words.findIndex((word) => isA(this.words, word, Is.shared))
      if (at >= 0 && this.vocabulary.actors.get(words[at + 1] ?? '') === 'instrument' && (unit.flags & Flag.CAPITAL || unit.name))
        return true
    }
    return false
  }

  /** "the two sides", "our two countries", "both sides"; "two countries" may be any. */
  private isAll({ word }: Unit, earlier: Unit | undefined): boolean {
    return isA(this.words, word.text, Is.whole) || (earlier !== undefined && (earlier.word.relation & Is.article) !== 0)
  }

  private voice(unit: Unit, before: Unit | undefined, earlier: Unit | undefined, opens: boolean): void {
    const { relation, actor } = unit.word
    if ((relation & Is.ours) !== 0) this.we++
    if (unit.flags & Flag.MODAL && unit.word.kind === 'binding') this.shall++
    const qualifies = before && before.flags & (Flag.PREPOSITION | Flag.POSSESSIVE | Flag.DETERMINER | Flag.GENITIVE)
    if (!opens && unit.flags & Flag.PAST && isSaying(unit.word)) {
      if (before && isThing(before)) return
      this.said++
      if (qualifies) this.qualified++
      if (before?.word.actor === 'joint') this.saidTogether++
    }
    if (actor !== 'joint') return
    if (relation & Is.count && (before?.word.relation ?? 0) & Is.article) this.twos++
    if (before && (before.word.relation & Is.count) !== 0 && this.isAll(before, earlier)) this.counted++
    if ((relation & Is['list-head']) !== 0) this.joint++
  }

  private links(unit: Unit): boolean {
    const text = unit.word.text
    const mark = (unit.flags & Flag.PUNCTUATION) !== 0 && (unit.flags & Flag.TERMINAL) === 0 && text !== ':' && text !== ';'
    return (
      mark ||
      (unit.flags & Flag.COORDINATOR) !== 0 ||
      unit.word.code === Code.AS ||
      unit.word.code === Code.WELL ||
      (unit.word.relation & (Is.article | Is.owner | Is['list-head'])) !== 0 ||
      unit.name?.type === 'proper' ||
      unit.name?.type === 'role'
    )
  }

  /** A body in brackets, or as the first part of a longer name. */
  private isAside(units: readonly Unit[], i: number): boolean {
    const next = units[i + 1]?.name?.type
    if (next === 'body' || next === 'mechanism') return true
    const before = unitAt(units, i - 1)?.word.text
    return before === '(' || (unitAt(units, i - 2)?.word.text === '(' && isA(this.words, before ?? '', Is.article))
  }

  /** "in R", "T, R" after a place: where and not who. */
  private isPlace(units: readonly Unit[], i: number): boolean {
    const before = unitAt(units, i - 1)
    if (units[i]?.name?.type === 'capital' && units[i + 1]?.word.text === ',' && (units[i + 2]?.flags ?? 0) & Flag.NUMBER) return true
    if (!before) return false
    if (isA(this.words, before.word.text, Is.place)) return true
    // "at the Lake Summit"
    if (
      isA(this.words, before.word.text, Is.article) &&
      units[i]?.name?.type === 'body' &&
      isA(this.words, unitAt(units, i - 2)?.word.text ?? '', Is.place)
    )
      return true
    if (before.word.text !== ',') return false
    const two = unitAt(units, i - 2)
    return two?.name?.type === 'place' || two?.name?.type === 'capital' || isA(this.words, unitAt(units, i - 3)?.word.text ?? '', Is.place)
  }

  /** The end of a list of names: two or more under a head ("the Governments of R and Z") are parties of the text. */
  private close(units: readonly Unit[], run: readonly string[], from: number, n: number): void {
    if (run.length < 2) return this.meets(units, run, from)
    if (run.length === 2 && opensWith(units, from)) for (const party of run) this.joined.add(party)
    if (n < 9 && run.length > 2 && run.length > this.list.length && (n === 0 || opensWith(units, from) || this.headOf(units, from))) {
      this.list = run
      this.listAt = n
      // "the statement was released by the Governments of R, S and T"
      this.listOpens = opensWith(units, from) || units.slice(0, from).some(({ word }) => word.actor === 'instrument')
    }
    const opening = n === 0 || (n === 1 && this.between)
    if (opening && units.length >= SENTENCE && opensWith(units, from)) {
      this.opensTogether = true
      if (n === 0 && units.some(({ word }) => (word.relation & Is.ours) !== 0)) this.together = run
      if (n === 0 && run.length === 2 && run.some((party) => this.vocabulary.global.has(party))) this.openers = run
    }
    if (n >= OPENING) return
    const head = this.headOf(units, from)
    if (head === 'several') this.headedList = true
    if (head && !this.declared.length && this.opensWithWe(units, from)) this.declared = run
    const bonus = head ? HEADED : LISTED
    for (const party of run) if (!this.vocabulary.global.has(party)) this.weights.set(party, (this.weights.get(party) ?? 0) + bonus)
  }

  /** "R met Z", "R spoke with Z". */
  private meets(units: readonly Unit[], [one]: readonly string[], from: number): void {
    const to = (units[from + 2]?.flags ?? 0) & Flag.PREPOSITION ? from + 3 : from + 2
    const name = units[to]?.name
    if (one === undefined || name?.type !== 'state' || !units[from + 1]?.word.frames.some(({ id }) => id === MEETS)) return
    if (opensWith(units, from)) for (const party of [one, ...name.parties]) this.joined.add(party)
  }

  /** "We, the President of R": nothing but offices between "we" with its comma and the name at `from`. */
  private opensWithWe(units: readonly Unit[], from: number): boolean {
    let k = 0
    while (k < 4 && !isA(this.words, units[k]?.word.text ?? '', Is.first)) k++
    return k < 4 && units[k + 1]?.word.text === ',' && opensWith(units, from)
  }

  /** What heads a list of names: "the Governments of …" has several, "President A of …" one; undefined without a head. */
  private headOf(units: readonly Unit[], from: number): 'several' | 'one' | undefined {
    for (let k = from - 1; k >= Math.max(0, from - 4); k--) {
      const { name, word } = units[k] as Unit
      if (isA(this.words, word.text, Is['list-head'])) return 'several'
      if (name?.type === 'role')
        return name.ref.split(' ').some((part) => this.vocabulary.actors.get(part.toLowerCase()) === 'joint') ? 'several' : 'one'
      if (!isA(this.words, word.text, Is.owner | Is.article)) return undefined
    }
    return undefined
  }
}
