import type { Token } from 'parse5'
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, type TreeAdapter } from 'parse5'
import { IntakeError } from '../error.ts'
import { startOf } from './align.ts'
import { parsePage } from './stretches.ts'

export type Element = DefaultTreeAdapterTypes.Element
export type Node = DefaultTreeAdapterTypes.ChildNode
export type Text = DefaultTreeAdapterTypes.TextNode
type Tree = DefaultTreeAdapterTypes.Document
type Parent = DefaultTreeAdapterTypes.ParentNode

/** A browser stops at 512; no page that people wrote comes near. What is deeper was made to hang a parser, whose work grows with depth. */
const DEPTH = 800
const NODES = 3_000_000
const LENGTH = 40_000_000

/**
 * The tree of a page as browsers build it, every text node with its own place in the page: adjacent stretches of characters are left apart,
 * for between two of them the page may hold markup that the tree does not show.
 * Throws `IntakeError` for a page made to hang a parser.
 * @param told hears how many attributes were left out, of elements with more than `ATTRIBUTES` of them
 */
export function treeOf(page: string, told?: (attributes: number) => void): Tree {
  if (page.length > LENGTH) throw new IntakeError(`is a page of more than ${LENGTH / 1e6} million characters; take its text out first`)
  let depth = 0
  let nodes = 0
  const count = () => {
    if (++nodes > NODES) throw new IntakeError(`is a page of more than ${NODES / 1e6} million elements; this is no text`)
  }
  const text = (parent: Parent, value: string): Text => ({ nodeName: '#text', value, parentNode: parent })
  const adapter: TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement(...args) {
      count()
      return defaultTreeAdapter.createElement(...args)
    },
    insertText(parent, value) {
      count()
      defaultTreeAdapter.appendChild(parent, text(parent, value))
    },
    insertTextBefore(parent, value, reference) {
      count()
      defaultTreeAdapter.insertBefore(parent, text(parent, value), reference)
    },
    // places of elements are asked for by nobody, and are most of what a tree weighs
    setNodeSourceCodeLocation(node, location) {
      if (!location || !isText(node as Node)) return
      const { startLine, startCol, endLine, endCol, endOffset } = location
      const startOffset = startOf((node as Text).value, page, location.startOffset)
      defaultTreeAdapter.setNodeSourceCodeLocation(node, { startLine, startCol, startOffset, endLine, endCol, endOffset })
    },
    onItemPush() {
      if (++depth > DEPTH) throw new IntakeError(`is a page whose elements nest more than ${DEPTH} deep; this is no text`)
    },
    onItemPop() {
      depth--
    },
  }
  const { document, over } = parsePage(page, { sourceCodeLocationInfo: true, scriptingEnabled: false, treeAdapter: adapter })
  if (over) told?.(over)
  return document
}

export const isElement = (node: Node | Parent): node is Element => 'tagName' in node
export const isText = (node: Node): node is Text => node.nodeName === '#text'

/** An attribute's value; undefined where the element has none. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one: Token.Attribute) => one.name === name)?.value
}

/** Elements of a tree in document order; those under a refused one are left out. */
export function elementsOf(parent: Parent, refuse?: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  const walk = (above: Parent) => {
    for (const child of above.childNodes) {
      if (!isElement(child) || refuse?.(child)) continue
      found.push(child)
      walk(child)
    }
  }
  walk(parent)
  return found
}

/** The characters under a node, white space collapsed, cut at `limit`. */
export function textUnder(parent: Parent, limit = 2000): string {
  let text = ''
  const walk = (one: Parent) => {
    for (const child of one.childNodes) {
      if (text.length > limit) return
      if (isText(child)) text += child.value
      else if (isElement(child) && child.tagName !== 'script' && child.tagName !== 'style') {
        if (child.tagName === 'br') text += ' '
        walk(child)
      }
    }
  }
  walk(parent)
  return text.replace(/\s+/g, ' ').trim().slice(0, limit)
}
