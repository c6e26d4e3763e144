import type { Basis, Bound, Deadline, Ground, Point, Span, Statement, Target } from '../../model.ts'
import { marksIn } from '../damage/marks.ts'
import { type Draft, isUnderLead } from '../extract/draft.ts'
import { isoOf } from '../recognise/times/calendar.ts'
import type { Time } from '../recognise/times/scan.ts'
import type { Unit } from '../recognise/units.ts'
import { counterpartsOf } from './addressees.ts'
import { findCaveats, spansOf, underLead } from './caveats.ts'
import { noteNamed, sortNames, type Values } from './names.ts'
import { isIdentifiable } from './precision.ts'
import type { Place, Sentence } from './sentence.ts'
import { groundsOf, shellOf } from './shells.ts'
import { type FoundTarget, findTarget } from './target.ts'
import { findTopics } from './topics.ts'

/** The fields that are read from the units of a statement alone. */
interface Further extends Pick<Statement, 'addressees' | 'mechanisms' | 'places' | 'topics' | 'precision'> {
  readonly hedges: readonly string[] | undefined
  readonly condition: string | undefined
  readonly target: Target | undefined
  readonly deadline: Deadline | undefined
}

/**
 * Fills the fields of a draft from its units; undefined when its span is empty in the source.
 * `sentence` is what `readSentence` found in `units`; `point` is the point under which it stands; `drafts` are those of the sentence, in order.
 */
export function toStatement(
  draft: Draft,
  units: readonly Unit[],
  place: Place,
  sentence: Sentence,
  point: Point | undefined,
  drafts: readonly Draft[],
): Statement | undefined {
  const first = units[draft.from]
  const last = units[draft.to - 1]
  if (!first || !last || draft.to <= draft.from) return undefined
  const span = place.map.spanToSource(first.from, last.to)
  if (span.to <= span.from) return undefined
  const speaker = draft.speaker
  const parties = draft.addressed?.parties ?? draft.subject.parties
  const proposers = draft.kind === 'proposal' ? (speaker?.parties ?? draft.subject.parties) : undefined
  const broken = marksIn(place.damage, span)
  const cues = place.map.listToSource((units[draft.cue[0]] as Unit).from, (units[draft.cue[1] - 1] as Unit).to)
  const whole = place.map.listToSource(first.from, last.to)
  const kind = implied(draft.rule, cues)
  const grounds = groundsOf(kind, draft.force === 'none' ? kind : stated(draft.rule, cues))
  if (parties.length)
    grounds['parties'] = toGround(
      draft.subject.rule === 'party/name' ? 'stated' : 'implied',
      draft.addressed?.rule ?? draft.subject.rule,
      whole,
    )
  const further = fill(draft, units, place, sentence, parties, whole, grounds, drafts)
  return shellOf({
    id: [place.prefix, span.from, span.to].join('-'), // joined in one piece: a template would keep its pieces
    span,
    quote: place.text.slice(span.from, span.to),
    kind: draft.kind,
    force: draft.force,
    parties: sharedCopyOf(parties, place.copies),
    proposers: proposers && sharedCopyOf(proposers, place.copies),
    addressees: further.addressees,
    attribution: speaker?.name,
    act: draft.act,
    aspect: draft.aspect,
    negated: draft.negated,
    hedges: further.hedges,
    condition: further.condition,
    mechanisms: further.mechanisms,
    places: further.places,
    target: further.target,
    deadline: further.deadline,
    topics: further.topics,
    precision: further.precision,
    doubt: broken.length ? broken.map((d) => `${d.what}: ${d.quote.slice(0, 60)}`).join('; ') : undefined,
    grounds,
    point,
  })
}

/** Fills what section 5 of the codebook asks for and adds a ground for each field that is filled. `whole` is the span of the statement. */
function fill(
  draft: Draft,
  units: readonly Unit[],
  place: Place,
  sentence: Sentence,
  parties: readonly string[],
  whole: readonly Span[],
  grounds: Record<string, Ground>,
  drafts: readonly Draft[],
): Further {
  const { from, to } = draft
  const { map } = place
  const [start, end] = [(units[from] as Unit).from, (units[to - 1] as Unit).to]
  const found = sentence.phrases()
  const named = sortNames(units, draft.front ?? from, to, place.cleaned, sentence.marks(), {
    kind: draft.kind,
    cue: draft.cue,
    parties,
    askers: draft.kind === 'proposal' ? (draft.speaker?.parties ?? draft.subject.parties) : none,
    peers: place.parties ?? none,
    known: place.treaty ? unknown : place.named,
    act: draft.act,
    silent: sentence.tables.silent,
    times: sentence.times,
  })
  noteNamed(place.named, named, units, place.cleaned, place.vocabulary.nameHeads)
  const { mechanisms, places, addressees } = named
  if (mechanisms.ranges.length) grounds['mechanisms'] = stated('name/mechanisms', spansOf(mechanisms.ranges, units, map))
  if (places.ranges.length) grounds['places'] = stated('name/places', spansOf(places.ranges, units, map))
  if (addressees.ranges.length) grounds['addressees'] = implied('name/addressees', spansOf(addressees.ranges, units, map))
  const counterparts = addressees.values.length ? none : counterpartsOf(draft, parties, place.parties ?? none, sentence, place.alone)
  if (counterparts.length) grounds['addressees'] = implied('addressee/counterpart', whole)
  const own = findCaveats(draft, drafts, units, place, sentence, mechanisms.ranges)
  const item = sentence.lead && drafts.some((one) => isUnderLead(one) && one.kind === draft.kind && one.force === draft.force)
  const { hedges, condition, deadline } = sentence.lead && item ? underLead(own, sentence.lead) : own
  if (hedges.length) grounds['hedges'] = stated('hedge/word', hedges)
  if (condition) grounds['condition'] = stated('condition/clause', [condition])
  if (deadline) grounds['deadline'] = stated(limitRules[deadline.time.bound], map.listToSource(deadline.time.from, deadline.time.to))
  const aim = draft.kind === 'position' ? undefined : findTarget(sentence, start, end)
  const goal = aim && map.spanToSource(aim.from, aim.to)
  if (goal)
    grounds['target'] = stated(aim.quantity === undefined ? 'target/frequency' : 'target/amount', map.listToSource(aim.from, aim.to))
  const words = findTopics(found, from, to, sentence.tables.topics)
  // a statement without a word of its own takes the topic of its sentence
  const { topics, hits } = words.topics.length ? words : findTopics(found, 0, units.length, sentence.tables.topics)
  if (hits.length) grounds['topics'] = implied('topic/word', spansOf(hits, units, map))
  // what a lead-in sets makes no item of it more precise
  const precision =
    Number(isIdentifiable(units, draft, found, named)) +
    Number(aim?.quantity !== undefined) +
    Number(places.values.length > 0) +
    Number(mechanisms.values.length > 0) +
    Number(own.deadline !== undefined)
  if (precision) grounds['precision'] = implied('precision/points', whole)
  const quote = (span: Span): string => place.text.slice(span.from, span.to)
  return {
    addressees: counterparts.length ? counterparts : valuesOf(addressees),
    hedges: hedges.length ? hedges.map(quote) : undefined,
    condition: condition && quote(condition),
    mechanisms: valuesOf(mechanisms),
    places: valuesOf(places),
    target: goal && toTarget(quote(goal), goal, aim),
    deadline: deadline && toDeadline(quote(deadline.span), deadline.span, deadline.time),
    topics: topics.length ? topics : politics,
    precision,
  }
}

/** What every statement without a value in a field, or without a topic of its own, shares. */
const none: readonly never[] = Object.freeze([])
/** A treaty speaks of its own bodies by one noun each. */
const unknown: ReadonlyMap<string, string> = new Map()
const politics: readonly string[] = Object.freeze(['politics'])

const limitRules: Readonly<Record<Bound, string>> = {
  by: 'deadline/by',
  before: 'deadline/before',
  within: 'deadline/within',
  'from-to': 'deadline/from-to',
  vague: 'deadline/vague',
}

/** A copy without the room that an array keeps after it grew. */
const copyOf = <T>(list: readonly T[]): readonly T[] => (list.length ? list.slice() : none)

const MOST_COPIES = 64

/** As `copyOf`, for lists that many statements have from one place: they share one copy, which cannot be changed; `copies` starts over when it is full. */
function sharedCopyOf(list: readonly string[], copies: Map<readonly string[], readonly string[]>): readonly string[] {
  const known = copies.get(list)
  if (known) return known
  const made = list.length ? Object.freeze(list.slice()) : none
  if (copies.size >= MOST_COPIES) copies.clear()
  copies.set(list, made)
  return made
}
const valuesOf = ({ values }: Values): readonly string[] => copyOf(values)

const toGround = (basis: Basis, rule: string, spans: readonly Span[]): Ground => ({ basis, rule, spans })
const stated = (rule: string, spans: readonly Span[]): Ground => toGround('stated', rule, spans)
const implied = (rule: string, spans: readonly Span[]): Ground => toGround('implied', rule, spans)

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** A target as the reading has it: what is not known is absent. */
function toTarget(phrase: string, span: Span, { quantity, unit, frequency }: FoundTarget): Target {
  if (quantity !== undefined && unit !== undefined && frequency === undefined) return { phrase, span, quantity, unit }
  const target: Writable<Target> = { phrase, span }
  if (quantity !== undefined) target.quantity = quantity
  if (unit !== undefined) target.unit = unit
  if (frequency !== undefined) target.frequency = frequency
  return target
}

/** A time limit as the reading has it: an end that is not known is absent. */
function toDeadline(phrase: string, span: Span, { bound, start, end }: Time): Deadline {
  if (start !== undefined && end !== undefined) return { phrase, bound, span, from: isoOf(start), to: isoOf(end) }
  if (start !== undefined) return { phrase, bound, span, from: isoOf(start) }
  return end === undefined ? { phrase, bound, span } : { phrase, bound, span, to: isoOf(end) }
}
