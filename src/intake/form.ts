import { IntakeError } from './error.ts'
import type { Form, Given } from './nouns.ts'

/** First bytes of forms that hold no text that can be taken out here, and what to do. */
const refused: readonly (readonly [magic: string, what: string])[] = [
  ['\u001f\u008b', 'is compressed; unpack it first, for example with gzip -d'],
  ['\u00d0\u00cf\u0011\u00e0', 'is an old office document; save it as .docx first'],
  ['{\\rtf', 'is rich text (RTF); save it as .docx or plain text first'],
  ['\u0089PNG', 'is a picture; its text must be recognised first (OCR)'],
  ['\u00ff\u00d8\u00ff', 'is a picture; its text must be recognised first (OCR)'],
  ['GIF8', 'is a picture; its text must be recognised first (OCR)'],
  ['7z\u00bc\u00af', 'is an archive (7z); unpack it first'],
  ['Rar!', 'is an archive (RAR); unpack it first'],
]

/** What bytes are, by themselves first; by what was said of them only where they do not tell. Throws `IntakeError` where they hold no text. */
export function formOf(bytes: Uint8Array, { name, type }: Given): Form {
  const opening = latin(bytes.subarray(0, 1024))
  if (opening.includes('%PDF-')) return 'pdf'
  if (opening.startsWith('PK\u0003\u0004')) return 'docx'
  for (const [magic, what] of refused) if (opening.startsWith(magic)) throw new IntakeError(what)
  // every second byte is zero in the markup of a page in UTF-16
  const words = opening.replaceAll('\u0000', '').replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
  if (/^\s{0,500}(?:<!--[^>]{0,400}-->\s{0,99})?<(?:!doctype html|html[\s>]|head[\s>]|body[\s>])/i.test(words)) return 'html'
  if (/^\s{0,500}<\?xml[^>]{0,300}>\s{0,99}(?:<!doctype html|<html[\s>])/i.test(words)) return 'html'
  if (isFeed(words)) return 'feed'
  const said = type?.split(';')[0]?.trim().toLowerCase()
  if (said === 'text/html' || said === 'application/xhtml+xml') return 'html'
  // what else is XML is refused as a feed: as text it would be its marks
  if (/^(?:application|text)\/(?:rss|atom|rdf|feed)\+(?:xml|json)$/.test(said ?? '') || /^\s{0,500}<\?xml\s/.test(words)) return 'feed'
  if (said === 'text/plain') return 'text'
  return /\.(?:html?|xhtml|shtml|mht)$/i.test(name ?? '') ? 'html' : 'text'
}

/** RSS, Atom, RDF and lists of feeds by the first element, JSON Feed by its version. */
function isFeed(opening: string): boolean {
  if (opening.trimStart().startsWith('{')) return opening.includes('https://jsonfeed.org/version/')
  return /^(?:rss|feed|rdf|opml)$/.test(rootOf(opening) ?? '')
}

/**
 * The name of the first element of XML in small letters, without its prefix; where the declaration of its type is cut off, the name that it
 * declares. Undefined where there is none.
 */
export function rootOf(xml: string): string | undefined {
  let at = 0
  for (let i = 0; i < 20; i++) {
    while (/\s/.test(xml[at] ?? '')) at++
    const end = xml.startsWith('<?', at) ? '?>' : xml.startsWith('<!--', at) ? '-->' : undefined
    if (end) {
      const to = xml.indexOf(end, at)
      if (to < 0) return undefined
      at = to + end.length
      continue
    }
    if (!/^<!doctype\s/i.test(xml.slice(at, at + 10))) break
    const close = /[[>]/.exec(xml.slice(at))
    const to = close?.[0] === '[' ? xml.indexOf(']', at + close.index) : at + (close?.index ?? Number.NaN)
    const past = xml.indexOf('>', to)
    if (!(to >= 0) || past < 0) return nameIn(xml.slice(at + 10, at + 60))
    at = past + 1
  }
  return xml[at] === '<' ? nameIn(xml.slice(at + 1, at + 60)) : undefined
}

const nameIn = (words: string): string | undefined => /^\s{0,9}(?:[a-z]{1,9}:)?([a-z]{1,9})(?:[\s>[]|$)/i.exec(words)?.[1]?.toLowerCase()

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes)
