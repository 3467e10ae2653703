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
  readonly values: readonly number[]
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

/** Measures the words of a block. */
export function textFacts(block: PageBlock): TextFacts {
  const { text } = block
  const length = text.length
  const counts = count(text)
  const line = length <= 400 ? lineKind(text)?.kind : undefined
  const tail = text.slice(-4)
  const endsSentence = /[.!?…。！？।؟۔]["'”’»)\]]*$/u.test(tail)
  const linked = block.linked / length
  return {
    length,
    words: counts.words,
    linked,
    endsSentence,
    lineKind: line,
    values: [
      Math.min(length, 2000),
      Math.min(counts.words, 300),
      linked,
      block.strong / length,
      Math.min(block.links.length, 20),
      Math.min(counts.stops, 30),
      Math.min(counts.commas, 30),
      endsSentence ? 1 : 0,
      /[:：]$/.test(tail) ? 1 : 0,
      /^\P{L}*\p{Lu}/u.test(text.slice(0, 8)) ? 1 : 0,
      /^["“„«'‘‹「]/.test(text) ? 1 : 0,
      /^[-–—•·*▪>»]/.test(text) ? 1 : 0,
      counts.capitals / length,
      counts.digits / length,
      length / (counts.words + 1),
      Math.min(counts.quotes, 10),
      Math.min(counts.bars, 10),
      Math.min(counts.breaks, 10),
      /https?:|www\.|@\w|\.com\b/.test(length < 600 ? text : '') ? 1 : 0,
      /\b(?:19|20)\d\d\b/.test(length < 200 ? text : '') ? 1 : 0,
      /(?:\.\.\.|…)[\])]?$/.test(tail) ? 1 : 0,
      /[?？؟]$/.test(tail) ? 1 : 0,
      /^\d/.test(text) ? 1 : 0,
      counts.other / length,
      ...lineFlags.map((kind) => (line === kind ? 1 : 0)),
    ],
  }
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
  }
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 32) counts.words += 1
    else if (unit === 10) counts.breaks += 1
    else if (unit >= 48 && unit <= 57) counts.digits += 1
    else if (unit >= 65 && unit <= 90) counts.capitals += 1
    else if (unit === 46 || unit === 33 || unit === 63 || unit === 0x3002 || unit === 0x964) counts.stops += 1
    else if (unit === 44 || unit === 0x3001 || unit === 0xff0c || unit === 0x60c) counts.commas += 1
    else if (unit === 34 || (unit >= 0x201c && unit <= 0x201f) || unit === 0xab || unit === 0xbb)
      counts.quotes += 1
    else if (unit === 124 || unit === 0x2192 || unit === 0x203a || unit === 0xb7 || unit === 0x2022)
      counts.bars += 1
    else if (unit >= 0x590) counts.other += 1
    else if (unit >= 0xc0 && unit <= 0x42f && isCapital(text[i] ?? '')) counts.capitals += 1
  }
  return counts
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase()
}
