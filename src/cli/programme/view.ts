import type { Entry, Programme, Standing } from '../../ledger/nouns.ts'
import { cut, type Style, textWidth } from '../flow.ts'
import { harmless } from '../harmless.ts'
import { block, clip, fill, plural, styleOf, under } from '../layout.ts'
import { bold, dim, markOf, relations, showings, standings } from '../marks.ts'
import type { Screen } from '../screen.ts'
import { progressLines, seriesLine, tracks } from '../series/view.ts'
import { type EntryStanding, type Overview, tally } from './overview.ts'

/** Columns of a standing before what stands so. */
const wide = 19
/** The standings that every overview counts, though none be so; the others only where some are. */
const always: readonly Standing[] = ['delivered', 'progress', 'restated', 'contradicted', 'nothing-found', 'not-assessed']

/** What of an overview is shown. */
export interface ProgrammeExtent {
  /** Only the counts. */
  readonly brief: boolean
  /** Terms, sources, searches, every wording and what its compiler made of it. */
  readonly full: boolean
  /** Only undertakings under this direction. */
  readonly direction?: string
  /** Only undertakings that stand so. */
  readonly standing?: string
}

/** A programme by direction: how many undertakings stand how, then each on its line with its latest evidence, series and wordings. */
export function* programmeLines(overview: Overview, screen: Screen, extent: ProgrammeExtent): Generator<string> {
  const { programme, entries, asOf } = overview
  const style = styleOf(screen)
  yield* under([[harmless(programme.title), bold]], screen.width, style, 0)
  const about = [programme.parties.join(', '), `announced ${programme.date}`, `compiled ${programme.compiled}`, `standing on ${asOf}`]
  yield* under([[harmless(about.join(' · ')), dim]], screen.width, style, 0)
  yield ''
  yield* countLines(entries, screen)
  yield ''
  yield* tableLines(overview, screen)
  if (extent.brief) return
  const { full } = extent
  const fits = ({ entry, standing }: EntryStanding) =>
    (extent.direction ?? entry.direction) === entry.direction && (extent.standing ?? standing) === standing
  for (const { id, label } of programme.directions) {
    const own = entries.filter((one) => one.entry.direction === id && fits(one))
    if (own.length) yield* ['', style(bold, harmless(`── ${label}`)), ...(full ? [] : [''])]
    for (const one of own) yield* [...(full ? [''] : []), ...entryLines(one, overview, screen, full)]
  }
  if (extent.direction ?? extent.standing) return
  yield* mechanismLines(programme, entries, screen, full)
  yield* ['', style(bold, '── Series')]
  for (const { series, observations } of overview.series) yield seriesLine(series, observations, asOf, screen)
  if (full) yield* sourceLines(programme, screen)
}

/** The documents that a programme was compiled from, and how. */
function* sourceLines({ sources = [], method }: Programme, screen: Screen): Generator<string> {
  const style = styleOf(screen)
  if (sources.length || method) yield* ['', style(bold, '── Sources')]
  if (method) yield* under([[harmless(method), dim]], screen.width, style, 2)
  for (const { title, date, publisher, url, via, note } of sources) {
    const about = [publisher, url, via, note].filter((part) => part !== undefined).map((part) => `· ${part}`)
    yield* under([[harmless(`${date ?? 'no date'} ${title}`)], [` ${harmless(about.join(' '))}`, dim]], screen.width, style, 2)
  }
}

/** One line a standing: its count and a bar as long. */
function* countLines(entries: readonly EntryStanding[], screen: Screen): Generator<string> {
  const style = styleOf(screen)
  const counts = tally(entries)
  const most = Math.max(1, ...counts.values())
  const room = Math.max(8, Math.min(45, screen.width - wide - 8))
  for (const [standing, [sign, word, code]] of Object.entries(standings)) {
    const count = counts.get(standing as Standing) ?? 0
    if (!count && !always.includes(standing as Standing)) continue
    const bar = '█'.repeat(count ? Math.max(1, Math.round((count / most) * Math.min(room, most))) : 0)
    yield `  ${style(code, fill(`${sign} ${word}`, wide - 2))}${String(count).padStart(3)}${bar ? `  ${style(code, bar)}` : ''}`
  }
}

/** Directions down, standings across. */
function* tableLines({ programme, entries }: Overview, screen: Screen): Generator<string> {
  const style = styleOf(screen)
  const all = tally(entries)
  const columns = Object.entries(standings).filter(([key]) => always.includes(key as Standing) || all.has(key as Standing))
  const names = Math.min(Math.max(...programme.directions.map(({ label }) => textWidth(label)), 4), screen.width - 4 * columns.length - 8)
  yield `  ${fill('', names)}${columns.map(([, [sign, , code]]) => `   ${style(code, sign)}`).join('')}   all`
  for (const { id, label } of programme.directions) {
    const own = entries.filter(({ entry }) => entry.direction === id)
    const counts = tally(own)
    const cells = columns.map(([key]) => String(counts.get(key as Standing) ?? '').padStart(4)).join('')
    yield `  ${fill(harmless(label), names)}${cells}${String(own.length).padStart(6)}`
  }
}

/** A part on one line, cut to what is left of it and of what must stand at its end. */
const oneLine = (text: string, screen: Screen, style: Style, code = '', tail = ''): string =>
  `${' '.repeat(wide)}${style(code, cut(harmless(text), Math.max(6, screen.width - wide - textWidth(tail))))}${style(dim, tail)}`

function* entryLines(one: EntryStanding, overview: Overview, screen: Screen, full: boolean): Generator<string> {
  const { entry, standing } = one
  const style = styleOf(screen)
  const name = entry.id.slice(entry.programme.length + 1)
  yield* block(standings[standing], [[harmless(entry.label)], [` ${harmless(`· ${name}`)}`, dim]], screen.width, style, wide)
  if (full) yield* under([[harmless(termsOf(entry, overview.programme)), dim]], screen.width, style, wide)
  yield* latestLines(one, screen, full)
  if (full || standing === 'nothing-found')
    for (const { query, until } of one.searches)
      yield* under([['∅ looked for', '33'], [` ${clip(query, 160)},`], [` until ${until}`, dim]], screen.width, style, wide)
  const inner = { ...screen, width: screen.width - wide + 2 }
  for (const { series, observations, target, progress } of one.paces) {
    yield `${' '.repeat(wide - 2)}${seriesLine(series, observations, overview.asOf, inner)}`
    const why = target.setBy ? `${progress.why}; set by ${target.setBy}` : progress.why
    const [sign, word, code] = tracks[progress.track]
    if (full) for (const line of progressLines({ ...progress, why }, inner, target.id).slice(0, -1)) yield `${' '.repeat(wide - 2)}${line}`
    else yield oneLine(`${sign} ${word}: ${why}`, screen, style, code)
  }
  yield* wordingLines(one, screen, full)
  if (full && entry.assessment) yield* under([[harmless(`compiler: ${entry.assessment}`), dim]], screen.width, style, wide)
  if (full && entry.note) yield* under([[harmless(`wording: ${entry.note}`), dim]], screen.width, style, wide)
}

/** Who, how firmly, how much, by when. */
function termsOf({ actor, parties, kind, force, target, deadline, due }: Entry, programme: Programme): string {
  const who = actor ? `${actor} acts` : parties.length === programme.parties.length ? 'all parties' : parties.join(', ')
  return [who, markOf(kind, force)[1], target, deadline, due && `due ${due}`].filter(Boolean).join(' · ')
}

function* latestLines({ latest, evidence, against }: EntryStanding, screen: Screen, full: boolean): Generator<string> {
  if (!latest) return
  const style = styleOf(screen)
  const [sign, word, code] = showings[latest.shows]
  const { page, passage, observation, certainty } = latest
  const said = page?.paraphrase ?? passage?.quote ?? (observation ? `${observation.series}, ${observation.period}` : '')
  const date = latest.date ?? 'no date'
  if (!full) {
    const contrary = against > (latest.shows === 'contradicts' ? 1 : 0) ? ` · ${against} ${showings.contradicts[0]} against` : ''
    yield oneLine(`${sign} ${date} ${said}`, screen, style, latest.certainty === 'high' ? '' : dim, contrary)
    return
  }
  const source = [page?.publisher, certainty === 'high' ? '' : `certainty ${certainty}`, latest.unverified ? 'unverified' : '']
  const among = evidence === 1 ? 'the only piece' : `one of ${evidence} pieces`
  const about = `(${[...source, among, against ? `${against} against` : ''].filter(Boolean).join(', ')})`
  yield* under(
    [[`${sign} ${word} ${harmless(date)}`, code], [` ${clip(said, 400)}`], [` ${harmless(about)}`, dim]],
    screen.width,
    style,
    wide,
  )
}

/** The words of texts in the ledger: the first and the last of them, or all. */
function* wordingLines({ wordings }: EntryStanding, screen: Screen, full: boolean): Generator<string> {
  const style = styleOf(screen)
  const shown = full || wordings.length < 3 ? wordings : [wordings[0], wordings.at(-1)].flatMap((one) => one ?? [])
  for (const { quote, relation, document } of shown) {
    const [sign, word, code] = relations[relation]
    const source = [document?.date, document?.title ?? document?.publisher].filter((part) => part !== undefined)
    if (full) {
      const about = [...source, document?.publisher].filter((part, i, all) => part && all.indexOf(part) === i).join(', ')
      yield* under([[`${sign} ${word}`, code], [` “${clip(quote, 400)}”`], [` ${harmless(about)}`, dim]], screen.width, style, wide)
    } else yield oneLine(`${sign} ${word} ${source.map((part) => cut(harmless(part), 24)).join(' ')} “${quote}”`, screen, style, dim)
  }
  if (shown.length < wordings.length) yield oneLine(`and ${wordings.length - shown.length} more`, screen, style, dim)
}

function* mechanismLines(programme: Programme, entries: readonly EntryStanding[], screen: Screen, full: boolean): Generator<string> {
  if (!programme.mechanisms.length) return
  const style = styleOf(screen)
  yield* ['', style(bold, '── Mechanisms')]
  for (const { name, kind, note, aliases } of programme.mechanisms) {
    const used = entries.filter(({ entry }) => entry.mechanisms.includes(name)).length
    const about = [kind, used ? plural(used, 'undertaking') : 'no undertaking names it', ...(full ? [aliases.join(', '), note] : [])]
    const words = about.filter(Boolean).map((part) => `· ${part}`)
    const line = [[harmless(name)], [` ${harmless(words.join(' '))}`, dim]] as const
    yield* full ? under(line, screen.width, style, 2) : [cut(`  ${harmless(name)} ${harmless(words.join(' '))}`, screen.width)]
  }
}

/** What is wrong with the tables of a folder, one line each. */
export function* problemLines(folder: string, problems: readonly string[]): Generator<string> {
  for (const problem of problems) yield harmless(`${folder}/${problem}`)
}
