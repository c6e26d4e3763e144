import { isFurniture, isWordless } from './furniture.ts'
import { attribute, type Element, isElement, isText } from './tree.ts'

/** What is under an element, without what never holds words. Characters that are no white space. */
export interface Measure {
  readonly letters: number
  /** Of these, in links. */
  readonly linked: number
  /** Letters of its blocks that read as prose: long enough, and not made of links. */
  readonly prose: number
  readonly links: number
  /** It holds the page's main heading. */
  readonly heading: boolean
  /** A block is in it: an inline element otherwise. */
  readonly block: boolean
}

/** Elements that stand on lines of their own. */
const blocks = new Set(
  `address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
   header hgroup hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption`.split(/\s+/),
)
export const isBlock = (element: Element): boolean => blocks.has(element.tagName)

/** Letters from which a block counts as prose; Chinese and Japanese say in one character what others say in about three letters. */
const PROSE = 80

/** A page measured: what is under each element, and which elements are dropped. */
export class Measures {
  readonly of = new Map<Element, Measure>()
  readonly dropped = new Set<Element>()

  /** @param drops whether furniture is left out, or only what never holds words */
  constructor(body: Element, drops: boolean) {
    this.measure(body, false)
    if (drops) this.drop(body, this.of.get(body) as Measure, false)
    // what was dropped counts no longer
    if (this.dropped.size) this.measure(body, false)
  }

  get(element: Element): Measure | undefined {
    return this.dropped.has(element) ? undefined : this.of.get(element)
  }

  private measure(element: Element, inLink: boolean): Tally {
    const tally: Tally = {
      letters: 0,
      linked: 0,
      prose: 0,
      links: 0,
      heading: element.tagName === 'h1',
      block: false,
      own: 0,
      ownLinked: 0,
    }
    for (const child of element.childNodes) {
      if (isText(child)) {
        const letters = lettersIn(child.value)
        tally.own += letters
        if (inLink) tally.ownLinked += letters
      } else if (isElement(child) && !this.dropped.has(child) && !isWordless(child)) this.add(tally, child, inLink)
    }
    if (isBlock(element)) closeBlock(tally)
    this.of.set(element, tally)
    return tally
  }

  private add(tally: Tally, child: Element, inLink: boolean): void {
    const link = child.tagName === 'a' && attribute(child, 'href') !== undefined
    const below = this.measure(child, inLink || link)
    tally.links += below.links + (link ? 1 : 0)
    tally.heading ||= below.heading
    tally.letters += below.letters
    tally.linked += below.linked
    tally.prose += below.prose
    tally.block ||= below.block || isBlock(child)
    if (isBlock(child)) return
    tally.own += below.own
    tally.ownLinked += below.ownLinked
  }

  private drop(element: Element, page: Measure, insideArticle: boolean): void {
    for (const child of element.childNodes) {
      if (!isElement(child) || isWordless(child)) continue
      const measure = this.of.get(child) as Measure
      const article = insideArticle || child.tagName === 'article' || child.tagName === 'main'
      if (isFurniture(child) && !this.keeps(child, measure, page, insideArticle)) this.dropped.add(child)
      else this.drop(child, page, article)
    }
  }

  /** Furniture by name that is text by what it holds. */
  private keeps(element: Element, { heading, prose, letters }: Measure, page: Measure, insideArticle: boolean): boolean {
    if (attribute(element, 'aria-hidden') === 'true') return false
    // the heading, date and place of an article are part of it; its foot is not
    if (element.tagName === 'header') return heading || insideArticle || (page.prose > 0 && prose * 2 >= page.prose)
    if (heading && letters > 0) return true
    // what people add below a text can be longer than the text
    return page.prose > 0 && prose * 2 >= page.prose && !added(element)
  }
}

const added = (element: Element): boolean =>
  /comment|respond|disqus|cookie|consent/i.test(`${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`.slice(0, 1000)) &&
  element.tagName !== 'article'

type Tally = { -readonly [K in keyof Measure]: Measure[K] } & { own: number; ownLinked: number }

function closeBlock(tally: Tally): void {
  tally.letters += tally.own
  tally.linked += tally.ownLinked
  if (tally.own >= PROSE && tally.ownLinked * 2 < tally.own) tally.prose += tally.own
  tally.own = 0
  tally.ownLinked = 0
}

function lettersIn(text: string): number {
  let letters = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 0x2e80 && code < 0xfb00) letters += 3
    else if (code > 32 && code !== 0xa0) letters++
  }
  return letters
}
