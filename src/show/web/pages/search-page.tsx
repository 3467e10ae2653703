import { outletInWords } from '../../views/evidence.ts'
import type { SearchResult } from '../../views/search-view.ts'
import { counted, fullMomentInWords } from '../../views/wording.ts'

/** Search: sentences under their articles, each a link to the characters. */
export function SearchPage({ query, results }: { query: string; results: readonly SearchResult[] }) {
  return (
    <>
      <header class="head">
        <h1>Search</h1>
        <form class="search" action="/search" method="get">
          <label for="q">Words, or a phrase in quotation marks</label>
          <input id="q" type="search" name="q" value={query} />
          <button type="submit">Search</button>
        </form>
        {query !== '' && (
          <p class="meta">
            {counted(results.length, 'article')} with <bdi>{query}</bdi>
          </p>
        )}
      </header>
      {query !== '' && results.length === 0 && (
        <p class="unknown">
          No article on the record holds these words. Try fewer words, or another spelling of a name.
        </p>
      )}
      <ol class="results">
        {results.map((result) => (
          <li>
            <h2>
              <a href={result.href}>
                <bdi>{result.title}</bdi>
              </a>
            </h2>
            <p class="meta">
              <bdi>{outletInWords(result.outlet)}</bdi> ·{' '}
              {result.published === undefined ? 'undated' : fullMomentInWords(result.published)}
            </p>
            <ul>
              {result.sentences.map((sentence) => (
                <li>
                  <a class="said" href={sentence.href}>
                    <bdi>
                      {sentence.pieces.map((piece) =>
                        piece.kinds.includes('at') ? <mark class="at">{piece.text}</mark> : piece.text,
                      )}
                    </bdi>
                  </a>
                  {sentence.said && (
                    <span class="by">
                      {' '}
                      · <bdi>{sentence.said}</bdi>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  )
}
