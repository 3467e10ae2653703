import type { Article, Instant } from '../model/article.ts'
import type { Issue } from '../model/reason.ts'
import { articleFromText, type TextInput } from './article-from-text.ts'
import { readDate } from './date.ts'
import { issue } from './issue.ts'
import { detectLanguage, unreadIssue } from './language.ts'
import type { GatherOptions, GatherResult } from './result.ts'

/** A text as a file states it: dates still in the words of the file, lists not yet split. */
export type Draft = Omit<TextInput, 'published' | 'modified'> & {
  readonly from: string
  readonly published?: string
  readonly modified?: string
}

/** Characters of text beyond which something is no article. */
export const longestText = 2_000_000

/** The article of a draft, with what the options add, its dates read and its language detected; or why there is none. */
export async function finish(draft: Draft, options: GatherOptions): Promise<GatherResult> {
  const { from, published, modified, ...input } = draft
  const words = draft.blocks?.length === 0 ? '' : draft.text
  if (!/[\p{L}\p{N}]/u.test(words)) return refused(from, issue('empty-text', from, 'there is no text in it'))
  if (words.length > longestText) {
    const found = `${words.length.toLocaleString('en')} characters, where articles have up to ${longestText.toLocaleString('en')}`
    return refused(from, issue('too-long', from, found))
  }
  const issues: Issue[] = [...(draft.issues ?? [])]
  const fetched = draft.provenance?.fetched
  const dates = {
    published: dated(published ?? options.published, { thing: `${from}: published`, fetched }, issues),
    modified: dated(modified, { thing: `${from}: modified`, fetched }, issues),
  }
  const language = draft.language ?? options.language ?? (await detectLanguage(draft.text))
  const unread = unreadIssue(from, language)
  if (unread !== undefined) issues.push(unread)
  const outlet = draft.outlet ?? options.outlet
  const credit = draft.credit ?? options.credit
  const known = {
    outlet,
    // An outlet that is named as where its own article comes from is not credited: it passes nothing on.
    credit: isSameName(credit, outlet) ? undefined : credit,
    url: draft.url ?? options.url,
    language,
    ...dates,
  }
  return { ok: true, article: stripped(articleFromText({ ...input, ...known, issues })) }
}

function isSameName(a: string | undefined, b: string | undefined): boolean {
  const bare = (name: string) =>
    name
      .toLowerCase()
      .replace(/^the /, '')
      .replace(/[^\p{L}\p{N}]+/gu, '')
  return a !== undefined && b !== undefined && bare(a) === bare(b)
}

function refused(from: string, found: Issue): GatherResult {
  return { ok: false, from, issue: found }
}

type Dated = { readonly thing: string; readonly fetched: Instant | undefined }

function dated(text: string | undefined, { thing, fetched }: Dated, issues: Issue[]): Instant | undefined {
  if (text === undefined || text.trim() === '') return undefined
  const words = `found "${text.trim().slice(0, 60)}"`
  const read = readDate(text)
  if (read.code !== undefined) issues.push(issue(read.code, thing, words))
  if (!read.ok) return undefined
  if (fetched === undefined || isLikely(read.value, fetched)) return read.value
  issues.push(issue('unlikely-date', thing, `${words} on what was fetched on ${fetched.slice(0, 10)}`))
  return undefined
}

// A page cannot be of a later day than its fetch, the world's zones apart; the first day of 1970 is how machines write
// that they know no date.
function isLikely(date: Instant, fetched: Instant): boolean {
  const moment = Date.parse(date)
  return moment > Date.parse('1970-01-02') && moment < Date.parse(fetched) + 2 * 24 * 60 * 60_000
}

/** Leaves out fields that are undefined, so that an article reads the same after a round trip through JSON. */
function stripped(article: Article): Article {
  return JSON.parse(JSON.stringify(article)) as Article
}
