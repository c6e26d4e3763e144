import { aspects, bounds, type Force, forces, type Kind, kinds, type Statement } from '../model.ts'
import { daysOf } from './days.ts'
import type { Corrected } from './journal.ts'
import type { Drawn } from './nouns.ts'

/** Says what is wrong with a value, or nothing. */
type Check = (value: unknown) => string | undefined

const oneOf =
  (allowed: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && allowed.includes(value) ? undefined : `must be one of ${allowed.join(', ')}`
const text: Check = (value) => (typeof value === 'string' && value.trim() !== '' ? undefined : 'must be a text that is not empty')
const texts: Check = (value) =>
  Array.isArray(value) && value.every((item) => text(item) === undefined) ? undefined : 'must be a list of texts'
const yesNo: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false')
const points: Check = (value) =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 5 ? undefined : 'must be a whole number from 0 to 5'
const day: Check = (value) =>
  typeof value === 'string' && value.length === 10 && daysOf(value) ? undefined : 'must be a day like 2022-06-07'
const count: Check = (value) => (typeof value === 'number' && Number.isFinite(value) ? undefined : 'must be a number')
const offset: Check = (value) => (Number.isInteger(value) && Number(value) >= 0 ? undefined : 'must be an offset')
const whole: Check = (value) => (Number.isInteger(value) && Number(value) >= 1 ? undefined : 'must be a whole number from 1')

/** A value of named parts; a part with `?` may be absent. */
function parts(shape: Readonly<Record<string, Check>>): Check {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return `must have ${Object.keys(shape).join(', ')}`
    const given = new Map(Object.entries(value))
    for (const name of given.keys()) if (!Object.hasOwn(shape, name) && !Object.hasOwn(shape, `${name}?`)) return `has no part "${name}"`
    for (const [name, check] of Object.entries(shape)) {
      const part = given.get(name.replace('?', ''))
      const wrong = part === undefined && name.endsWith('?') ? undefined : check(part)
      if (wrong) return `${name.replace('?', '')} ${wrong}`
    }
    return undefined
  }
}

const span = parts({ from: offset, to: offset })

/** The fields that a person may correct; `?` marks those that may be taken away by the value null. */
const FIELDS: Readonly<Record<string, { readonly check: Check; readonly may?: 'be absent' }>> = {
  kind: { check: oneOf(kinds) },
  force: { check: oneOf(forces) },
  parties: { check: texts },
  proposers: { check: texts, may: 'be absent' },
  addressees: { check: texts },
  attribution: { check: text, may: 'be absent' },
  act: { check: text },
  aspect: { check: oneOf(aspects) },
  negated: { check: yesNo, may: 'be absent' },
  hedges: { check: texts, may: 'be absent' },
  condition: { check: text, may: 'be absent' },
  mechanisms: { check: texts },
  places: { check: texts },
  target: { check: parts({ phrase: text, span, 'quantity?': count, 'unit?': text, 'frequency?': text }), may: 'be absent' },
  deadline: { check: parts({ phrase: text, bound: oneOf(bounds), span, 'from?': day, 'to?': day }), may: 'be absent' },
  topics: { check: texts },
  precision: { check: points },
  point: { check: parts({ number: whole, 'of?': whole, label: text }), may: 'be absent' },
  doubt: { check: text, may: 'be absent' },
}

/** What is wrong with a correction, as one line for people; nothing where it can be applied. Identity and source cannot be corrected. */
export function checkCorrection(field: string, value: unknown): string | undefined {
  const rule = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined
  if (!rule) return `field "${field}" cannot be corrected; these can: ${Object.keys(FIELDS).join(', ')}`
  if (value === null) return rule.may ? undefined : `${field} cannot be taken away`
  const wrong = rule.check(value)
  return wrong && `${field} ${wrong}`
}

/** What is wrong with a statement that a person draws, as one line for people; nothing where it can stand. Its words are not looked up. */
export function checkDrawn({ span, quote, fields }: Drawn): string | undefined {
  const at = `${span.from}-${span.to}`
  if (span.from < 0 || span.to - span.from !== quote.length || quote.trim() === '')
    return `${at}: its words must be those of its span, and not blank`
  for (const [field, value] of Object.entries(fields)) {
    const wrong = value === null ? `${field} must have a value, or be left out` : checkCorrection(field, value)
    if (wrong) return `${at}: ${wrong}`
  }
  const missing = (['kind', 'force'] as const).find((field) => fields[field] === undefined)
  if (missing) return `${at}: say its ${missing}`
  const allowed = forcesOf(fields.kind)
  return allowed.includes(fields.force) ? undefined : `${at}: the force of a ${fields.kind} is ${allowed.join(' or ')}`
}

/** The forces that a kind of statement may have, after the codebook. */
export function forcesOf(kind: Kind): readonly Force[] {
  if (kind === 'commitment') return forces.filter((force) => force !== 'none')
  return kind === 'proposal' ? ['should'] : ['none']
}

/**
 * A statement with people's values in place of the reader's. A corrected field's ground becomes `judged`, with rule `judged/ID`; null takes an optional field
 * away. Corrections that cannot be applied are left out, each with one line that names the judgement.
 */
export function applyCorrections(
  statement: Statement,
  corrections: readonly Corrected[],
): { statement: Statement; problems: readonly string[] } {
  const problems: string[] = []
  let corrected = statement
  for (const one of corrections) {
    const { id } = one
    const { field, value } = one.type === 'acceptance' ? { field: 'doubt' as const, value: null } : one
    const wrong = checkCorrection(field, value)
    if (wrong) {
      problems.push(`correction ${id} of ${statement.id}: ${wrong}`)
      continue
    }
    const grounds = { ...corrected.grounds, [field]: { basis: 'judged' as const, rule: `judged/${id}`, spans: [] } }
    const { [field]: _, ...rest } = corrected
    corrected = { ...rest, ...(value === null ? {} : { [field]: value }), grounds } as Statement
  }
  return { statement: corrected, problems }
}
