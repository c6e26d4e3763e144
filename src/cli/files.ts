import { once } from 'node:events'
import { createWriteStream, mkdirSync, renameSync, rmSync, type Stats, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'
import { CliError } from './error.ts'

/** What stands at a path; undefined where nothing does that may be looked at. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

/** Whether a path is a folder. */
export const isFolder = (path: string): boolean => statOf(path)?.isDirectory() === true

/** Makes a folder and those above it. Throws `CliError` where that cannot be. */
export function makeFolder(path: string): void {
  if (isFolder(path)) return
  const above = dirname(path)
  if (above !== path) makeFolder(above)
  try {
    // one at a time: asked for a whole path under /proc, Node never comes back
    mkdirSync(path)
  } catch (error) {
    throw new CliError(
      `${path}: cannot be made a folder (${(error as NodeJS.ErrnoException).code}); name another place, or check the permissions`,
    )
  }
}

/** Writes a file beside its place and then moves it there: what stands at the path is whole, whenever the program ends. */
export async function writeFileWhole(path: string, pieces: AsyncIterable<string> | Iterable<Uint8Array>): Promise<void> {
  makeFolder(dirname(path))
  const part = `${path}.part-${process.pid}`
  const file = createWriteStream(part)
  try {
    const opened = once(file, 'open')
    await opened
    for await (const piece of pieces) if (!file.write(piece)) await once(file, 'drain')
    file.end()
    await finished(file)
    renameSync(part, path)
  } catch (error) {
    file.destroy()
    rmSync(part, { force: true })
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined || error instanceof CliError) throw error
    throw new CliError(`${path}: cannot be written (${code}); check its permissions and the room left, or name another place`)
  }
}
