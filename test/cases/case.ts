import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read } from '../../src/index.ts'
import { splitHeader } from '../../src/intake/header.ts'
import type { Reading, Source } from '../../src/model.ts'

/** Columns of `expected.tsv`: a line is a statement, or damage (kind `damage`, only the quote). Lists are sorted and joined by "; ". */
export const columns = ['kind', 'force', 'parties', 'act', 'aspect', 'negated', 'deadline', 'target', 'mechanisms', 'quote'] as const

/** What `about.json` says of a case. */
export interface About {
  /** One sentence: what the case shows. */
  readonly about: string
  /** File of the text from the root of the repository; without it, `source.txt` in the folder. */
  readonly source?: string
  /** Who wrote the expected reading, and how. */
  readonly coded: string
}

export const root = 'test/cases'
export const slugs = (): string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)

const linesIn = (path: string): string[] => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [])

/** Text, expected lines and known misses of a case. */
export function load(slug: string) {
  const folder = join(root, slug)
  const about: About = JSON.parse(readFileSync(join(folder, 'about.json'), 'utf8'))
  const { about: header, text } = splitHeader(readFileSync(about.source ?? join(folder, 'source.txt'), 'utf8'))
  const source: Source = { id: slug, ...header, text }
  return {
    folder,
    about,
    source,
    expected: linesIn(join(folder, 'expected.tsv')).slice(1),
    known: linesIn(join(folder, 'known-misses.tsv')),
  }
}

const fold = (text: string): string => text.replaceAll(/[ \t\r\n]+/g, ' ').trim()
const list = (values: readonly string[]): string => [...values].sort().join('; ')

/** Statements and damage of a reading as lines of `expected.tsv`, without the heading. */
export function linesOf(reading: Reading): string[] {
  const statements = reading.statements.map((s) => [
    s.kind,
    s.force,
    list(s.parties),
    s.act,
    s.aspect,
    s.negated ? 'yes' : '',
    s.deadline?.phrase ?? '',
    s.target?.phrase ?? '',
    list(s.mechanisms),
    s.quote,
  ])
  const damage = reading.damage.map((d) => ['damage', ...columns.slice(2).map(() => ''), d.quote])
  return [...statements, ...damage].map((cells) => cells.map(fold).join('\t'))
}

/** Where a quote stands in a text whose white space is folded like the quote's: every place of it. */
function placesOf(quote: string, text: string): [from: number, to: number][] {
  const places: [number, number][] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) places.push([at, at + quote.length])
  return places
}

const isDamage = (line: string): boolean => line.startsWith('damage\t')

/** Whether two lines say the same: statements cell by cell, damage by a place that both touch, for its borders are a matter of taste. */
function same(a: string, b: string, text: string): boolean {
  if (a === b) return true
  if (!isDamage(a) || !isDamage(b)) return false
  const there = placesOf(b.slice(b.lastIndexOf('\t') + 1), text)
  return placesOf(a.slice(a.lastIndexOf('\t') + 1), text).some(([from, to]) => there.some(([start, end]) => start < to && from < end))
}

/**
 * What an expected and an actual reading say differently: `-` before a line that was expected and not read, `+` before one that was read
 * and not expected, in the order of the files.
 */
export function differences(expected: readonly string[], actual: readonly string[], source: Source): string[] {
  const text = fold(source.text)
  const open = [...actual]
  const missed: string[] = []
  for (const line of expected) {
    const exact = open.indexOf(line)
    const at = exact >= 0 || !isDamage(line) ? exact : open.findIndex((other) => same(line, other, text))
    if (at < 0) missed.push(`-\t${line}`)
    else open.splice(at, 1)
  }
  const extra = open.filter((line) => !isDamage(line) || !expected.some((other) => same(other, line, text)))
  return [...missed, ...extra.map((line) => `+\t${line}`)]
}

/** The differences of a case now. */
export const differencesOf = (slug: string): string[] => {
  const { source, expected } = load(slug)
  return differences(expected, linesOf(read(source)), source)
}
