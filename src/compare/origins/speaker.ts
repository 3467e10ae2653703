import type { Source } from '../../model/reading.ts'
import type { Entity } from '../../model/record.ts'
import { contains, type Range } from '../../model/span.ts'
import { countryNamed } from '../../text/countries.ts'
import type { Member } from '../member.ts'
import { wordsOf } from '../words/words.ts'

/** Who is behind a source, as far as the text tells: what origins are compared by. */
export type Speaker = {
  readonly kind: Source['kind']
  /** Entity id of the person or body; undefined for the anonymous and unstated. */
  readonly entity?: string
  /** Stems of the words that describe it: "defence", "minister", "union". */
  readonly words: ReadonlySet<string>
  /** Whom it belongs to: countries and entities its words name ("Kessaran", "Mr Dalgar's office"). */
  readonly sides: ReadonlySet<string>
  /** Identity across articles: entity id, or the words of a body; undefined for the anonymous and unstated. */
  readonly key?: string
  /** The source's words as the reader sees them. */
  readonly text?: string
}

/** Finds who is behind a source of an article. */
export type Speakers = (member: Member, source: Source) => Speaker

/** Speakers of a story, with `entities` to tell names. */
export function speakersOf(entities: readonly Entity[]): Speakers {
  const byArticle = new Map<string, { readonly range: Range; readonly entity: Entity }[]>()
  for (const entity of entities) {
    for (const { spans } of entity.variants) {
      for (const { article, start, end } of spans) {
        const list = byArticle.get(article) ?? []
        list.push({ range: { start, end }, entity })
        byArticle.set(article, list)
      }
    }
  }
  return (member, source) => speakerOf(member, source, byArticle.get(member.article.id) ?? [])
}

function speakerOf(
  { article }: Member,
  source: Source,
  names: readonly { readonly range: Range; readonly entity: Entity }[],
): Speaker {
  const said = source.refersTo === undefined ? source.spans : [source.refersTo, ...source.spans]
  const ranges = source.affiliation === undefined ? said : [...said, source.affiliation]
  const inside = names.filter(({ range }) => ranges.some((outer) => contains(outer, range)))
  const person = inside.find(({ entity }) => entity.type === 'PER' && !isOwner(article.text, entity, inside))
  const words = ranges.flatMap((range) => wordsOf(article.text, range)).filter((word) => !word.empty)
  const sides = new Set<string>()
  for (const word of words) {
    const country = countryNamed(word.form)
    if (country !== undefined) sides.add(country)
  }
  for (const { entity } of inside) if (entity.id !== person?.entity.id) sides.add(entity.id)
  if (person?.entity.country !== undefined) sides.add(person.entity.country.name)
  const described = new Set(
    words.filter((word) => !word.capital || word === words[0]).map((word) => word.key),
  )
  const first = source.spans[0]
  const key = keyOf(source, person?.entity.id, { described, sides })
  return {
    kind: source.kind,
    ...(person === undefined ? {} : { entity: person.entity.id }),
    words: described,
    sides,
    ...(key === undefined ? {} : { key }),
    ...(first === undefined ? {} : { text: article.text.slice(first.start, first.end) }),
  }
}

// "Mr Dalgar's office", "a spokesman for Ms Hale": the name says whose, not who.
function isOwner(
  text: string,
  entity: Entity,
  inside: readonly { readonly range: Range; readonly entity: Entity }[],
): boolean {
  return inside.some(
    ({ range, entity: other }) =>
      other.id === entity.id &&
      (/^['’]s?\s/u.test(text.slice(range.end, range.end + 3)) ||
        /\b(?:for|of|to)\s(?:Mr\s|Ms\s|Mrs\s|Dr\s)?$/.test(
          text.slice(Math.max(0, range.start - 8), range.start),
        )),
  )
}

function keyOf(
  source: Source,
  entity: string | undefined,
  described: { readonly described: ReadonlySet<string>; readonly sides: ReadonlySet<string> },
): string | undefined {
  if (entity !== undefined) return entity
  if (source.kind === 'anonymous' || source.kind === 'unstated' || source.kind === 'collective')
    return undefined
  const words = [...described.described].sort().join(' ')
  return words === '' ? undefined : `b:${words} of ${[...described.sides].sort().join(' ')}`
}
