import type { Range } from '../../model/span.ts'
import type { Site } from './described.ts'

// "on condition of anonymity because he was not allowed to speak", "asked not to be named, citing the talks"
const ground =
  /(?:anonymity|anonymously|not (?:to be|being) (?:named|identified)|declined to be (?:named|identified))[^.;“”"]{0,40}?\b((?:because|since|as|citing|given|owing to|due to|to discuss|in order to)\b[^.;“”"]*)/iu

/** The stated ground for anonymity in the sentence of a source: "because he was not allowed to speak". */
export function anonymityReason({ text, paragraph, triple }: Site): Range | undefined {
  const cue = paragraph.words.find((word) => word.start >= triple.cue.start)
  const start = paragraph.words[cue?.first ?? 0]?.start
  const end = paragraph.words[(cue?.last ?? 0) - 1]?.end
  if (start === undefined || end === undefined) return undefined
  const match = ground.exec(text.slice(start, end))
  const words = match?.[1]?.replace(/,? (?:said|told|added)\b.*$/u, '').trimEnd()
  if (match === null || words === undefined) return undefined
  const at = start + match.index + match[0].lastIndexOf(match[1] ?? '')
  return { start: at, end: at + words.length }
}
