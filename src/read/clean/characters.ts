import type { Proposals } from './proposals.ts'

const invisible = /[\0-\x08\x0b\x0c\x0e-\x1f\u00ad\u200b-\u200f\u2060\ufeff]+/g
const space = /[\xa0\u2007\u202f]+|[\x85\u2028\u2029]/g

/** Zero-width characters, soft hyphens and control characters read as nothing, so that the word they split is one. */
export function proposeInvisible(text: string, out: Proposals): void {
  for (const { 0: run, index } of text.matchAll(invisible)) out.edit(index, index + run.length, '', 'clean/invisible')
}

/** Non-breaking spaces read as a space, the line breaks of other systems as a line break. */
export function proposeSpaces(text: string, out: Proposals): void {
  for (const { 0: run, index } of text.matchAll(space)) {
    const breaks = run === '\x85' || run === '\u2028' || run === '\u2029'
    out.edit(index, index + run.length, breaks ? '\n' : ' ', 'clean/space')
  }
}
