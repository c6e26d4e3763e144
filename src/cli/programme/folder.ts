import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ParsedProgramme, parseProgramme } from '../../programme/parse.ts'
import { templateOf } from '../../programme/template.ts'
import { CliError } from '../error.ts'
import { decodeUtf8 } from '../utf8.ts'

/** The folder of the package that this code came in: the nearest above it with a package.json. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
}

/** Names of the programmes that ship with Stocktake. */
export function shipped(): string[] {
  const folder = join(packageFolder(), 'programmes')
  return existsSync(folder) ? readdirSync(folder).sort() : []
}

/** Whether a path names a folder. */
export const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

/** The folder that a call means: a path, else the name of a programme that ships with Stocktake. Throws `CliError` where it is neither. */
export function folderOf(named: string): string {
  if (isFolder(named)) return named
  if (shipped().includes(named)) return join(packageFolder(), 'programmes', named)
  throw new CliError(`${named}: no such folder, and no programme of that name comes with Stocktake; stocktake programme list shows them`)
}

/** Largest table, in bytes: past that it is no table that anybody keeps by hand. */
const largest = 50_000_000

/** Reads and checks the tables of a folder. Throws `CliError` where a file cannot be read; mistakes in the tables are in `problems`. */
export function readProgramme(folder: string): ParsedProgramme {
  const files = new Map<string, string>()
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.tsv')) continue
    const path = join(folder, name)
    if (statSync(path).size > largest) throw new CliError(`${path}: is larger than ${largest / 1e6} MB; a table of a programme is not`)
    const text = decodeUtf8(readFileSync(path))
    if (typeof text !== 'string') throw new CliError(`${path}: byte ${text + 1} is not UTF-8; save the table as UTF-8`)
    files.set(name, text)
  }
  return parseProgramme(files)
}

/** Writes the tables that a new programme starts with. Throws `CliError` where the folder has something in it already. */
export function writeTemplate(folder: string, name: string): string[] {
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length))
    throw new CliError(`${folder}: is there already; give another name, or move it away`)
  mkdirSync(folder, { recursive: true })
  const files = templateOf(name)
  for (const [file, text] of files) writeFileSync(join(folder, file), text)
  return [...files.keys()].map((file) => join(folder, file))
}
