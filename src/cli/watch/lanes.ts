import { inOrder } from '../work/in-order.ts'
import { fetchFeed, type Step, type Watch } from './poll.ts'

/** Hosts from which feeds are fetched at a time. */
const HOSTS = 8
/** What is fetched of one feed before its turn comes: entries, and bytes of them. */
const ROOM = { things: 8, weight: 4_000_000 }

interface Lane {
  readonly address: string
  readonly host: string
  steps?: AsyncGenerator<Step>
  /** The first step, which sets the fetching going. */
  first?: Promise<IteratorResult<Step>>
}

/**
 * Feeds in the order in which they were named, each with what comes of it. Several hosts are asked at once, the feeds of one host one after the other;
 * whose turn has not come waits with a few entries, so that what is written and said does not depend on who answers first. `stop` must be called in the end.
 */
export function inTurns(
  watch: Watch,
  addresses: readonly string[],
): { readonly turns: readonly { readonly address: string; readonly steps: () => AsyncGenerator<Step> }[]; readonly stop: () => void } {
  const lanes = addresses.map((address): Lane => ({ address, host: hostOf(address) }))
  const busy = new Set<string>()
  let stopped = false
  const start = () => {
    if (stopped) return
    // the earliest first: the one whose turn is next is never kept waiting by those after it
    for (const lane of lanes) {
      if (busy.size >= HOSTS) return
      if (lane.steps || busy.has(lane.host)) continue
      busy.add(lane.host)
      lane.steps = inOrder(fetched(lane), async (step) => step, ROOM, { item: weightOf, result: () => 0 })
      lane.first = lane.steps.next()
      // a failure is thrown when its turn comes
      lane.first.catch(() => {})
    }
  }
  async function* fetched({ address, host }: Lane): AsyncGenerator<Step> {
    try {
      yield* fetchFeed(watch, address)
    } finally {
      busy.delete(host)
      start()
    }
  }
  async function* stepsOf(lane: Lane): AsyncGenerator<Step> {
    const first = await lane.first
    if (!first || first.done) return
    yield first.value
    if (lane.steps) yield* lane.steps
  }
  const stop = () => {
    stopped = true
    for (const { steps } of lanes) steps?.return(undefined).catch(() => {})
  }
  start()
  return { turns: lanes.map((lane) => ({ address: lane.address, steps: () => stepsOf(lane) })), stop }
}

/** The host of an address; of what is none, itself: the fetch says what is wrong with it. */
const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address)

const weightOf = (step: Step): number => ('intake' in step ? step.intake.bytes.length + step.intake.source.text.length : 0)
