import { isOutletName } from '../sources/outlet-name.ts'
import { sourceClass } from '../sources/source-class.ts'
import { cueAt } from './cue-table.ts'
import { isNoCue } from './no-cues.ts'
import { rangeOf } from './rule-cues.ts'
import type { Triple } from './triple.ts'
import type { Paragraph, Word } from './words.ts'

/** What is known of the lines around a paragraph. */
export type Around = {
  /** True where several paragraphs of the article begin with a speaker and a colon. */
  readonly isTranscript: boolean
}

/** The speaker whom a line names by a colon or a dash and nothing else; undefined for a line that does not. */
export function labelTriple(paragraph: Paragraph, around: Around): Triple | undefined {
  return (
    speakerLetter(paragraph) ??
    speakerColon(paragraph, around) ??
    speakerDash(paragraph) ??
    speakerLast(paragraph) ??
    speakerSays(paragraph)
  )
}

/** True for a paragraph that begins with what may be a speaker's name in a transcript: "Lena Orrel: I signed nothing." */
export function beginsWithSpeaker({ words }: Paragraph): boolean {
  const at = words.findIndex((word) => word.text === ':')
  return at > 0 && at <= 4 && words.slice(markBefore(words), at).every(isSpeaker) && words.length > at + 1
}

// "“WALLACE: If I may, sir": a transcript may stand between marks.
function markBefore(words: readonly Word[]): number {
  return words[0]?.quote === 1 ? 1 : 0
}

function isSpeaker(word: Word): boolean {
  return /^\p{Lu}[\p{L}.’'-]*$/u.test(word.text)
}

// "Report: Talks to move", "Karimi: “We will go on”", "KARIMI: We will go on", "Q: Who closed the mill?" at the head of a paragraph.
function speakerColon(paragraph: Paragraph, { isTranscript }: Around): Triple | undefined {
  const { words, isHeadline } = paragraph
  const at = words.findIndex((word) => word.text === ':')
  const next = words[at + 1]
  const mark = markBefore(words)
  if (at < 1 + mark || at > 6 || next === undefined || words.length < at + 3) return undefined
  const speaker = words.slice(mark, at)
  if (isNoCue('label', speaker.map((word) => word.lower).join(' '))) return undefined
  const isLabel =
    at < 4 &&
    speaker.every((word, i) => /^(?:\p{Lu}[\p{Lu}.’'-]+|Q|A)$/u.test(word.text) || (i > 0 && isNumber(word)))
  if (mark > 0 && !(isLabel && isTranscript)) return undefined
  const isQuoted = next.quote === 1
  const isTold = (isHeadline && !isTopic(words, at)) || (isLine(paragraph) && isSourceHead(speaker))
  if (isNoCue('topic', `${next.lower} ${words[at + 2]?.lower}`) || isNoCue('topic', lowers(words, at + 1, 3)))
    return undefined
  if (
    !speaker.every((word, i) => isNameWord(word) || (i > 0 && isNumber(word))) ||
    !(isTold || isQuoted || isLabel || isOneOfMany())
  )
    return undefined
  const to = words.at(-1)?.text === '.' ? words.length - 1 : words.length
  return {
    source: rangeOf(words, { from: mark, to: at }),
    cue: rangeOf(words, { from: at, to: at + 1 }),
    content: [rangeOf(words, { from: at + 1, to })],
    cueClass: 'says',
    rules: ['A-COLON'],
  }

  function isOneOfMany(): boolean {
    return isTranscript && beginsWithSpeaker(paragraph)
  }
}

// "Norvia: a year after the flood" says nothing: there is no verb, and nothing in quotation marks.
function isTopic(words: readonly Word[], colon: number): boolean {
  const after = words.slice(colon + 1)
  return !after.some(({ token, quote }) => token.upos === 'VERB' || token.upos === 'AUX' || quote !== 0)
}

// "‘We will not pay’ – minister" as a headline, "“We will not pay.” ― Ada Crane, nurse" as a line of its own.
function speakerDash({ words, isHeadline }: Paragraph): Triple | undefined {
  const at = words.findIndex((word, i) => isDash(word) && words[i - 1]?.quote === 3)
  const speaker = words.slice(at + 1)
  const first = speaker[0]
  if (at < 2 || first === undefined || speaker.length > 14 || words[0]?.quote !== 1) return undefined
  if (speaker.some((word) => word.quote !== 0 || isDash(word))) return undefined
  if (!isHeadline && !(/^[–—―]/.test(words[at]?.text ?? '') && isNameWord(first))) return undefined
  const comma = speaker.findIndex((word) => /^[,(]$/.test(word.text))
  const to = comma < 1 ? words.length : at + 1 + comma
  return lastTriple(words, at, to)
}

// "“Nobody warned us”: survivors of the flood", "Fleet to leave by Friday - Northern Herald", "Port to close – report".
function speakerLast({ words, isHeadline }: Paragraph): Triple | undefined {
  if (!isHeadline) return undefined
  const at = words.findLastIndex((word) => isDash(word) || word.text === ':')
  const before = words[at - 1]
  const speaker = words.slice(at + 1)
  const first = speaker[0]
  if (at < 2 || before === undefined || first === undefined || speaker.length > 6) return undefined
  if (speaker.some((word) => word.quote !== 0 || word.token.upos === 'VERB' || /^[,?!]$/.test(word.text)))
    return undefined
  if (words[at]?.text === ':')
    return (words[0]?.quote === 1 && before.quote === 3) || isSourceHead(speaker)
      ? lastTriple(words, at, words.length)
      : undefined
  // A hyphen within a word is no dash.
  if (before.end === words[at]?.start || words[at]?.end === first.start) return undefined
  const said = speaker.map((word) => word.text).join(' ')
  return isOutletName(said) || isSourceHead(speaker) ? lastTriple(words, at, words.length) : undefined
}

// "Airline near collapse, report says", "Talks not cancelled, say Lorvenia and Kelmaria": a headline that ends in a source and a verb of saying.
function speakerSays(paragraph: Paragraph): Triple | undefined {
  const { words } = paragraph
  const comma = words.findLastIndex((word) => word.text === ',')
  const rest = words.length - comma - 1
  if (!isLine(paragraph) || comma < 2 || rest < 2 || rest > 8) return undefined
  const isLast = isSaying(words.at(-1)) && isSourceHead(words.slice(comma + 1, -1))
  const isInverted = !isLast && isSaying(words[comma + 1]) && paragraph.isHeadline
  const verb = isInverted ? comma + 1 : words.length - 1
  const source = isInverted
    ? { from: comma + 2, to: words.length }
    : { from: comma + 1, to: words.length - 1 }
  const speaker = words.slice(source.from, source.to)
  const row = cueAt([words[verb]?.lower ?? ''], 0)?.row
  if (row === undefined || !isSaying(words[verb]) || speaker.some(({ token }) => token.upos === 'VERB'))
    return undefined
  if (!isInverted && !isLast) return undefined
  return {
    source: rangeOf(words, source),
    cue: rangeOf(words, { from: verb, to: verb + 1 }),
    content: [rangeOf(words, { from: 0, to: comma })],
    cueRow: row.id,
    cueClass: row.cueClass,
    rules: ['A-DASH', row.id],
  }
}

function isSaying(word: Word | undefined): boolean {
  const row = cueAt([word?.lower ?? ''], 0)?.row
  return row?.kind === 'verb' && row.cueClass === 'says' && row.isStrong
}

// "Q. When did the light fail?", "A. In March."
function speakerLetter({ words }: Paragraph): Triple | undefined {
  const [letter] = words
  if (letter === undefined || words.length < 3 || !/^[QA]\.$/.test(letter.text)) return undefined
  return {
    source: { start: letter.start, end: letter.end - 1 },
    cue: { start: letter.end - 1, end: letter.end },
    content: [rangeOf(words, { from: 1, to: words.length })],
    cueClass: 'says',
    rules: ['A-COLON'],
  }
}

function lowers(words: readonly Word[], from: number, length: number): string {
  return words
    .slice(from, from + length)
    .map((word) => word.lower)
    .join(' ')
}

function isNumber(word: Word): boolean {
  return /^\d{1,2}$/.test(word.text)
}

// A headline, or a line that ends without a stop as one does.
function isLine({ words, isHeadline }: Paragraph): boolean {
  return (
    isHeadline ||
    (words.length <= 20 && !/[.!?]$/.test(words.findLast((word) => word.quote !== 3)?.text ?? ''))
  )
}

// "report", "sources", "police", "UN official": a word of the table of source classes ends the line.
function isSourceHead(speaker: readonly Word[]): boolean {
  return speaker.length <= 3 && sourceClass(speaker.at(-1)?.lower ?? '') !== undefined
}

function isDash({ text }: Word): boolean {
  return /^[-–—―]+$/.test(text)
}

function lastTriple(words: readonly Word[], at: number, end: number): Triple {
  const to = words[end - 1]?.text === '.' ? end - 1 : end
  return {
    source: rangeOf(words, { from: at + 1, to }),
    cue: rangeOf(words, { from: at, to: at + 1 }),
    content: [rangeOf(words, { from: 0, to: at })],
    cueClass: 'says',
    rules: ['A-DASH'],
  }
}

function isNameWord(word: Word): boolean {
  return /^(?:\p{Lu}|of$|the$|and$)/u.test(word.text)
}
