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
  const said = type?.split(';')[0]?.trim().toLowerCase()
  if (said === 'text/html' || said === 'application/xhtml+xml') return 'html'
  if (said === 'text/plain') return 'text'
  return /\.(?:html?|xhtml|shtml|mht)$/i.test(name ?? '') ? 'html' : 'text'
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes)
