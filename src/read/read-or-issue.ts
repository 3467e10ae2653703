import type { Article } from '../model/article.ts'
import type { Reading } from '../model/reading.ts'
import type { Issue } from '../model/reason.ts'
import { type ReadOptions, read } from './read.ts'

/** A reading, or the issue of an article on which the reader itself broke: the rest of a batch is kept all the same. */
export function readOrIssue(
  article: Article,
  options: ReadOptions = {},
):
  | { readonly ok: true; readonly article: Article; readonly reading: Reading }
  | { readonly ok: false; readonly from: string; readonly issue: Issue } {
  try {
    return { ok: true, article, reading: read(article, options) }
  } catch (error) {
    const { from } = article.provenance
    const found = error instanceof Error ? error.message : String(error)
    const message = `${from}: the reader broke on it (${found}); it is not kept, please report it with the text`
    return { ok: false, from, issue: { code: 'reader-broke', message } }
  }
}
