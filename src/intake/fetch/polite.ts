import { setTimeout as sleep } from 'node:timers/promises'
import robots from 'robots-parser'
import { IntakeError } from '../error.ts'
import { AGENT, type Fetched, type Fetching, fetchBytes } from './fetch.ts'

/** The types of the package are of a module, the package is none. */
const rulesOf = robots as unknown as typeof robots.default

/** What is remembered of a host between requests: times in milliseconds since 1970. */
export interface HostState {
  /** Its robots.txt, and when it was asked for. `closed`: it could not say, so that nothing may be fetched. */
  readonly robots?: { readonly text: string; readonly closed: boolean; readonly at: number }
  /** It asked to be left alone until then. */
  readonly until?: number
}

/** Where hosts are remembered, by `scheme://name:port`. */
export interface Hosts {
  readonly load: (origin: string) => Promise<HostState | undefined>
  readonly save: (origin: string, state: HostState) => Promise<void>
}

/** How polite fetching is done. */
export interface Manners extends Pick<Fetching, 'loopback' | 'resolve' | 'signal'> {
  /** Milliseconds between the end of a request to a host and the next one. */
  readonly gap: number
  readonly hosts?: Hosts
  readonly limits?: Fetching['limits']
}

/** How robots.txt calls this program. */
const NAME = AGENT.split(' ', 1)[0]

/** How long a robots.txt holds, and one that could not be fetched. */
const HOLDS = 24 * 3_600_000
const CLOSED = 3_600_000
/** RFC 9309 wants at least 500 KiB to be read. */
const ROBOTS = { bytes: 600_000, time: 15_000 }
/** Longest pause between two requests that a robots.txt is granted, and longest time that a host may ask to be left alone. */
const DELAY = 120_000
const LONGEST = 7 * 24 * 3_600_000

/** Times that an address may lead to another host. */
const MOVES = 5

/** An address leads to another host, which has a turn of its own. */
class Moved extends IntakeError {
  readonly to: string

  constructor(to: string) {
    super('leads to another host')
    this.to = to
  }
}

// errors of intake are known by their mark, all of them
const isMoved = (error: unknown): error is Moved => error instanceof IntakeError && 'to' in error

/**
 * Fetches as a guest: what robots.txt allows (RFC 9309), one request a host at a time, a pause between two to the same host, nothing from a host that
 * asked to be left alone. Also after redirects. Different hosts may be asked at once.
 */
export class Polite {
  private readonly manners: Manners
  private readonly known = new Map<string, HostState>()
  private readonly last = new Map<string, number>()
  /** The last request of those that wait for a host. */
  private readonly queues = new Map<string, Promise<unknown>>()

  constructor(manners: Manners) {
    this.manners = manners
  }

  /** As `fetchBytes`, when it is its turn. Throws `IntakeError` also where robots.txt or the host forbid it. */
  async get(address: string, headers?: Readonly<Record<string, string>>): Promise<Fetched> {
    let at = address
    for (let moves = 0; moves <= MOVES; moves++)
      try {
        const now = at
        return await this.inTurn(webOf(now)?.host ?? '', () => this.fetch(now, headers))
      } catch (error) {
        if (!isMoved(error)) throw error
        at = error.to
      }
    throw new IntakeError(`leads on more than ${MOVES} times; name the address of the text itself`)
  }

  private inTurn<T>(host: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.queues.get(host) ?? Promise.resolve()).then(work)
    const ended = turn.catch(() => {})
    this.queues.set(host, ended)
    ended.then(() => {
      if (this.queues.get(host) === ended) this.queues.delete(host)
    })
    return turn
  }

  private async fetch(address: string, headers: Readonly<Record<string, string>> | undefined): Promise<Fetched> {
    const { limits } = this.manners
    const url = webOf(address)
    // any other is refused by the fetch, in the words of it
    if (url) await this.allowed(url, true)
    try {
      const follow = async (next: URL) => {
        // whoever is asked there now has the turn: waiting for it here would hold up this host
        if (next.host !== url?.host) throw new Moved(next.href)
        await this.allowed(next, false)
      }
      return await fetchBytes(address, { ...this.bare(), follow, ...(headers ? { headers } : {}), ...(limits ? { limits } : {}) })
    } catch (error) {
      if (url && error instanceof IntakeError) await this.noteRefusal(url, error)
      throw error
    } finally {
      if (url) this.last.set(url.host, Date.now())
    }
  }

  private bare(): Fetching {
    const { loopback, resolve, signal } = this.manners
    return { ...(loopback ? { loopback } : {}), ...(resolve ? { resolve } : {}), ...(signal ? { signal } : {}) }
  }

  /** Waits until a host may be asked again. Throws where it may not be. */
  private async allowed(url: URL, wait: boolean): Promise<void> {
    const { until } = await this.stateOf(url.origin)
    if (until !== undefined && until > Date.now())
      throw new IntakeError(`is on a host that asked to be left alone until ${new Date(until).toISOString().slice(0, 16)}Z`)
    const file = await this.robotsOf(url)
    if (file.closed) throw new IntakeError(`is not fetched: robots.txt of ${url.host} cannot be had, so that nothing of it may be`)
    const rules = rulesOf(new URL('/robots.txt', url).href, file.text)
    if (rules.isAllowed(url.href, NAME) === false) throw new IntakeError(`is not fetched: robots.txt of ${url.host} does not allow it`)
    if (wait) await this.pause(url, Math.min(DELAY, (rules.getCrawlDelay(NAME) ?? 0) * 1000))
  }

  private async pause(url: URL, delay: number): Promise<void> {
    const since = Date.now() - (this.last.get(url.host) ?? 0)
    const left = Math.max(this.manners.gap, delay) - since
    const { signal } = this.manners
    if (left > 0) await sleep(left, undefined, signal ? { signal } : {}).catch(() => {})
    if (signal?.aborted) throw new IntakeError('was broken off')
  }

  private async robotsOf(url: URL): Promise<NonNullable<HostState['robots']>> {
    const known = (await this.stateOf(url.origin)).robots
    if (known && Date.now() - known.at < (known.closed ? CLOSED : HOLDS)) return known
    const fresh = await this.fetchRobots(url)
    this.last.set(url.host, Date.now())
    await this.keep(url.origin, { robots: fresh })
    return fresh
  }

  private async fetchRobots(url: URL): Promise<NonNullable<HostState['robots']>> {
    await this.pause(url, 0)
    const at = Date.now()
    try {
      const { bytes } = await fetchBytes(new URL('/robots.txt', url).href, { ...this.bare(), limits: ROBOTS })
      return { text: new TextDecoder().decode(bytes), closed: false, at }
    } catch (error) {
      if (!(error instanceof IntakeError) || this.manners.signal?.aborted) throw error
      const status = error.answer?.status
      // no answer at all: the page itself will say why
      if (status === undefined && !/larger than|no text/.test(error.message)) throw error
      return { text: '', closed: status === 429 || (status !== undefined && status >= 500), at }
    }
  }

  private async noteRefusal(url: URL, { answer }: IntakeError): Promise<void> {
    if (answer?.status !== 429 && answer?.status !== 503) return
    const wait = waitOf(answer.retryAfter, Date.now())
    if (wait) await this.keep(url.origin, { until: Date.now() + wait })
  }

  private async stateOf(origin: string): Promise<HostState> {
    const known = this.known.get(origin) ?? (await this.manners.hosts?.load(origin)) ?? {}
    this.known.set(origin, known)
    return known
  }

  private async keep(origin: string, more: HostState): Promise<void> {
    const state = { ...(await this.stateOf(origin)), ...more }
    this.known.set(origin, state)
    await this.manners.hosts?.save(origin, state)
  }
}

function webOf(address: string): URL | undefined {
  try {
    const url = new URL(address)
    return /^https?:$/.test(url.protocol) ? url : undefined
  } catch {
    return undefined
  }
}

/** Milliseconds that a `Retry-After` asks for (RFC 9110, 10.2.3): seconds, or a date; 0 where it says nothing. */
export function waitOf(retryAfter: string | undefined, now: number): number {
  const value = retryAfter?.trim().slice(0, 60) ?? ''
  const wait = /^[0-9]{1,9}$/.test(value) ? Number(value) * 1000 : value ? Date.parse(value) - now : 0
  return Number.isFinite(wait) ? Math.min(LONGEST, Math.max(0, wait)) : 0
}
