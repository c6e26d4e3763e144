import { IntakeError } from '../error.ts'
import type { Fetched } from '../fetch/fetch.ts'
import { formOf } from '../form.ts'
import { sourceOfBytes } from '../intake.ts'
import type { Given, Intake } from '../nouns.ts'
import type { Entry, Words } from './nouns.ts'

/** What the call decides of the entries of feeds. */
export interface EntryOptions {
  /** Fetches a linked page; without it what the feed has is read. */
  readonly fetchPage: ((address: string) => Promise<Fetched>) | undefined
  readonly language?: string | undefined
}

/**
 * The document that an entry is: its words, where the feed has it whole, else the page to which it links, else, where no page is to be
 * fetched, the summary, and that is said. Throws `IntakeError` where there is none.
 */
export async function intakeOfEntry(entry: Entry, { fetchPage, language }: EntryOptions): Promise<Intake> {
  const { content, summary, link } = entry
  const said = (apart: boolean): Given => ({
    said: { fields: entry.fields, grounds: entry.grounds, apart },
    ...(language ? { language } : {}),
  })
  const ofWords = ({ text, form }: Words) =>
    sourceOfBytes(new TextEncoder().encode(text), {
      type: form === 'html' ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
      ...(link ? { url: link } : {}),
      ...said(false),
    })
  if (content) return ofWords(content)
  if (link && fetchPage) {
    const { bytes, type, url } = await fetchPage(link)
    const given = { url, name: new URL(url).pathname, ...(type ? { type } : {}), ...said(true) }
    if (formOf(bytes, given) === 'feed') throw new IntakeError(`leads to another feed (${link}); name that one`)
    return sourceOfBytes(bytes, given)
  }
  if (!summary)
    throw new IntakeError(link ? 'has no text in the feed, and its page was not to be fetched' : 'has neither a text nor an address')
  const taken = await ofWords(summary)
  return { ...taken, remarks: [...taken.remarks, 'only what the feed says of it was read, not its page'] }
}
