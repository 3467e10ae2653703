import type { SinceLine, SinceView } from '../../views/since-view.ts'
import { capitalised, counted, fullMomentInWords, outletsInWords, shortened } from '../../views/wording.ts'
import { Cite } from './cite.tsx'

/** What came in since the reader was here last, or since the moment in the address. */
export function Since({ since, isVisit }: { since: SinceView; isVisit: boolean }) {
  const moment = fullMomentInWords(since.since)
  return (
    <section aria-labelledby="since" class="since">
      <h2 id="since">{isVisit ? 'Since your last visit' : `Since ${moment}`}</h2>
      <p class="by">
        {since.articles === 0 ? 'no new article' : counted(since.articles, 'article')}
        {since.articles > 0 && ` of ${outletsInWords(since.outlets.length)}`}
        {isVisit && `, since ${moment}`}
      </p>
      <ul class="framing">
        {since.lines.map((line) => (
          <li>
            <span class={`tag is-${line.kind}`}>{kindWords[line.kind]}</span>{' '}
            <a class="said" href={line.href}>
              <bdi>{shortened(capitalised(line.words), 180)}</bdi>
            </a>{' '}
            <span class="by">
              <Cite of={line.evidence} />
            </span>
          </li>
        ))}
        {since.more > 0 && <li class="by">and {counted(since.more, 'more new claim')}</li>}
      </ul>
    </section>
  )
}

const kindWords: Readonly<Record<SinceLine['kind'], string>> = {
  changed: 'changed',
  disputed: 'disputed',
  'second-origin': 'second origin',
  new: 'new',
}
