import type { Proposals } from './proposals.ts'

const LONGEST = 400
const scripts = [
  [/<script\b/gi, /<\/script\s{0,9}>/gi],
  [/<style\b/gi, /<\/style\s{0,9}>/gi],
] as const
const tag = /<\/?[a-z][a-z0-9]{0,10}(?:\s[^<>\n]{0,200})?\/?>/gi
const breaking = /^<\/?(?:p|br|div|li|ul|ol|tr|table|h[1-6]|section|article)\b/i
const entity = /&(?:#(\d{2,5})|([a-z]{2,6}));/gi
const named: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  shy: '',
}

/** Whole scripts and style sheets. One without its end is left to the tags: where it stops is not known. */
export function proposeScripts(text: string, out: Proposals): void {
  for (const [opening, closing] of scripts) {
    opening.lastIndex = 0
    for (let match = opening.exec(text); match; match = opening.exec(text)) {
      closing.lastIndex = opening.lastIndex
      if (!closing.test(text)) break
      strip(out, match.index, closing.lastIndex, 'script left by conversion')
      opening.lastIndex = closing.lastIndex
    }
  }
}

/** Comments such as `<!-- -->`; an end that is far away belongs to something else. */
export function proposeComments(text: string, out: Proposals): void {
  for (let at = text.indexOf('<!--'); at !== -1; ) {
    const stop = text.indexOf('-->', at + 4)
    if (stop === -1) return
    const next = text.indexOf('<!--', at + 4)
    if (stop - at <= LONGEST && (next === -1 || next > stop)) strip(out, at, stop + 3, 'markup comment left by conversion')
    at = next
  }
}

/** Tags such as `<p>` and `</span>`: they set words and break none, so they are no damage. */
export function proposeTags(text: string, out: Proposals): void {
  for (const { 0: whole, index } of text.matchAll(tag))
    out.edit(index, index + whole.length, breaking.test(whole) ? '\n' : '', 'clean/markup')
}

/** Character references read as their character; no damage, since nothing is lost. */
export function proposeEntities(text: string, out: Proposals): void {
  for (const { 0: whole, 1: code, 2: name, index } of text.matchAll(entity)) {
    const value = code ? String.fromCharCode(Number(code)) : named[(name as string).toLowerCase()]
    if (value !== undefined) out.edit(index, index + whole.length, value, 'clean/entity')
  }
}

function strip(out: Proposals, from: number, to: number, what: string): void {
  out.edit(from, to, '', 'clean/markup')
  out.mark(from, to, 'damage/markup', what)
}
