import type { parseFeed } from 'feedsmith'
import { dayIn } from '../days.ts'
import { textUnder, treeOf } from '../html/tree.ts'
import type { Grounds } from '../nouns.ts'
import type { Entry, Words } from './nouns.ts'

/** A feed as its parser gives it. */
export type Parsed = ReturnType<typeof parseFeed>

type Field = 'title' | 'date' | 'publisher' | 'language' | 'url'
/** What a feed gives for a field, and where; the first that is there counts. */
type Candidates = readonly (readonly [value: string | undefined, ground: string])[]

/** An entry before its addresses are resolved and its fields chosen. */
interface Raw {
  readonly id?: string | undefined
  readonly link?: string | undefined
  readonly base?: string | undefined
  readonly content?: Words | undefined
  readonly summary?: Words | undefined
  readonly updated?: string | undefined
  readonly fields: Readonly<Partial<Record<Field, Candidates>>>
}

/** The entries of a parsed feed. @param url where the feed came from */
export function entriesOf(parsed: Parsed, url: string | undefined): Entry[] {
  const publisher = titleOf(parsed)
  return rawsOf(parsed).map(({ id, link: written, base, content, summary, updated, fields }): Entry => {
    const link = addressOf(written, addressOf(base, url) ?? url)
    const known: { -readonly [K in Field]?: string } = {}
    const grounds: { -readonly [K in keyof Grounds]: string } = {}
    const take = (field: Field, candidates: Candidates | undefined, read: (value: string) => string | undefined) => {
      for (const [value, ground] of candidates ?? []) {
        const words = value && read(value.slice(0, 2000))
        if (!words || known[field]) continue
        known[field] = words
        grounds[field] = ground
      }
    }
    take('title', fields.title, (value) => value.replace(/\s+/g, ' ').trim().slice(0, 500))
    take('date', fields.date, dayIn)
    take('publisher', [...(fields.publisher ?? []), [publisher, 'feed title']], (value) => value.replace(/\s+/g, ' ').trim().slice(0, 500))
    take('language', fields.language, (value) => /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}$/.exec(value.trim().replaceAll('_', '-'))?.[0])
    take('url', [[link, 'feed entry link']], (value) => value)
    const key = id?.trim() || link
    const whole = content && !isCut(content) ? content : undefined
    const short = whole ? summary : (content ?? summary)
    return {
      ...(key ? { key } : {}),
      ...(link ? { link } : {}),
      ...(whole ? { content: whole } : {}),
      ...(short ? { summary: short } : {}),
      ...(updated ? { updated } : {}),
      fields: known,
      grounds,
    }
  })
}

/** The name of a feed. */
export function titleOf({ format, feed }: Parsed): string | undefined {
  const title =
    format === 'atom'
      ? plain(feed.title)
      : feed.title === undefined
        ? undefined
        : plain({ value: feed.title, type: format === 'json' ? 'text' : 'html' })
  return title || undefined
}

/** A feed of one format, as its parser gives it. */
type FeedOf<F extends Parsed['format']> = Extract<Parsed, { format: F }>['feed']

function rawsOf(parsed: Parsed): Raw[] {
  switch (parsed.format) {
    case 'rss':
      return rawsOfRss(parsed.feed)
    case 'rdf':
      return rawsOfRdf(parsed.feed)
    case 'atom':
      return rawsOfAtom(parsed.feed)
    case 'json':
      return rawsOfJson(parsed.feed)
  }
}

const rawsOfRss = (feed: FeedOf<'rss'>): Raw[] =>
  (feed.items ?? []).map((item) => ({
    id: item.guid?.value,
    link: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
    base: feed.link,
    content: words(item.content?.encoded, 'html'),
    summary: words(item.description, 'html'),
    fields: {
      title: [
        [plain({ value: item.title, type: 'html' }), 'feed entry title'],
        [item.dc?.titles?.[0], 'feed dc:title'],
      ],
      date: [
        [item.pubDate?.toString(), 'feed pubDate'],
        [item.dc?.dates?.[0]?.toString(), 'feed dc:date'],
      ],
      publisher: [
        [item.source?.title, 'feed source'],
        [item.dc?.publishers?.[0], 'feed dc:publisher'],
      ],
      language: [
        [item.dc?.languages?.[0], 'feed dc:language'],
        [feed.language, 'feed language'],
      ],
    },
  }))

const rawsOfRdf = (feed: FeedOf<'rdf'>): Raw[] =>
  (feed.items ?? []).map((item) => ({
    id: item.rdf?.about,
    link: item.link,
    base: feed.link,
    content: words(item.content?.encoded, 'html'),
    summary: words(item.description, 'html'),
    fields: {
      title: [[plain({ value: item.title, type: 'html' }), 'feed entry title']],
      date: [[item.dc?.dates?.[0]?.toString(), 'feed dc:date']],
      publisher: [[item.dc?.publishers?.[0], 'feed dc:publisher']],
      language: [
        [item.dc?.languages?.[0], 'feed dc:language'],
        [feed.dc?.languages?.[0], 'feed dc:language'],
      ],
    },
  }))

const rawsOfAtom = (feed: FeedOf<'atom'>): Raw[] =>
  (feed.entries ?? []).map((entry) => {
    const { content } = entry
    const links = (entry.links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate')
    const link = links.find(({ type }) => type === undefined || /html/.test(type)) ?? links[0]
    return {
      id: entry.id,
      link: link?.href ?? content?.src,
      base: [feed.xml?.base, entry.xml?.base].reduce((above, one) => addressOf(one, above) ?? above),
      content: content?.src ? undefined : wordsOf(content),
      summary: wordsOf(entry.summary),
      updated: entry.updated?.toString(),
      fields: {
        title: [[plain(entry.title), 'feed entry title']],
        date: [
          [entry.published?.toString(), 'feed published'],
          [entry.updated?.toString(), 'feed updated'],
        ],
        publisher: [[plain(entry.source?.title), 'feed source']],
        language: [
          [entry.xml?.lang, 'feed xml:lang'],
          [feed.xml?.lang, 'feed xml:lang'],
        ],
      },
    }
  })

const rawsOfJson = (feed: FeedOf<'json'>): Raw[] =>
  (feed.items ?? []).map((item) => ({
    id: item.id,
    link: item.url ?? item.external_url,
    base: feed.home_page_url,
    content: words(item.content_html, 'html') ?? words(item.content_text, 'text'),
    summary: words(item.summary, 'text'),
    updated: item.date_modified?.toString(),
    fields: {
      title: [[item.title, 'feed entry title']],
      date: [
        [item.date_published?.toString(), 'feed date_published'],
        [item.date_modified?.toString(), 'feed date_modified'],
      ],
      language: [
        [item.language, 'feed language'],
        [feed.language, 'feed language'],
      ],
    },
  }))

const words = (text: string | undefined, form: Words['form']): Words | undefined => (text?.trim() ? { text, form } : undefined)

/** Words of Atom: text, HTML or XHTML; any other type is a file. */
function wordsOf(one: { readonly value?: string | undefined; readonly type?: string | undefined } | undefined): Words | undefined {
  const type = one?.type ?? 'text'
  if (/^(?:text|text\/plain)$/i.test(type)) return words(one?.value, 'text')
  return /^(?:x?html|text\/html|application\/xhtml\+xml)$/i.test(type) ? words(one?.value, 'html') : undefined
}

/** A title without its markup. */
function plain(title: { readonly value?: string | undefined; readonly type?: string | undefined } | undefined): string | undefined {
  if (!title?.value) return undefined
  return /html/i.test(title.type ?? '') && /[<&]/.test(title.value) ? textUnder(treeOf(title.value.slice(0, 5000))) : title.value
}

/** Words that end in an ellipsis, with or without "read more" in a link after it, are the beginning of a text. */
function isCut({ text, form }: Words): boolean {
  const end = text.slice(-600)
  const bare =
    form === 'html'
      ? end.replace(/<a\b[^>]{0,500}>[^<]{0,80}<\/a>\s{0,9}(?=(?:<\/[a-z]{1,10}>|\s){0,40}$)/i, '').replace(/<[^>]{0,300}>|&nbsp;/g, ' ')
      : end
  return /(?:…|\.\.\.|&hellip;|&#8230;|&#x2026;)\s{0,40}[\])]?\s{0,40}$/.test(bare)
}

/** An address of the web, relative to another; undefined for any other. */
export function addressOf(value: string | undefined, base: string | undefined): string | undefined {
  if (!value?.trim()) return undefined
  try {
    const url = new URL(value.trim(), base)
    return /^https?:$/.test(url.protocol) ? url.href.slice(0, 2000) : undefined
  } catch {
    return undefined
  }
}
