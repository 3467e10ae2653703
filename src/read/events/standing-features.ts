import type { Sentence, Token } from '../../model/language.ts'
import type { TimeExpression } from '../../model/reading.ts'
import { effectOf, treeView } from './tree-view.ts'

/** What tells how an event stands, as features of its word: its form, what governs it up to the root, auxiliaries, negations, marks, days named, and what the two automata say. */
export function standingFeatures(
  sentence: Sentence,
  at: number,
  given: { readonly times: readonly TimeExpression[]; readonly status: string },
): string[] {
  const token = sentence.tokens[at]
  if (token === undefined) return []
  const view = treeView(sentence, token) ?? 'none'
  const kind = kindOf(token)
  const features = [
    'bias',
    `kind=${kind}`,
    `tag=${token.xpos}`,
    `rel=${token.deprel}`,
    `tag+rel=${token.xpos} ${token.deprel}`,
  ]
  features.push(
    `view=${view}`,
    `status=${given.status}`,
    `view+status=${view} ${given.status}`,
    `kind+view=${kind} ${view}`,
  )
  for (const { direction } of given.times)
    if (direction !== undefined) features.push(`time=${direction}`, `time+view=${direction} ${view}`)
  features.push(...near(sentence, at, 'own'), ...climb(sentence, at))
  const effect = effectOf(token.lemma)
  if (effect !== undefined) features.push(`own effect=${effect}`)
  return features
}

function kindOf(token: Token): string {
  if (token.upos === 'NOUN' || token.upos === 'PROPN') return 'noun'
  return token.upos === 'VERB' || token.upos === 'AUX' ? 'verb' : 'other'
}

// Determiners, auxiliaries, negations and joining words of one word.
function near(sentence: Sentence, at: number, name: string): string[] {
  const found: string[] = []
  for (const child of sentence.tokens) {
    if (child.head !== at) continue
    const { deprel = '', lemma } = child
    if (/^aux|^cop/.test(deprel)) found.push(`${name} aux=${lemma}`, `${name} aux tag=${child.xpos}`)
    if (deprel === 'mark' || deprel === 'case') found.push(`${name} mark=${lemma}`)
    if (deprel === 'det') found.push(`${name} det=${lemma}`)
    if (/^(?:not|n't|never|no|neither|without|hardly)$/.test(lemma.toLowerCase()))
      found.push(`${name} negated`)
    if (deprel === 'amod' || deprel === 'advmod' || deprel === 'compound') {
      const effect = effectOf(lemma)
      if (effect !== undefined) found.push(`${name} mod=${effect}`)
      if (closed.test(lemma)) found.push(`${name} adv=${lemma}`)
    }
    if (deprel === 'nmod:poss') found.push(`${name} poss`)
  }
  return found
}

const closed =
  /^(?:already|still|yet|again|also|now|then|never|ever|once|possibly|likely|probably|first|next|future|upcoming|planned|proposed|potential|possible|previous|last|recent|new|soon|later|eventually|further|additional|originally|initially|currently)$/

// What governs it: the words above up to the root, the nearest verb and what it does to its complement.
function climb(sentence: Sentence, from: number): string[] {
  const found: string[] = []
  let at = from
  let hasVerb = /^(?:VERB|AUX)$/.test(sentence.tokens[from]?.upos ?? '')
  for (let steps = 1; steps <= 8; steps++) {
    const token = sentence.tokens[at]
    const head = token?.head ?? -1
    const governor = sentence.tokens[head]
    if (token === undefined || governor === undefined) {
      found.push(`root tag=${token?.xpos}`, `root at=${Math.min(steps, 4)}`)
      return found
    }
    const effect = effectOf(governor.lemma)
    const link = token.deprel ?? ''
    if (effect !== undefined)
      found.push(`effect=${effect}`, `effect+rel=${effect} ${link}`, `effect at ${steps}=${effect}`)
    if (steps === 1) {
      found.push(`head tag=${governor.xpos}`, `rel+head=${link} ${governor.upos}`)
      if (light.test(governor.lemma)) found.push(`head=${governor.lemma} ${link}`)
    }
    if (governor.upos === 'VERB' || governor.upos === 'AUX') {
      if (!hasVerb)
        found.push(`verb tag=${governor.xpos}`, `verb rel=${link}`, ...near(sentence, head, 'verb'))
      else found.push(...near(sentence, head, 'above'), `above tag=${governor.xpos} ${link}`)
      hasVerb = true
    }
    at = head
  }
  return found
}

const light =
  /^(?:say|announce|make|take|have|hold|give|sign|order|report|expect|plan|set|agree|offer|use|begin|start|end|stop|cancel|delay|postpone|reject|refuse|fail|call|ask|want|need|hope|intend|consider|propose|allow|help|continue|lead|cause|bring|include|contract|deal|agreement|option|effort|decision|ability|right|proposal|plan|bid|order|request|attempt|chance|opportunity|time|way|part|number|possibility|threat)$/
