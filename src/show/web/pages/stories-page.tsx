import type { StoryLine } from '../../views/stories-view.ts'
import { counted, fullMomentInWords, outletsInWords } from '../../views/wording.ts'

/** The list of stories, and what this site is for. */
export function StoriesPage(props: { stories: readonly StoryLine[]; page: number; next?: number }) {
  return (
    <>
      <header class="head">
        <h1>Stories on record</h1>
        <p class="lede">
          Many outlets report; few were told. On Record reads what they publish and shows who said what,
          through whom, and how many independent origins stand behind it.
        </p>
      </header>
      {props.stories.length === 0 && <Empty page={props.page} />}
      <ol class="stories">
        {props.stories.map((story) => (
          <li>
            <h2>
              <a href={story.href}>
                <bdi>{story.title}</bdi>
              </a>
            </h2>
            <Figures articles={story.articles} outlets={story.outlets} origins={story.origins} />
            <p class="meta">
              {story.disputes > 0 && (
                <span class="tag is-disputed">{counted(story.disputes, 'dispute')}</span>
              )}{' '}
              {story.span}
              {story.last && ` · last report ${fullMomentInWords(story.last)}`}
            </p>
          </li>
        ))}
      </ol>
      {(props.page > 1 || props.next !== undefined) && <Pager page={props.page} next={props.next} />}
    </>
  )
}

/** Articles, outlets, origins: how many tell it, and from how many places it came. */
export function Figures(props: {
  articles: number
  outlets: number
  origins: { certain: number; possible: number }
}) {
  const { certain, possible } = props.origins
  return (
    <p class="figures">
      <span>
        <b>{props.articles}</b> {props.articles === 1 ? 'article' : 'articles'}
      </span>
      <span>
        {props.outlets === 0 ? (
          outletsInWords(0)
        ) : (
          <>
            <b>{props.outlets}</b> {props.outlets === 1 ? 'outlet' : 'outlets'}
          </>
        )}
      </span>
      <span class="origin">
        <b>{possible > certain ? `${certain}–${possible}` : possible}</b>{' '}
        {possible === 1 ? 'origin' : 'origins'}
      </span>
    </p>
  )
}

function Empty({ page }: { page: number }) {
  if (page > 1) {
    return (
      <p>
        There is nothing on page {page}. <a href="/">Back to the first page</a>
      </p>
    )
  }
  return (
    <div class="plain">
      <p>The record is empty. Add an article, a folder or a feed, and this page shows what came in:</p>
      <pre>
        <code>onrecord add PATH-OR-URL</code>
      </pre>
    </div>
  )
}

function Pager({ page, next }: { page: number; next?: number }) {
  return (
    <nav class="pager" aria-label="Pages">
      {page > 1 && <a href={page === 2 ? '/' : `/?page=${page - 1}`}>‹ Newer</a>}
      {next && <a href={`/?page=${next}`}>Older ›</a>}
    </nav>
  )
}
