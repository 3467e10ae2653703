import type { Range } from '../../model/span.ts'
import type { Site } from './described.ts'

// "on condition of anonymity because he was not allowed to speak", "asked not to be named, citing the talks"
const ground =
  /(?:anonymity|anonymously|not (?:to be|being) (?:named|identified)|(?:declined|refused) to be (?:named|identified))[^.;“”"]{0,40}?\b((?:because|since|as|citing|given|owing to|due to|to (?:discuss|describe|speak|talk|share|disclose|reveal|comment|offer|give|protect|preserve|avoid|be)|in order to|for fear of|out of fear|fearing)\b[^.;“”"]*)/iu
// "was not authorised to speak publicly and asked for anonymity"
const bar =
  /\b((?:not|un)[ -]?(?:authori[sz]ed|allowed|permitted|cleared) to (?:speak|comment|talk|discuss|brief)\b[^.,;“”"]*?)(?=[.,;“”"]|$|\s+(?:and|but|said|told)\b)/iu
const anonymous = /\b(?:anonym\w+|not (?:to be|being) (?:named|identified)|to be (?:named|identified))\b/iu

/** The stated ground for anonymity in the sentence of a source or the next one, where that goes on about it: "because he was not allowed to speak". */
export function anonymityReason(site: Site, noun: string): Range | undefined {
  const { text, paragraph, triple } = site
  const cue = paragraph.words.find((word) => word.start >= triple.cue.start)
  if (cue === undefined) return undefined
  const own = groundIn(text, sentenceAt(site, cue.first))
  if (own !== undefined) return own
  const next = sentenceAt(site, cue.last)
  if (next === undefined || !isAbout(text.slice(next.start, next.end), noun)) return undefined
  return groundIn(text, next)
}

function sentenceAt({ paragraph: { words } }: Site, at: number): Range | undefined {
  const first = words[at]
  const last = words[(first?.last ?? 0) - 1]
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end }
}

function groundIn(text: string, sentence: Range | undefined): Range | undefined {
  if (sentence === undefined) return undefined
  const said = text.slice(sentence.start, sentence.end)
  const match = ground.exec(said) ?? (anonymous.test(said) ? bar.exec(said) : null)
  const words = match?.[1]?.replace(/,? (?:said|told|added)\b.*$/u, '').trimEnd()
  if (match === null || words === undefined) return undefined
  const at = sentence.start + match.index + match[0].lastIndexOf(match[1] ?? '')
  return { start: at, end: at + words.length }
}

// "They asked not to be named", "All three insisted on anonymity", "The nurse declined to be identified": no other subject.
function isAbout(sentence: string, noun: string): boolean {
  const [subject = ''] = sentence.split(
    /\b(?:spoke|speak|asked|requested|insisted|declined|refused|was|were|is|are|did|had|has|have|would|agreed|wanted)\b/iu,
  )
  const words = subject.toLowerCase().match(/[\p{L}’'-]+/gu) ?? []
  const stem = noun.toLowerCase().replace(/s$/, '')
  return (
    words.length <= 6 &&
    words.some(
      (word) =>
        /^(?:he|she|they|all|both|each|neither|none)$/.test(word) ||
        (stem.length > 2 && word.startsWith(stem)),
    )
  )
}
