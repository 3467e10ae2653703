import type { Turn } from '../../model/record.ts'
import type { Range } from '../../model/span.ts'
import { areContrary } from '../words/contraries.ts'
import { type Word, wordsOf } from '../words/words.ts'

type Text = { readonly text: string; readonly sentences: readonly Range[] }

/** So many words of both sides together may differ: "signed", "did not sign". */
const mostEdited = 4
/** So many words must be the same, and so large a share of the longer sentence. */
const leastSame = 5
const leastShare = 0.7
/** A longer sentence is not looked at. */
const longest = 80

/** Sentences of one text that the other has with their meaning turned: "has signed", "has not signed"; "accepted", "rejected". */
export function turnsBetween(a: Text, b: Text): Turn[] {
  const theirs = a.sentences.map((sentence) => wordsOf(a.text, sentence))
  const known = new Set(theirs.map(written))
  return b.sentences.flatMap((sentence) => {
    const words = wordsOf(b.text, sentence)
    if (words.length < leastSame || words.length > longest || known.has(written(words))) return []
    const forms = new Set(words.map(({ form }) => form))
    const edits = theirs
      .filter((other) => isNear(other, forms))
      .flatMap((other) => editBetween(other, words) ?? [])
    const [edit] = edits.sort((x, y) => size(x) - size(y))
    return edit === undefined || !turns(edit) ? [] : [{ a: sideOf(edit.a), b: sideOf(edit.b) }]
  })
}

function written(words: readonly Word[]): string {
  return words.map(({ form }) => form).join(' ')
}

function isNear(words: readonly Word[], forms: ReadonlySet<string>): boolean {
  if (words.length > longest) return false
  return words.filter(({ form }) => forms.has(form)).length >= Math.max(leastSame, leastShare * words.length)
}

/** One side of an edit: its words, the places of those that the other lacks, and where the other's stand in it. */
type Side = { readonly words: readonly Word[]; readonly only: readonly number[]; readonly gap: number }

type Edit = { readonly a: Side; readonly b: Side }

function size({ a, b }: Edit): number {
  return a.only.length + b.only.length
}

// By their longest common subsequence.
function editBetween(a: readonly Word[], b: readonly Word[]): Edit | undefined {
  const rows = lengths(a, b)
  const onlyA: number[] = []
  const onlyB: number[] = []
  let [i, j, gapA, gapB] = [0, 0, 0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i]?.form === b[j]?.form) {
      i++
      j++
      continue
    }
    gapA = i
    gapB = j
    if (j >= b.length || (i < a.length && (rows[i + 1]?.[j] ?? 0) >= (rows[i]?.[j + 1] ?? 0))) onlyA.push(i++)
    else onlyB.push(j++)
  }
  const same = rows[0]?.[0] ?? 0
  const isSmall = onlyA.length + onlyB.length <= mostEdited
  return isSmall && same >= leastSame && same >= leastShare * Math.max(a.length, b.length)
    ? { a: { words: a, only: onlyA, gap: gapA }, b: { words: b, only: onlyB, gap: gapB } }
    : undefined
}

// How many words the rest of one from a place has in common with the rest of the other.
function lengths(a: readonly Word[], b: readonly Word[]): readonly Uint8Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint8Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = rows[i]
      if (row === undefined) continue
      row[j] =
        a[i]?.form === b[j]?.form
          ? (rows[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(rows[i + 1]?.[j] ?? 0, row[j + 1] ?? 0)
    }
  return rows
}

// An odd number of turns: a word of negation more or less, a word put for its contrary.
function turns({ a, b }: Edit): boolean {
  const [ours, theirs] = [edited(a), edited(b)]
  const forms = [...ours, ...theirs]
  if (forms.includes('only')) return false
  const negations = forms.filter((form) => negation.test(form)).length
  const contraries = ours.filter((form) => theirs.some((other) => areContrary(form, other, 'edit'))).length
  return (negations + contraries) % 2 === 1
}

function edited({ words, only }: Side): string[] {
  return only.map((i) => words[i]?.form ?? '')
}

const negation = /^(?:not|no|cannot|never|nobody|none|nothing|nowhere|neither|.*n't)$/

function sideOf({ words, only, gap }: Side): Turn['a'] {
  const last = words.length - 1
  const [from, to] = only.length === 0 ? [gap - 1, gap] : [only[0] ?? 0, only.at(-1) ?? 0]
  const range = (start: number, end: number) => ({
    start: words[Math.max(0, start)]?.start ?? 0,
    end: words[Math.min(last, end)]?.end ?? 0,
  })
  return { ...range(0, last), words: range(from, to) }
}
