import { hash64 } from '../../model/id.ts'
import type { NameType } from '../../model/language.ts'
import type { Entity } from '../../model/record.ts'
import type { Span } from '../../model/span.ts'
import { countryOf } from './countries.ts'
import type { Group } from './group.ts'
import { rolesOf } from './roles.ts'

/** What kind of thing a group of names is. */
export type Kind = 'person' | 'place' | 'body' | 'other'

/** The id of what is called so: another than the present one where its name was another before. */
export function entityId(kind: Kind, name: string): string {
  return `e:${hash64(`${kind} ${name.toLowerCase()}`)}`
}

/** The entity of an id, or the only one that has a wording which would give it this id: a link stays good when a fuller name comes in. */
export function entityWithId(entities: readonly Entity[], id: string): Entity | undefined {
  const exact = entities.find((entity) => entity.id === id)
  if (exact !== undefined) return exact
  const found = entities.filter((entity) => formerIdsOf(entity).includes(id))
  return found.length === 1 ? found[0] : undefined
}

/** The ids that an entity would have by its wordings, its own among them. */
export function formerIdsOf({ id, name, variants }: Entity): string[] {
  const kind = kinds.find((each) => entityId(each, name) === id)
  return kind === undefined ? [id] : variants.map(({ text }) => entityId(kind, text))
}

const kinds: readonly Kind[] = ['person', 'place', 'body', 'other']

/** The entity that a group of names is, with its wordings and why each is there. */
export function entityOf(group: Group, kind: Kind, texts: ReadonlyMap<string, string>): Entity {
  const textOf = (span: Span) => (texts.get(span.article) ?? '').slice(span.start, span.end)
  const names = group.joined.map(({ name }) => name)
  const variants = variantsOf(group, textOf)
  const best = variants
    .filter(({ rule }) => rule !== 'NAM-OFFICE')
    .sort(
      (a, b) =>
        wordCount(b.text) - wordCount(a.text) ||
        articlesOf(b) - articlesOf(a) ||
        b.spans.length - a.spans.length ||
        (a.text < b.text ? -1 : 1),
    )[0]
  const country = countryOf(names, textOf)
  const typeRule = names.find((name) => name.typeRule !== undefined)?.typeRule
  return {
    id: entityId(kind, best?.text ?? ''),
    type: commonest(names.map(({ type }) => type)) ?? 'PER',
    ...(typeRule === undefined ? {} : { typeRule }),
    name: best?.text ?? '',
    variants,
    roles: rolesOf(names),
    ...(country === undefined ? {} : { country }),
  }
}

function variantsOf({ joined }: Group, textOf: (span: Span) => string): Entity['variants'] {
  const variants = new Map<string, { text: string; spans: Span[]; rule: string; to?: Span }>()
  for (const { name, rule, to } of joined) {
    const text = textOf(name.span).replace(/['’]s?$/u, '')
    const known = variants.get(text)
    if (known !== undefined) known.spans.push(name.span)
    else variants.set(text, { text, spans: [name.span], rule, ...(to === undefined ? {} : { to }) })
  }
  return [...variants.values()]
}

// How many articles have a wording: a title and a text of one outlet are one.
function articlesOf({ spans }: Entity['variants'][number]): number {
  return new Set(spans.map(({ article }) => article)).size
}

function commonest(types: readonly NameType[]): NameType | undefined {
  const counts = new Map<NameType, number>()
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

function wordCount(text: string): number {
  return Math.min(3, text.split(/\s+/).length)
}
