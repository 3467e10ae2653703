import { rangeOf } from './rule-cues.ts'
import type { Triple } from './triple.ts'
import type { Paragraph, Word } from './words.ts'

/** The speaker whom a line names by a colon or a dash and nothing else; undefined for a line that does not. */
export function labelTriple(paragraph: Paragraph): Triple | undefined {
  return speakerColon(paragraph) ?? speakerDash(paragraph)
}

// "Report: Talks to move", "Karimi: “We will go on”", "KARIMI: We will go on" at the head of a paragraph.
function speakerColon({ words, isHeadline }: Paragraph): Triple | undefined {
  const at = words.findIndex((word) => word.text === ':')
  const next = words[at + 1]
  if (at < 1 || at > 6 || next === undefined || words.length < at + 3) return undefined
  const speaker = words.slice(0, at)
  const isLabel = at < 4 && speaker.every((word) => /^\p{Lu}[\p{Lu}.’'-]+$/u.test(word.text))
  if (!speaker.every(isNameWord) || !(isHeadline || next.quote === 1 || isLabel)) return undefined
  const to = words.at(-1)?.text === '.' ? words.length - 1 : words.length
  return {
    source: rangeOf(words, { from: 0, to: at }),
    cue: rangeOf(words, { from: at, to: at + 1 }),
    content: [rangeOf(words, { from: at + 1, to })],
    cueClass: 'says',
    rules: ['A-COLON'],
  }
}

// "‘We will not pay’ – minister" as a headline, "“We will not pay.” ― Ada Crane, nurse" as a line of its own.
function speakerDash({ words, isHeadline }: Paragraph): Triple | undefined {
  const at = words.findIndex((word, i) => /^[-–—―]+$/.test(word.text) && words[i - 1]?.quote === 3)
  const speaker = words.slice(at + 1)
  const first = speaker[0]
  if (at < 2 || first === undefined || speaker.length > 14 || words[0]?.quote !== 1) return undefined
  if (speaker.some((word) => word.quote !== 0 || /^[-–—―]+$/.test(word.text))) return undefined
  if (!isHeadline && !(/^[–—―]/.test(words[at]?.text ?? '') && isNameWord(first))) return undefined
  const comma = speaker.findIndex((word) => /^[,(]$/.test(word.text))
  const to = comma < 1 ? words.length : at + 1 + comma
  return {
    source: rangeOf(words, { from: at + 1, to: words[to - 1]?.text === '.' ? to - 1 : to }),
    cue: rangeOf(words, { from: at, to: at + 1 }),
    content: [rangeOf(words, { from: 0, to: at })],
    cueClass: 'says',
    rules: ['A-DASH'],
  }
}

function isNameWord(word: Word): boolean {
  return /^(?:\p{Lu}|of$|the$|and$)/u.test(word.text)
}
