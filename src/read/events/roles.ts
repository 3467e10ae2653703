import type { Sentence, Token } from '../../model/language.ts'
import type { Participant } from '../../model/reading.ts'
import { countryNamed } from '../../text/countries.ts'

/** Who does it and to whom it is done, by the tree around an event's word; empty where there is no tree. */
export function rolesOf(sentence: Sentence, trigger: Token): Participant[] {
  const at = sentence.tokens.indexOf(trigger)
  if (at < 0 || trigger.head === undefined) return []
  const children = childrenOf(sentence)
  const head = predicateOf(sentence, at)
  const found: Participant[] = []
  for (const holder of head === at ? [at] : [at, head]) {
    for (const child of children[holder] ?? []) {
      const role = roleOf(sentence, child, { children, isNoun: sentence.tokens[holder]?.upos !== 'VERB' })
      if (role !== undefined && !isFilled(found, role))
        found.push(...spansOf(sentence, child, { children, role }))
    }
  }
  if (!found.some((each) => each.role === 'actor')) found.push(...subjectAbove(sentence, head, children))
  return found
}

type Children = readonly (readonly number[])[]

function childrenOf(sentence: Sentence): Children {
  const children: number[][] = sentence.tokens.map(() => [])
  sentence.tokens.forEach((token, i) => {
    if (token.head !== undefined && token.head >= 0) children[token.head]?.push(i)
  })
  return children
}

// "held talks", "carried out an attack": the noun's verb has the actors.
function predicateOf(sentence: Sentence, at: number): number {
  const token = sentence.tokens[at]
  const head = token?.head ?? -1
  const isObject =
    token?.deprel === 'obj' ||
    token?.deprel === 'nsubj:pass' ||
    token?.deprel === 'obl' ||
    token?.deprel === 'xcomp'
  return token?.upos !== 'VERB' && isObject && head >= 0 ? head : at
}

function isFilled(found: readonly Participant[], role: Participant['role']): boolean {
  return found.some((each) => each.role === role)
}

const towards: ReadonlySet<string> = new Set([
  'against',
  'to',
  'with',
  'on',
  'for',
  'at',
  'from',
  'toward',
  'towards',
  'of',
  'into',
  'between',
  'upon',
  'over',
  'in',
])

function roleOf(
  sentence: Sentence,
  at: number,
  given: { readonly children: Children; readonly isNoun: boolean },
): Participant['role'] | undefined {
  const token = sentence.tokens[at]
  switch (token?.deprel) {
    case 'nsubj':
    case 'csubj':
      return 'actor'
    case 'nsubj:pass':
      return 'recipient'
    case 'obl:agent':
      return 'actor'
    case 'obj':
    case 'iobj':
      return given.isNoun ? undefined : 'recipient'
    case 'nmod:poss':
      return 'actor'
    case 'obl':
    case 'nmod': {
      const mark = (given.children[at] ?? [])
        .map((child) => sentence.tokens[child])
        .find((child) => child?.deprel === 'case')
      if (mark?.lemma === 'by') return 'actor'
      if (token.upos === 'NUM' || mark === undefined || !towards.has(mark.lemma)) return undefined
      return 'recipient'
    }
    default:
      return undefined
  }
}

/** Where a side has no country and the sentence names one: before the event's word for the actor, after it for the recipient. */
export function withCountries(
  text: string,
  sentence: Sentence,
  given: { readonly trigger: Token; readonly found: readonly Participant[] },
): Participant[] {
  const { trigger, found } = given
  const countries = countriesIn(text, sentence)
  const names = (role: Participant['role']) =>
    found
      .filter((each) => each.role === role)
      .some((each) => countries.some((country) => country.start < each.end && each.start < country.end))
  const taken = new Set(
    found.flatMap((each) =>
      countries
        .filter((country) => country.start < each.end && each.start < country.end)
        .map((country) => country.name),
    ),
  )
  const added: Participant[] = []
  if (!names('recipient')) {
    const after = countries.find((country) => country.start > trigger.start && !taken.has(country.name))
    if (after !== undefined) added.push({ start: after.start, end: after.end, role: 'recipient' })
  }
  if (!names('actor')) {
    const before = countries.findLast((country) => country.end <= trigger.start && !taken.has(country.name))
    if (before !== undefined) added.push({ start: before.start, end: before.end, role: 'actor' })
  }
  return [...found, ...added]
}

function countriesIn(text: string, sentence: Sentence): { start: number; end: number; name: string }[] {
  const found: { start: number; end: number; name: string }[] = []
  for (let i = 0; i < sentence.tokens.length; i++) {
    for (let length = 3; length >= 1; length--) {
      const [first, last] = [sentence.tokens[i], sentence.tokens[i + length - 1]]
      if (
        first === undefined ||
        last === undefined ||
        !/^\p{Lu}/u.test(text.slice(first.start, first.start + 1))
      )
        continue
      const name = countryNamed(text.slice(first.start, last.end))
      if (name === undefined) continue
      found.push({ start: first.start, end: last.end, name })
      i += length - 1
      break
    }
  }
  return found
}

/** A noun phrase and those joined to it by "and". */
function spansOf(
  sentence: Sentence,
  at: number,
  given: { readonly children: Children; readonly role: Participant['role'] },
): Participant[] {
  const joined = (given.children[at] ?? []).filter((child) => sentence.tokens[child]?.deprel === 'conj')
  return [at, ...joined].flatMap((head) => {
    const range = phraseOf(sentence, head, given.children)
    return range === undefined ? [] : [{ ...range, role: given.role }]
  })
}

function phraseOf(
  sentence: Sentence,
  at: number,
  children: Children,
): { start: number; end: number } | undefined {
  const inside = [at]
  for (let i = 0; i < inside.length && inside.length < 12; i++) {
    for (const child of children[inside[i] ?? 0] ?? []) {
      if (/^(?:compound|amod|nmod:poss|flat|nummod|nmod|appos)/.test(sentence.tokens[child]?.deprel ?? ''))
        inside.push(child)
    }
  }
  const tokens = inside.flatMap((i) => sentence.tokens[i] ?? []).sort((a, b) => a.start - b.start)
  const [first, last] = [tokens[0], tokens.at(-1)]
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end }
}

/** The subject of the verb that a verb without its own is joined to: "arrested and jailed", "decided to send". */
function subjectAbove(sentence: Sentence, at: number, children: Children): Participant[] {
  let from = at
  for (let steps = 0; steps < 3; steps++) {
    const token = sentence.tokens[from]
    if (
      token?.head === undefined ||
      token.head < 0 ||
      !/^(?:xcomp|conj|advcl|ccomp|acl|obj|obl)/.test(token.deprel ?? '')
    )
      return []
    if (token.deprel === 'acl') return spansOf(sentence, token.head, { children, role: 'actor' })
    from = token.head
    const subject = (children[from] ?? []).find((child) => sentence.tokens[child]?.deprel === 'nsubj')
    if (subject !== undefined) return spansOf(sentence, subject, { children, role: 'actor' })
  }
  return []
}

/** How deep a word stands in its sentence's tree: 0 for the root; far down where there is no tree. */
export function depthOf(sentence: Sentence, trigger: Token): number {
  let at = sentence.tokens.indexOf(trigger)
  for (let depth = 0; depth < 40; depth++) {
    const head = sentence.tokens[at]?.head
    if (head === undefined) return 40
    if (head < 0) return depth
    at = head
  }
  return 40
}
