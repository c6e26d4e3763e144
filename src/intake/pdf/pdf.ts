import { IntakeError } from '../error.ts'
import type { Grounds, Taken } from '../nouns.ts'
import { type Item, linesOf, textOf, withoutRunning } from './lines.ts'

/** Letters a page below which its words are a picture of words. */
const SCANNED = 8

/**
 * The text of a PDF, and the offset at which each page begins in it. Running titles and page numbers are left out.
 * Throws `IntakeError` where it is encrypted, damaged or holds pictures of text alone.
 */
export async function intakeOfPdf(bytes: Uint8Array): Promise<Taken> {
  const { getDocumentProxy } = await import('unpdf')
  hearFaults()
  // the parser takes the bytes for itself
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    isEvalSupported: false,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
  }).catch(refuse)
  try {
    const pages = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(linesOf(items.flatMap((item) => ('str' in item ? [itemOf(item)] : []))))
      page.cleanup()
    }
    const { text, starts } = textOf(withoutRunning(pages))
    const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
    if (letters < SCANNED * pdf.numPages)
      throw new IntakeError(
        `is a PDF of ${pdf.numPages === 1 ? 'a page' : `${pdf.numPages} pages`} without text, a scan it seems; its text must be recognised first (OCR)`,
      )
    const empty = pages.flatMap((lines, at) => (lines.length ? [] : [at + 1]))
    const remarks = empty.length ? [`no text on page ${empty.slice(0, 20).join(', ')}: a picture, or blank`] : []
    const title = titleOf(((await pdf.getMetadata()).info as { Title?: unknown }).Title)
    const grounds: Grounds = title ? { title: 'PDF properties' } : {}
    return { source: { ...(title ? { title } : {}), text }, grounds, remarks, original: { form: 'pdf', pages: starts } }
  } catch (error) {
    return refuse(error)
  } finally {
    await pdf.destroy()
  }
}

let heard = false

/**
 * What is broken in a PDF, the parser also rejects promises with that nobody waits for: such a one would end the whole process. The rejections of
 * anybody else end it as before. Told apart by where they were made.
 */
function hearFaults(): void {
  if (heard) return
  heard = true
  process.on('unhandledRejection', (error) => {
    const [made = ''] = (error instanceof Error && error.stack?.match(/^ +at .*$/m)) || []
    if (!made.includes('/pdfjs.mjs')) throw error
  })
}

function refuse(error: unknown): never {
  if (error instanceof IntakeError) throw error
  if ((error as Error)?.name === 'PasswordException') throw new IntakeError('is an encrypted PDF; save it without a password')
  throw new IntakeError('is a damaged PDF, or broken off; fetch it again')
}

function itemOf({
  str,
  transform,
  width,
  height,
  hasEOL,
}: {
  str: string
  transform: number[]
  width: number
  height: number
  hasEOL: boolean
}): Item {
  const [, , , , x = 0, y = 0] = transform
  return { str, x, y, width, height: height || Math.abs(transform[3] ?? 0) || 10, hasEOL }
}

/** Programs write the name of the file where the title should be: that is none. */
function titleOf(title: unknown): string | undefined {
  if (typeof title !== 'string') return undefined
  const words = title.replace(/\s+/g, ' ').trim().slice(0, 500)
  return words && !/^Microsoft Word|\.(?:docx?|pdf|indd|rtf|odt|tmp)$|^untitled/i.test(words) ? words : undefined
}
