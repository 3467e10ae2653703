import type { Block } from '../model/article.ts'

/** Paragraphs of a plain text as blocks of prose: what stands between blank lines. */
export function paragraphsOf(text: string): Block[] {
  const blocks: Block[] = []
  let start = 0
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    addParagraph(text, start, gap.index, blocks)
    start = gap.index + gap[0].length
  }
  addParagraph(text, start, text.length, blocks)
  return blocks
}

function addParagraph(text: string, from: number, to: number, blocks: Block[]): void {
  const start = from + (/^\s*/.exec(text.slice(from, to))?.[0].length ?? 0)
  const end = start + text.slice(start, to).trimEnd().length
  if (end > start) blocks.push({ start, end, kind: 'prose', rule: 'TXT-PARAGRAPH' })
}
