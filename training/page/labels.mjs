// Which blocks of a page are in its true text: aligns the words of the blocks with the words of the truth, in order.

const token = /[\p{L}\p{N}_]+/gu

/** Words of a text, as the scorer splits them. */
export const wordsOf = (text) => text.match(token) ?? []

/** For each block 1 where it is part of the truth, else 0. Blocks and truth run in the same order; a repeat counts once. */
export function labelsOf(blocks, truth) {
  const want = wordsOf(truth)
  const places = new Map()
  for (let i = 0; i + 3 < want.length; i++) {
    const key = want.slice(i, i + 4).join(' ')
    if (!places.has(key)) places.set(key, [])
    places.get(key).push(i)
  }
  const words = blocks.map(wordsOf)
  const labels = new Uint8Array(blocks.length)
  const spans = chain(words.flatMap((own, block) => matchOf(own, block, places)))
  for (const { block } of spans) labels[block] = 1
  fillGaps(words, want, spans, labels)
  return labels
}

// Where a block of four words or more stands in the truth: its shingles must be there, most of them close together.
function matchOf(own, block, places) {
  if (own.length < 4) return []
  const starts = []
  for (let i = 0; i + 3 < own.length; i++) {
    const found = places.get(own.slice(i, i + 4).join(' '))
    if (found) for (const at of found.slice(0, 8)) starts.push(at - i)
  }
  if (starts.length === 0) return []
  const matches = []
  for (const start of new Set(starts)) {
    const hits = starts.filter((other) => Math.abs(other - start) <= 3).length
    if (hits >= 0.5 * (own.length - 3)) matches.push({ block, start, end: start + own.length, hits })
  }
  return matches.sort((a, b) => b.hits - a.hits).slice(0, 4)
}

// The heaviest chain of matches in which both the blocks and their places in the truth go forward.
function chain(matches) {
  matches.sort((a, b) => a.block - b.block || a.start - b.start)
  const best = matches.map((match) => ({ weight: match.hits, before: -1 }))
  for (let i = 0; i < matches.length; i++) {
    for (let j = 0; j < i; j++) {
      if (matches[j].block === matches[i].block || matches[j].end > matches[i].start + 3) continue
      const weight = best[j].weight + matches[i].hits
      if (weight > best[i].weight) best[i] = { weight, before: j }
    }
  }
  let at = best.reduce((top, { weight }, i) => (weight > (best[top]?.weight ?? 0) ? i : top), -1)
  const kept = []
  for (; at >= 0; at = best[at].before) kept.unshift(matches[at])
  return kept
}

// Short blocks, between two that are in, whose words are the next of the truth.
function fillGaps(words, want, spans, labels) {
  const ends = [{ block: -1, end: 0 }, ...spans]
  for (const [i, left] of ends.entries()) {
    const right = ends[i + 1] ?? { block: words.length, start: want.length }
    let at = left.end
    for (let block = left.block + 1; block < right.block; block++) {
      const own = words[block]
      if (own.length === 0 || own.length > 12) continue
      for (let start = at; start + own.length <= Math.min(right.start, at + 40); start++) {
        if (!own.every((word, k) => want[start + k] === word)) continue
        labels[block] = 1
        at = start + own.length
        break
      }
      if (i === 0 && block < right.block - 12) labels[block] = 0
    }
  }
}
