import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import type { Damage, Mention, Span } from '../../model.ts'
import type { PositionMap } from '../../span.ts'
import type { Day } from '../recognise/times/calendar.ts'
import { findTimes, type Time } from '../recognise/times/scan.ts'
import type { Unit } from '../recognise/units.ts'
import { type Amount, findAmounts } from './amounts.ts'
import { type Marks, marksOf } from './line.ts'
import { type Found, findPhrases } from './phrases.ts'
import { type FieldTables, tablesOf } from './tables.ts'

/** What the fields of a statement are read from, beside its units. */
export interface Place {
  readonly text: string
  readonly cleaned: string
  readonly map: PositionMap
  /** What the ids of the statements begin with: the first 12 hex digits of the text's SHA-256. */
  readonly prefix: string
  readonly damage: readonly Damage[]
  readonly vocabulary: Vocabulary
  /** The parties of the text. */
  readonly parties?: readonly string[]
  /** One side speaks in a transcript, to nobody of another. */
  readonly alone?: boolean
  /** The text is a treaty: its limits by law are conditions. */
  readonly treaty: boolean
  /** Day of the document, to which "next year" is relative. */
  readonly today: Day | undefined
  /** Named instruments and bodies of the text so far, by the noun that heads them. */
  readonly named: Map<string, string>
  /** Lists that statements of the text share, each with the copy that they have. */
  readonly copies: Map<readonly string[], readonly string[]>
}

/** What limits a statement, as stretches of the source. */
export interface Caveats {
  readonly hedges: readonly Span[]
  readonly condition: Span | undefined
  readonly deadline: { readonly time: Time; readonly span: Span } | undefined
}

/** What is found once in a sentence and shared by its statements. Offsets are into the cleaned text. */
export interface Sentence {
  readonly tables: FieldTables
  readonly times: readonly Time[]
  readonly amounts: readonly Amount[]
  /** What limits the lead under which the sentence is an item. */
  readonly lead: Caveats | undefined
  /** Hedges, conditions, topics and words around names; looked for when a statement first asks. */
  phrases(): readonly Found[]
  /** Those of them that stand around names. */
  marks(): Marks
}

const nothing: readonly never[] = []

class SentenceFields implements Sentence {
  readonly tables: FieldTables
  readonly times: readonly Time[]
  readonly amounts: readonly Amount[]
  readonly lead: Caveats | undefined
  private readonly units: readonly Unit[]
  private readonly text: string
  private found: readonly Found[] | undefined
  private around: Marks | undefined

  constructor(
    tables: FieldTables,
    times: readonly Time[],
    amounts: readonly Amount[],
    lead: Caveats | undefined,
    units: readonly Unit[],
    text: string,
  ) {
    this.tables = tables
    this.times = times
    this.amounts = amounts
    this.lead = lead
    this.units = units
    this.text = text
    this.found = undefined
    this.around = undefined
  }

  phrases(): readonly Found[] {
    this.found ??= findPhrases(this.tables.phrases, this.units, this.text)
    return this.found
  }

  marks(): Marks {
    this.around ??= marksOf(this.phrases())
    return this.around
  }
}

/** Finds times and amounts of a sentence. Where no trigger word or digit stands, that costs one look at its words. `lead`: what limits its lead. */
export function readSentence(units: readonly Unit[], place: Place, lead: Caveats | undefined): Sentence {
  const tables = tablesOf(place.vocabulary)
  const timeline = findTimes(place.cleaned, units, tables.times, place.today)
  return new SentenceFields(
    tables,
    timeline ? timeline.times : nothing,
    timeline ? findAmounts(timeline, place.vocabulary) : nothing,
    lead,
    units,
    place.cleaned,
  )
}

/** Names of the rules, made once: each mention would else keep its own. */
const rules: Readonly<Partial<Record<Mention['kind'], string>>> = {
  date: 'time/date',
  deadline: 'time/deadline',
  frequency: 'time/frequency',
  duration: 'time/duration',
  amount: 'time/amount',
  money: 'time/money',
}

/** The times and amounts of a sentence as mentions of the reading. */
export function timeMentions(sentence: Sentence, map: PositionMap): Mention[] {
  const mentions: Mention[] = []
  const add = (kind: Mention['kind'], from: number, to: number, ref: string): void => {
    const span = map.spanToSource(from, to)
    if (span.to > span.from) mentions.push({ kind, span, ref, rule: rules[kind] ?? `time/${kind}` })
  }
  for (const time of sentence.times) add(time.kind, time.from, time.to, time.ref)
  for (const { kind, from, to, value, unit, frequency } of sentence.amounts) {
    // joined in one piece: a template would keep its pieces
    const what = kind === 'money' ? [unit, value] : unit ? [value, unit] : [value]
    if (frequency) what.push(frequency)
    add(kind === 'money' ? 'money' : 'amount', from, to, what.join(' '))
  }
  // either are in their order
  if (!sentence.times.length || !sentence.amounts.length) return mentions
  return mentions.sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
}
