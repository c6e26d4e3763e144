import { IntakeError } from './error.ts'
import type { Grounds, Taken } from './nouns.ts'
import { type Entry, entriesOf, zipIn } from './zip.ts'

/** Most bytes that the parts of a document may unpack to. */
const UNPACKED = 200_000_000

/**
 * The text of a Word document: the accepted one, where changes are tracked; what was struck out and commented is counted in a remark.
 * Throws `IntakeError` where it is damaged, encrypted, no Word document, or unpacks to more than 200 MB.
 */
export async function intakeOfDocx(bytes: Uint8Array): Promise<Taken> {
  const parts = partsOf(bytes)
  const main = parts.get('word/document.xml')
  if (!main) throw new IntakeError(otherOffice(parts) ?? 'is a zip; unpack it and name the folder')
  const xml = new TextDecoder().decode(main.unpack())
  const html = await htmlOf(bytes)
  // the same walk as for pages: lists, tables and blocks come out alike
  const [{ treeOf, isElement }, { writeText }] = await Promise.all([import('./html/tree.ts'), import('./html/write.ts')])
  const page = `<html><body>${html}</body></html>`
  const top = treeOf(page).childNodes.find(isElement)
  const text = top ? writeText(page, top, new Set()).text : ''
  if (text.trim() === '') throw new IntakeError('is a Word document without text; words in pictures are not read')
  const { fields, grounds } = aboutOf(parts)
  return { source: { ...fields, text }, grounds, remarks: remarksOn(xml, parts), original: { form: 'docx' } }
}

function partsOf(bytes: Uint8Array): Map<string, Entry> {
  const entries = entriesOf(zipIn(bytes))
  if (entries.reduce((sum, one) => sum + one.size, 0) > UNPACKED)
    throw new IntakeError(`unpacks to more than ${UNPACKED / 1e6} MB; it is not unpacked`)
  if (entries.some((one) => one.encrypted)) throw new IntakeError('is encrypted; save it without a password')
  return new Map(entries.map((one) => [one.name, one]))
}

function otherOffice(parts: ReadonlyMap<string, Entry>): string | undefined {
  if (parts.has('xl/workbook.xml')) return 'is a spreadsheet; save what is to be read as text or PDF'
  if (parts.has('ppt/presentation.xml')) return 'is a presentation; save it as PDF'
  return parts.has('content.xml') ? 'is an OpenDocument file; save it as .docx' : undefined
}

async function htmlOf(bytes: Uint8Array): Promise<string> {
  try {
    const { default: mammoth } = await import('mammoth')
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { includeEmbeddedStyleMap: false })
    return value
  } catch {
    throw new IntakeError('is a damaged Word document; open it in Word and save it again')
  }
}

function remarksOn(xml: string, parts: ReadonlyMap<string, Entry>): string[] {
  const count = (tag: string) => xml.split(`<w:${tag} `).length - 1
  const [struck, added] = [count('del'), count('ins')]
  const remarks: string[] = []
  if (struck || added)
    remarks.push(
      `tracked changes: the accepted text was taken, with ${plural(added, 'insertion')} and without ${plural(struck, 'deletion')}`,
    )
  const comments = parts.get('word/comments.xml')
  const notes = comments ? new TextDecoder().decode(comments.unpack()).split('<w:comment ').length - 1 : 0
  if (notes) remarks.push(`${plural(notes, 'comment')} left out`)
  return remarks
}

const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** The day on which a file was made is no date of publication, so it is none of these. */
function aboutOf(parts: ReadonlyMap<string, Entry>): { fields: { title?: string; language?: string }; grounds: Grounds } {
  const core = parts.get('docProps/core.xml')
  if (!core) return { fields: {}, grounds: {} }
  const xml = new TextDecoder().decode(core.unpack()).slice(0, 100_000)
  const value = (tag: string): string | undefined => {
    const from = xml.indexOf(`<${tag}`)
    const open = from < 0 ? -1 : xml.indexOf('>', from)
    const to = open < 0 ? -1 : xml.indexOf(`</${tag}>`, open)
    return to < 0 ? undefined : plain(xml.slice(open + 1, to).trim()) || undefined
  }
  const [title, language] = [value('dc:title'), value('dc:language')]
  const ground = 'document properties'
  return {
    fields: { ...(title ? { title } : {}), ...(language ? { language } : {}) },
    grounds: { ...(title ? { title: ground } : {}), ...(language ? { language: ground } : {}) },
  }
}

const plain = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
