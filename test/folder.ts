import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the temporary folders of tests and measurements are called; the number is the process that made one. */
const OURS = /^stocktake-(\d+)-/

let root: string | undefined

/** Path of a new, empty folder, gone with all that is in it when this process ends; where the process is killed outright, when the next one asks. */
export function newFolder(): string {
  root ??= ofThisProcess()
  return mkdtempSync(`${root}/`)
}

function ofThisProcess(): string {
  removeOrphans()
  const folder = mkdtempSync(join(tmpdir(), `stocktake-${process.pid}-`))
  process.once('exit', () => remove(folder))
  // a signal ends a process without `exit` unless somebody listens
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(128 + constants.signals[signal]))
  return folder
}

/** Folders whose makers are gone: killed before they could tidy up. */
function removeOrphans(): void {
  for (const name of readdirSync(tmpdir())) {
    const maker = OURS.exec(name)?.[1]
    if (!maker || isRunning(Number(maker))) continue
    try {
      remove(join(tmpdir(), name))
    } catch {
      // somebody else's, or another process is at it: theirs to remove
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // a process of somebody else runs too, and so does what is theirs
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

// what a child that is just ending still writes makes a folder full again while it is being removed
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
