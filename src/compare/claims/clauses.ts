import { contains, overlaps, type Range } from '../../model/span.ts'
import { afterDateline } from '../../text/dateline.ts'
import { table } from '../../text/table.ts'

/** Clause-sized stretches of a range: one for each sentence, cut at semicolons, between whole clauses joined by "and", and before side clauses of time. */
export function clausesIn(text: string, range: Range, sentences: readonly Range[]): Range[] {
  const inside = sentences.filter((sentence) => overlaps(sentence, range))
  const parts = inside.length === 0 ? [range] : inside.map((sentence) => common(sentence, range))
  return parts
    .map((part) => afterDateline(text, part))
    .flatMap((part) => split(text, part))
    .map((part) => trimmed(text, withoutSide(text, part)))
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
    const at = range.start + match.index
    const after = at + match[0].length
    if (/^,?\s(?:and|but)\s$/.test(match[0]) && !joinsClauses(text, { start, end: at }, after, range.end))
      continue
    parts.push({ start, end: at })
    start = after
  }
  parts.push({ start, end: range.end })
  return parts
}

// "…; police counted 6,000", "… and that a note was on its way", "…, because the offer had been withdrawn", "… and the road is shut"
const clauseBreak =
  /[;:]\s+(?=[\p{L}“‘"'])|\s[—–]\s|,?\s(?:and|but)\s|,?\s(?:because|unless|although|though|whereas)\s(?=\p{L}+\s\p{L}+\s\p{L})/gu

// "the schools are shut and the railway is closed": a verb on both sides and a subject of its own after "and".
function joinsClauses(text: string, before: Range, start: number, end: number): boolean {
  const after = text.slice(start, end)
  if (/^that\s/i.test(after)) return true
  const subject =
    /^(?:the|an?|no|nobody|he|she|it|they|we|I|his|her|its|their|our|there|\p{Lu}[\p{L}.'’-]+)\s/u
  if (!subject.test(after)) return false
  return hasVerb(text.slice(before.start, before.end)) && hasVerb(after.split(/\s+/).slice(1, 8).join(' '))
}

// "Nine people were killed when the river burst its banks": what was the case, and when.
function withoutSide(text: string, range: Range): Range {
  const words = text.slice(range.start, range.end)
  for (const match of words.matchAll(sideClause)) {
    const left = words.slice(0, match.index)
    const right = words.slice(match.index + match[0].length)
    if (hasVerb(left) && hasVerb(right)) return { start: range.start, end: range.start + match.index }
  }
  return range
}

// "… when the river burst its banks", "…, a day before they begin", "…, which was cut off by snow", "…, as a reporter saw"
const sideClause =
  /(?:,\s(?:just\s|barely\s)?(?:an?|the|one|two|three|several|some|a few|\p{N}+)\s(?:minute|hour|day|night|week|month|year)s?)?,?\s(?:when|after|before|while|since|until)\s|,\s(?:which|where|who|as)\s/gu

let verbForms: ReadonlySet<string> | undefined

/** Whether words hold a verb that can be told by its form: an auxiliary, a past tense, an irregular form. */
export function hasVerb(words: string): boolean {
  verbForms ??= new Set(table('compare-verb-forms').map((row) => row.form ?? ''))
  return (words.toLowerCase().match(/[\p{L}]+(?:['’]\p{L}+)?/gu) ?? []).some(
    (word) => verbForms?.has(word) === true || /(?:[^e]ed|n['’]t|['’](?:ll|ve|re|m))$/.test(word),
  )
}

/** A range without the white space, quotation marks and stops at its edges, and without leading conjunctions. */
export function trimmed(text: string, range: Range): Range {
  let { start, end } = range
  const words = text.slice(start, end)
  start +=
    /^[\s"“”„‘«»,;:.–—-]*(?:(?:and|but|that|whether|also|because|unless|although|though|whereas)\s+)*["“„‘«]?/iu.exec(
      words,
    )?.[0].length ?? 0
  end -= /[\s"“”’«»,;:.!?–—-]*$/u.exec(text.slice(start, end))?.[0].length ?? 0
  return { start, end: Math.max(start, end) }
}
