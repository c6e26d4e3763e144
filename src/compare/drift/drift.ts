import { type Features, featuresOf } from '../../ledger/link/features.ts'
import { linkWordsOf } from '../../ledger/link/words.ts'
import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import type { Reading, Statement } from '../../model.ts'
import { rewording, type Shift, type Side, shiftsOf } from './changes.ts'
import { measuresOf } from './measures.ts'
import type { DriftItem, Wording } from './nouns.ts'
import { type Match, pairUp } from './pairs.ts'

/**
 * What became of each undertaking and position from an earlier text to a later one: those of both in the order of the later text, then
 * what is not in it in the order of the earlier one. Reports count only where they report something done that the earlier text set
 * out. A pure function of the two readings.
 */
export function drift(older: Reading, newer: Reading, vocabulary: Vocabulary): DriftItem[] {
  const measures = measuresOf(vocabulary)
  const between = circleOf(older, newer)
  const [old, fresh] = quieted(sidesOf(older, between), sidesOf(newer, between))
  const { pairs, parts } = pairUp(
    old.map(({ features }) => features),
    fresh.map(({ features }) => features),
    ofOneWording(old, fresh),
  )
  const items: { at: number; item: DriftItem }[] = []
  const met = { old: new Set<number>(), new: new Set<number>() }
  for (const [matches, whole] of [
    [pairs, true],
    [parts, false],
  ] as const)
    for (const match of matches) {
      const [a, b] = [old[match.old] as Side, fresh[match.new] as Side]
      met.old.add(match.old)
      met.new.add(match.new)
      items.push({ at: b.statement.span.from, item: paired(a, b, match.score, whole ? shiftsOf(a, b, measures) : said) })
    }
  fresh.forEach((side, j) => {
    if (!met.new.has(j) && counts(side)) items.push({ at: side.statement.span.from, item: alone(undefined, side) })
  })
  const meeting = fresh.find(({ statement }) => measures.meetings.isHeld(statement))
  old.forEach((side, i) => {
    if (met.old.has(i)) return
    if (meeting && measures.meetings.isPlanned(side.statement) && isInTime(side, newer.source.date))
      items.push({ at: meeting.statement.span.from, item: paired(side, meeting, undefined, HELD) })
    else if (counts(side)) items.push({ at: Number.MAX_SAFE_INTEGER / 2 + side.statement.span.from, item: alone(side, undefined) })
  })
  return items.sort((x, y) => x.at - y.at).map(({ item }) => item)
}

/** The statements of one wording and of the same parties, each with the next one of the other text: a text that repeats itself has thousands. */
function ofOneWording(old: readonly Side[], fresh: readonly Side[]): Match[] {
  const key = ({ statement: { quote, kind, force, parties } }: Side): string => JSON.stringify([kind, force, parties, quote])
  const waiting = new Map<string, number[]>()
  fresh.forEach((side, j) => {
    const list = waiting.get(key(side))
    if (list) list.push(j)
    else waiting.set(key(side), [j])
  })
  for (const list of waiting.values()) list.reverse()
  return old.flatMap((side, i) => {
    const j = side.statement.kind === 'report' ? undefined : waiting.get(key(side))?.pop()
    return j === undefined ? [] : [{ old: i, new: j, score: 1 }]
  })
}

/** A report counts where it tells of a talk in which somebody said how he stands: "discussed the importance of". */
function counts({ statement, features }: Side): boolean {
  if (statement.kind !== 'report') return true
  const words = linkWordsOf('en')
  return features.act === 'talk' && (statement.quote.toLowerCase().match(/\p{L}+/gu) ?? []).some((form) => words.isHolding(form))
}

/** What changed from one wording of an undertaking to another, in words: "agreed became intent; no deadline any more: by 2030". Empty: it is repeated. */
export function changesBetween(old: Side, fresh: Side, vocabulary: Vocabulary): string {
  return shiftsOf(old, fresh, measuresOf(vocabulary))
    .map(([, note]) => note)
    .join('; ')
}

/** Who speaks in place of a second party where the two texts together name one or none. */
const SELF = '-'

/** Whom the texts are between: who compares them says that they are of one series, though one may name a guest whom the other does not. */
function circleOf({ parties: a }: Reading, { parties: b }: Reading): readonly string[] {
  const all = [...new Set([...a, ...b])].sort()
  return all.length > 1 ? all : [...all, SELF]
}

function sidesOf(reading: Reading, between: readonly string[]): Side[] {
  const { date, language } = reading.source
  const document = {
    id: reading.hash,
    hash: reading.hash,
    ...(date === undefined ? {} : { date }),
    ...(language === undefined ? {} : { language }),
  }
  const known = new Map<Statement, Features>()
  for (const statement of reading.statements)
    known.set(statement, featuresOf(statement, reading.hash, document, between, reading.statements.length))
  return [...known].map(([statement, features]) => ({ statement, features }))
}

/** Statements of both texts from which it can be said what most of them have. */
const MANY = 20
/** Share of the statements that may have a word before it tells less of what one of them is about. */
const COMMON = 0.1

/** Both lists, the words that many statements of the two texts have made lighter: what a text is about as a whole tells none of its statements from another. */
function quieted(old: readonly Side[], fresh: readonly Side[]): [Side[], Side[]] {
  const all = [...old, ...fresh]
  const having = new Map<string, number>()
  for (const { features } of all) for (const word of features.words) having.set(word, (having.get(word) ?? 0) + 1)
  const keeps = (word: string): number =>
    all.length < MANY ? 1 : Math.min(1, Math.log((having.get(word) as number) / all.length) / Math.log(COMMON))
  const quiet = ({ statement, features }: Side): Side => {
    const held = heldIn(statement)
    const lighter = (weight: number, word: string): number => (word === held ? 0 : Math.round(weight * keeps(word)))
    return {
      statement,
      features: { ...features, weights: features.weights.map((weight, i) => lighter(weight, features.words[i] as string)) },
    }
  }
  return [old.map(quiet), fresh.map(quiet)]
}

/** The stem of the word by which a position is held: to regret two things does not make them one. */
const heldIn = ({ kind, act }: Statement): string | undefined =>
  kind === 'position' ? linkWordsOf('en').stem(act.toLowerCase()) : undefined

const wording = ({ statement }: Side): Wording => ({ span: statement.span, quote: statement.quote, force: statement.force, statement })

/** What changed where one of the two is only a part of what the other text says in one statement: that is not looked into. */
const said: readonly Shift[] = [['repeated', 'said in one with another']]

/** A meeting that was to be held, and from which the later text comes. */
const HELD: readonly Shift[] = [['done', 'the later text tells of a meeting']]

/** What was set for a later time than the day of the text is not what it tells of. */
const isInTime = ({ statement }: Side, date: string | undefined): boolean =>
  date === undefined || statement.deadline?.from === undefined || statement.deadline.from <= date

function paired(old: Side, fresh: Side, score: number | undefined, shifts: readonly Shift[]): DriftItem {
  const [first, ...others] = shifts
  return {
    change: first?.[0] ?? 'repeated',
    also: [...new Set(others.map(([change]) => change))],
    kind: fresh.statement.kind === 'report' ? old.statement.kind : fresh.statement.kind,
    old: wording(old),
    new: wording(fresh),
    score,
    note: shifts.map(([, note]) => note).join('; ') || rewording(old, fresh),
  }
}

function alone(old: Side | undefined, fresh: Side | undefined): DriftItem {
  const kind = (old ?? (fresh as Side)).statement.kind
  return old
    ? { change: 'gone', also: [], kind, old: wording(old), new: undefined, score: undefined, note: 'not in this text' }
    : { change: 'new', also: [], kind, old: undefined, new: wording(fresh as Side), score: undefined, note: '' }
}
