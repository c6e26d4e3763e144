import type { Span, Statement } from '../../model.ts'
import { partiesInWords } from '../parties.ts'
import type { Context } from './context.ts'
import { saysNothing, type Unit } from './leaf.ts'
import { noteOf } from './notes.ts'
import type { Raw } from './nouns.ts'
import { type Cell, type Difference, type DifferenceClass, order, type Verdict } from './nouns.ts'
import type { PairRow } from './pair-row.ts'
import type { Range } from './ranges.ts'
import type { Nearness } from './sources.ts'
import type { Draft } from './table.ts'

/** A place of a row where some witness differs from the base: units of the base, and what each witness has there. */
interface Place {
  readonly kind: DifferenceClass
  readonly effect: string
  readonly base: Range
  readonly readings: (Range | null)[]
}

/** The differences of a row, with which witnesses agree and which reading is likelier. */
export function differencesOf(draft: Draft, base: number, contexts: readonly Context[], near: readonly Nearness[]): Difference[] {
  if (!draft.pairs.some((rows) => rows?.some(({ differences }) => differences.length > 0))) return []
  return placesOf(draft, base, contexts).map(({ kind, effect, readings }) => {
    const spans = readings.map((range, k) => spanOf(contexts[k] as Context, range))
    const touched = spans.map((span, k) => (span ? statementsAt(contexts[k] as Context, span) : []))
    const touches = new Set<string>()
    for (const statements of touched) for (const { id } of statements) touches.add(id)
    const verdict = verdictOf(readings, contexts, near)
    const change = kind === 'party' ? (partyEffect(touched) ?? effect) : effect
    const note = noteOf(kind, change, spans, contexts, base)
    return { class: kind, touches: [...touches], spans, effect: change, note, ...verdict }
  })
}

function placesOf(draft: Draft, base: number, contexts: readonly Context[]): Place[] {
  if (!draft.cells[base]) return addedPlaces(draft)
  const found: { k: number; raw: Raw }[] = []
  draft.pairs.forEach((rows, k) => {
    for (const row of rows ?? []) for (const raw of row.differences) found.push({ k, raw })
  })
  found.sort((x, y) => x.raw.a[0] - y.raw.a[0] || x.raw.a[1] - y.raw.a[1] || x.k - y.k)
  const places: Place[] = []
  let group: { k: number; raw: Raw }[] = []
  let range: Range = [0, 0]
  const flush = (): void => {
    if (group.length) places.push(placeOf(group, range, draft, base, contexts))
    group = []
  }
  for (const one of found) {
    const { a } = one.raw
    // two differences of one witness are two places, unless another witness joins them
    const meets = group.length > 0 && group.some((other) => other.k !== one.k && overlaps(other.raw.a, a))
    if (!meets) flush()
    range = group.length ? [Math.min(range[0], a[0]), Math.max(range[1], a[1])] : a
    group.push(one)
  }
  flush()
  return places
}

const overlaps = (one: Range, other: Range): boolean =>
  one[0] === one[1] || other[0] === other[1] ? one[0] === other[0] && one[1] === other[1] : one[0] < other[1] && one[1] > other[0]

function placeOf(group: readonly { k: number; raw: Raw }[], range: Range, draft: Draft, base: number, contexts: readonly Context[]): Place {
  const worst = group.reduce((x, y) => (order.indexOf(y.raw.class) < order.indexOf(x.raw.class) ? y : x), group[0] as (typeof group)[0]).raw
  const readings = contexts.map((_, k): Range | null => {
    if (k === base) return range[0] < range[1] ? range : null
    const own = group.filter((one) => one.k === k).map((one) => one.raw.b)
    const rows = draft.pairs[k]
    if (!rows) return null
    if (!own.length && range[0] === range[1]) return null
    const there = own.length === group.length ? hull(own) : hull([...own, ...across(rows, range)])
    return there[0] < there[1] ? there : null
  })
  return { kind: worst.class, effect: worst.effect, base: range, readings }
}

/** What a witness has for a range of units of the base. */
function across(rows: readonly PairRow[], [from, to]: Range): Range[] {
  return rows.flatMap((row) => {
    const [low, high] = row.links.range('a')
    return from < high && to > low ? [row.links.across('a', [from, to])] : []
  })
}

/** The stretch that holds all ranges; empty ones only count where there is no other. */
function hull(ranges: readonly Range[]): Range {
  if (ranges.length === 1) return ranges[0] as Range
  const full = ranges.filter(([from, to]) => from < to)
  if (!full.length) return ranges[0] ?? [0, 0]
  return [Math.min(...full.map(([from]) => from)), Math.max(...full.map(([, to]) => to))]
}

/** A row that the base does not have: one place, unless it is furniture. */
function addedPlaces(draft: Draft): Place[] {
  const lead = draft.pairs.find((rows) => rows)?.[0]
  const raw = lead?.differences[0]
  if (!lead || !raw) return []
  const readings = draft.pairs.map((rows) => (rows ? ((rows[0]?.differences[0]?.b ?? null) as Range | null) : null))
  return [{ kind: raw.class, effect: raw.effect, base: [0, 0], readings }]
}

/** Sentences of the base that some witness lacks: one place a row. */
export function missingPlace(
  draft: Draft,
  base: number,
  range: Range,
  lacking: readonly number[],
  contexts: readonly Context[],
  near: readonly Nearness[],
): Difference {
  const readings = contexts.map((_, k): Range | null => (k === base ? range : lacking.includes(k) ? null : hullOfRow(draft, k)))
  const spans = readings.map((one, k) => spanOf(contexts[k] as Context, one))
  const touches = spans.flatMap((span, k) => (span ? statementsAt(contexts[k] as Context, span).map((one) => one.id) : []))
  const verdict = verdictOf(readings, contexts, near, true)
  const quiet = saysNothing((contexts[base] as Context).leaf.units, range[0], range[1])
  const kind = quiet ? 'wording' : 'missing'
  const effect = quiet ? '' : 'the sentence is missing'
  return { class: kind, touches, spans, effect, note: noteOf(kind, effect, spans, contexts, base), ...verdict }
}

/** Commitments that a difference of party touches, where they bind different parties in different witnesses. */
function partyEffect(touched: readonly (readonly Statement[])[]): string | undefined {
  const bound = touched.map((statements) => {
    const commitment = statements.find((one) => one.kind === 'commitment')
    return commitment && partiesInWords(commitment.parties)
  })
  const [first, second] = [...new Set(bound.filter((parties) => parties !== undefined))]
  if (first === undefined || second === undefined) return undefined
  const name = (parties: string): string => parties || 'nobody named'
  return `binds ${name(second)} instead of ${name(first)}`
}

function hullOfRow(draft: Draft, k: number): Range | null {
  const words = (draft.pairs[k] ?? []).flatMap((row) => row.words.flatMap((pair) => (pair.b === -1 ? [] : [pair.b])))
  return words.length ? [Math.min(...words), Math.max(...words) + 1] : null
}

function spanOf({ leaf }: Context, range: Range | null): Cell {
  if (!range || range[0] >= range[1]) return null
  let to = 0
  for (let i = range[0]; i < range[1]; i++) to = Math.max(to, leaf.units[i]?.to ?? 0)
  return { from: leaf.units[range[0]]?.from ?? 0, to }
}

/** Longest nesting of statements that is looked back over. */
const NESTED = 40

function statementsAt({ statements }: Context, { from, to }: Span): Statement[] {
  let low = 0
  let high = statements.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((statements[middle]?.span.from ?? 0) < to) low = middle + 1
    else high = middle
  }
  const out: Statement[] = []
  for (let i = low - 1; i >= Math.max(0, low - NESTED); i--) {
    const one = statements[i]
    if (one && one.span.to > from) out.push(one)
  }
  return out.reverse()
}

/** Which witnesses read alike, and which reading is likelier: the one without damage, of more witnesses, of the text nearer to its source. */
export function verdictOf(
  readings: readonly (Range | null)[],
  contexts: readonly Context[],
  near: readonly Nearness[],
  whole = false,
): Verdict {
  const judged = groupsOf(readings, contexts, whole).map((witnesses): Judged => judge(witnesses, readings, contexts, near))
  judged.sort(
    (x, y) =>
      x.hurt - y.hurt ||
      y.witnesses.length - x.witnesses.length ||
      x.damages - y.damages ||
      y.agency - x.agency ||
      y.dateline - x.dateline ||
      (x.witnesses[0] as number) - (y.witnesses[0] as number),
  )
  const [first, second] = judged
  const why = first && second ? reason(first, second, readings.length) : undefined
  return { groups: judged.map((one) => one.witnesses), ...(why ? { why } : {}) }
}

/** Witnesses that have the same words, or, where only that counts, that have any. */
function groupsOf(readings: readonly (Range | null)[], contexts: readonly Context[], whole: boolean): number[][] {
  const keys: string[] = []
  const groups: number[][] = []
  readings.forEach((range, k) => {
    const key = range ? `+${whole ? '' : wordsOf((contexts[k] as Context).leaf.units, range)}` : ''
    const known = keys.indexOf(key)
    if (known !== -1) groups[known]?.push(k)
    else {
      keys.push(key)
      groups.push([k])
    }
  })
  return groups
}

function wordsOf(units: readonly Unit[], [from, to]: Range): string {
  let words = ''
  for (let i = from; i < to; i++) words += i > from ? ` ${(units[i] as Unit).key}` : (units[i] as Unit).key
  return words
}

/** What speaks for a group of witnesses. */
interface Judged {
  readonly witnesses: readonly number[]
  hurt: number
  damages: number
  agency: number
  dateline: number
}

function judge(
  witnesses: readonly number[],
  readings: readonly (Range | null)[],
  contexts: readonly Context[],
  near: readonly Nearness[],
): Judged {
  const judged = { witnesses, hurt: 0, damages: Number.POSITIVE_INFINITY, agency: 0, dateline: 0 }
  for (const k of witnesses) {
    const { damages, agency, dateline } = near[k] as Nearness
    if (isHurt(contexts[k] as Context, readings[k] ?? null)) judged.hurt = 1
    if (damages < judged.damages) judged.damages = damages
    if (agency) judged.agency = 1
    if (dateline) judged.dateline = 1
  }
  return judged
}

function reason(first: Judged, second: Judged, all: number): string | undefined {
  if (first.hurt !== second.hurt) return 'the other reading is damaged here'
  if (first.witnesses.length !== second.witnesses.length) return `${first.witnesses.length} of ${all} witnesses read so`
  if (first.damages !== second.damages) return `its text has fewer damages (${first.damages} against ${second.damages})`
  if (first.agency !== second.agency) return 'it bears the mark of an agency'
  if (first.dateline !== second.dateline) return 'it keeps its dateline'
  return undefined
}

function isHurt({ hurt }: Context, range: Range | null): boolean {
  const any = hurt.get('')
  if (!range || any?.size === 0) return false
  for (let i = range[0]; i < range[1]; i++) if (any?.has(i)) return true
  return false
}
