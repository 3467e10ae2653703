import type { Issue } from '../model/reason.ts'
import { table } from '../text/table.ts'

/** What can be wrong with something gathered. Rows of `data/issues-gather.tsv` say what to do about each. */
export type GatherCode =
  | 'missing-file'
  | 'unreadable-file'
  | 'unknown-extension'
  | 'empty-text'
  | 'binary-data'
  | 'too-long'
  | 'invalid-utf8'
  | 'wrong-encoding'
  | 'unknown-encoding'
  | 'no-article'
  | 'bad-front-matter'
  | 'bad-json-line'
  | 'bad-date'
  | 'ambiguous-date'
  | 'impossible-date'
  | 'unknown-zone'
  | 'unlikely-date'
  | 'unread-language'
  | 'url-for-many'
  | 'bad-url'
  | 'refused-address'
  | 'refused-by-robots'
  | 'http-status'
  | 'not-modified'
  | 'too-many-redirects'
  | 'too-large'
  | 'timed-out'
  | 'cut-short'
  | 'unreachable'
  | 'wrong-content-type'
  | 'bad-feed'
  | 'page-not-had'
  | 'bad-opml'
  | 'bad-warc'
  | 'broken-gzip'

/** An issue whose message names the thing, what was found, and what to do. */
export function issue(code: GatherCode, thing: string, found: string): Issue {
  return { code, message: `${thing}: ${found}; ${remedy(code)}` }
}

/** What was found, of an issue of a thing: its message without the thing's name and without what to do. */
export function foundIn({ code, message }: Issue, thing: string): string {
  const found = message.startsWith(`${thing}: `) ? message.slice(thing.length + 2) : message
  const ending = `; ${table('issues-gather').find(({ id }) => id === code)?.remedy ?? ''}`
  return found.endsWith(ending) ? found.slice(0, -ending.length) : found
}

/** What to do about an issue, in one clause. */
export function remedy(code: GatherCode): string {
  const row = table('issues-gather').find(({ id }) => id === code)
  if (row?.remedy === undefined) throw new Error(`data/issues-gather.tsv has no row "${code}"`)
  return row.remedy
}
