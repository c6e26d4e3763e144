import type { Part } from '../nouns.ts'
import type { Features } from './features.ts'
import { isEntry } from './ids.ts'
import { common, heldOf, indexOf, phrasesOf } from './indexed.ts'
import { areOneFormula, daysApart } from './nodes.ts'

/** What each part weighs; where it depends on the two, the most. */
export const WEIGHTS = {
  words: 2.3,
  containment: 2.2,
  evidence: 2.4,
  core: 1.6,
  besides: 0.7,
  phrases: 1.9,
  mechanisms: 0.8,
  sameMechanisms: 0.4,
  places: 0.4,
  names: 0.3,
  parties: 0.3,
  nobody: 0.5,
  talk: 1.5,
  circle: 1.5,
  formula: 5,
  speaker: 0.3,
  act: 0.5,
  stance: 1.2,
  kind: 0.6,
  others: 0.9,
  topics: 0.6,
  numbers: 0.4,
} as const

/** Weight of shared words that is all the evidence that there can be, and of what the shorter says besides that speaks against a link most; phrases likewise. */
export const EVIDENCE = 120
export const BESIDES = 150
export const PHRASES = 4

/** Values of both, in the order of the first. */
export const shared = (a: readonly string[], b: readonly string[]): string[] => a.filter((value) => b.includes(value))

const round = (value: number): number => Math.round(value * 1000) / 1000

function jaccard(a: readonly string[], b: readonly string[]): number {
  const both = shared(a, b).length
  return both / (a.length + b.length - both || 1)
}

/** How much of the weight of the words of both, of the lighter of the two, and of the rarest words, the other has too. */
function words(a: Features, b: Features): Part[] {
  const [one, other] = [indexOf(a), indexOf(b)]
  const { on, weight } = common(a, b)
  const inside = weight / (Math.min(one.weight, other.weight) || 1)
  const core = Math.min(heldOf(one.core, other), heldOf(other.core, one))
  return [
    { name: 'words', value: round(weight / Math.sqrt(one.weight * other.weight || 1)), weight: WEIGHTS.words, on },
    { name: 'containment', value: round(inside), weight: WEIGHTS.containment },
    // few or common words are alike by chance
    { name: 'evidence', value: round(Math.min(1, weight / EVIDENCE)), weight: WEIGHTS.evidence },
    { name: 'core', value: round(core), weight: WEIGHTS.core },
    // what the shorter says besides
    { name: 'besides', value: -round(Math.min(1, (Math.min(one.weight, other.weight) - weight) / BESIDES)), weight: WEIGHTS.besides },
  ]
}

/** Two content words that follow each other in both. */
function phrases(a: Features, b: Features): Part | undefined {
  if (a.words.length < 2 || b.words.length < 2) return undefined
  const on = phrasesOf(a, b)
  return { name: 'phrases', value: round(Math.min(1, on.length / PHRASES)), weight: WEIGHTS.phrases, on }
}

/** 1 where both name the same, -1 where each names another, between where they share some; nothing where one names none. */
function named(name: string, a: readonly string[], b: readonly string[], weight: number): Part | undefined {
  if (!a.length || !b.length) return undefined
  const on = shared(a, b)
  const value = on.length ? on.length / Math.min(a.length, b.length) : -1
  return { name, value: round(value), weight, on: on.length ? on : [...a, ...b] }
}

/** One place, or one whose name holds the other's: the strait of a country. */
function isAtPlace(one: string, other: string): boolean {
  if (one === other) return true
  const [few, many] = one.length < other.length ? [one, other] : [other, one]
  const words = many.split(' ')
  return few.split(' ').every((word) => words.includes(word))
}

const placesAlso = (a: readonly string[], b: readonly string[]): number =>
  a.filter((one) => b.some((other) => isAtPlace(one, other))).length

/** How many places both name. */
export const alikePlaces = (a: readonly string[], b: readonly string[]): number => Math.min(placesAlso(a, b), placesAlso(b, a))

export const MOST_PLACES = 3

/** Places of an entry are where things happened later: they speak for a link, never against it. */
function places(a: Features, b: Features): Part | undefined {
  // each further place that both name tells more
  if (!a.places.length || !b.places.length) return undefined
  const alike = alikePlaces(a.places, b.places)
  const declared = isEntry(a.id) || isEntry(b.id)
  if (declared && alike === 0) return undefined
  const value = alike ? alike / Math.min(a.places.length, b.places.length) : -1
  const weight = WEIGHTS.places * Math.max(1, Math.min(MOST_PLACES, alike))
  return { name: 'places', value: round(value), weight, on: alike ? shared(a.places, b.places) : [...a.places, ...b.places] }
}

/** -1 where each names persons or firms and none is named by both. */
function unnamed({ names: a }: Features, { names: b }: Features): Part | undefined {
  return a.length && b.length && !shared(a, b).length ? { name: 'names', value: -1, weight: WEIGHTS.names, on: [...a, ...b] } : undefined
}

/** 1 where both name the same parties, -1 where each names others, or none; nothing where one alone names some. */
function parties({ parties: a }: Features, { parties: b }: Features): Part | undefined {
  if (!a.length && !b.length) return { name: 'parties', value: -1, weight: WEIGHTS.nobody }
  if (!a.length || !b.length) return undefined
  const alike = jaccard(a, b)
  return { name: 'parties', value: round(alike * 2 - 1), weight: WEIGHTS.parties, on: alike === 1 ? a : [...a, ...b] }
}

/** Talk repeats words without repeating a promise. */
const talk = (a: Features, b: Features): Part | undefined =>
  a.talk || b.talk ? { name: 'talk', value: -1, weight: WEIGHTS.talk } : undefined

/** 1 where the same parties speak to each other, -1 where one speaks alone: of all that it says, less is one undertaking. */
function circle({ between: a }: Features, { between: b }: Features): Part {
  const alike = a.length > 1 && b.length > 1 ? jaccard(a, b) : 0
  return { name: 'circle', value: round(alike * 2 - 1), weight: WEIGHTS.circle, on: shared(a, b) }
}

/** Both only promise to stay in touch, or to stand behind one state: the few words in which they do so vary. */
const formula = (a: Features, b: Features): Part | undefined =>
  areOneFormula(a, b) ? { name: 'formula', value: 1, weight: WEIGHTS.formula } : undefined

/** Both are said by the same person. */
function speaker(a: Features, b: Features): Part | undefined {
  if (a.speaker === undefined || b.speaker === undefined) return undefined
  return {
    name: 'speaker',
    value: a.speaker === b.speaker ? 1 : 0,
    weight: WEIGHTS.speaker,
    on: a.speaker === b.speaker ? [a.speaker] : [],
  }
}

/** Both only say something: less than one act, more than two. */
const SAYS = 0.4

/** 1 for one class of acts, -1 for two; nothing where both only say something, or one does and the other's act does not stand alone. */
function act(a: Features, b: Features): Part | undefined {
  if (!a.act || !b.act) return undefined
  if (a.says && b.says) return a.kind === b.kind ? { name: 'act', value: 1, weight: SAYS, on: [] } : undefined
  if (a.act === b.act) return { name: 'act', value: 1, weight: WEIGHTS.act, on: [a.act] }
  // "welcomed the resumption of talks": what is welcomed is the other's act
  if ((a.alone && a.words.includes(b.act)) || (b.alone && b.words.includes(a.act))) return undefined
  if (a.alone || b.alone) return { name: 'act', value: -1, weight: 0.7, on: [a.act, b.act] }
  if (isTold(a) !== isTold(b)) return { name: 'act', value: -1, weight: 0.8, on: [a.act, b.act] }
  return a.says || b.says ? undefined : { name: 'act', value: -1, weight: 0.3, on: [a.act, b.act] }
}

/** Which way a node stands to its object: for (1), against (-1), or neither. */
export const stanceOf = ({ sign, negated }: Features): number => (negated ? -sign : sign)

/** Both against, or one against what the other only speaks of: to oppose harm to a thing is not yet to hold the thing dear. */
function stance(a: Features, b: Features): Part | undefined {
  const [one, other] = [stanceOf(a), stanceOf(b)]
  if (one >= 0 && other >= 0) return undefined
  return { name: 'stance', value: one === other ? 1 : -1, weight: WEIGHTS.stance, on: [a.act, b.act] }
}

/** A deed that is told; "has not changed" tells a state, as a position does, and "discussed the need to" no deed but the need. */
const isTold = ({ kind, negated, says }: Features): boolean => kind === 'report' && !negated && !says

function kinds(a: Features, b: Features): Part {
  const alike = a.kind === b.kind ? 1 : isTold(a) || isTold(b) ? -0.5 : 0
  return { name: 'kind', value: alike, weight: WEIGHTS.kind, on: a.kind === b.kind ? [a.kind] : [a.kind, b.kind] }
}

/** A text tells what an entry declares when it appeared within this many days of the day on which that was announced. */
const ANNOUNCED = 7

/** One of the two may be of the text that announced the other. */
export const mayAnnounce = (a: Features, b: Features): boolean => (daysApart(a, b) ?? 0) <= ANNOUNCED

/** Something to be done, and not a stance or an event. */
const isToDo = ({ kind }: Features): boolean => kind === 'commitment' || kind === 'proposal'

/**
 * An entry is in its compiler's words, and shares few with the text that announced it. That text is known by its day and its parties:
 * there a little likeness is enough. An undated text may be that one.
 */
function announced(a: Features, b: Features): Part | undefined {
  if (isEntry(a.id) === isEntry(b.id)) return undefined
  if (a.between.join() !== b.between.join()) return undefined
  const days = daysApart(a, b)
  const near = days === undefined ? 0.9 : mayAnnounce(a, b) ? 1 : 0
  const value = isToDo(a) === isToDo(b) ? near : near / 2
  return { name: 'announced', value, weight: 3.4, on: days === undefined ? [] : [`${days} days`] }
}

/** The statement has all words of another wording of the entry. */
function wording(a: Features, b: Features): Part | undefined {
  const on = [...a.also.filter((form) => holds(b, form)), ...b.also.filter((form) => holds(a, form))]
  return on.length ? { name: 'wording', value: 1, weight: 1.5, on } : undefined
}

const holds = ({ words }: Features, form: string): boolean => form.split(' ').every((stem) => words.includes(stem))

/** What both name of the bodies and instruments of an entry, each with its aliases. */
function instruments(a: Features, b: Features): Part | undefined {
  const declared = isEntry(a.id) || isEntry(b.id)
  const part = named('mechanisms', a.mechanisms, b.mechanisms, WEIGHTS.mechanisms)
  if (!part) return undefined
  // of all that is done in one body, less is one undertaking
  if (!declared) return part.value > 0 ? { ...part, weight: WEIGHTS.sameMechanisms } : part
  return part.value > 0 ? { ...part, value: 1, weight: 2 } : undefined
}

/** All that is compared between two nodes. */
export function partsOf(a: Features, b: Features): readonly Part[] {
  const parts: (Part | undefined)[] = [
    ...words(a, b),
    phrases(a, b),
    parties(a, b),
    speaker(a, b),
    circle(a, b),
    talk(a, b),
    formula(a, b),
    act(a, b),
    stance(a, b),
    kinds(a, b),
    announced(a, b),
    wording(a, b),
    instruments(a, b),
    places(a, b),
    unnamed(a, b),
    named('others', a.others, b.others, WEIGHTS.others),
    a.topics.length && b.topics.length
      ? { name: 'topics', value: round(jaccard(a.topics, b.topics)), weight: WEIGHTS.topics, on: shared(a.topics, b.topics) }
      : undefined,
    named('numbers', a.numbers, b.numbers, WEIGHTS.numbers),
  ]
  return parts.filter((part) => part !== undefined)
}
