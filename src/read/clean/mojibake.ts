import type { Proposals } from './proposals.ts'

/** A byte of UTF-8 that was read as Latin-1 or Windows-1252, with the byte that follows it. */
const pair = /[ÃÂÐÑÄÅ][\x80-\xbf\u0152-\u0178\u2013-\u2122]|â€|â˜|á[º»]|Æ[°¡]/g
const LONGEST = 200
/** In a longer run without spaces only the stretch from the first to the last broken letter is marked. */
const WORD = 30
const upper = /\p{Lu}/u
const trailing = '.,;:)]”"'
/** Windows-1252 from 0x80; 0 where it has no character. */
const high = [
  0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0, 0, 0x2018, 0x2019, 0x201c,
  0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178,
]
const byteOf = new Map(high.map((code, i) => [code, 0x80 + i] as const).filter(([code]) => code !== 0))

/**
 * Words with letters in a wrong encoding read as the letters that were meant, where the bytes are still whole; they are damage
 * all the same. Neighbours, and a name between two of them, make one mark.
 */
export function proposeMojibake(text: string, out: Proposals): void {
  let from = -1
  let to = -1
  const flush = () => {
    let end = to
    while (end > from + 1 && trailing.includes(text[end - 1] as string)) end--
    if (from >= 0) out.mark(from, end, 'damage/mojibake', 'letters in a wrong encoding')
  }
  for (const { index } of text.matchAll(pair)) {
    if (index < to) continue
    let start = index
    while (start > Math.max(0, to, index - LONGEST) && !isSpace(text.charCodeAt(start - 1))) start--
    let stop = index + 2
    while (stop < text.length && stop < index + LONGEST && !isSpace(text.charCodeAt(stop))) stop++
    if (stop - start > WORD) {
      start = index
      while (stop > index + 2 && text.charCodeAt(stop - 1) < 0x80 && text.charCodeAt(stop - 1) !== 63) stop--
    }
    const meant = decode(text, start, stop)
    if (meant !== undefined) out.edit(start, stop, meant, 'clean/mojibake')
    if (from >= 0 && joins(text, to, start)) to = stop
    else {
      flush()
      from = start
      to = stop
    }
  }
  flush()
}

/** The text whose UTF-8 bytes these characters are; undefined when they are not such bytes. */
function decode(text: string, from: number, to: number): string | undefined {
  const bytes = new Uint8Array(to - from)
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    const byte = code < 0x100 ? code : byteOf.get(code)
    if (byte === undefined) return undefined
    bytes[i - from] = byte
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Only a space, or a capitalised word, stands between two broken words. */
function joins(text: string, from: number, to: number): boolean {
  const gap = text.slice(from, Math.min(to, from + 30))
  if (to - from > 24 || !gap.startsWith(' ') || trailing.includes(text[from - 1] as string)) return false
  const word = gap.trim()
  return word === '' || (gap.endsWith(' ') && !word.includes(' ') && upper.test(word[0] as string))
}

/** A no-break space is half of a broken letter here. */
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13
