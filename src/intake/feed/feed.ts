import { DetectError, parseFeed, parseOpml } from 'feedsmith'
import { declaredIn, decode } from '../encoding.ts'
import { IntakeError } from '../error.ts'
import { formOf, rootOf } from '../form.ts'
import { attribute, elementsOf, treeOf } from '../html/tree.ts'
import { charsetOf } from '../intake.ts'
import type { Given } from '../nouns.ts'
import { addressOf, entriesOf, type Parsed, titleOf } from './entries.ts'
import type { Feed } from './nouns.ts'

/** Characters of a feed, and entries, beyond which it is an archive and not a feed. */
const LENGTH = 20_000_000
const ENTRIES = 5000

/**
 * The feed that bytes are. Entities that a feed defines itself are not expanded, files that it names are not opened.
 * Throws `IntakeError` where it is broken, too large, or a list of other feeds, and for a page: which feeds it names.
 */
export async function feedOf(bytes: Uint8Array, given: Given): Promise<Feed> {
  if (bytes.length > LENGTH * 2) throw tooLarge()
  const { text } = await decode(bytes, charsetOf(given.type) ?? declaredIn(bytes))
  if (text.length > LENGTH) throw tooLarge()
  if (formOf(bytes, given) === 'html') throw new IntakeError(pageWithFeeds(text, given.url))
  // whatever the mark at the top, or blank lines that scripts leave there
  const xml = text.replace(/^[\ufeff\s]+/, '')
  if (/<!ENTITY\s{1,99}(?:%\s{1,99})?\S{1,200}\s{1,99}(?:SYSTEM|PUBLIC)\b/.test(xml.slice(0, 100_000)))
    throw new IntakeError('is a feed that asks for other files (external entities); it is not read')
  if (rootOf(xml) === 'opml') throw new IntakeError(listOf(xml))
  const found = parsed(xml)
  const entries = entriesOf(found, given.url)
  if (entries.length > ENTRIES) throw new IntakeError(`is a feed of more than ${ENTRIES} entries; it is not read`)
  const title = titleOf(found)
  return { format: found.format, entries, ...(title ? { title } : {}) }
}

const tooLarge = () => new IntakeError(`is a feed of more than ${LENGTH / 1e6} million characters; it is not read`)

function parsed(xml: string): Parsed {
  try {
    return parseFeed(xml, { maxItems: ENTRIES + 1 })
  } catch (error) {
    if (error instanceof DetectError) throw new IntakeError('is neither a page nor a feed that is known here (RSS, Atom, JSON Feed)')
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined
    throw new IntakeError(
      `is a broken feed${reason ? ` (${reason.split('\n', 1)[0]?.slice(0, 120)})` : ''}; fetch it again or tell its publisher`,
    )
  }
}

/** A page is no feed; which feeds it names, so that they can be named instead. */
function pageWithFeeds(text: string, url: string | undefined): string {
  const named: string[] = []
  for (const one of elementsOf(treeOf(text))) {
    if (one.tagName !== 'link' || !/^application\/(?:rss|atom|feed)\+(?:xml|json)$/i.test(attribute(one, 'type')?.trim() ?? '')) continue
    const link = addressOf(attribute(one, 'href'), url)
    if (link) named.push(link)
  }
  return `is a page, not a feed${named.length ? `; it names ${named.slice(0, 3).join(', ')}` : '; look on it for the address of its feed'}`
}

/** A list of feeds is none; which feeds it names, so that they can be named instead. */
function listOf(xml: string): string {
  const names: string[] = []
  const walk = (outlines: readonly Outline[] | undefined, depth: number) => {
    for (const one of outlines ?? []) {
      if (typeof one.xmlUrl === 'string') names.push(one.xmlUrl)
      if (depth < 20) walk(one.outlines, depth + 1)
    }
  }
  try {
    walk(parseOpml(xml).body?.outlines as readonly Outline[] | undefined, 0)
  } catch {
    return 'is a broken list of feeds (OPML); name the feeds themselves'
  }
  const shown = names
    .slice(0, 5)
    .map((name) => name.slice(0, 200))
    .join(', ')
  if (!names.length) return 'is a list (OPML) in which no feed is named'
  return `is a list of feeds (OPML), not a feed; name the feeds themselves: ${shown}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`
}

interface Outline {
  readonly xmlUrl?: string
  readonly outlines?: readonly Outline[]
}
