import type { Modality, Polarity } from '../../model/reading.ts'
import type { Range } from '../../model/span.ts'
import { table } from '../../text/table.ts'
import { trimmed } from './clauses.ts'

/** A clause with how its source holds to it. */
export type Judged = {
  readonly range: Range
  readonly polarity: Polarity
  readonly modality: Modality
}

type Verdict = { readonly pattern: RegExp; readonly effect: string }

let verdicts: readonly Verdict[] | undefined

/** Takes the words of judgement off the head of a clause: "it was false that X" is X, denied; "did not rule out X" is X, left open. */
export function judged(text: string, clause: Judged): Judged {
  verdicts ??= table('compare-verdicts').map((row) => ({
    pattern: patternOf(row.words ?? ''),
    effect: row.effect ?? '',
  }))
  const words = text.slice(clause.range.start, clause.range.end)
  for (const { pattern, effect } of verdicts) {
    const found = pattern.exec(words)
    if (found === null || found[0].length >= words.length) continue
    const rest = { start: clause.range.start + found[0].length, end: clause.range.end }
    return { range: trimmed(text, rest), ...heldTo(clause, effect) }
  }
  return clause
}

function heldTo({ polarity, modality }: Judged, effect: string): Omit<Judged, 'range'> {
  switch (effect) {
    case 'denied':
      return { polarity: polarity === 'denied' ? 'affirmed' : 'denied', modality }
    case 'doubted':
      return { polarity: 'doubted', modality }
    default:
      return { polarity: 'affirmed', modality: 'conditional' }
  }
}

// "it is|was (flatly) false|untrue that", with up to five words of a subject before a verb of its own.
function patternOf(words: string): RegExp {
  const parts = words.match(/\([^)]*\)|\S+/g) ?? []
  const written = parts.map((part) =>
    part.startsWith('(') ? `(?:(?:${part.slice(1, -1)})\\s+)?` : `(?:${part})\\s+`,
  )
  const subject = parts[0] === 'it' || parts[0] === 'there' ? '' : "(?:[\\p{L}.'’-]+\\s+){1,5}?"
  return new RegExp(
    `^${subject}${written.join('').replaceAll("\\s+(?:not|n't)", "(?:\\s+not|n['’]t)")}`,
    'iu',
  )
}
