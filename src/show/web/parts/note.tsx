import type { ArticleView } from '../../views/article-view.ts'
import type { NoteView } from '../../views/note-view.ts'
import { capitalised, fullMomentInWords } from '../../views/wording.ts'
import { Rules } from './rules.tsx'

/** A margin note: who, how, through whom, and what the record knows; the rest folds away. */
export function Note({ note, article }: { note: NoteView; article: ArticleView }) {
  const isAnonymous = note.source.kind === 'anonymous' || note.source.kind === 'collective'
  const kind =
    note.polarity === 'denied' ? 'is-denied' : note.relay ? 'is-relay' : isAnonymous ? 'is-anonymous' : ''
  return (
    <div class={`note ${kind}`} role="note" id={note.id} tabindex={-1}>
      <p class="who">
        {note.source.entity === undefined ? (
          <bdi>{capitalised(note.speaker)}</bdi>
        ) : (
          <a href={note.source.entity.href}>
            <bdi>{note.source.entity.name}</bdi>
          </a>
        )}
      </p>
      <p class="how">{facts(note).join(' · ')}</p>
      {note.repeats && (
        <p class="how">
          <a href={`#${note.repeats}`}>repeated in the body</a>
        </p>
      )}
      {note.claims.map((claim) => (
        <p class="how">
          <a href={claim.href}>{claim.words}</a>{' '}
          {claim.isDisputed && <span class="tag is-disputed">disputed</span>}
        </p>
      ))}
      <details>
        <summary>why</summary>
        {note.facts.map((fact) => (
          <p>
            <bdi>{fact}</bdi>
          </p>
        ))}
        <p>
          <Rules ids={note.rules} />
        </p>
        <p class="citation">
          <bdi>“{note.content}”</bdi> {article.outlet}
          {article.published && `, ${fullMomentInWords(article.published)}`}, from character {note.start},
          revision {article.revision}
        </p>
      </details>
    </div>
  )
}

function facts(note: NoteView): string[] {
  const kind = note.source.kind === 'named' ? 'named' : note.source.label
  return [
    kind,
    note.cue === '' ? note.cueClass : note.cue,
    ...(note.relay ? [`via ${note.relay}`] : note.via ? [`to ${note.via}`] : []),
    `${note.quoteType} quote`.replace('indirect quote', 'reported'),
    ...(note.modality === 'stated' ? [] : [note.modality]),
    ...(note.polarity === 'affirmed' ? [] : [note.polarity]),
  ]
}
