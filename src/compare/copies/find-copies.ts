import { proseKinds } from '../../model/article.ts'
import type { Copy } from '../../model/record.ts'
import type { Range } from '../../model/span.ts'
import { type Member, timeOf } from '../member.ts'
import { outletKey } from '../relays/outlet-names.ts'
import { type Word, wordsOf } from '../words/words.ts'
import { gramHashes, type Shared, sharedPassages } from './passages.ts'

/** A run of words in more texts than this is site furniture or a stock phrase. */
const boilerplate = 12
/** Words of the least passage that counts as copied. */
const leastPassage = 24

/** Pairs of a story's articles that share text, with spans on both sides; `members` are in report order. */
export function findCopies(members: readonly Member[]): Copy[] {
  const words = members.map(proseWords)
  return candidatePairs(words).flatMap(([first, second]) => {
    const a = members[first]
    const b = members[second]
    if (a === undefined || b === undefined) return []
    const copy = compared({ member: a, words: words[first] ?? [] }, { member: b, words: words[second] ?? [] })
    return copy === undefined ? [] : [copy]
  })
}

type Side = { readonly member: Member; readonly words: readonly Word[] }

function proseWords({ article }: Member): Word[] {
  return article.blocks
    .filter((block) => proseKinds.has(block.kind) && block.kind !== 'headline')
    .flatMap((block) => wordsOf(article.text, block))
}

// Winnowing would keep one run in five; a story is small enough to keep one in four by value.
function candidatePairs(texts: readonly (readonly Word[])[]): (readonly [number, number])[] {
  const holders = new Map<number, number[]>()
  texts.forEach((words, text) => {
    for (const hash of new Set(gramHashes(words))) {
      if (hash % 4 !== 0) continue
      const list = holders.get(hash)
      if (list === undefined) holders.set(hash, [text])
      else if (list.length <= boilerplate) list.push(text)
    }
  })
  const shared = new Map<number, number>()
  for (const list of holders.values()) {
    if (list.length > boilerplate) continue
    for (const [i, first] of list.entries()) {
      for (const second of list.slice(i + 1)) {
        const pair = first * texts.length + second
        shared.set(pair, (shared.get(pair) ?? 0) + 1)
      }
    }
  }
  return [...shared]
    .filter(([, count]) => count >= 2)
    .map(([pair]) => [Math.floor(pair / texts.length), pair % texts.length] as const)
    .sort((x, y) => x[0] - y[0] || x[1] - y[1])
}

function compared(first: Side, second: Side): Copy | undefined {
  const shared = sharedPassages(first.words, second.words, 8)
  if (shared.words < leastPassage) return undefined
  const share = shared.words / Math.min(first.words.length, second.words.length)
  const passage = longest(shared, first.member.article.text)
  if (share < 0.5 && passage < 120) return undefined
  const credited = creditedSide(first.member, second.member)
  const swap = credited === 'first'
  const [a, b] = swap ? [second, first] : [first, second]
  const direction =
    credited !== undefined
      ? 'credit'
      : timeOf(first.member.article.published) < timeOf(second.member.article.published)
        ? 'time'
        : 'unknown'
  const kind = share >= 0.9 ? 'whole' : share >= 0.5 ? 'edited' : 'passage'
  return {
    a: a.member.article.id,
    b: b.member.article.id,
    kind,
    spansA: swap ? shared.b : shared.a,
    spansB: swap ? shared.a : shared.b,
    direction,
    rules: [kind === 'whole' ? 'CPY-WHOLE' : kind === 'edited' ? 'CPY-EDITED' : 'CPY-PASSAGE'],
  }
}

// An outlet that names the other one, or its agency, took the text from it, whatever the clocks say.
function creditedSide(first: Member, second: Member): 'first' | 'second' | undefined {
  if (credits(second, first)) return 'second'
  if (credits(first, second)) return 'first'
  return undefined
}

function credits(taker: Member, giver: Member): boolean {
  const { outlet } = giver.article
  if (outlet === undefined) return false
  const key = outletKey(outlet)
  const named = [taker.article.credit, ...taker.reading.attributions.map(({ relay }) => relay?.outlet)]
  return named.some((name) => name !== undefined && outletKey(name) === key)
}

function longest(shared: Shared, text: string): number {
  return shared.a.reduce((most, range: Range) => Math.max(most, text.slice(range.start, range.end).length), 0)
}
