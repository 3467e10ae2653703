import { proseKinds } from '../../model/article.ts'
import type { Copy } from '../../model/record.ts'
import { overlaps, type Range } from '../../model/span.ts'
import type { Member } from '../member.ts'
import { once } from '../once.ts'
import { type Word, wordsOf } from '../words/words.ts'
import { type DirectionOf, directionsOf } from './direction.ts'
import { gramHashes, type Shared, sharedPassages } from './passages.ts'
import { turnsBetween } from './turns.ts'

/** A run of words in more texts than this is site furniture or a stock phrase, unless it is most of their text. */
const boilerplate = 12
/** Words of the least text that counts as copied where it is all of both articles. */
const leastText = 8
/** Words of the least passage that counts as copied. */
const leastPassage = 24

/** Pairs of a story's articles that share text, with spans on both sides; `members` are in report order. */
export function findCopies(members: readonly Member[]): Copy[] {
  const words = members.map(proseWords)
  const direction = directionsOf(members)
  return candidatePairs(words).flatMap(({ first, second, isCommon }) => {
    const a = members[first]
    const b = members[second]
    if (a === undefined || b === undefined) return []
    const [one, other] = [
      { member: a, words: words[first] ?? [] },
      { member: b, words: words[second] ?? [] },
    ]
    const copy = compared(one, other, direction)
    return copy === undefined || (isCommon && copy.kind === 'passage') ? [] : [copy]
  })
}

type Side = { readonly member: Member; readonly words: readonly Word[] }

const proseWords = once(({ article }: Member): readonly Word[] =>
  article.blocks
    .filter((block) => proseKinds.has(block.kind) && block.kind !== 'headline')
    .flatMap((block) => wordsOf(article.text, block)),
)

type Candidate = { readonly first: number; readonly second: number; readonly isCommon: boolean }

/**
 * Pairs that share at least two kept runs. Winnowing would keep one run in five; a story is small enough to keep one in four
 * by value. What more than a dozen texts have pairs them with the first of them alone: a thousand copies cost a thousand pairs.
 */
function candidatePairs(texts: readonly (readonly Word[])[]): Candidate[] {
  const shared = new Map<number, number>()
  const common = new Map<number, number>()
  const count = (pairs: Map<number, number>, first: number, second: number) => {
    const pair = first * texts.length + second
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  for (const list of holdersOf(texts).values()) {
    if (list.length > boilerplate) for (const second of list.slice(1)) count(common, list[0] ?? 0, second)
    else
      for (const [i, first] of list.entries())
        for (const second of list.slice(i + 1)) count(shared, first, second)
  }
  return [...new Set([...shared.keys(), ...common.keys()])]
    .filter((pair) => (shared.get(pair) ?? 0) + (common.get(pair) ?? 0) >= 2)
    .map((pair) => ({
      first: Math.floor(pair / texts.length),
      second: pair % texts.length,
      isCommon: (shared.get(pair) ?? 0) < 2,
    }))
    .sort((x, y) => x.first - y.first || x.second - y.second)
}

/** The texts that have each kept run of words; a short text keeps all. */
function holdersOf(texts: readonly (readonly Word[])[]): Map<number, number[]> {
  const holders = new Map<number, number[]>()
  texts.forEach((words, text) => {
    for (const hash of new Set(gramHashes(words))) {
      if (hash % 4 !== 0 && words.length > leastPassage) continue
      const list = holders.get(hash)
      if (list === undefined) holders.set(hash, [text])
      else list.push(text)
    }
  })
  return holders
}

function compared(first: Side, second: Side, direction: DirectionOf): Copy | undefined {
  const shared = sharedPassages(first.words, second.words, 8)
  const isAll =
    shared.words >= leastText && shared.words >= 0.9 * Math.max(first.words.length, second.words.length)
  if (shared.words < leastPassage && !isAll) return undefined
  const share = shared.words / Math.min(first.words.length, second.words.length)
  const passage = longest(shared, first.member.article.text)
  if (share < 0.5 && passage < 120) return undefined
  const { original, by } = direction(first.member, second.member)
  const swap = original === second.member
  const [a, b] = swap ? [second, first] : [first, second]
  const turned = turnsBetween(proseOf(a.member), proseOf(b.member))
  const kind = share >= 0.9 ? 'whole' : share >= 0.5 ? 'edited' : 'passage'
  return {
    a: a.member.article.id,
    b: b.member.article.id,
    kind,
    spansA: swap ? shared.b : shared.a,
    spansB: swap ? shared.a : shared.b,
    direction: by,
    ...(turned.length === 0 ? {} : { turned }),
    rules: [
      kind === 'whole' ? 'CPY-WHOLE' : kind === 'edited' ? 'CPY-EDITED' : 'CPY-PASSAGE',
      ...(turned.length === 0 ? [] : ['CPY-TURNED']),
    ],
  }
}

const proseOf = once(({ article, reading }: Member) => {
  const prose = article.blocks.filter(({ kind }) => proseKinds.has(kind) && kind !== 'headline')
  return {
    text: article.text,
    sentences: reading.sentences.filter((sentence) => prose.some((block) => overlaps(block, sentence))),
  }
})

function longest(shared: Shared, text: string): number {
  return shared.a.reduce((most, range: Range) => Math.max(most, text.slice(range.start, range.end).length), 0)
}
