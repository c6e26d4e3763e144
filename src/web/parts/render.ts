import { Fragment, options, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { tame } from './bidi.ts'

const balanced = (child: unknown): unknown => (typeof child === 'string' ? tame(child) : Array.isArray(child) ? child.map(balanced) : child)

// every text that stands on a page is tamed, whoever wrote the component: here, where all of them pass
const before = options.vnode
options.vnode = (vnode) => {
  const props = vnode.props as { children?: unknown } | null
  if ((typeof vnode.type === 'string' || vnode.type === Fragment) && props?.children !== undefined)
    props.children = balanced(props.children)
  before?.(vnode)
}

/** A whole page as HTML. Everything that stands in it is escaped, and turns the direction of writing no further than its own end. */
export function renderWhole(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`
}
