import type { Proposals } from './proposals.ts'

/** Words that an editor put before a quoted clause: "[We agreed to] open the port". */
const supplied = /(^|\n)([“"]?)\[([^[\]\n]{2,300})\](?=[ …]*(?:\[|[a-z]))/g

/** An editor's bracket whose first half is missing: "We agreed] to open the port". */
const half = /(?:^|\n)[^[\]\n]{2,120}\](?= [a-z])/g

/** The brackets around words supplied at the opening of a line read as nothing, so that the clause is whole; so do a colon before the second and a second without a first. */
export function proposeBrackets(text: string, out: Proposals): void {
  for (const { index, 1: line = '', 2: quote = '', 3: words = '' } of text.matchAll(supplied)) {
    const open = index + line.length + quote.length
    const close = open + 1 + words.length
    out.edit(open, open + 1, '', 'clean/editorial-bracket')
    out.edit(words.endsWith(':') ? close - 1 : close, close + 1, '', 'clean/editorial-bracket')
  }
  for (const { 0: all, index } of text.matchAll(half)) out.edit(index + all.length - 1, index + all.length, '', 'clean/editorial-bracket')
}
