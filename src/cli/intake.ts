import { constants } from 'node:buffer'
import { fstatSync, readFileSync, statSync } from 'node:fs'
import { vocabularyOf } from '../index.ts'
import { datelineRemark } from '../intake/dateline.ts'
import { IntakeError } from '../intake/error.ts'
import { placesOf, sourceOfBytes } from '../intake/intake.ts'
import type { Given, Intake } from '../intake/nouns.ts'
import type { Reading, Source } from '../model.ts'
import { CliError } from './error.ts'
import { given } from './given.ts'

/** Bytes, and what is known of them beside themselves. */
export interface Got {
  readonly bytes: Uint8Array
  readonly given: Given
}

/**
 * What comes of the bytes of a file, of an address of the web, or of standard input for `-`. Throws `CliError`: what is wrong, where, what to do.
 * @param language what the call says of a text that does not say it itself
 */
export async function intakeOf(path: string, language?: string): Promise<Intake> {
  return naming(path, async () => named(path, await intakeOfBytes(await gotFrom(path, language))))
}

/** The intake under the name of the file that it is of. */
export const named = (path: string, intake: Intake): Intake =>
  path === '-' ? intake : { ...intake, source: { id: path, ...intake.source } }

/** Runs work on a file or an address. What it says of the bytes alone becomes a `CliError` that also names where they are. */
export async function naming<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof IntakeError ? new CliError(`${path === '-' ? 'standard input' : path}: ${error.message}`) : error
  }
}

/** The bytes of a file, of an address of the web, or of standard input for `-`. Throws `CliError` or `IntakeError`. */
export async function gotFrom(path: string, language: string | undefined): Promise<Got> {
  const name = path === '-' ? 'standard input' : path
  if (!isAddress(path)) return { bytes: bytesOf(path, name), given: { name, ...given({ language }) } }
  const { fetchBytes } = await import('../intake/fetch/fetch.ts')
  const { bytes, type, url } = await fetchBytes(path, { loopback: loopbackToo() })
  return { bytes, given: { url, name: new URL(url).pathname, ...given({ type, language }) } }
}

export const intakeOfBytes = ({ bytes, given: about }: Got): Promise<Intake> => sourceOfBytes(bytes, about)

/** Whether a name is an address of the web, or of something else that is no file. */
export const isAddress = (path: string): boolean => /^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(path)

/** For tests of the whole program alone, 127.0.0.1 may be asked where the environment says so. */
export const loopbackToo = (): boolean => process.env['STOCKTAKE_TEST_LOOPBACK'] === '1'

/** The source alone. */
export const sourceOf = async (path: string): Promise<Source> => (await intakeOf(path)).source

const advice: Readonly<Record<string, string>> = {
  ENOENT: 'no such file; check the path',
  ENOTDIR: 'no such file; check the path',
  EISDIR: 'is a directory; name the text files in it',
  EACCES: 'may not be read; check its permissions',
  EBADF: 'is closed; give it a text',
}

/** The bytes of a file. Throws `CliError` where it cannot be read. */
export function bytesOf(path: string, name: string): Buffer {
  const size = path === '-' ? 0 : sizeAt(path)
  if (size > constants.MAX_STRING_LENGTH) throw new CliError(`${name}: is larger than ${constants.MAX_STRING_LENGTH >> 20} MB; split it`)
  try {
    return readFileSync(path === '-' ? 0 : path)
  } catch (error) {
    throw unreadable(error, name)
  }
}

/** Bytes of a file. Throws `CliError` where it cannot be read. */
export function sizeAt(path: string): number {
  try {
    return statSync(path).size
  } catch (error) {
    throw unreadable(error, path)
  }
}

/** What is said of a file that the system does not give. @param name of the file, for the message */
export const unreadable = (error: unknown, name: string): CliError => new CliError(`${name}: ${whyUnread(error)}`)

/** The same without the name of the file. */
export function whyUnread(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
  return advice[code] ?? `cannot be read (${code}); try again, or copy it elsewhere first`
}

/** Bytes of standard input as they come. Throws `CliError` where it is a directory, of which Node only says that it is empty. */
export function standardInput(): AsyncIterable<Uint8Array> {
  if (fstatSync(0).isDirectory()) throw new CliError(`standard input: ${advice['EISDIR']}`)
  return process.stdin
}

/** A reading with what is known of the document as received; with `places` also its hash, and each statement's place in it. */
export async function receivedReading(reading: Reading, intake: Intake, places: boolean): Promise<Reading> {
  const { source, original, grounds, remarks } = intake
  const vocabulary = reading.lexicon === 'none' ? undefined : vocabularyOf(source.language ?? 'en')
  const dateline = vocabulary && datelineRemark({ ...reading.source, text: source.text }, vocabulary)
  const notes = [...reading.notes, ...remarks, ...(dateline ? [dateline] : [])]
  if (!places) return { ...reading, notes }
  const spans = reading.statements.map((one) => one.span)
  const found = await placesOf(original, spans)
  const encoding = 'encoding' in original ? { encoding: original.encoding } : {}
  return {
    ...reading,
    received: { form: original.form, hash: intake.hash(), ...encoding, grounds: { ...grounds } },
    notes,
    statements: reading.statements.map((one, i) => ({ ...one, ...given({ place: found?.[i] }) })),
  }
}
