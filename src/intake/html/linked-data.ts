/** What a page says of itself in JSON-LD after schema.org: of the first article, else of the page. */
export interface LinkedData {
  readonly title?: string
  readonly date?: string
  readonly publisher?: string
  readonly language?: string
  readonly url?: string
}

type Thing = Readonly<Record<string, unknown>>

/** Reads the scripts `application/ld+json` of a page; one that is broken is passed over. */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  const things: Thing[] = []
  for (const script of scripts.slice(0, 20)) {
    if (script.length > 2_000_000) continue
    try {
      collect(JSON.parse(script.trim().replace(/;$/, '')), things, 0)
    } catch {
      // a page with broken data is a page without
    }
  }
  const typed = (wanted: (type: string) => boolean) => things.find((thing) => list(thing['@type']).some((type) => wanted(String(type))))
  const article =
    typed((type) => type.endsWith('Article') || type === 'Report' || type === 'BlogPosting') ?? typed((type) => type.endsWith('WebPage'))
  if (!article) return {}
  const named = (value: unknown): string | undefined => {
    const [one] = list(value)
    if (typeof one === 'string') return one
    const thing = one as Thing | undefined
    if (typeof thing?.['name'] === 'string') return thing['name']
    // {"@id": "#organisation"}: named elsewhere in the same data
    const other =
      thing?.['@id'] === undefined ? undefined : things.find((it) => it['@id'] === thing['@id'] && typeof it['name'] === 'string')
    return other && (other['name'] as string)
  }
  const fields = {
    title: named(article['headline']) ?? named(article['name']),
    date: named(article['datePublished']),
    publisher: named(article['publisher']),
    language: named(article['inLanguage']),
    url: named(article['url']),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as LinkedData
}

function collect(value: unknown, things: Thing[], depth: number): void {
  if (depth > 8 || things.length > 500 || typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) things.push(value as Thing)
  for (const one of Object.values(value)) collect(one, things, depth + 1)
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value])
