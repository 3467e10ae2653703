import type { Language, NameType, Sentence, Token } from '../../model/language.ts'
import { isDate } from './date-words.ts'
import { joinNames, type WordName } from './join-names.ts'
import { typeByGazetteer, typeByWord } from './name-words.ts'
import { oneSense } from './one-sense.ts'
import { wholeNames } from './whole-names.ts'

type Names = Language['names']

/** The tagger's names of a text, made whole: pieces joined, people told from things by telling words, acronyms, and names that were missed once. */
export function refineNames(text: string, sentences: readonly Sentence[], names: Names): Names {
  const tokensOf = (s: number): readonly Token[] => sentences[s]?.tokens ?? []
  const tagged = wordNames(sentences, names).map((found, s) => {
    const tokens = sentences[s]?.tokens ?? []
    const whole = wholeNames(text, tokens, joinNames(text, tokens, found))
    const joined = whole
      .filter((name) => !isNobody(text, tokens, name))
      .map((name) => retyped(text, tokens, name))
    return withAcronyms(text, tokens, joined)
  })
  const bySentence = oneSense(tagged, (s, first, last) => formOf(text, tokensOf(s), { first, last }))
  const known = knownNames(text, sentences, bySentence)
  return sentences.flatMap(({ tokens }, s) =>
    completed(text, tokens, bySentence[s] ?? [], known).flatMap(({ first, last, type }) => {
      const start = tokens[first]?.start
      const end = tokens[last]?.end
      return start === undefined || end === undefined ? [] : [{ start, end, type }]
    }),
  )
}

function wordNames(sentences: readonly Sentence[], names: Names): WordName[][] {
  let next = 0
  return sentences.map(({ tokens, end }) => {
    const found: WordName[] = []
    for (; next < names.length && (names[next]?.start ?? 0) < end; next++) {
      const name = names[next]
      if (name === undefined) continue
      const first = tokens.findIndex((token) => token.start === name.start)
      const last = tokens.findIndex((token) => token.end === name.end)
      if (first >= 0 && last >= first) found.push({ first, last, type: name.type })
    }
    return found
  })
}

function formOf(
  text: string,
  tokens: readonly Token[],
  { first, last }: { first: number; last: number },
): string {
  return text.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0)
}

// "in March", "May I ask" and "the North" name nobody, whoever is called so.
function isNobody(text: string, tokens: readonly Token[], { first, last, type }: WordName): boolean {
  if (type !== 'PER' || first !== last) return false
  const form = (i: number) => formOf(text, tokens, { first: i, last: i })
  if (isDate(form(first), form(first - 1), form(first + 1))) return true
  const next = tokens[first + 1]
  if (/^(?:May|Will|Can|Might)$/.test(form(first))) return /^(?:PRON|DET)$/.test(next?.upos ?? '')
  return directions.test(form(first)) && form(first - 1) === 'the'
}

const directions = /^(?:North|South|East|West)$/

function retyped(text: string, tokens: readonly Token[], name: WordName): WordName {
  if (name.type === 'TITLE' || name.type === 'NORP') return name
  if (typeByWord(formOf(text, tokens, { first: name.first, last: name.first }), 'first') === 'EVENT')
    return { ...name, type: 'EVENT' }
  const place = typeByGazetteer(formOf(text, tokens, name))
  if (place !== undefined && name.type === 'PER') return { ...name, type: place }
  if (name.first === name.last || name.type !== 'PER') return name
  const last = typeByWord(formOf(text, tokens, { first: name.last, last: name.last }), 'last')
  return { ...name, type: last ?? name.type }
}

// "the Harrow Bridge Authority (HBA)": what stands in brackets after a name and is made of its initials names the same.
function withAcronyms(text: string, tokens: readonly Token[], names: readonly WordName[]): WordName[] {
  const added = names.flatMap((name) => {
    const at = name.last + 2
    const form = formOf(text, tokens, { first: at, last: at })
    const isBracketed =
      formOf(text, tokens, { first: at - 1, last: at - 1 }) === '(' && tokens[at + 1] !== undefined
    const initial = formOf(text, tokens, name).charAt(0)
    if (!isBracketed || name.first === name.last || !/^\p{Lu}[\p{L}.-]{1,7}$/u.test(form)) return []
    if (!/\p{Lu}/u.test(form.slice(1)) || form.charAt(0) !== initial) return []
    return [{ first: at, last: at, type: name.type }]
  })
  return merged(names, added)
}

function merged(names: readonly WordName[], added: readonly WordName[]): WordName[] {
  const free = added.filter(
    (name) => !names.some((other) => other.first <= name.last && name.first <= other.last),
  )
  return [...names, ...free].sort((a, b) => a.first - b.first)
}

/** Names of the whole text by their words, each with the type that most of its mentions have. */
function knownNames(
  text: string,
  sentences: readonly Sentence[],
  names: readonly (readonly WordName[])[],
): ReadonlyMap<string, NameType> {
  const votes = new Map<string, Map<NameType, number>>()
  function vote(form: string, type: NameType, weight: number): void {
    const types = votes.get(form) ?? new Map<NameType, number>()
    types.set(type, (types.get(type) ?? 0) + weight)
    votes.set(form, types)
  }
  names.forEach((found, s) => {
    const tokens = sentences[s]?.tokens ?? []
    for (const name of found) {
      vote(formOf(text, tokens, name), name.type, 2)
      // A full name vouches for the family name alone.
      if (name.type === 'PER' && name.last > name.first) {
        vote(formOf(text, tokens, { first: name.last, last: name.last }), 'PER', 3)
      }
    }
  })
  return new Map(
    [...votes].map(([form, types]) => [form, [...types].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'ORG']),
  )
}

const longest = 6

/** The names of a sentence with those that the tagger missed here but found elsewhere, where they stand alone. */
function completed(
  text: string,
  tokens: readonly Token[],
  names: readonly WordName[],
  known: ReadonlyMap<string, NameType>,
): WordName[] {
  const taken = new Set(
    names.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
  )
  const added: WordName[] = []
  for (let first = 0; first < tokens.length; first++) {
    if (taken.has(first) || !isNamelike(text, tokens[first]) || isNamelike(text, tokens[first - 1])) continue
    for (let last = Math.min(first + longest, tokens.length) - 1; last >= first; last--) {
      if (taken.has(last)) continue
      const form = formOf(text, tokens, { first, last })
      const type = known.get(form) ?? typeByGazetteer(form)
      if (type === undefined || type === 'TITLE' || form.length < 3 || isNamelike(text, tokens[last + 1]))
        continue
      if (isNobody(text, tokens, { first, last, type })) continue
      added.push({ first, last, type })
      first = last
      break
    }
  }
  return merged(names, added)
}

function isNamelike(text: string, token: Token | undefined): boolean {
  return token !== undefined && token.upos === 'PROPN' && /^\p{Lu}/u.test(text.charAt(token.start))
}
