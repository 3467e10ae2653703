import type { Piece } from './rule-content.ts'
import type { FoundCue } from './rule-cues.ts'
import type { Word } from './words.ts'

const stopper =
  /^(?:and|but|or|that|because|while|when|if|though|although|where|since|after|before|until|so|yet|as|than|whereas|nor|:|;|,|—|–|-|\(|\)|\.|\?|!|…)$/

/** The noun phrase before a cue that it has as its subject; for "… and added", the source of the cue before. */
export function sourceBefore(
  words: readonly Word[],
  cue: FoundCue,
  previous: Piece | undefined,
): Piece | undefined {
  const first = words[cue.from]?.first ?? 0
  const to = cue.from
  const before = words[to - 1]
  if (before === undefined || to <= first) return undefined
  if (/^(?:and|but|or)$/.test(before.lower)) return previous
  if (before.text === ',') return appositive(words, to - 1, first)
  return nounPhrase(words, to, first)
}

/** The noun phrase after a cue ("said the mayor", "according to the ministry"). */
export function sourceAfter(words: readonly Word[], from: number): Piece | undefined {
  const last = words[from]?.last ?? words.length
  let to = from
  while (to < last) {
    const word = words[to]
    if (word === undefined || word.quote === 1) break
    if (
      /^(?:\.|;|:|—|–|\?|!|\(|\)|who|which|that|because|when|while|after|before|on|in|during|at|as|but|told|said)$/.test(
        word.lower,
      )
    ) {
      if (
        !/^(?:in|at|on)$/.test(word.lower) ||
        !/^\p{Lu}|^the$/u.test(words[to + 1]?.text ?? '') ||
        isTime(words[to + 1])
      )
        break
    }
    if (word.text === ',' && !isAppositive(words, to, last)) break
    to++
  }
  while (to > from && words[to - 1]?.text === ',') to--
  return to === from || to - from > 25 ? undefined : { from, to }
}

function isTime(word: Word | undefined): boolean {
  return /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/.test(
    word?.text ?? '',
  )
}

// "said Karimi, the minister," but not "said Karimi, adding"
function isAppositive(words: readonly Word[], comma: number, last: number): boolean {
  const next = words[comma + 1]
  return (
    comma + 1 < last &&
    /^(?:the|a|an|former|chief|senior|director|president|chairman)$/.test(next?.lower ?? '')
  )
}

// "Karimi, the foreign minister, said": with the description; "an aide, speaking on condition …, said": without.
function appositive(words: readonly Word[], comma: number, first: number): Piece | undefined {
  for (let i = comma - 1; i > first && i > comma - 30; i--) {
    if (words[i]?.quote !== 0) return undefined
    if (words[i]?.text !== ',') continue
    const head = nounPhrase(words, i, first)
    if (head === undefined) return undefined
    const describes = /^(?:the|a|an|one|former|chief|his|her|their|R|D|R-|D-)$|^\p{Lu}/u.test(
      words[i + 1]?.lower ?? '',
    )
    return describes ? { from: head.from, to: comma } : head
  }
  return undefined
}

function nounPhrase(words: readonly Word[], to: number, first: number): Piece | undefined {
  let from = to
  while (from > first && to - from < 25) {
    const word = words[from - 1]
    if (word === undefined || word.quote !== 0) break
    if (/^(?:who|which)$/.test(word.lower)) return to - from === 0 ? { from: from - 1, to } : undefined
    if (word.lower === 'and' && isJoined(words, from - 1)) from--
    else if (stopper.test(word.lower)) break
    else from--
  }
  const start = withoutLead(words, from, to)
  return start >= to ? undefined : { from: start, to }
}

// "Karimi and Haddad said": "and" between two names joins them.
function isJoined(words: readonly Word[], and: number): boolean {
  return /^\p{Lu}/u.test(words[and - 1]?.text ?? '') && /^\p{Lu}/u.test(words[and + 1]?.text ?? '')
}

// "On Monday the minister said", "Later he said": the adverbial is not the source.
function withoutLead(words: readonly Word[], from: number, to: number): number {
  let start = from
  if (/^(?:on|in|at|during|late|early|by|for|with)$/.test(words[start]?.lower ?? '')) {
    for (let i = start + 1; i < to; i++)
      if (isTime(words[i]) || /^\d{4}$/.test(words[i]?.text ?? '')) start = i + 1
  }
  while (
    start < to &&
    /^(?:later|then|now|meanwhile|also|still|instead|however|earlier|today|yesterday|often|what|how|why|'|’)$/.test(
      words[start]?.lower ?? '',
    )
  )
    start++
  return start
}
