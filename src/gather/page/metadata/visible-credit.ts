import type { JudgedBlock } from '../judge-blocks.ts'

// "Source: Meridian News Agency", "Agency: Meridian": the second needs no word that says what it is.
const sourceLine = /^(?:source|via|provided by)\s*[:–—|]\s*(.{2,60}\b(?:agency|press|news|wire)\b.{0,20})$/iu
const agencyLine = /^(?:agency|agencies)\s*[:–—|]\s*(.{2,60})$/iu

// "VELM, March 4 (Meridian) — The ferry crews …"
const placeLine = /^\p{Lu}[^.!?()]{1,60}\((\p{Lu}[\p{L} .&-]{1,30})\)\s*[-–—]+\s/u

/** The agency that a page's own text credits: in a credit line, or between place and text of the first paragraph. */
export function visibleCredit(blocks: readonly JudgedBlock[]): string | undefined {
  for (const { block, kind, rule } of blocks) {
    if (kind !== 'credit') continue
    const named = sourceLine.exec(block.text)?.[1] ?? agencyLine.exec(block.text)?.[1]
    if (named !== undefined) return bare(named)
    // A line that is nothing but the name of an agency.
    if (rule === 'BL-CRE-03' && block.text.length <= 40) return bare(block.text)
  }
  const first = blocks.find(({ isBody, kind }) => isBody && kind === 'prose')
  const named = placeLine.exec(first?.block.text ?? '')?.[1]
  return named === undefined ? undefined : bare(named)
}

function bare(name: string): string {
  return name.replace(/^[\s([–—-]+|[\s)\].–—-]+$/g, '')
}
