import type { PlaceInPage, Span } from '../../model.ts'
import type { Run } from '../nouns.ts'
import { align } from './align.ts'
import { type Element, isElement, isText, type Text, treeOf } from './tree.ts'

/** Where stretches of the derived text stand in the page: finds many in one walk of its tree. */
export function placesInPage(page: string, runs: readonly Run[], spans: readonly Span[]): PlaceInPage[] {
  const { texts, starts } = textsOf(page)
  const paths = new Map<Element, string>()
  return spans.map((span) => {
    const [from, to] = [rawStart(runs, span.from), rawEnd(runs, span.to)]
    const raw = from <= to ? { from, to } : aroundOf(runs, span)
    const first = textAt(texts, from)
    const last = textAt(texts, from === to ? from : to - 1)
    const around = first && last ? commonOf(first.node, last.node) : undefined
    const before = (around && starts.get(around)) ?? 0
    const start = first ? first.before + offsetIn(first, from, page) - before : 0
    const end = last ? last.before + offsetIn(last, to, page) - before : 0
    const value = around ? (paths.get(around) ?? xpathOf(around)) : '/'
    if (around) paths.set(around, value)
    return { form: 'html', raw, selector: { type: 'XPathSelector', value, refinedBy: { type: 'TextPositionSelector', start, end } } }
  })
}

/** A text node, its place in the page and how many characters of text come before it. */
interface Placed {
  readonly node: Text
  readonly from: number
  readonly to: number
  readonly before: number
}

/** Text nodes by their place in the page, and how many characters of text come before each element. */
function textsOf(page: string): { readonly texts: readonly Placed[]; readonly starts: ReadonlyMap<Element, number> } {
  const texts: Placed[] = []
  const starts = new Map<Element, number>()
  let before = 0
  const walk = (parent: { readonly childNodes: Element['childNodes'] }) => {
    for (const node of parent.childNodes) {
      if (isText(node)) {
        const { startOffset: from = 0, endOffset: to = 0 } = node.sourceCodeLocation ?? {}
        texts.push({ node, from, to, before })
        before += node.value.length
      } else if (isElement(node)) {
        starts.set(node, before)
        walk(node)
      }
    }
  }
  walk(treeOf(page))
  return { texts: texts.sort((a, b) => a.from - b.from), starts }
}

/** The last text node that begins at or before a place of the page. */
function textAt(texts: readonly Placed[], at: number): Placed | undefined {
  let [low, high] = [0, texts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((texts[middle] as Placed).from <= at) low = middle + 1
    else high = middle
  }
  return texts[low - 1]
}

/** The character of a text node that a place of the page shows. */
function offsetIn({ node, from, to }: Placed, raw: number, page: string): number {
  const at = align(node.value, page.slice(from, to))
  if (!at) return Math.min(raw - from, node.value.length)
  let [low, high] = [0, at.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((at[middle] as number) < raw - from) low = middle + 1
    else high = middle
  }
  return low
}

function commonOf(a: Text, b: Text): Element | undefined {
  const above = new Set<unknown>()
  for (let one: Text['parentNode'] = a.parentNode; one; one = 'parentNode' in one ? one.parentNode : null) above.add(one)
  for (let one: Text['parentNode'] = b.parentNode; one; one = 'parentNode' in one ? one.parentNode : null)
    if (above.has(one) && 'tagName' in one) return one
  return undefined
}

function xpathOf(element: Element): string {
  const steps: string[] = []
  for (let one: Element | undefined = element; one; ) {
    const { tagName, parentNode }: Element = one
    // "<p<q>" makes an element of a name that no path can say
    const name = /^[a-z][a-z0-9-]*$/.test(tagName) ? tagName : '*'
    const alike: Element[] = (parentNode?.childNodes ?? []).filter(
      (child): child is Element => isElement(child) && (name === '*' || child.tagName === name),
    )
    steps.unshift(`${name}[${alike.indexOf(one) + 1}]`)
    one = parentNode && 'tagName' in parentNode ? parentNode : undefined
  }
  return `/${steps.join('/')}`
}

/** Place in the page of the character of the text at `at`, or of the next one that stands in the page. */
function rawStart(runs: readonly Run[], at: number): number {
  const run = runs[after(runs, at)]
  if (!run) return runs.length ? endOf(runs[runs.length - 1] as Run) : 0
  return run.at >= at || run.length !== run.rawLength ? run.raw : run.raw + at - run.at
}

/** End in the page of the last character of the text before `at`. */
function rawEnd(runs: readonly Run[], at: number): number {
  const index = after(runs, at - 1)
  const run = runs[index]
  if (!run || run.at >= at) return index ? endOf(runs[index - 1] as Run) : 0
  return run.length === run.rawLength ? run.raw + at - run.at : endOf(run)
}

/** The stretch of the page that holds all of a text whose order is not the page's: browsers move words out of a table before it. */
function aroundOf(runs: readonly Run[], span: Span): { readonly from: number; readonly to: number } {
  let [from, to] = [Number.POSITIVE_INFINITY, 0]
  for (let i = after(runs, span.from); i < runs.length && (runs[i] as Run).at < span.to; i++) {
    const run = runs[i] as Run
    from = Math.min(from, run.raw)
    to = Math.max(to, endOf(run))
  }
  if (from <= to) return { from, to }
  // only what stands nowhere in the page, such as the number of an item: the place before which it would be
  const at = rawStart(runs, span.from)
  return { from: at, to: at }
}

const endOf = (run: Run): number => run.raw + run.rawLength

/** The first run that ends after `at`. */
function after(runs: readonly Run[], at: number): number {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const run = runs[middle] as Run
    if (run.at + run.length <= at) low = middle + 1
    else high = middle
  }
  return low
}
