import type { Deadline, Ground, Span, Statement, Target } from '../../model.ts'
import { marksIn } from '../damage/marks.ts'
import type { Draft } from '../extract/draft.ts'
import type { Unit } from '../recognise/units.ts'
import { endsOf, findDeadline } from './deadline.ts'
import { sortNames } from './names.ts'
import { isIdentifiable } from './precision.ts'
import { type Place, readSentence, type Sentence } from './sentence.ts'
import { findTarget } from './target.ts'
import { findTopics } from './topics.ts'
import { findCondition, findHedges, type Range } from './wording.ts'

/** The fields that are read from the units of a statement alone. */
type Further = Pick<Statement, 'addressees' | 'hedges' | 'condition' | 'mechanisms' | 'places' | 'target' | 'deadline' | 'topics' | 'precision'>

/**
 * Fills the fields of a draft from its units; undefined when its span is empty in the source.
 * `sentence` is what `readSentence` found in `units`; give it where a sentence holds several statements.
 */
export function toStatement(draft: Draft, units: readonly Unit[], place: Place, sentence: Sentence = readSentence(units, place)): Statement | undefined {
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
  const grounds: Record<string, Ground> = {
    kind: { basis: 'implied', rule: draft.rule, spans: [cue] },
    force: { basis: draft.force === 'none' ? 'implied' : 'stated', rule: draft.rule, spans: [cue] },
  }
  if (parties.length) grounds['parties'] = { basis: draft.subject.rule === 'party/name' ? 'stated' : 'implied', rule: draft.addressed?.rule ?? draft.subject.rule, spans: [span] }
  const { addressees, hedges, condition, ...further } = fill(draft, units, place, sentence, parties, grounds)
  return {
    id: `${place.hash.slice(0, 12)}-${span.from}-${span.to}`,
    span,
    quote: place.text.slice(span.from, span.to),
    kind: draft.kind,
    force: draft.force,
    parties: [...parties],
    ...(proposers ? { proposers: [...proposers] } : {}),
    addressees,
    ...(speaker?.name ? { attribution: speaker.name } : {}),
    act: draft.act,
    aspect: draft.aspect,
    ...(draft.negated ? { negated: true } : {}),
    ...(hedges ? { hedges } : {}),
    ...(condition ? { condition } : {}),
    ...further,
    ...(broken.length ? { doubt: broken.map((d) => `${d.what}: ${d.quote.slice(0, 60)}`).join('; ') } : {}),
    grounds,
  }
}

/** Fills what section 5 of the codebook asks for and adds a ground for each field that is filled. */
function fill(draft: Draft, units: readonly Unit[], place: Place, sentence: Sentence, parties: readonly string[], grounds: Record<string, Ground>): Further {
  const { from, to } = draft
  const [start, end] = [(units[from] as Unit).from, (units[to - 1] as Unit).to]
  const found = sentence.phrases()
  const source = (a: number, b: number): Span => place.map.spanToSource(a, b)
  const ofUnits = (range: Range): Span => source((units[range.from] as Unit).from, (units[range.to - 1] as Unit).to)
  const words = (span: Span): string => place.text.slice(span.from, span.to)
  const known = (field: string, rule: string, spans: readonly Span[], basis: Ground['basis'] = 'stated'): void => {
    if (spans.length) grounds[field] = { basis, rule, spans }
  }
  const named = sortNames(units, from, to, place.cleaned, found, { parties: new Set(parties), act: draft.act, vocabulary: place.vocabulary, silent: sentence.tables.silent, times: sentence.times })
  const lists = { mechanisms: named.mechanisms, places: named.places, addressees: named.addressees }
  for (const [field, list] of Object.entries(lists)) known(field, `name/${field}`, [...list.values()].map(ofUnits), field === 'addressees' ? 'implied' : 'stated')
  const counterpart = named.addressees.size ? undefined : counterpartOf(draft, parties, place)
  if (counterpart) grounds['addressees'] = { basis: 'implied', rule: 'addressee/counterpart', spans: [source(start, end)] }
  const hedges = findHedges(found, from, to).map(ofUnits)
  known('hedges', 'hedge/word', hedges)
  const when = findCondition(found, units, from, to)
  const condition = when && ofUnits(when)
  if (condition) known('condition', 'condition/clause', [condition])
  const time = findDeadline(sentence, units, draft, place.date, [...named.mechanisms.values()])
  const limit = time && source(time.from, time.to)
  if (limit && time) known('deadline', `deadline/${time.bound}`, [limit])
  const aim = draft.kind === 'position' ? undefined : findTarget(sentence, start, end)
  const goal = aim && source(aim.from, aim.to)
  if (goal) known('target', aim.quantity === undefined ? 'target/frequency' : 'target/amount', [goal])
  const own = findTopics(found, from, to, sentence.tables.topics)
  // a statement without a word of its own takes the topic of its sentence
  const { topics, hits } = own.topics.length ? own : findTopics(found, 0, units.length, sentence.tables.topics)
  known('topics', 'topic/word', hits.map(ofUnits), 'implied')
  const object = isIdentifiable(units, draft, found, named)
  const points = [object, aim?.quantity !== undefined, named.places.size > 0, named.mechanisms.size > 0, limit !== undefined]
  const precision = points.filter(Boolean).length
  if (precision) grounds['precision'] = { basis: 'implied', rule: 'precision/points', spans: [source(start, end)] }
  const deadline: Deadline | undefined = limit && time && { phrase: words(limit), bound: time.bound, span: limit, ...endsOf(time) }
  const target: Target | undefined = goal && { phrase: words(goal), span: goal, ...quantityOf(aim) }
  return {
    addressees: counterpart ? [counterpart] : [...named.addressees.keys()],
    ...(hedges.length ? { hedges: hedges.map(words) } : {}),
    ...(condition ? { condition: words(condition) } : {}),
    mechanisms: [...named.mechanisms.keys()],
    places: [...named.places.keys()],
    ...(target ? { target } : {}),
    ...(deadline ? { deadline } : {}),
    topics: topics.length ? topics : ['politics'],
    precision,
  }
}

/** In a text of two parties, what one of them undertakes or asks for by itself is towards the other. */
function counterpartOf(draft: Draft, parties: readonly string[], place: Place): string | undefined {
  const [a, b, more] = place.parties ?? []
  if (draft.kind !== 'commitment' || !draft.speaker || !a || !b || more || parties.length !== 1) return undefined
  return parties[0] === a ? b : parties[0] === b ? a : undefined
}

const quantityOf = ({ quantity, unit, frequency }: Pick<Target, 'quantity' | 'unit' | 'frequency'>): Pick<Target, 'quantity' | 'unit' | 'frequency'> => ({
  ...(quantity === undefined ? {} : { quantity }),
  ...(unit === undefined ? {} : { unit }),
  ...(frequency === undefined ? {} : { frequency }),
})
