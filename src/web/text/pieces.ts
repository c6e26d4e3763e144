import type { Span } from '../../model.ts'
import type { Note, TextPage } from './props.ts'

/** A stretch of text in which nothing begins or ends. */
export interface Piece {
  readonly text: string
  /** Statements that cover it, the outermost first. */
  readonly notes: readonly Note[]
  readonly damage?: string
  readonly furniture: boolean
  readonly heading: boolean
  /** Statements that begin here. */
  readonly opens: readonly Note[]
  /** The clause that the reader refused and that covers it, where such are shown; and those that begin here. */
  readonly rejected?: string
  readonly rejects: readonly string[]
}

type Rejections = TextPage['rejections']

/** The name of a refused clause on its page. */
const nameOf = ({ span }: Rejections[number]): string => `r-${span.from}-${span.to}`

/** A paragraph: what stands between empty lines, with the statements that begin in it. */
export interface Paragraph {
  readonly from: number
  readonly pieces: readonly Piece[]
  readonly notes: readonly Note[]
  /** Refused clauses that begin in it, where such are shown. */
  readonly rejections: Rejections
}

/** What a text is cut by. */
type Cutting = Pick<TextPage, 'text' | 'notes' | 'damage' | 'furniture' | 'headings' | 'wraps'> &
  Partial<Pick<TextPage, 'rejections' | 'rejected'>>

/** Cuts a text into paragraphs and these into pieces; together they are the text, character for character, but for line breaks that only wrap. */
export function paragraphsOf(page: Cutting): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let from = 0
  for (const gap of page.text.matchAll(/\n[ \t]*\n\s*/g)) {
    const to = gap.index + gap[0].length
    paragraphs.push(paragraph(page, from, to))
    from = to
  }
  if (from < page.text.length) paragraphs.push(paragraph(page, from, page.text.length))
  return paragraphs
}

function paragraph(page: Cutting, from: number, to: number): Paragraph {
  const touches = ({ from: a, to: b }: Span) => a < to && b > from
  const notes = page.notes.filter(({ span }) => touches(span))
  const damage = page.damage.filter(({ span }) => touches(span))
  const furniture = page.furniture.filter(touches)
  const headings = page.headings.filter(touches)
  const wraps = page.wraps.filter(touches)
  const rejections = page.rejected ? (page.rejections ?? []).filter(({ span }) => touches(span)) : []
  const cuts = new Set([from, to])
  for (const { from: a, to: b } of [
    ...notes.map((n) => n.span),
    ...damage.map((d) => d.span),
    ...rejections.map((r) => r.span),
    ...furniture,
    ...headings,
    ...wraps,
  ]) {
    if (a > from && a < to) cuts.add(a)
    if (b > from && b < to) cuts.add(b)
  }
  const order = [...cuts].sort((a, b) => a - b)
  const pieces = order.slice(0, -1).map((start, i): Piece => {
    const end = order[i + 1] as number
    const covers = (span: Span) => span.from <= start && span.to >= end
    const broken = damage.find(({ span }) => covers(span))
    const refused = rejections.find(({ span }) => covers(span))
    return {
      text: wraps.some(covers) ? ' ' : page.text.slice(start, end),
      notes: notes.filter(({ span }) => covers(span)).sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to),
      opens: notes.filter(({ span }) => span.from === start),
      rejects: [...new Set(rejections.filter(({ span }) => span.from === start).map(nameOf))],
      furniture: furniture.some(covers),
      heading: headings.some(covers),
      ...(broken && { damage: broken.what }),
      ...(refused && { rejected: nameOf(refused) }),
    }
  })
  return {
    from,
    pieces,
    notes: notes.filter(({ span }) => span.from >= from),
    rejections: rejections.filter(({ span }) => span.from >= from),
  }
}
