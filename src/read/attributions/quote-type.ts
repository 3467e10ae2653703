import type { RangeIndex } from '../../model/range-index.ts'
import type { Attribution, Quotation } from '../../model/reading.ts'
import { quoteOf, type Range } from '../../model/span.ts'

/** Direct when at least 95 % of the content's words stand in quotation marks, indirect when none, else mixed. */
export function quoteTypeOf(
  text: string,
  content: readonly Range[],
  quotations: RangeIndex<Quotation>,
): Attribution['quoteType'] {
  const near = content.flatMap(quotations.overlapping)
  if (near.length === 0) return 'indirect'
  let all = 0
  let quoted = 0
  for (const range of content) {
    for (const word of quoteOf(text, range).matchAll(/[\p{L}\p{N}]+/gu)) {
      const at = range.start + word.index
      all++
      if (near.some((quotation) => quotation.start <= at && at < quotation.end)) quoted++
    }
  }
  if (quoted === 0) return 'indirect'
  return quoted >= 0.95 * all ? 'direct' : 'mixed'
}
