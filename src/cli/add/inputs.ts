import { createReadStream, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Intake } from '../../intake/nouns.ts'
import type { Source } from '../../model.ts'
import type { Receipt } from '../../store/types.ts'
import { documentOf } from '../document.ts'
import { documentOfIntake, documentsAt, type EntryCall } from '../entries.ts'
import { CliError } from '../error.ts'
import { isFolder, statOf } from '../files.ts'
import { standardInput } from '../intake.ts'
import { linesOf } from '../lines.ts'
import { filesInZip } from './zip.ts'

/** A document to be added, or what is wrong with it. */
export type Input = {
  /** For messages: the path, and the line where there are lines. */
  readonly name: string
  /** Bytes of the input that have been taken up to and with this one. */
  readonly bytes: number
} & (
  | { readonly source: Source; readonly remarks?: readonly string[]; readonly receipt?: Receipt & { readonly bytes: Uint8Array } }
  | { readonly fault: string; readonly line?: true }
)

/** What is to be added. */
export interface Inputs {
  /** Bytes of all, where that is known. */
  readonly bytes: number | undefined
  /** Number of documents, where that is known. */
  readonly count: number | undefined
  /** Files of folders that are no texts, by their ending. */
  readonly passed: ReadonlyMap<string, number>
  readonly documents: AsyncIterable<Input>
}

const lines = /\.(?:jsonl|ndjson)(?:\.gz)?$/i
const texts = /\.(?:txt|text|md|html?|xhtml|pdf|docx)$/i
const zips = /\.zip$/i

/**
 * The documents of files, addresses, folders (walked in order of name, hidden ones left out), zip files and `-`. Files of JSON lines are one document a line;
 * with `asLines` all files are, and standard input too. Throws `CliError` where a name leads nowhere.
 */
export function inputsOf(names: readonly string[], asLines: boolean, call: EntryCall = { feedOnly: true }): Inputs {
  const passed = new Map<string, number>()
  const paths = names.flatMap((name) => (name === '-' ? ['-'] : [...filesOf(name, passed)]))
  const inLines = (path: string) => (path === '-' ? asLines : asLines || lines.test(path))
  const sized = paths.every((path) => path !== '-' && !path.endsWith('.gz'))
  return {
    bytes: sized ? paths.reduce((sum, path) => sum + (sizeOf(path) ?? 0), 0) : undefined,
    count: paths.some((path) => inLines(path) || zips.test(path)) ? undefined : paths.length,
    passed,
    documents: documentsOf(paths, inLines, call),
  }
}

async function* documentsOf(paths: readonly string[], inLines: (path: string) => boolean, call: EntryCall): AsyncGenerator<Input> {
  let bytes = 0
  for (const path of paths) {
    if (inLines(path)) {
      for await (const input of documentLines(path, bytes)) {
        bytes = input.bytes
        yield input
      }
      continue
    }
    bytes += sizeOf(path) ?? 0
    try {
      if (zips.test(path))
        for (const one of filesInZip(path, texts)) yield await documentOfFile(one.name, bytes, () => one.take(call.language), call.language)
      else
        for await (const { name, ...taken } of (await documentsAt(path, call)).documents)
          yield 'fault' in taken ? { name, bytes, fault: taken.fault } : { name, bytes, ...documentOfIntake(taken.intake, call.language) }
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      yield { name: nameOf(path), bytes, fault: error.message.replace(`${nameOf(path)}: `, '') }
    }
  }
}

/** One file as a document, or what is wrong with it. */
async function documentOfFile(name: string, bytes: number, take: () => Promise<Intake>, language: string | undefined): Promise<Input> {
  try {
    return { name, bytes, ...documentOfIntake(await take(), language) }
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    return { name, bytes, fault: error.message.replace(`${name}: `, '') }
  }
}

const nameOf = (path: string): string => (path === '-' ? 'standard input' : path)

async function* documentLines(path: string, before: number): AsyncGenerator<Input> {
  let bytes = before
  const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      bytes += chunk.length
      yield chunk
    }
  }
  try {
    for await (const line of linesOf(counted(path === '-' ? standardInput() : streamOf(path)))) {
      if ('text' in line && line.text.trim() === '') continue
      const source = 'fault' in line ? line.fault : documentOf(line.text)
      const name = `${nameOf(path)}, line ${line.number}`
      yield typeof source === 'string' ? { name, bytes, fault: source, line: true } : { name, bytes, source }
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (error instanceof CliError || code === undefined) throw error
    yield { name: nameOf(path), bytes, fault: code.startsWith('Z_') ? 'is no gzip file, or broken off' : `cannot be read (${code})` }
  }
}

function streamOf(path: string): Readable {
  const file = createReadStream(path)
  if (!path.endsWith('.gz')) return file
  const unpacked = createGunzip()
  file.on('error', (error) => unpacked.destroy(error))
  return file.pipe(unpacked)
}

const sizeOf = (path: string): number | undefined => statOf(path)?.size

/** The texts under a folder, or the file itself, whatever its name; a name that leads nowhere is left for the reading of it to report. */
function* filesOf(name: string, passed: Map<string, number>): Generator<string> {
  if (!isFolder(name)) {
    yield name
    return
  }
  const entries = readdirSync(name, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(name, entry.name)
    if (entry.isDirectory()) yield* filesOf(path, passed)
    else if (texts.test(entry.name) || lines.test(entry.name) || zips.test(entry.name)) yield path
    else {
      const ending = /\.[^.]{1,12}$/.exec(entry.name)?.[0] ?? 'no ending'
      passed.set(ending, (passed.get(ending) ?? 0) + 1)
    }
  }
}
