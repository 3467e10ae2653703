import type { NameType, Sentence, Token } from '../../model/language.ts'
import type { Range } from '../../model/span.ts'

/** A name with its type, as the language layer has it. */
export type Named = Range & { readonly type: NameType }

/** A phrase that may refer: its span, its head word, and what its form tells of it. */
export type Candidate = Range & {
  readonly sentence: number
  /** Index of the head word, and of the first and last words, in the sentence. */
  readonly head: number
  readonly first: number
  readonly last: number
  readonly kind: 'pronoun' | 'name' | 'nominal' | 'group'
  /** The name at its head. */
  readonly name?: Named
}

/** Noun phrases, names and pronouns of a text as its trees have them, in text order, the longer first. */
export function candidatesOf(
  text: string,
  sentences: readonly Sentence[],
  names: readonly Named[],
): Candidate[] {
  const found: Candidate[] = []
  let next = 0
  sentences.forEach((sentence, s) => {
    const inside: Named[] = []
    while (next < names.length && (names[next]?.start ?? 0) < sentence.end) {
      const name = names[next++]
      if (name !== undefined) inside.push(name)
    }
    addCandidates(text, sentence, s, inside, found)
  })
  return found
}

const pronounTags = new Set(['PRP', 'PRP$'])

function addCandidates(
  text: string,
  sentence: Sentence,
  index: number,
  names: readonly Named[],
  found: Candidate[],
): void {
  const { tokens } = sentence
  const children = childrenOf(tokens)
  const made: Candidate[] = []
  tokens.forEach((token, head) => {
    const kind = kindOf(text, token)
    if (kind === undefined) return
    const [first, last] = kind === 'pronoun' ? [head, head] : phraseOf(tokens, children, head)
    const start = tokens[first]?.start ?? token.start
    const end = tokens[last]?.end ?? token.end
    const name = names.find((name) => name.start <= token.start && token.end <= name.end)
    const isName = kind === 'nominal' && (name !== undefined || token.upos === 'PROPN')
    made.push({
      ...{ start, end, sentence: index, head, first, last, kind: isName ? 'name' : kind },
      ...(name === undefined ? {} : { name }),
    })
    const group = kind === 'pronoun' ? undefined : lastJoined(tokens, children, head)
    if (group === undefined || token.deprel === 'conj') return
    const [, until] = phraseOf(tokens, children, group)
    made.push({
      start,
      end: tokens[until]?.end ?? end,
      sentence: index,
      head,
      first,
      last: until,
      kind: 'group',
    })
  })
  const spans = new Set<string>()
  made.sort((a, b) => a.start - b.start || b.end - a.end || a.head - b.head)
  for (const candidate of made) {
    const key = `${candidate.start} ${candidate.end}`
    if (!spans.has(key)) found.push(candidate)
    spans.add(key)
  }
}

/** The last noun that is joined to the head: "laws" in "the constitution and laws". */
function lastJoined(
  tokens: readonly Token[],
  children: readonly (readonly number[])[],
  head: number,
): number | undefined {
  return children[head]?.findLast((child) => {
    const { deprel, upos } = tokens[child] ?? {}
    return child > head && deprel === 'conj' && (upos === 'NOUN' || upos === 'PROPN')
  })
}

function childrenOf(tokens: readonly Token[]): number[][] {
  const children: number[][] = tokens.map(() => [])
  tokens.forEach(({ head }, i) => {
    if (head !== undefined && head >= 0) children[head]?.push(i)
  })
  return children
}

// Parts of a name or a set phrase have no reference of their own.
const inner = /^(?:compound|flat|fixed|goeswith|reparandum|discourse|expl)/

function kindOf(text: string, token: Token): 'pronoun' | 'nominal' | undefined {
  const { upos, xpos = '', deprel = '' } = token
  if (upos === 'PRON') {
    if (pronounTags.has(xpos)) return deprel === 'expl' ? undefined : 'pronoun'
    const form = text.slice(token.start, token.end).toLowerCase()
    return form === 'this' || form === 'that' || form === 'these' || form === 'those' ? 'nominal' : undefined
  }
  if (upos !== 'NOUN' && upos !== 'PROPN') return undefined
  // "the Harrow council": a place or people before a noun is mentioned too.
  if (inner.test(deprel)) return upos === 'PROPN' && deprel === 'compound' ? 'nominal' : undefined
  return 'nominal'
}

// What belongs to a noun phrase; clauses around a predicate noun, linking words and signs do not.
const belongs =
  /^(?:det|amod|nummod|nmod|compound|flat|fixed|goeswith|appos|acl|advmod|case|dep|obl|advcl:relcl|punct|list)(?::|$)/

function phraseOf(
  tokens: readonly Token[],
  children: readonly (readonly number[])[],
  head: number,
): [first: number, last: number] {
  let first = head
  let last = head
  const open: number[] = []
  for (const child of children[head] ?? []) {
    if (isPart(tokens, child, head)) open.push(child)
  }
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    first = Math.min(first, next)
    last = Math.max(last, next)
    open.push(...(children[next] ?? []))
  }
  while (last > head && isEdge(tokens[last])) last--
  while (first < head && isEdge(tokens[first])) first++
  return [first, last]
}

function isPart(tokens: readonly Token[], child: number, head: number): boolean {
  const { deprel = '', xpos = '' } = tokens[child] ?? {}
  if (deprel === 'case') return child > head && xpos === 'POS'
  if (deprel === 'punct') return child > head ? false : /^(?:``|-LRB-)$/.test(xpos)
  if (deprel === 'advmod') return child > head || /^(?:RB|RBR|RBS|PDT)$/.test(xpos)
  return belongs.test(deprel)
}

function isEdge(token: Token | undefined): boolean {
  return token !== undefined && token.upos === 'PUNCT' && token.xpos !== '-RRB-'
}
