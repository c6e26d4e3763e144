import { parseArgs } from 'node:util'
import { CliError } from './error.ts'

/** One option, as the help page shows it and the parser takes it. */
export interface Option {
  /** Name of its value on the help page ("PATH"); absent for a flag. */
  readonly value?: string
  readonly about: string
  readonly short?: string
  /** May be given more than once. */
  readonly many?: true
  readonly oneOf?: readonly string[]
  /** What is wrong with a value and what to write instead; undefined where nothing is. */
  readonly check?: (value: string) => string | undefined
}

export type Options = Readonly<Record<string, Option>>

/** What a verb takes: its help page and its parser are both made of this. */
export interface Usage<O extends Options = Options> {
  /** As typed after `stocktake`: `read`, `score give`. */
  readonly verb: string
  /** Each way to call it, and what that does. */
  readonly calls: readonly (readonly [call: string, what: string])[]
  readonly options: O
  /** Lines that close the help page. */
  readonly after: string
  /** How many words may follow the verb, at least and at most. */
  readonly words?: readonly [least: number, most: number]
}

/** Values of options by name: a list where it may be given more than once, text where it has a value, else whether it was given. */
export type Values<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { many: true } ? readonly string[] : O[K] extends { value: string } ? string | undefined : boolean
}

/** A call, checked. */
export interface Call<O extends Options> {
  readonly values: Values<O>
  readonly words: readonly string[]
}

const help = { help: { about: 'this page', short: 'h' } } as const

/** A usage with the option `--help` at its end; keeps the types of the options. */
export function usage<const O extends Options>(given: Usage<O>): Usage<O & typeof help> {
  return { ...given, options: { ...given.options, ...help } }
}

/** The help page of a verb. */
export function helpPage({ calls, options, after }: Usage): string {
  const names = Object.entries(options).map(([name, { value }]) => `  --${name}${value ? ` ${value}` : ''}`)
  const abouts = Object.values(options).map(({ about }) => about)
  const shown = calls.map(([call]) => `stocktake ${call}`)
  const whats = calls.map(([, what]) => what)
  const parts = [columns(shown, whats), columns(names, abouts), after ? [after] : []]
  return parts
    .filter((lines) => lines.length)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

/** Two columns; a left cell that is far longer than the others has its right one on the next line. */
function columns(left: readonly string[], right: readonly string[]): string[] {
  const most = Math.max(...left.map((cell) => (cell.length > 34 ? 0 : cell.length))) || 4
  return left.flatMap((cell, i) => {
    const about = right[i] ?? ''
    return cell.length > most ? [cell, `${' '.repeat(most + 4)}${about}`] : [`${cell.padEnd(most + 4)}${about}`.trimEnd()]
  })
}

/** Parses and checks a call. Throws `CliError` where it is wrong; with `--help` the words are not counted. */
export function parse<O extends Options>(usage: Usage<O>, argv: readonly string[]): Call<O> {
  const { values, positionals: words } = parsed(usage, argv)
  for (const [name, option] of Object.entries<Option>(usage.options)) {
    for (const value of [values[name] ?? []].flat()) {
      if (typeof value !== 'string') continue
      const fault =
        option.oneOf && !option.oneOf.includes(value) ? `is unknown; use one of ${option.oneOf.join(', ')}` : option.check?.(value)
      if (fault) throw wrong(usage, `--${name} ${value}`, fault)
    }
  }
  const [least, most] = usage.words ?? [0, 0]
  if (!values['help'] && words.length < least) throw new CliError(`${usage.verb}: ${missing(usage)}`)
  if (!values['help'] && words.length > most) throw wrong(usage, words[most] as string, `is one word too many; see ${page(usage)}`)
  const filled = Object.entries<Option>(usage.options).map(([name, { many, value }]) => [
    name,
    values[name] ?? (many ? [] : value ? undefined : false),
  ])
  return { values: Object.fromEntries(filled) as Values<O>, words }
}

const missing = (usage: Usage): string => `something is missing; write: stocktake ${usage.calls[0]?.[0]}`
const page = (usage: Usage): string => `stocktake ${usage.verb} --help`

/** A mistake in one option or word of a call. */
export const wrong = (usage: Pick<Usage, 'verb'>, where: string, what: string): CliError => new CliError(`${usage.verb}: ${where}: ${what}`)

function parsed(usage: Usage, argv: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(usage.options).map(([name, { value, short, many }]) => [
      name,
      { type: value ? ('string' as const) : ('boolean' as const), multiple: many === true, ...(short ? { short } : {}) },
    ]),
  )
  try {
    return parseArgs({ args: bound(argv, options), allowPositionals: true, options })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const option = /--?[A-Za-z-]+/.exec(message)?.[0] ?? 'an option'
    const what =
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? 'is unknown' : / argument missing/.test(message) ? 'wants a value' : 'is used wrongly'
    throw wrong(usage, option, `${what}; see ${page(usage)}`)
  }
}

/** `--value -1` as `--value=-1`, which the parser would take for an option of its own. */
function bound(argv: readonly string[], options: Readonly<Record<string, { readonly type: string }>>): string[] {
  const joined: string[] = []
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string
    const next = argv[i + 1] ?? ''
    if (word === '--') return [...joined, ...argv.slice(i)]
    const takes = word.startsWith('--') && options[word.slice(2)]?.type === 'string'
    if (takes && /^-\d/.test(next)) {
      joined.push(`${word}=${next}`)
      i++
    } else joined.push(word)
  }
  return joined
}

/** For `check`: a whole number within bounds. */
export const whole =
  (least: number, most: number, what: string) =>
  (value: string): string | undefined =>
    /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most
      ? undefined
      : `is no ${what}; give a whole number from ${least} to ${most}`

/** For `check`: a day. */
export const day = (value: string): string | undefined => (isDay(value) ? undefined : 'is no date; write it like 2022-06-07')

/** Whether a text is a day of the calendar, `2022-06-07`. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

/** For `check`: a day, a month or a year. */
export const partDay = (value: string): string | undefined =>
  isDay(value) || (/^\d{4}(-\d{2})?$/.test(value) && isDay(`${`${value}-01`.slice(0, 7)}-01`))
    ? undefined
    : 'is no date; write it like 2022-06-07, 2022-06 or 2022'
