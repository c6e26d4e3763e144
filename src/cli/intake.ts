import { readFileSync, statSync } from 'node:fs'
import type { Source } from '../model.ts'
import { CliError } from './error.ts'

const keys: Record<string, 'title' | 'date' | 'publisher' | 'url' | 'language'> = {
  title: 'title', date: 'date', published: 'date', publisher: 'publisher', source: 'publisher', url: 'url', address: 'url', language: 'language', lang: 'language',
}

/** Bytes of a file (or of standard input for `-`) as a source. Throws `CliError`: what is wrong, where, what to do. */
export function sourceOf(path: string): Source {
  const name = path === '-' ? 'standard input' : path
  let bytes: Buffer
  try {
    if (path !== '-' && statSync(path).isDirectory()) throw new CliError(`${name}: is a directory; name the text files in it`)
    bytes = readFileSync(path === '-' ? 0 : path)
  } catch (error) {
    if (error instanceof CliError) throw error
    const code = (error as NodeJS.ErrnoException).code
    throw new CliError(`${name}: ${code === 'ENOENT' ? 'no such file; check the path' : code === 'EACCES' ? 'may not be read; check its permissions' : `cannot be read (${code})`}`)
  }
  const { about, text } = splitHeader(decode(bytes, name))
  return { ...(path === '-' ? {} : { id: path }), ...about, text }
}

function decode(bytes: Buffer, name: string): string {
  const mark = bytes.subarray(0, 2).toString('hex')
  if (mark === 'fffe' || mark === 'feff') return new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes)
  if (bytes.includes(0)) throw new CliError(`${name}: holds NUL bytes, so it is binary or UTF-16 without a mark; convert it to UTF-8`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new CliError(`${name}: is not UTF-8 near byte ${firstBadByte(bytes)}; convert it, for example with iconv -t UTF-8`)
  }
}

function firstBadByte(bytes: Buffer): number {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high) >> 1
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle + 1), { stream: true })
      low = middle + 1
    } catch {
      high = middle
    }
  }
  return low
}

/** Takes `Key: value` lines off the top when at least two of them are known keys; offsets then count from the body. */
export function splitHeader(text: string): { about: Partial<Source>; text: string } {
  const blank = /\r?\n[ \t]*\r?\n/.exec(text.slice(0, 8000))
  if (!blank) return { about: {}, text }
  const about: Record<string, string> = {}
  let known = 0
  for (const line of text.slice(0, blank.index).split('\n')) {
    const pair = /^([A-Za-z][A-Za-z -]{1,30}):[ \t]+(\S.*)$/.exec(line.trimEnd())
    if (!pair) return { about: {}, text }
    const key = keys[(pair[1] as string).toLowerCase()]
    if (key) {
      known++
      about[key] ??= pair[2] as string
    }
  }
  return known >= 2 ? { about, text: text.slice(blank.index + blank[0].length) } : { about: {}, text }
}
