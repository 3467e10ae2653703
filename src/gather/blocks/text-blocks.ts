import type { Block } from '../../model/article.ts'
import type { Range } from '../../model/span.ts'
import { type KindByRule, lineKind } from './line-kinds.ts'
import { paragraphs } from './paragraphs.ts'

/** Blocks of a plain text, each with its kind and rule; `title` is one that was given beside the text. */
export function textBlocks(text: string, title?: string): readonly Block[] {
  const ranges = paragraphs(text)
  const blocks: Block[] = []
  for (const [i, range] of ranges.entries()) {
    const line: Line = { text, range, next: ranges[i + 1], index: i, title }
    const { start, ...kind } = headline(line) ?? marked(line) ?? heading(line, blocks.at(-1)) ?? prose
    blocks.push({ start: range.start + (start ?? 0), end: range.end, ...kind })
  }
  return blocks
}

type Line = {
  readonly text: string
  readonly range: Range
  readonly next: Range | undefined
  readonly index: number
  readonly title: string | undefined
}

/** `start` is what to leave off at the front: a bullet, a heading mark. */
type Told = KindByRule & { readonly start?: number }

const prose: Told = { kind: 'prose', rule: 'BK-PROSE-01' }

function headline({ text, range, next, index, title }: Line): Told | undefined {
  if (index > 0) return undefined
  const line = text.slice(range.start, range.end)
  const mark = /^#{1,2} +/.exec(line)?.[0].length ?? 0
  const words = line.slice(mark)
  if (title !== undefined && squeezed(words) === squeezed(title)) {
    return { kind: 'headline', rule: 'BK-HEAD-01', start: mark }
  }
  if (title !== undefined || next === undefined || lineKind(line) || bullet.test(line)) return undefined
  if (words.length > 200 || words.split(/\s+/).length > 30) return undefined
  if (!endsSentence(words) && !/[,;:]$/.test(words)) {
    return { kind: 'headline', rule: 'BK-HEAD-02', start: mark }
  }
  const isAlone = /\n\s*\n/.test(text.slice(range.end, next.start))
  return isAlone && isTitleCase(words) ? { kind: 'headline', rule: 'BK-HEAD-03' } : undefined
}

// "- a point", "• a point", "3) a point"; a dash without a space opens speech in some languages.
const bullet = /^(?:[-*–—] +|[•·▪▫‣◦●○■□➤►✔✓] *|\(?\d{1,2}[.)] +)(?=\S)/u

function marked({ text, range }: Line): Told | undefined {
  const line = text.slice(range.start, range.end)
  const hash = /^#{1,6} +/.exec(line)
  if (hash) return { kind: 'heading', rule: 'BK-HDNG-02', start: hash[0].length }
  const point = bullet.exec(line)?.[0].length ?? 0
  const told = lineKind(line.slice(point))
  if (told) return point > 0 ? { ...told, start: point } : told
  if (point > 0) return { kind: 'list', rule: 'BK-LIST-01', start: point }
  const quoted = /^> ?(?=\S)/.exec(line)
  return quoted ? { kind: 'quotation', rule: 'BK-QUOT-01', start: quoted[0].length } : undefined
}

function heading({ text, range, next }: Line, before: Block | undefined): Told | undefined {
  if (next === undefined || before === undefined) return undefined
  const line = text.slice(range.start, range.end)
  if (line.length > 90 || line.split(/\s+/).length > 12) return undefined
  if (endsSentence(line) || /[,;:—–-]$/.test(line) || /^["“”„«'‘(]/.test(line)) return undefined
  const follows = text.slice(next.start, next.end)
  if (!/^[\p{Lu}\p{Lo}\p{N}]/u.test(line) || follows.length <= line.length) return undefined
  return { kind: 'heading', rule: 'BK-HDNG-01' }
}

function endsSentence(line: string): boolean {
  return /[.!?…。！？।؟][\s"'”’»)\]]*$/u.test(line) || /[.!?…,]["”»]$/u.test(line)
}

function isTitleCase(line: string): boolean {
  const words = line.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? []
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word))
  return words.length >= 4 && capitals.length >= 0.7 * words.length
}

function squeezed(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .trim()
    .toLowerCase()
}
