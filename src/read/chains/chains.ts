import type { Chain, Mention } from '../../model/reading.ts'
import { quoteOf } from '../../model/span.ts'
import type { ReadContext } from '../context.ts'

/** Mentions that name the same: equal names, or a name that ends with the other ("Abbas Karimi", "Karimi"). */
export function findChains(context: ReadContext, mentions: readonly Mention[]): Chain[] {
  const { text } = context.article
  const chains: { key: string; type: string; mentions: number[] }[] = []
  mentions.forEach((mention, i) => {
    if (mention.kind !== 'name') return
    const key = quoteOf(text, mention.head).toLowerCase()
    const known = chains.find((chain) => chain.type === mention.type && isSameName(chain.key, key))
    if (known === undefined) chains.push({ key, type: mention.type, mentions: [i] })
    else known.mentions.push(i)
  })
  return chains.map((chain) => ({ mentions: chain.mentions, rules: ['M-CHAIN-NAME'] }))
}

function isSameName(a: string, b: string): boolean {
  return a === b || a.endsWith(` ${b}`) || b.endsWith(` ${a}`)
}
