import type { EventStatus } from '../../model/reading.ts'

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

/** The glyph and the word of a status; a plan that happened was held. */
export function statusInWords(
  status: EventStatus,
  of: 'event' | 'plan',
): { readonly glyph: string; readonly word: string } {
  return of === 'plan' && status === 'happened' ? { glyph: '●', word: 'held' } : statusWords[status]
}
