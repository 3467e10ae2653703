import type { Sentence, Token } from '../../model/language.ts'
import { table } from '../../text/table.ts'

/** Where the tree puts an event: over, ahead, or not so. Undefined where there is no tree. */
export type TreeView = 'past' | 'future' | 'negated'

/** Climbs from a word to the verbs that govern it: their auxiliaries, negations and what they do to their complement. */
export function treeView(sentence: Sentence, trigger: Token): TreeView | undefined {
  let at = sentence.tokens.indexOf(trigger)
  if (at < 0 || trigger.head === undefined) return undefined
  let isNegated = hasNegation(sentence, at)
  for (let steps = 0; steps < 8; steps++) {
    const token = sentence.tokens[at]
    if (token === undefined) break
    const own = token.upos === 'VERB' || token.upos === 'AUX' ? verbView(sentence, at) : undefined
    if (own !== undefined) return isNegated ? 'negated' : own
    const head = token.head ?? -1
    if (head < 0) return isNegated ? 'negated' : 'past'
    const governor = sentence.tokens[head]
    const effect = governor === undefined ? undefined : effectOf(governor.lemma)
    const isGoverned = /^(?:obj|xcomp|ccomp|nsubj:pass|obl|acl|advcl|nmod)/.test(token.deprel ?? '')
    if (isGoverned && effect === 'future' && /^(?:obj|xcomp|nsubj:pass|acl)/.test(token.deprel ?? ''))
      return isNegated ? 'negated' : 'future'
    if (isGoverned && effect === 'negated' && /^(?:obj|xcomp|nsubj:pass)/.test(token.deprel ?? ''))
      return 'negated'
    isNegated ||= token.upos !== 'VERB' && token.deprel !== 'nsubj' && hasNegation(sentence, head)
    at = head
  }
  return isNegated ? 'negated' : 'past'
}

/** What a verb's own form says; undefined for a bare participle or infinitive whose governor decides. */
function verbView(sentence: Sentence, at: number): TreeView | undefined {
  const token = sentence.tokens[at]
  let hasTo = false
  for (const child of sentence.tokens) {
    if (child.head !== at) continue
    if (child.deprel === 'mark' && child.lemma === 'to') hasTo = true
    if (!/^aux/.test(child.deprel ?? '')) continue
    if (/^(?:will|would|shall|should|may|might|could|must|can|wo|'ll|'d)$/.test(child.lemma)) return 'future'
  }
  if (hasTo) return infinitiveView(sentence, at)
  if (
    token?.xpos === 'VBG' &&
    /^(?:acl|advcl|xcomp|amod|conj)/.test(token.deprel ?? '') &&
    token.deprel !== 'advcl'
  )
    return token.deprel === 'acl' ? 'past' : undefined
  if (token?.xpos === 'VB' && token.deprel !== 'root') return undefined
  return 'past'
}

function infinitiveView(sentence: Sentence, at: number): TreeView {
  const governor = sentence.tokens[sentence.tokens[at]?.head ?? -1]
  const effect = governor === undefined ? undefined : effectOf(governor.lemma)
  if (effect === 'negated') return 'negated'
  return effect === 'done' ? 'past' : 'future'
}

function hasNegation(sentence: Sentence, at: number): boolean {
  return sentence.tokens.some(
    (child) =>
      child.head === at &&
      (child.lemma === 'not' ||
        child.lemma === 'never' ||
        child.lemma === "n't" ||
        (child.lemma === 'no' && child.deprel === 'det')),
  )
}

/** What an embedding word says of its complement: it lies ahead, did not come about, or was done. */
export type Effect = 'future' | 'negated' | 'done'

let effects: ReadonlyMap<string, Effect> | undefined

/** What a verb or an adjective says of its complement, by `event-embeddings.tsv`. */
export function effectOf(lemma: string): Effect | undefined {
  effects ??= new Map(
    table('event-embeddings').flatMap((row) => {
      const effect = (['future', 'negated', 'done'] as const).find((each) => each === row.effect)
      return effect === undefined ? [] : [[row.lemma ?? '', effect] as const]
    }),
  )
  return effects.get(lemma)
}
