import type { Bound, Damage, Mention, Span, Statement } from '../../model.ts'
import type { Leaf, Unit } from './leaf.ts'

/** What is said of some units of a witness, by their places. Every unit of a row is asked for it, which an array answers fastest. */
export type OfUnits<T> = readonly (T | undefined)[]

/** What the reading of a witness says of each unit. */
export interface Context {
  readonly leaf: Leaf
  /** Statement whose act the unit is. */
  readonly acts: OfUnits<Statement>
  /** Mention of a time or a rate in which the unit stands. */
  readonly times: OfUnits<Mention>
  /** How the deadline of a statement in which the unit stands is bound. */
  readonly bounds: OfUnits<Bound>
  /** Mention of a quantity in which the unit stands. */
  readonly amounts: OfUnits<Mention>
  /** Mention of an organisation in which the unit stands. */
  readonly bodies: OfUnits<Mention>
  /** The unit stands in a condition or a hedge of a statement. */
  readonly limits: OfUnits<true>
  /** Damage of the text itself (no furniture, no letters in a wrong encoding), by the sentence in which it begins. */
  readonly damage: ReadonlyMap<number, readonly Hurt[]>
  /** Units that some damage of a rule touches, by rule; under '' those that any touches. */
  readonly hurt: ReadonlyMap<string, ReadonlySet<number>>
  /** Sentences that the reading found to repeat an earlier paragraph. */
  readonly repeated: ReadonlySet<number>
  /** Statements in the order of the text. */
  readonly statements: readonly Statement[]
}

/** Damage of a witness and the half-open range of units that it touches. */
export interface Hurt {
  readonly damage: Damage
  readonly first: number
  readonly last: number
}

const timeKinds = new Set(['date', 'deadline', 'duration', 'frequency'])
const amountKinds = new Set(['amount', 'money'])
/** Kinds of damage that are no difference of two copies by themselves: furniture, letters, and what speaks of one text alone. */
const REPEATED = 'damage/repeated-paragraph'
const silent = new Set([
  'damage/furniture',
  'damage/mojibake',
  'damage/dateline',
  'damage/year',
  'damage/repeated-paragraph',
  'damage/tag-line',
])

/** The reading of a witness, unit by unit. Linear in units and mentions. */
export function contextOf(leaf: Leaf): Context {
  const { reading, units } = leaf
  const forUnits = <T>(): (T | undefined)[] => new Array(units.length)
  const [acts, limits, bounds] = [forUnits<Statement>(), forUnits<true>(), forUnits<Bound>()]
  const statements = [...reading.statements].sort((a, b) => a.span.from - b.span.from)
  for (const statement of statements) {
    for (const span of statement.grounds['force']?.spans ?? []) {
      const [first, last] = unitsIn(units, span.from, span.to)
      if (last > first) acts[verbOf(statement, units, last - 1)] = statement
    }
    const { deadline } = statement
    if (deadline) mark(bounds, units, deadline.span, deadline.bound)
    for (const field of ['condition', 'hedges']) for (const span of statement.grounds[field]?.spans ?? []) mark(limits, units, span, true)
  }
  const [times, amounts, bodies] = [forUnits<Mention>(), forUnits<Mention>(), forUnits<Mention>()]
  for (const mention of reading.mentions) {
    const into = timeKinds.has(mention.kind)
      ? times
      : amountKinds.has(mention.kind)
        ? amounts
        : mention.kind === 'body'
          ? bodies
          : undefined
    if (into) mark(into, units, mention.span, mention)
  }
  return { leaf, acts, times, bounds, amounts, bodies, limits, statements, ...hurtsOf(leaf) }
}

/** The unit of the act: where a noun performs ("its commitment to train") the verb behind it, else unit `at`. */
function verbOf({ act, span }: Statement, units: readonly Unit[], at: number): number {
  const verb = act.split(' ', 1)[0]
  if (units[at]?.word.lemma === verb) return at
  for (let i = at + 1; (units[i]?.from ?? span.to) < span.to; i++) if (units[i]?.word.lemma === verb) return i
  return at
}

function hurtsOf({ reading, units, sentences }: Leaf): Pick<Context, 'damage' | 'hurt' | 'repeated'> {
  const damage = new Map<number, Hurt[]>()
  const hurt = new Map<string, Set<number>>([['', new Set()]])
  const repeated = new Set<number>()
  for (const one of [...reading.damage].sort((x, y) => x.span.from - y.span.from)) {
    const [first, last] = unitsIn(units, one.span.from, one.span.to)
    if (one.rule === REPEATED) {
      for (let i = sentenceOf(sentences, first); i < sentences.length && (sentences[i]?.first ?? last) < last; i++) repeated.add(i)
      continue
    }
    if (silent.has(one.rule) || first === last) continue
    push(damage, sentenceOf(sentences, first), { damage: one, first, last })
    const own = hurt.get(one.rule) ?? new Set<number>()
    hurt.set(one.rule, own)
    for (let i = first; i < last; i++) {
      own.add(i)
      hurt.get('')?.add(i)
    }
  }
  return { damage, hurt, repeated }
}

function push(map: Map<number, Hurt[]>, key: number, value: Hurt): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** The sentence in which a unit stands. */
function sentenceOf(sentences: Leaf['sentences'], unit: number): number {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.last ?? 0) <= unit) low = middle + 1
    else high = middle
  }
  return low
}

/** Half-open range of the units that overlap a stretch of the text. */
export function unitsIn(units: readonly Unit[], from: number, to: number): [number, number] {
  let low = 0
  let high = units.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((units[middle] as Unit).to <= from) low = middle + 1
    else high = middle
  }
  let last = low
  while (last < units.length && (units[last] as Unit).from < to) last++
  return [low, last]
}

/** Says one thing of all units of a stretch. */
function mark<T>(into: (T | undefined)[], units: readonly Unit[], { from, to }: Span, said: T): void {
  const [first, last] = unitsIn(units, from, to)
  for (let i = first; i < last; i++) into[i] = said
}
