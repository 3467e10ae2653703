import type { Copy, RelayEdge } from '../../model/record.ts'
import { outletKey } from '../relays/outlet-names.ts'
import { likeness } from './likeness.ts'
import type { Matter } from './matter.ts'
import type { Statement } from './statements.ts'

/** A statement ready for alignment: its matter, its article's outlet and the speaker it is laid to. */
export type Aligned = {
  readonly statement: Statement
  readonly matter: Matter
  readonly outlet: string
  /** Identity of its source across articles; undefined where it has none. */
  readonly speaker?: string
}

/** Statements that carry one claim, with the rules that put them together. */
export type Alignment = { readonly statements: readonly Aligned[]; readonly rules: readonly string[] }

/** What the articles are to one another. */
export type Links = { readonly copies: readonly Copy[]; readonly relays: readonly RelayEdge[] }

type Group = { readonly members: Aligned[]; readonly rules: Set<string> }

const candidateCap = 50
const compared = 8

/**
 * Puts statements that carry one claim together, in the order given: each joins the likest earlier claim, or starts one.
 * Only claims that share a rare key are tried, so cost per statement does not grow with the story.
 */
export function alignStatements(statements: readonly Aligned[], links: Links): Alignment[] {
  const rarity = rarityIn(statements)
  const relayed = relayedOutlets(links.relays)
  const groups: Group[] = []
  const postings = new Map<string, number[]>()
  for (const statement of statements) {
    let best: { readonly group: number; readonly fit: Fit } | undefined
    for (const number of candidates(postings, statement.matter, rarity)) {
      const group = groups[number]
      if (group === undefined) continue
      const fit = fitIn(group, statement, { rarity, relayed })
      if (fit !== undefined && fit.score > (best?.fit.score ?? 0)) best = { group: number, fit }
    }
    const joined = best === undefined ? undefined : groups[best.group]
    const number = best !== undefined && joined !== undefined ? best.group : groups.length
    if (best !== undefined && joined !== undefined) {
      joined.members.push(statement)
      joined.rules.add(best.fit.rule)
    } else groups.push({ members: [statement], rules: new Set(['CLM-NEW']) })
    for (const key of statement.matter.keys) {
      const list = postings.get(key)
      if (list === undefined) postings.set(key, [number])
      else if (list.at(-1) !== number) list.push(number)
    }
  }
  return groups.map((group) => ({ statements: group.members, rules: [...group.rules].sort() }))
}

type Fit = { readonly score: number; readonly rule: string }
type Around = {
  readonly rarity: (key: string) => number
  readonly relayed: ReadonlyMap<string, ReadonlySet<string>>
}

function fitIn(group: Group, statement: Aligned, around: Around): Fit | undefined {
  let sum = 0
  let best: Fit | undefined
  const tried = group.members.slice(0, compared)
  for (const member of tried) {
    const fit = fitOf(member, statement, around)
    sum += fit.score
    if (best === undefined || fit.score > best.score) best = fit
  }
  if (best === undefined) return undefined
  // Half the likest, half the mean: one stray member neither draws a statement in nor keeps it out.
  const score = (best.score + sum / tried.length) / 2
  return score > 0 ? { score, rule: best.rule } : undefined
}

/** How much speaks for two statements being one claim: above 0 they are. */
export function fitOf(a: Aligned, b: Aligned, around: Around): Fit {
  const like = likeness(a.matter, b.matter, around.rarity)
  const articleA = a.statement.span.article
  const articleB = b.statement.span.article
  const isRelay =
    around.relayed.get(articleB)?.has(a.outlet) === true ||
    around.relayed.get(articleA)?.has(b.outlet) === true
  const sameSpeaker = a.speaker !== undefined && a.speaker === b.speaker
  let score = -1.9 + 2.6 * like.dice + 1.6 * like.containment
  if (like.shared < 2) score -= 0.5
  if (like.run >= 6) score += 0.6
  if (like.numbersAgree > 0) score += 0.5
  if (like.numbersDiffer > 0) score -= 1.2
  if (isRelay) score += 0.3
  if (sameSpeaker) score += 0.1
  if (articleA === articleB) score -= 0.5
  return { score, rule: like.run >= 6 ? 'CLM-WORDS' : isRelay ? 'CLM-RELAY' : 'CLM-LIKE' }
}

function candidates(
  postings: ReadonlyMap<string, readonly number[]>,
  matter: Matter,
  rarity: (key: string) => number,
): number[] {
  const weight = new Map<number, number>()
  for (const key of matter.keys) {
    const list = postings.get(key)
    if (list === undefined) continue
    for (const number of list.slice(-candidateCap))
      weight.set(number, (weight.get(number) ?? 0) + rarity(key))
  }
  return [...weight]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, candidateCap)
    .map(([number]) => number)
}

/** Rarity of a key among a story's statements: few have it, more it weighs. */
export function rarityIn(statements: readonly Aligned[]): (key: string) => number {
  const frequency = new Map<string, number>()
  for (const { matter } of statements) {
    for (const key of matter.keys) frequency.set(key, (frequency.get(key) ?? 0) + 1)
  }
  const total = statements.length
  return (key) => Math.log(1 + (total + 1) / (1 + (frequency.get(key) ?? 0)))
}

function relayedOutlets(relays: readonly RelayEdge[]): ReadonlyMap<string, ReadonlySet<string>> {
  const relayed = new Map<string, Set<string>>()
  for (const { article, outlet } of relays) {
    const outlets = relayed.get(article) ?? new Set()
    relayed.set(article, outlets.add(outletKey(outlet)))
  }
  return relayed
}
