import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { CLEAR, languageToRead } from '../lexicon/language.ts'
import type { Place, Span } from '../model.ts'
import { declaredIn, decode } from './encoding.ts'
import { IntakeError } from './error.ts'
import { disagreements } from './feed/disagree.ts'
import { formOf } from './form.ts'
import { splitHeader } from './header.ts'
import type { Given, Intake, Original, Taken } from './nouns.ts'

/**
 * The text of bytes of any form that is known here, with what the document says of itself and on what grounds. The same bytes give the same
 * text. What a form needs is loaded when the first bytes of that form come.
 * Throws `IntakeError` where the bytes give no text: what they are and what to do.
 */
export async function sourceOfBytes(bytes: Uint8Array, given: Given = {}): Promise<Intake> {
  return { ...withLanguage(withSaid(await take(bytes, given), given), given), hash: () => bytesToHex(sha256(bytes)), bytes, given }
}

async function take(bytes: Uint8Array, given: Given): Promise<Taken> {
  const form = formOf(bytes, given)
  if (form === 'pdf') return withUrl(await (await import('./pdf/pdf.ts')).intakeOfPdf(bytes), given)
  if (form === 'feed') throw new IntakeError('is a feed, not one text; stocktake read, add and watch take its entries')
  if (form === 'docx') return withUrl(await (await import('./docx.ts')).intakeOfDocx(bytes), given)
  const declared = charsetOf(given.type) ?? (form === 'html' ? declaredIn(bytes) : undefined)
  const { text, encoding, remark } = await decode(bytes, declared)
  const remarks = remark ? [remark] : []
  if (form === 'text') {
    const { about, text: body } = splitHeader(text)
    const grounds = Object.fromEntries(Object.keys(about).map((field) => [field, 'header of the text']))
    return withUrl({ source: { ...about, text: body }, grounds, remarks, original: { form, encoding } }, given)
  }
  const { intakeOfHtml } = await import('./html/html.ts')
  const taken = intakeOfHtml(text, encoding, given)
  const named = given.name !== undefined && /\.te?xt$/i.test(given.name) ? ['the name says plain text, but it is a page (HTML)'] : []
  return { ...taken, remarks: [...remarks, ...named, ...taken.remarks] }
}

/**
 * The language that the words of a text are clearly in, where nobody says it or the document says another: English that nobody declares is left
 * open, as the reader assumes it.
 */
function withLanguage(intake: Taken, given: Given): Taken {
  const declared = intake.source.language ?? given.language
  const { tag, share } = languageToRead(intake.source.text, 'en')
  const primary = (of: string) => of.toLowerCase().split('-')[0]
  if (tag === 'und' || share < CLEAR || primary(tag) === primary(declared ?? 'en')) return intake
  if (given.language !== undefined) return intake
  const remark = declared ? `declared as ${declared}, but the words are ${tag}` : `language recognised: ${tag}`
  return {
    ...intake,
    source: { ...intake.source, language: tag },
    grounds: { ...intake.grounds, language: 'words of the text' },
    remarks: [...intake.remarks, remark],
  }
}

/** What a feed says counts before what the document says of itself, but for its language; where the two disagree, that is said. */
function withSaid(taken: Taken, { said }: Given): Taken {
  if (!said) return taken
  const own = taken.source.language
  const language = own === undefined ? {} : { language: own }
  const ground = taken.grounds.language === undefined ? {} : { language: taken.grounds.language }
  return {
    ...taken,
    source: { ...taken.source, ...said.fields, ...language },
    grounds: { ...taken.grounds, ...said.grounds, ...ground },
    remarks: [...taken.remarks, ...(said.apart ? disagreements(said, taken) : [])],
  }
}

function withUrl(intake: Taken, { url }: Given): Taken {
  if (!url || intake.source.url) return intake
  return { ...intake, source: { ...intake.source, url }, grounds: { ...intake.grounds, url: 'where it was fetched' } }
}

/** The encoding that a `Content-Type` names. */
export const charsetOf = (type: string | undefined): string | undefined =>
  /charset\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})/i.exec(type?.slice(0, 500) ?? '')?.[1]

/** Where stretches of the text stand in the document as received; nothing for forms whose text is the document, or has no pages. */
export async function placesOf(original: Original, spans: readonly Span[]): Promise<Place[] | undefined> {
  if (original.form === 'html') return (await import('./html/places.ts')).placesInPage(original.page, original.runs, spans)
  if (original.form === 'pdf') return spans.map((span) => placeInPdf(original.pages, span))
  return undefined
}

function placeInPdf(pages: readonly number[], { from, to }: Span): Place {
  const pageOf = (at: number) => pages.findLastIndex((start) => start <= at) + 1 || 1
  const page = pageOf(from)
  const last = pageOf(Math.max(from, to - 1))
  const selector = { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3778', value: `page=${page}` } as const
  return { form: 'pdf', page, ...(last > page ? { toPage: last } : {}), selector }
}
