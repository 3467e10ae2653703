import type { RelayEdge } from '../../model/record.ts'
import { overlaps } from '../../model/span.ts'
import { outletKey } from '../relays/outlet-names.ts'
import { type Around, apart, type Fit, fitOf, isDenial, unlike } from './fit.ts'
import type { Matter } from './matter.ts'
import { type ClaimModel, claimModel, weigh } from './model.ts'
import { retractionRule } from './retractions.ts'
import type { Statement } from './statements.ts'
import { worthTraits } from './worth.ts'

/** A statement ready for alignment: its matter, its article's outlet and the speaker it is laid to. */
export type Aligned = {
  readonly statement: Statement
  readonly matter: Matter
  readonly outlet: string
  /** Identity of its source across articles; undefined where it has none. */
  readonly speaker?: string
  /** Where it tells of a plan: which, how the plan stands by it, and the day it gives. */
  readonly plan?: PlanPoint
  /** The edits of copied sentences that made its contrary of it (`a`), or it of its contrary (`b`). */
  readonly turns?: ReadonlyMap<string, 'a' | 'b'>
}

/** A state of a plan as one passage gives it. */
export type PlanPoint = {
  readonly id: string
  readonly state: string
  readonly day?: string
  /** How often each slot that the passage gives had been changed by then. */
  readonly versions: ReadonlyMap<string, number>
}

/** Statements that carry one claim, with the rules that put them together. */
export type Alignment = { readonly statements: readonly Aligned[]; readonly rules: readonly string[] }

type Edge = { readonly a: number; readonly b: number; readonly fit: Fit }
type Group = { readonly members: number[]; readonly rules: Set<string> }

/** How many likely partners of a statement are weighed, and how many members of a claim. */
const partnerCap = 24
const memberCap = 12
/** The same for a denial or a doubt that has no claim to answer yet. */
const answering = -2.5
/** A statement joins a claim when the mean of its fits is above this, in log-odds. */
const threshold = -1.0
/** Log-odds under which a statement is background and no claim. */
const worthwhile = -1.7

/**
 * Puts statements that carry one claim together: likeliest pairs first, and two groups join while the mean over their pairs
 * is high enough. Only partners that share rare keys are weighed, so cost per statement does not grow with the story.
 */
export function alignStatements(statements: readonly Aligned[], around: Around): Alignment[] {
  const weighed = likelyPairs(statements, around)
  const isWorth = worthOf(statements, weighed, around)
  const edges = weighed.filter((edge) => isWorth[edge.a] === true && isWorth[edge.b] === true)
  const fits = new Map(edges.map((edge) => [edge.a * statements.length + edge.b, edge.fit]))
  const groupOf = statements.map((_, i): Group => ({ members: [i], rules: new Set(['CLM-NEW']) }))
  for (const edge of edges) {
    if (edge.fit.score <= threshold) break
    if (!edge.fit.joins) continue
    const one = groupOf[edge.a]
    const other = groupOf[edge.b]
    if (one === undefined || other === undefined || one === other) continue
    if (
      meanFit(one, other, (a, b) => fits.get(Math.min(a, b) * statements.length + Math.max(a, b))) <=
      threshold
    )
      continue
    one.members.push(...other.members)
    for (const rule of [...other.rules, edge.fit.rule]) one.rules.add(rule)
    for (const member of other.members) groupOf[member] = one
  }
  for (const edge of edges) {
    if (edge.fit.score <= answering) break
    if (edge.fit.joins) answer(statements, groupOf, edge)
  }
  return [...new Set(groupOf.filter((_, i) => isWorth[i]))]
    .map(({ members, rules }) => ({
      statements: [...members].sort((a, b) => a - b).flatMap((member) => statements[member] ?? []),
      rules: [...rules].sort(),
    }))
    .filter(({ statements: one }) => one.some(isTold))
}

// "did not answer questions", "it is not known who", "denied it": alone they tell nothing; beside what they answer they do.
function isTold({ statement, matter }: Aligned): boolean {
  if (matter.keys.size >= 2 || matter.numbers.length > 0) return true
  return matter.keys.size === 1 && statement.polarity !== 'doubted' && statement.source.kind !== 'unstated'
}

// Who denies or doubts something answers somebody: what nobody else says goes to the affirmation that it fits best.
function answer(statements: readonly Aligned[], groupOf: Group[], { a, b, fit }: Edge): void {
  const one = groupOf[a]
  const other = groupOf[b]
  if (one === undefined || other === undefined || one === other) return
  const [left, right] = [one, other].map(({ members }) => members.every((i) => isAnswer(statements[i])))
  if (left === right) return
  const [denials, claim] = left ? [one, other] : [other, one]
  claim.members.push(...denials.members)
  for (const rule of [...denials.rules, fit.rule]) claim.rules.add(rule)
  for (const member of denials.members) groupOf[member] = claim
}

function isAnswer(one: Aligned | undefined): boolean {
  return one !== undefined && one.statement.polarity !== 'affirmed'
}

/** What the statements of a story are weighed against. */
export function weighingOf(
  statements: readonly Aligned[],
  relays: readonly RelayEdge[],
  model: ClaimModel = claimModel(),
): Around {
  return { rarity: rarityIn(statements), relayed: relayedOutlets(relays), model }
}

function worthOf(statements: readonly Aligned[], edges: readonly Edge[], { model }: Around): boolean[] {
  const near = statements.map(() => 0)
  const articleOf = (i: number) => statements[i]?.statement.span.article
  for (const { a, b, fit } of edges) {
    if (articleOf(a) === articleOf(b)) continue
    near[a] = Math.max(near[a] ?? 0, fit.near)
    near[b] = Math.max(near[b] ?? 0, fit.near)
  }
  return statements.map(
    (one, i) =>
      one.statement.rule === retractionRule ||
      one.turns !== undefined ||
      weigh(worthTraits(one, near[i] ?? 0), model.worth) > worthwhile,
  )
}

function meanFit(one: Group, other: Group, fitting: (a: number, b: number) => Fit | undefined): number {
  let sum = 0
  let count = 0
  for (const a of one.members.slice(0, memberCap)) {
    for (const b of other.members.slice(0, memberCap)) {
      const score = fitting(a, b)?.score ?? unlike
      if (score === apart) return apart
      sum += Math.max(unlike, score)
      count++
    }
  }
  return count === 0 ? unlike : sum / count
}

function likelyPairs(statements: readonly Aligned[], around: Around): Edge[] {
  const postings = new Map<string, number[]>()
  const weight = new Float64Array(statements.length)
  const edges: Edge[] = []
  for (const [b, statement] of statements.entries()) {
    const likely = partners(postings, statement.matter, { rarity: around.rarity, weight })
    for (const a of new Set([...likely, ...answered(statements, b)])) {
      const partner = statements[a]
      if (partner === undefined || isSamePlace(partner, statement)) continue
      edges.push({ a, b, fit: fitOf(partner, statement, around) })
    }
    for (const key of blockingKeys(statement.matter)) {
      const list = postings.get(key)
      if (list === undefined) postings.set(key, [b])
      else {
        list.push(b)
        if (list.length > 200) list.shift()
      }
    }
  }
  return edges.sort((x, y) => y.fit.score - x.fit.score || x.a - y.a || x.b - y.b)
}

// "32 had been buried there. The figure is invented": a denial or a doubt may answer what stands just before it, in other words.
function answered(statements: readonly Aligned[], b: number): number[] {
  const answer = statements[b]
  if (answer === undefined || !(isDenial(answer) || answer.statement.polarity === 'doubted')) return []
  return [b - 1, b - 2].filter((a) => {
    const before = statements[a]?.statement
    return (
      before !== undefined &&
      before.span.article === answer.statement.span.article &&
      answer.statement.sentence - before.sentence <= 1
    )
  })
}

function isSamePlace(a: Aligned, b: Aligned): boolean {
  return a.statement.span.article === b.statement.span.article && overlaps(a.statement.span, b.statement.span)
}

function partners(
  postings: ReadonlyMap<string, readonly number[]>,
  matter: Matter,
  { rarity, weight }: { readonly rarity: (key: string) => number; readonly weight: Float64Array },
): number[] {
  const met: number[] = []
  for (const key of blockingKeys(matter)) {
    const rare = rarity(key)
    for (const number of postings.get(key) ?? []) {
      const before = weight[number] ?? 0
      if (before === 0) met.push(number)
      weight[number] = before + rare
    }
  }
  const weights = met.map((number) => weight[number] ?? 0)
  const least = [...weights].sort((a, b) => b - a)[partnerCap - 1] ?? 0
  const likely = met
    .filter((_, i) => (weights[i] ?? 0) >= least)
    .sort((a, b) => (weight[b] ?? 0) - (weight[a] ?? 0) || a - b)
    .slice(0, partnerCap)
  // Empty for the next statement.
  for (const number of met) weight[number] = 0
  return likely
}

function blockingKeys(matter: Matter): string[] {
  return [...matter.keys, ...matter.around, ...matter.numbers.map((number) => `#${number.value}`)]
}

/** Rarity of a key among a story's statements: few have it, more it weighs. */
export function rarityIn(statements: readonly Aligned[]): (key: string) => number {
  const frequency = new Map<string, number>()
  for (const { matter } of statements) {
    for (const key of matter.keys) frequency.set(key, (frequency.get(key) ?? 0) + 1)
  }
  const weightOf = (held: number) => Math.log(1 + (statements.length + 1) / (1 + held))
  const weights = new Map([...frequency].map(([key, held]) => [key, weightOf(held)]))
  const unheard = weightOf(0)
  return (key) => weights.get(key) ?? unheard
}

function relayedOutlets(relays: readonly RelayEdge[]): ReadonlyMap<string, ReadonlySet<string>> {
  const relayed = new Map<string, Set<string>>()
  for (const { article, outlet } of relays) {
    const outlets = relayed.get(article) ?? new Set()
    relayed.set(article, outlets.add(outletKey(outlet)))
  }
  return relayed
}
