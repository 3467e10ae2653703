import type { BlockKind } from '../../../model/article.ts'
import { lineKind } from '../../blocks/line-kinds.ts'
import type { PageBlock } from '../page-scan.ts'

/** What the words of a block show by themselves. */
export type TextFacts = {
  readonly length: number
  readonly words: number
  readonly linked: number
  readonly endsSentence: boolean
  readonly lineKind: BlockKind | undefined
}

/** Names of the values of {@link textFacts}, in order. */
export const textFeatureNames: readonly string[] = [
  'length',
  'words',
  'linked share',
  'strong share',
  'links',
  'sentence stops',
  'commas',
  'ends as a sentence',
  'ends with a colon',
  'starts with a capital',
  'starts with a quotation mark',
  'starts with a bullet or dash',
  'share of capitals',
  'share of digits',
  'mean word length',
  'quotation marks',
  'bars and arrows',
  'line breaks',
  'has an address',
  'has a year',
  'ends cut short',
  'ends as a question',
  'starts with a digit',
  'share of other letters',
  'line: related',
  'line: promotion',
  'line: newsletter',
  'line: caption',
  'line: credit',
  'line: byline',
  'line: dateline',
  'line: correction',
  'line: audio',
]

const lineFlags: readonly BlockKind[] = [
  'related',
  'promotion',
  'newsletter',
  'caption',
  'credit',
  'byline',
  'dateline',
  'correction',
  'audio',
]

/** Measures the words of a block, and writes the values to a table from a place on. */
export function textFacts(block: PageBlock, values: Float64Array, at: number): TextFacts {
  const { text } = block
  const length = text.length
  const counts = count(text)
  const line = length <= 400 ? lineKind(text)?.kind : undefined
  const last = text.charCodeAt(length - 1)
  const endsSentence = endsAsSentence(text)
  const linked = block.linked / length
  values[at] = Math.min(length, 2000)
  values[at + 1] = Math.min(counts.words, 300)
  values[at + 2] = linked
  values[at + 3] = block.strong / length
  values[at + 4] = Math.min(block.links.length, 20)
  values[at + 5] = Math.min(counts.stops, 30)
  values[at + 6] = Math.min(counts.commas, 30)
  values[at + 7] = endsSentence ? 1 : 0
  values[at + 8] = last === 0x3a || last === 0xff1a ? 1 : 0
  values[at + 9] = startsWithCapital(text) ? 1 : 0
  if (!isAlphanumeric(text.charCodeAt(0))) {
    values[at + 10] = openers.includes(text.charAt(0)) ? 1 : 0
    values[at + 11] = bullets.includes(text.charAt(0)) ? 1 : 0
  }
  values[at + 12] = counts.capitals / length
  values[at + 13] = counts.digits / length
  values[at + 14] = length / (counts.words + 1)
  values[at + 15] = Math.min(counts.quotes, 10)
  values[at + 16] = Math.min(counts.bars, 10)
  values[at + 17] = Math.min(counts.breaks, 10)
  values[at + 18] = counts.hasJoint && length < 600 && address.test(text) ? 1 : 0
  values[at + 19] = counts.digits >= 4 && length < 200 && year.test(text) ? 1 : 0
  values[at + 20] = isCutShort(text) ? 1 : 0
  values[at + 21] = last === 0x3f || last === 0xff1f || last === 0x61f ? 1 : 0
  values[at + 22] = isDigit(text.charCodeAt(0)) ? 1 : 0
  values[at + 23] = counts.other / length
  if (line !== undefined) {
    const flag = lineFlags.indexOf(line)
    if (flag !== -1) values[at + 24 + flag] = 1
  }
  return { length, words: counts.words, linked, endsSentence, lineKind: line }
}

const openers = '"“„«\'‘‹「'
const bullets = '-–—•·*▪>»'
const address = /https?:|www\.|@\w|\.com\b/
const year = /\b(?:19|20)\d\d\b/
const stops = '.!?…。！？।؟۔'
const closers = '"\'”’»)]'

/** True for a stop at the end, or before up to three marks that close. */
function endsAsSentence(text: string): boolean {
  let at = text.length - 1
  if (isAlphanumeric(text.charCodeAt(at))) return false
  const first = Math.max(0, at - 3)
  while (at >= first && closers.includes(text.charAt(at))) at--
  return at >= first && stops.includes(text.charAt(at))
}

// "Ferries stay in harb…", "Ferries stay [...]"
function isCutShort(text: string): boolean {
  const last = text.charCodeAt(text.length - 1)
  const end = last === 0x5d || last === 0x29 ? text.length - 1 : text.length
  return text.charCodeAt(end - 1) === 0x2026 || text.endsWith('...', end)
}

/** True where the first letter among the first units is a capital one. */
function startsWithCapital(text: string): boolean {
  const end = Math.min(text.length, 8)
  for (let i = 0; i < end; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 128) return /^\P{L}*\p{Lu}/u.test(text.slice(0, 8))
    if (unit >= 65 && unit <= 90) return true
    if (unit >= 97 && unit <= 122) return false
  }
  return false
}

function isAlphanumeric(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || isDigit(unit)
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

type Counts = {
  words: number
  stops: number
  commas: number
  capitals: number
  digits: number
  quotes: number
  bars: number
  breaks: number
  other: number
  /** True for a mark that may stand within an address. */
  hasJoint: boolean
}

function count(text: string): Counts {
  const counts: Counts = {
    words: 1,
    stops: 0,
    commas: 0,
    capitals: 0,
    digits: 0,
    quotes: 0,
    bars: 0,
    breaks: 0,
    other: 0,
    hasJoint: false,
  }
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 97 && unit <= 122) continue
    if (unit === 32) counts.words += 1
    else if (unit >= 65 && unit <= 90) counts.capitals += 1
    else if (unit >= 48 && unit <= 57) counts.digits += 1
    else if (unit === 46) {
      counts.stops += 1
      counts.hasJoint ||= isJoint(text, i)
    } else if (unit === 44) counts.commas += 1
    else if (unit === 10) counts.breaks += 1
    else if (unit === 33 || unit === 63) counts.stops += 1
    else if (unit === 34) counts.quotes += 1
    else if (unit === 124) counts.bars += 1
    else if (unit === 58 || unit === 64) counts.hasJoint = true
    else if (unit >= 128) countMark(counts, unit)
  }
  return counts
}

// "www.", ".com": other stops are in no address that is looked for.
function isJoint(text: string, at: number): boolean {
  return (
    (at > 0 && text.charCodeAt(at - 1) === 119) || (at + 1 < text.length && text.charCodeAt(at + 1) === 99)
  )
}

function countMark(counts: Counts, unit: number): void {
  if (unit === 0x3002 || unit === 0x964) counts.stops += 1
  else if (unit === 0x3001 || unit === 0xff0c || unit === 0x60c) counts.commas += 1
  else if ((unit >= 0x201c && unit <= 0x201f) || unit === 0xab || unit === 0xbb) counts.quotes += 1
  else if (unit === 0x2192 || unit === 0x203a || unit === 0xb7 || unit === 0x2022) counts.bars += 1
  else if (unit >= 0x590) counts.other += 1
  else if (unit >= 0xc0 && unit <= 0x42f && isCapital(unit)) counts.capitals += 1
}

function isCapital(unit: number): boolean {
  const letter = String.fromCharCode(unit)
  return letter !== letter.toLowerCase()
}
