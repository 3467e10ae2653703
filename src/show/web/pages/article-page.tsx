import type { ArticleView, BlockView } from '../../views/article-view.ts'
import type { NoteView } from '../../views/note-view.ts'
import { fullMomentInWords } from '../../views/wording.ts'
import { Fiction } from '../parts/fiction.tsx'
import { Note } from '../parts/note.tsx'
import { Revisions } from '../parts/revisions.tsx'
import { Text } from '../parts/text.tsx'

/** The reader: an article's own text with its sources, cues, contents and relays marked, and notes in the margin. */
export function ArticlePage({ article, show }: { article: ArticleView; show?: string }) {
  const shows = (note: NoteView) => isShown(note, show)
  const hasHeadline = article.blocks.some((block) => block.kind === 'headline')
  return (
    <article class="reader">
      <header class="head">
        <Where article={article} />
        {!hasHeadline && (
          <div class="block">
            <h1>
              <bdi>{article.title}</bdi>
            </h1>
            <Meta article={article} show={show} />
          </div>
        )}
      </header>
      <div class="text">
        {article.blocks.map((block, i) => (
          <Row article={article} block={block} before={article.blocks[i - 1]} shows={shows} show={show} />
        ))}
      </div>
      <Revisions revisions={article.revisions} />
      <Provenance article={article} />
    </article>
  )
}

function Row(props: {
  article: ArticleView
  block: BlockView
  before?: BlockView
  shows: (note: NoteView) => boolean
  show?: string
}) {
  const { article, block } = props
  const notes = block.notes.filter(props.shows)
  const shown = new Set(
    article.blocks.flatMap((each) => each.notes.filter(props.shows)).map((note) => note.id),
  )
  return (
    <div class={`row is-${block.kind}${block.copied ? ' is-copied' : ''}`}>
      <div class="block">
        <Text block={block} shown={shown} hasTarget={isFirstTarget(article, block)} />
        {block.copied && block.copied.outlet !== props.before?.copied?.outlet && (
          <p class="copied">
            words of{' '}
            <a href={block.copied.href}>
              <bdi>{block.copied.outlet}</bdi>
            </a>
          </p>
        )}
        {block.kind === 'headline' && <Meta article={article} show={props.show} />}
      </div>
      {notes.length > 0 && (
        <div class="notes">
          {notes.map((note) => (
            <Note note={note} article={article} />
          ))}
        </div>
      )}
    </div>
  )
}

// The stretch to highlight may run over several blocks: the first piece of it is where the page opens.
function isFirstTarget(article: ArticleView, block: BlockView): boolean {
  return article.blocks.find((each) => each.pieces.some((piece) => piece.kinds.includes('at'))) === block
}

function Where({ article }: { article: ArticleView }) {
  const { story } = article
  if (story === undefined) return <p class="kicker">This article belongs to no story yet.</p>
  return (
    <p class="kicker">
      <a href={story.href}>
        <bdi>{story.title}</bdi>
      </a>{' '}
      <span class="step">
        {story.previous && (
          <a href={story.previous} rel="prev" aria-label="Previous article of the story">
            ‹
          </a>
        )}{' '}
        {story.position} of {story.of}{' '}
        {story.next && (
          <a href={story.next} rel="next" aria-label="Next article of the story">
            ›
          </a>
        )}
      </span>
    </p>
  )
}

function Meta({ article, show }: { article: ArticleView; show?: string }) {
  const filters = [
    ['all', undefined],
    ['anonymous', 'anonymous'],
    ['relayed', 'relayed'],
    ['denied', 'denied'],
  ] as const
  return (
    <>
      <p class="meta">
        <b>
          <bdi>{article.outlet}</bdi>
        </b>{' '}
        · {article.published === undefined ? 'no publication date' : fullMomentInWords(article.published)}
        {article.byline.length > 0 && (
          <>
            {' '}
            · <bdi>{article.byline.join(', ')}</bdi>
          </>
        )}
      </p>
      {article.isFiction && <Fiction />}
      <p class="meta">{article.summary.join(' · ')}</p>
      <nav class="filters" aria-label="Filter notes">
        {filters.map(([words, value]) => (
          <a
            href={value === undefined ? article.href : `${article.href}?show=${value}`}
            aria-current={show === value ? 'true' : undefined}
          >
            {words}
          </a>
        ))}
        <span class="keys">
          <kbd>j</kbd> <kbd>k</kbd> next, previous note
        </span>
      </nav>
    </>
  )
}

function isShown(note: NoteView, show: string | undefined): boolean {
  switch (show) {
    case 'anonymous':
      return note.source.kind === 'anonymous' || note.source.kind === 'collective'
    case 'relayed':
      return note.relay !== undefined
    case 'denied':
      return note.polarity !== 'affirmed'
    default:
      return true
  }
}

function Provenance({ article }: { article: ArticleView }) {
  return (
    <footer class="provenance">
      <h2>Where this text is from</h2>
      <dl>
        {article.url && (
          <div>
            <dt>address</dt>
            <dd>
              <a href={article.url} rel="noreferrer">
                <bdi>{article.url}</bdi>
              </a>
            </dd>
          </div>
        )}
        <div>
          <dt>read from</dt>
          <dd>
            <bdi>{article.from}</bdi>
            {article.fetched && `, ${fullMomentInWords(article.fetched)}`}
          </dd>
        </div>
        <div>
          <dt>revision</dt>
          <dd>
            <code>{article.revision}</code>
          </dd>
        </div>
        {article.sha256 && (
          <div>
            <dt>sha-256</dt>
            <dd>
              <code>{article.sha256}</code>
            </dd>
          </div>
        )}
        {article.issues.length > 0 && (
          <div>
            <dt>remarks</dt>
            <dd>
              {article.issues.map((issue) => (
                <p>
                  <bdi>{issue}</bdi>
                </p>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </footer>
  )
}
