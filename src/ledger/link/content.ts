import type { ActClass, LinkWords } from '../../lexicon/linkwords.ts'
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
const word = /\p{L}[\p{L}\p{M}]*/gu
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

/** Class of acts that only talk of a matter. */
const TALK = 'talk'

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
  { act = '', speaker = '', isLabel = false, isMeeting = false }: Kinds = {},
): Content {
  const cased = quote.replace(address, ' ').replace(within, ' ').match(word) ?? []
  const forms = cased.map((form) => form.toLowerCase())
  const found = new Map<string, number>()
  const states = new Set<string>()
  const names = new Set<string>()
  const skip = new Set([
    ...places.flatMap((name) => name.split(' ')),
    ...(speaker.toLowerCase().match(word) ?? []).map((form) => words.stem(form)),
  ])
  const share = shares(mechanisms, words)
  const verb = words.stem(act)
  let objects = -1
  let aimed = 1
  const runs: string[][] = []
  let last = -2
  let spoken = false
  let named = false
  let points = false
  let contrary = false
  let today = false
  const talk = (quote.replace(quoted, ' ').match(word) ?? []).some((form) => words.isTalk(form.toLowerCase()))
  let holds = false
  let worries = false
  let strength = 0
  for (let i = 0; i < forms.length && found.size < MOST; i++) {
    const form = forms[i] as string
    const state = words.state(form)
    if (words.isStrong(form)) strength++
    holds ||= words.isHolding(form) || words.isStriving(form)
    // names before the first verb of saying are of those who speak
    if (!spoken && i < SUBJECT && words.isSaying(form)) {
      spoken = true
      for (const stem of runs.flat()) found.delete(stem)
      runs.length = 0
      last = -2
      today = false
    }
    worries ||= words.isWorry(form)
    if (form.length < 2) continue
    named = cased[i] !== form && (words.has('titles', form) || named)
    if (objects >= OBJECTS && words.isAim(form) && isVerbLike(forms[i + 1], cased[i + 1], words)) aimed = AIMED
    if (words.isExample(form) || ((spoken || objects > 0) && words.has('circumstances', form, forms[i + 1]))) aimed = AIMED
    if (state !== undefined) states.add(state)
    else if (words.isToday(form)) today = true
    else if (words.points(form, forms.slice(i + 1, i + 3))) points = true
    else if (!words.isEmpty(form) || words.isPhrasal(form, forms[i + 1])) {
      contrary ||= words.isContrary(form)
      const stem = words.stem(form)
      const weight = words.weight(stem) * (named && !isMeeting ? Math.min(aimed, PERSON) : aimed)
      if (stem === verb) objects = Math.max(objects, 0)
      else if (objects >= 0) objects++
      if (skip.has(stem) || weight < LEAST) continue
      if (i > 0 && cased[i] !== form && !isLabel && !words.isListed(stem) && !share.has(stem)) names.add(stem)
      else found.set(stem, Math.round(weight * (share.get(stem) ?? 1)))
      if (i === 0 || cased[i] === form || share.has(stem)) continue
      if (i - last > 1) runs.push([])
      runs.at(-1)?.push(stem)
      last = i
    }
  }
  const { touch, within: touched } = staysInTouch(forms, found, words)
  const backs = stateBacked(forms, found, words)
  lightenRuns(runs, found)
  const stems = [...found.keys()]
  const weights = inFormulas(stems, [...found.values()], words)
  const matter = matterOf(forms, stems, weights, words)
  return {
    words: stems,
    weights,
    states: [...states],
    names: [...names].slice(0, MOST),
    points,
    today,
    talk,
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

/** Where what a meeting was held to say begins ("met today to underscore their support"); undefined where it was held for something else. */
export function saidIn(quote: string, words: LinkWords): { readonly from: number; readonly act: ActClass } | undefined {
  const all = [...quote.matchAll(word)]
  const forms = all.map(([cased]) => cased.toLowerCase())
  for (const [i, form] of forms.entries()) {
    if (i === 0 || !words.isAim(forms[i - 1] as string) || !words.isSaying(form)) continue
    const act = words.actOf(form, undefined)
    const { index } = all[i] as RegExpExecArray
    if (act?.says && act.name !== TALK) return { from: index, act: expressed(forms.slice(i + 1, i + 1 + NEAR), words) ?? act }
  }
  return undefined
}

/** How far behind the verb may stand what it expresses. */
const NEAR = 3

/** Class of the act that a noun behind a verb of saying names, where it answers a deed: "his appreciation". */
function expressed(forms: readonly string[], words: LinkWords): ActClass | undefined {
  return forms.map((form) => words.actOf(form, undefined)).find((act) => act?.alone)
}

/** Class of the act of a quote: where its verb only says that something goes on, that of what goes on ("continue to support"). */
export function actIn(quote: string, verb: string, words: LinkWords): ActClass {
  const found = words.act(verb)
  if (!words.isOngoing(verb)) return found
  const forms = (quote.match(word) ?? []).map((form) => form.toLowerCase())
  const at = forms.findIndex((form) => words.bare(form) === words.bare(verb))
  const from = at + (words.isAim(forms[at + 1] ?? '') ? 2 : 1)
  const next = at < 0 || forms[from] === undefined ? undefined : words.actOf(forms[from], forms[from + 1])
  return next === undefined || next.says ? found : next
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
