import { nameWords } from '../entities/name-words.ts'
import { antecedent, type Before, isPluralChain, note, nothingBefore } from './antecedent.ts'
import type { Referring } from './referring.ts'
import {
  commonIn,
  headKey,
  headPhrase,
  isBarePost,
  isHead,
  isPersonNoun,
  isPlural,
  isPronoun,
  isTitle,
  isVague,
  tellingWords,
} from './wording.ts'

/** Mentions of one article that are one thing by its own chains, with their fullest name and the heads that describe them. */
export type Group = {
  readonly order: number
  readonly article: string
  readonly isPerson: boolean
  readonly ids: readonly string[]
  readonly name: readonly string[]
  readonly names: readonly (readonly string[])[]
  readonly heads: readonly string[]
  /** True for a bare "CEO", the post and not its holder, and for "others". */
  readonly isAlone: boolean
  /** Of a description of several, its telling words: "400 guests" are others than "500 guests". */
  readonly several?: string
}

/** The mentions of each article that are one thing by its own chains and pronouns, in text order. */
export function groupsOf(mentions: readonly Referring[]): Group[] {
  const held = new Map<string, Referring[]>()
  // Chains with more than pronouns.
  const called = new Set(
    mentions.filter(({ text }) => !isPronoun(text)).map(({ article: id, chain }) => `${id} ${chain}`),
  )
  let before: Before = nothingBefore('')
  for (const mention of mentions) {
    const { article, chain, text, id } = mention
    if (article !== before.article) before = nothingBefore(article)
    const isLoose =
      chain === undefined ||
      !called.has(`${article} ${chain}`) ||
      isPlural(text) !== isPluralChain(before, chain)
    const own =
      chain === undefined || isBarePost(text) || isVague(text) || (isPronoun(text) && isLoose)
        ? id
        : `chain ${chain}`
    const key = isPronoun(text) && isLoose ? (antecedent(mention, before) ?? own) : own
    held.set(`${article} ${key}`, [...(held.get(`${article} ${key}`) ?? []), mention])
    note(before, mention, key)
  }
  const common = commonIn(mentions)
  return [...held.values()].map((same, order) => groupOf(same, order, common))
}

function groupOf(held: readonly Referring[], order: number, common: ReadonlySet<string>): Group {
  const full = held
    .filter(({ text }) => !isPronoun(text))
    .map((mention) => ({ ...mention, text: headPhrase(mention.text) }))
  const isCommon = (name: readonly string[]) => name.every((word) => common.has(word.toLowerCase()))
  const isNamed = (name: readonly string[]) =>
    /\p{Lu}/u.test(name.at(-1)?.[0] ?? '') && !name.includes('and') && !isTitle(name) && !isCommon(name)
  const words = full.map(({ text, name }) => ({ text, name: nameWords(isHead(name, text) ? name : text) }))
  const names = words.filter(({ name }) => isNamed(name)).map(({ name }) => name)
  const described = words.filter(({ name }) => !isNamed(name)).map(({ text }) => text)
  const roles = full.flatMap((mention) => mention.roles ?? [])
  const heads = [...described, ...roles].flatMap((text) => headKey(text) ?? [])
  const plural = names.length > 0 ? undefined : full.find(({ text }) => isPlural(text))
  const name = names.reduce<readonly string[]>((best, each) => (each.length > best.length ? each : best), [])
  const isPerson = full.some((mention) => mention.isPerson === true || isPersonNoun(mention.text))
  return {
    order,
    article: held[0]?.article ?? '',
    isPerson,
    ids: held.map(({ id }) => id),
    name,
    names,
    heads,
    isAlone:
      names.length === 0 && full.length > 0 && full.every(({ text }) => isBarePost(text) || isVague(text)),
    ...(plural === undefined ? {} : { several: tellingWords(plural.text) }),
  }
}
