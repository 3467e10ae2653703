import type { EventStatus } from '../../../model/reading.ts'

/** A status as a glyph and a word: the shape tells it apart before the colour does. */
export function Status({ status, tense }: { status: EventStatus; tense?: 'plan' }) {
  const { glyph, word } =
    tense === 'plan' && status === 'happened' ? { glyph: '●', word: 'held' } : statusWords[status]
  return (
    <span class={`status is-${status}`}>
      <span aria-hidden="true">{glyph}</span> {word}
    </span>
  )
}

/** The glyph and the word of each status. */
export const statusWords: Readonly<Record<EventStatus, { readonly glyph: string; readonly word: string }>> = {
  planned: { glyph: '○', word: 'planned' },
  confirmed: { glyph: '◉', word: 'confirmed' },
  happened: { glyph: '●', word: 'happened' },
  ongoing: { glyph: '◐', word: 'ongoing' },
  denied: { glyph: '✕', word: 'denied' },
  cancelled: { glyph: '✕', word: 'cancelled' },
  postponed: { glyph: '→', word: 'postponed' },
  moved: { glyph: '⇄', word: 'moved' },
  resumed: { glyph: '↻', word: 'resumed' },
  'not-held': { glyph: '✕', word: 'not held' },
  refused: { glyph: '✕', word: 'refused' },
  conditional: { glyph: '◇', word: 'conditional' },
  unknown: { glyph: '?', word: 'status not stated' },
}
