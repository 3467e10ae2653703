import { hash64 } from '../../model/id.ts'
import type { NameType } from '../../model/language.ts'
import type { Entity } from '../../model/record.ts'
import type { Member } from '../member.ts'
import { timeOf } from '../member.ts'
import { countryOf } from './countries.ts'
import { type NameMention, namesOf } from './name-words.ts'
import { sameName, sameWord } from './same-name.ts'
import { skeletonOf } from './skeleton.ts'

type Group = {
  readonly type: 'person' | 'place' | 'body' | 'other'
  /** The fullest name so far. */
  full: readonly string[]
  readonly mentions: { readonly name: NameMention; readonly rule: string; readonly reported?: string }[]
}

/** The people, organisations and places that a story's articles name, spellings joined; `members` in report order. */
export function findEntities(members: readonly Member[]): Entity[] {
  const groups: Group[] = []
  const index = new Map<string, Group[]>()
  const mentions = members.flatMap((member) =>
    namesOf(member).map((name) => ({ name, reported: member.article.published })),
  )
  // Full names first: a bare surname joins only where one bearer is known.
  const full = mentions.filter(({ name }) => name.words.length > 1)
  const bare = mentions.filter(({ name }) => name.words.length === 1)
  for (const { name, reported } of [...full, ...bare]) {
    const found = groupFor(index, name)
    const entry = { name, rule: found?.rule ?? 'NAM-FIRST', ...(reported === undefined ? {} : { reported }) }
    if (found !== undefined) {
      found.group.mentions.push(entry)
      if (name.words.length > found.group.full.length) found.group.full = name.words
      continue
    }
    const group: Group = { type: classOf(name.type), full: name.words, mentions: [entry] }
    groups.push(group)
    const key = keyOf(name.words)
    index.set(key, [...(index.get(key) ?? []), group])
  }
  const texts = new Map(members.map(({ article }) => [article.id, article.text]))
  return groups.map((group) => entityOf(group, texts)).sort((a, b) => (a.id < b.id ? -1 : 1))
}

function groupFor(
  index: ReadonlyMap<string, readonly Group[]>,
  name: NameMention,
): { readonly group: Group; readonly rule: string } | undefined {
  const fitting = nearKeys(index, name.words).flatMap((group) => {
    if (group.type !== classOf(name.type)) return []
    const rule =
      group.type === 'person' ? sameName(group.full, name.words) : samePlace(group.full, name.words)
    return rule === undefined ? [] : [{ group, rule }]
  })
  const exact = fitting.filter(({ group }) => group.full.join(' ') === name.words.join(' '))
  if (exact[0] !== undefined) return { group: exact[0].group, rule: 'NAM-SAME' }
  // Two Ministers Katz stay two: a bare name that fits both joins the one its own article names in full.
  if (fitting.length > 1) {
    const near = fitting.filter(({ group }) =>
      group.mentions.some((m) => m.name.span.article === name.span.article),
    )
    return near.length === 1 ? near[0] : undefined
  }
  return fitting[0]
}

function nearKeys(index: ReadonlyMap<string, readonly Group[]>, words: readonly string[]): readonly Group[] {
  const last = words.at(-1) ?? ''
  const near: Group[] = []
  for (const [key, groups] of index) {
    if (key[0] === keyOf(words)[0] && Math.abs(key.length - keyOf(words).length) <= 2) near.push(...groups)
  }
  return near.filter((group) => sameWord(group.full.at(-1) ?? '', last) !== undefined)
}

function keyOf(words: readonly string[]): string {
  return skeletonOf(words.at(-1) ?? '')
}

function samePlace(a: readonly string[], b: readonly string[]): string | undefined {
  if (a.join(' ').toLowerCase() === b.join(' ').toLowerCase()) return 'NAM-SAME'
  if (a.length !== b.length) return undefined
  return a.every((word, i) => sameWord(word, b[i] ?? '') !== undefined) && a.some((word) => word.length > 5)
    ? 'NAM-SPELLING'
    : undefined
}

function classOf(type: NameType): Group['type'] {
  switch (type) {
    case 'PER':
      return 'person'
    case 'GPE':
    case 'LOC':
    case 'FAC':
      return 'place'
    case 'ORG':
    case 'NORP':
      return 'body'
    case 'EVENT':
    case 'TITLE':
      return 'other'
  }
}

function entityOf(group: Group, texts: ReadonlyMap<string, string>): Entity {
  const textOf = (span: { article: string; start: number; end: number }) =>
    (texts.get(span.article) ?? '').slice(span.start, span.end)
  const variants = new Map<string, { text: string; spans: NameMention['span'][]; rule: string }>()
  for (const { name, rule } of group.mentions) {
    const text = textOf(name.span).replace(/['’]s?$/u, '')
    const known = variants.get(text)
    if (known === undefined) variants.set(text, { text, spans: [name.span], rule })
    else known.spans.push(name.span)
  }
  const best = [...variants.values()].sort(
    (a, b) =>
      wordCount(b.text) - wordCount(a.text) || b.spans.length - a.spans.length || (a.text < b.text ? -1 : 1),
  )[0]
  const roles = new Map<string, Entity['roles'][number]>()
  for (const { name, reported } of group.mentions) {
    for (const span of name.roles) {
      const text = textOf(span)
      if (!roles.has(text)) roles.set(text, { text, span, ...(reported === undefined ? {} : { reported }) })
    }
  }
  const first = group.mentions[0]?.name
  const country = countryOf(
    group.mentions.map(({ name }) => name),
    textOf,
  )
  return {
    id: `e:${hash64(`${group.type} ${(best?.text ?? '').toLowerCase()}`)}`,
    type: first?.type ?? 'PER',
    name: best?.text ?? '',
    variants: [...variants.values()],
    roles: [...roles.values()].sort((a, b) => timeOf(a.reported) - timeOf(b.reported)),
    ...(country === undefined ? {} : { country }),
  }
}

function wordCount(text: string): number {
  return Math.min(3, text.split(/\s+/).length)
}
