import type { NameType, Token } from '../../model/language.ts'
import { table } from '../table.ts'
import { typeByWord } from './name-words.ts'

/** A name as words of one sentence, first and last included. */
export type WordName = { readonly first: number; readonly last: number; readonly type: NameType }

/** Names of a sentence put together where the tagger left pieces: hyphens, initials, "of" and what comes after a company. */
export function joinNames(text: string, tokens: readonly Token[], names: readonly WordName[]): WordName[] {
  const grown = names.map((name) => grow(text, tokens, name))
  const joined: WordName[] = []
  for (const name of grown) {
    const before = joined.at(-1)
    if (before === undefined) joined.push(name)
    else if (name.first <= before.last || isJoined(text, tokens, before, name))
      joined[joined.length - 1] = union(before, name)
    else joined.push(name)
  }
  return joined
}

function union(a: WordName, b: WordName): WordName {
  return {
    first: Math.min(a.first, b.first),
    last: Math.max(a.last, b.last),
    type: a.type === 'PER' ? b.type : a.type,
  }
}

function word(text: string, tokens: readonly Token[], i: number): string {
  const token = tokens[i]
  return token === undefined ? '' : text.slice(token.start, token.end)
}

function grow(text: string, tokens: readonly Token[], name: WordName): WordName {
  let { first, last, type } = name
  // "Coca-Cola" is one name, whichever half was found.
  while (isHyphen(text, tokens, first - 1) && isCapital(word(text, tokens, first - 2))) first -= 2
  if (word(text, tokens, last) === '-' && isCapital(word(text, tokens, last + 1))) last++
  while (isHyphen(text, tokens, last + 1) && isCapital(word(text, tokens, last + 2))) last += 2
  // "Ravel & Osk" is one firm.
  while (word(text, tokens, first - 1) === '&' && isCapital(word(text, tokens, first - 2)))
    [first, type] = [first - 2, 'ORG']
  while (word(text, tokens, last + 1) === '&' && isCapital(word(text, tokens, last + 2)))
    [last, type] = [last + 2, 'ORG']
  if (type === 'PER') last = endOfSyllables(text, tokens, { first, last: endOfFlat(tokens, first, last) })
  if (type === 'ORG') last = endOfCompany(text, tokens, last)
  return { type, first, last }
}

function isHyphen(text: string, tokens: readonly Token[], i: number): boolean {
  if (word(text, tokens, i) !== '-') return false
  return tokens[i - 1]?.end === tokens[i]?.start && tokens[i + 1]?.start === tokens[i]?.end
}

// "Muqtada al-Harrow": the parts of a person's name hang on its first word.
function endOfFlat(tokens: readonly Token[], first: number, last: number): number {
  let end = last
  for (let i = last + 1; i < tokens.length; i++) {
    const { deprel = '', head = -1, upos } = tokens[i] ?? {}
    if (upos === 'PUNCT' && head >= first && head <= i + 2) continue
    if (!deprel.startsWith('flat') || head < first || head > end) break
    end = i
  }
  return end
}

// "Xi Jin" with "-ping" after it: the given name after a family name that stands first may have two syllables.
function endOfSyllables(
  text: string,
  tokens: readonly Token[],
  { first, last }: { readonly first: number; readonly last: number },
): number {
  const isPair = last === first + 1 && isFamilyFirst(word(text, tokens, first))
  return isPair && isHyphen(text, tokens, last + 1) && /^\p{Ll}{2,5}$/u.test(word(text, tokens, last + 2))
    ? last + 2
    : last
}

let familiesFirst: ReadonlySet<string> | undefined

function isFamilyFirst(form: string): boolean {
  familiesFirst ??= new Set(table('compare-family-first').map((row) => row.name ?? ''))
  return familiesFirst.has(form.toLowerCase())
}

const companyForms = /^(?:Inc|Corp|Ltd|Co|LLC|Plc|PLC|GmbH|L\.P)\.?$/

// "Harrow Mills, Inc."
function endOfCompany(text: string, tokens: readonly Token[], last: number): number {
  const comma = word(text, tokens, last + 1) === ',' ? 1 : 0
  return companyForms.test(word(text, tokens, last + 1 + comma)) ? last + 1 + comma : last
}

function isCapital(form: string): boolean {
  return /^\p{Lu}/u.test(form)
}

function isJoined(text: string, tokens: readonly Token[], a: WordName, b: WordName): boolean {
  const lastWord = word(text, tokens, a.last)
  if (b.first === a.last + 1) {
    // "A." and "Marrow" are one person.
    if (a.type === 'PER' && b.type === 'PER')
      return /^\p{Lu}\.?$/u.test(lastWord) || isFlat(tokens, a, b) || isFamilyAndGiven(text, tokens, a, b)
    // "Harrow" and "Bridge Authority" are one organisation.
    const isKept = b.type === 'ORG' && a.type === 'ORG'
    return isKept && tokens[a.last]?.head !== undefined && (tokens[a.last]?.head ?? -1) > a.last
  }
  if (b.first !== a.last + 2 || word(text, tokens, a.last + 1) !== 'of' || a.type !== 'ORG') return false
  const head = typeByWord(lastWord, 'last') ?? typeByWord(lastWord, 'first')
  return head === 'ORG' && (b.type === 'GPE' || b.type === 'LOC' || b.type === 'ORG')
}

// "Wang" and "Yi" are one person.
function isFamilyAndGiven(text: string, tokens: readonly Token[], a: WordName, b: WordName): boolean {
  return a.first === a.last && b.first === b.last && isFamilyFirst(word(text, tokens, a.first))
}

function isFlat(tokens: readonly Token[], a: WordName, b: WordName): boolean {
  const { deprel = '', head = -1 } = tokens[b.first] ?? {}
  return deprel.startsWith('flat') && head >= a.first && head <= a.last
}
