import type { Proposals } from './proposals.ts'

/** A text is a quoted mail where nine lines in ten open with the mark. */
const SHARE = 0.9
/** Fewer lines say nothing. */
const LINES = 3
const mark = /^[ \t]{0,3}(?:>[ \t]?)+/gm

/** True for a text of which nearly every line that is not blank opens with ">". */
export function isQuoted(text: string): boolean {
  let lines = 0
  let quoted = 0
  for (let at = 0; at < text.length; ) {
    let from = at
    while (from < text.length && text.charCodeAt(from) <= 32 && text.charCodeAt(from) !== 10) from++
    const first = text.charCodeAt(from)
    if (first > 32) {
      lines++
      if (first === 62) quoted++
      else if (!quoted) return false
    }
    const end = text.indexOf('\n', from)
    at = end === -1 ? text.length : end + 1
  }
  return lines >= LINES && quoted >= lines * SHARE
}

/** The marks of a quoted mail read as nothing. */
export function proposeQuotes(text: string, out: Proposals): void {
  for (const { 0: found, index } of text.matchAll(mark)) out.edit(index, index + found.length, '', 'clean/quote')
}
