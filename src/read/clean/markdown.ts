import type { Proposals } from './proposals.ts'

const escaped = /\\(?=[\\`*_{}[\]()#+\-.!>~|$'"])/g
const link = /\]\([^()\s]{0,300}\)/g
const star = /\*{1,3}/g
/** Emphasis of nothing, as a converter leaves it: "** **". */
const hollow = /\*\*[ \xa0]{1,3}\*\*/g
const wordish = /[\p{L}\p{N}]/u

/** A backslash before a mark that markdown would read as its own. */
export function proposeEscapes(text: string, out: Proposals): void {
  for (const { index } of text.matchAll(escaped)) out.edit(index, index + 1, '', 'clean/escape')
}

/** `[words](address)` reads as the words. */
export function proposeLinks(text: string, out: Proposals): void {
  for (const { 0: whole, index } of text.matchAll(link)) {
    const before = text.slice(Math.max(0, index - 300), index)
    const at = before.lastIndexOf('[')
    if (at === -1 || before.includes('\n\n', at)) continue
    const open = index - before.length + at
    out.edit(open, open + 1, '', 'clean/link')
    out.edit(index, index + whole.length, '', 'clean/link')
  }
}

/** Asterisks and underscores that set words off; a bullet, a product and a name_with_underscores stay. */
export function proposeEmphasis(text: string, out: Proposals): void {
  for (const { 0: whole, index } of text.matchAll(hollow)) {
    // an odd run before it: these marks close and open other emphasis
    out.edit(index, index + 2, '', 'clean/emphasis')
    out.edit(index + whole.length - 2, index + whole.length, '', 'clean/emphasis')
  }
  for (const { 0: run, index } of text.matchAll(star)) {
    const after = text[index + run.length] ?? ' '
    const before = text[index - 1] ?? '\n'
    const bullet = run.length === 1 && isSpace(after)
    const rule = isSpace(before) && isSpace(after) && run.length !== 3
    if (!bullet && !rule && before !== '\\') out.edit(index, index + run.length, '', 'clean/emphasis')
  }
  for (let at = text.indexOf('_'); at !== -1; at = text.indexOf('_', at + 1)) {
    const before = text[at - 1] ?? ' '
    const after = text[at + 1] ?? ' '
    if (before !== '_' && after !== '_' && wordish.test(before) !== wordish.test(after)) out.edit(at, at + 1, '', 'clean/emphasis')
  }
}

const isSpace = (char: string): boolean => char === ' ' || char === '\n' || char === '\t' || char === '\r' || char === '\xa0'
