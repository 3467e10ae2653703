import type { Token } from '../../model/language.ts'
import type { Mention } from '../../model/reading.ts'
import { byPosition, overlaps, quoteOf, type Range } from '../../model/span.ts'
import { countryNamed } from '../../text/countries.ts'
import type { ReadContext } from '../context.ts'
import { isOutletName } from '../sources/outlet-name.ts'
import { roleAfter } from './role-after.ts'
import { roleBefore } from './role-before.ts'
import { titleKind } from './titles.ts'

type RawName = ReadContext['language']['names'][number]

/** Names of an article in text order, each with its titles and the country that the text ties it to. */
export function findMentions({ article, language }: ReadContext): Mention[] {
  const mentions: Mention[] = []
  let from = 0
  for (const sentence of language.sentences) {
    while ((language.names[from]?.start ?? sentence.start) < sentence.start) from++
    let to = from
    while ((language.names[to]?.start ?? sentence.end) < sentence.end) to++
    const near = language.names.slice(from, to)
    for (const name of near) {
      const found = mentionOf(article.text, sentence.tokens, { name, names: near, model: language.model })
      if (found !== undefined) mentions.push(found)
    }
  }
  return settled(article.text, mentions).sort(byPosition)
}

// "Araghchi" alone is the person that "Abbas Araghchi" is elsewhere in the article, and a listed outlet is nobody.
function settled(text: string, mentions: readonly Mention[]): Mention[] {
  const surnames = new Set(
    mentions.flatMap(({ type, head }) =>
      type === 'PER' ? (quoteOf(text, head).split(/\s+/).slice(1).at(-1) ?? []) : [],
    ),
  )
  return mentions.map((mention) => {
    const name = quoteOf(text, mention.head)
    if (isOutletName(name) && mention.type !== 'ORG')
      return { ...mention, type: 'ORG', rules: [...mention.rules, 'M-OUTLET'] }
    if (mention.type !== 'PER' && surnames.has(name))
      return { ...mention, type: 'PER', rules: [...mention.rules, 'M-SAME-NAME'] }
    return mention
  })
}

function mentionOf(
  text: string,
  tokens: readonly Token[],
  { name, names, model }: { name: RawName; names: readonly RawName[]; model: string },
): Mention | undefined {
  const last = tokens.findLastIndex((token) => token.end <= name.end)
  let first = tokens.findIndex((token) => token.start >= name.start)
  if (first < 0 || last < first) return undefined
  // "Foreign Minister Abbas Araghchi" taken as one name: the title is no part of it.
  if (name.type === 'PER') while (first < last && isTitleWord(text, tokens[first])) first++
  const head = { start: tokens[first]?.start ?? name.start, end: name.end }
  if (tokens.slice(first, last + 1).every((token) => isTitleWord(text, token))) return undefined
  if (name.type !== 'PER') {
    return {
      start: name.start,
      end: name.end,
      kind: 'name',
      type: name.type,
      head,
      roles: [],
      rules: [model, ...ruleOf(name)],
    }
  }
  const before = roleBefore(text, tokens, first)
  const after = roleAfter(text, tokens, last)
  const isOther = after !== undefined && names.some((other) => other.type === 'PER' && overlaps(other, after))
  const roles = [before, isOther ? undefined : after].filter((role) => role !== undefined)
  const country = roles.map((role) => countryIn(text, role)).find((range) => range !== undefined)
  return {
    start: before?.start ?? head.start,
    end: name.end,
    kind: 'name',
    type: 'PER',
    head,
    roles,
    ...(country === undefined ? {} : { country }),
    rules: [
      model,
      ...ruleOf(name),
      ...(before === undefined ? [] : ['M-ROLE-BEFORE']),
      ...(after === undefined || isOther ? [] : ['M-ROLE-AFTER']),
      ...(country === undefined ? [] : ['M-ROLE-COUNTRY']),
    ],
  }
}

function ruleOf({ rule }: RawName): string[] {
  return rule === undefined ? [] : [rule]
}

function isTitleWord(text: string, token: Token | undefined): boolean {
  return token !== undefined && titleKind(quoteOf(text, token)) !== undefined
}

/** The word or two words of a stretch that name a country: "Iranian" in "Iranian Foreign Minister". */
export function countryIn(text: string, range: Range): Range | undefined {
  const words = [...quoteOf(text, range).matchAll(/[\p{L}.]+/gu)]
  for (const [i, word] of words.entries()) {
    const start = range.start + word.index
    const next = words[i + 1]
    const two = next === undefined ? undefined : { start, end: range.start + next.index + next[0].length }
    if (two !== undefined && countryNamed(quoteOf(text, two)) !== undefined) return two
    const one = { start, end: start + word[0].length }
    if (/^\p{Lu}/u.test(word[0]) && countryNamed(word[0]) !== undefined) return one
  }
  return undefined
}
