import type { Chain, Mention } from '../../model/reading.ts'
import type { ReadContext } from '../context.ts'
import { type Links, linksOf } from './links.ts'
import { resolve } from './resolve.ts'

/**
 * Mentions that refer to the same person or thing within the article, in text order, where chains of one are left out,
 * and what its pronouns and descriptions take up.
 */
export function findChains(
  context: ReadContext,
  mentions: readonly Mention[],
): { readonly chains: Chain[]; readonly links: Links } {
  const { language, article } = context
  const { candidates, chains } = resolve(article.text, language)
  const chainOf = new Map<number, number>()
  chains.forEach((chain, c) => {
    for (const i of chain) {
      const candidate = candidates[i]
      const head = candidate && language.sentences[candidate.sentence]?.tokens[candidate.head]
      if (head !== undefined && candidate?.kind !== 'group') chainOf.set(head.start, c)
    }
  })
  const found = new Map<number, number[]>()
  mentions.forEach((mention, i) => {
    const chain = chainAt(chainOf, mention, article.text)
    if (chain === undefined) return
    const known = found.get(chain)
    if (known === undefined) found.set(chain, [i])
    else known.push(i)
  })
  const namesOf = new Map(
    [...found].map(([chain, indices]) => [chain, indices.flatMap((i) => mentions[i] ?? [])]),
  )
  return {
    chains: [...found.values()]
      .filter((chain) => chain.length > 1)
      .map((chain) => ({ mentions: chain, rules: [ruleId] })),
    links: linksOf(chainOf, namesOf),
  }
}

const ruleId = 'CHAIN-RANKER'

// A name's head is one of its words; of a longer mention the words of its name come first.
function chainAt(chainOf: ReadonlyMap<number, number>, mention: Mention, text: string): number | undefined {
  for (const range of [mention.head, mention]) {
    for (let at = range.start; at < range.end; at++) {
      const chain = at === range.start || text.charAt(at - 1) === ' ' ? chainOf.get(at) : undefined
      if (chain !== undefined) return chain
    }
  }
  return undefined
}
