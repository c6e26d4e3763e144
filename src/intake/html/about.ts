import type { Source } from '../../model.ts'
import { dayIn, dayInAddress, daysApart } from '../days.ts'
import type { Grounds } from '../nouns.ts'
import { readLinkedData } from './linked-data.ts'
import { attribute, type Element, textUnder } from './tree.ts'

type Field = 'title' | 'date' | 'publisher' | 'language' | 'url'
/** A value that a page gives for a field, and where it stands. */
type Candidate = readonly [value: string, ground: string]

/** Names of `<meta>` (and properties) that give a field, the more exact first. */
const metas: Readonly<Record<Field, readonly string[]>> = {
  title: ['citation_title', 'og:title', 'dcterms.title', 'dc.title', 'articletitle', 'twitter:title'],
  date: [
    'article:published_time',
    'og:article:published_time',
    'citation_publication_date',
    'dcterms.issued',
    'dcterms.date',
    'dc.date.issued',
    'dc.date',
    'datepublished',
    'pubdate',
    'publishdate',
    'publication_date',
    'date',
  ],
  publisher: ['og:site_name', 'citation_publisher', 'dcterms.publisher', 'dc.publisher', 'contentsource', 'sitename', 'application-name'],
  language: ['content-language', 'dcterms.language', 'dc.language', 'og:locale'],
  url: ['og:url'],
}

/** Date, title and the rest as a page states them. */
export interface About {
  readonly fields: Omit<Source, 'id' | 'text'>
  readonly grounds: Grounds
  readonly remarks: readonly string[]
}

/**
 * What a page says of itself, each with its ground. Nothing is guessed: a field that the page does not state is absent.
 * @param all elements of the page
 * @param near elements of its text, in which marks of its date are sought
 * @param url the address from which the page came
 */
export function aboutOf(all: readonly Element[], near: readonly Element[], url: string | undefined): About {
  const written = all.find((one) => one.tagName === 'base' && attribute(one, 'href'))
  const base = (written && address(attribute(written, 'href') ?? '', url)) ?? url
  const candidates = gather(all, near)
  const remarks: string[] = []
  const fields: { -readonly [K in Field]?: string } = {}
  const grounds: { -readonly [K in Field]?: string } = {}
  const take = (field: Field, read: (value: string) => string | undefined) => {
    for (const [value, ground] of candidates[field]) {
      const known = read(value.replace(/\s+/g, ' ').trim().slice(0, 500))
      if (!known) continue
      fields[field] = known
      grounds[field] = ground
      return
    }
  }
  take('publisher', (value) => value)
  take('title', (value) => withoutSite(value, fields.publisher))
  take('date', dayIn)
  take('language', (value) => /^([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8}){0,3}$/.exec(value)?.[0].replaceAll('_', '-'))
  take('url', (value) => address(value, base))
  if (!fields.url && url) [fields.url, grounds.url] = [url, 'where it was fetched']
  compareDates(candidates.date, fields, grounds, url, remarks)
  const next = all.find((one) => /^(?:a|link)$/.test(one.tagName) && attribute(one, 'rel')?.toLowerCase() === 'next')
  const follows = next && address(attribute(next, 'href') ?? '', base)
  if (follows) remarks.push(`the page says that the text goes on at ${follows}`)
  return { fields, grounds, remarks }
}

function gather(all: readonly Element[], near: readonly Element[]): Readonly<Record<Field, Candidate[]>> {
  const found: Record<Field, Candidate[]> = { title: [], date: [], publisher: [], language: [], url: [] }
  const put = (field: Field, value: string | undefined, ground: string) => {
    if (value?.trim()) found[field].push([value, ground])
  }
  const linked = readLinkedData(
    all.filter(isLinkedData).map((one) => one.childNodes.map((node) => ('value' in node ? node.value : '')).join('')),
  )
  for (const field of Object.keys(found) as Field[]) put(field, linked[field], 'JSON-LD')
  const meta = new Map<string, string>()
  for (const one of all) {
    if (one.tagName !== 'meta') continue
    const name = (
      attribute(one, 'property') ??
      attribute(one, 'name') ??
      attribute(one, 'itemprop') ??
      attribute(one, 'http-equiv')
    )?.toLowerCase()
    const content = attribute(one, 'content')
    if (name && content && !meta.has(name)) meta.set(name, content)
  }
  for (const field of Object.keys(metas) as Field[]) for (const name of metas[field]) put(field, meta.get(name), `meta ${name}`)
  const first = (tag: string) => all.find((one) => one.tagName === tag)
  const heading = near.find((one) => one.tagName === 'h1') ?? first('h1')
  put('title', heading && textUnder(heading), 'h1')
  const title = first('title')
  put('title', title && textUnder(title), 'title')
  for (const one of near.filter(isDateMark).slice(0, 3))
    put('date', attribute(one, 'datetime') ?? attribute(one, 'content') ?? textUnder(one, 100), `${one.tagName} in the text`)
  const html = first('html')
  const tag = html && (attribute(html, 'lang') ?? attribute(html, 'xml:lang'))
  if (tag) found.language.unshift([tag, 'html lang'])
  const canonical = all.find(
    (one) => one.tagName === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attribute(one, 'rel')?.slice(0, 200) ?? ''),
  )
  const href = canonical && attribute(canonical, 'href')
  if (href) found.url.unshift([href, 'link canonical'])
  return found
}

const isLinkedData = (one: Element): boolean =>
  one.tagName === 'script' && attribute(one, 'type')?.trim().toLowerCase() === 'application/ld+json'

/** Marks of the date of publication that stand beside a text. */
const isDateMark = (one: Element): boolean =>
  one.tagName === 'time' ||
  attribute(one, 'itemprop') === 'datePublished' ||
  /(?:^|[\s_-])(?:pubdate|publish-?date|post-?date|entry-?date|published|pub-?time|article-?date|article__date)(?:$|[\s_])/i.test(
    attribute(one, 'class')?.slice(0, 300) ?? '',
  )

/** "A statement | Ministry" without the name of the site, where the page says that this is its name. */
function withoutSite(title: string, site: string | undefined): string {
  if (!site) return title
  for (const mark of [' | ', ' - ', ' – ', ' — ', ' :: ', ' · '])
    if (title.endsWith(mark + site)) return title.slice(0, -mark.length - site.length).trim()
  return title
}

/** An address of the web as the document writes it; undefined for any other. */
function address(value: string, base: string | undefined): string | undefined {
  try {
    const url = new URL(value, base)
    return /^https?:$/.test(url.protocol) ? url.href.slice(0, 2000) : undefined
  } catch {
    return undefined
  }
}

/** Dates that differ by more than the day that a time zone can make. */
function compareDates(
  dates: readonly Candidate[],
  { date, url: own }: { readonly date?: string; readonly url?: string },
  grounds: Grounds,
  url: string | undefined,
  remarks: string[],
): void {
  if (!date) return
  const seen = new Set([date])
  const compare = (other: string | undefined, ground: string) => {
    if (!other || seen.has(other) || daysApart(date, other) <= 1) return
    seen.add(other)
    remarks.push(`dates disagree: ${date} (${grounds.date}), ${other} (${ground})`)
  }
  for (const [value, ground] of dates) compare(dayIn(value), ground)
  const address = url ?? own
  if (address) compare(dayInAddress(address), 'address')
}
