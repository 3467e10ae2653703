import { countryNamed } from '../../text/countries.ts'
import { sameName } from '../entities/same-name.ts'
import { type Group, groupsOf } from './groups.ts'
import type { Referring } from './referring.ts'

/** Puts a story's mentions together: within an article its own chains hold them, across articles names do, then what named ones are described as. */
export function entitiesIn(mentions: readonly Referring[]): InStory {
  const inOrder = [...mentions].sort((a, b) =>
    a.article < b.article ? -1 : a.article > b.article ? 1 : a.start - b.start,
  )
  const groups = groupsOf(inOrder)
  const clusters: Cluster[] = []
  const keys = new Map<Group, string>()
  const named = groups.filter((group) => group.names.length > 0)
  const described = groups.filter((group) => group.names.length === 0)
  for (const group of [...named].sort((a, b) => b.name.length - a.name.length || a.order - b.order)) {
    keys.set(group, clusterByName(clusters, group).key)
  }
  const heroes = heroesOf(named, keys)
  const several = new Map<string, string>()
  for (const group of described) {
    if (group.isAlone) {
      keys.set(group, group.ids[0] ?? '')
      continue
    }
    if (group.several !== undefined) {
      const key = several.get(group.several) ?? group.ids[0] ?? ''
      several.set(group.several, key)
      keys.set(group, key)
      continue
    }
    const hero = group.isPerson ? heroes.get(group.article) : undefined
    keys.set(group, clusterByHead(clusters, group, hero).key)
  }
  const fullNames = new Map<string, Group>()
  for (const group of named) {
    const key = keys.get(group) ?? ''
    const known = fullNames.get(key)
    if (isTelling(group) && (known === undefined || (!known.isPerson && group.isPerson)))
      fullNames.set(key, group)
  }
  const keyOf = new Map(
    groups.flatMap((group) => group.ids.map((id) => [id, keys.get(group) ?? id] as const)),
  )
  return { keyOf, fullNames }
}

// A name of several words; of a country or an acronym, one.
function isTelling({ name, isPerson }: Group): boolean {
  const [only = ''] = name
  return (
    name.length > 1 || (!isPerson && (/^(?:\p{Lu}\.?){2,}$/u.test(only) || countryNamed(only) !== undefined))
  )
}

/** What a story's mentions are put together under, and the full names of its people. */
export type InStory = {
  readonly keyOf: ReadonlyMap<string, string>
  readonly fullNames: ReadonlyMap<string, Group>
}

type Cluster = {
  readonly key: string
  readonly names: (readonly string[])[]
  /** How often it is described by a head. */
  readonly heads: Map<string, number>
}

function clusterByName(clusters: Cluster[], group: Group): Cluster {
  const known = clusters.find((cluster) =>
    cluster.names.some((name) =>
      group.names.some((own) => sameName(name, own) !== undefined || isPart(name, own)),
    ),
  )
  return enter(clusters, known, group)
}

// The person that an article names at least twice as often as any other.
function heroesOf(named: readonly Group[], keys: ReadonlyMap<Group, string>): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const group of named) {
    if (!group.isPerson) continue
    const inArticle = counts.get(group.article) ?? new Map<string, number>()
    const key = keys.get(group) ?? ''
    inArticle.set(key, (inArticle.get(key) ?? 0) + group.ids.length)
    counts.set(group.article, inArticle)
  }
  return new Map(
    [...counts].flatMap(([article, inArticle]) => {
      const [first, second] = [...inArticle].sort((a, b) => b[1] - a[1])
      return first !== undefined && first[1] >= 2 * (second?.[1] ?? 0) ? [[article, first[0]] as const] : []
    }),
  )
}

// What is described alone is the named one most often described so, else the person the article is about.
function clusterByHead(clusters: Cluster[], group: Group, hero: string | undefined): Cluster {
  const score = (cluster: Cluster) =>
    group.heads.reduce((sum, head) => sum + (cluster.heads.get(head) ?? 0), 0)
  const best = clusters.reduce<Cluster | undefined>(
    (most, each) => (score(each) > (most === undefined ? 0 : score(most)) ? each : most),
    undefined,
  )
  return enter(clusters, best ?? clusters.find(({ key }) => key === hero), group)
}

function enter(clusters: Cluster[], known: Cluster | undefined, group: Group): Cluster {
  const cluster = known ?? { key: group.ids[0] ?? '', names: [], heads: new Map<string, number>() }
  if (known === undefined) clusters.push(cluster)
  cluster.names.push(...group.names)
  for (const head of group.heads) cluster.heads.set(head, (cluster.heads.get(head) ?? 0) + 1)
  return cluster
}

// "Ellen" and "Ellen DeGeneres", "the Academy" and "the Motion Picture Academy": all words of the shorter are the longer's.
function isPart(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  return few.length > 0 && few.every((word) => many.includes(word))
}
