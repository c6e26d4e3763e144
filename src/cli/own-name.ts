import { basename, relative } from 'node:path'

/**
 * How this program was called, for lines that somebody copies: `stocktake` where it is on the path, else `node` with the path of the file, from the
 * current folder where that is shorter.
 */
export function ownName(called: string | undefined = process.argv[1], folder: string = process.cwd()): string {
  if (called === undefined || !called.endsWith('.js')) return basename(called ?? 'stocktake')
  const near = relative(folder, called)
  const path = near.length < called.length ? near : called
  return `node ${/^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`}`
}
