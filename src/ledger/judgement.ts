import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Judgement, JudgementBody } from './nouns.ts'

/** JSON with the keys of every object in order of their characters' codes and without fields that are undefined: same content, same bytes. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`)
    .join(',')}}`
}

/** First hex digits of the SHA-256 of a value's canonical JSON. */
export function digest(value: unknown, digits: number): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(value)))).slice(0, digits)
}

/** A judgement with its id, which is that of its content, author, time and reason. */
export function withId(judgement: Omit<Judgement, 'id'>): Judgement {
  return { id: digest(judgement, 16), ...judgement } as Judgement
}

/** What a declaration declares, with its type: a later one of the same name replaces it. */
export function declares(body: JudgementBody): string | undefined {
  if (body.type === 'entry') return `entry ${body.entry.id}`
  if (body.type === 'series') return `series ${body.series.id}`
  return body.type === 'programme' ? `programme ${body.programme.name}` : undefined
}
