import { constants } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'
import { IntakeError } from '../../intake/error.ts'
import { entriesOf, type Zip } from '../../intake/zip.ts'
import { CliError } from '../error.ts'
import { sizeAt, unreadable } from '../intake.ts'

/** Most bytes that the files of a zip may say they unpack to; one file is unpacked at a time. */
const UNPACKED = 2_000_000_000

/** A file in a zip: its name for messages, and what it holds. */
export interface Zipped {
  readonly name: string
  /** Its name in the zip. */
  readonly entry: string
  /** Bytes that it unpacks to, as the zip states them. */
  readonly size: number
  /** Throws `CliError` where the file is damaged, encrypted or larger than the zip states. */
  readonly bytes: () => Uint8Array
}

/** The texts in a zip in order of name, hidden ones left out. Nothing is written anywhere, and of the zip only the list of its files is held. Throws `CliError` where the zip is damaged or a bomb. */
export function filesInZip(path: string, texts: RegExp): Zipped[] {
  try {
    const entries = entriesOf(zipAt(path))
    if (entries.reduce((sum, one) => sum + one.size, 0) > UNPACKED)
      throw new IntakeError(`unpacks to more than ${UNPACKED / 1e9} GB; unpack it first`)
    return entries
      .filter((one) => texts.test(one.name) && !one.name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((one) => {
        const name = `${path}, ${one.name}`
        const bytes = () => {
          try {
            if (one.size > constants.MAX_STRING_LENGTH)
              throw new IntakeError(`is larger than ${constants.MAX_STRING_LENGTH >> 20} MB; split it`)
            if (one.encrypted) throw new IntakeError('is encrypted; unpack it first')
            return one.unpack()
          } catch (error) {
            return asCliError(error, name)
          }
        }
        return { name, entry: one.name, size: one.size, bytes }
      })
  } catch (error) {
    return asCliError(error, path)
  }
}

/** A zip in a file, which is opened for each part that is taken of it: nothing is left open, whoever stops. Throws `CliError` where it cannot be read. */
function zipAt(path: string): Zip {
  const part = (from: number, to: number) => {
    try {
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(to, size) - from))
      const file = openSync(path, 'r')
      try {
        let length = 0
        for (let more = 1; more && length < bytes.length; length += more)
          more = readSync(file, bytes, length, bytes.length - length, from + length)
        return bytes.subarray(0, length)
      } finally {
        closeSync(file)
      }
    } catch (error) {
      throw unreadable(error, path)
    }
  }
  const size = sizeAt(path)
  return { size, part }
}

function asCliError(error: unknown, name: string): never {
  throw error instanceof IntakeError ? new CliError(`${name}: ${error.message}`) : error
}
