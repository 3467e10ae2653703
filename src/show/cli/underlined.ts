import type { ExplainedPart } from '../views/explain-view.ts'

/** Lines of text with the parts underlined and labelled beneath, wrapped at words to at most `width` columns. */
export function underlined(text: string, parts: readonly ExplainedPart[], width: number): string[] {
  return wrapped(text, width).flatMap(({ start, end }) => {
    const line = text.slice(start, end).replace(/[\s\p{Cc}\p{Cf}]/gu, ' ')
    const inside = parts
      .filter((part) => part.start < end && part.end > start)
      .sort((a, b) => a.start - b.start || b.end - a.end)
    if (inside.length === 0) return [line]
    return [line, signsOf(inside, { start, end }), ...labelsOf(inside, { start, end }, width)]
  })
}

// A part inside a longer one is drawn over it.
function signsOf(parts: readonly ExplainedPart[], line: { start: number; end: number }): string {
  const signs = new Array<string>(line.end - line.start).fill(' ')
  for (const part of parts) {
    for (let i = Math.max(part.start, line.start); i < Math.min(part.end, line.end); i++) {
      signs[i - line.start] = part.sign
    }
  }
  return signs.join('').trimEnd()
}

// Labels stand under their part's first sign; one that would touch the label before it goes a line further down.
function labelsOf(
  parts: readonly ExplainedPart[],
  line: { start: number; end: number },
  width: number,
): string[] {
  const rows: string[] = []
  for (const part of parts) {
    if (part.start < line.start) continue
    const column = Math.min(part.start - line.start, Math.max(0, width - part.label.length))
    const row = rows.findIndex((text) => text.length + 2 <= column || text.length === 0)
    const at = row < 0 ? rows.length : row
    rows[at] = (rows[at] ?? '').padEnd(column) + part.label
  }
  return rows
}

function wrapped(text: string, width: number): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = []
  let start = 0
  while (start < text.length) {
    let end = Math.min(text.length, start + width)
    if (end < text.length) {
      const space = text.lastIndexOf(' ', end)
      if (space > start) end = space
    }
    lines.push({ start, end })
    start = text[end] === ' ' ? end + 1 : end
  }
  return lines
}
