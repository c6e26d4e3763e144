import { type Collation, type Difference, isQuiet, order } from '../../compare/collate/nouns.ts'
import { escaped } from './markup.ts'
import { type Segment, segmentsOf } from './segments.ts'

/**
 * The collation as a critical apparatus of the Text Encoding Initiative (P5, parallel segmentation): what all witnesses read stands in
 * the text, all else in `app` with one `rdg` for every reading. Following one witness through gives its text back.
 */
export function* teiOf(collation: Collation): Generator<string> {
  const { witnesses, rows } = collation
  yield head(collation)
  const classes = new Classes(collation)
  for (const row of rows) {
    // a paragraph has no type, a block has
    const type = row.furniture ? 'furniture' : row.moved ? 'moved' : undefined
    yield type ? `<ab type="${type}">` : '<p>'
    for (const [segment, found] of joined(segmentsOf(row), witnesses, classes)) yield told(segment, witnesses, found)
    yield type ? '</ab>\n' : '</p>\n'
  }
  if (!rows.length) yield '<p></p>\n'
  yield '</body></text>\n</TEI>\n'
}

const sigil = (k: number): string => `W${k + 1}`

function head({ witnesses }: Collation): string {
  const list = witnesses
    .map(({ id, reading }, k) => {
      const { title, publisher, date } = reading.source
      const about = [title, publisher, date].filter((part) => part !== undefined).join(', ')
      return `<witness xml:id="${sigil(k)}">${escaped(id)}${about ? `: ${escaped(about)}` : ''}</witness>`
    })
    .join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:space="preserve">
<teiHeader>
<fileDesc>
<titleStmt><title>Collation of ${witnesses.length} witnesses</title></titleStmt>
<publicationStmt><p>Made by Stocktake; not published.</p></publicationStmt>
<sourceDesc><listWit>
${list}
</listWit></sourceDesc>
</fileDesc>
<encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/></encodingDesc>
</teiHeader>
<text><body>
`
}

type Witnesses = Collation['witnesses']

const textsOf = ({ spans }: Segment, witnesses: Witnesses): string[] =>
  spans.map((span, k) => (span ? (witnesses[k]?.text.slice(span.from, span.to) ?? '') : ''))

/** Segments, those that follow one another in one difference as one: a sentence that one witness lacks is one reading, and not one for every word. */
function joined(segments: readonly Segment[], witnesses: Witnesses, classes: Classes): [Segment, Difference | undefined][] {
  const out: [Segment, Difference | undefined][] = []
  for (const segment of segments) {
    const texts = textsOf(segment, witnesses)
    const found = texts.every((text) => text === texts[0]) ? undefined : classes.at(segment.spans)
    const last = out.at(-1)
    if (found && last?.[1] === found)
      out[out.length - 1] = [
        { spans: segment.spans.map((span, k) => span && { from: last[0].spans[k]?.from ?? span.from, to: span.to }) },
        found,
      ]
    else out.push([segment, found])
  }
  return out
}

function told(segment: Segment, witnesses: Witnesses, found: Difference | undefined): string {
  const texts = textsOf(segment, witnesses)
  if (texts.every((text) => text === texts[0])) return escaped(texts[0] ?? '')
  const readings = new Map<string, number[]>()
  texts.forEach((text, k) => {
    const list = readings.get(text)
    if (list) list.push(k)
    else readings.set(text, [k])
  })
  const list = [...readings].map(([text, group]) => `<rdg wit="${group.map((k) => `#${sigil(k)}`).join(' ')}">${escaped(text)}</rdg>`)
  const note = found && !isQuiet(found.class) ? `<note>${escaped(found.note)}</note>` : ''
  return `<app type="${found?.class ?? 'cosmetic'}">${list.join('')}${note}</app>`
}

/** The differences by where they stand in each witness. */
class Classes {
  private readonly lists: { from: number; to: number; one: Difference }[][]
  private readonly longest: number[]

  constructor({ witnesses, differences }: Collation) {
    this.lists = witnesses.map((_, k) =>
      differences
        .flatMap((one) => {
          const span = one.spans[k]
          return span ? [{ ...span, one }] : []
        })
        .sort((x, y) => x.from - y.from),
    )
    this.longest = this.lists.map((list) => list.reduce((most, { from, to }) => Math.max(most, to - from), 0))
  }

  /** The difference that matters most of those that a segment overlaps. */
  at(spans: Segment['spans']): Difference | undefined {
    let best: Difference | undefined
    spans.forEach((span, k) => {
      if (!span || span.to === span.from) return
      const list = this.lists[k] as (typeof this.lists)[number]
      for (let i = after(list, span.from - (this.longest[k] as number)); i < list.length; i++) {
        const { from, to, one } = list[i] as (typeof list)[number]
        if (from >= span.to) break
        if (to > span.from && (!best || order.indexOf(one.class) < order.indexOf(best.class))) best = one
      }
    })
    return best
  }
}

function after(list: readonly { from: number }[], value: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] as { from: number }).from < value) low = middle + 1
    else high = middle
  }
  return low
}
