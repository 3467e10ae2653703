import { table } from '../../text/table.ts'
import { pairFeatureNames, pairFeatures } from './event-pair.ts'
import { eventSense, isReport } from './event-sense.ts'
import type { EventWords } from './event-words.ts'
import type { Referring } from './referring.ts'
import { storyEvents } from './story-events.ts'

/**
 * Puts the events of each story together: every two are weighed by a logistic regression, and groups join while the mean over
 * their pairs is high enough. Without words of its sentence, an event goes by its sense. Gives the cluster of each mention.
 */
export function linkEvents(
  mentions: readonly Referring[],
  clusterOf: (mention: string) => string | undefined,
  weights: readonly number[] = fittedWeights(),
): ReadonlyMap<string, string> {
  const clusters = new Map<string, string>()
  const byStory = new Map<string, (Referring & { readonly event: EventWords })[]>()
  for (const mention of mentions) {
    const { event, story, id } = mention
    if (event === undefined) clusters.set(id, keyOf(mention))
    else byStory.set(story, [...(byStory.get(story) ?? []), { ...mention, event }])
  }
  for (const [story, own] of byStory) {
    const { events, articles } = storyEvents(own, clusterOf)
    const odds = events.map((a, i) =>
      Float64Array.from(events.slice(0, i), (b) => clipped(weigh(pairFeatures(a, b, articles), weights))),
    )
    for (const [number, group] of averageLink(odds).entries()) {
      for (const i of group) clusters.set(events[i]?.id ?? '', `e ${story} ${number}`)
    }
  }
  return clusters
}

function keyOf({ article, story, text, id }: Referring): string {
  const sense = eventSense(text)
  if (sense === undefined) return `e ${id}`
  return isReport(sense) ? `e ${article} ${sense} ${id}` : `e ${story} ${sense}`
}

let fitted: readonly number[] | undefined

/** The weights of `data/coref-event-weights.tsv`, in the order of `pairFeatureNames`; made by `training/compare/fit-events.mjs`. */
function fittedWeights(): readonly number[] {
  if (fitted !== undefined) return fitted
  const rows = new Map(table('coref-event-weights').map((row) => [row.trait ?? '', Number(row.weight)]))
  fitted = pairFeatureNames.map((name) => rows.get(name) ?? 0)
  return fitted
}

function weigh(features: readonly number[], weights: readonly number[]): number {
  return features.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)
}

// One sure pair does not outweigh many doubtful ones.
const most = 3

function clipped(odds: number): number {
  return Math.max(-most, Math.min(most, odds))
}

/** Log-odds above which two groups are one, set on folds by topic. */
const joinAt = -0.4

// `odds[i][j]` for j < i. Joins the two groups with the highest mean until none is high enough.
function averageLink(odds: readonly Float64Array[]): number[][] {
  const groups = odds.map((_, i) => [i])
  const sums = odds.map((_, i) =>
    Float64Array.from(odds, (__, j) => (i > j ? odds[i]?.[j] : odds[j]?.[i]) ?? 0),
  )
  const alive = groups.map((_, i) => i)
  for (;;) {
    let best: { readonly at: number; readonly a: number; readonly b: number } | undefined
    for (const [x, a] of alive.entries()) {
      for (const b of alive.slice(x + 1)) {
        const size = (groups[a]?.length ?? 1) * (groups[b]?.length ?? 1)
        const at = (sums[a]?.[b] ?? 0) / size
        if (at > (best?.at ?? joinAt)) best = { at, a, b }
      }
    }
    if (best === undefined) return alive.map((i) => groups[i] ?? [])
    const { a, b } = best
    groups[a]?.push(...(groups[b] ?? []))
    alive.splice(alive.indexOf(b), 1)
    for (const other of alive) {
      const sum = (sums[a]?.[other] ?? 0) + (sums[b]?.[other] ?? 0)
      const [row, column] = [sums[a], sums[other]]
      if (row === undefined || column === undefined || other === a) continue
      row[other] = sum
      column[a] = sum
    }
  }
}
