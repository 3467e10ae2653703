import { quoteOf, type Range } from '../../model/span.ts'
import { beforeCue } from './before-cue.ts'

/** A pair of quotation marks with what lies between, or an opening mark whose quotation was cut. */
export type MarkPair = Range & { readonly inner: Range; readonly isUnclosed: boolean; readonly rule: string }

type Open = { readonly at: number; readonly mark: string; readonly closers: string }

/** Marks that may close a quotation, by the mark that opens it. The straight ones look both ways. */
const closersOf: Readonly<Record<string, string>> = {
  '“': '”"',
  '"': '"”',
  '„': '“”"',
  '‟': '”"',
  '«': '»',
  '»': '«',
  '‹': '›',
  '‘': "’'",
  "'": "'’",
  '‚': '‘’',
}

const anyMark = /[“"„‟«»‹›‘'‚”’]/g

const singles = new Set(["'", '‘', '’', '‚', '‹', '›'])

/**
 * Quotations of one block in text order, nested ones after the one that holds them. One that never closes is cut at the
 * block's end, which is no fault where the next block opens with a mark again.
 */
export function markPairs(text: string, block: Range, next: Range | undefined): MarkPair[] {
  const pairs: MarkPair[] = []
  const open: Open[] = []
  for (const { 0: mark, index } of quoteOf(text, block).matchAll(anyMark)) {
    const i = block.start + index
    const closing = closes(text, i, open, block)
    if (closing >= 0) {
      for (const lost of open.splice(closing + 1)) cut(lost, i)
      const [opened] = open.splice(closing, 1)
      if (opened !== undefined && i > opened.at + 1) pairs.push(paired(opened, i))
    } else if (opens(text, i, block)) {
      // The same mark again: the one before was never closed, but for “three ‘deep “as” here’ it is”.
      const same = singles.has(mark) ? undefined : open.at(-1)
      if (same?.mark === mark) for (const lost of open.splice(-1)) cut(lost, i)
      if (open.length < 4) open.push({ at: i, mark, closers: closersOf[mark] ?? '' })
    }
  }
  for (const lost of open) cut(lost, block.end)
  return pairs.sort((a, b) => a.start - b.start || b.end - a.end)

  function cut(lost: Open, at: number): void {
    if (singles.has(lost.mark)) return
    const last = lost.at + 1 + text.slice(lost.at + 1, at).trimEnd().length
    if (last <= lost.at + 1) return
    const isContinued = at === block.end && next !== undefined && isOpener(text, next.start)
    const cue = isContinued ? undefined : beforeCue(text, lost.at + 1, last)
    const end = cue ?? last
    pairs.push({
      start: lost.at,
      end,
      inner: { start: lost.at + 1, end },
      isUnclosed: !isContinued,
      rule: isContinued ? 'Q-MARK-CONTINUED' : cue === undefined ? 'Q-MARK-CUT' : 'Q-MARK-CUT-CUE',
    })
  }
}

function paired(opened: Open, at: number): MarkPair {
  return {
    start: opened.at,
    end: at + 1,
    inner: { start: opened.at + 1, end: at },
    isUnclosed: false,
    rule: singles.has(opened.mark) ? 'Q-MARK-SINGLE' : 'Q-MARK-DOUBLE',
  }
}

/** True for a double mark at the start of a block, by which a quotation goes on from the block before. */
function isOpener(text: string, at: number): boolean {
  const mark = text[at] ?? ''
  return closersOf[mark] !== undefined && !singles.has(mark)
}

/** Index of the open quotation that a mark closes, -1 for none: the innermost that it fits. */
function closes(text: string, at: number, open: readonly Open[], block: Range): number {
  const mark = text[at] ?? ''
  const before = at > block.start ? (text[at - 1] ?? ' ') : ' '
  const after = at + 1 < block.end ? (text[at + 1] ?? ' ') : ' '
  if (singles.has(mark) && !closesSingle(text, at, { before, after, end: block.end })) return -1
  for (let i = open.length - 1; i >= 0; i--) {
    const one = open[i]
    if (one === undefined || !one.closers.includes(mark)) continue
    if (mark === '"' && one.mark === '"' && looksOpening(before, after) && at > one.at + 1) return -1
    return i
  }
  return -1
}

// An apostrophe has a letter after it ("Iran's"); one after an s may be a plural's ("the advisers' view").
function closesSingle(
  text: string,
  at: number,
  around: { before: string; after: string; end: number },
): boolean {
  if (/\s/u.test(around.before) || /[\p{L}\p{N}]/u.test(around.after)) return false
  if (around.before !== 's' || !/\s/u.test(around.after)) return true
  const rest = text.slice(at + 1, Math.min(around.end, at + 400))
  const later = /[^\s'’‘](['’])(?![\p{L}\p{N}])/u.exec(rest)
  const reopened = /(?:^|[\s(])['‘](?=[\p{L}\p{N}])/u.exec(rest)
  return later === null || (reopened !== null && reopened.index < later.index)
}

function opens(text: string, at: number, block: Range): boolean {
  const mark = text[at] ?? ''
  if (closersOf[mark] === undefined) return false
  const before = at > block.start ? (text[at - 1] ?? ' ') : ' '
  const after = at + 1 < block.end ? (text[at + 1] ?? ' ') : ' '
  if (mark === '“' || mark === '„' || mark === '«' || mark === '‟') return at + 1 < block.end
  if (mark === '»' || mark === '‹') return looksOpening(before, after)
  if (mark === '"') return !/\s/u.test(after)
  return looksOpening(before, after) && hasSingleClose(text, at, block)
}

function looksOpening(before: string, after: string): boolean {
  return /[\s([{—–\-/:“"‘'«„]/u.test(before) && !/[\s,.;:!?)\]]/u.test(after)
}

// "'90s" and "'em" open nothing: a single mark must have its closing one in the block, within 400 characters.
function hasSingleClose(text: string, at: number, block: Range): boolean {
  const rest = text.slice(at + 1, Math.min(block.end, at + 1200))
  return /[^\s]['’](?![\p{L}\p{N}])/u.test(rest) && !/^(?:\d\d?s|em|til|cause|n|round)\b/iu.test(rest)
}
