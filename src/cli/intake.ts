import { constants } from 'node:buffer'
import { fstatSync, readFileSync, statSync } from 'node:fs'
import type { Source } from '../model.ts'
import { CliError } from './error.ts'
import { decodeUtf8 } from './utf8.ts'

type About = { -readonly [K in 'title' | 'date' | 'publisher' | 'url' | 'language']?: string }

/** Keys of the header of a text file, and the field of a source that each fills. */
const keys: Readonly<Record<string, keyof About>> = {
  title: 'title',
  date: 'date',
  published: 'date',
  publisher: 'publisher',
  source: 'publisher',
  url: 'url',
  address: 'url',
  language: 'language',
  lang: 'language',
}

/** Bytes of a file (or of standard input for `-`) as a source. Throws `CliError`: what is wrong, where, what to do. */
export function sourceOf(path: string): Source {
  const name = path === '-' ? 'standard input' : path
  const { about, text } = splitHeader(decode(bytesOf(path, name), name))
  return { ...(path === '-' ? {} : { id: path }), ...about, text }
}

const advice: Readonly<Record<string, string>> = {
  ENOENT: 'no such file; check the path',
  ENOTDIR: 'no such file; check the path',
  EISDIR: 'is a directory; name the text files in it',
  EACCES: 'may not be read; check its permissions',
  EBADF: 'is closed; give it a text',
}

function bytesOf(path: string, name: string): Buffer {
  try {
    const size = path === '-' ? 0 : statSync(path).size
    if (size > constants.MAX_STRING_LENGTH) throw new CliError(`${name}: is larger than ${constants.MAX_STRING_LENGTH >> 20} MB; split it`)
    return readFileSync(path === '-' ? 0 : path)
  } catch (error) {
    if (error instanceof CliError) throw error
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw new CliError(`${name}: ${advice[code] ?? `cannot be read (${code})`}`)
  }
}

/** Bytes of standard input as they come. Throws `CliError` where it is a directory, of which Node only says that it is empty. */
export function standardInput(): AsyncIterable<Uint8Array> {
  if (fstatSync(0).isDirectory()) throw new CliError(`standard input: ${advice['EISDIR']}`)
  return process.stdin
}

/** First bytes of files that hold text in another form, and how to get it out. */
const other: readonly (readonly [magic: string, what: string])[] = [
  ['%PDF-', 'is a PDF; take its text out first, for example with pdftotext'],
  ['PK\u0003\u0004', 'is a ZIP or office document; save it as plain text first'],
  ['\u001f\u008b', 'is compressed; unpack it first, for example with gzip -d'],
]

function decode(bytes: Buffer, name: string): string {
  const mark = bytes.subarray(0, 2).toString('hex')
  if (mark === 'fffe' || mark === 'feff') {
    if (bytes.length % 2) throw new CliError(`${name}: is UTF-16 with half a character at its end; fetch it again`)
    return new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes)
  }
  const opening = bytes.subarray(0, 8).toString('latin1')
  for (const [magic, what] of other) if (opening.startsWith(magic)) throw new CliError(`${name}: ${what}`)
  const start = bytes.subarray(0, 8192)
  const zeros = start.filter((byte) => byte === 0).length
  if (zeros * 4 > start.length)
    throw new CliError(`${name}: is binary, or UTF-16 without its mark; convert it, for example with iconv -t UTF-8`)
  const text = decodeUtf8(bytes)
  if (typeof text === 'string') return text
  if (zeros) throw new CliError(`${name}: is binary; name text files`)
  const line = bytes.subarray(0, text).filter((byte) => byte === 10).length + 1
  throw new CliError(`${name}: line ${line}, byte ${text + 1}: is not UTF-8; convert it, for example with iconv -f WINDOWS-1252 -t UTF-8`)
}

const pair = /^([A-Za-z][A-Za-z -]{0,30}):(?:[ \t](.*))?$/

/**
 * Takes the header of `Key: value` lines off the top: it ends with the first blank line, every line of it has that form, and at least
 * two keys are known. Offsets of the reading then count from the first character after that blank line.
 */
export function splitHeader(text: string): { about: About; text: string } {
  const about: About = {}
  let known = 0
  let at = 0
  while (at < text.length && at < 8000) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end < 0 ? text.length : end).trimEnd()
    at = end < 0 ? text.length : end + 1
    if (line === '') return known >= 2 ? { about, text: text.slice(at) } : { about: {}, text }
    const [, key = '', value = ''] = pair.exec(line.slice(0, 2000)) ?? []
    if (!key) break
    const field = keys[key.toLowerCase()]
    if (field && value.trim()) {
      known++
      about[field] ??= value.trim()
    }
  }
  return { about: {}, text }
}
