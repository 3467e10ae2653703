import type { Quotation } from '../../model/reading.ts'
import { contains, overlaps, quoteOf } from '../../model/span.ts'
import type { Triple } from './triple.ts'

// Above this score the model is believed against the role of a quotation.
const surely = 0.6

/** True when a triple that the model found cannot be one: no words in its content, or a title or term taken for speech. */
export function isVetoed(text: string, triple: Triple, quotations: readonly Quotation[]): boolean {
  const hasWords = triple.content.some((range) => /[\p{L}\p{N}]/u.test(quoteOf(text, range)))
  if (!hasWords) return true
  // "The gang known as the “Grey Gulls”": the marks say that it is a name.
  const next = quotations.find((one) => one.start >= triple.cue.end)
  const between = next === undefined ? 'x' : quoteOf(text, { start: triple.cue.end, end: next.start })
  if (next?.role === 'term' && /^\s*(?:as\s+)?(?:the |a |an )?$/.test(between)) return true
  if (triple.cueRow !== undefined || (triple.score ?? 0) > surely) return false
  // "The band opened with “Nine Bells”": no known cue, and the only quotation is none of speech.
  const inside = quotations.filter((one) => triple.content.some((range) => overlaps(range, one)))
  return (
    inside.length > 0 &&
    inside.every((one) => one.role !== 'speech' && triple.content.some((range) => contains(range, one)))
  )
}
