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
}

/** A paragraph: what stands between empty lines, with the statements that begin in it. */
export interface Paragraph {
  readonly from: number
  readonly pieces: readonly Piece[]
  readonly notes: readonly Note[]
}

/** Cuts a text into paragraphs and these into pieces; together they are the text, character for character, but for line breaks that only wrap. */
export function paragraphsOf(page: Pick<TextPage, 'text' | 'notes' | 'damage' | 'furniture' | 'headings' | 'wraps'>): Paragraph[] {
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

function paragraph(page: Parameters<typeof paragraphsOf>[0], from: number, to: number): Paragraph {
  const touches = ({ from: a, to: b }: Span) => a < to && b > from
  const notes = page.notes.filter(({ span }) => touches(span))
  const damage = page.damage.filter(({ span }) => touches(span))
  const furniture = page.furniture.filter(touches)
  const headings = page.headings.filter(touches)
  const wraps = page.wraps.filter(touches)
  const cuts = new Set([from, to])
  for (const { from: a, to: b } of [...notes.map((n) => n.span), ...damage.map((d) => d.span), ...furniture, ...headings, ...wraps]) {
    if (a > from && a < to) cuts.add(a)
    if (b > from && b < to) cuts.add(b)
  }
  const order = [...cuts].sort((a, b) => a - b)
  const pieces = order.slice(0, -1).map((start, i): Piece => {
    const end = order[i + 1] as number
    const covers = (span: Span) => span.from <= start && span.to >= end
    const broken = damage.find(({ span }) => covers(span))
    return {
      text: wraps.some(covers) ? ' ' : page.text.slice(start, end),
      notes: notes.filter(({ span }) => covers(span)).sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to),
      opens: notes.filter(({ span }) => span.from === start),
      furniture: furniture.some(covers),
      heading: headings.some(covers),
      ...(broken && { damage: broken.what }),
    }
  })
  return { from, pieces, notes: notes.filter(({ span }) => span.from >= from) }
}
