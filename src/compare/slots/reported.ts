import { table } from '../../text/table.ts'
import type { Matter } from '../claims/matter.ts'

/** One report about a slot. */
export type Reported = {
  readonly text: string
  readonly matter: Matter
  /** Days that it names, in text order. */
  readonly days: readonly { readonly from: string; readonly to: string }[]
  /** Keys of the outlets that it names as hearer or source. */
  readonly outlets: readonly string[]
}

let cues: readonly { readonly id: string; readonly pattern: RegExp }[] | undefined

/** The ids of the words that tell of a change: moved, postponed, now, risen, after all. */
export function changeCues(text: string): string[] {
  cues ??= table('compare-change-cues').map((row) => ({
    id: row.id ?? '',
    pattern: new RegExp(`\\b(?:${row.pattern ?? ''})\\b`, 'i'),
  }))
  return cues.flatMap(({ id, pattern }) => (pattern.test(text) ? [id] : []))
}

const ordinals =
  /\b(first|second|third|fourth|fifth|sixth|opening|final)\b(?=\s+(?:round|session|meeting|phase|day|stage|vote|leg))/gi

/** True when two reports can be of one event: they share matter, and neither counts another round or is set elsewhere than the other. */
export function sameEvent(a: Reported, b: Reported): boolean {
  if (isElsewhere(a.text, b.text)) return false
  const shared = [...a.matter.keys].filter((key) => b.matter.keys.has(key)).length
  const least = Math.min(a.matter.keys.size, b.matter.keys.size)
  return shared >= 1 && shared / Math.max(1, least) >= 0.2
}

/** Whether two reports name two rounds, or two scenes: "on the port" against "of a village in the north". */
export function isElsewhere(a: string, b: string): boolean {
  return [ordinalsIn, scenesIn].some((of) => {
    const [one, other] = [of(a), of(b)]
    return one.length > 0 && other.length > 0 && !one.some((word) => other.includes(word))
  })
}

function scenesIn(text: string): string[] {
  return [
    ...text.matchAll(
      /\b(?:on|of|at|in|near|outside)\s+(?:the|a|an)\s+(port|village|town|city|school|hospital|market|bridge|station|airport|camp|north|south|east|west|mosque|church|factory|mine|building|valley|coast|harbour)\b/gi,
    ),
  ].map((match) => (match[1] ?? '').toLowerCase())
}

function ordinalsIn(text: string): string[] {
  return [...text.matchAll(ordinals)].map((match) => (match[1] ?? '').toLowerCase())
}
