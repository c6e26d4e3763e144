import type { Features } from '../../ledger/link/features.ts'
import { linkWordsOf } from '../../ledger/link/words.ts'
import type { Force, Statement } from '../../model.ts'
import { partiesInWords } from '../parties.ts'
import type { Measures } from './measures.ts'
import type { Change } from './nouns.ts'

/** Steps of binding, from a wish to a treaty. */
const step: Readonly<Record<Force, number>> = { binding: 5, agreed: 4, intent: 3, ready: 2, should: 1, none: 0 }

/** A side of a pair: the statement and what linking sees of it. */
export interface Side {
  readonly statement: Statement
  readonly features: Features
}

/** One thing that changed, with its words. */
export type Shift = readonly [change: Change, note: string]

/** All that changed from an old wording of an undertaking to a new one, the weightiest first; none: it is repeated. */
export function shiftsOf(old: Side, fresh: Side, measures: Measures): Shift[] {
  // who met to say something holds it, and has done nothing
  if (fresh.features.kind === 'report') return [['done', doneNote(fresh.statement)]]
  if (isWelcomed(old, fresh, measures)) return [['done', 'welcomed as done']]
  const found = [
    force(old, fresh, measures) ?? degree(old, fresh, measures),
    number(old, fresh, measures),
    deadline(old, fresh),
    party(old, fresh),
    condition(old, fresh),
    extent(old, fresh, measures),
  ]
  return found.filter((shift) => shift !== undefined)
}

/** What one side undertook is welcomed: "welcomed the opening of the port", but not "progress towards" it nor "the planned opening". */
function isWelcomed({ statement: old, features: a }: Side, { statement: fresh, features: b }: Side, { isFar }: Measures): boolean {
  if (!isPromise(old) || fresh.kind !== 'position' || old.negated || fresh.negated || !b.alone || b.sign <= 0 || a.says) return false
  const words = linkWordsOf('en')
  const forms = fresh.quote.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  const isAct = (form: string): boolean => words.stem(form) === words.stem(old.act) || words.actOf(form, undefined)?.name === a.act
  const welcomed = forms.findIndex((form) => words.actOf(form, undefined)?.alone)
  const done = forms.findIndex((form, i) => i > welcomed && isAct(form))
  return welcomed >= 0 && done > welcomed && !forms.slice(welcomed + 1, done).some(isFar)
}

const doneNote = ({ aspect }: Statement): string => (aspect === 'continuing' ? 'reported as under way' : 'reported done')

function force(old: Side, fresh: Side, { pledges }: Measures): Shift | undefined {
  const [a, b] = [old.statement, fresh.statement]
  // a stance that denies something is no promise not to do what the other says, nor is a promise not to do another thing
  const isOneAct = a.act === b.act || (isToDo(a) && isToDo(b) && old.features.act === fresh.features.act)
  if (a.negated !== b.negated && isOneAct) return [b.negated ? 'softer' : 'firmer', b.negated ? 'now not to be done' : 'now to be done']
  // asked for or held, by the same verb: "stressed the importance of"
  if (a.kind !== b.kind && a.act === b.act && !isPromise(a) && !isPromise(b)) return undefined
  const rise = step[b.force] - step[a.force]
  // "underlined their commitment to the order" is held like a promise, though no act follows
  const pledged = a.kind === 'position' ? pledges(a.quote) : b.kind === 'position' && pledges(b.quote)
  if (rise !== 0 && !(pledged && a.kind !== b.kind)) return [rise > 0 ? 'firmer' : 'softer', `${nameOf(a)} became ${nameOf(b)}`]
  const [hedged, hedges] = [a.hedges ?? [], b.hedges ?? []]
  if (hedges.length > 0 && hedged.length === 0) return ['softer', `now with “${hedges[0]}”`]
  if (hedged.length > 0 && hedges.length === 0) return ['firmer', `no longer “${hedged[0]}”`]
  return undefined
}

/** Steps of speech ("noted" to "stressed", "invited" to "urged") that make a position or a call firmer or softer; one step is a matter of style. */
const STEPS = 2

function degree({ statement: old }: Side, { statement: fresh }: Side, { weigh }: Measures): Shift | undefined {
  if (old.kind !== fresh.kind || isPromise(old)) return undefined
  const [was, is] = [weigh(old), weigh(fresh)]
  // an item of a list is asked for by words that stand before it
  if (old.kind === 'proposal' && !(was.saying && is.saying)) return undefined
  const told = was.saying && is.saying ? is.saying - was.saying : 0
  const rise = is.manner - was.manner || (Math.abs(told) >= STEPS ? told : 0)
  if (rise === 0) return undefined
  const words = (list: readonly string[], other: readonly string[]) => without(list, other).join(', ')
  const [lost, gained] = [words(was.words, is.words), words(is.words, was.words)]
  const note = lost && gained ? `${lost} became ${gained}` : gained ? `now ${gained}` : `no longer ${lost}`
  return [rise > 0 ? 'firmer' : 'softer', note]
}

const isPromise = ({ kind }: Statement): boolean => kind === 'commitment'
const isToDo = (statement: Statement): boolean => isPromise(statement) || statement.kind === 'proposal'

const nameOf = ({ kind, force }: Statement): string => (kind === 'commitment' ? force : kind === 'report' ? 'position' : kind)

function number(
  { features: a, statement: old }: Side,
  { features: b, statement: fresh }: Side,
  { daysIn, namesIn }: Measures,
): Shift | undefined {
  // days are no quantities, nor is one that one text takes for a deadline and the other, being later, does not, nor a part of a name
  const phrases = `${old.deadline?.phrase ?? ''} ${fresh.deadline?.phrase ?? ''}`.match(/\d+/g) ?? []
  const days = [...phrases, ...[old.quote, fresh.quote].flatMap((quote) => [...daysIn(quote), ...namesIn(quote)])]
  const [gone, come] = [without(a.numbers, [...b.numbers, ...days]), without(b.numbers, [...a.numbers, ...days])]
  // "the third meeting" after "the next meeting": which of a series it is, where the other does not say it
  const [lost, gained] = [come.some(isPlace) ? gone : gone.filter(isNoPlace), gone.some(isPlace) ? come : come.filter(isNoPlace)]
  const [was, is] = [old.target?.phrase ?? lost.join(', '), fresh.target?.phrase ?? gained.join(', ')]
  if (lost.length && gained.length) return ['number', `${was} became ${is}`]
  if (gained.length) return ['number', `now with a number: ${is}`]
  if (lost.length) return ['number', `no number any more: ${was}`]
  return undefined
}

/** "#3": a place in a series. */
const isPlace = (number: string): boolean => number.startsWith('#')
const isNoPlace = (number: string): boolean => !isPlace(number)

const without = (values: readonly string[], others: readonly string[]): string[] => values.filter((value) => !others.includes(value))

function deadline(one: Side, other: Side): Shift | undefined {
  const [old, fresh] = [one.statement, other.statement]
  // the day on which somebody met is none
  if (old.kind === 'report' || fresh.kind === 'report') return undefined
  const [a, b] = [deadlineOf(one), deadlineOf(other)]
  if (!a) return b && !old.quote.includes(b.phrase) ? ['deadline', `now with a deadline: ${b.phrase}`] : undefined
  if (!b) return fresh.quote.includes(a.phrase) ? undefined : ['deadline', `no deadline any more: ${a.phrase}`]
  const same = a.to !== undefined || b.to !== undefined ? a.to === b.to && a.bound === b.bound : plain(a.phrase) === plain(b.phrase)
  return same ? undefined : ['deadline', `${a.phrase} became ${b.phrase}`]
}

/** What is said to be of the day of the text is set for no time. */
const deadlineOf = ({ statement: { deadline }, features: { date } }: Side): Statement['deadline'] =>
  deadline?.to !== undefined && deadline.to === deadline.from && deadline.to === date ? undefined : deadline

const plain = (phrase: string): string => phrase.toLowerCase().replace(/\s+/g, ' ')

/** Names a few parties in words; whom a text does not speak for is no party of its promises, and was read by mistake. */
function party({ features: a, statement: old }: Side, { features: b, statement: fresh }: Side): Shift | undefined {
  // who met are more than who says it
  if (old.kind === 'report' || fresh.kind === 'report') return undefined
  if (old.kind === 'proposal' && fresh.kind === 'proposal') return others(a.bound, b.bound) ?? others(askersOf(old, a), askersOf(fresh, b))
  const isOfText = (party: string): boolean => a.between.includes(party) || b.between.includes(party)
  const changed = [...without(a.parties, b.parties), ...without(b.parties, a.parties)]
  if (old.kind !== 'proposal' && fresh.kind !== 'proposal' && !changed.every(isOfText)) return undefined
  return others(a.parties, b.parties)
}

/** Who asks for it; "R must stop" does not say that. */
const askersOf = ({ proposers = [] }: Statement, { parties, bound }: Features): readonly string[] =>
  proposers.every((party) => bound.includes(party)) ? [] : parties.filter((party) => proposers.includes(party))

function others(a: readonly string[], b: readonly string[]): Shift | undefined {
  const [lost, gained] = [without(a, b), without(b, a)]
  if (!a.length || !b.length || (!lost.length && !gained.length)) return undefined
  const [less, more] = [`no longer: ${partiesInWords(lost)}`, `now also: ${partiesInWords(gained)}`]
  if (!lost.length || !gained.length) return ['party', lost.length ? less : more]
  return ['party', lost.length < a.length ? `${less}; ${more}` : `${partiesInWords(lost)} became ${partiesInWords(gained)}`]
}

function condition({ statement: old }: Side, { statement: fresh }: Side): Shift | undefined {
  const [a, b] = [old.condition, fresh.condition]
  if (a === undefined && b === undefined) return undefined
  if (a === undefined) return ['condition', `now on a condition: ${b}`]
  if (b === undefined) return ['condition', `no condition any more: ${a}`]
  return plain(a) === plain(b) ? undefined : ['condition', `${a} became ${b}`]
}

/** Weight, in tenths, of content words that one wording must have beyond the other to be wider or narrower: two rare words. */
const WEIGHS = 45
/** Share of its own words that this must be. */
const SHARE = 0.15

/** What it covers: words, places and bodies that only one of the two names. */
function extent({ features: a, statement: old }: Side, { features: b, statement: fresh }: Side, { weigh }: Measures): Shift | undefined {
  // how strongly something is held says nothing of what it covers
  const held = new Set([old, fresh].flatMap((one) => (isPromise(one) ? [] : stemsOf(weigh(one).words.join(' ')))))
  const [lost, gained] = [beyond(a, b, held), beyond(b, a, held)]
  const [less, more] = [lost.weight >= Math.max(WEIGHS, SHARE * lost.of), gained.weight >= Math.max(WEIGHS, SHARE * gained.of)]
  if (more && gained.weight > 2 * lost.weight) return ['wider', `now also: ${written(gained.words, fresh)}`]
  if (less && lost.weight > 2 * gained.weight) return ['narrower', `no longer: ${written(lost.words, old)}`]
  return undefined
}

/** Weight, in tenths, of what one wording says in place of what the other says: one word that is not among the commonest. */
const OTHER = 25

/** What each of two wordings that say one thing has of its own, where that is more than a small word on both sides; else empty. */
export function rewording({ features: a, statement: old }: Side, { features: b, statement: fresh }: Side): string {
  const [lost, gained] = [beyond(a, b), beyond(b, a)]
  if (lost.weight < OTHER || gained.weight < OTHER) return ''
  return `in other words: ${written(lost.words, old)} became ${written(gained.words, fresh)}`
}

/** Words of a note at most. */
const SHOWN = 6

/** The words as the statement writes them, of which only the stems are compared. */
function written(stems: readonly string[], { quote }: Statement): string {
  const endings = linkWordsOf('en')
  const forms = new Map<string, string>()
  for (const [form] of quote.matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
    const stem = endings.stem(form.toLowerCase())
    if (!forms.has(stem)) forms.set(stem, form)
  }
  return stems
    .slice(0, SHOWN)
    .map((stem) => forms.get(stem) ?? stem)
    .join(', ')
}

const stemsOf = (words: string): string[] => (words.match(/\p{L}+/gu) ?? []).map((word) => linkWordsOf('en').stem(word))

/** What one says beyond the other, without the words of `besides`. */
function beyond(a: Features, b: Features, besides: ReadonlySet<string> = new Set()): { words: string[]; weight: number; of: number } {
  const other = new Set(b.words)
  const words: string[] = []
  let [weight, of] = [0, 0]
  a.words.forEach((word, i) => {
    const own = a.weights[i] as number
    of += own
    if (other.has(word) || besides.has(word)) return
    weight += own
    words.push(word)
  })
  return { words, weight, of }
}
