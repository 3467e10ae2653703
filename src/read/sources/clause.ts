import type { Word } from '../attributions/words.ts'

/** The main clause of a content: the word that heads it, and its verb group with adverbs and what it opens into, in text order. */
export type Clause = {
  readonly head: Word
  readonly group: readonly Word[]
  /** True when a clause hangs on it that begins with "if", "unless" or the like. */
  readonly isConditional: boolean
}

const verbal = /^(?:aux|cop|advmod|mark|compound:prt|expl)/
const subject = /^(?:nsubj|csubj|expl)/
const opensCondition = new Set(['if', 'unless', 'provided', 'providing', 'once', 'should'])

/** The first clause of a content by its trees; undefined where its words have none or hold no clause. */
export function mainClause(words: readonly Word[]): Clause | undefined {
  const inside = new Set(words.map((word) => word.at))
  const below = new Map<number, Word[]>()
  for (const word of words) {
    const above = headOf(word)
    if (above === undefined) return undefined
    const others = below.get(above)
    if (others === undefined) below.set(above, [word])
    else others.push(word)
  }
  const tops = words.filter((word) => !inside.has(headOf(word) ?? -1) && word.token.upos !== 'PUNCT')
  const isVerb = ({ token }: Word): boolean => token.upos === 'VERB'
  const head =
    tops.find((word) => isClause(word, below)) ??
    tops.find(isVerb) ??
    firstFinite(words) ??
    words.find(isVerb)
  if (head === undefined) return undefined
  const conditions = [head, ...joined(head, below)].flatMap((one) => below.get(one.at) ?? [])
  return {
    head,
    group: groupOf(head, below),
    isConditional: [...conditions, ...tops].some((clause) => isCondition(clause, below)),
  }
}

function headOf({ token, first }: Word): number | undefined {
  if (token.head === undefined) return undefined
  return token.head < 0 ? -1 : first + token.head
}

// Where the tree takes "An earthquake struck the coast" for a noun with a participle, its tag still tells the verb.
function firstFinite(words: readonly Word[]): Word | undefined {
  const finite = words.find(({ token }) => /^(?:VB[DZP]|MD)$/.test(token.xpos ?? ''))
  if (finite?.token.upos !== 'AUX') return finite
  const above = headOf(finite)
  return words.find((word) => word.at === above) ?? finite
}

type Below = ReadonlyMap<number, readonly Word[]>

function isClause(word: Word, below: Below): boolean {
  const children = below.get(word.at) ?? []
  return (
    children.some(({ token }) => /^(?:cop|aux|expl)/.test(token.deprel ?? '')) ||
    (children.some(({ token }) => subject.test(token.deprel ?? '')) && word.token.upos !== 'NOUN') ||
    (word.token.upos === 'VERB' && /^VB[DZP]$/.test(word.token.xpos ?? ''))
  )
}

// "is now scheduled to meet": the head with its auxiliaries and adverbs, and the infinitive that it opens into.
function groupOf(head: Word, below: Below): Word[] {
  const children = below.get(head.at) ?? []
  const own = children.filter(({ token }) => verbal.test(token.deprel ?? ''))
  const open = children.find(({ token, at }) => token.deprel === 'xcomp' && at > head.at)
  const more = open === undefined ? [] : [...(below.get(open.at) ?? []).filter(isMarker), open]
  return [...own, head, ...more].sort((a, b) => a.at - b.at)
}

function isMarker({ token }: Word): boolean {
  return token.deprel === 'mark' || (token.deprel ?? '').startsWith('aux')
}

function joined(head: Word, below: Below): Word[] {
  return (below.get(head.at) ?? []).filter(({ token }) =>
    /^(?:conj|parataxis|xcomp)$/.test(token.deprel ?? ''),
  )
}

// "if the missiles are raised", "as long as the fine is paid"
function isCondition(clause: Word, below: Below): boolean {
  if (!(clause.token.deprel ?? '').startsWith('advcl')) return false
  const marks = (below.get(clause.at) ?? []).filter(
    ({ token, at }) => /^(?:mark|advmod|aux|case)/.test(token.deprel ?? '') && at < clause.at,
  )
  const lowers = marks.map((word) => word.lower)
  if (lowers[0] === 'as' && lowers.includes('long')) return true
  return lowers.some((lower) => opensCondition.has(lower)) && lowers[0] !== 'as' && lowers[0] !== 'even'
}
