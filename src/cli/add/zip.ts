import { IntakeError } from '../../intake/error.ts'
import { sourceOfBytes } from '../../intake/intake.ts'
import type { Intake } from '../../intake/nouns.ts'
import { entriesOf } from '../../intake/zip.ts'
import { CliError } from '../error.ts'
import { given } from '../given.ts'
import { bytesOf } from '../intake.ts'

/** Most bytes that the files of a zip may say they unpack to; one file is unpacked at a time. */
const UNPACKED = 2_000_000_000

/** A file in a zip: its name for messages, and what comes of it. */
export interface Zipped {
  readonly name: string
  readonly take: (language: string | undefined) => Promise<Intake>
}

/** The texts in a zip in order of name, hidden ones left out. Nothing is written anywhere. Throws `CliError` where the zip is damaged or a bomb. */
export function filesInZip(path: string, texts: RegExp): Zipped[] {
  try {
    const entries = entriesOf(bytesOf(path, path))
    if (entries.reduce((sum, one) => sum + one.size, 0) > UNPACKED)
      throw new IntakeError(`unpacks to more than ${UNPACKED / 1e9} GB; unpack it first`)
    return entries
      .filter((one) => texts.test(one.name) && !one.name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((one) => {
        const name = `${path}, ${one.name}`
        const take = async (language: string | undefined) => {
          if (one.encrypted) throw new IntakeError('is encrypted; unpack it first')
          return sourceOfBytes(one.unpack(), { name: one.name, ...given({ language }) })
        }
        return { name, take: (language) => take(language).catch((error) => asCliError(error, name)) }
      })
  } catch (error) {
    return asCliError(error, path)
  }
}

function asCliError(error: unknown, name: string): never {
  throw error instanceof IntakeError ? new CliError(`${name}: ${error.message}`) : error
}
