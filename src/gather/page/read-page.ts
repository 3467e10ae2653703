import type { Block } from '../../model/article.ts'
import { lineKind } from '../blocks/line-kinds.ts'
import type { Draft } from '../finish.ts'
import { scanPage } from './scan.ts'

/** Where a page comes from. */
export type PageFrom = { readonly from: string; readonly url: string | undefined }

/** The article of a page as a draft; undefined where there is none. */
export function readPage(html: string, { from, url }: PageFrom): Draft | undefined {
  const scan = scanPage(html)
  const blocks: Block[] = []
  let text = ''
  for (const block of scan.blocks) {
    const element = scan.elements[block.element]
    if (element === undefined || element.isHidden || block.linked > block.text.length / 2) continue
    const isHeadline = element.tag === 'h1'
    if (!isHeadline && block.text.length < 60) continue
    const start = text === '' ? 0 : text.length + 2
    text += (text === '' ? '' : '\n\n') + block.text
    const kind = lineKind(block.text) ?? { kind: isHeadline ? 'headline' : 'prose', rule: 'BK-PROSE-01' }
    blocks.push({ start, end: text.length, ...kind })
  }
  if (blocks.every((block) => block.kind === 'headline')) return undefined
  return { from, url, text, blocks, title: scan.title, provenance: { from } }
}
