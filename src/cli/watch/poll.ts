import { setTimeout as sleep } from 'node:timers/promises'
import { IntakeError } from '../../intake/error.ts'
import { feedOf } from '../../intake/feed/feed.ts'
import type { Entry } from '../../intake/feed/nouns.ts'
import { intakeOfEntry } from '../../intake/feed/take.ts'
import type { Fetched } from '../../intake/fetch/fetch.ts'
import { type Polite, waitOf } from '../../intake/fetch/polite.ts'
import type { Intake } from '../../intake/nouns.ts'
import { type FeedState, nameOf, type SeenEntry } from '../../store/incoming/feeds.ts'
import type { Store } from '../../store/store.ts'
import { type Report, touchesOf } from '../add/touches.ts'
import { documentOfIntake } from '../entries.ts'
import { given } from '../given.ts'

/** Polls after which an entry of which nothing came is left alone, until the feed says something else of it. */
const TRIES = 5
/** Milliseconds that a feed rests after its first failure; doubled by every further one up to a day. */
const REST = 15 * 60_000
const LONGEST_REST = 24 * 3_600_000

/** What polling needs, and what the call decides of it. */
export interface Watch {
  readonly store: Store
  readonly polite: Polite
  readonly signal: AbortSignal
  readonly feedOnly: boolean
  readonly originals: boolean
  readonly language: string | undefined
}

/** What happened while a feed was polled. */
export type Event =
  /** A new text is in the ledger. `changed`: the feed had the entry before, with other words. */
  | { readonly event: 'added'; readonly feed: string; readonly name: string; readonly changed: boolean; readonly report: Report }
  /** Nothing came of an entry; it is tried again at the next poll unless `last`. */
  | { readonly event: 'refused'; readonly feed: string; readonly name: string; readonly fault: string; readonly last: boolean }
  /** The poll is done. */
  | { readonly event: 'polled'; readonly feed: string; readonly title?: string; readonly entries: number; readonly unchanged: boolean }
  /** The feed could not be had; it is not asked again before `until`. */
  | { readonly event: 'failed'; readonly feed: string; readonly fault: string; readonly until: string }
  | { readonly event: 'rests'; readonly feed: string; readonly until: string; readonly fault?: string }

/** What came of a feed by the network: nothing of it is in the ledger yet. */
export type Step =
  | { readonly step: 'rests'; readonly until: number; readonly fault?: string }
  | { readonly step: 'unchanged'; readonly state: FeedState }
  | ({ readonly step: 'entry'; readonly seen: SeenEntry; readonly name: string; readonly changed: boolean; readonly tries: number } & (
      | { readonly intake: Intake }
      | { readonly fault: string }
    ))
  | { readonly step: 'end'; readonly title?: string; readonly entries: number; readonly headers: Fetched['headers'] }
  | { readonly step: 'failed'; readonly state: FeedState; readonly error: IntakeError }

/** Fetches a feed and the pages of its entries that are new, one after the other. Writes nothing but what is remembered of hosts. */
export async function* fetchFeed(watch: Watch, address: string): AsyncGenerator<Step> {
  const { store, signal } = watch
  const state = await store.feeds().feed(address)
  if (state.until !== undefined && state.until > Date.now()) {
    yield { step: 'rests', until: state.until, ...given({ fault: state.fault }) }
    return
  }
  try {
    const got = await watch.polite.get(address, conditions(state))
    if (got.status === 304) {
      yield { step: 'unchanged', state }
      return
    }
    const { title, entries } = await feedOf(got.bytes, { url: got.url, ...given({ type: got.type }) })
    yield* fetchEntries(watch, address, entries)
    yield { step: 'end', entries: entries.length, headers: got.headers, ...given({ title }) }
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error
    if (!signal.aborted) yield { step: 'failed', state, error }
  }
}

/**
 * Adds what came of a feed, one entry a step of the ledger: an entry and the note that it was seen are written together, and what lets the server
 * answer "nothing new" is kept when all of it was dealt with. Killed anywhere, the next poll goes on there.
 */
export async function* enterFeed(watch: Watch, address: string, steps: AsyncIterable<Step>): AsyncGenerator<Event> {
  const feeds = watch.store.feeds()
  const iso = (at: number) => new Date(at).toISOString()
  let whole = true
  for await (const step of steps) {
    if (watch.signal.aborted) return
    if (step.step === 'rests') yield { event: 'rests', feed: address, until: iso(step.until), ...given({ fault: step.fault }) }
    else if (step.step === 'unchanged') {
      await feeds.saveFeed(settled(step.state, {}))
      yield { event: 'polled', feed: address, ...given({ title: step.state.title }), entries: 0, unchanged: true }
    } else if (step.step === 'end') {
      const title = given({ title: step.title })
      await feeds.saveFeed(settled({ address, ...title }, whole ? step.headers : {}))
      yield { event: 'polled', feed: address, ...title, entries: step.entries, unchanged: false }
    } else if (step.step === 'failed') {
      const { state, error } = step
      const failures = (state.failures ?? 0) + 1
      const rest = Math.max(Math.min(LONGEST_REST, REST * 2 ** (failures - 1)), waitOf(error.answer?.retryAfter, Date.now()))
      const until = Date.now() + rest
      await feeds.saveFeed({ ...state, checked: Date.now(), failures, until, fault: error.message })
      yield { event: 'failed', feed: address, fault: error.message, until: iso(until) }
    } else {
      const event = await enterEntry(watch, address, step)
      if (event?.event === 'refused' && !event.last) whole = false
      if (event) yield event
      // a ledger in a file is written without ever coming back to the event loop: let Ctrl-C be heard
      await sleep(0)
    }
  }
}

/** What a server needs to answer "nothing new" (RFC 9110, 13.1). */
function conditions({ etag, modified }: FeedState): Record<string, string> {
  return {
    accept: 'application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5',
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(modified ? { 'if-modified-since': modified } : {}),
  }
}

/** The state of a feed after a poll that went well. */
function settled({ address, title, etag, modified }: FeedState, headers: Fetched['headers']): FeedState {
  const short = (value: string | undefined) => (value !== undefined && value.length <= 1000 ? value : undefined)
  return {
    address,
    checked: Date.now(),
    ...given({ title, etag: short(headers.etag) ?? etag, modified: short(headers['last-modified']) ?? modified }),
  }
}

async function* fetchEntries(watch: Watch, address: string, entries: readonly Entry[]): AsyncGenerator<Step> {
  const feed = nameOf(address)
  // feeds put the newest first; in a ledger what came later touches what came before
  const coming = [...entries].reverse().map((entry) => ({ entry, seen: seenAs(feed, entry) }))
  const known = await watch.store.feeds().entries(
    feed,
    coming.flatMap(({ seen }) => seen.names),
  )
  for (const { entry, seen } of coming) {
    if (watch.signal.aborted) return
    const before = seen.names.flatMap((name) => known.get(name) ?? [])
    const same = before.find(({ print }) => print === seen.print)
    if (same && (same.document !== undefined || same.tries >= TRIES)) continue
    const name = entry.fields.title ?? entry.link ?? entry.key ?? 'an entry without a name'
    const changed = before.some(({ document }) => document !== undefined)
    const what = { step: 'entry', seen, name, changed, tries: (same?.tries ?? 0) + 1 } as const
    try {
      const fetchPage = watch.feedOnly ? undefined : (page: string) => watch.polite.get(page)
      yield { ...what, intake: await intakeOfEntry(entry, { fetchPage, language: watch.language }) }
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error
      if (watch.signal.aborted) return
      yield { ...what, fault: error.message }
    }
  }
}

async function enterEntry(watch: Watch, feed: string, step: Extract<Step, { step: 'entry' }>): Promise<Event | undefined> {
  const { seen, name, changed, tries } = step
  const report = 'fault' in step ? undefined : await addEntry(watch, seen, step.intake)
  if (report?.status === 'added') return { event: 'added', feed, name, changed, report }
  if (report?.status === 'known') return undefined
  await watch.store.feeds().saveFailure(seen, tries)
  const fault = 'fault' in step ? step.fault : (report?.reason ?? 'is refused')
  return { event: 'refused', feed, name, fault, last: tries >= TRIES }
}

/** An entry by its id and its address, or by what it says where it has neither. */
function seenAs(feed: string, { key, link, content, summary, updated, fields }: Entry): SeenEntry {
  const words = JSON.stringify([content?.text ?? null, summary?.text ?? null, updated ?? null])
  const names = [key, link].filter((name) => name !== undefined)
  return { feed, names: [...new Set(names.length ? names : [`${fields.title} ${words}`])].map(nameOf), print: nameOf(words) }
}

async function addEntry({ store, originals, language }: Watch, entry: SeenEntry, intake: Intake): Promise<Report> {
  const { source, receipt, remarks } = documentOfIntake(intake, language)
  const about = language !== undefined && source.language === undefined ? { ...source, language } : source
  const [added] = await store.add([{ source: about, entry, ...given({ receipt: originals ? receipt : undefined }) }])
  if (!added) throw new Error('nothing was said of what was added')
  return { ...added, touches: await touchesOf(store, added, new Set()), ...given({ remarks }) }
}
