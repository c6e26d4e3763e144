import type { Ground, Point, Span, Statement, Target } from '../../model.ts'
import type { PositionMap } from '../../span.ts'
import { marksIn } from '../damage/marks.ts'
import type { Draft } from '../extract/draft.ts'
import type { Unit } from '../recognise/units.ts'
import { endsOf, findDeadline } from './deadline.ts'
import { sortNames } from './names.ts'
import { isIdentifiable } from './precision.ts'
import type { Place, Sentence } from './sentence.ts'
import { findTarget } from './target.ts'
import { findTopics } from './topics.ts'
import { findCondition, findHedges, type Range } from './wording.ts'

/** The fields that are read from the units of a statement alone. */
type Further = Pick<
  Statement,
  'addressees' | 'hedges' | 'condition' | 'mechanisms' | 'places' | 'target' | 'deadline' | 'topics' | 'precision'
>

/**
 * Fills the fields of a draft from its units; undefined when its span is empty in the source.
 * `sentence` is what `readSentence` found in `units`; `point` is the point under which it stands.
 */
export function toStatement(
  draft: Draft,
  units: readonly Unit[],
  place: Place,
  sentence: Sentence,
  point: Point | undefined,
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
  const cue = place.map.spanToSource((units[draft.cue[0]] as Unit).from, (units[draft.cue[1] - 1] as Unit).to)
  const cues = [cue]
  const whole = [span]
  const grounds: Record<string, Ground> = {
    kind: { basis: 'implied', rule: draft.rule, spans: cues },
    force: { basis: draft.force === 'none' ? 'implied' : 'stated', rule: draft.rule, spans: cues },
  }
  if (parties.length)
    grounds['parties'] = {
      basis: draft.subject.rule === 'party/name' ? 'stated' : 'implied',
      rule: draft.addressed?.rule ?? draft.subject.rule,
      spans: whole,
    }
  const { addressees, hedges, condition, mechanisms, places, target, deadline, topics, precision } = fill(
    draft,
    units,
    place,
    sentence,
    parties,
    whole,
    grounds,
  )
  // in the order of the reading format; what does not apply is absent
  const statement: { -readonly [K in keyof Statement]?: Statement[K] } = {
    id: `${place.hash.slice(0, 12)}-${span.from}-${span.to}`,
    span,
    quote: place.text.slice(span.from, span.to),
    kind: draft.kind,
    force: draft.force,
    parties: [...parties],
  }
  if (proposers) statement.proposers = [...proposers]
  statement.addressees = addressees
  if (speaker?.name) statement.attribution = speaker.name
  statement.act = draft.act
  statement.aspect = draft.aspect
  if (draft.negated) statement.negated = true
  if (hedges) statement.hedges = hedges
  if (condition) statement.condition = condition
  statement.mechanisms = mechanisms
  statement.places = places
  if (target) statement.target = target
  if (deadline) statement.deadline = deadline
  statement.topics = topics
  statement.precision = precision
  if (broken.length) statement.doubt = broken.map((d) => `${d.what}: ${d.quote.slice(0, 60)}`).join('; ')
  statement.grounds = grounds
  if (point) statement.point = point
  return statement as Statement
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
): Further {
  const { from, to } = draft
  const { map } = place
  const [start, end] = [(units[from] as Unit).from, (units[to - 1] as Unit).to]
  const found = sentence.phrases()
  const named = sortNames(units, draft.front ?? from, to, place.cleaned, sentence.marks(), {
    parties,
    act: draft.act,
    silent: sentence.tables.silent,
    times: sentence.times,
  })
  const { mechanisms, places, addressees } = named
  if (mechanisms.ranges.length) grounds['mechanisms'] = stated('name/mechanisms', spansOf(mechanisms.ranges, units, map))
  if (places.ranges.length) grounds['places'] = stated('name/places', spansOf(places.ranges, units, map))
  if (addressees.ranges.length) grounds['addressees'] = implied('name/addressees', spansOf(addressees.ranges, units, map))
  const counterpart = addressees.values.length ? undefined : counterpartOf(draft, parties, place)
  if (counterpart) grounds['addressees'] = implied('addressee/counterpart', whole)
  const hedges = spansOf(findHedges(found, from, to), units, map)
  if (hedges.length) grounds['hedges'] = stated('hedge/word', hedges)
  const when = findCondition(found, units, from, to)
  const condition = when && spanOf(when, units, map)
  if (condition) grounds['condition'] = stated('condition/clause', [condition])
  const time = findDeadline(sentence, units, draft, place.today, mechanisms.ranges)
  const limit = time && map.spanToSource(time.from, time.to)
  if (limit && time) grounds['deadline'] = stated(`deadline/${time.bound}`, [limit])
  const aim = draft.kind === 'position' ? undefined : findTarget(sentence, start, end)
  const goal = aim && map.spanToSource(aim.from, aim.to)
  if (goal) grounds['target'] = stated(aim.quantity === undefined ? 'target/frequency' : 'target/amount', [goal])
  const own = findTopics(found, from, to, sentence.tables.topics)
  // a statement without a word of its own takes the topic of its sentence
  const { topics, hits } = own.topics.length ? own : findTopics(found, 0, units.length, sentence.tables.topics)
  if (hits.length) grounds['topics'] = implied('topic/word', spansOf(hits, units, map))
  const precision =
    Number(isIdentifiable(units, draft, found, named)) +
    Number(aim?.quantity !== undefined) +
    Number(places.values.length > 0) +
    Number(mechanisms.values.length > 0) +
    Number(limit !== undefined)
  if (precision) grounds['precision'] = implied('precision/points', whole)
  const words = (span: Span): string => place.text.slice(span.from, span.to)
  return {
    addressees: counterpart ? [counterpart] : addressees.values,
    ...(hedges.length ? { hedges: hedges.map(words) } : undefined),
    ...(condition ? { condition: words(condition) } : undefined),
    mechanisms: mechanisms.values,
    places: places.values,
    ...(goal ? { target: { phrase: words(goal), span: goal, ...quantityOf(aim) } } : undefined),
    ...(limit && time ? { deadline: { phrase: words(limit), bound: time.bound, span: limit, ...endsOf(time) } } : undefined),
    topics: topics.length ? topics : ['politics'],
    precision,
  }
}

const stated = (rule: string, spans: readonly Span[]): Ground => ({ basis: 'stated', rule, spans })
const implied = (rule: string, spans: readonly Span[]): Ground => ({ basis: 'implied', rule, spans })
const spanOf = ({ from, to }: Range, units: readonly Unit[], map: PositionMap): Span =>
  map.spanToSource((units[from] as Unit).from, (units[to - 1] as Unit).to)

function spansOf(ranges: readonly Range[], units: readonly Unit[], map: PositionMap): Span[] {
  const spans: Span[] = []
  for (const range of ranges) spans.push(spanOf(range, units, map))
  return spans
}

/** In a text of two parties, what one of them undertakes or asks for by itself is towards the other. */
function counterpartOf(draft: Draft, parties: readonly string[], place: Place): string | undefined {
  const [a, b, more] = place.parties ?? []
  if (draft.kind !== 'commitment' || !draft.speaker || !a || !b || more || parties.length !== 1) return undefined
  return parties[0] === a ? b : parties[0] === b ? a : undefined
}

const quantityOf = ({
  quantity,
  unit,
  frequency,
}: Pick<Target, 'quantity' | 'unit' | 'frequency'>): Pick<Target, 'quantity' | 'unit' | 'frequency'> => ({
  ...(quantity === undefined ? {} : { quantity }),
  ...(unit === undefined ? {} : { unit }),
  ...(frequency === undefined ? {} : { frequency }),
})
