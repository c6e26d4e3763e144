import type { Context } from 'hono'
import { read } from '../../index.ts'
import { IntakeError } from '../../intake/error.ts'
import { sourceOfBytes } from '../../intake/intake.ts'
import type { Source } from '../../model.ts'
import type { WithBytes } from '../../store/types.ts'
import type { TextPage } from '../../web/text/props.ts'
import { TEXT } from '../guard.ts'
import { type House, may } from '../house.ts'
import { textPage } from '../pages/text.ts'

/** A text that came by a form. */
export interface Sent {
  readonly source: Source
  /** The file that it was made of. */
  readonly receipt?: WithBytes
  /** What was assumed of the file, and what in it disagrees. */
  readonly remarks: readonly string[]
}

/**
 * A text that came by a form, or one line that says what is wrong. Characters are taken as they are; a file may be a text, a page, a PDF or a Word file,
 * and comes a second time, as Base64, from the page that shows what was read in it. Where it is an address that came, its document is fetched.
 */
export async function sentBy(c: Context, house: House): Promise<Sent | string> {
  const form = await c.req.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const date = field('date')
  if (date && !/^\d{4}-\d{2}-\d{2}$/.test(date)) return `${date}: is not a day; write it as 2022-06-07`
  const about = { title: field('title'), date, publisher: field('publisher') }
  const said = Object.fromEntries(Object.entries(about).filter(([, value]) => value))
  const file = await fileOf(form)
  const address = field('address')
  if (address && (file || field('text'))) return 'A text or file and an address both came: send one of them.'
  if (address) {
    const fetched = await fetchedAt(address, house, c.req.raw.signal)
    return typeof fetched === 'string' ? fetched : ofFile(fetched, said)
  }
  if (file) return ofFile(file, said)
  const text = form.has('exact')
    ? Buffer.from(String(form.get('exact')), 'base64').toString()
    : // a form sends every line break so, whatever was pasted
      String(form.get('text') ?? '').replaceAll('\r\n', '\n')
  if (text.trim() === '') return NOTHING
  return { source: { ...said, text }, remarks: [] }
}

const NOTHING = 'There is no text: paste one, or choose a file.'

/** A file of somebody's, or what was fetched from an address. */
interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Where it was fetched, and what it was called there (`Content-Type`). */
  readonly url?: string
  readonly type?: string
}

async function fileOf(form: FormData): Promise<SentFile | undefined> {
  const [file, again] = [form.get('file'), form.get('received')]
  if (file instanceof File && file.size > 0) return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  if (typeof again !== 'string' || !again) return undefined
  const field = (name: string) => String(form.get(name) ?? '').slice(0, LONGEST)
  const [url, type] = [field('received-url'), field('received-type')]
  const from = isWeb(url) ? { url, ...(type && { type }) } : {}
  return { name: field('received-name'), bytes: new Uint8Array(Buffer.from(again, 'base64')), ...from }
}

/** Longest address that is taken, in characters. */
const LONGEST = 2000

const isWeb = (address: string): boolean => /^https?:\/\//i.test(address) && URL.canParse(address)

/**
 * The document at an address that somebody gave, who must be allowed to; or one line that says why there is none. Guarded as everything that is fetched is:
 * public addresses only, also behind a name and a redirect; no larger than a file that the form takes.
 */
async function fetchedAt(address: string, house: House, signal: AbortSignal): Promise<SentFile | string> {
  if (!may(house, 'fetch')) return 'Nothing is fetched for you here: save the page, then choose it as a file.'
  const shown = address.length > 200 ? `${address.slice(0, 200)}…` : address
  if (address.length > LONGEST) return `${shown}: is too long an address.`
  // for tests a server of theirs on this machine has no certificate
  if (!/^https:\/\//i.test(address) && !house.fetching?.loopback)
    return `${shown}: is no address to fetch; write it like https://example.org/page`
  const { fetchBytes } = await import('../../intake/fetch/fetch.ts')
  try {
    const { loopback, resolve } = house.fetching ?? {}
    const limits = { bytes: TEXT, time: PATIENCE, ...house.fetching?.limits }
    const { bytes, url, type } = await fetchBytes(address, { limits, signal, ...(loopback && { loopback }), ...(resolve && { resolve }) })
    return { name: new URL(url).pathname, bytes, url, ...(type && { type }) }
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error
    return `${shown}: ${error.message}`
  }
}

/** How long somebody waits for what is fetched, in milliseconds. */
const PATIENCE = 20_000

async function ofFile({ name, bytes, ...from }: SentFile, said: Partial<Source>): Promise<Sent | string> {
  try {
    const { source, original, grounds, remarks } = await sourceOfBytes(bytes, { name, ...from })
    if (source.text.trim() === '') return NOTHING
    const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0]
    // what a person writes over what the document says has no ground in it
    const own = Object.entries(grounds).filter(([key]) => !(key in said) || said[key as keyof Source] === source[key as keyof Source])
    const receipt = {
      bytes,
      form: original.form,
      grounds: Object.fromEntries(own),
      ...('encoding' in original ? { encoding: original.encoding } : {}),
      ...(ending ? { ending } : {}),
      ...from,
    }
    return { source: { ...source, ...said }, receipt, remarks }
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error
    return `${from.url ?? (name || 'the file')}: ${error.message}`
  }
}

/** The reading room of a text that is not in the ledger, with the known undertakings that it touches. */
export async function unsavedPage(house: House, { source, receipt, remarks }: Sent): Promise<TextPage> {
  const reading = read(source)
  const { text, id: _, ...about } = source
  const touched = new Map<string, { id: string; label: string; unsure?: true }>()
  for (const { statement, undertaking, label, verdict } of await house.store.touches(reading, about))
    if (!touched.has(statement)) touched.set(statement, { id: undertaking, label, ...(verdict === 'suggest' && { unsure: true as const }) })
  const page = textPage({ id: '', hash: reading.hash, ...about }, text, reading, { undertakings: touched })
  const received = receipt?.bytes && {
    name: `file${receipt.ending ?? ''}`,
    bytes: Buffer.from(receipt.bytes).toString('base64'),
    ...(receipt.url && { url: receipt.url }),
    ...(receipt.type && { type: receipt.type }),
  }
  return {
    ...page,
    remarks: [...page.remarks, ...remarks],
    unsaved: received ? '' : Buffer.from(text).toString('base64'),
    ...(received && { received }),
    ...(may(house, 'add') && { storing: true as const }),
  }
}
