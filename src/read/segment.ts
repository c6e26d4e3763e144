import type { Vocabulary } from '../lexicon/vocabulary.ts'
import { Flag } from '../lexicon/word.ts'
import type { Role } from '../model.ts'
import type { Tokens } from './tokens.ts'

/** A line of the cleaned text: offsets without its blank edges, its role and, for items, where the words begin. */
export interface Block {
  readonly from: number
  readonly to: number
  readonly role: Role
  /** After the bullet or number. */
  readonly content: number
  readonly marker: string
  readonly rule: string
}

const marker = /^(?:[-–—•*·‣]|\(?(?:[0-9]{1,3}|[ivxlc]{1,5}|[a-z])[.)]|#)[ \t]+/
/** Longest stretch handled at once: keeps memory and time linear on one endless line. */
const LIMIT = 60_000

/** Cuts the cleaned text into blocks, one a line; an endless line is cut at sentence ends. */
export function* blocks(text: string, vocabulary: Vocabulary): Generator<Block> {
  let at = 0
  while (at < text.length) {
    let stop = text.indexOf('\n', at)
    if (stop === -1) stop = text.length
    if (stop - at > LIMIT) stop = cut(text, at, at + LIMIT)
    let from = at
    let to = stop
    while (from < to && text.charCodeAt(from) <= 32) from++
    while (to > from && text.charCodeAt(to - 1) <= 32) to--
    if (to > from) yield block(text, from, to, vocabulary)
    at = text.charCodeAt(stop) === 10 ? stop + 1 : stop
  }
}

function cut(text: string, from: number, limit: number): number {
  const dot = text.lastIndexOf('. ', limit)
  if (dot > from + 1000) return dot + 2
  const space = text.lastIndexOf(' ', limit)
  return space > from ? space + 1 : limit
}

function block(text: string, from: number, to: number, vocabulary: Vocabulary): Block {
  const line = text.slice(from, Math.min(to, from + 400))
  const found = marker.exec(line)
  const furniture = vocabulary.rows('furniture').find((row) => (row['forms'] ?? '').split('|').some((form) => line.startsWith(form)))
  if (furniture && (to - from < 260 || line.startsWith('The '))) return { from, to, role: 'furniture', content: from, marker: '', rule: `furniture/${furniture['id']}` }
  const content = from + (found?.[0].length ?? 0)
  const dateline = found ? null : /^(?=[^a-z]{3})[^\n–—]{3,70}?(?: --+ | [–—] )/u.exec(line)
  if (dateline && /[0-9(]/.test(dateline[0])) return { from, to, role: 'narration', content: from + dateline[0].length, marker: '', rule: 'segment/dateline' }
  const place = found ? null : /^\p{Lu}[\p{L} .-]{2,30}, \p{Lu}\p{L}+ [0-9]{1,2} (?:\([^)]{2,20}\) )?(?:--?|[–—]) /u.exec(line)
  if (place) return { from, to, role: 'narration', content: from + place[0].length, marker: '', rule: 'segment/dateline' }
  const last = text.slice(to - 1, to)
  if (!found && to - from < 220 && !/[.!?:;,"”’)\]。]/.test(last) && /^\p{Lu}/u.test(line)) return { from, to, role: 'heading', content: from, marker: '', rule: 'segment/heading' }
  return { from, to, role: found ? 'item' : 'narration', content, marker: found?.[0].trim() ?? '', rule: found ? 'segment/marker' : 'segment/paragraph' }
}

/** Token ranges of the sentences in a block. */
export function sentences(text: string, tokens: Tokens, vocabulary: Vocabulary): [number, number][] {
  const out: [number, number][] = []
  let start = 0
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens.word[i]
    if (!word) continue
    const next = tokens.word[i + 1]
    const abbreviation = !(word.flags & Flag.TERMINAL) && text.charCodeAt((tokens.to[i] as number) - 1) === 46
    if (!(word.flags & Flag.TERMINAL) && !abbreviation) continue
    let end = i + 1
    while (end < tokens.length && /^["”’')\]]$/.test(text.slice(tokens.from[end], tokens.to[end])) && tokens.from[end] === tokens.to[end - 1]) end++
    const after = tokens.word[end]
    const gap = after ? (tokens.from[end] as number) - (tokens.to[end - 1] as number) : 1
    const opens = after && (after.flags & (Flag.CAPITAL | Flag.NUMBER) || /^["“‘'([–—-]/.test(text.slice(tokens.from[end], tokens.to[end])) || vocabulary.names.has(text.slice(tokens.from[end], tokens.to[end])))
    if (after && (gap === 0 || !opens)) continue
    if (abbreviation && (!next || !(next.flags & (Flag.DETERMINER | Flag.PRONOUN)) || !(next.flags & Flag.CAPITAL))) continue
    out.push([start, end])
    start = end
    i = end - 1
  }
  if (start < tokens.length) out.push([start, tokens.length])
  return out
}
