import type { RelayEdge } from '../../model/record.ts'
import { overlaps } from '../../model/span.ts'
import { outletKey } from '../relays/outlet-names.ts'
import { type Around, apart, fitOf, isDenial, unlike } from './fit.ts'
import type { Matter } from './matter.ts'
import { type ClaimModel, claimModel, weigh } from './model.ts'
import { addPair, edgesAbove, emptyPairs, endPairsOf, type Pairs, scoreOf } from './pairs.ts'
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

/** Statements that were put together: the first of them, how many there are, and how many deny or doubt. */
type Group = { readonly first: number[]; size: number; answers: number; readonly rules: Set<string> }

/** How many likely partners of a statement are weighed, and how many members of a claim. */
const partnerCap = 24
const memberCap = 12
/** The same for a denial or a doubt that has no claim to answer yet. */
const answering = -2.5
/** A statement joins a claim when the mean of its fits is above this, in log-odds. */
const threshold = -1.0
/** Log-odds under which a statement is background and no claim. */
export const worthwhile = -1.7

/**
 * Puts statements that carry one claim together: likeliest pairs first, and two groups join while the mean over their pairs
 * is high enough. Only partners that share rare keys are weighed, so cost per statement does not grow with the story.
 */
export function alignStatements(statements: readonly Aligned[], around: Around): Alignment[] {
  const first = firstOfSame(statements)
  const { pairs, near } = likelyPairs(statements, first, around)
  const isWorth = worthOf(statements, near, around)
  const edges = edgesAbove(pairs, answering, (i) => isWorth[i] === true)
  const groups = openGroups(statements)
  first.forEach((same, i) => {
    if (same !== i) groups.repeat(groups.of(same), i)
  })
  for (const edge of edges) {
    if (edge.score <= threshold) break
    const one = groups.of(edge.a)
    const other = groups.of(edge.b)
    if (one !== other && meanFit(one, other, pairs) > threshold) groups.join(one, other, edge.rule)
  }
  // Who denies or doubts something answers somebody: what nobody else says goes to the affirmation that it fits best.
  for (const edge of edges) {
    const one = groups.of(edge.a)
    const other = groups.of(edge.b)
    const [left, right] = [one, other].map(({ size, answers }) => size === answers)
    if (one === other || left === right) continue
    if (left) groups.join(other, one, edge.rule)
    else groups.join(one, other, edge.rule)
  }
  const found = new Map<Group, Aligned[]>()
  statements.forEach((statement, i) => {
    if (isWorth[i] !== true) return
    const known = found.get(groups.of(i))
    if (known === undefined) found.set(groups.of(i), [statement])
    else known.push(statement)
  })
  return [...found]
    .map(([{ rules }, one]) => ({ statements: one, rules: [...rules].sort() }))
    .filter(({ statements: one }) => one.some(isTold))
}

// So many words, the same in the same order, of the same days and plan: one claim, however many texts have them.
const sameRun = 4

/** The place of the first statement that has the very same words, where a dozen before it have them; else its own. */
function firstOfSame(statements: readonly Aligned[]): number[] {
  const known = new Map<string, { readonly first: number; count: number }>()
  return statements.map(({ statement, matter, plan, turns }, i) => {
    if (matter.forms.length < sameRun || matter.keys.size === 0 || turns !== undefined) return i
    const said = [statement.polarity, statement.modality, matter.days, plan?.id, plan?.state, plan?.day]
    const key = `${matter.forms.join(' ')}|${said.join('|')}`
    const same = known.get(key)
    if (same === undefined) known.set(key, { first: i, count: 1 })
    else same.count++
    return same !== undefined && same.count > memberCap ? same.first : i
  })
}

type Groups = {
  /** The group that a statement is in now. */
  readonly of: (statement: number) => Group
  /** Puts a group into another, because of a rule. */
  readonly join: (into: Group, gone: Group, rule: string) => void
  /** Puts a statement into the group of one that has its very words: it is not weighed again. */
  readonly repeat: (into: Group, statement: number) => void
}

// Each statement alone, to begin with. Who is in a group is found by its way up, so that one of thousands is joined as fast as one of two.
function openGroups(statements: readonly Aligned[]): Groups {
  const groups = statements.map(
    (statement, i): Group => ({
      first: [i],
      size: 1,
      answers: Number(isAnswer(statement)),
      rules: new Set(['CLM-NEW']),
    }),
  )
  const above = new Map<Group, Group>()
  const top = (group: Group): Group => {
    let found = group
    for (let up = above.get(found); up !== undefined; up = above.get(found)) {
      // Half of the way is cut off for who comes next.
      const over = above.get(up)
      if (over !== undefined) above.set(found, over)
      found = up
    }
    return found
  }
  return {
    of: (statement) => top(groupAt(groups, statement)),
    join: (into, gone, rule) => {
      into.first.push(...gone.first.slice(0, memberCap - into.first.length))
      into.size += gone.size
      into.answers += gone.answers
      for (const each of [...gone.rules, rule]) into.rules.add(each)
      above.set(gone, into)
    },
    repeat: (into, statement) => {
      const gone = groupAt(groups, statement)
      into.size += 1
      into.answers += gone.answers
      into.rules.add('CLM-WORDS')
      above.set(gone, into)
    },
  }
}

function groupAt(groups: readonly Group[], statement: number): Group {
  const group = groups[statement]
  if (group === undefined) throw new Error(`there is no statement ${statement}`)
  return group
}

// "did not answer questions", "it is not known who", "denied it": alone they tell nothing; beside what they answer they do.
function isTold({ statement, matter }: Aligned): boolean {
  if (matter.keys.size >= 2 || (matter.numbers.length > 0 && !isFigureOfTitle(statement, matter))) return true
  return matter.keys.size === 1 && statement.polarity !== 'doubted' && statement.source.kind !== 'unstated'
}

// "Mayor to resign: update 396"
function isFigureOfTitle({ sentence }: Statement, { keys, forms }: Matter): boolean {
  return sentence === 0 && keys.size === 0 && forms.length === 1
}

function isAnswer({ statement }: Aligned): boolean {
  return statement.polarity !== 'affirmed'
}

/** What the statements of a story are weighed against. */
export function weighingOf(
  statements: readonly Aligned[],
  relays: readonly RelayEdge[],
  model: ClaimModel = claimModel(),
): Around {
  return { rarity: rarityIn(statements), relayed: relayedOutlets(relays), model }
}

function worthOf(statements: readonly Aligned[], near: Float64Array, { model }: Around): boolean[] {
  return statements.map(
    (one, i) =>
      one.statement.rule === retractionRule ||
      one.turns !== undefined ||
      weigh(worthTraits(one, near[i] ?? 0), model.worth) > worthwhile,
  )
}

// Of the first members of both.
function meanFit(one: Group, other: Group, pairs: Pairs): number {
  let sum = 0
  for (const a of one.first) {
    for (const b of other.first) {
      const score = scoreOf(pairs, a, b) ?? unlike
      if (score === apart) return apart
      sum += Math.max(unlike, score)
    }
  }
  return sum / (one.first.length * other.first.length)
}

/** How alike the same words are. */
const mostAlike = 3

/** The pairs that are weighed, and how alike each statement's nearest of another article is. */
function likelyPairs(
  statements: readonly Aligned[],
  first: readonly number[],
  around: Around,
): { readonly pairs: Pairs; readonly near: Float64Array } {
  const postings = new Map<string, number[]>()
  const weight = new Float64Array(statements.length)
  const near = new Float64Array(statements.length)
  const pairs = emptyPairs(statements.length)
  for (const [b, statement] of statements.entries()) {
    const same = first[b] ?? b
    if (same !== b) {
      if (statements[same]?.statement.span.article !== statement.statement.span.article)
        near[same] = mostAlike
      near[b] = near[same] ?? 0
      endPairsOf(pairs, b)
      continue
    }
    const likely = partners(postings, statement.matter, { rarity: around.rarity, weight })
    for (const a of new Set([...likely, ...answered(statements, b)])) {
      const partner = statements[a]
      if (partner === undefined || isSamePlace(partner, statement)) continue
      const fit = fitOf(partner, statement, around)
      addPair(pairs, a, fit)
      if (partner.statement.span.article === statement.statement.span.article) continue
      near[a] = Math.max(near[a] ?? 0, fit.near)
      near[b] = Math.max(near[b] ?? 0, fit.near)
    }
    endPairsOf(pairs, b)
    for (const key of blockingKeys(statement.matter)) {
      const list = postings.get(key)
      if (list === undefined) postings.set(key, [b])
      else {
        list.push(b)
        if (list.length > 200) list.shift()
      }
    }
  }
  return { pairs, near }
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
