// When an attribution that was found is the one that was wanted.

/** The attributions wanted, each with the best one found that shares half of its content and some of its cue; none is used twice. */
export function pairedUp(text, wanted, found) {
  const left = [...found]
  return wanted.map((one) => {
    const [best] = left
      .map((other) => ({ other, share: dice(text, one.content, other.content) }))
      .filter(({ share }) => share >= 0.5)
      .filter(({ other }) => one.cue === undefined || dice(text, one.cue, other.cue) > 0)
      .sort((a, b) => rank(b) - rank(a))
    if (best === undefined) return [one, undefined]
    left.splice(left.indexOf(best.other), 1)
    return [one, best.other]

    function rank({ other, share }) {
      return share + (isSameSource(text, one, other) ? 1 : 0)
    }
  })
}

/** True when the sources share half their words, or neither is stated. */
export function isSameSource(text, wanted, found) {
  if (found === undefined) return false
  if (wanted.source === null) return found.source.spans.length === 0
  return dice(text, wanted.source, found.source.spans) >= 0.5
}

/** The share of words, by place in the text, that two lists of spans have in common (Dice). */
export function dice(text, wanted, found) {
  const a = wordsIn(text, wanted)
  const b = wordsIn(text, found)
  const shared = [...a].filter((word) => b.has(word)).length
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

function wordsIn(text, spans) {
  const set = new Set()
  for (const span of spans) {
    const [start, end] = Array.isArray(span) ? span : [span.start, span.end]
    const words = [...text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)]
    if (words.length === 0) set.add(start)
    for (const word of words) set.add(start + word.index)
  }
  return set
}
