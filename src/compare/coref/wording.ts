import { table } from '../../text/table.ts'
import { wordsOf } from '../words/words.ts'
import type { Referring } from './referring.ts'

/** Whether a text speaks of several: "they", "iPhone owners", "two men"; "Jobs" and "the United States" are one. */
export function isPlural(text: string): boolean {
  if (/^(?:they|them|their|theirs)$/i.test(text.trim())) return true
  const phrase = headPhrase(text)
  if (/\sand\s/.test(phrase)) return true
  const head = phrase.split(/\s+/).at(-1) ?? ''
  return /^\p{Ll}+(?<!s|u|i)s$|^(?:people|men|women|children|police)$/u.test(head)
}

/** "others", "people": whoever they are, no other mention is surely the same. */
export function isVague(text: string): boolean {
  return /^(?:(?:the|many|some|most|other)\s)?(?:others?|people|some|many)$/i.test(text.trim())
}

/** A bare "CEO" or "President": the post and not its holder. */
export function isBarePost(text: string): boolean {
  return /^\p{Lu}/u.test(text) && isTitle(text.trim().split(/\s+/))
}

/** Whether a name is what a text is about: "Apple CEO Steve Jobs" is Jobs, "400 guests, including Steve Jobs" are not. */
export function isHead(name: string | undefined, text: string): name is string {
  return (
    name !== undefined && text.endsWith(name) && !/,|\b(?:and|including)\b/.test(text.slice(0, -name.length))
  )
}

/** Words that descriptions of a story end in: "Woman" of a headline is "the woman" of a text, and no name. */
export function commonIn(mentions: readonly Referring[]): ReadonlySet<string> {
  const common = new Set<string>()
  for (const { text } of mentions) {
    const head = headPhrase(text).split(/\s+/).at(-1) ?? ''
    if (/^\p{Ll}+$/u.test(head)) common.add(head)
  }
  return common
}

let titles: ReadonlySet<string> | undefined

/** "CEO", "President": words of posts, and nobody's name. */
export function isTitle(words: readonly string[]): boolean {
  titles ??= new Set(table('titles').map((row) => row.word ?? ''))
  return words.length > 0 && words.every((word) => titles?.has(word.toLowerCase()))
}

/** The stems of a text that carry matter. */
export function tellingWords(text: string): string {
  const words = wordsOf(text).filter((word) => !word.empty)
  return words.map(({ key }) => key).join(' ')
}

/** What a phrase is about, which stands before its rest: "the Gulf of Aden between Somalia and Yemen", "in the town", "the man who fell". */
export function headPhrase(text: string): string {
  const start = text.replace(/^(?:in|at|on|off|from|to|near|of|by|into|outside|inside|around|across)\s+/i, '')
  return (
    start.split(
      /\s+(?:,|\(|who|which|that|between|in|at|on|from|for|with|near|of(?=\s+(?:the\s+)?\p{Ll}))(?=\s|$)/u,
    )[0] ?? start
  )
}

/** "actress", "lineman", "suspect": words that describe a person, by their ending. */
export function isPersonNoun(text: string): boolean {
  const head = wordsOf(text)
    .filter((word) => !word.empty)
    .at(-1)
  if (head === undefined || head.capital) return false
  return /(?:er|or|ist|m[ae]n|ess|ian|ee|star|girl|boy|suspect|victim)$/.test(head.form)
}

/** The stem of the last telling word of a text. */
export function headKey(text: string): string | undefined {
  return wordsOf(text)
    .filter((word) => !word.empty)
    .at(-1)?.key
}

/** Whether a text is a pronoun alone. */
export function isPronoun(text: string): boolean {
  return /^(?:he|she|him|her|his|hers|himself|herself|who|whose|it|its|they|them|their|i|me|my|mine|we|us|our|you|your)$/i.test(
    text.trim(),
  )
}
