import type { CueClass, Modality } from '../../model/reading.ts'
import { quoteOf, quoteOfAll } from '../../model/span.ts'
import type { Word } from '../attributions/words.ts'
import { type Site, wordsIn } from './described.ts'

const foretelling = /\b(?:expect|predict|forecast|anticipat|foresee|project|warn|fear)/i
const expected =
  /\b(?:(?:is|are|was|were) (?:likely|bound|unlikely)|will (?:probably|likely|surely|certainly)|could|would)\b/i
const plan =
  /\b(?:will|shall|['’]ll|is to|are to|is set to|are set to|set for|due to|due on|due for|scheduled|planned|plans? to|going to|(?:is|are) (?:expected|meeting|visiting|travel+ing|heading|arriving)|to (?:meet|visit|hold|host|attend|lead|sign|travel))\b/i
const condition =
  /\b(?:if|unless|could|might|may|provided|should (?:it|they|he|she|the)|in case|as long as|were to|would)\b/i

/** What a content says of its matter: happened, planned, conditional, predicted, demanded, or how things stand. */
export function modalityOf(site: Site, cueClass: CueClass | undefined): { modality: Modality; rule: string } {
  const cue = quoteOf(site.text, site.triple.cue)
  const content = quoteOfAll(site.text, site.triple.content)
  if (cueClass === 'orders') return { modality: 'demanded', rule: 'MOD-CUE' }
  if (cueClass === 'denies' && /\b(?:not|n['’]t|never)\b.*\brul/iu.test(cue))
    return { modality: 'conditional', rule: 'P-CUE-NEGATED' }
  if (/\b(?:if|unless)\b/i.test(content)) return { modality: 'conditional', rule: 'MOD-CONDITION' }
  if (cueClass === 'intends') return { modality: 'planned', rule: 'MOD-CUE' }
  if (foretelling.test(cue) && (expected.test(content) || plan.test(content)))
    return { modality: 'predicted', rule: 'MOD-CUE' }
  const verb = firstFinite(site.triple.content.flatMap((range) => wordsIn(site.paragraph, range)))
  if (verb !== undefined && verb !== 'modal')
    return verb === 'past' && !plan.test(content)
      ? { modality: 'happened', rule: 'MOD-PAST' }
      : present(content)
  if (plan.test(content)) return { modality: 'planned', rule: 'MOD-FUTURE' }
  if (expected.test(content)) return { modality: 'predicted', rule: 'MOD-FUTURE' }
  if (condition.test(content)) return { modality: 'conditional', rule: 'MOD-CONDITION' }
  return { modality: 'stated', rule: 'MOD-STATE' }
}

function present(content: string): { modality: Modality; rule: string } {
  return plan.test(content)
    ? { modality: 'planned', rule: 'MOD-FUTURE' }
    : { modality: 'stated', rule: 'MOD-STATE' }
}

// The tense of the first verb that has one: "would" and "will" are modal.
function firstFinite(words: readonly Word[]): 'past' | 'present' | 'modal' | undefined {
  for (const { token } of words) {
    if (token.xpos === 'MD') return 'modal'
    if (token.xpos === 'VBD') return 'past'
    if (token.xpos === 'VBZ' || token.xpos === 'VBP') return 'present'
  }
  return undefined
}
