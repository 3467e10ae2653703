import { overlaps, quoteOf, type Range, type Span } from '../../model/span.ts'
import { table } from '../../text/table.ts'
import type { Member } from '../member.ts'
import { outletKey } from '../relays/outlet-names.ts'
import { trimmed } from './clauses.ts'
import type { Statement } from './statements.ts'

/** The rule of a statement by which an outlet takes back what it reported. */
export const retractionRule = 'CLM-RETRACTED'

/** What an article's correction notes take back, each as its outlet's denial: "An earlier version said that two sailors had died." */
export function retractionsOf({ article, reading }: Member): Statement[] {
  const notes = article.blocks.filter(({ kind }) => kind === 'correction')
  const own = article.outlet === undefined ? undefined : outletKey(article.outlet)
  // "The Harrow Post has retracted its report that …", in the Harrow Post itself.
  const sentences = reading.sentences.filter(
    (sentence) =>
      !notes.some((note) => overlaps(note, sentence)) && takesBack(quoteOf(article.text, sentence), own),
  )
  return [...notes, ...sentences]
    .flatMap((range) => takenBack(article.text, range))
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

function takesBack(sentence: string, own: string | undefined): boolean {
  const subject = ownReport.exec(sentence)?.groups?.who
  return subject !== undefined && (/^(?:we|this \p{L}+)$/iu.test(subject) || outletKey(subject) === own)
}

const ownReport =
  /^(?<who>.{2,60}?)\s(?:has |have |had )?(?:retract(?:s|ed)?|withdr(?:aws?|awn|ew)|takes? back)\s(?:its|our|the|a)\s(?:\p{L}+\s)?(?:report|story|article|claim)\b/iu

function takenBack(text: string, block: Range): { readonly words: Range; readonly claim: Range }[] {
  const note = text.slice(block.start, block.end)
  return patterns().flatMap((pattern) => {
    const match = pattern.exec(note)
    if (match === null) return []
    const start = block.start + match.index
    const end = start + match[0].length
    // Up to the stop before a capital or the end ("the U.S. envoy" goes on), or to what is said instead.
    const rest = /^.*?(?=;|,? (?:but|when|whereas|while)? ?in fact\b|[.!?][”’"']?(?:\s+\p{Lu}|\s*$))/su.exec(
      text.slice(end, block.end),
    )?.[0]
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
