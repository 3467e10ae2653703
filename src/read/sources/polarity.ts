import type { CueClass, Polarity } from '../../model/reading.ts'
import { quoteOf } from '../../model/span.ts'
import type { Site } from './described.ts'

/** Whether a source affirms, denies or doubts the content, by the class of the cue and its negation. */
export function polarityOf(
  site: Site,
  cueClass: CueClass | undefined,
): { polarity: Polarity; rule?: string } {
  const cue = quoteOf(site.text, site.triple.cue)
  const isNegated = /\b(?:not|never|neither|nor|no longer|cannot)\b|n['’]t\b/iu.test(cue)
  if (cueClass === 'denies')
    return { polarity: isNegated ? 'affirmed' : 'denied', rule: isNegated ? 'P-CUE-NEGATED' : 'P-CUE' }
  if (cueClass === 'doubts')
    return { polarity: isNegated ? 'affirmed' : 'doubted', rule: isNegated ? 'P-CUE-NEGATED' : 'P-CUE' }
  // "did not confirm that", "does not believe that": the content is left in doubt.
  return isNegated && cueClass !== 'intends'
    ? { polarity: 'doubted', rule: 'P-CUE-NEGATED' }
    : { polarity: 'affirmed' }
}
