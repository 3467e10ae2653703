import type { Modality, Polarity } from '../../model/reading.ts'

/** The modality of a statement in the outlet's own words, by its verbs. */
export function ownModality(text: string): Modality {
  if (/\b(?:if|unless|could|might|may|would)\b/i.test(text)) return 'conditional'
  if (planWords.test(text)) return 'planned'
  if (predictions.test(text)) return 'predicted'
  return 'happened'
}

/** The modality of an attributed clause: the reader's, or where that only says that it is stated, the clause's own verbs. */
export function clauseModality(given: Modality, text: string): Modality {
  if (given !== 'predicted' && openWords.test(text)) return 'conditional'
  if (given !== 'stated') return given
  if (planWords.test(text)) return 'planned'
  return pastWords.test(text) ? 'happened' : given
}

// "is predicted to", "a forecast of rain"; "that forecasters had predicted" looks back.
const predictions = /(?<!\bhad (?:been )?)\b(?:predict|forecast(?!ers?\b)|likely to)\w*/i

// "the round could bring them home", "If four men were put on a plane, show us the plane", "Had they met, it would have failed"; "May" is a month, "could not" is past.
const openWords =
  /^(?:[Ee]ven\s)?[Ii]f\b|^Had\s.*\bwould\b|^Were\s.*\bto\b|\b(?:could|might|may)\b(?!\s+not\b)/u

// "had been recovered", "was wounded", "has killed", "were hurt"
const pastWords =
  /\b(?:had|has|have|was|were)\s+(?:\p{L}+ly\s+)?(?:been\s+)?\p{L}+(?:ed|en|wn|nt|ld|de|ne|pt|ught|hurt|put|shut|cut|hit)\b/iu

/** The polarity of a statement in the outlet's own words: denied only where the whole clause is negated as untrue. */
export function ownPolarity(text: string): Polarity {
  return /\b(?:it is (?:not true|untrue|false) that|none was|no such)\b/i.test(text) ? 'denied' : 'affirmed'
}

// "will meet", "are to hold", "is due to", "is set to", "is expected to", "is to be questioned"
const planWords =
  /\b(?:will|shall)\b|\b(?:is|are|was|were)\s+(?:to\s+\p{L}+|due|set|scheduled|expected|planned)\b|\bplans? to\b/iu
