import type { Deadline, Span, Statement } from '../model.ts'
import type { DrawnFields } from './nouns.ts'

/** Fields that hold for every part of a statement. */
const shared = ['kind', 'force', 'parties', 'proposers', 'attribution', 'aspect', 'negated'] as const
/** Fields that hold for the part in which their words stand. */
const placed = ['addressees', 'hedges', 'condition', 'mechanisms', 'places', 'target', 'deadline', 'topics'] as const

/** Fields that stand without a ground of their own. */
const bare: readonly string[] = ['kind', 'force', 'act']

type Fields = Partial<DrawnFields>

const filled = (value: unknown): boolean => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
const within = (inner: Span, outer: Span): boolean => inner.from >= outer.from && inner.to <= outer.to

/** Some fields of a statement, those that have a value and a ground. */
function pick(statement: Statement, fields: readonly (keyof DrawnFields)[]): Fields {
  const chosen = fields.filter((field) => filled(statement[field]) && (bare.includes(field) || statement.grounds[field] !== undefined))
  return Object.fromEntries(chosen.map((field) => [field, statement[field]]))
}

/**
 * What the fields of a statement say of a part of it, for a person to begin with: who is bound, how firmly and in whose words hold for every part, the
 * others only where all words by which they are known stand in it; the act where its base form does.
 */
export function fieldsOfPart(statement: Statement, part: Span): Fields {
  const here = placed.filter((field) => {
    const spans = statement.grounds[field]?.spans ?? []
    const words = field === 'target' || field === 'deadline' ? [...spans, ...(statement[field] ? [statement[field].span] : [])] : spans
    return words.length > 0 && words.every((span) => within(span, part))
  })
  const words = statement.quote.slice(part.from - statement.span.from, part.to - statement.span.from).toLowerCase()
  return pick(statement, [...shared, ...here, ...(words.includes(statement.act.toLowerCase()) ? (['act'] as const) : [])])
}

/**
 * What the fields of some statements say of them together, for a person to begin with: what all have alike, of lists all that any has, of others what the
 * only one has that has any.
 */
export function fieldsOfWhole(statements: readonly Statement[]): Fields {
  const all = statements.map((one) => pick(one, [...shared, ...placed, 'act']))
  const names = [...new Set(all.flatMap((one) => Object.keys(one)))] as (keyof DrawnFields)[]
  const together = (name: keyof DrawnFields): unknown => {
    const values = all.flatMap((one) => (one[name] === undefined ? [] : [one[name] as unknown]))
    if (values.every((value) => Array.isArray(value))) return [...new Set(values.flat())]
    const [first] = values.map((value) => JSON.stringify(value))
    return values.every((value) => JSON.stringify(value) === first) ? values[0] : undefined
  }
  return Object.fromEntries(names.map((name) => [name, together(name)] as const).filter(([, value]) => value !== undefined))
}

/** The fields of what a reader made of some words alone, as fields of the same words at `from` in their text; nothing where it states nothing of most of them. */
export function fieldsAsRead(statements: readonly Statement[], words: string, from: number): Fields | undefined {
  const [most] = [...statements].sort((a, b) => b.quote.length - a.quote.length)
  if (!most || most.quote.length * 2 < words.trim().length) return undefined
  const fields = pick(most, [...shared, ...placed, 'act'])
  const moved = <T extends { readonly span: Span }>(one: T): T => ({ ...one, span: { from: one.span.from + from, to: one.span.to + from } })
  return { ...fields, ...(fields.deadline && { deadline: moved(fields.deadline) }), ...(fields.target && { target: moved(fields.target) }) }
}

/** A time limit in the words of a statement: `phrase` as it stands there, and the last day of it where it is known. Nothing where they do not stand there. */
export function limitOf(
  { span, quote }: Pick<Statement, 'span' | 'quote'>,
  phrase: string,
  day: string | undefined,
  bound: Deadline['bound'] = 'by',
): Deadline | undefined {
  const at = quote.indexOf(phrase)
  if (phrase === '' || at < 0) return undefined
  const from = span.from + at
  return { phrase, bound: day ? bound : 'vague', span: { from, to: from + phrase.length }, ...(day && { to: day }) }
}

/** Every place of a text where the words of a quotation stand, whatever white space is between them. */
export function placesOf(text: string, quote: string): { from: number; to: number }[] {
  const words = quote.split(/\s+/).filter(Boolean)
  const [first] = words
  const places: { from: number; to: number }[] = []
  if (first === undefined) return places
  for (let from = text.indexOf(first); from >= 0; from = text.indexOf(first, from + 1)) {
    const to = endOf(text, from, words)
    if (to !== undefined) places.push({ from, to })
  }
  return places
}

const blank = /\s/

function endOf(text: string, from: number, words: readonly string[]): number | undefined {
  let at = from
  for (const [i, word] of words.entries()) {
    const start = at
    if (i) while (at < text.length && blank.test(text[at] as string)) at++
    if (i && at === start) return undefined
    if (!text.startsWith(word, at)) return undefined
    at += word.length
  }
  return at
}
