import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import { Code, Flag, More } from '../lexicon/word.ts'
import type { Damage, Edit, Foreign, Mention, Point, Reading, Rejection, Segment, Source, Span, Statement } from '../model.ts'
import { applyEdits, PositionMap } from '../span.ts'
import { clean } from './clean/clean.ts'
import { type Context, decideContext } from './context.ts'
import { findDamage } from './damage/damage.ts'
import { marksIn } from './damage/marks.ts'
import { type Scene, settleDoer } from './doers.ts'
import { type Completed, completes, enumerated, keepOfItem, subjectOf } from './enumeration.ts'
import { takeAside, takeBracket, takeMore, takeOpinions } from './extract/aside.ts'
import type { Draft, Lead } from './extract/draft.ts'
import { has } from './extract/groups.ts'
import { Clauses } from './extract/meaning/clauses.ts'
import { findOrgan } from './extract/organ.ts'
import { joinPhrases } from './extract/phrases.ts'
import { registerPeople, resolveSubject } from './extract/subject.ts'
import { findTail } from './extract/tail.ts'
import { findCaveats } from './fields/caveats.ts'
import { type Caveats, type Place, readSentence, timeMentions } from './fields/sentence.ts'
import { toStatement } from './fields/statement.ts'
import { Outline } from './outline.ts'
import { Mentions } from './recognise/mentions.ts'
import { Memory } from './recognise/parties/memory.ts'
import { ownOrgan } from './recognise/parties/organs.ts'
import { ofUnseen, turnLength } from './recognise/parties/turns.ts'
import { Is } from './recognise/parties/words.ts'
import { parseIso } from './recognise/times/calendar.ts'
import { type Unit, unitAt } from './recognise/units.ts'
import { type Block, blocks } from './segment/blocks.ts'
import { inForeign, joinForeign } from './segment/foreign.ts'
import { pointOf } from './segment/points.ts'
import { type Sentences, Supply } from './supply.ts'

const COMMA = 0x2c

/** Rule of a block that opens with the label of a speaker. */
const TURN = 'segment/turn'
/** So many sentences after its first a quotation may end. */
const FORESEEN = 8

/** How many sentences decide the parties and the voice of a text. */
const CONTEXT = 120

/**
 * Reads one text: read = extract(recognise(segment(clean(source)))). Pure: same source and vocabulary, same bytes out.
 * Never throws on any text; takes time linear in its length. Offsets are UTF-16 code units of `source.text`.
 */
export function readWith(source: Source, vocabulary: Vocabulary | undefined): Reading {
  const { text, id: given, ...about } = source
  const hash = bytesToHex(sha256(utf8ToBytes(text)))
  const edited = clean(text, vocabulary)
  const base = {
    id: given ?? hash,
    source: about,
    hash,
    edits: edited.edits,
    segments: [],
    mentions: [],
    statements: [],
    damage: edited.damage,
    rejections: [],
    parties: [],
  }
  if (!vocabulary)
    return { ...base, lexicon: 'none', notes: [`no lexicon for ${source.language ?? 'this language'}: the text was not read`] }
  if (text.trim() === '') return { ...base, lexicon: vocabulary.version, notes: ['the text is empty'] }
  return new Reader(source, hash, vocabulary, edited.edits, edited.damage).read(base)
}

class Reader {
  private readonly cleaned: string
  private readonly map: PositionMap
  private readonly memory = new Memory()
  private readonly statements: Statement[] = []
  private readonly rejections: Rejection[] = []
  private readonly segments: Segment[] = []
  private readonly mentions: Mention[] = []
  private readonly names: Mentions
  private readonly source: Source
  private readonly vocabulary: Vocabulary
  /** Let go one by one as they are read. */
  private readonly blocks: (Block | undefined)[]
  private readonly supply: Supply
  private readonly damage: Damage[]
  private readonly context: Context
  private readonly place: Place
  private readonly scene: Scene
  private point: Point | undefined
  /** What limits the leads that say nothing beside their items. */
  private readonly limits = new Map<Lead, Caveats>()
  private readonly outline = new Outline()
  /** What a line goes on with that has no subject, where somebody speaks. */
  private trail: Lead | undefined
  /** What lines without a verb go on with. */
  private listing: Lead | undefined

  constructor(source: Source, hash: string, vocabulary: Vocabulary, edits: readonly Edit[], damage: Damage[]) {
    this.source = source
    this.vocabulary = vocabulary
    this.names = new Mentions(vocabulary)
    this.cleaned = edits.length ? applyEdits(source.text, edits) : source.text
    this.map = new PositionMap(edits)
    const found = blocks(this.cleaned, vocabulary)
    this.blocks = found
    this.supply = new Supply(source, this.cleaned, this.map, vocabulary)
    this.context = this.decide(found)
    this.memory.register = this.context.register
    this.memory.turn = this.context.orator && ofUnseen(this.context.orator, this.memory, vocabulary)
    const { cleaned, map, memory, context } = this
    this.damage = findDamage(source, cleaned, map, found, damage, vocabulary)
    this.place = {
      text: source.text,
      cleaned,
      map,
      prefix: hash.slice(0, 12),
      damage: this.damage,
      vocabulary,
      parties: context.parties,
      alone: context.apart === true,
      treaty: context.voice === 'treaty',
      today: parseIso(source.date),
      named: new Map(),
      copies: new Map(),
    }
    this.scene = { text: source.text, cleaned, map, context, memory, vocabulary, damage: this.damage }
  }

  read(base: Omit<Reading, 'lexicon' | 'notes'>): Reading {
    const { outline } = this
    let prose = 0
    for (let index = 0; index < this.blocks.length; index++) {
      const block = this.blocks[index] as Block
      this.blocks[index] = undefined
      const span = this.map.spanToSource(block.from, block.to)
      if (block.role === 'furniture') {
        this.segments.push({ span, role: 'furniture' })
        this.rejections.push({ span, gate: 'furniture', rule: block.rule })
        continue
      }
      if (!this.isItem(block)) outline.leave()
      // "The Security Council," on a line of its own opens a resolution
      const opens = this.cleaned.charCodeAt(block.to - 1) === COMMA
      if (block.role === 'heading' && !opens) {
        // read for its language, and for whose the lines under it are
        const several = this.context.voice !== 'report'
        if (!several && !outline.last) this.supply.pass(block, index)
        const side = several ? this.sideOf(this.supply.before(block, index)) : undefined
        if (side || !outline.last || this.heads(block, index)) {
          outline.head(side)
          this.heading(block, span, prose)
          continue
        }
      }
      if (block.neutral) {
        this.memory.asked ||= this.cleaned.slice(block.content, block.to).includes('?')
        this.segments.push(toSegment(span, block.role, block.speaker, undefined))
        continue
      }
      const floor = this.keepsFloor(block)
      if (!floor && !this.opensSpeech(block)) this.memory.speaker = undefined
      this.memory.floor = floor
      outline.hand(block, this.block(block, index, outline.above(block)))
      prose++
      if (block.dateline)
        this.segments.push({ span: this.map.spanToSource(block.dateline.span.from, block.dateline.span.to), role: 'dateline' })
      const role = block.role === 'narration' && block.article ? 'article' : block.role
      const { speaker } = this.memory
      this.segments.push(toSegment(span, role, speaker ? speaker.name : block.speaker, block.point))
    }
    const foreign = joinForeign(this.supply.foreign, this.source.text)
    const own = <T extends { readonly span: Span }>(list: readonly T[]): readonly T[] =>
      foreign.length ? list.filter(({ span }) => !inForeign(foreign, span)) : list
    const { id, source, hash, edits } = base
    const reading = {
      id,
      source,
      hash,
      edits,
      segments: this.segments,
      mentions: this.mentions,
      statements: this.numbered(),
      damage: own(this.damage),
      rejections: own(this.rejections),
      parties: this.context.parties,
      lexicon: this.vocabulary.version,
      notes: foreign.length ? [foreignNote(foreign)] : [],
    }
    return foreign.length ? { ...reading, foreign } : reading
  }

  /** A paragraph that opens with a quotation mark or a dash goes on with what was said. */
  private opensSpeech(block: Block): boolean {
    const opening = this.cleaned.charCodeAt(block.from)
    return opening === 0x201c || opening === 34 || opening === 0x2013 || opening === 0x2014
  }

  /** Who speaks in a report goes on from point to point. */
  private keepsFloor(block: Block): boolean {
    if (this.context.voice !== 'report' || block.role === 'item') return false
    return (
      this.point !== undefined ||
      pointOf(this.cleaned.slice(block.content, Math.min(block.to, block.content + 200)), this.vocabulary) !== undefined
    )
  }

  /** The line under a lead-in is the heading of the paragraph after it, and no item. */
  private heads({ marker, rule }: Block, index: number): boolean {
    if (rule === 'segment/article') return true
    if (this.context.voice === 'report') return false
    const next = this.blocks[index + 1]
    return marker === '' && (next?.role === 'narration' || next?.role === 'article')
  }

  /** Whose the lines under a heading are. */
  private sideOf([units, more]: readonly (readonly Unit[])[]): Lead | undefined {
    if (!units?.length || more) return undefined
    return new Clauses(units, this.cleaned, this.context, this.memory, this.vocabulary, true).sideOf()
  }

  /** A line without a verb: a title before the text, a heading in it, a tag line after it when it only strings names. */
  private heading(block: Block, span: Span, prose: number): void {
    const tags = marksIn(this.damage, span).some((one) => one.rule === 'damage/tag-line')
    this.segments.push({ span, role: tags ? 'furniture' : prose ? 'heading' : 'title' })
    this.rejections.push({ span, gate: 'furniture', rule: tags ? 'furniture/names-only' : block.rule })
  }

  /** Now that the last point is known, "second" reads "second of four". */
  private numbered(): Statement[] {
    const of = this.statements.reduce((most, s) => Math.max(most, s.point?.of === undefined ? (s.point?.number ?? 0) : 0), 0)
    if (!of) return this.statements
    const counted = new Map<Point, Point>()
    for (const statement of this.statements) {
      const { point } = statement
      if (!point || point.of !== undefined) continue
      const known = counted.get(point) ?? { number: point.number, of, label: point.label }
      counted.set(point, known)
      // nobody else has the statement yet
      ;(statement as { point: Point }).point = known
    }
    return this.statements
  }

  /** Parties and voice, by the first sentences, which are kept for the reading. */
  private decide(blocks: readonly Block[]): Context {
    const sample: Unit[][] = []
    const turns = new Set<readonly Unit[]>()
    for (let index = 0; index < blocks.length && sample.length <= CONTEXT; index++) {
      const found = this.supply.before(blocks[index] as Block, index)
      for (const units of found) sample.push(units)
      if (found[0] && blocks[index]?.rule === TURN && !blocks[index]?.neutral) turns.add(found[0])
    }
    const title = this.supply.line(this.source.title)
    const publisher = this.supply.line(this.source.publisher)
    const labelled = blocks.some((block) => block.rule === TURN)
    return decideContext(sample, this.vocabulary, {
      ...(title ? { title } : {}),
      ...(publisher ? { publisher } : {}),
      labelled,
      turns,
      articles: isArticled(blocks),
    })
  }

  private block(block: Block, place: number, lead: Lead | undefined): Lead | undefined {
    const { cleaned, vocabulary, memory, context } = this
    const sentences = this.supply.take(block, place)
    const { count } = sentences
    let next: Lead | undefined
    const list = this.isItem(block)
    let first = true
    const alone = !context.turns && count === 1
    // who speaks goes on from line to line
    const before = context.turns && block.rule !== TURN ? this.trail : undefined
    let trail = before
    for (let i = 0; i < count; i++) {
      const units = sentences.take(i)
      joinPhrases(units)
      const last = units[units.length - 1]
      if (!last) continue
      const organ = i === count - 1 ? findOrgan(units) : undefined
      if (organ) this.noteOrgan(units, organ, context)
      if (asks(units) || (units.length < 4 && !lead && !this.listing && last.word.code !== Code.COLON)) {
        first = false
        continue
      }
      const point = pointOf(cleaned.slice((units[0] as Unit).from, last.to), vocabulary)
      if (point) this.point = point
      const labelled = i === 0 && block.rule === TURN
      registerPeople(units, memory, vocabulary, labelled)
      this.mention(units)
      takeOpinions(units)
      const more = takeMore(units)
      const aside = takeAside(units)
      takeBracket(units)
      if (this.opensQuote(units, first)) this.foresee(i + 1, sentences)
      if (this.itemwise(units, first ? lead : undefined, block)) {
        first = false
        continue
      }
      const clauses = new Clauses(units, cleaned, context, memory, vocabulary, alone)
      clauses.item = block.role === 'item'
      if (aside) clauses.giveWord(resolveSubject(aside, 0, aside.length, context, memory, vocabulary, cleaned))
      const goesOn = (has(units[0], Flag.COORDINATOR | Flag.ING) && clauses.onward(trail, trail === before)) || undefined
      clauses.run(context.turns ? turnLength(units, vocabulary, labelled) : 0, first ? (lead ?? goesOn) : goesOn, this.listing)
      this.listing = clauses.listing
      trail = clauses.trail() ?? trail
      this.trail = trail
      this.collect(units, clauses, block.point ?? this.point)
      if (more) this.goOn(more, block.point ?? this.point)
      next = clauses.lead
      // lines without marks are items as long as each is a clause about a party
      if (first) this.outline.parallel = clauses.inherits && lead ? { ...lead, forms: 0, lists: false } : undefined
      first = false
    }
    this.outline.opens = next !== undefined
    return next ?? (list ? lead : undefined)
  }

  /** Reads an item that completes its lead-in, or a sentence that holds a list; false where it is neither. */
  private itemwise(units: readonly Unit[], lead: Lead | undefined, block: Block): boolean {
    const point = block.point ?? this.point
    const completed = block.role === 'item' ? completes(units, lead?.opening) : undefined
    if (completed) {
      this.item(units, lead, completed, point)
      return true
    }
    const parts = enumerated(units)
    return parts !== undefined && this.enumeration(parts, lead, point)
  }

  /** A lead-in and its items within one sentence; false where the lead-in hands nothing on. */
  private enumeration([opening, ...items]: readonly Unit[][], lead: Lead | undefined, point: Point | undefined): boolean {
    if (!opening) return false
    const clauses = new Clauses(opening, this.cleaned, this.context, this.memory, this.vocabulary)
    clauses.run(0, lead)
    const under = clauses.lead
    const words = under ? under.opening : subjectOf(opening)
    if (!under && !words) return false
    this.collect(opening, clauses, point)
    for (const item of items) this.item(item, under, completes(item, words), point)
    return true
  }

  /** An item under a lead-in, read behind the words of one that breaks off before its clause. */
  private item(units: readonly Unit[], lead: Lead | undefined, completed: Completed | undefined, point: Point | undefined): void {
    const clauses = new Clauses(completed?.units ?? units, this.cleaned, this.context, this.memory, this.vocabulary)
    clauses.item = true
    clauses.run(0, completed ? undefined : lead)
    if (completed) keepOfItem(clauses, completed)
    this.collect(units, clauses, point)
  }

  /** A quotation opens and goes on in the next sentence; or a paragraph without marks opens in the words of somebody not named yet ("We are building a port."). */
  private opensQuote(units: readonly Unit[], first: boolean): boolean {
    const { context, memory } = this
    if (context.voice !== 'report' || context.turns) return false
    if (((units[0] as Unit).word.more & More.QUOTE) !== 0)
      return units.findIndex((unit, k) => k > 0 && (unit.word.more & More.QUOTE) !== 0) < 0
    return first && !memory.speaker && ((units[0] as Unit).word.relation & Is.first) !== 0
  }

  /** Gives the word to whom the end of the quotation names: "…, X said", some sentences on. */
  private foresee(from: number, sentences: Sentences): void {
    for (let j = from; j < Math.min(sentences.count, from + FORESEEN); j++) {
      const units = sentences.ahead(j)
      let n = units.length
      while (n > 0 && has(units[n - 1], Flag.PUNCTUATION)) n--
      const tail = findTail(units, n)
      if (tail) {
        const subject = resolveSubject(units, tail.subject[0], tail.subject[1], this.context, this.memory, this.vocabulary, this.cleaned)
        if (subject.kind === 'official' && subject.parties.length === 1) this.memory.speaker = subject
        return
      }
      if (units.some((unit) => (unit.word.more & More.QUOTE) !== 0)) return
    }
  }

  /** What the speaker of a sentence added after his name: "…, X said, adding that …". */
  private goOn(units: readonly Unit[], point: Point | undefined): void {
    const clauses = new Clauses(units, this.cleaned, this.context, this.memory, this.vocabulary)
    clauses.run(0, undefined)
    this.collect(units, clauses, point)
  }

  private noteOrgan(units: readonly Unit[], [from, to]: readonly [number, number], context: Context): void {
    const organ = resolveSubject(units, from, to, context, this.memory, this.vocabulary, this.cleaned)
    if (organ.parties.length && organ.kind !== 'abstract') this.memory.organ = ownOrgan(organ, context, this.vocabulary)
  }

  /** A marked item, or a line that goes on in small letters. */
  private isItem(block: Block): boolean {
    const code = this.cleaned.charCodeAt(block.content)
    return block.role === 'item' || (code >= 97 && code <= 122)
  }

  /** Notes the names of a sentence, those of an aside too. */
  private mention(units: readonly Unit[]): void {
    for (const { kind, from, to, ref, rule } of this.names.of(units, this.cleaned))
      this.mentions.push({ kind, span: this.map.spanToSource(from, to), ref, rule })
  }

  private collect(units: readonly Unit[], clauses: Clauses, point: Point | undefined): void {
    const { map, place } = this
    const sentence = readSentence(units, place, clauses.opened && this.limits.get(clauses.opened))
    if (sentence.times.length || sentence.amounts.length) for (const one of timeMentions(sentence, map)) this.mentions.push(one)
    const { drafts } = clauses
    for (let i = 0; i < drafts.length; i++) drafts[i] = settleDoer(drafts[i] as Draft, units, this.scene)
    if (drafts.length > 1) drafts.sort((a, b) => a.from - b.from || b.to - a.to)
    for (const draft of drafts) {
      const statement = toStatement(draft, units, place, sentence, point, drafts)
      if (statement) this.statements.push(statement)
    }
    const { led, lead } = clauses
    if (led && lead) this.limits.set(lead, findCaveats({ ...led, to: units.length }, [led, ...drafts], units, place, sentence, []))
    for (const { from, to, gate, rule } of clauses.refusals) {
      const span = map.spanToSource((units[from] as Unit).from, (units[Math.max(from, to - 1)] as Unit).to)
      if (span.to > span.from) this.rejections.push({ span, gate, rule })
    }
  }
}

/** A segment of its parts; what is undefined is absent. */
function toSegment(span: Span, role: Segment['role'], speaker: string | undefined, point: Point | undefined): Segment {
  if (speaker === undefined) return point ? { span, role, point } : { span, role }
  return point ? { span, role, speaker, point } : { span, role, speaker }
}

function foreignNote(foreign: readonly Foreign[]): string {
  const languages = [...new Set(foreign.map(({ language }) => (language === 'und' ? 'an unknown language' : language)))]
  return `${foreign.length === 1 ? 'a stretch' : `${foreign.length} stretches`} in ${languages.join(', ')} ${foreign.length === 1 ? 'was' : 'were'} not read`
}

/** The last mark is a question's; the quotation may end after it. */
function asks(units: readonly Unit[]): boolean {
  const last = unitAt(units, units.length - 1)
  return (last?.word.code === Code.CLOSE_QUOTE ? unitAt(units, units.length - 2) : last)?.word.code === Code.QUESTION
}

/** Fewest labels of articles by which a text is written in articles. */
const ARTICLES = 3

const isArticled = (blocks: readonly Block[]): boolean => blocks.filter(({ rule }) => rule === 'segment/article').length >= ARTICLES
