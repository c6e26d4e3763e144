import { type Measure, Measures } from './measure.ts'
import { attribute, type Element, elementsOf, isElement, isText } from './tree.ts'

/** Where the text of a page is, and what inside of it is none. */
export interface Body {
  readonly root: Element
  readonly dropped: ReadonlySet<Element>
  readonly measure: Measure
  /** Nothing was left without what looks like furniture: the whole page was taken. */
  readonly whole: boolean
}

/** Share of the page's prose that the element must hold in which its text is sought further. */
const MOST = 0.9

/** Finds the text of a page: drops what is furniture by name, goes down to the element that holds the prose, drops lists of links in it. */
export function bodyOf(page: Element): Body {
  let measures = new Measures(page, true)
  let whole = false
  if (!measures.of.get(page)?.letters) {
    measures = new Measures(page, false)
    whole = true
  }
  const root = narrow(page, measures)
  if (!whole) tidy(root, measures)
  return { root, dropped: measures.dropped, measure: measures.of.get(root) as Measure, whole }
}

function narrow(page: Element, measures: Measures): Element {
  const all = measures.of.get(page)?.prose ?? 0
  if (!all) return page
  const marked = elementsOf(page, (one) => measures.dropped.has(one)).filter(isMarked)
  const proseOf = (one: Element) => measures.get(one)?.prose ?? 0
  // the article among teasers of others
  const best = marked.reduce<Element | undefined>((most, one) => (proseOf(one) > (most ? proseOf(most) : 0) ? one : most), undefined)
  let root = best && proseOf(best) * 2 >= all ? best : page
  const wanted = proseOf(root) * MOST
  for (let next: Element | undefined = root; next; ) {
    root = next
    next = root.childNodes.find((child): child is Element => isElement(child) && proseOf(child) >= wanted && child.childNodes.length > 0)
    // a page whose text is one paragraph: its heading and its date stand beside it
    if (next && (isLine(next) || !holdsBlocks(next, measures))) next = undefined
    // nor is the heading left behind, but for one that stands over the whole page
    if (next && root !== page && headed(root, measures) && !headed(next, measures)) next = undefined
  }
  return root
}

const headed = (element: Element, measures: Measures): boolean => measures.of.get(element)?.heading === true

const isMarked = (element: Element): boolean =>
  element.tagName === 'article' || element.tagName === 'main' || /articleBody/.test(attribute(element, 'itemprop') ?? '')

const isLine = ({ tagName }: Element): boolean => /^(?:p|td|th|tr|tbody|li|pre|blockquote|ul|ol)$/.test(tagName)
const holdsBlocks = (element: Element, measures: Measures): boolean => measures.of.get(element)?.block === true

/** Drops blocks made of links, and headings under which nothing is left. */
function tidy(parent: Element, measures: Measures): void {
  let before = ''
  let heading: Element | undefined
  for (const child of parent.childNodes) {
    if (isText(child)) {
      if (child.value.trim()) [before, heading] = [child.value.trim(), undefined]
      continue
    }
    if (!isElement(child)) continue
    const measure = measures.get(child)
    if (!measure?.letters) {
      if (measures.dropped.has(child) && heading) measures.dropped.add(heading)
      heading = undefined
      continue
    }
    if (isLinks(child, measure) && !/[:：]$/.test(before)) {
      measures.dropped.add(child)
      if (heading) measures.dropped.add(heading)
      heading = undefined
      continue
    }
    if (measure.links > 1 && measure.block) tidy(child, measures)
    heading = /^h[2-6]$/.test(child.tagName) ? child : undefined
    before = lastWords(child, measures)
  }
}

/** A list or a box of links: two at least, most of its letters in them, and no prose. */
function isLinks(element: Element, { links, linked, letters, prose }: Measure): boolean {
  if (prose || links < 2) return false
  return linked * (element.tagName === 'p' ? 1.25 : 2) >= letters
}

function lastWords(element: Element, measures: Measures): string {
  for (const child of [...element.childNodes].reverse()) {
    if (isText(child)) {
      const words = child.value.trim()
      if (words) return words.slice(-20)
    } else if (isElement(child) && measures.get(child)?.letters !== 0) {
      const words = measures.get(child) ? lastWords(child, measures) : ''
      if (words) return words
    }
  }
  return ''
}
