import { setTimeout as sleep } from 'node:timers/promises'
import { StoreError } from '../../store/error.ts'
import type { FeedState } from '../../store/incoming/feeds.ts'
import type { Store } from '../../store/store.ts'
import { reportLines } from '../add/view.ts'
import { CliError } from '../error.ts'
import { harmless } from '../harmless.ts'
import { isAddress } from '../intake.ts'
import { plural } from '../layout.ts'
import { showing, withStore } from '../open.ts'
import { feedOnly, languageTag } from '../options.ts'
import { write, writeJson, writeLines } from '../output.ts'
import { politeOf } from '../polite.ts'
import { screen } from '../screen.ts'
import { type Call, usage, whole } from '../usage.ts'
import { verb } from '../verb.ts'
import { inTurns } from './lanes.ts'
import { type Event, enterFeed, type Watch } from './poll.ts'

const watchUsage = usage({
  verb: 'watch',
  calls: [
    ['watch FEED...', 'poll feeds and add what is new to the ledger, which is made where there is none'],
    ['watch --list', 'feeds that were polled: when, and what was wrong'],
  ],
  options: {
    once: { about: 'poll once and end: for cron' },
    every: { value: 'MINUTES', about: 'time between two polls (30)', check: whole(1, 10_080, 'every') },
    list: { about: 'poll nothing, list what is known of feeds' },
    ...feedOnly,
    'no-originals': { about: 'texts alone: the bytes as received are not kept' },
    language: { value: 'TAG', about: 'language of the texts, where they do not come with one', check: languageTag },
    ...showing,
    json: { about: 'as JSON, one object a line' },
  },
  after: `FEED: address of an RSS, Atom or JSON Feed. Only what changed is asked for; robots.txt, Retry-After and a pause between two requests to a host
are kept to. Killed or stopped with Ctrl-C, what was reported is in, and the same call goes on there.
Exit code: 0, 1 when nothing came of an entry, 2 when a feed could not be had or the call is wrong, 130 when --once was stopped.`,
  words: [0, Number.POSITIVE_INFINITY],
})

/** The verb `watch`. JSON: an `Event` a line. */
export const watchVerb = verb(watchUsage, async (call) => {
  const { words, values } = call
  if (values.list)
    return withStore(values.ledger, { readOnly: true }, async (store) => {
      const states = await store.feeds().all()
      await (values.json ? writeJson(states) : writeLines(states.map(stateLine)))
      return 0
    })
  if (!words.length) throw new CliError('watch: no feed named; name addresses of feeds')
  for (const address of words)
    if (!/^https?:\/\//i.test(address))
      throw new CliError(
        `watch: ${address}: ${isAddress(address) ? 'only http and https are fetched' : 'is no address; stocktake add takes files'}`,
      )
  return withStore(values.ledger, { create: true }, (store) => watchFeeds(store, [...new Set(words)], values))
})

async function watchFeeds(store: Store, addresses: readonly string[], values: Call<typeof watchUsage.options>['values']): Promise<number> {
  const stop = new AbortController()
  const interrupt = () => {
    if (stop.signal.aborted) process.exit(130)
    stop.abort()
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  const feeds = store.feeds()
  const hosts = { load: (origin: string) => feeds.host(origin), save: (origin: string, state: object) => feeds.saveHost(origin, state) }
  const watch: Watch = {
    store,
    polite: politeOf({ hosts, signal: stop.signal }),
    signal: stop.signal,
    feedOnly: values['feed-only'],
    originals: !values['no-originals'],
    language: values.language,
  }
  const wait = Number(values.every ?? 30) * 60_000
  let code = 0
  try {
    for (;;) {
      code = await round(watch, addresses, values)
      if (values.once || stop.signal.aborted) break
      await sleep(wait, undefined, { signal: stop.signal }).catch(() => {})
      if (stop.signal.aborted) break
    }
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
  }
  if (!stop.signal.aborted) return code
  return values.once ? 130 : 0
}

/** Polls every feed once. Returns the exit code that this round is worth. */
async function round(watch: Watch, addresses: readonly string[], values: Call<typeof watchUsage.options>['values']): Promise<number> {
  const counts = { added: 0, refused: 0, failed: 0, polled: 0, rests: 0 }
  const { turns, stop } = inTurns(watch, addresses)
  try {
    for (const { address, steps } of turns) {
      if (watch.signal.aborted) break
      try {
        for await (const event of enterFeed(watch, address, steps())) {
          counts[event.event]++
          if (values.json) await write(`${JSON.stringify(event)}\n`)
          else await show(event, values)
        }
      } catch (error) {
        // a database that is away for a while is there again at the next round
        if (!(error instanceof StoreError) || values.once) throw error
        counts.failed++
        complain(error.message)
      }
    }
  } finally {
    stop()
  }
  const { added, refused, failed, polled, rests } = counts
  if (!values.json) {
    const parts = [`${plural(polled, 'feed')} polled`, `${plural(added, 'text')} added`]
    if (refused) parts.push(`${refused} refused`)
    if (failed) parts.push(`${failed} could not be had`)
    if (rests) parts.push(`${rests} left alone for now`)
    await write(`${parts.join(', ')}\n`)
  }
  return failed ? 2 : refused ? 1 : 0
}

async function show(event: Event, values: Call<typeof watchUsage.options>['values']): Promise<void> {
  switch (event.event) {
    case 'added':
      await writeLines(reportLines(event.report, event.changed ? `${event.name} (changed)` : event.name, screen(values)))
      break
    case 'refused':
      complain(`${event.feed}: ${event.name}: ${event.fault}${event.last ? '; not tried again' : ''}`)
      break
    case 'failed':
      complain(`${event.feed}: ${event.fault}; asked again after ${minute(event.until)}`)
      break
    case 'rests':
      complain(`${event.feed}: not asked before ${minute(event.until)}${event.fault ? `: it ${event.fault}` : ''}`)
      break
    case 'polled':
  }
}

const minute = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`

function complain(message: string): void {
  process.stderr.write(`stocktake: ${harmless(message)}\n`)
}

function stateLine({ address, title, checked, until, fault }: FeedState): string {
  const parts = [address, title, checked === undefined ? 'never polled' : `polled ${minute(new Date(checked).toISOString())}`]
  if (until !== undefined && fault !== undefined) parts.push(`${fault}; asked again after ${minute(new Date(until).toISOString())}`)
  return harmless(parts.filter(Boolean).join(' · '))
}
