import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files of a folder by name, as `parseProgramme` takes them. */
export function filesOf(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.tsv'))
      .sort()
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  )
}
