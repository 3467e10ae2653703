import { contains, overlaps, type Range } from '../../model/span.ts'

/** Clause-sized stretches of a range: one for each sentence, cut at semicolons and before side clauses that only set a condition or time. */
export function clausesIn(text: string, range: Range, sentences: readonly Range[]): Range[] {
  const inside = sentences.filter((sentence) => overlaps(sentence, range))
  const parts = inside.length === 0 ? [range] : inside.map((sentence) => common(sentence, range))
  return parts
    .flatMap((part) => split(text, part))
    .map((part) => trimmed(text, part))
    .filter((part) => /\p{L}.*\s.*\p{L}/u.test(text.slice(part.start, part.end)) || contains(part, range))
    .filter((part) => part.end > part.start)
}

function common(a: Range, b: Range): Range {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) }
}

// "…; police counted 6,000": two statements.
function split(text: string, range: Range): Range[] {
  const parts: Range[] = []
  let start = range.start
  for (const match of text.slice(range.start, range.end).matchAll(clauseBreak)) {
    parts.push({ start, end: range.start + match.index })
    start = range.start + match.index + match[0].length
  }
  parts.push({ start, end: range.end })
  return parts
}

// "…; police counted 6,000", "… and that a note was on its way", "…, because the offer had been withdrawn"
const clauseBreak =
  /[;:]\s+(?=\p{L})|\s[—–]\s|,?\s(?:and|but)\s(?=that\s)|,?\s(?:because|unless|although|though|whereas)\s(?=\p{L}+\s\p{L}+\s\p{L})/gu

/** A range without the white space, quotation marks and stops at its edges, and without leading conjunctions. */
export function trimmed(text: string, range: Range): Range {
  let { start, end } = range
  const words = text.slice(start, end)
  start +=
    /^[\s"“”„‘«»,;:.–—-]*(?:(?:and|but|that|also|because|unless|although|though|whereas)\s+)*["“„‘«]?/iu.exec(
      words,
    )?.[0].length ?? 0
  end -= /[\s"“”’«»,;:.!?–—-]*$/u.exec(text.slice(start, end))?.[0].length ?? 0
  return { start, end: Math.max(start, end) }
}
