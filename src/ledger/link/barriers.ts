import type { Features } from './features.ts'
import { isEntry, programmeOf } from './ids.ts'
import { common, indexOf, phrasesInCommon, weightInCommon } from './indexed.ts'
import { areOfFew } from './needed.ts'
import { areOneFormula, backOne, daysApart, withinText } from './nodes.ts'
import { alikePlaces, mayAnnounce, shared, stanceOf } from './parts.ts'

const differ = (a: readonly string[], b: readonly string[]): boolean => a.length > 0 && b.length > 0 && shared(a, b).length === 0

/** Each has a value that the other lacks. */
const clash = (a: readonly string[], b: readonly string[]): boolean => a.some((x) => !b.includes(x)) && b.some((x) => !a.includes(x))

const otherPlaces = (a: readonly string[], b: readonly string[]): boolean => a.length > 0 && b.length > 0 && alikePlaces(a, b) === 0

/** Two texts tell of one day when they appeared within this many days. */
const SAME_EVENT = 3

const differentDays = (a: Features, b: Features): boolean => (daysApart(a, b) ?? SAME_EVENT + 1) > SAME_EVENT || apartInTime(a, b)

/** Both name a time, and the times do not meet. */
function apartInTime(a: Features, b: Features): boolean {
  return (a.to !== undefined && b.from !== undefined && a.to < b.from) || (b.to !== undefined && a.from !== undefined && b.to < a.from)
}

/** It tells of its day, and promises nothing. */
const isOfToday = ({ today, kind }: Features): boolean => today && (kind === 'report' || kind === 'position')

/** It will be done, and is not said to go on or to come again. */
const isPlan = ({ kind, aspect }: Features): boolean => kind === 'commitment' && aspect === 'new'

/** A plan for one occasion: somebody will be welcomed, or something announced; or a government's own text says what will be done, and not by whom. */
const isOccasion = (node: Features): boolean => isPlan(node) && (node.alone || node.once || (node.nobody && node.between.length < 2))

/** A government's own text thanks or praises somebody: for what he did by then. */
const isThanks = ({ alone, between }: Features): boolean => alone && between.length < 2

/** Something that happens once, or a stance on it, and not a state that goes on. What a government allows in a text of its own it allows once. */
const isEvent = (node: Features): boolean =>
  node.deed ||
  (node.kind === 'report' && !node.negated && node.aspect === 'new') ||
  isOfToday(node) ||
  isOccasion(node) ||
  isThanks(node) ||
  (node.allows && node.between.length < 2)

/** Two texts say what will be done on one day that both name. */
const areOneOccasion = (a: Features, b: Features): boolean =>
  isOccasion(a) && isOccasion(b) && a.from !== undefined && a.from === b.from && a.to === b.to

/** Two plans of a body whose government's own texts tell of them are two where these are so many days apart: what comes every year is another thing each year. */
const SEASON = 150

/** Only bodies are to act, and not the government whose text it is. */
const isOfBodies = ({ bound, between }: Features): boolean =>
  bound.length > 0 && between.length === 1 && shared(bound, between).length === 0

const areOfTwoSeasons = (a: Features, b: Features): boolean =>
  isPlan(a) && isPlan(b) && isOfBodies(a) && isOfBodies(b) && a.to === undefined && b.to === undefined && (daysApart(a, b) ?? 0) > SEASON

/** Two persons each went, or will go, somewhere. */
const areOfTwo = (a: Features, b: Features): boolean =>
  a.deed && b.deed && a.sign === 0 && a.speaker !== undefined && b.speaker !== undefined && a.speaker !== b.speaker

/** Two things of different days, each of which happened once; what somebody says of his day he does not say again another day. */
const areTwoEvents = (a: Features, b: Features): boolean =>
  ((isEvent(a) && isEvent(b)) || ((isOfToday(a) || isOfToday(b)) && a.kind !== 'commitment' && b.kind !== 'commitment')) &&
  differentDays(a, b) &&
  !areOneFormula(a, b) &&
  !areOneOccasion(a, b)

/** A meeting or call that took place, and a talk to be held, is no stance and keeps no promise but one to meet. */
const isMeeting = ({ kind, act }: Features): boolean =>
  (kind === 'report' && act === 'consult') || (kind === 'commitment' && (act === 'talk' || act === 'consult'))

/** It says no more than that a matter was talked of. */
const isTalkedOf = ({ kind, act, holds }: Features): boolean => kind === 'report' && act === 'talk' && !holds

/** One worries about what the other means to act on. */
const worry = (a: Features, b: Features): boolean =>
  a.worries !== b.worries && (a.worries ? b : a).kind !== 'proposal' && a.kind !== 'report' && b.kind !== 'report'

const isTold = ({ kind, says }: Features): boolean => kind === 'report' && !says
const isToDo = ({ kind }: Features): boolean => kind === 'commitment' || kind === 'proposal'

/** A stance of one's own: it neither says that it is one nor answers a deed. */
const isStand = ({ kind, says, alone, negated }: Features): boolean => kind === 'position' && !says && !alone && !negated

/** A stance, a commitment, or what is told of one. */
const isHeld = ({ kind, says }: Features): boolean => kind === 'position' || kind === 'commitment' || (kind === 'report' && says)

/** One thanks another for what both of the other hold themselves. */
const answersAlone = (a: Features, b: Features): boolean => a.alone !== b.alone && isHeld(a) && isHeld(b)

/** What was done is not what is to be done, nor another deed, where it is another act. */
function anotherAct(a: Features, b: Features): boolean {
  if (programmeOf(a.id) !== programmeOf(b.id)) return false
  if ((isTold(a) && isStand(b)) || (isTold(b) && isStand(a)) || answersAlone(a, b)) return true
  if (a.act === b.act || a.says || b.says) return false
  return (isTold(a) && (isTold(b) || isToDo(b))) || (isTold(b) && isToDo(a))
}

/** Fewer words, or lighter ones, are alike by chance. */
const FEWEST = 3
const LIGHTEST = 70
/** Two rare words weigh as much, and are no chance where both texts say little. */
const HEAVY_WORDS = 80
/** What a place or state that both name weighs beside words. */
export const NAMED = 25
/** Least weight of two wordings that are the same. */
const SHORTEST = 40

/** Something of one day, or somebody who talks: its words come again without it. */
const isOfDay = (node: Features): boolean => node.talk || isEvent(node)
const saysNoMore = ({ words }: Features, on: readonly string[]): boolean => words.length === on.length

/** What somebody holds or does from day to day: no answer to a deed, no meeting, nothing of one day. */
export const goesOn = (node: Features): boolean => !isOfDay(node) && !node.alone && !node.nobody && !isMeeting(node)

/** Share of the lighter that is in the other where it says next to nothing but that. */
export const WITHIN = 0.8

function isThin(a: Features, b: Features): boolean {
  if (areOneFormula(a, b)) return false
  if (isEntry(a.id) || isEntry(b.id)) return false
  if (shared(a.mechanisms, b.mechanisms).length > 0) return false
  const { on, weight } = common(a, b)
  // the same wording of a stance that goes on: short, and nothing but that
  if (on.length > 1 && weight >= SHORTEST && saysNoMore(a, on) && saysNoMore(b, on) && !isOfDay(a) && !isOfDay(b)) return false
  const lighter = Math.min(indexOf(a).weight, indexOf(b).weight)
  // of a stance of the same parties that goes on, one may say more of the same
  if (on.length > 1 && weight >= SHORTEST && weight >= WITHIN * lighter && goesOn(a) && goesOn(b)) return false
  if (on.length > 1 && weight >= HEAVY_WORDS && areOfFew(a, b)) return false
  const named = shared(a.places, b.places).length + shared(a.states, b.states).length
  return on.length + named < FEWEST || weight + NAMED * named < LIGHTEST
}

/** Share of the weight of the words of the longer that two statements of one text must have in common: side by side, and one in the other. */
const REPEATED = 0.8
const NESTED = 0.6

/** Two statements of one text that are no repetition: a text lists its acts, and words its list alike. Such are never linked and never proposed. */
export function isListed(a: Features, b: Features): boolean {
  const place = withinText(a, b)
  if (place === undefined) return false
  const [one, other] = [indexOf(a).weight, indexOf(b).weight]
  const least = (place === 'beside' ? REPEATED : NESTED) * Math.max(one, other)
  // what both say weighs no more than all that either says
  return Math.min(one, other) < least || weightInCommon(a, b) < least
}

/** Share of the weight of the lighter of two that must be in the other, unless they share whole phrases. */
const HELD = 0.45
const PHRASES = 3

/** Of two acts, of thanks for two deeds, and of working or talking with somebody, which says little of what at, more must be in the other. */
const HELD_OF_TWO = 0.6
const HELD_TOGETHER = 0.7
const TOGETHER = new Set(['cooperate', 'talk', 'consult'])

const areTwoActs = (a: Features, b: Features): boolean => a.act !== b.act && !a.says && !b.says

function heldFor(a: Features, b: Features): number {
  if (a.act === b.act && TOGETHER.has(a.act)) return HELD_TOGETHER
  return areTwoActs(a, b) || (a.alone && b.alone) ? HELD_OF_TWO : HELD
}

/** Each says much that the other does not: one field, and two acts in it. */
function partWays(a: Features, b: Features): boolean {
  if (areOneFormula(a, b)) return false
  if (isEntry(a.id) || isEntry(b.id)) return false
  const [one, other] = [indexOf(a), indexOf(b)]
  // places are no words of theirs, and say as much of what both speak of
  const named = NAMED * alikePlaces(a.places, b.places)
  const lighter = Math.min(one.weight + NAMED * a.places.length, other.weight + NAMED * b.places.length)
  if (common(a, b).weight + named >= heldFor(a, b) * lighter) return false
  return areTwoActs(a, b) || phrasesInCommon(a, b) < PHRASES
}

/** Least weight of what two must share of which one alone names a place: "peace and stability" may be that of any. */
const ANYWHERE = 80

/** One names where, the other neither a place nor a state that the first names, and what both say is said of many places. */
function isAnywhere(a: Features, b: Features): boolean {
  if (isEntry(a.id) || isEntry(b.id)) return false
  if ((a.places.length === 0) === (b.places.length === 0) || shared(a.states, b.states).length > 0) return false
  return common(a, b).weight < ANYWHERE
}

/** Each binds somebody whom the other does not. */
const bindOthers = (a: Features, b: Features): boolean =>
  a.kind !== 'position' && b.kind !== 'position' && clash(a.bound, b.bound) && !isEntry(a.id) && !isEntry(b.id)

/** Share of the words of a name by which it is known where it is written in other words: "Dialogue on Investment" for "Investment Dialogue". */
const KNOWN = 0.7

/** An entry names its bodies and instruments, and the statement of a later text names others and none of them; the text that announced it may have other names. */
function otherInstrument(a: Features, b: Features): boolean {
  const [entry, statement] = !isEntry(a.id) ? [b, a] : [a, b]
  if (!isEntry(entry.id) || isEntry(statement.id)) return false
  if (entry.mechanisms.length === 0 || statement.mechanisms.length === 0 || mayAnnounce(entry, statement)) return false
  const said = new Set([...statement.words, ...statement.mechanisms.flatMap((name) => name.split(' '))])
  return !entry.mechanisms.some((name) => {
    const words = name.split(' ')
    return words.filter((word) => said.has(word)).length >= KNOWN * words.length
  })
}

/** Somebody was chosen, and the two do not name the same persons, or nobody. */
const otherChoice = (a: Features, b: Features): boolean =>
  (a.appoints || b.appoints) &&
  (a.names.length === 0 || a.names.length !== b.names.length || a.names.some((name) => !b.names.includes(name)))

/** One stands behind a state as such, and the other acts on something that is its own. */
const backsAlone = (a: Features, b: Features): boolean =>
  (a.backs === '') !== (b.backs === '') && common(a, b).weight < LIGHTEST && !isEntry(a.id) && !isEntry(b.id)

/** Why two nodes cannot be the same without a person's word; sorted. */
export function barriersOf(a: Features, b: Features): readonly string[] {
  const out: string[] = []
  const programme = programmeOf(a.id)
  if (programme !== undefined && programme === programmeOf(b.id)) out.push('one programme')
  const [one, other] = [stanceOf(a), stanceOf(b)]
  if (!a.open && !b.open && (one * other < 0 || (one === 0 && other === 0 && a.negated !== b.negated))) out.push('negation')
  if (clash(a.numbers, b.numbers) && !backOne(a, b)) out.push('another number')
  if (differ(a.parties, b.parties) || bindOthers(a, b)) out.push('another party')
  if (a.between.length && b.between.length && a.between.join() !== b.between.join()) out.push('another circle')
  if (areTwoEvents(a, b) || areOfTwo(a, b) || areOfTwoSeasons(a, b)) out.push('two events')
  else if (apartInTime(a, b)) out.push('another date')
  if (isMeeting(a) !== isMeeting(b)) out.push('a meeting')
  if ((isTalkedOf(a) || isTalkedOf(b)) && !areOneFormula(a, b)) out.push('only talked of')
  if (anotherAct(a, b) || worry(a, b)) out.push('another act')
  // an entry's places are where it was carried out, often after
  if (!isEntry(a.id) && !isEntry(b.id) && !backOne(a, b) && (otherPlaces(a.places, b.places) || differ(a.states, b.states)))
    out.push('another place')
  if (isAnywhere(a, b)) out.push('a place in one alone')
  if (otherInstrument(a, b)) out.push('another instrument')
  if ((a.touch && b.touch && a.touch !== b.touch) || backsAlone(a, b)) out.push('a matter in one alone')
  if (a.points || b.points) out.push('points back')
  if ((clash(a.names, b.names) && !backOne(a, b)) || otherChoice(a, b)) out.push('other names')
  if (isListed(a, b)) out.push('one text')
  if (partWays(a, b)) out.push('each says more')
  if (isThin(a, b)) out.push('too little in common')
  return out
}
