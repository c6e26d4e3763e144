import { closeSync, createReadStream, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { formOf } from '../../intake/form.ts'
import type { Source } from '../../model.ts'
import type { WithBytes } from '../../store/types.ts'
import { documentOf } from '../document.ts'
import { documentOfIntake, documentsAt, type EntryCall } from '../entries.ts'
import { CliError } from '../error.ts'
import { isFolder, statOf } from '../files.ts'
import { given } from '../given.ts'
import { bytesOf, isAddress, standardInput, whyUnread } from '../intake.ts'
import { linesOf } from '../lines.ts'
import { inOrder } from '../work/in-order.ts'
import { roomFor } from '../work/threads.ts'
import { Hands } from './hands.ts'
import { filesInZip } from './zip.ts'

/** A document to be added, or what is wrong with it. */
export type Input = {
  /** For messages: the path, and the line where there are lines. */
  readonly name: string
  /** Bytes of the input that have been taken up to and with this one. */
  readonly bytes: number
} & (
  | { readonly source: Source; readonly remarks?: readonly string[]; readonly receipt?: WithBytes }
  | { readonly fault: string; readonly line?: true }
)

/** A document that is still to be taken out of bytes, or an input that needs nothing more. */
type Coming =
  | { readonly input: Input }
  | {
      /** About how much work it is, in bytes. */
      readonly weight: number
      readonly take: (hands: Hands) => Promise<Input>
    }

/** What is to be added. */
export interface Inputs {
  /** Bytes of all, where that is known. */
  readonly bytes: number | undefined
  /** Number of documents, where that is known. */
  readonly count: number | undefined
  /** Files of folders that are no texts, by their ending. */
  readonly passed: ReadonlyMap<string, number>
  readonly documents: AsyncGenerator<Input>
}

const lines = /\.(?:jsonl|ndjson)(?:\.gz)?$/i
const texts = /\.(?:txt|text|md|html?|xhtml|pdf|docx)$/i
const zips = /\.zip$/i

/**
 * The documents of files, addresses, folders (walked in order of name, hidden ones left out), zip files and `-`. Files of JSON lines are one document a line;
 * with `asLines` all files are, and standard input too. `hands` take them out of their bytes. Throws `CliError` where a name leads nowhere.
 */
export function inputsOf(names: readonly string[], asLines: boolean, call: EntryCall = { feedOnly: true }, hands = new Hands(1)): Inputs {
  const passed = new Map<string, number>()
  const paths = names.flatMap((name) => (name === '-' ? ['-'] : [...filesOf(name, passed)]))
  const inLines = (path: string) => (path === '-' ? asLines : asLines || lines.test(path))
  const sized = paths.every((path) => path !== '-' && !path.endsWith('.gz'))
  return {
    bytes: sized ? paths.reduce((sum, path) => sum + (sizeOf(path) ?? 0), 0) : undefined,
    count: paths.some((path) => inLines(path) || zips.test(path)) ? undefined : paths.length,
    passed,
    documents: takenBy(hands, documentsOf(paths, inLines, call)),
  }
}

/** Takes what comes, in order, as many at a time as there are hands. */
function takenBy(hands: Hands, documents: AsyncIterable<Coming>): AsyncGenerator<Input> {
  const start = async (coming: Coming) => ('input' in coming ? coming.input : coming.take(hands))
  const weigh = { item: (coming: Coming) => ('input' in coming ? weightOf(coming.input) : coming.weight), result: weightOf }
  return inOrder(documents, start, roomFor(hands.threads), weigh)
}

const weightOf = (input: Input): number => ('fault' in input ? 0 : input.source.text.length)

async function* documentsOf(paths: readonly string[], inLines: (path: string) => boolean, call: EntryCall): AsyncGenerator<Coming> {
  let bytes = 0
  for (const path of paths) {
    if (inLines(path)) {
      for await (const input of documentLines(path, bytes)) {
        bytes = input.bytes
        yield { input }
      }
      continue
    }
    const size = sizeOf(path) ?? 0
    const name = nameOf(path)
    bytes += size
    const so = { bytes, language: call.language }
    try {
      if (zips.test(path)) for (const one of filesInZip(path, texts)) yield document(one.name, so, one.size, () => one.bytes(), one.entry)
      else if (path === '-' || isAddress(path) || mayBeFeed(path)) {
        // a feed is many: its entries are taken here, one after the other
        for await (const { name: entry, ...taken } of (await documentsAt(path, call)).documents)
          yield {
            input:
              'fault' in taken
                ? { name: entry, bytes, fault: taken.fault }
                : { name: entry, bytes, ...documentOfIntake(taken.intake, call.language) },
          }
      } else yield document(name, so, size, () => bytesOf(path, name), name)
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      yield { input: { name, bytes, fault: error.message.replace(`${name}: `, '') } }
    }
  }
}

/** What is the same for all documents of a path: bytes taken with it, language of the call. */
interface Same {
  readonly bytes: number
  readonly language: string | undefined
}

/** A document to be taken, or what turns out to be wrong with it. @param file name that tells the form where the bytes do not */
function document(name: string, { bytes, language }: Same, weight: number, held: () => Uint8Array, file: string): Coming {
  const take = async (hands: Hands): Promise<Input> => {
    try {
      const own = held()
      const about = { name: file, ...given({ language }) }
      const answer = await hands.intake(own, about)
      if ('fault' in answer) return { name, bytes, fault: answer.fault }
      return { name, bytes, ...documentOfIntake({ ...answer, bytes: own, given: about }, language) }
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      return { name, bytes, fault: error.message.replace(`${name}: `, '') }
    }
  }
  return { weight, take }
}

/** Whether a file opens as a feed does. */
function mayBeFeed(path: string): boolean {
  const opening = Buffer.alloc(1024)
  try {
    const file = openSync(path, 'r')
    try {
      return formOf(opening.subarray(0, readSync(file, opening)), { name: path }) === 'feed'
    } finally {
      closeSync(file)
    }
  } catch {
    // what is wrong is said when it is taken
    return false
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
    yield { name: nameOf(path), bytes, fault: code.startsWith('Z_') ? 'is no gzip file, or broken off; fetch it again' : whyUnread(error) }
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
