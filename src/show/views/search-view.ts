import type { Hit, Kept } from '../../keep/store.ts'
import { rangeIndex } from '../../model/range-index.ts'
import type { Range } from '../../model/span.ts'
import { quoteOf } from '../../model/span.ts'
import { articleHref } from './evidence.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { plainText, titleInWords } from './wording.ts'

/** An article that a search found, with the sentences that hold the words. */
export type SearchResult = {
  readonly article: string
  readonly href: string
  readonly title: string
  readonly outlet?: string
  readonly published?: string
  readonly score: number
  readonly sentences: readonly {
    readonly href: string
    readonly pieces: readonly Piece[]
    readonly said?: string
  }[]
}

/** The results of a search in the order of the hits. */
export function searchView(
  words: string,
  hits: readonly Hit[],
  articles: ReadonlyMap<string, Kept>,
): SearchResult[] {
  const pattern = patternOf(words)
  return hits.flatMap((hit) => {
    const kept = articles.get(hit.article)
    return kept === undefined ? [] : [resultOf(kept, hit, pattern)]
  })
}

function resultOf(kept: Kept, hit: Hit, pattern: RegExp | undefined): SearchResult {
  const { article } = kept
  return {
    article: article.id,
    href: articleHref(article.id),
    title: titleInWords(article),
    outlet: article.outlet && plainText(article.outlet),
    published: article.published,
    score: hit.score,
    sentences: pattern === undefined ? [] : sentencesWith(kept, pattern),
  }
}

function sentencesWith(kept: Kept, pattern: RegExp): SearchResult['sentences'] {
  const { article, reading } = kept
  // A correction, or a text in a language that is not read, is found by its blocks.
  const sentences = rangeIndex(reading.sentences)
  const unread = article.blocks.filter((block) => sentences.overlapping(block).length === 0)
  const ranges = [...reading.sentences, ...unread]
  const found = ranges.flatMap((range) => {
    const text = quoteOf(article.text, range)
    const matches = [...text.matchAll(pattern)].map((match) => ({
      start: range.start + match.index,
      end: range.start + match.index + match[0].length,
      kind: 'at',
    }))
    if (matches.length === 0) return []
    const pieces = piecesOf(article.text, range, matches)
    return [
      {
        href: articleHref(article.id, { at: range }),
        pieces,
        said: speakerAt(kept, range),
        weight: matches.length,
      },
    ]
  })
  return found
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .map(({ href, pieces, said }) => ({ href, pieces, said }))
}

function speakerAt(kept: Kept, range: Range): string | undefined {
  const inside = kept.reading.attributions.find((each) =>
    each.content.some((content) => content.start < range.end && range.start < content.end),
  )
  const span = inside?.source.refersTo ?? inside?.source.spans[0]
  return span && plainText(quoteOf(kept.article.text, span)).replace(/[,;:]+$/u, '')
}

// Words of the query, whole phrases where quoted; operators of the search language are left out.
function patternOf(words: string): RegExp | undefined {
  const terms = [...words.matchAll(/"([^"]+)"|([\p{L}\p{N}]+)/gu)]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((term) => term.length > 1 && !/^(?:AND|OR|NOT|NEAR)$/.test(term))
  if (terms.length === 0) return undefined
  const escaped = terms.map((term) => term.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})[\\p{L}]{0,3}(?![\\p{L}\\p{N}])`, 'giu')
}
