import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { BlockBuilder } from './block-builder.ts'
import type { Attributes, PageScan } from './page-scan.ts'
import { Skipper } from './skipped.ts'

/** Reads a page as browsers do, for tag soup that the fast pass makes nothing of; undefined where that fails too. */
export function scanSoup(html: string): PageScan | undefined {
  const builder = new BlockBuilder()
  const skipper = new Skipper()
  try {
    walk(parse(html, { sourceCodeLocationInfo: true }), builder, skipper)
  } catch (error) {
    // parse5 recurses for some nestings; a page that deep has been read as far as the fast pass goes.
    if (error instanceof RangeError) return undefined
    throw error
  }
  return builder.finish()
}

/** Walks the tree without recursion: pages may nest as deep as they like. */
function walk(root: Tree.Document, builder: BlockBuilder, skipper: Skipper): void {
  const todo: ({ readonly node: Tree.ChildNode } | { readonly close: string })[] = []
  push(root.childNodes)
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if ('close' in next) {
      const inside = skipper.close(next.close)
      if (inside === undefined) builder.close(next.close)
      else if (inside.done !== undefined) builder.raw(inside.done.kind, inside.done.text)
      continue
    }
    const { node } = next
    if ('value' in node) {
      const at = node.sourceCodeLocation
      if (!skipper.text(node.value)) builder.text(node.value, at?.startOffset ?? 0, at?.endOffset ?? 0)
      continue
    }
    if (!('tagName' in node)) continue
    const attributes: Attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
    if (skipper.open(node.tagName, attributes)) builder.meta(node.tagName, attributes)
    else builder.open(node.tagName, attributes)
    todo.push({ close: node.tagName })
    push(node.childNodes)
  }

  function push(nodes: readonly Tree.ChildNode[]): void {
    for (let i = nodes.length - 1; i >= 0; i--) {
      const node = nodes[i]
      if (node !== undefined) todo.push({ node })
    }
  }
}
