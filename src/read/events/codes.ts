import type { EventMention } from '../../model/reading.ts'
import { eventType } from './events.ts'

/** The PLOVER type and mode and the CAMEO root of an event, by `event-types.tsv`; absent where PLOVER has none for it. */
export type Codes = { readonly type?: string; readonly mode?: string; readonly cameo?: string }

/** Export codes of an event. PLOVER codes what is promised as AGREE, what is threatened as THREATEN and what is demanded as REQUEST; our status stays beside the code. */
export function ploverOf(event: EventMention): Codes {
  const row = event.type === undefined ? undefined : eventType(event.type)
  if (row === undefined || (row.plover ?? '') === '') return {}
  const type = foldedOf(event, row.plover ?? '')
  if (type !== row.plover) return { type, ...(roots[type] === undefined ? {} : { cameo: roots[type] }) }
  return { type, ...(row.mode ? { mode: row.mode } : {}), ...(row.cameo ? { cameo: row.cameo } : {}) }
}

// CAMEO's roots for what is promised, demanded and threatened.
const roots: Readonly<Record<string, string>> = { AGREE: '03', REQUEST: '10', THREATEN: '13' }

function foldedOf(event: EventMention, type: string): string {
  if (event.rules.includes('EV-DEMANDED')) return 'REQUEST'
  const isAhead = event.status === 'planned' || event.status === 'confirmed' || event.rules.includes('EV-MAY')
  if (!isAhead) return type
  if (promised.has(type)) return 'AGREE'
  return threatened.has(type) ? 'THREATEN' : type
}

const promised: ReadonlySet<string> = new Set([
  'SUPPORT',
  'AID',
  'CONCEDE',
  'RETREAT',
  'COOPERATE',
  'CONSULT',
])
const threatened: ReadonlySet<string> = new Set(['SANCTION', 'COERCE', 'ASSAULT', 'MOBILIZE'])
