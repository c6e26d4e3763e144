import { harmless } from '../harmless.ts'
import { webAddress } from '../names.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** What means something inside a line: to CommonMark, to its extension by tables and bare addresses, or to a renderer of formulas. */
const marks = /[\\`*_[\]|~$@#]|:(?=\S)|(?<=www)\./gi
/** What means something where a line begins. */
const opening = /^(?:[-+=]|\d+(?=[.)]))/

/**
 * A text from anywhere as one line of Markdown that says just these characters: no markup, no address that a renderer would make a link, no
 * character that acts on the line. Cut after `most` UTF-16 code units, and the cut is shown.
 */
export function inline(text: string, most = 600): string {
  const line = harmless(text)
  const kept = line.length > most ? `${line.slice(0, most).replace(/[\ud800-\udbff]$/, '')} …` : line
  return kept
    .replace(marks, '\\$&')
    .replace(/[&<>]/g, (sign) => entities[sign] as string)
    .replace(opening, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
}

/** A link, or its words alone where the address is none of the web: no other scheme is ever followed. `words` are Markdown. */
export function link(words: string, url: string | undefined): string {
  const address = webAddress(url)?.replace(
    /[^\w\-.!/?#%&=+:;,@]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
  return address === undefined ? words : `[${words}](<${address}>)`
}
