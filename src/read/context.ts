import type { Vocabulary } from '../lexicon/vocabulary.ts'
import { Code, Flag, More } from '../lexicon/word.ts'
import { Memory, type Register, type Subject } from './recognise/parties/memory.ts'
import { oratorOf } from './recognise/parties/orator.ts'
import { placeOfficials, placePair, registerPeople, turnLength } from './recognise/parties/people.ts'
import { Is, isA, type PartyWords, partyWords } from './recognise/parties/words.ts'
import { type Name, type Unit, unitAt } from './recognise/units.ts'

/** What the whole text decides once: its parties, its voice, who is who. */
export interface Context {
  readonly parties: readonly string[]
  readonly voice: 'joint' | 'treaty' | 'report'
  /** A treaty, or a memorandum that names its parties once for all as a treaty does: what it says will be done binds them. */
  readonly instrument?: boolean
  /** How often each party is named, an adjective for half; what is named once is easily a splice. */
  readonly counts: ReadonlyMap<string, number>
  /** True for a transcript in turns ("MINISTER A: …"). */
  readonly turns?: boolean
  /** Officials, offices and bodies of the whole text, so that a short form is known before its full form is met. */
  readonly register?: Register
  /** In a text of two parties: the one none of whose officials is named with it. An official of no known state is its. */
  readonly unseen?: string | undefined
  /** Parties whose officials take turns. */
  readonly spoken?: ReadonlySet<string>
  /** Who says all of a text in the first person ("Remarks by Minister A"). */
  readonly orator?: Subject | undefined
  /** Party of the official who is named first: whose meetings the text tells of. */
  readonly host?: string | undefined
  /** Whose text it is, where one side speaks to all and meets nobody: its "we". */
  readonly author?: readonly string[] | undefined
}

/** What is known of a source besides its text. */
export interface About {
  readonly title?: readonly Unit[]
  /** A line of the text opens with the label of a speaker, beyond doubt: one is enough for a transcript. */
  readonly labelled?: boolean
  /** Sentences that open with the label of one who speaks. */
  readonly turns?: ReadonlySet<readonly Unit[]>
  /** Who published it. */
  readonly publisher?: readonly Unit[]
}

/** What follows "I" where it is no numeral. */
const SAYS = Flag.MODAL | Flag.BE | Flag.HAVE | Flag.BASE | Flag.PAST | Flag.ADVERB

/** Weights: how much a place in the text says that a name is a party. */
const EARLY = 3
const LISTED = 3
const HEADED = 10
const TITLED = 6
const MEETING = 20
const OWN = 2
/** A body weighs a little less than a state or its officials: of two named alike, the state is who speaks. */
const BODY = 0.9
/** Share of sentences with a word for several sides below which it tells of others. */
const FEW = 0.3
/** Sentences that count as the opening. */
const OPENING = 4
/** So many sides meet at most; a sentence that names officials of more tells of others too. */
const MET = 6
/** So many lines from the top may say who speaks in all of a text. */
const HEAD = 5
/** The state that one who speaks for no known state names: so many times as often as any other. */
const HOME = 1.5
/** How far into a sentence those who met may stand. */
const REACH = 12
/** How far into a sentence "we" may stand, and what "we" are called after it. */
const FRONT = 24
/** Fewer units than these are a title, a date or a heading and do not count. */
const SENTENCE = 8

/** Counts of one text while its parties are decided. */
/** How far into the first line its title may stand. */
const ENTITLED = 4

class Tally {
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
  /** The first line calls the text a joint one: "Joint Statement". */
  titled = false
  /** The first line is a title that says between whom: "Memorandum of Understanding between …", "Outcomes of the Talks between …". */
  between = false
  /** That title is in capitals and calls the text an instrument: "AGREED MINUTES … BETWEEN …". */
  drawnUp = false
  /** The opening names its parties once for all: "hereinafter called the Sides". */
  defines = false
  /** The opening lists its governments. */
  headedList = false
  /** Those who call themselves "we": "We, the President of R and the President of Z, met …". */
  declared: readonly string[] = []
  /** Parties of those who take turns, and whether one's is not known. */
  readonly speakers = new Set<string>()
  unknownSpeaker = false
  /** The one party that is the subject of the first sentence. */
  opener: string | undefined
  /** The body whose leaders the opening calls "we". */
  ourselves: readonly string[] = []
  /** The body that the first sentence is about. */
  body: readonly string[] = []
  /** The parties that the first sentence joins in its subject, where it goes on with "our". */
  together: readonly string[] = []

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly words: PartyWords,
  ) {}

  add(name: Name, weight: number, count: number): void {
    const wide = name.type === 'body' && name.parties.some((party) => this.vocabulary.global.has(party))
    if (wide) return
    for (const party of name.parties) {
      this.weights.set(party, (this.weights.get(party) ?? 0) + weight)
      this.counts.set(party, (this.counts.get(party) ?? 0) + count)
    }
  }

  /** One sentence: its words of voice, its names, its lists of names. */
  sentence(units: readonly Unit[], n: number, weight: number, people: ReadonlyMap<string, Subject>): void {
    // "have declared as follows:" opens what is declared, and says nothing of others
    const opens = units.at(-1)?.word.code === Code.COLON
    if (n < OPENING) this.defines ||= units.some(({ word }) => word.kind === 'definer')
    if (n < OPENING && !this.ourselves.length) this.ourselves = this.weOf(units)
    if (n === 0 && !this.body.length && units.length >= SENTENCE) this.body = bodyOf(units)
    let run: string[] = []
    let from = 0
    let aside = -1
    if (n === 0 && !this.titled) this.titled = this.entitles(units)
    if (n === 0 && units.length >= SENTENCE) this.opener = openerOf(units)
    for (let i = 0; i < units.length; i++) {
      const unit = units[i] as Unit
      this.voice(unit, unitAt(units, i - 1), opens)
      if (unit.word.code === Code.I && !unit.name && (units[i + 1]?.flags ?? 0) & SAYS) this.alone++
      // "President A of R (for whom B came) and President C of Z": an aside in brackets breaks no list
      if (unit.word.code === Code.OPEN && run.length) aside = closing(units, i)
      if (i <= aside) continue
      const name = unit.name
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
      // "stressed that R would …": a state that one side speaks of as its own
      const own = name.type === 'state' && i > 1 && ((units[i - 1] as Unit).flags & Flag.THAT) !== 0 ? OWN : 0
      this.add(
        name,
        own + weight * (name.type === 'adjective' ? 0.5 : name.type === 'body' ? BODY : 1) * (n < OPENING ? EARLY : 1),
        name.type === 'adjective' ? 0.5 : name.type === 'person' ? 0 : 1,
      )
      if (name.type !== 'state' && name.type !== 'body') continue
      if (!run.length) from = i
      for (const one of name.parties) if (!run.includes(one) && !this.words.regions.has(one.toLowerCase())) run.push(one)
    }
    this.close(units, run, from, n)
    if (n === 0 && ((units.at(-1)?.flags ?? 0) & Flag.TERMINAL) === 0) {
      this.between = units.some(({ word }) => word.code === Code.BETWEEN)
      const loud = this.between && units.some(({ word }) => word.code === Code.BETWEEN && (word.more & More.CAPS) !== 0)
      this.drawnUp = loud && units.some(({ name, word }) => name?.type === 'mechanism' || word.actor === 'instrument')
    }
    // "…, Lake News reports."
    const last = unitAt(units, units.length - 2)
    if (last && last.flags & Flag.PRESENT && unitAt(units, units.length - 3)?.name && commaNear(units) && reports(last)) this.said++
  }

  /** "Joint Statement of R, S and Z", "an R – S – Z Agreement": three or more states named one after another are the parties of what the title names. */
  titleList(units: readonly Unit[]): void {
    let run: string[] = []
    for (const unit of units.slice(0, issuers(units, this.words))) {
      const { name } = unit
      if (name?.type === 'state' || name?.type === 'adjective')
        for (const party of name.parties) run = run.includes(party) ? run : [...run, party]
      else if (!(unit.flags & (Flag.PUNCTUATION | Flag.COORDINATOR)) && (unit.word.relation & (Is.article | Is.owner)) === 0) run = []
      if (run.length > Math.max(2, this.list.length)) this.list = run
    }
  }

  /** "We, the leaders of the Group of Ten, met", "Today we the leaders …": the one body of the world after "we" and before any verb. */
  private weOf(units: readonly Unit[]): readonly string[] {
    let k = 0
    while (k < FRONT && !((units[k]?.word.relation ?? 0) & Is.ours && units[k]?.word.kind === 'joint')) k++
    const next = units[k + 1]
    const apart = next?.word.text === ','
    if (k === FRONT || !(apart || next?.flags === undefined || next.flags & Flag.DETERMINER)) return this.membersOf(units)
    let to = k + (apart ? 2 : 1)
    const from = to
    while (to < Math.min(units.length, k + FRONT) && !this.says(units[to] as Unit) && units[to]?.word.text !== ',') to++
    const body = this.only(units, from, to, true)
    const own = body.length ? body : unknownBody(units, from, to)
    this.titled ||= own.length > 0
    return own
  }

  /** A verb that no name and no noun can be. */
  private says(unit: Unit): boolean {
    const { flags } = unit
    return !unit.name && (flags & (Flag.MODAL | Flag.BE | Flag.HAVE | Flag.PAST)) !== 0
  }

  /** "The leaders of the Group of Ten met": the one body before the verb, whose leaders or members the sentence opens with. */
  private membersOf(units: readonly Unit[]): readonly string[] {
    let verb = 0
    while (verb < units.length && !((units[verb] as Unit).flags & (Flag.PAST | Flag.BE | Flag.HAVE | Flag.MODAL) && !units[verb]?.name))
      verb++
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

  /** The one party that units `from` to `to` name, where it is a body of the world (`any`: any body); none where they name more. */
  only(units: readonly Unit[], from: number, to: number, any = false): readonly string[] {
    let found: readonly string[] = []
    for (let j = from; j < to; j++) {
      const name = units[j]?.name
      if (!name?.parties.length || name.type === 'people' || name.type === 'place' || name.type === 'person') continue
      const body = name.type === 'body' && name.parties.length === 1 && (any || this.vocabulary.global.has(name.parties[0] ?? ''))
      if (!body || (found.length && found[0] !== name.parties[0])) return []
      found = name.parties
    }
    return found
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
    if (!speaker.parties.length) this.unknownSpeaker = true
    for (const party of speaker.parties) this.speakers.add(party)
  }

  /** "Lake Union Leaders' Statement on trade": the one body that a title names before its subject; a statement of it is a joint one. */
  titleBody(units: readonly Unit[]): void {
    const to = issuers(units, this.words)
    this.ourselves = this.only(units, 0, to, true)
    if (!this.ourselves.length) this.ourselves = this.ownBody(units.slice(0, to))
    const [body] = this.ourselves
    if (body === undefined || this.words.movements.has(body) || this.words.agencies.has(body)) return
    let instrument = false
    for (const { name, word } of units.slice(0, to)) {
      const parts = name?.ref.toLowerCase().split(' ') ?? [word.text]
      // "Statement by the Union's Secretary-General": one official speaks
      if (name?.type === 'person' || (name?.type === 'role' && !parts.some((part) => this.vocabulary.actors.get(part) === 'joint'))) return
      instrument ||= parts.some((part) => this.vocabulary.actors.get(part) === 'instrument')
    }
    this.titled ||= instrument
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

  /** "Joint Statement", "Joint Declaration of …" at the beginning of a line in capitals. */
  entitles(units: readonly Unit[]): boolean {
    for (let i = 0; i < Math.min(units.length - 1, ENTITLED); i++) {
      const unit = units[i] as Unit
      const words = [...(unit.name?.ref.toLowerCase().split(' ') ?? [unit.word.text]), units[i + 1]?.word.text ?? '']
      const at = words.findIndex((word) => isA(this.words, word, Is.shared))
      if (at >= 0 && this.vocabulary.actors.get(words[at + 1] ?? '') === 'instrument' && (unit.flags & Flag.CAPITAL || unit.name))
        return true
    }
    return false
  }

  private voice(unit: Unit, before: Unit | undefined, opens: boolean): void {
    const { relation, actor } = unit.word
    if ((relation & Is.ours) !== 0) this.we++
    if (unit.flags & Flag.MODAL && unit.word.kind === 'binding') this.shall++
    const qualifies = before && before.flags & (Flag.PREPOSITION | Flag.POSSESSIVE | Flag.DETERMINER | Flag.GENITIVE)
    if (!opens && unit.flags & Flag.PAST && reports(unit)) {
      if (before && isThing(before)) return
      this.said++
      if (qualifies) this.qualified++
      if (before?.word.actor === 'joint') this.saidTogether++
    }
    if ((relation & Is['list-head']) !== 0 && actor === 'joint') {
      this.joint++
      if (before && (before.word.relation & Is.count) !== 0) this.counted++
    }
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
    if (run.length < 2) return
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

/** A noun that names no speaker: what follows it as "announced on Monday" limits it. */
const isThing = ({ name, flags, word }: Unit): boolean =>
  !name && !word.actor && ((flags & ~Flag.CAPITAL) === 0 || (flags & Flag.ALSO_NOUN) !== 0)

/** A comma stands a few words before the end. */
const commaNear = (units: readonly Unit[]): boolean => units.slice(-6, -3).some(({ word }) => word.text === ',')

/** A verb of speech. */
const reports = ({ word }: Unit): boolean => word.frames.some((f) => f.outcome === 'speech' && f.words.length === 0)

/** Where a title turns from those who issue what it names to what that is about: "of R and S | on the lake", "by R | announcing …". */
function issuers(units: readonly Unit[], words: PartyWords): number {
  let named = false
  for (let i = 0; i < units.length; i++) {
    const { name, flags, word } = units[i] as Unit
    if (name) named ||= name.parties.length > 0 && name.type !== 'place'
    else if (named && flags & (Flag.PREPOSITION | Flag.ING) && !isA(words, word.text, Is.owner)) return i
  }
  return units.length
}

/** "The Lake Coalition remains committed": the body that a sentence opens with, before its verb. */
function bodyOf(units: readonly Unit[]): readonly string[] {
  const at = (units[0]?.flags ?? 0) & Flag.DETERMINER ? 1 : 0
  const name = units[at]?.name
  return name?.type === 'body' && !name.entry?.from ? (name.parties.length ? name.parties : [name.ref]) : []
}

/** "the leaders of the Lake Union": the only name between two units, where it is that of a body of no known parties. */
function unknownBody(units: readonly Unit[], from: number, to: number): readonly string[] {
  const names = units.slice(from, to).flatMap(({ name }) => (name && name.type !== 'role' ? [name] : []))
  const [only] = names
  return names.length === 1 && only?.type === 'body' && !only.parties.length ? [only.ref] : []
}

/** A list without the body that it opens with where most of its members follow: "we, the Union ministers of R, S and T". */
function withoutUnion(list: readonly string[], members: PartyWords['members']): readonly string[] {
  const own = members.get(list[0] as string)
  return own && own.filter((one) => list.includes(one)).length * 2 > own.length ? list.slice(1) : list
}

/** How long an aside in brackets may be. */
const ASIDE = 24

/** The bracket that closes the one at `i`; `i - 1` where none does soon. */
function closing(units: readonly Unit[], i: number): number {
  for (let k = i + 1; k < Math.min(units.length, i + ASIDE); k++) if (units[k]?.word.code === Code.CLOSE) return k
  return i - 1
}

/** Who leads the first sentence before a list ("President A met the Presidents of K, L and M"): a party with the list. */
function leader(units: readonly Unit[], list: readonly string[]): string | undefined {
  for (const unit of units) {
    if (unit.name?.type === 'state' || unit.name?.type === 'body') return undefined
    const party = unit.name?.type === 'person' ? unit.name.parties[0] : undefined
    if (party && !list.includes(party)) return party
  }
  return undefined
}

/**
 * Parties of the officials in a sentence, by name or by an office just registered. Where two sides or more are its subject, those
 * after the verb count only as its object or after "with": who hosts, chairs or witnesses is no side.
 */
function officialsIn(units: readonly Unit[], memory: Memory): string[] {
  const out: string[] = []
  let told = false
  let aside = false
  for (let i = 0; i < units.length; i++) {
    const { name, flags, word } = units[i] as Unit
    if (!name) {
      told ||= (flags & (Flag.MODAL | Flag.BE | Flag.HAVE | Flag.PAST)) !== 0
      if (told && flags & Flag.PREPOSITION && word.code !== Code.OF) aside = word.code !== Code.WITH && new Set(out).size > 1
      continue
    }
    if (aside) continue
    const unnamed = name.type === 'capital' || name.type === 'adjective'
    // "a Downing Street spokesman"
    if (unnamed && units[i + 1]?.word.actor === 'official' && !units[i + 1]?.name) out.push(...name.parties)
    else if (name.type === 'person') out.push(...name.parties)
    else if (name.type === 'role' || name.type === 'proper') {
      const known = memory.people.get(name.ref.slice(name.ref.lastIndexOf(' ') + 1).toLowerCase())
      if (known) out.push(...known.parties)
    }
  }
  return out
}

/** True when no verb stands before unit `to`: what stands there is the subject. */
function opensWith(units: readonly Unit[], to: number): boolean {
  for (let k = 0; k < to; k++) {
    const { flags, word } = units[k] as Unit
    if (flags & (Flag.MODAL | Flag.BE | Flag.HAVE | Flag.PAST)) return false
    // "we support the wish of R, S and T"
    if (word.relation & Is.ours && word.kind === 'joint' && k + 1 < to && (units[k + 1] as Unit).flags & (Flag.BASE | Flag.ADVERB))
      return false
  }
  return true
}

/** The party that does something now, or holds something, in a sentence that begins with it: "R is imposing", "R welcomes". */
function openerOf(units: readonly Unit[]): string | undefined {
  let at = 0
  while ((units[at]?.flags ?? 0) & Flag.DETERMINER && !units[at]?.name) at++
  const name = units[at]?.name
  if (name?.type !== 'state' || name.parties.length !== 1) return undefined
  while ((units[++at]?.flags ?? 0) & Flag.ADVERB);
  const { flags, word } = units[at] ?? { flags: 0, word: undefined }
  const acts =
    (flags & Flag.BE && (units[at + 1]?.flags ?? 0) & Flag.ING) ||
    (flags & Flag.PRESENT && word?.frames.some(({ outcome }) => outcome === 'position' || outcome === 'commitment' || outcome === 'stance'))
  return acts ? name.parties[0] : undefined
}

/** Something in the text says who speaks or meets together. */
const together = (tally: Tally): boolean =>
  tally.titled ||
  tally.headedList ||
  tally.opensTogether ||
  tally.ourselves.length > 0 ||
  tally.list.length > 1 ||
  tally.met.size > 1 ||
  tally.counted + tally.saidTogether > 0

/** The one party that the name of a publisher names. */
function publisherOf(publisher: readonly Unit[]): string | undefined {
  const own = new Set<string>()
  for (const { name } of publisher) if (name && name.type !== 'place') for (const party of name.parties) own.add(party)
  return own.size === 1 ? [...own][0] : undefined
}

/** Whose text it is, where one side speaks: that of its publisher, else of its opening where no others are spoken of as a group. */
function authorOf(tally: Tally, voice: Context['voice'], turns: boolean, publisher: string | undefined): readonly string[] | undefined {
  if (voice !== 'report' || turns || together(tally)) return undefined
  const author = publisher ?? tally.opener
  return author === undefined ? undefined : [author]
}

function voiceOf(tally: Tally, size: number, turns: boolean, publisher: string | undefined): Context['voice'] {
  if (turns) return 'report'
  if (tally.shall / size > 0.25) return 'treaty'
  if ((tally.defines || tally.drawnUp) && tally.weights.size > 1 && tally.alone === 0) return 'joint'
  const ours = tally.we / size
  // one report of what somebody said says nothing of a short text
  if (tally.titled && tally.said - tally.saidTogether <= Math.max(1, size * (ours > 0.3 ? 0.25 : 0.08))) return 'joint'
  // "my country", "I can announce": one person speaks
  if (tally.alone > 0 && !tally.opensTogether && !tally.headedList) return 'report'
  if (tally.opensTogether && tally.said / size < 0.05) return 'joint'
  // one state speaks to all, of others as of third parties
  if (publisher !== undefined && tally.joint / size < FEW && !together(tally)) return 'report'
  // a text that nowhere says who is together is the speech of one side: "we" is the speaker
  const several = tally.joint > 0 || together(tally) || (publisher === undefined && tally.body.length > 0)
  const told = ours > 0.6 ? tally.said - tally.qualified : tally.said
  return ((ours > 0.3 && several) || tally.joint / size > 0.25) && told / size < 0.08 ? 'joint' : 'report'
}

/** Reads the parties and the voice off the first sentences of a text, and registers its officials. */
export function decideContext(sentences: readonly (readonly Unit[])[], vocabulary: Vocabulary, about: About = {}): Context {
  const words = partyWords(vocabulary)
  const tally = new Tally(vocabulary, words)
  const memory = new Memory()
  if (about.title) {
    tally.titled = tally.entitles(about.title)
    tally.titleBody(about.title)
    registerPeople(about.title, memory, vocabulary)
    for (const unit of about.title)
      if (unit.name?.parties.length && (unit.name.type === 'state' || unit.name.type === 'adjective' || unit.name.type === 'body'))
        tally.add(unit.name, TITLED, 0)
    tally.titleList(about.title)
  }
  let n = 0
  let line = 0
  let listed = 0
  for (const units of sentences) {
    const before = tally.list
    const labelled = about.turns?.has(units) === true
    registerPeople(units, memory, vocabulary, labelled)
    tally.sentence(units, n, 1, memory.people)
    if (tally.list !== before) listed = line
    line++
    if (turnLength(units, vocabulary, labelled)) tally.turn(memory.turn)
    if (n < OPENING + 2) tally.meeting(officialsIn(units, memory))
    for (const { name } of units)
      if (name?.type === 'person' && !tally.isNamesake(name, memory.people)) for (const party of name.parties) tally.persons.add(party)
    if (units.length >= SENTENCE) n++
  }
  const size = sentences.length || 1
  const labelled = tally.turns > 1 ? tally.turns / size > 0.02 : tally.turns > 0 && about.labelled === true
  // "I" in a text that one person is said to have spoken
  const openings = about.title ? [about.title, ...sentences.slice(0, HEAD)] : sentences.slice(0, HEAD)
  const orator = !tally.alone || tally.titled ? undefined : oratorOf(openings, memory, vocabulary)
  if (orator) tally.turn(orator)
  const turns = labelled || orator !== undefined
  const publisher = publisherOf(about.publisher ?? [])
  const voice = voiceOf(tally, size, turns, publisher)
  const hosts = memory.unplaced.length > 0
  const parties = chooseParties(tally, sentences[listed] ?? [], voice, turns, hosts, words)
  const { people, offices, bodies } = memory
  const other = unseenParty(parties, people, turns && tally.speakers.size ? tally.speakers : tally.persons, turns)
  const unseen = other ?? (turns && tally.unknownSpeaker && !tally.speakers.size ? (publisher ?? mostNamed(tally)) : undefined)
  // a state that is named once is as easily one that is only spoken of
  const home = unseen !== undefined && (unseen === publisher || (tally.counts.get(unseen) ?? 0) > 1) ? unseen : undefined
  const register: Register = { people, offices, bodies, turns, unseen: home }
  if (unseen && !turns) placeOfficials(memory, unseen, vocabulary)
  else if (voice === 'report' && !turns && !tally.persons.size) placePair(memory, parties, words)
  const instrument = voice === 'treaty' || (voice === 'joint' && tally.between && (tally.defines || tally.drawnUp))
  const author = authorOf(tally, voice, turns, publisher)
  return {
    parties,
    voice,
    instrument,
    counts: tally.counts,
    turns,
    register,
    unseen,
    author,
    host: tally.host,
    orator,
    spoken: tally.speakers,
  }
}

function chooseParties(
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
  const told = voice === 'report' || (tally.we === 0 && !tally.titled)
  if (!turns && told && !tally.headedList && tally.met.size > 1 && tally.met.size + tally.metWide.size <= MET)
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
      ([, weight], i) => i === 0 || tally.unknownSpeaker || (hosts && tally.met.size === 1 && voice === 'report') || weight >= best * 0.2,
    )
    .map(([party]) => party)
  return [...weights.keys()].filter((party) => two.includes(party))
}

/** The state that is named far more often than any other: that of one who speaks for it alone. */
function mostNamed({ counts }: Tally): string | undefined {
  let first = ''
  let most = 0
  let next = 0
  for (const [party, count] of counts) {
    if (count > most) [first, next, most] = [party, most, count]
    else if (count > next) next = count
  }
  return most >= Math.max(2, next * HOME) ? first : undefined
}

function unseenParty(
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
