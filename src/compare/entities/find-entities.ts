import { hash64 } from '../../model/id.ts'
import type { Entity } from '../../model/record.ts'
import type { Member } from '../member.ts'
import { isAcronym } from './acronyms.ts'
import { groupBodies } from './bodies.ts'
import { corrected, type NameDecision } from './corrections.ts'
import { entityOf, type Kind } from './entity-of.ts'
import { begin, formsOf, type Group } from './group.ts'
import { withKinds } from './kinds.ts'
import { type NameMention, namesOf } from './name-words.ts'
import { withOffices } from './offices.ts'
import { groupPeople } from './people.ts'
import { groupPlaces } from './places.ts'

/** The people, organisations and places that a story's articles name, spellings joined; `members` in report order, a person's decisions in the order in which they were made. */
export function findEntities(members: readonly Member[], decisions: readonly NameDecision[] = []): Entity[] {
  const names = withKinds(members.flatMap(namesOf), members)
  const texts = new Map(members.map(({ article }) => [article.id, article.text]))
  const entities = (Object.keys(grouping) as Kind[]).flatMap((kind) =>
    corrected(
      grouping[kind](
        names.filter((name) => kindOf(name) === kind),
        members,
      ),
      decisions,
    ).map((group) => entityOf(group, kind, texts)),
  )
  return withOwnIds(entities).sort((a, b) => (a.id < b.id ? -1 : 1))
}

const grouping: Readonly<
  Record<Kind, (names: readonly NameMention[], members: readonly Member[]) => Group[]>
> = {
  person: (names, members) => withOffices(groupPeople(names), members),
  place: groupPlaces,
  body: groupBodies,
  other: (names) => formsOf(names).map((form) => begin(form)),
}

function kindOf({ type, words }: NameMention): Kind {
  switch (type) {
    case 'PER':
      return isAcronym(words) && (words[0] ?? '').length > 2 ? 'body' : 'person'
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

// Two that are called the same (two Ministers Katz, neither named in full) have ids of their own: by their first place.
function withOwnIds(entities: readonly Entity[]): Entity[] {
  const taken = new Set<string>()
  return entities.map((entity) => {
    const first = entity.variants[0]?.spans[0]
    const id = taken.has(entity.id)
      ? `e:${hash64(`${entity.id} ${first?.article} ${first?.start}`)}`
      : entity.id
    taken.add(id)
    return { ...entity, id }
  })
}
