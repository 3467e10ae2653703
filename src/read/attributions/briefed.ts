import { cueAt } from './cue-table.ts'
import { leftContent } from './rule-content.ts'
import { rangeOf } from './rule-cues.ts'
import type { Triple } from './triple.ts'
import { indexStarting, type Paragraph } from './words.ts'

/** So many words may stand between "briefed on" and the verb of saying. */
const mostBetween = 12

/**
 * "…, two people briefed on the decision told Axios": they tell, and being briefed is who they are. The triple with the verb
 * that tells as its cue and what stands before the source as its content; as it was where it is nothing of the kind.
 */
export function asTold(triple: Triple, { words }: Paragraph): Triple {
  const from = triple.source === undefined ? -1 : indexStarting(words, triple.source.start)
  const briefed = indexStarting(words, triple.cue.start)
  if (from < 0 || words[briefed]?.lower !== 'briefed' || !participle.test(words[briefed + 1]?.lower ?? ''))
    return triple
  const last = Math.min(words[briefed]?.last ?? 0, briefed + mostBetween)
  for (let i = briefed + 2; i < last; i++) {
    if (/^[,;:]$/.test(words[i]?.text ?? '')) return triple
    const row = cueAt([words[i]?.lower ?? ''], 0)?.row
    if (row?.id !== 'CUE-tell' && row?.id !== 'CUE-say') continue
    const content = leftContent(words, from).map((piece) => rangeOf(words, piece))
    if (content.length === 0) return triple
    return {
      ...triple,
      source: rangeOf(words, { from, to: i }),
      cue: rangeOf(words, { from: i, to: i + 1 }),
      content,
      cueRow: row.id,
      cueClass: row.cueClass,
      rules: [...triple.rules.filter((rule) => !rule.startsWith('CUE-')), 'A-POSTPOSED', row.id],
    }
  }
  return triple
}

const participle = /^(?:on|about|by)$/
