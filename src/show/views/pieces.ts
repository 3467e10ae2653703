import type { Range } from '../../model/span.ts'

/** A range with what it is marked as. */
export type Marking = Range & { readonly kind: string; readonly note?: string; readonly meaning?: string }

/** A stretch of text that the same markings cover from end to end. */
export type Piece = Range & {
  readonly text: string
  readonly kinds: readonly string[]
  readonly notes: readonly string[]
  /** What the words were read as, such as the day that "Friday" is. */
  readonly meaning?: string
}

/** Cuts the text of a block at every edge of a marking: pieces follow one another without overlap and give the text back. */
export function piecesOf(text: string, block: Range, markings: readonly Marking[]): Piece[] {
  const inside = markings.filter((marking) => marking.start < block.end && block.start < marking.end)
  const edges = new Set([block.start, block.end])
  for (const marking of inside) {
    if (marking.start > block.start) edges.add(marking.start)
    if (marking.end < block.end) edges.add(marking.end)
  }
  const cuts = [...edges].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? block.end
    const covering = inside.filter((marking) => marking.start <= start && end <= marking.end)
    return {
      start,
      end,
      text: text.slice(start, end),
      kinds: [...new Set(covering.map((marking) => marking.kind))],
      notes: [...new Set(covering.flatMap((marking) => marking.note ?? []))],
      meaning: covering.find((marking) => marking.meaning !== undefined)?.meaning,
    }
  })
}
