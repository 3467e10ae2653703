import type { NameType } from '../../model/language.ts'
import type { Mention } from '../../model/reading.ts'
import type { Range, Span } from '../../model/span.ts'
import { table } from '../../text/table.ts'
import type { Member } from '../member.ts'

/** A name as one place of an article has it, without titles. */
export type NameMention = {
  readonly span: Span
  readonly type: NameType
  /** The rule that gave the type over the story; absent where it is the reading's own. */
  readonly typeRule?: string
  /** Words of the name: "Abbas", "Araghchi". */
  readonly words: readonly string[]
  readonly roles: readonly Span[]
  readonly roleWords: readonly string[]
  readonly country?: Span
  readonly countryWords?: string
  /** What stands right before and after it, a few words each. */
  readonly before: string
  readonly after: string
  readonly reported?: string
}

/** The names that an article's reading found, in text order. */
export function namesOf({ article, reading }: Member): NameMention[] {
  const here = (range: Range): Span => ({ article: article.id, start: range.start, end: range.end })
  return reading.mentions
    .filter((mention) => mention.kind === 'name')
    .map((mention: Mention) => ({
      span: here(mention.head),
      type: mention.type,
      words: nameWords(article.text.slice(mention.head.start, mention.head.end)),
      roles: mention.roles.map(here),
      roleWords: mention.roles.map(({ start, end }) => article.text.slice(start, end)),
      ...(mention.country === undefined
        ? {}
        : {
            country: here(mention.country),
            countryWords: article.text.slice(mention.country.start, mention.country.end),
          }),
      before: article.text.slice(Math.max(0, mention.head.start - 60), mention.head.start),
      after: article.text.slice(mention.head.end, mention.head.end + 40),
      ...(article.published === undefined ? {} : { reported: article.published }),
    }))
    .filter((name) => name.words.length > 0)
}

let titles: ReadonlySet<string> | undefined

/** The words of a name, without possessive, honorific and leading article. */
export function nameWords(text: string): string[] {
  titles ??= new Set(table('compare-honorifics').map((row) => row.word ?? ''))
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.&'’-]*/gu) ?? []
  return words
    .map((word) => word.replace(/['’]s?$/u, ''))
    .filter(
      (word, i) =>
        word !== '' &&
        !(i === 0 && /^the$/i.test(word)) &&
        !titles?.has(word.replace(/\.$/, '').toLowerCase()),
    )
}
