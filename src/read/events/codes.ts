import type { EventMention } from '../../model/reading.ts'
import { eventType } from './events.ts'

/** The PLOVER type and mode and the CAMEO root of an event, by `event-types.tsv`; absent where PLOVER has none for it. */
export type Codes = { readonly type?: string; readonly mode?: string; readonly cameo?: string }

/** Export codes of an event. A future meeting and a cancelled one keep their status beside the code, which PLOVER alone would lose. */
export function ploverOf(event: EventMention): Codes {
  const row = event.type === undefined ? undefined : eventType(event.type)
  if (row === undefined || (row.plover ?? '') === '') return {}
  return {
    type: row.plover,
    ...(row.mode ? { mode: row.mode } : {}),
    ...(row.cameo ? { cameo: row.cameo } : {}),
  }
}
