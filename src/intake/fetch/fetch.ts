import { lookup as resolveName } from 'node:dns/promises'
import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { IntakeError } from '../error.ts'
import { isPublic } from './address.ts'

/** What a fetch may take. */
export interface Limits {
  /** Bytes, as they come and unpacked. */
  readonly bytes: number
  /** Milliseconds for all of it, redirects included: a slow drip ends there too. */
  readonly time: number
  readonly redirects: number
}

export const limits: Limits = { bytes: 50_000_000, time: 30_000, redirects: 5 }

/** What the program says of itself to servers; the first word is how robots.txt calls it. */
export const AGENT = 'stocktake (reads public texts; https://www.npmjs.com/package/stocktake)'

/** How a fetch differs from the usual. */
export interface Fetching {
  readonly limits?: Partial<Limits>
  /** Sent along: conditions of a repeated request. */
  readonly headers?: Readonly<Record<string, string>>
  /** Breaks the fetch off. */
  readonly signal?: AbortSignal
  /** Asked before a redirect is followed, with where it leads; what it throws ends the fetch. */
  readonly follow?: (url: URL) => Promise<void>
  /** For tests alone: 127.0.0.1 may be asked. */
  readonly loopback?: boolean
  /** For tests alone: the addresses of a name. */
  readonly resolve?: (host: string) => Promise<readonly string[]>
}

/** What came from an address. */
export interface Fetched {
  /** 200, or 304 where a condition was sent and nothing is new. */
  readonly status: number
  readonly bytes: Uint8Array
  readonly type: string | undefined
  /** Where it came from in the end. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
}

/**
 * The bytes at an address of the web. Only http and https; only public addresses, checked after the name is resolved, at every redirect, and
 * the connection goes to the address that was checked. Throws `IntakeError`: why there is no text, without the address.
 */
export async function fetchBytes(address: string, fetching: Fetching = {}): Promise<Fetched> {
  const { bytes, time, redirects } = { ...limits, ...fetching.limits }
  const late = AbortSignal.timeout(time)
  const signal = fetching.signal ? AbortSignal.any([late, fetching.signal]) : late
  let url = webAddress(address, undefined)
  try {
    for (let hop = 0; hop <= redirects; hop++) {
      const response = await ask(url, await checkedAddress(url, fetching), signal, fetching.headers ?? {})
      const { statusCode: status = 0, headers } = response
      if (status >= 300 && status < 400 && status !== 304) {
        response.destroy()
        if (!headers.location) throw new IntakeError(`answers ${status} and says not where to go; name the address of the text itself`)
        url = webAddress(headers.location, url)
        await fetching.follow?.(url)
        continue
      }
      if (status === 304 && fetching.headers)
        return { status, bytes: new Uint8Array(), type: undefined, url: url.href, headers: drop(response) }
      if (status !== 200)
        throw new IntakeError(refusal(status, drop(response)), {
          status,
          ...(headers['retry-after'] ? { retryAfter: headers['retry-after'] } : {}),
        })
      refuseType(headers['content-type'], response)
      return { status, bytes: await bodyOf(response, bytes, signal), type: headers['content-type'], url: url.href, headers }
    }
  } catch (error) {
    if (fetching.signal?.aborted) throw new IntakeError('was broken off')
    if (late.aborted) throw new IntakeError(`took longer than ${time / 1000} seconds, and nothing was taken; try again later`)
    throw error instanceof IntakeError ? error : new IntakeError(faultOf(error as NodeJS.ErrnoException))
  }
  throw new IntakeError(`leads on more than ${redirects} times; name the address of the text itself`)
}

/** An address of the web, relative to another one. Throws `IntakeError` for any other scheme, and for one with a password in it. */
function webAddress(address: string, base: URL | undefined): URL {
  let url: URL
  try {
    url = new URL(address, base)
  } catch {
    throw new IntakeError(base ? 'leads to what is no address' : 'is no address; write it like https://example.org/page')
  }
  const leads = base ? 'leads to an address that ' : ''
  if (!/^https?:$/.test(url.protocol)) throw new IntakeError(`${leads}is not of the web (${url.protocol}); only http and https are fetched`)
  if (url.username || url.password) throw new IntakeError(`${leads}holds a name or password; take it out`)
  if (base?.protocol === 'https:' && url.protocol === 'http:')
    throw new IntakeError('leads from https to http, where anybody may change it')
  return url
}

/** The address to connect to. All that a name resolves to must be public: which of them a second resolution would give, nobody knows. */
async function checkedAddress(url: URL, { loopback, resolve }: Fetching): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const all = isIP(host) ? [host] : await (resolve ?? addressesOf)(host)
  const [first] = all
  if (first === undefined) throw new IntakeError('has a name that leads nowhere; check the address')
  for (const one of all)
    if (!isPublic(one) && !(loopback && one === '127.0.0.1'))
      throw new IntakeError('is an address inside of a network, not of the web; it is not fetched')
  return first
}

const addressesOf = async (host: string): Promise<string[]> => (await resolveName(host, { all: true })).map((one) => one.address)

function ask(url: URL, address: string, signal: AbortSignal, headers: Readonly<Record<string, string>>): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      agent: false,
      signal,
      headers: {
        'user-agent': AGENT,
        accept: 'text/html,application/xhtml+xml,application/pdf,text/plain,application/xml;q=0.9,*/*;q=0.5',
        'accept-encoding': 'gzip, deflate, br',
        ...headers,
      },
      // the address that was checked, whatever the name resolves to by now
      lookup: (_host, options, found) => {
        const family = isIP(address)
        if (options.all)
          (found as unknown as (error: null, all: { address: string; family: number }[]) => void)(null, [{ address, family }])
        else found(null, address, family)
      },
    })
    request.on('response', done).on('error', fail).end()
  })
}

/** All bytes of a response, unpacked, counted as they come. */
async function bodyOf(response: IncomingMessage, most: number, signal: AbortSignal): Promise<Uint8Array> {
  const tooMuch = () => new IntakeError(`is larger than ${most >= 1e6 ? `${most / 1e6} MB` : `${most} bytes`}; nothing was taken`)
  if (Number(response.headers['content-length'] ?? 0) > most) {
    response.destroy()
    throw tooMuch()
  }
  const stream = unpacked(response)
  const stop = () => stream.destroy(new Error('out of time'))
  signal.addEventListener('abort', stop)
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of stream) {
      size += (chunk as Uint8Array).length
      if (size > most) throw tooMuch()
      chunks.push(chunk as Uint8Array)
    }
  } finally {
    signal.removeEventListener('abort', stop)
    response.destroy()
  }
  return Buffer.concat(chunks)
}

function unpacked(response: IncomingMessage): Readable {
  const packing = response.headers['content-encoding']?.trim().toLowerCase()
  if (!packing || packing === 'identity') return response
  const stream =
    packing === 'gzip' || packing === 'x-gzip'
      ? createGunzip()
      : packing === 'br'
        ? createBrotliDecompress()
        : packing === 'deflate'
          ? createInflate()
          : undefined
  if (!stream) {
    response.destroy()
    throw new IntakeError(`comes packed in a way that is not known here (${packing.slice(0, 40)})`)
  }
  response.on('error', (error) => stream.destroy(error))
  return response.pipe(stream)
}

function drop(response: IncomingMessage): IncomingHttpHeaders {
  response.destroy()
  return response.headers
}

function refuseType(type: string | undefined, response: IncomingMessage): void {
  const [kind] = type?.trim().toLowerCase().split('/') ?? []
  if (!/^(?:image|video|audio|font|model)$/.test(kind ?? '')) return
  response.destroy()
  throw new IntakeError(`is no text (${type?.split(';')[0]?.slice(0, 60)})`)
}

function refusal(status: number, headers: IncomingHttpHeaders): string {
  if (status === 404 || status === 410) return `answers ${status}: there is no such page; check the address`
  if (status === 401 || status === 403 || status === 407) return `answers ${status}: it may not be read without a permission`
  if (status === 429 || status === 503)
    return `answers ${status}: too busy${headers['retry-after'] ? `; try again after ${headers['retry-after'].slice(0, 40)}` : '; try again later'}`
  return `answers ${status}; nothing was taken`
}

function faultOf({ code = '', message }: NodeJS.ErrnoException): string {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'has a name that leads nowhere; check the address and the network'
  if (code === 'ECONNREFUSED') return 'refuses the connection'
  if (code === 'ECONNRESET' || message === 'aborted') return 'broke off; try again'
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR_'))
    return /CERT|TLS|SSL/.test(code) ? `has no valid certificate (${code})` : `sends what cannot be unpacked or understood (${code})`
  return /CERT|SIGNATURE|SELF_SIGNED|UNABLE_TO/.test(code)
    ? `has no valid certificate (${code})`
    : `cannot be fetched (${code || 'unknown'})`
}
