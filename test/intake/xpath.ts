import type { DefaultTreeAdapterTypes } from 'parse5'

type Parent = DefaultTreeAdapterTypes.ParentNode
type Child = DefaultTreeAdapterTypes.ChildNode

/** Text content of the element at a path of names and numbers (`/html[1]/body[1]/p[2]`), in a tree as parse5 builds it by itself. */
export function textOfElement(tree: Parent, path: string): string {
  let at: Parent = tree
  for (const [, name, number] of path.matchAll(/\/([a-z0-9-]+|\*)\[(\d+)\]/g)) {
    const found: Child | undefined = at.childNodes.filter((one) => 'tagName' in one && (name === '*' || one.nodeName === name))[
      Number(number) - 1
    ]
    if (!found || !('childNodes' in found)) throw new Error(`no element at ${path}`)
    at = found
  }
  return contentOf(at)
}

function contentOf(parent: Parent): string {
  return parent.childNodes.map((one) => ('value' in one ? one.value : 'childNodes' in one ? contentOf(one) : '')).join('')
}
