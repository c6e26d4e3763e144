import type { Proposals } from './proposals.ts'

const invisible = /[\0-\x08\x0b\x0c\x0e-\x1f\u00ad\u200b-\u200f\u2060\ufeff]+/g
/** No code below is a space or a line break that is put right. */
const FIRST = 0x85
const isSpace = (code: number): boolean => code === 0xa0 || code === 0x2007 || code === 0x202f
const isBreak = (code: number): boolean => code === FIRST || code === 0x2028 || code === 0x2029

/** Zero-width characters, soft hyphens and control characters read as nothing, so that the word they split is one. */
export function proposeInvisible(text: string, out: Proposals): void {
  for (const { 0: run, index } of text.matchAll(invisible)) out.edit(index, index + run.length, '', 'clean/invisible')
}

/** Non-breaking spaces read as a space, the line breaks of other systems as a line break. */
export function proposeSpaces(text: string, out: Proposals): void {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < FIRST) continue
    if (isBreak(code)) out.edit(at, at + 1, '\n', 'clean/space')
    else if (isSpace(code)) {
      const from = at
      while (at + 1 < text.length && isSpace(text.charCodeAt(at + 1))) at++
      out.edit(from, at + 1, ' ', 'clean/space')
    }
  }
}
