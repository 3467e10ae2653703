import type { Attribution, CueClass } from '../../model/reading.ts'
import { quoteOf } from '../../model/span.ts'
import type { Site } from './described.ts'

// "declined to comment", "refused to say who paid", "would not discuss the case"
const declining =
  /\b(?:declin\w*|refus\w*|(?:would|will) not|(?:would|wo)n['’]t|unwilling|reluctant)\s*(.*)$/iu
const speaking =
  /^(?:to )?(?:publicly |further |immediately )?(?:comment|say|answer|discuss|elaborate|speak|respond|reply|confirm|specify|disclose|reveal|identify|name|talk|clarify|explain|provide (?:\S+ ){0,2}(?:details?|names?|information|figures?|evidence)|give (?:\S+ ){0,2}(?:details?|names?|figures?|reasons?)|go into)\b/iu

// "has not commented", "did not immediately respond"
const silent =
  /\b(?:has|have|had|did|does|do)(?: not|n['’]t)(?: yet| immediately| publicly| so far)* (?:comment|respond|repl)/iu

/** Whether a source affirms, denies or doubts the content, or declines to speak to it, by the class of the cue, its negation and the content's verb. */
export function polarityOf(
  site: Site,
  cueClass: CueClass | undefined,
): { polarity: Attribution['polarity']; rule?: string } {
  const cue = quoteOf(site.text, site.triple.cue)
  if (isWithheld(site, cue)) return { polarity: 'withheld', rule: 'P-WITHHELD' }
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

// The verb of speaking stands in the content ("declined | to comment") or closes the cue ("would not say | how many").
function isWithheld({ text, triple }: Site, cue: string): boolean {
  if (silent.test(cue)) return true
  const match = declining.exec(cue)
  const [first] = triple.content
  if (match === null || first === undefined) return false
  return speaking.test(match[1] || quoteOf(text, first))
}
