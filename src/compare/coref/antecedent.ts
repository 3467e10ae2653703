import type { Referring } from './referring.ts'
import { isPlural, isPronoun } from './wording.ts'

/** What stands before a mention in its article: the last one of each sort, and how often each person was named. */
export type Before = {
  readonly article: string
  last?: string
  person?: string
  several?: string
  personAt?: number
  readonly named: Map<string, number>
  readonly plural: Map<number, boolean>
}

/** What stands before the first mention of an article. */
export function nothingBefore(article: string): Before {
  return { article, named: new Map(), plural: new Map() }
}

/** Takes a mention into what stands before the next. */
export function note(before: Before, { text, isPerson, chain, start }: Referring, key: string): void {
  before.last = key
  if (isPronoun(text)) return
  if (chain !== undefined && !before.plural.has(chain)) before.plural.set(chain, isPlural(text))
  if (isPlural(text)) before.several = key
  if (isPerson !== true) return
  before.person = key
  before.personAt = start
  before.named.set(key, (before.named.get(key) ?? 0) + 1)
}

/** Whether a chain of the reading was begun by several. */
export function isPluralChain({ plural }: Before, chain: number | undefined): boolean {
  return chain !== undefined && plural.get(chain) === true
}

/** What a pronoun means: "who" is what stands right before it; "he" the person named right before or most so far; "they" several. */
export function antecedent({ text, start }: Referring, before: Before): string | undefined {
  const word = text.trim().toLowerCase()
  if (/^(?:they|them|their|theirs)$/.test(word)) return before.several
  if (/^(?:i|me|my|mine|we|us|our|you|your)$/.test(word)) return undefined
  if (!/^(?:he|she|him|her|his|hers|himself|herself)$/.test(word)) return before.last
  if (before.personAt !== undefined && start - before.personAt < near) return before.person
  const [first, second] = [...before.named].sort((a, b) => b[1] - a[1])
  const isClear = first !== undefined && first[1] > (second?.[1] ?? 0)
  return isClear ? first[0] : (before.person ?? before.last)
}

// Characters: who is named so near before is meant, be he named once.
const near = 80
