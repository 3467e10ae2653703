import type { Sentence, Token } from '../../model/language.ts'
import { effectOf } from './tree-view.ts'

/** What the nearest embedding word above an event's word makes of it: "denied that", "refused to", "promised to"; undefined where none governs it. */
export function embeddingOf(
  sentence: Sentence,
  trigger: Token,
): 'denied' | 'refused' | 'planned' | undefined {
  let at = sentence.tokens.indexOf(trigger)
  for (let steps = 0; steps < 3; steps++) {
    const token = sentence.tokens[at]
    const head = token?.head ?? -1
    const governor = sentence.tokens[head]
    if (token === undefined || governor === undefined || !complement.test(token.deprel ?? ''))
      return undefined
    // A noun that another noun governs and a subject are no complement of the verb above.
    if (token.deprel === 'advcl' && !isBare(sentence, at)) return undefined
    const effect = effectOf(governor.lemma)
    if (effect === 'negated') return refusals.test(governor.lemma) ? 'refused' : 'denied'
    if (effect === 'future' && (isBare(sentence, at) || token.deprel === 'obj')) return 'planned'
    if (effect !== undefined || (hasTense(governor) && token.deprel === 'ccomp')) return undefined
    at = head
  }
  return undefined
}

const complement = /^(?:obj|xcomp|ccomp|advcl|acl|obl)/
const refusals = /^(?:refuse|decline)$/

// "to release", "attacking": without a tense of its own.
function isBare(sentence: Sentence, at: number): boolean {
  return /^(?:VB|VBG)$/.test(sentence.tokens[at]?.xpos ?? '')
}

function hasTense(token: Token): boolean {
  return /^(?:VBD|VBZ|VBP)$/.test(token.xpos ?? '')
}
