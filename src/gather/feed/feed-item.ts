import { feedDate } from './feed-date.ts'
import { plainWords, type Writing } from './feed-words.ts'

/** An entry of a feed: its words as written, its addresses made whole, its dates in a form that is read. */
export type FeedItem = {
  /** What tells it from others: its own id and its address together, since some feeds give one id to several entries. */
  readonly key: string
  readonly title?: string
  readonly url?: string
  readonly published?: string
  readonly modified?: string
  readonly authors: readonly string[]
  /** Whom the feed names as where the entry comes from, as aggregators do. */
  readonly source?: string
  /** The entry's full text in HTML, where the feed carries it. */
  readonly html?: string
  readonly summary?: string
}

/** What a format says of an entry. */
export type ItemParts = {
  readonly id: string | undefined
  readonly url: string | undefined
  readonly title: string | undefined
  readonly writing?: Writing
  readonly published: string | undefined
  readonly modified: string | undefined
  readonly authors: readonly (string | undefined)[] | undefined
  readonly source: string | undefined
  readonly html: string | undefined
  readonly summary: string | undefined
}

/** The entry that a format's parts make. */
export function feedItem({ id, writing, ...parts }: ItemParts): FeedItem {
  return {
    ...parts,
    key: `${id ?? ''} ${parts.url ?? ''}`.trim() || (parts.title ?? ''),
    title: plainWords(parts.title, writing),
    published: feedDate(parts.published),
    modified: feedDate(parts.modified),
    authors: [...new Set((parts.authors ?? []).flatMap((name) => plainWords(name) ?? []))],
    source: plainWords(parts.source),
  }
}

/** An address made whole; undefined where there is none or it makes no address of the web. */
export function absolute(url: string | undefined, base: string | undefined): string | undefined {
  const trimmed = url?.trim()
  if (trimmed === undefined || trimmed === '' || !URL.canParse(trimmed, base)) return undefined
  const whole = new URL(trimmed, base)
  return whole.protocol === 'http:' || whole.protocol === 'https:' ? whole.href : undefined
}

/** An address of the web that stands where an id does. */
export function addressIn(id: string | undefined): string | undefined {
  return id !== undefined && /^\s*https?:\/\/\S+\s*$/i.test(id) ? absolute(id, undefined) : undefined
}

/** A person as feeds write one: a name, else an address of mail; "desk@harrow.example (Ilse Maarn)" is Ilse Maarn. */
export function personOf(person: { readonly name?: string; readonly email?: string }): string | undefined {
  const { email } = person
  const name = person.name?.slice(0, longestName)
  const inBrackets = name === undefined ? undefined : /^\s*\S+@\S+\s*\(([^()]+)\)\s*$/.exec(name)?.[1]
  const beforeMail = name === undefined ? undefined : /^\s*(.*\S)\s*[<(]\S+@\S+[>)]\s*$/.exec(name)?.[1]
  return inBrackets ?? beforeMail ?? name ?? email
}

/** Characters of a person's name that are read; longer ones are none. */
const longestName = 300
