import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { BlockBuilder } from './block-builder.ts'
import type { PageScan } from './page-scan.ts'
import { isSkipped, isVoid, rawKind } from './skipped.ts'
import { Attributes, type TagAttributes, wantedName } from './tag-attributes.ts'

/** Reads a page as browsers do, for tag soup that the fast pass makes nothing of; undefined where that fails too. */
export function scanSoup(html: string): PageScan | undefined {
  const builder = new BlockBuilder()
  try {
    walk(parse(html, { sourceCodeLocationInfo: true }), builder)
  } catch (error) {
    // parse5 recurses for some nestings; a page that deep has been read as far as the fast pass goes.
    if (error instanceof RangeError) return undefined
    throw error
  }
  return builder.finish()
}

type Step = { readonly node: Tree.ChildNode } | { readonly close: string; readonly index: number }

/** Walks the tree without recursion: pages may nest as deep as they like. */
function walk(root: Tree.Document, builder: BlockBuilder): void {
  const todo: Step[] = []
  push(root.childNodes)
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if ('close' in next) {
      builder.close(next.close, next.index)
      continue
    }
    const { node } = next
    if ('value' in node) {
      const at = node.sourceCodeLocation
      builder.entity(node.value, at?.startOffset ?? 0, at?.endOffset ?? 0)
      continue
    }
    if (!('tagName' in node)) continue
    const attributes = attributesOf(node)
    if (isVoid(node.tagName)) builder.empty(node.tagName, attributes)
    else if (isSkipped(node.tagName)) takeRaw(node, attributes)
    else {
      todo.push({ close: node.tagName, index: builder.open(node.tagName, attributes) })
      push(node.childNodes)
    }
  }

  function push(nodes: readonly Tree.ChildNode[]): void {
    for (let i = nodes.length - 1; i >= 0; i--) {
      const node = nodes[i]
      if (node !== undefined) todo.push({ node })
    }
  }

  function takeRaw(node: Tree.Element, attributes: TagAttributes): void {
    const kind = rawKind(node.tagName, attributes)
    const [first] = node.childNodes
    if (kind !== undefined && first !== undefined && 'value' in first) builder.raw(kind, first.value)
  }
}

function attributesOf(node: Tree.Element): TagAttributes {
  const found = new Attributes()
  for (const { name, value } of node.attrs) {
    const wanted = wantedName(name)
    if (wanted !== undefined) found[wanted] ??= value
  }
  return found
}
