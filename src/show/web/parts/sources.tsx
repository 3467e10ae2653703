import { outletInWords } from '../../views/evidence.ts'
import type { ArticleLine } from '../../views/outlet-view.ts'
import type { StoryView } from '../../views/story-view.ts'
import { counted, momentInWords } from '../../views/wording.ts'
import { DeedMark } from './deed.tsx'

/** Every article of a story, always in view, in the order of publication. */
export function Sources({ lines }: { lines: readonly ArticleLine[] }) {
  return (
    <ol class="sources">
      {lines.map((line) => (
        <li>
          <p class="meta">
            <b>
              <bdi>{outletInWords(line.outlet)}</bdi>
            </b>{' '}
            <span>{whenOf(line)}</span>
            <span class="tally" title={tally(line)}>
              {(['originates', 'relays', 'copies', 'denies'] as const).map((deed) => {
                const number = line.deeds[deed] ?? 0
                return number === 0 ? undefined : (
                  <>
                    <DeedMark deed={deed} />
                    <small>{number}</small>
                  </>
                )
              })}
            </span>
          </p>
          <p>
            <a href={line.href}>
              <bdi>{line.title}</bdi>
            </a>
          </p>
          {line.copyOf && (
            <p class="meta">
              {line.copyOf.kind === 'passage' ? 'holds a passage of' : 'copies'}{' '}
              <a href={line.copyOf.href}>
                <bdi>{line.copyOf.outlet}</bdi>
              </a>
            </p>
          )}
          {line.joined && <Why {...line.joined} />}
        </li>
      ))}
    </ol>
  )
}

// The decision log: why the article is in this story.
function Why({ rule, because, earlier }: NonNullable<ArticleLine['joined']>) {
  return (
    <details class="why">
      <summary>why here</summary>
      <p class="meta">
        <a href={`/rules#${rule}`}>{rule}</a> {because.join('; ')}
      </p>
      {earlier?.map((move) => (
        <p class="meta">
          before: <a href={`/rules#${move.rule}`}>{move.rule}</a> {move.because.join('; ')}
        </p>
      ))}
    </details>
  )
}

/** The bursts of a story's reports, where there were several. */
export function Episodes({ episodes }: { episodes: StoryView['episodes'] }) {
  return (
    <ol class="sources">
      {episodes.map((episode) => (
        <li>
          <p class="meta">
            {episode.span} · {counted(episode.articles, 'article')}
          </p>
          <p>
            <a href={episode.href}>
              <bdi>{episode.title}</bdi>
            </a>
          </p>
        </li>
      ))}
    </ol>
  )
}

function whenOf({ published, between }: ArticleLine): string {
  if (published !== undefined) return momentInWords(published)
  return between === undefined ? 'undated' : `undated; ${between} by other articles (inferred)`
}

function tally(line: ArticleLine): string {
  return Object.entries(line.deeds)
    .map(([deed, number]) => `${deed} ${number}`)
    .join(', ')
}
