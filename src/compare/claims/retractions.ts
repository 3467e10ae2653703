import type { Range, Span } from '../../model/span.ts'
import { table } from '../../text/table.ts'
import type { Member } from '../member.ts'
import { trimmed } from './clauses.ts'
import type { Statement } from './statements.ts'

/** The rule of a statement by which an outlet takes back what it reported. */
export const retractionRule = 'CLM-RETRACTED'

/** What an article's correction notes take back, each as its outlet's denial: "An earlier version said that two sailors had died." */
export function retractionsOf({ article, reading }: Member): Statement[] {
  return article.blocks
    .filter(({ kind }) => kind === 'correction')
    .flatMap((block) => takenBack(article.text, block))
    .map(
      ({ words, claim }): Statement => ({
        span: spanOf(article.id, claim),
        source: { kind: 'outlet', spans: [words] },
        polarity: 'denied',
        modality: 'stated',
        sentence: reading.sentences.length,
        rule: retractionRule,
      }),
    )
}

function takenBack(text: string, block: Range): { readonly words: Range; readonly claim: Range }[] {
  const note = text.slice(block.start, block.end)
  return patterns().flatMap((pattern) => {
    const match = pattern.exec(note)
    if (match === null) return []
    const start = block.start + match.index
    const end = start + match[0].length
    // Up to the stop before a capital or the end: "the U.S. envoy" goes on.
    const rest = /^.*?(?=[.!?][”’"']?(?:\s+\p{Lu}|\s*$))/su.exec(text.slice(end, block.end))?.[0]
    const claim = trimmed(text, { start: end, end: rest === undefined ? block.end : end + rest.length })
    return claim.end > claim.start ? [{ words: { start, end }, claim }] : []
  })
}

let compiled: readonly RegExp[] | undefined

function patterns(): readonly RegExp[] {
  compiled ??= table('compare-retractions').map(({ pattern }) => new RegExp(pattern ?? '', 'i'))
  return compiled
}

function spanOf(article: string, { start, end }: Range): Span {
  return { article, start, end }
}
