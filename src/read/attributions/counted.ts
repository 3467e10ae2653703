import { numeralAt } from '../../text/numerals.ts'
import { rangeOf } from './rule-cues.ts'
import type { Triple } from './triple.ts'
import { branch, dependent, wordTree } from './word-tree.ts'
import type { Paragraph } from './words.ts'

/** "Ardovia counts 31 dead", "police counted 6,000 people": a figure is whose count it is, and not the outlet's. */
export function countedTriples({ words }: Paragraph): Triple[] {
  const counting = words.filter(({ lower, token }) => verb.test(lower) && token.upos === 'VERB')
  const tree = counting.length === 0 ? undefined : wordTree(words)
  if (tree === undefined) return []
  const forms = words.map(({ lower }) => lower)
  return counting.flatMap((word): Triple[] => {
    const at = words.indexOf(word)
    const subject = dependent(tree, at, /^nsubj$/)
    const figure = forms.findIndex((form, i) => i > at && !bound.test(form))
    if (subject === undefined || subject > at || word.quote !== 0) return []
    if (!/^(?:PROPN|NOUN)$/.test(words[subject]?.token.upos ?? '')) return []
    const numeral = numeralAt(forms, figure)
    // "counted 6,000" alone does not say what of.
    if (numeral === undefined || numeral.end >= word.last || stop.test(forms[numeral.end] ?? '.')) return []
    const end = forms.findIndex((form, i) => i > figure && (i >= word.last || stop.test(form)))
    const [source] = branch(tree, subject).filter((piece) => piece.from <= subject && subject < piece.to)
    if (source === undefined) return []
    return [
      {
        source: rangeOf(words, source),
        cue: rangeOf(words, { from: at, to: at + 1 }),
        content: [rangeOf(words, { from: at + 1, to: end < 0 ? word.last : end })],
        cueClass: 'says',
        rules: ['A-COUNTED'],
      },
    ]
  })
}

const verb = /^(?:counts|counted)$/
const bound = /^(?:at|least|more|than|some|about|around|nearly|almost|up|to|only|as|many|over)$/
const stop = /^(?:[,;:.?!–—]|but|while|though|although)$/
