import type { LinkWords } from '../../lexicon/linkwords.ts'
import type { Statement } from '../../model.ts'
import { type Formula, matterOf, stateBacked, staysInTouch, type Touch } from './formulas.ts'

/** The words of a statement that tell what it is about. */
export interface Content {
  /** Stems in order, each once. */
  readonly words: readonly string[]
  /** How rare each is, in tenths. */
  readonly weights: readonly number[]
  /** States that its words name or belong to. */
  readonly states: readonly string[]
  /** Capitalised words that no table knows: of persons, firms, places. */
  readonly names: readonly string[]
  /** It points to something said before it: "these channels". */
  readonly points: boolean
  /** It tells of the day of its text: "today's". */
  readonly today: boolean
  /** Somebody speaks for himself, or to a hearer. */
  readonly talk: boolean
  /** How many words say how much it is meant. */
  readonly strength: number
  /** A word says how somebody stands to the matter: "importance". */
  readonly holds: boolean
  /** A word of concern. */
  readonly worries: boolean
  /** It says that somebody stays in touch, and what about, or that alone. */
  readonly touch: Touch
  /** Where it does: its words in lower case before it is told when or why. */
  readonly touched: readonly string[]
  /** The state that it supports as such, and hardly with what; empty where there is none. */
  readonly backs: string
  /** The set phrase that it begins with. */
  readonly matter?: Formula
  /** A word says the contrary of what it is compared by. */
  readonly contrary: boolean
}

/** Words that tell less are left out. */
const LEAST = 5
/** More words than a statement has; what a hostile text holds beyond is not compared. */
const MOST = 80
/** A word: letters and the marks on them. */
export const word = /\p{L}[\p{L}\p{M}]*/gu
const address = /https?:\S+/g
/** The short word within a compound: "military-to-military". */
const within = /(?<=\p{L})-\p{L}{1,3}-(?=\p{L})/gu

/** The words of a name weigh no more than this together: a long name is one thing, and no evidence of one act. */
const NAMED = 60

/** The words of a run with capitals within a sentence weigh no more than this together: who or what is named is not what is to be done. */
const RUN = 45

/** Makes the words of runs of capitals lighter where a run weighs more than a name may. */
function lightenRuns(runs: readonly (readonly string[])[], found: Map<string, number>): void {
  for (const run of runs) {
    const sum = run.reduce((total, stem) => total + (found.get(stem) ?? 0), 0)
    if (run.length < 2 || sum <= RUN) continue
    for (const stem of run) {
      const weight = found.get(stem)
      if (weight !== undefined) found.set(stem, Math.round((weight * RUN) / sum))
    }
  }
}

/** Words within which a verb of saying has those who speak before it. */
const SUBJECT = 16

/** What stands between marks of quotation within a statement is another's: a principle, a title. */
const quoted = /(?<=\s)[“"][^”"]*/gu

/** Words of its object that an act has before a purpose may follow, and what the words of a purpose keep of their weight. */
const OBJECTS = 2
const AIMED = 0.5
/** What the name of a person behind his title keeps: it says who, and not what. */
const PERSON = 0.5

/** A word after "to" that may be a verb: no article, name or state. */
const isVerbLike = (form: string | undefined, cased: string | undefined, words: LinkWords): boolean =>
  form !== undefined && form === cased && !words.isEmpty(form) && words.state(form) === undefined

/** Share of its weight that each word of a name keeps. */
function shares(names: readonly string[], words: LinkWords): Map<string, number> {
  const out = new Map<string, number>()
  for (const name of names) {
    const stems = name.split(' ')
    const sum = stems.reduce((total, stem) => total + words.weight(stem), 0)
    for (const stem of stems) out.set(stem, Math.min(out.get(stem) ?? 1, sum > NAMED ? NAMED / sum : 1))
  }
  return out
}

/** Weights of stems in order, less where two stand together as they do in many statements. */
function inFormulas(stems: readonly string[], weights: readonly number[], words: LinkWords): number[] {
  const out = [...weights]
  for (let i = 1; i < stems.length; i++) {
    const joint = words.formula(stems[i - 1] as string, stems[i] as string)
    const [one, other] = [weights[i - 1] as number, weights[i] as number]
    if (joint === undefined || joint >= one + other) continue
    out[i - 1] = Math.min(out[i - 1] as number, Math.round((one * joint) / (one + other)))
    out[i] = Math.min(out[i] as number, Math.round((other * joint) / (one + other)))
  }
  return out
}

/** What is known of a quote before its words are read. */
interface Kinds {
  readonly act?: string
  readonly speaker?: string
  readonly isLabel?: boolean
  /** Who met is what is told. */
  readonly isMeeting?: boolean
}

/**
 * Content words of a quote: stems, without names of states, those of `places`, and words that nearly every statement has; those of
 * `mechanisms` weigh less. the name of its `speaker` is not what he says. `isLabel`: the quote is the label of an entry, whose capitals name what is declared and not who or where.
 */
export function contentOf(
  quote: string,
  places: readonly string[],
  mechanisms: readonly string[],
  words: LinkWords,
  kinds: Kinds = {},
): Content {
  const cased = quote.replace(address, ' ').replace(within, ' ').match(word) ?? []
  const tally = new Tally(cased, places, shares(mechanisms, words), words, kinds)
  tally.take()
  const { forms, found } = tally
  const { touch, within: touched } = staysInTouch(forms, found, words)
  const backs = stateBacked(forms, found, words)
  lightenRuns(tally.runs, found)
  const stems = [...found.keys()]
  const weights = inFormulas(stems, [...found.values()], words)
  const matter = matterOf(forms, stems, weights, words)
  const { points, today, strength, contrary, holds, worries } = tally
  return {
    words: stems,
    weights,
    states: [...tally.states],
    names: [...tally.names].slice(0, MOST),
    points,
    today,
    talk: (quote.replace(quoted, ' ').match(word) ?? []).some((form) => words.isTalk(form.toLowerCase())),
    strength,
    contrary,
    touch,
    touched,
    backs,
    ...(matter && { matter }),
    holds,
    worries,
  }
}

/** What the words of a quote tell, taken one after the other. */
class Tally {
  readonly forms: readonly string[]
  /** Weights by stem, in order. */
  readonly found = new Map<string, number>()
  readonly states = new Set<string>()
  readonly names = new Set<string>()
  /** Stems of the runs of capitals. */
  readonly runs: string[][] = []
  points = false
  today = false
  contrary = false
  holds = false
  worries = false
  strength = 0
  readonly #cased: readonly string[]
  readonly #share: ReadonlyMap<string, number>
  readonly #words: LinkWords
  readonly #kinds: Kinds
  readonly #skip: ReadonlySet<string>
  readonly #verb: string
  /** Words since the verb; below 0 before it. */
  #objects = -1
  /** What the words of a purpose keep of their weight, where one has begun. */
  #aimed = 1
  #lastOfRun = -2
  #spoken = false
  #named = false

  constructor(cased: readonly string[], places: readonly string[], share: ReadonlyMap<string, number>, words: LinkWords, kinds: Kinds) {
    this.#cased = cased
    this.#share = share
    this.#words = words
    this.#kinds = kinds
    this.forms = cased.map((form) => form.toLowerCase())
    const { act = '', speaker = '' } = kinds
    this.#verb = words.stem(act)
    this.#skip = new Set([
      ...places.flatMap((name) => name.split(' ')),
      ...(speaker.toLowerCase().match(word) ?? []).map((form) => words.stem(form)),
    ])
  }

  take(): void {
    for (let i = 0; i < this.forms.length && this.found.size < MOST; i++) this.#takeWord(i)
  }

  #takeWord(i: number): void {
    const { forms } = this
    const [cased, words] = [this.#cased, this.#words]
    const form = forms[i] as string
    if (words.isStrong(form)) this.strength++
    this.holds ||= words.isHolding(form) || words.isStriving(form)
    if (!this.#spoken && i < SUBJECT && words.isSaying(form)) this.#speak()
    this.worries ||= words.isWorry(form)
    if (form.length < 2) return
    this.#named = cased[i] !== form && (words.has('titles', form) || this.#named)
    if (this.#objects >= OBJECTS && words.isAim(form) && isVerbLike(forms[i + 1], cased[i + 1], words)) this.#aimed = AIMED
    if (words.isExample(form) || ((this.#spoken || this.#objects > 0) && words.has('circumstances', form, forms[i + 1])))
      this.#aimed = AIMED
    const state = words.state(form)
    if (state !== undefined) this.states.add(state)
    else if (words.isToday(form)) this.today = true
    else if (words.points(form, forms.slice(i + 1, i + 3))) this.points = true
    else if (!words.isEmpty(form) || words.isPhrasal(form, forms[i + 1])) this.#takeContent(i, form)
  }

  /** Names before the first verb of saying are of those who speak. */
  #speak(): void {
    this.#spoken = true
    for (const stem of this.runs.flat()) this.found.delete(stem)
    this.runs.length = 0
    this.#lastOfRun = -2
    this.today = false
  }

  #takeContent(i: number, form: string): void {
    const { found } = this
    const [cased, share, words, kinds] = [this.#cased, this.#share, this.#words, this.#kinds]
    this.contrary ||= words.isContrary(form)
    const stem = words.stem(form)
    const weight = words.weight(stem) * (this.#named && !kinds.isMeeting ? Math.min(this.#aimed, PERSON) : this.#aimed)
    if (stem === this.#verb) this.#objects = Math.max(this.#objects, 0)
    else if (this.#objects >= 0) this.#objects++
    if (this.#skip.has(stem) || weight < LEAST) return
    const capital = i > 0 && cased[i] !== form
    if (capital && !kinds.isLabel && !words.isListed(stem) && !share.has(stem)) this.names.add(stem)
    else found.set(stem, Math.round(weight * (share.get(stem) ?? 1)))
    if (!capital || share.has(stem)) return
    if (i - this.#lastOfRun > 1) this.runs.push([])
    this.runs.at(-1)?.push(stem)
    this.#lastOfRun = i
  }
}

/** A name as the stems of its words, sorted: one key for "Forum of Regions" and "Regions Forum". */
export function nameKey(name: string, words: LinkWords): string {
  const stems = new Set<string>()
  for (const [form] of name.toLowerCase().matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)) {
    const stem = words.stem(form)
    if (words.weight(stem) >= LEAST) stems.add(stem)
  }
  return stems.size ? [...stems].sort().join(' ') : name.toLowerCase()
}

const isYear = (number: string): boolean => /^(?:19|20|21)\d\d$/.test(number)

/** Quantities of a statement without years: digits as written, without separators, numbers in words, what was counted a period, and ordinals ("#4"). */
export function numbersOf(statement: Statement, words: LinkWords): string[] {
  const found = new Set<string>()
  const deadline = statement.deadline?.phrase ?? ''
  const quote = deadline ? statement.quote.replace(deadline, ' ') : statement.quote
  for (const [digits] of quote.matchAll(/\d+(?:[.,]\d+)*/g)) {
    const number = digits.replaceAll(',', '')
    if (!isYear(number)) found.add(number)
  }
  for (const [form] of quote.toLowerCase().matchAll(word)) {
    const ordinal = words.ordinal(form)
    if (ordinal !== undefined) found.add(`#${ordinal}`)
    const cardinal = words.cardinal(form)
    if (cardinal !== undefined) found.add(cardinal)
  }
  const { target } = statement
  if (target?.quantity !== undefined)
    found.add(target.frequency === undefined ? `${target.quantity}` : `${target.quantity} ${target.frequency}`)
  return [...found].sort().slice(0, 12)
}
