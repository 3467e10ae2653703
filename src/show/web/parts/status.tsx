import type { EventStatus } from '../../../model/reading.ts'
import { statusInWords } from '../../views/status-words.ts'

/** A status as a glyph and a word: the shape tells it apart before the colour does. */
export function Status({ status, of = 'event' }: { status: EventStatus; of?: 'event' | 'plan' }) {
  const { glyph, word } = statusInWords(status, of)
  return (
    <span class={`status is-${status}`}>
      <span aria-hidden="true">{glyph}</span> {word}
    </span>
  )
}
