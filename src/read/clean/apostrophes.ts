import type { Proposals } from './proposals.ts'

const mark = /(?<=\p{L})[\u2018\u00b4`](?=\p{L})/gu

/** An opening quotation mark or an accent between two letters ("the Union‘s") reads as an apostrophe. */
export function proposeApostrophes(text: string, out: Proposals): void {
  for (const { index } of text.matchAll(mark)) out.edit(index, index + 1, '\u2019', 'clean/apostrophe')
}
