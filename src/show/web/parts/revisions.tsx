import type { BlockChange, RevisionView } from '../../views/revision-view.ts'
import { fullMomentInWords } from '../../views/wording.ts'

/** How an article's text changed from one revision to the next, block by block; nothing where there is only one. */
export function Revisions({ revisions }: { revisions: readonly RevisionView[] }) {
  if (revisions.length < 2) return null
  const silent = revisions.filter((each) => each.isSilent).length
  return (
    <section class="revisions" id="revisions" aria-labelledby="revisions-title">
      <h2 id="revisions-title">
        How this text changed: {revisions.length} revisions
        {silent > 0 && `, ${silent} without a word on the page`}
      </h2>
      <ol>
        {revisions.map((each) => (
          <li class={each.isSilent ? 'is-silent' : undefined}>
            <p>
              <span class="when">{each.kept === undefined ? 'kept' : fullMomentInWords(each.kept)}</span>{' '}
              <code>{each.revision}</code> {each.isSilent && <b class="silent">⚠ silent</b>}{' '}
              <bdi>{each.summary}</bdi>
            </p>
            {each.changes.length > 0 &&
              each.facts.map((fact) => (
                <p class="when">
                  <bdi>{fact}</bdi>
                </p>
              ))}
            {each.changes.map((change) => (
              <Change change={change} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Change({ change }: { change: BlockChange }) {
  return (
    <p class="said" dir="auto">
      <span class="when">
        {change.block} {change.kind}:
      </span>{' '}
      {change.words.map(({ kind, text }) =>
        kind === 'removed' ? <del>{text} </del> : kind === 'added' ? <ins>{text} </ins> : `${text} `,
      )}
    </p>
  )
}
