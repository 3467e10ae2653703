import type { Attribution, Reading } from '../../model/reading.ts'
import { contains, overlaps, type Range } from '../../model/span.ts'
import { type Difference, differencesOf } from '../../text/differences.ts'
import { wordsOf } from '../words/words.ts'

/** How one quotation differs from a fuller one: what it leaves out, and what it has in other words. */
export type QuotationDifference = {
  /** Stretches of the fuller one that have no words for them in the other. */
  readonly cut: readonly Range[]
  /** Stretches of the other with the stretches of the fuller one that they stand for; without one, what was put in. */
  readonly instead: readonly { readonly words: Range; readonly for?: Range }[]
}

/** So many words in a row, and so much of the shorter one in the same order, make one quotation of two. */
const least = { run: 5, share: 0.6 }

/** What of an attribution stands between quotation marks, in order. */
export function quotedIn({ quotations }: Reading, { content }: Attribution): Range[] {
  return quotations
    .filter((one) => one.role === 'speech' && content.some((range) => overlaps(range, one.inner)))
    .map(({ inner }) => inner)
}

/** Whether two runs of words are one speaker's words, shortened or translated otherwise. */
export function areOneQuotation(a: readonly string[], b: readonly string[]): boolean {
  return isEnough(differencesOf(a, b), Math.min(a.length, b.length))
}

/** How a quotation differs from a fuller one; undefined where the two are not the same. */
export function quotationDifference(
  full: { readonly text: string; readonly ranges: readonly Range[] },
  other: { readonly text: string; readonly ranges: readonly Range[] },
): QuotationDifference | undefined {
  const [a, b] = [full, other].map(({ text, ranges }) => ranges.flatMap((range) => wordsOf(text, range)))
  if (a === undefined || b === undefined) return undefined
  const [formsA, formsB] = [a, b].map((words) => words.map(({ form }) => form))
  if (formsA === undefined || formsB === undefined) return undefined
  const steps = differencesOf(formsA, formsB)
  if (!isEnough(steps, Math.min(formsA.length, formsB.length))) return undefined
  const cut: Range[] = []
  const instead: { words: Range; for?: Range }[] = []
  let [gone, put]: [Range[], Range[]] = [[], []]
  const close = () => {
    // "planes" stands for "aircraft", and for none of the many words that are gone behind it.
    const replaced = put.length > 0 && gone.length > 2 * put.length ? gone.slice(0, put.length) : gone
    const [lost, words] = [stretch(replaced), stretch(put)]
    if (words !== undefined) instead.push(lost === undefined ? { words } : { words, for: lost })
    cut.push(...gapsIn(words === undefined ? gone : gone.slice(replaced.length), full.ranges))
    ;[gone, put] = [[], []]
  }
  for (const step of steps) {
    if (step.kind === 'same') close()
    else if (step.kind === 'removed') gone.push(a[step.before] ?? { start: 0, end: 0 })
    else put.push(b[step.after] ?? { start: 0, end: 0 })
  }
  close()
  return { cut, instead }
}

function isEnough(steps: readonly Difference[], shorter: number): boolean {
  let [shared, run, longest] = [0, 0, 0]
  for (const { kind } of steps) {
    run = kind === 'same' ? run + 1 : 0
    if (kind === 'same') shared++
    longest = Math.max(longest, run)
  }
  return longest >= least.run && shared >= least.share * shorter
}

function stretch(words: readonly Range[]): Range | undefined {
  const [first] = words
  return first && { start: first.start, end: words.at(-1)?.end ?? first.end }
}

// What is cut over the end of one quotation and the beginning of the next is two stretches.
function gapsIn(words: readonly Range[], quotations: readonly Range[]): Range[] {
  return quotations.flatMap((one) => stretch(words.filter((word) => contains(one, word))) ?? [])
}
