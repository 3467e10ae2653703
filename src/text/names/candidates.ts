import type { FirstKinds } from './first-kinds.ts'

/** Below this lead of "no name" any word may be part of one. */
const sure = 4

const glue = new Set([
  'of',
  'the',
  'and',
  'for',
  '&',
  '-',
  "'s",
  '’s',
  'de',
  'in',
  'at',
  'on',
  '.',
  ',',
  'al',
  'el',
  'bin',
  'van',
  'von',
])

/** Tags of words that may be proper nouns mistaken. */
const open = new Set(['NOUN', 'ADJ', 'VERB', 'ADV', 'NUM', 'INTJ', 'X', 'SYM'])

/** The words of a sentence that may be part of a name: proper nouns, capitals, what the network doubts, and small words between such. */
export function candidatesOf(
  forms: readonly string[],
  upos: readonly string[],
  { none }: FirstKinds,
): boolean[] {
  const able = forms.map(
    (form, i) =>
      upos[i] === 'PROPN' || (none[i] ?? 0) < sure || (i > 0 && isCapital(form) && open.has(upos[i] ?? '')),
  )
  return able.map(
    (is, i) =>
      is ||
      (glue.has((forms[i] ?? '').toLowerCase()) &&
        ((able[i - 1] === true && (able[i + 1] === true || able[i + 2] === true)) ||
          (able[i - 2] === true && able[i + 1] === true))),
  )
}

function isCapital(form: string): boolean {
  const unit = form.charCodeAt(0)
  return unit < 128 ? unit >= 65 && unit <= 90 : /^\p{Lu}/u.test(form)
}
