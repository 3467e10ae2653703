import type { Article } from '../../model/article.ts'
import type { NameType } from '../../model/language.ts'
import type { Mention } from '../../model/reading.ts'
import type { Range, Span } from '../../model/span.ts'
import { countryNamed } from '../../text/countries.ts'
import { table } from '../../text/table.ts'
import type { Member } from '../member.ts'
import { once } from '../once.ts'

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
export const namesOf: (member: Member) => readonly NameMention[] = once(findNames)

function findNames({ article, reading }: Member): NameMention[] {
  return reading.mentions
    .filter((mention) => mention.kind === 'name')
    .flatMap((mention) => nameOf(article, mention))
    .filter((name) => name.words.length > 0)
}

function nameOf(article: Article, mention: Mention): NameMention[] {
  const here = (range: Range): Span => ({ article: article.id, start: range.start, end: range.end })
  const full = article.text.slice(mention.head.start, mention.head.end)
  // "Osk of Brenholt" is Osk; the last word says where.
  const written = mention.type === 'PER' ? full.replace(/(?<=\p{L}) of(?: (?:the )?\p{Lu}.*)?$/u, '') : full
  const end = mention.head.start + written.length
  const titled = mention.type === 'PER' ? titleLength(written) : ownerLength(mention, written)
  // "Lorvenian Foreign" is a title that lost its name.
  if (titled === written.length) return []
  const start = mention.head.start + titled
  const title = {
    start: mention.head.start,
    end: mention.head.start + written.slice(0, titled).trimEnd().length,
  }
  const roles = titled === 0 || mention.type !== 'PER' ? mention.roles : [title, ...mention.roles]
  return [
    {
      span: here({ start, end }),
      type: mention.type,
      words: nameWords(article.text.slice(start, end)),
      roles: roles.map(here),
      roleWords: roles.map((role) => article.text.slice(role.start, role.end)),
      ...(mention.country === undefined
        ? {}
        : {
            country: here(mention.country),
            countryWords: article.text.slice(mention.country.start, mention.country.end),
          }),
      before: article.text.slice(Math.max(0, start - 60), start),
      after: article.text.slice(end, end + 40),
      ...(article.published === undefined ? {} : { reported: article.published }),
    },
  ]
}

// "UN's International Atomic Energy Agency" is the agency; of "Iran's Foreign Ministry" what stands before the name tells whose.
function ownerLength({ type }: Mention, written: string): number {
  const [all = '', owner = ''] = /^(?:the )?([\p{Lu}][\p{L}. ]*?)['’]s (?=\p{Lu})/u.exec(written) ?? []
  const isOwner = countryNamed(owner) !== undefined || /^(?:\p{Lu}\.?){2,5}$/u.test(owner)
  return type === 'ORG' && isOwner ? all.length : 0
}

let posts: ReadonlySet<string> | undefined

// "Lorvenian Foreign Minister " of a name that was read with it; all of "Lorvenian Foreign". "Judge Reinhold" keeps his name.
function titleLength(written: string): number {
  posts ??= new Set(table('titles').map((row) => row.word ?? ''))
  const words = [...written.matchAll(/\S+/gu)].map((match) => ({ word: match[0], at: match.index }))
  const isPost = (word: string | undefined) => posts?.has(word?.toLowerCase() ?? '') === true
  const isPeople = /(?:ian|an|ish|ese|[^aeiou]i)$/.test(words[0]?.word ?? '') && isPost(words[1]?.word)
  let count = isPeople ? 1 : 0
  while (count < words.length && isPost(words[count]?.word)) count++
  if (count === words.length) return count > 1 ? written.length : 0
  return count > 1 || words.length - count > 1 ? (words[count]?.at ?? 0) : 0
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
