import type { Triple } from './triple.ts'
import { indexBehind, indexStarting, type Word } from './words.ts'

/**
 * "The bodies have been found, the ministry | confirmed": where nobody is left to say it, the nominal that stands alone between the last
 * comma and the cue says it, with a clause about it ("Ana Fell, who lives by the pier, | told"), and is no part of the content.
 */
export function withLastNominal(triple: Triple, words: readonly Word[]): Triple {
  const { source, cue, content, cueClass } = triple
  const first = words[indexStarting(words, content[0]?.start)]
  const at = indexBehind(words, cue.start)
  if (source !== undefined || cueClass !== 'says' || first === undefined || first.at >= at) return triple
  if (words[at]?.token.upos !== 'VERB' || words[at]?.first !== first.first) return triple
  const last = lastSegment(words, { from: first.at, to: at })
  const nominal = /^(?:who|whose|which)$/.test(words[last.from]?.lower ?? '')
    ? lastSegment(words, { from: first.at, to: last.from - 1 })
    : last
  const before = words[nominal.from - 2]
  const [head, tail] = [words[nominal.from], words[nominal.to - 1]]
  if (before === undefined || head === undefined || tail === undefined || nominal.from - 2 < first.at)
    return triple
  if (!isNominal(words.slice(nominal.from, nominal.to)) || !hasClause(words.slice(first.at, nominal.from)))
    return triple
  const kept = content.flatMap((one) => {
    if (one.end <= before.end || one.start >= cue.start) return [one]
    return one.start < before.end ? [{ start: one.start, end: before.end }] : []
  })
  return {
    ...triple,
    source: { start: head.start, end: tail.end },
    content: kept,
    rules: [...triple.rules, 'A-ORDER'],
  }
}

type Run = { readonly from: number; readonly to: number }

// From behind the last comma to the end, which may itself be a comma.
function lastSegment(words: readonly Word[], { from, to }: Run): Run {
  const end = words[to - 1]?.text === ',' ? to - 1 : to
  let start = end
  while (start > from && words[start - 1]?.text !== ',') start--
  return { from: start, to: end }
}

const longest = 8

function isNominal(words: readonly Word[]): boolean {
  const [first] = words
  if (first === undefined || words.length > longest || words.some(({ quote }) => quote !== 0)) return false
  if (!/^(?:DET|PRON|PROPN|NOUN|NUM|ADJ)$/.test(first.token.upos ?? '')) return false
  return (
    words.some(({ token }) => /^(?:NOUN|PROPN|PRON)$/.test(token.upos ?? '')) &&
    !words.some(({ token }) => /^(?:VERB|AUX|SCONJ|CCONJ|PUNCT)$/.test(token.upos ?? ''))
  )
}

function hasClause(words: readonly Word[]): boolean {
  return words.some(({ token }) => /^(?:VERB|AUX)$/.test(token.upos ?? ''))
}
